//! Names of operations and parameters: on the wire, and in Rust.
//!
//! In: names as the docs show them. Out: wire names with the rule that concluded them, and distinct
//! Rust names. It must not know types or where a parameter travels.

use super::vocabulary::{BRACKET_FAMILIES, BRACKET_OPERATORS, HEADER_ALIASES};
use crate::{
    dialect::Dialect,
    lower::wire::wire_name,
    model::{Fact, Rule, WireCase},
    naming::{convert, fold, module, plain, type_name, unique, words},
    source::Sources,
};
use heck::ToSnakeCase;
use std::{collections::HashSet, sync::OnceLock};

/// How an API spells its query parameters.
#[derive(Debug)]
pub struct Spelling<'a> {
    case: &'a Fact<WireCase>,
    dialect: &'static Dialect,
    sources: &'a Sources,
    brackets: OnceLock<bool>,
}

impl<'a> Spelling<'a> {
    /// As it spells its fields, which is `case`.
    pub fn new(case: &'a Fact<WireCase>, dialect: &'static Dialect, sources: &'a Sources) -> Self {
        Self { case, dialect, sources, brackets: OnceLock::new() }
    }

    /// Whether the docs show a parameter of a bracketed family.
    fn brackets(&self) -> bool {
        *self.brackets.get_or_init(|| self.sources.files().iter().any(|file| shows_brackets(&file.text)))
    }

    /// The name of a query parameter on the wire. Where all spellings agree, the docs state it.
    pub fn query_name(&self, shown: &str) -> Fact<String> {
        // Names with dots or brackets are nobody's own spelling.
        if shown.contains(['.', '[', ']']) {
            return Fact::stated(shown.to_owned());
        }
        if let Some(name) = bracketed(shown, self.case.value).filter(|_| self.brackets()) {
            return Fact::assumed(name, Rule::WireNameBracketFamily);
        }
        let agree = [WireCase::Camel, WireCase::Snake].into_iter().all(|other| convert(shown, other) == shown);
        let wire = wire_name(shown, self.case.value, self.dialect);
        if agree { Fact::stated(wire) } else { Fact { value: wire, basis: self.case.basis.clone() } }
    }
}

/// Whether a text shows a query parameter of a bracketed family: `?filter[name]=x`.
fn shows_brackets(text: &str) -> bool {
    let after = |family: &&str| {
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once(family) {
            let inner = behind.strip_prefix('[').and_then(|behind| behind.split_once(']')).map(|(inner, _)| inner);
            let apart = !before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
            if apart && inner.is_some_and(is_plain_name) {
                return true;
            }
            rest = behind;
        }
        false
    };
    BRACKET_FAMILIES.iter().any(after)
}

fn is_plain_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// `FilterProviderTypeEq` to `filter[provider_type][eq]`.
fn bracketed(shown: &str, case: WireCase) -> Option<String> {
    let words = words(shown);
    let (family, rest) =
        words.split_first().filter(|(first, rest)| BRACKET_FAMILIES.contains(&first.as_str()) && !rest.is_empty())?;
    let (last, key) = rest.split_last()?;
    let spelled = |words: &[String]| convert(&words.join("_"), case);
    Some(match BRACKET_OPERATORS.contains(&last.as_str()) && !key.is_empty() {
        true => format!("{family}[{}][{last}]", spelled(key)),
        false => format!("{family}[{}]", spelled(rest)),
    })
}

/// The name of a header on the wire; case does not matter there.
pub fn header_name(shown: &str) -> Fact<String> {
    let name = convert(shown, WireCase::Kebab);
    let alias = HEADER_ALIASES.iter().find(|(from, _)| *from == name);
    Fact::assumed(alias.map_or(name, |(_, to)| (*to).to_owned()), Rule::WireCaseHeader)
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
    let longer = type_name(&format!("{first} {group}"));
    let longest = type_name(&format!("{first} {group} {heading}"));
    let free = [first, longer].into_iter().find(|name| !taken.contains(name));
    unique(free.unwrap_or(longest), taken)
}

/// The Rust module of a group: its title's words where the folder has the same letters.
pub fn module_name(title: &str, folder: &str) -> String {
    let same = fold(title) == fold(folder);
    let name = module(&plain(if same { title } else { folder }).to_snake_case());
    if name == ABOVE { name + "_group" } else { name }
}

/// The module that holds those of the groups: none of them is called the same.
const ABOVE: &str = "endpoints";

#[cfg(test)]
mod tests {
    use super::{bracketed, shows_brackets, without_suffix};
    use crate::model::WireCase;

    #[test]
    fn families_are_bracketed() {
        for (shown, wire) in [
            ("PageSize", Some("page[size]")),
            ("FilterProviderTypeEq", Some("filter[provider_type][eq]")),
            ("FilterName", Some("filter[name]")),
            ("Filter", None),
            ("ExpandAll", None),
        ] {
            assert_eq!(bracketed(shown, WireCase::Snake).as_deref(), wire, "{shown}");
        }
    }

    #[test]
    fn brackets_are_seen_in_prose_and_not_in_types() {
        assert!(shows_brackets("Narrow it down, e.g. `?filter[colour]=red`."));
        assert!(!shows_brackets("filter[]string, myfilter[colour], filter[0]"));
    }

    #[test]
    fn suffixes_of_place_are_cut() {
        for (shown, bare) in [
            ("idsQueryParameter", "ids"),
            ("pageQueryParameter1", "page"),
            ("ids_query_parameter", "ids"),
            ("v2", "v2"),
            ("QueryParameter", "QueryParameter"),
        ] {
            assert_eq!(without_suffix(shown, &["QueryParameter"]), bare);
        }
    }
}
