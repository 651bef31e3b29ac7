//! The ways to authenticate, from the API's `Security` page.
//!
//! In: the built tree, or the fields of a credentials object. Out: security alternatives. It must not know operations.
//!
//! The page shows the fields of a credentials object; what kind a field is, only its name suggests.

use super::model_pages::ModelPages;
use crate::{
    model::{Fact, Rule, SchemeKind, SecurityScheme},
    naming::words,
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

/// The words of two fields that are one way to authenticate.
const PAIR: (&str, &str) = ("username", "password");

/// Reads the security alternatives; none when there is no such page.
pub fn read_security(docs: &ModelPages<'_>) -> Vec<SecurityScheme> {
    let Some(page) = docs.reader.index.by_stem(STEM).first() else { return Vec::new() };
    schemes(docs.fields(*page).into_iter().map(|argument| argument.field.shown).collect())
}

/// The ways to authenticate that the fields of a credentials object stand for.
pub fn schemes(mut names: Vec<String>) -> Vec<SecurityScheme> {
    if let (Some(user), Some(password)) = (position(&names, PAIR.0), position(&names, PAIR.1)) {
        let password = names.remove(password);
        // The one may stand before the other; what is left of it says where.
        let user = position(&names, PAIR.0).unwrap_or(user);
        names[user] = format!("{}:{password}", names[user]);
    }
    names.iter().map(|shown| scheme(shown)).collect()
}

fn position(names: &[String], wanted: &str) -> Option<usize> {
    names.iter().position(|name| words(name).iter().any(|word| word == wanted))
}

fn scheme(shown: &str) -> SecurityScheme {
    let words = words(shown);
    let known = KINDS.iter().find(|(word, _)| words.iter().any(|own| own == word));
    let kind = match known {
        Some((_, kind)) => Fact::assumed(*kind, Rule::SecurityFieldName),
        None => Fact::assumed(SchemeKind::Bearer, Rule::SecurityDefaultBearer),
    };
    SecurityScheme::of(shown, kind)
}
