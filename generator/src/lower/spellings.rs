//! How an API spells its names, where its docs show it: JSON in Example cells, code spans in descriptions, URL paths.
//!
//! In: rows and sections as written. Out: [`Spellings`] of names of several words. It must not know types, nor what follows.
//!
//! A JSON key is a name of the API wherever it stands. A code span may name something else (a claim, a parameter of a protocol):
//! it counts for a field of the same letters, and only in the spelling that the API's keys have.

use super::{
    only,
    operations::{SectionAsWritten, placeholders},
    written::{Content, Row, WrittenPage},
};
use crate::{model::WireCase, naming::fold, source::Span};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Fewer keys than this may be those of someone else's JSON.
const ENOUGH_KEYS: usize = 5;

/// So many placeholders that end in `ID` show that the API writes it in capitals.
const ENOUGH_CAPITALS: usize = 3;

/// Spellings of names and where they were seen first.
type Seen = BTreeMap<String, Span>;

/// The spellings that the docs of one tree show.
#[derive(Debug, Default)]
pub struct Spellings {
    /// Keys of JSON, by their letters.
    keys: HashMap<String, Seen>,
    /// Code spans in descriptions, by their letters.
    spans: HashMap<String, Seen>,
    /// Placeholders of paths.
    placeholders: BTreeSet<String>,
}

impl Spellings {
    /// Looks through the rows of all pages and operations.
    pub fn read(pages: &[WrittenPage], sections: &[SectionAsWritten]) -> Self {
        let mut found = Self::default();
        for page in pages {
            if let Content::Fields(rows) = &page.content {
                rows.iter().for_each(|row| found.row(row));
            }
        }
        for section in sections {
            section.parameters.iter().for_each(|row| found.row(row));
            found.placeholders.extend(placeholders(&section.usage.path).into_iter().map(str::to_owned));
        }
        found
    }

    fn row(&mut self, row: &Row) {
        for key in row.example.iter().flat_map(|cell| json_keys(cell)) {
            see(&mut self.keys, key, row.span);
        }
        for name in row.docs.iter().flat_map(|docs| docs.split('`').skip(1).step_by(2)) {
            see(&mut self.spans, name, row.span);
        }
    }

    /// The spelling of most keys, where there are enough to tell.
    pub fn of_keys(&self) -> Option<WireCase> {
        let names: Vec<&str> = self.keys.values().flat_map(|seen| seen.keys().map(String::as_str)).collect();
        vote(names.into_iter(), ENOUGH_KEYS)
    }

    /// The spelling of most placeholders.
    pub fn of_placeholders(&self) -> Option<WireCase> {
        vote(self.placeholders.iter().map(String::as_str), 1)
    }

    /// A name as the docs show it in JSON, or in the given spelling in a description; nothing where several fit.
    pub fn shown(&self, name: &str, case: WireCase) -> Option<(&str, Span)> {
        let folded = fold(name);
        let key = self.keys.get(&folded).and_then(|seen| in_case(seen, case).or_else(|| only(seen.iter())));
        let found = key.or_else(|| in_case(self.spans.get(&folded)?, case))?;
        Some((found.0.as_str(), *found.1))
    }

    /// Whether placeholders spell `ID` in capitals at the end of a name: that of the name itself, else most of many.
    pub fn ends_in_capitals(&self, camel: &str) -> bool {
        let capitals = format!("{}ID", camel.strip_suffix("Id").unwrap_or(camel));
        let count = |end: &str| self.placeholders.iter().filter(|name| name.ends_with(end)).count();
        let own = |name: &str| self.placeholders.contains(name);
        own(&capitals) || (!own(camel) && count("ID") >= ENOUGH_CAPITALS && count("ID") > count("Id"))
    }
}

fn see(names: &mut HashMap<String, Seen>, name: &str, span: Span) {
    if style(name).is_some() {
        names.entry(fold(name)).or_default().entry(name.to_owned()).or_insert(span);
    }
}

/// The only one in a spelling.
fn in_case(seen: &Seen, case: WireCase) -> Option<(&String, &Span)> {
    only(seen.iter().filter(|(name, _)| style(name) == Some(case)))
}

/// The keys in an Example cell with JSON, be it whole or cut off.
fn json_keys(cell: &str) -> impl Iterator<Item = &str> {
    let pieces: Vec<&str> = if cell.contains('{') { cell.split('"').collect() } else { Vec::new() };
    let is_key = |pair: &&[&str]| pair[1].trim_start().starts_with(':');
    let keys: Vec<&str> = pieces.windows(2).filter(is_key).map(|pair| pair[0].trim_end_matches('\\')).collect();
    keys.into_iter()
}

/// The spelling of a name of several words; none where it is of one, or of no plain spelling.
fn style(name: &str) -> Option<WireCase> {
    let inner = name.trim_matches('_');
    let has_capital = inner.chars().skip(1).any(char::is_uppercase);
    let is_plain = inner.starts_with(char::is_lowercase) && inner.chars().all(|c| c.is_alphanumeric() || c == '_');
    match (inner.contains('_'), has_capital) {
        (true, false) if is_plain => Some(WireCase::Snake),
        (false, true) if is_plain => Some(WireCase::Camel),
        _ => None,
    }
}

/// Camel or snake, by the number of distinct names of several words.
fn vote<'n>(names: impl Iterator<Item = &'n str>, enough: usize) -> Option<WireCase> {
    let styles: Vec<WireCase> = names.filter_map(style).collect();
    let camel = styles.iter().filter(|case| **case == WireCase::Camel).count();
    let snake = styles.len() - camel;
    if styles.len() < enough || camel == snake {
        return None;
    }
    Some(if camel > snake { WireCase::Camel } else { WireCase::Snake })
}

#[cfg(test)]
mod tests {
    use super::{json_keys, style, vote};
    use crate::model::WireCase;

    #[test]
    fn keys_are_what_stands_before_a_colon() {
        let keys = |cell| json_keys(cell).collect::<Vec<_>>();
        assert_eq!(keys(r#"{"aB": "c_d", "e" : {"f_g": ["#), ["aB", "e", "f_g"]);
        assert_eq!(keys(r#"{\"a_b\": 1}"#), ["a_b"]);
        assert_eq!(keys(r#"say "a_b": no"#), [""; 0]);
    }

    #[test]
    fn names_of_one_word_have_no_spelling() {
        for (name, case) in [
            ("pet_id", Some(WireCase::Snake)),
            ("_petId", Some(WireCase::Camel)),
            ("petID", Some(WireCase::Camel)),
            ("pet", None),
            ("PetId", None),
            ("pet_Id", None),
            ("pet-id", None),
        ] {
            assert_eq!(style(name), case, "{name}");
        }
    }

    #[test]
    fn few_names_tell_nothing() {
        let names = ["a_b", "c_d", "eF", "g"];
        assert_eq!(vote(names.into_iter(), 3), Some(WireCase::Snake));
        assert_eq!(vote(names.into_iter(), 4), None);
        assert_eq!(vote(["a_b", "cD"].into_iter(), 1), None);
    }
}
