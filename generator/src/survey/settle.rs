//! Rules of `overrides.toml` that settle what is open, to be filled in.
//!
//! In: a table and key, and what the fact is about. Out: text. It must not judge a fact.

/// The rule for one fact, as text to paste; nothing where no line settles it.
///
/// `settle` is a table and a key (`[[field]] wire`) or a key of `tablature.toml` (`wire_case`).
#[must_use]
pub fn rule(settle: &str, of: &str) -> Option<String> {
    if settle.is_empty() {
        return None;
    }
    let Some((table, key)) = settle.split_once(' ') else { return Some(format!("{settle} = …")) };
    let lines = about(table, of)?;
    Some(format!("{table}\n{lines}{key} = …\nreason = \"…\""))
}

/// The keys that say what a rule is about.
fn about(table: &str, of: &str) -> Option<String> {
    let pair =
        |keys: [&str; 2], texts: (&str, &str)| format!("{} = {:?}\n{} = {:?}\n", keys[0], texts.0, keys[1], texts.1);
    match table {
        "[[field]]" => Some(pair(["type", "field"], of.rsplit_once('.')?)),
        "[[parameter]]" => Some(pair(["operation", "name"], of.split_once(' ')?)),
        "[[operation]]" => Some(format!("id = {of:?}\n")),
        "[[union]]" | "[[enum]]" => Some(format!("type = {of:?}\n")),
        "[[security]]" => Some(format!("scheme = {:?}\n", of.strip_prefix("credentials ")?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_says_what_it_is_about() {
        let check = |settle: &str, of: &str, expected: Option<&str>| assert_eq!(rule(settle, of).as_deref(), expected);
        check(
            "[[field]] wire",
            "components/Pet.age",
            Some("[[field]]\ntype = \"components/Pet\"\nfield = \"age\"\nwire = …\nreason = \"…\""),
        );
        check("[[operation]] media", "get_pet", Some("[[operation]]\nid = \"get_pet\"\nmedia = …\nreason = \"…\""));
        check("wire_case", "the API", Some("wire_case = …"));
        check("", "components/Pet.age", None);
        check("[[field]] wire", "get_pet", None);
    }
}
