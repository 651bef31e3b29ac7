//! The name that was probably meant.
//!
//! In: a name that there is not, and those that there are. Out: one of them, or none. It must not know what bears the names.

/// How like a known name an unknown one must be to be taken for a typo of it.
const LIKENESS: f32 = 0.6;

/// Characters beyond which a name is no typo of another.
const LONGEST: usize = 200;

/// The known name that is most like another, if one is like enough.
///
/// ```ignore
/// assert_eq!(near("Feilds", ["Fields", "Values"]), Some("Fields"));
/// ```
pub fn near<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    if name.len() > LONGEST {
        return None;
    }
    let known: Vec<&str> = known.into_iter().filter(|it| it.len() <= LONGEST && *it != name).collect();
    let words: Vec<&str> = known.iter().map(|it| without_folder(it)).collect();
    let word = *similar::get_close_matches(without_folder(name), &words, 1, LIKENESS).first()?;
    known.into_iter().find(|it| without_folder(it) == word)
}

/// Names of one folder are alike in that folder, which says nothing.
fn without_folder(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_near_and_other_words_are_not() {
        assert_eq!(near("Feilds", ["Values", "Fields"]), Some("Fields"));
        assert_eq!(near("Feilds", ["Values", "Members"]), None);
        assert_eq!(near("components/Propety", ["components/Pet", "components/Property"]), Some("components/Property"));
        assert_eq!(near("components/Dog", ["components/Cat", "components/Owner"]), None);
        assert_eq!(near("models/Pet", ["components/Cat", "components/Pet"]), Some("components/Pet"));
    }
}
