//! The ways to authenticate, from the API's `Security` page.
//!
//! In: the built tree. Out: its security alternatives. It must not know operations.
//!
//! The page shows the fields of a credentials object; what kind a field is, only its name suggests.

use super::docs::Docs;
use crate::{
    lower::wire::words,
    model::{Fact, SchemeKind, SecurityScheme},
};

/// Words that suggest a kind, first match first.
const KINDS: &[(&str, SchemeKind)] = &[
    ("username", SchemeKind::Basic),
    ("password", SchemeKind::Basic),
    ("basic", SchemeKind::Basic),
    ("bearer", SchemeKind::Bearer),
    ("oauth", SchemeKind::Bearer),
    ("oauth2", SchemeKind::Bearer),
    ("jwt", SchemeKind::Bearer),
    ("session", SchemeKind::Bearer),
    ("key", SchemeKind::ApiKey),
    ("token", SchemeKind::Bearer),
];

/// The stem of the page's file.
const STEM: &str = "security";

/// Reads the security alternatives; none when there is no such page.
pub fn read_security(docs: &Docs<'_>) -> Vec<SecurityScheme> {
    let Some(page) = docs.reader.index.by_stem(STEM).first() else { return Vec::new() };
    docs.fields(*page).iter().map(|argument| scheme(&argument.field.shown)).collect()
}

fn scheme(shown: &str) -> SecurityScheme {
    let words = words(shown);
    let known = KINDS.iter().find(|(word, _)| words.iter().any(|own| own == word));
    let kind = match known {
        Some((_, kind)) => Fact::assumed(*kind, "security:field-name"),
        None => Fact::assumed(SchemeKind::Bearer, "security:default-bearer"),
    };
    SecurityScheme { shown: shown.to_owned(), kind }
}
