//! Names of operations and parameters: on the wire, and in Rust.
//!
//! In: names as the docs show them, the paths of all operations. Out: wire names with the rule that concluded them, and distinct
//! Rust names. It must not know types or where a parameter travels.

use super::place::placeholders;
use crate::{
    dialect::Dialect,
    lower::{
        fold,
        names::{module, type_name, unique},
        wire::{convert, vote, wire_name},
    },
    model::{Basis, Fact, WireCase},
};
use heck::{ToSnakeCase, ToUpperCamelCase};
use std::collections::{BTreeSet, HashSet};

/// How query parameters are spelled: as the placeholders of the API's paths are, where these have several words, else as its
/// fields.
pub fn query_case<'p>(paths: impl Iterator<Item = &'p str>, fields: &Fact<WireCase>) -> Fact<WireCase> {
    if fields.basis == Basis::Override {
        return fields.clone();
    }
    let names: BTreeSet<&str> = paths.flat_map(placeholders).collect();
    let voted = vote(names.into_iter());
    voted.map_or_else(|| fields.clone(), |case| Fact::assumed(case, "wire-case:path-placeholders"))
}

/// The name of a query parameter on the wire. Where all spellings agree, the docs state it.
pub fn query_name(shown: &str, case: &Fact<WireCase>, dialect: &Dialect) -> Fact<String> {
    // Names with dots or brackets are nobody's own spelling.
    if shown.contains(['.', '[', ']']) {
        return Fact::stated(shown.to_owned());
    }
    let agree = [WireCase::Camel, WireCase::Snake].into_iter().all(|other| convert(shown, other) == shown);
    let wire = wire_name(shown, case.value, dialect);
    if agree { Fact::stated(wire) } else { Fact { value: wire, basis: case.basis.clone() } }
}

/// The name of a header on the wire; case does not matter there.
pub fn header_name(shown: &str) -> Fact<String> {
    Fact::assumed(convert(shown, WireCase::Kebab), "wire-case:header")
}

/// A name without the suffix that an SDK added to tell two parameters apart (`idsQueryParameter`, `pageQueryParameter1`).
pub fn without_suffix<'n>(shown: &'n str, suffixes: &[&str]) -> &'n str {
    let bare = shown.trim_end_matches(|c: char| c.is_ascii_digit());
    let endings = suffixes.iter().flat_map(|suffix| [(*suffix).to_owned(), format!("_{}", suffix.to_snake_case())]);
    endings.filter_map(|ending| bare.strip_suffix(&ending)).find(|name| !name.is_empty()).unwrap_or(shown)
}

/// A Rust type's name from an operation id; when that is taken, with the names of its group and its heading.
pub fn operation_name(id: &str, group: &str, heading: &str, taken: &mut HashSet<String>) -> String {
    let first = type_name(id);
    let longer = format!("{first}{}", group.to_upper_camel_case());
    let longest = format!("{longer}{}", heading.to_upper_camel_case());
    let free = [first, longer].into_iter().find(|name| !taken.contains(name));
    unique(free.unwrap_or(longest), taken)
}

/// The Rust module of a group: its title's words where the folder has the same letters.
pub fn module_name(title: &str, folder: &str) -> String {
    let same = fold(title) == fold(folder);
    module(&if same { title } else { folder }.to_snake_case())
}
