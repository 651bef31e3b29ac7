//! Names that must differ where they stand.
//!
//! In: a name, and those that are taken. Out: the first free one, which is taken from then on. It must not know what is named.

use std::collections::HashSet;

/// Numbers behind a name that are tried one by one.
const SEARCHED: usize = 64;

/// The first of `name`, `name2`, `name3`… that is not taken; it is taken now.
pub fn unique(name: String, taken: &mut HashSet<String>) -> String {
    unique_with(name, "", taken)
}

/// As [`unique`], with `mark` between the name and the number (`pet_2`).
pub fn unique_with(name: String, mark: &str, taken: &mut HashSet<String>) -> String {
    if taken.insert(name.clone()) { name } else { numbered(&name, mark, taken) }
}

/// The first of `name` with `mark` and 2, 3, 4… behind it that is not taken; it is taken now.
///
/// Where very many are, the numbers are searched by halves: it is then the first behind one that is taken.
pub fn numbered(name: &str, mark: &str, taken: &mut HashSet<String>) -> String {
    let candidate = |number: usize| format!("{name}{mark}{number}");
    let is_taken = |number: usize| taken.contains(&candidate(number));
    let number = (2..SEARCHED).find(|number| !is_taken(*number)).unwrap_or_else(|| first_free_by_halves(is_taken));
    let found = candidate(number);
    taken.insert(found.clone());
    found
}

fn first_free_by_halves(is_taken: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (SEARCHED - 1, SEARCHED);
    while is_taken(high) {
        (low, high) = (high, high * 2);
    }
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        (low, high) = if is_taken(middle) { (middle, high) } else { (low, middle) };
    }
    high
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_keeps_its_name() {
        let mut taken = HashSet::new();
        let names = ["Pet", "Pet", "Dog", "Pet"].map(|name| unique(name.to_owned(), &mut taken));
        assert_eq!(names, ["Pet", "Pet2", "Dog", "Pet3"]);
        assert_eq!(unique_with("Dog".to_owned(), "_", &mut taken), "Dog_2");
    }

    #[test]
    fn very_many_alike_stay_apart() {
        let mut taken = HashSet::new();
        for _ in 0..1000 {
            unique("name".to_owned(), &mut taken);
        }
        assert_eq!(taken.len(), 1000);
        assert!(taken.contains("name1000"), "numbers are left out");
    }
}
