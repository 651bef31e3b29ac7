//! Names that fit on a line: of a type's long name, the last words, with as many of the first as tell it apart in its module.
//!
//! In: the names that the types of one module want. Out: those names, the long ones shorter. It must not know what bears them.
//!
//! Types without a page of their own are called by the path that leads to them, which grows with its depth. The last words say
//! most, then the first, which name the operation.

use std::collections::{BTreeMap, HashSet};

/// Longer names are cut where what is left is free.
const LONGEST: usize = 60;

/// So many words at the start of a name may be kept.
const MOST_HEADS: usize = 8;

/// Shortens names. Those that have their last words in common are cut alike, whatever the order.
pub(super) fn shorten(names: &mut [String]) {
    let mut taken: HashSet<String> = names.iter().filter(|name| name.len() <= LONGEST).cloned().collect();
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, name) in names.iter().enumerate().filter(|(_, name)| name.len() > LONGEST) {
        groups.entry(cut(name, 0).unwrap_or_else(|| name.clone())).or_default().push(at);
    }
    for group in groups.into_values() {
        let short = (0..=MOST_HEADS).find_map(|heads| cut_equally(names, &group, heads, &taken));
        for (at, name) in group.into_iter().zip(short.unwrap_or_default()) {
            taken.insert(name.clone());
            names[at] = name;
        }
    }
}

/// The names of a group with so many of their first words; none if they are not told apart, or one is taken.
fn cut_equally(names: &[String], group: &[usize], heads: usize, taken: &HashSet<String>) -> Option<Vec<String>> {
    let short: Vec<String> = group.iter().map(|at| cut(&names[*at], heads)).collect::<Option<_>>()?;
    let mut seen = HashSet::new();
    let is_free = |name: &String| !taken.contains(name) && seen.insert(name.clone());
    short.iter().all(is_free).then_some(short)
}

/// So many words of the start, and as many of the end as fit behind them.
fn cut(name: &str, heads: usize) -> Option<String> {
    let words: Vec<usize> =
        name.match_indices(|c: char| c.is_ascii_uppercase()).map(|(at, _)| at).chain([name.len()]).collect();
    let head = &name[..*words.get(heads)?];
    let room = LONGEST.checked_sub(head.len())?;
    let tail = words[heads..].iter().find(|at| name.len() - **at <= room).filter(|at| **at < name.len())?;
    Some(format!("{head}{}", &name[*tail..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_keep_their_last_words() {
        let long = |start: &str, end: &str| format!("{start}{}{end}", "Part".repeat(20));
        let mut names = ["Pet".to_owned(), long("", "Kind"), long("GetPets", "Color"), long("GetDogs", "Color")];
        shorten(&mut names);
        assert_eq!(names[0], "Pet");
        assert_eq!(names[1], format!("{}Kind", "Part".repeat(14)));
        assert_eq!(names[2], format!("GetPets{}Color", "Part".repeat(12)), "first words tell two apart");
        assert_eq!(names[3], format!("GetDogs{}Color", "Part".repeat(12)));
    }

    #[test]
    fn a_name_stays_that_cannot_be_cut() {
        let mut names = [format!("A{}", "b".repeat(80)), "a".repeat(70)];
        shorten(&mut names);
        assert_eq!((names[0].len(), names[1].len()), (81, 70));
    }
}
