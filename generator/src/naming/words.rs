//! A name in any spelling to its words, and back to any spelling.
//!
//! In: a name as some page shows it. Out: words in lower case, or the name spelled otherwise. It must not know what is named.

use super::plain;
use crate::model::WireCase;

/// Words that Go and others write in capitals, longest first where one begins another.
const INITIALISMS: &[&str] = &[
    "HTTPS", "HTTP", "HTML", "JSON", "UUID", "API", "URL", "URI", "TTL", "DNS", "TLS", "TCP", "UDP", "RAM", "CPU",
    "CSS", "XML", "ACL", "SQL", "SSH", "UID", "ID", "IP", "UI", "OK",
];

/// The words of a name in any spelling, in lower case.
#[must_use]
pub fn words(name: &str) -> Vec<String> {
    let chars: Vec<char> = name.chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for (at, &c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| chars[at]);
        let after = chars.get(at + 1);
        let begins =
            c.is_uppercase() && before.is_some_and(|b| !b.is_uppercase() || after.is_some_and(|a| a.is_lowercase()));
        if !c.is_alphanumeric() || begins {
            push_word(&mut words, &mut word);
        }
        if c.is_alphanumeric() {
            word.push(c);
        }
    }
    push_word(&mut words, &mut word);
    words
}

/// A run of capitals may be several initialisms.
fn push_word(words: &mut Vec<String>, word: &mut String) {
    let taken = std::mem::take(word);
    if taken.is_empty() {
        return;
    }
    match initialisms(&taken) {
        Some(parts) => words.extend(parts.into_iter().map(str::to_lowercase)),
        None => words.push(taken.to_lowercase()),
    }
}

/// The parts of a run, found from its end: of each place, the word by which the end can be reached, if any.
pub(super) fn initialisms(run: &str) -> Option<Vec<&str>> {
    let mut word_at: Vec<Option<&str>> = vec![None; run.len() + 1];
    for at in (0..run.len()).rev() {
        let leads_on = |word: &&&str| {
            let end = at + word.len();
            run.as_bytes()[at..].starts_with(word.as_bytes()) && (end == run.len() || word_at[end].is_some())
        };
        word_at[at] = INITIALISMS.iter().find(leads_on).copied();
    }
    let mut parts = Vec::new();
    let mut at = 0;
    while at < run.len() {
        parts.push(word_at[at]?);
        at += word_at[at]?.len();
    }
    Some(parts)
}

/// A shown name in another spelling.
#[must_use]
pub fn convert(shown: &str, case: WireCase) -> String {
    // A capital behind an acronym may be the API's own where its names have capitals, and is none where they have none.
    let words = match case {
        WireCase::Snake | WireCase::Kebab => words(&plain(shown)),
        WireCase::AsWritten | WireCase::Camel | WireCase::Pascal => words(shown),
    };
    match case {
        WireCase::AsWritten => shown.strip_suffix('_').filter(|rest| !rest.is_empty()).unwrap_or(shown).to_owned(),
        WireCase::Snake => words.join("_"),
        WireCase::Kebab => words.join("-"),
        WireCase::Pascal => words.iter().map(|word| capitalized(word)).collect(),
        WireCase::Camel => {
            let rest = words.iter().skip(1).map(|word| capitalized(word));
            words.iter().take(1).cloned().chain(rest).collect()
        }
    }
}

/// Letters and digits alone, in lower case: how names are compared across spellings.
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A word with its first letter in upper case.
#[must_use]
pub fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_at_capitals_signs_and_initialisms() {
        for (name, expected) in [
            ("APIIDAlias", &["api", "id", "alias"][..]),
            ("access_token", &["access", "token"]),
            ("x5tS256", &["x5t", "s256"]),
            ("", &[]),
        ] {
            assert_eq!(words(name), expected, "{name}");
        }
    }

    #[test]
    fn names_are_spelled_anew() {
        for (shown, case, expected) in [
            ("ClientIDAlias", WireCase::Camel, "clientIdAlias"),
            ("accessToken", WireCase::Snake, "access_token"),
            ("accessToken", WireCase::Kebab, "access-token"),
            ("ImageIDs", WireCase::Snake, "image_ids"),
            ("access_token", WireCase::Pascal, "AccessToken"),
            ("from_", WireCase::AsWritten, "from"),
        ] {
            assert_eq!(convert(shown, case), expected, "{shown}");
        }
    }

    #[test]
    fn folded_names_have_letters_and_digits_alone() {
        assert_eq!(fold("Access_Token-ID2"), "accesstokenid2");
    }
}
