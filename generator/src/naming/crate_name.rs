//! Names that a crate can have.
//!
//! In: a name. Out: what is wrong with it, and one like it that is right. It must not know where the name comes from.

use heck::ToKebabCase;

/// The name of a crate for which none is given.
pub const DEFAULT: &str = "sdk-api";

/// The rule, in words.
pub const RULE: &str = "write small letters and digits in words that are joined by `-`, with a letter in front";

/// Characters of the longest name that crates.io takes.
pub const LONGEST: usize = 64;

/// Names that cargo or the language has another use for.
const TAKEN: &[&str] = &[
    "abstract",
    "alloc",
    "as",
    "async",
    "await",
    "become",
    "box",
    "break",
    "build",
    "const",
    "continue",
    "core",
    "crate",
    "deps",
    "do",
    "dyn",
    "else",
    "enum",
    "examples",
    "extern",
    "false",
    "final",
    "fn",
    "for",
    "gen",
    "if",
    "impl",
    "in",
    "incremental",
    "let",
    "loop",
    "macro",
    "match",
    "mod",
    "move",
    "mut",
    "override",
    "priv",
    "proc-macro",
    "proc_macro",
    "pub",
    "ref",
    "return",
    "self",
    "static",
    "std",
    "struct",
    "super",
    "test",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "unsafe",
    "unsized",
    "use",
    "virtual",
    "where",
    "while",
    "yield",
    "con",
    "prn",
    "aux",
    "nul",
];

/// Why a name cannot be a crate's; nothing if it can.
#[must_use]
pub fn fault(name: &str) -> Option<&'static str> {
    let is_joint = |c: char| c == '-' || c == '_';
    let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || is_joint(c);
    let doubled = name.as_bytes().windows(2).any(|two| two.iter().all(|byte| is_joint(char::from(*byte))));
    let faults = [
        (name.is_empty(), "it is empty"),
        (name.chars().count() > LONGEST, "it is longer than 64 characters"),
        (name.chars().any(|c| c.is_ascii_uppercase()), "it has a capital letter"),
        (!name.to_ascii_lowercase().chars().all(is_part), "it has a character that is no letter, digit, `-` or `_`"),
        (!name.starts_with(|c: char| c.is_ascii_alphabetic()), "it does not begin with a letter"),
        (doubled || name.ends_with(is_joint), "a word is missing before or behind a `-` or `_`"),
        (TAKEN.contains(&name), "the word has another meaning in Rust or to cargo"),
    ];
    faults.into_iter().find_map(|(holds, fault)| holds.then_some(fault))
}

/// A name that a crate can have, as like to another as can be.
#[must_use]
pub fn like(name: &str) -> String {
    let words = name.to_kebab_case().replace(|c: char| !c.is_ascii_alphanumeric() && c != '-', "");
    let start: String = words.chars().take(LONGEST).collect();
    let candidate = start.trim_matches('-').to_owned();
    let with_api = format!("{candidate}-api");
    [candidate, with_api].into_iter().find(|name| fault(name).is_none()).unwrap_or_else(|| DEFAULT.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_judged_with_the_rule() {
        for name in ["acme-api", "a", "acme_api", "s3", "a-1"] {
            assert_eq!(fault(name), None, "{name}");
        }
        let long = "a".repeat(300);
        for name in ["Q", "a--b", &long, "", "1a", "-a", "a-", "a-_b", "é", "a b", "fn", "test", "a/b", "con"] {
            assert!(fault(name).is_some(), "{name}");
            assert_eq!(fault(&like(name)), None, "{name} -> {}", like(name));
        }
        assert_eq!((like("AcmeAPI").as_str(), like("test").as_str()), ("acme-api", "test-api"));
    }
}
