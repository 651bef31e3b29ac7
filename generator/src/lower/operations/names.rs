//! Names of operations and parameters: on the wire, and in Rust.
//!
//! In: names as the docs show them. Out: wire names with the rule that concluded them, and distinct
//! Rust names. It must not know types or where a parameter travels.

use crate::{
    lower::{
        vocabulary::{BRACKET_FAMILIES, BRACKET_OPERATORS},
        wire::WireNames,
    },
    model::{Basis, Fact, Rule, WireCase},
    naming::{convert, fold, module, plain, type_name, unique, words},
};
use heck::ToSnakeCase;
use std::{collections::HashSet, sync::OnceLock};

/// How an API spells its query parameters.
#[derive(Debug)]
pub struct Spelling<'a> {
    names: WireNames<'a>,
    brackets: OnceLock<Brackets>,
}

impl<'a> Spelling<'a> {
    /// As the API spells its fields.
    pub fn new(names: WireNames<'a>) -> Self {
        Self { names, brackets: OnceLock::new() }
    }

    /// The spelling of the API's names.
    pub fn case(&self) -> WireCase {
        self.names.case.value
    }

    /// What the docs of this tree show of brackets.
    fn brackets(&self) -> &Brackets {
        self.brackets.get_or_init(|| {
            let files = self.names.sources.files().iter().filter(|file| file.tree == self.names.tree);
            let mut found = Brackets::default();
            files.for_each(|file| found.read(&file.text));
            found
        })
    }

    /// The name of a query parameter on the wire. Where all spellings agree, the docs state it.
    pub fn query_name(&self, shown: &str) -> Fact<String> {
        // Names with dots or brackets are nobody's own spelling.
        if shown.contains(['.', '[', ']']) {
            return Fact::stated(shown.to_owned());
        }
        let case = self.names.case;
        if let Some((family, name)) = bracketed(shown, case.value)
            && let Some(rule) = self.brackets().rule(family)
        {
            return Fact::assumed(name, rule);
        }
        let agree = [WireCase::Camel, WireCase::Snake].into_iter().all(|other| convert(shown, other) == shown);
        let wire = self.names.name(shown);
        match wire.basis {
            _ if agree => Fact::stated(wire.value),
            Basis::Read(..) => wire,
            _ => Fact { value: wire.value, basis: case.basis.clone() },
        }
    }
}

/// Query parameters with brackets that docs show.
#[derive(Debug, Default)]
struct Brackets {
    /// Families of which one is shown: `?filter[name]=x`.
    families: HashSet<&'static str>,
    /// Whether one has an operator in brackets of its own, as flat parameters have: `?filter[name][eq]=x`. Without it, the brackets
    /// may be those of an object in the query.
    operators: bool,
}

impl Brackets {
    fn read(&mut self, text: &str) {
        for family in BRACKET_FAMILIES {
            for (at, _) in text.match_indices(&format!("{family}[")) {
                let apart = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
                let behind = text[at + family.len() + 1..].split_once(']').filter(|(name, _)| is_plain_name(name));
                let Some((_, rest)) = behind.filter(|_| apart) else { continue };
                self.families.insert(family);
                let operator = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'));
                self.operators |= operator.is_some_and(|(word, _)| BRACKET_OPERATORS.contains(&word));
            }
        }
    }

    /// Why a parameter of a family is written with brackets, if it is.
    fn rule(&self, family: &str) -> Option<Rule> {
        match (self.families.contains(family), self.operators) {
            (true, _) => Some(Rule::WireNameBracketFamily),
            (false, true) => Some(Rule::WireNameOtherFamily),
            (false, false) => None,
        }
    }
}

fn is_plain_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// `FilterProviderTypeEq` to `filter[provider_type][eq]`.
fn bracketed(shown: &str, case: WireCase) -> Option<(&'static str, String)> {
    let words = words(shown);
    let (first, rest) = words.split_first()?;
    let family = BRACKET_FAMILIES.iter().find(|family| *family == first)?;
    let (last, key) = rest.split_last()?;
    let spelled = |words: &[String]| convert(&words.join("_"), case);
    let name = match BRACKET_OPERATORS.contains(&last.as_str()) && !key.is_empty() {
        true => format!("{family}[{}][{last}]", spelled(key)),
        false => format!("{family}[{}]", spelled(rest)),
    };
    Some((*family, name))
}

/// The name of a header on the wire; case does not matter there.
pub fn header_name(shown: &str) -> Fact<String> {
    Fact::assumed(convert(shown, WireCase::Kebab), Rule::WireCaseHeader)
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
    use super::{Brackets, bracketed, without_suffix};
    use crate::model::{Rule, WireCase};

    #[test]
    fn families_are_bracketed() {
        for (shown, wire) in [
            ("PageSize", Some("page[size]")),
            ("FilterProviderTypeEq", Some("filter[provider_type][eq]")),
            ("FilterName", Some("filter[name]")),
            ("Filter", None),
            ("ExpandAll", None),
        ] {
            assert_eq!(bracketed(shown, WireCase::Snake).map(|(_, name)| name).as_deref(), wire, "{shown}");
        }
    }

    #[test]
    fn brackets_are_seen_in_prose_and_not_in_types() {
        let shown = |text: &str| {
            let mut brackets = Brackets::default();
            brackets.read(text);
            ["filter", "page"].map(|family| brackets.rule(family))
        };
        let (own, other) = (Some(Rule::WireNameBracketFamily), Some(Rule::WireNameOtherFamily));
        assert_eq!(shown("Narrow it down, e.g. `?filter[colour]=red`."), [own, None]);
        assert_eq!(shown("Narrow it down, e.g. `?filter[colour][eq]=red`."), [own, other]);
        assert_eq!(shown("filter[]string, myfilter[colour], filter[0]"), [None, None]);
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
