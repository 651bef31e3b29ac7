//! Guesses, and the rules of `overrides.toml` that would settle them.
//!
//! In: the model. Out: text of rules to be filled in. It must not judge a guess.

use crate::{
    model::{Model, Rule},
    survey::settle,
};
use indexmap::IndexMap;

/// What a guess is about, with the page and line.
pub struct Place {
    of: String,
    at: String,
}

/// The guesses that no evidence supports, the most frequent rule first.
pub fn guesses(model: &Model) -> IndexMap<Rule, Vec<Place>> {
    let mut guesses: IndexMap<Rule, Vec<Place>> = IndexMap::new();
    model.visit_facts(|fact| {
        if let Some(rule) = fact.basis.rule().filter(|rule| rule.is_guess()) {
            let at = fact.source.at_line(fact.line).unwrap_or_default();
            guesses.entry(rule).or_default().push(Place { of: fact.of, at });
        }
    });
    guesses.sort_by(|_, one, _, other| other.len().cmp(&one.len()));
    guesses
}

/// For each rule that guessed and that a line of overrides.toml settles: what was guessed, and that line for the first place.
pub fn of_guesses(model: &Model) -> Vec<(String, String)> {
    guesses(model).into_iter().filter_map(|(rule, places)| question(rule, &places)).collect()
}

fn question(rule: Rule, places: &[Place]) -> Option<(String, String)> {
    let first = places.first()?;
    // What one line settles for all names stands in tablature.toml, with its own comment.
    let lines = settle::rule(rule.settle(), &first.of).filter(|_| rule.settle().contains(' '))?;
    let more = match places.len() - 1 {
        0 => String::new(),
        1 => ", and at one other place".to_owned(),
        others => format!(", and at {others} other places"),
    };
    Some((format!("A guess at {}{more}: {}", first.at, rule.sentence()), lines))
}
