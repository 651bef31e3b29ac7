//! JSON names: one spelling per API, concluded from the docs unless it is configured.
//!
//! In: pages and sections as written, a built tree. Out: the tree with wire names and their basis. It must not know Rust names.
//!
//! Pages show the SDK language's names. Evidence of the API's own spelling, best first: keys of JSON objects in Example cells;
//! placeholders of URL paths; else the language's own spelling. Words in prose are no evidence: they name other things.

use super::{
    LowerOptions,
    definitions::BuiltTree,
    operations::{SectionAsWritten, placeholders},
    written::{Content, WrittenPage},
};
use crate::{
    dialect::{Dialect, Shown},
    model::{Basis, Evidence, Fact, Field, Rule, Shape, TypeId, WireCase},
    naming::{convert, fold},
};
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};

/// A shown name as the API spells it: as written where the language's spelling is the API's.
#[must_use]
pub fn wire_name(shown: &str, case: WireCase, dialect: &Dialect) -> String {
    if dialect.shown.as_wire() == Some(case) { convert(shown, WireCase::AsWritten) } else { convert(shown, case) }
}

/// The API's spelling, and why it is believed.
#[must_use]
pub fn decide(
    sections: &[SectionAsWritten],
    pages: &[WrittenPage],
    dialect: &Dialect,
    options: &LowerOptions,
) -> Fact<WireCase> {
    if let Some(case) = options.wire_case {
        return Fact::overridden(case);
    }
    let keys = example_keys(pages);
    if let Some(case) = vote(keys.iter().map(String::as_str)) {
        return Fact::assumed(case, Rule::WireCaseExampleKeys);
    }
    let placeholders: BTreeSet<&str> = sections.iter().flat_map(|section| placeholders(&section.usage.path)).collect();
    if let Some(case) = vote(placeholders.into_iter()) {
        return Fact::assumed(case, Rule::WireCasePlaceholders);
    }
    let native = dialect.shown.as_wire().unwrap_or(WireCase::Camel);
    Fact::assumed(
        native,
        if dialect.shown == Shown::Pascal { Rule::WireCaseDefaultCamel } else { Rule::WireCaseLanguage },
    )
}

/// How good the evidence for the API's spelling is; 0 where the language's own spelling stands in for it.
#[must_use]
pub fn evidence(basis: &Basis) -> u8 {
    match basis {
        Basis::Rule(rule) if rule.is_guess() => 0,
        Basis::Read(Evidence::OtherDocs, _) => 0,
        basis => basis.strength(),
    }
}

/// Camel or snake, by the number of distinct names of several words.
fn vote<'n>(names: impl Iterator<Item = &'n str>) -> Option<WireCase> {
    let (mut camel, mut snake) = (0usize, 0usize);
    for name in names {
        let inner = name.trim_matches('_');
        let has_capital = inner.chars().skip(1).any(char::is_uppercase);
        let first_small = inner.starts_with(char::is_lowercase);
        let plain = inner.chars().all(|c| c.is_alphanumeric() || c == '_');
        match (inner.contains('_'), has_capital) {
            (true, false) if plain && first_small => snake += 1,
            (false, true) if plain && first_small => camel += 1,
            _ => {}
        }
    }
    match camel.cmp(&snake) {
        std::cmp::Ordering::Greater => Some(WireCase::Camel),
        std::cmp::Ordering::Less => Some(WireCase::Snake),
        std::cmp::Ordering::Equal => None,
    }
}

/// Distinct keys of the JSON objects in Example cells.
fn example_keys(pages: &[WrittenPage]) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for page in pages {
        let Content::Fields(rows) = &page.content else { continue };
        for value in rows.iter().filter_map(|row| example_json(row.example.as_deref()?)) {
            collect_keys(&value, &mut keys);
        }
    }
    keys
}

fn collect_keys(value: &Value, keys: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| {
            keys.insert(key.clone());
            collect_keys(value, keys);
        }),
        Value::Array(items) => items.iter().for_each(|item| collect_keys(item, keys)),
        _ => {}
    }
}

/// An Example cell as JSON, when it holds an object or a list.
#[must_use]
pub fn example_json(cell: &str) -> Option<Value> {
    if !cell.starts_with(['{', '[']) {
        return None;
    }
    serde_json::from_str(&cell.replace("<br/>", "\n").replace("<br>", "\n")).ok()
}

/// Gives every field its wire name.
pub fn apply(tree: &mut BuiltTree, case: &Fact<WireCase>, dialect: &Dialect) {
    let seen = keys_by_type(tree);
    let rule = rule_name(case.value, dialect);
    for (id, def) in &mut tree.types {
        let Shape::Struct(shape) = &mut def.shape else { continue };
        let keys = seen.get(id);
        for field in &mut shape.fields {
            let wire = wire_name(without_suffix(&field.shown, id, dialect), case.value, dialect);
            let key = keys.and_then(|keys| keys.get(&fold(&field.shown))).filter(|key| **key != wire);
            field.wire = match key {
                Some(key) => Fact::assumed(key.clone(), Rule::WireNameExampleKey),
                None => Fact::assumed(wire, rule),
            };
        }
        keep_apart(&mut shape.fields);
    }
}

/// C# has no member of its class's own name: the field `Amount` of `Amount` is shown as `AmountValue`.
fn without_suffix<'n>(shown: &'n str, id: &TypeId, dialect: &Dialect) -> &'n str {
    let name = dialect.own_name_suffix.and_then(|suffix| shown.strip_suffix(suffix));
    name.filter(|name| *name == id.title()).unwrap_or(shown)
}

/// Two fields of one wire name: the later keeps what the page shows, and where that is the name, the earlier does.
fn keep_apart(fields: &mut [Field]) {
    let mut holders: HashMap<String, usize> = HashMap::new();
    for at in 0..fields.len() {
        let mut next = Some(at);
        while let Some(at) = next.take() {
            let Some(before) = holders.insert(fields[at].wire.value.clone(), at) else { continue };
            let movable = [at, before].into_iter().find(|it| fields[*it].wire.value != fields[*it].shown);
            if let Some(moved) = movable {
                holders.insert(fields[at].wire.value.clone(), if moved == at { before } else { at });
                fields[moved].wire = Fact::assumed(fields[moved].shown.clone(), Rule::WireNameToStayApart);
                next = Some(moved);
            }
        }
    }
}

fn rule_name(case: WireCase, dialect: &Dialect) -> Rule {
    match case {
        _ if dialect.shown.as_wire() == Some(case) => Rule::WireNameAsShown,
        WireCase::AsWritten => Rule::WireNameAsShown,
        WireCase::Camel => Rule::WireNameCamel,
        WireCase::Snake => Rule::WireNameSnake,
        WireCase::Kebab => Rule::WireNameKebab,
        WireCase::Pascal => Rule::WireNamePascal,
    }
}

/// Folded to exact keys that Example cells show for the objects of a type; keys that fold alike cancel out.
fn keys_by_type(tree: &BuiltTree) -> HashMap<TypeId, HashMap<String, String>> {
    let mut seen: HashMap<TypeId, HashMap<String, String>> = HashMap::new();
    for def in tree.types.values() {
        let Shape::Struct(shape) = &def.shape else { continue };
        for field in &shape.fields {
            let Some(id) = field.ty.named() else { continue };
            let Some(value) = field.example.as_deref().and_then(example_json) else { continue };
            let object = match &value {
                Value::Array(items) => items.first().unwrap_or(&value),
                other => other,
            };
            if let Value::Object(map) = object {
                let keys = seen.entry(id.clone()).or_default();
                map.keys().for_each(|key| {
                    keys.entry(fold(key)).or_insert_with(|| key.clone());
                });
            }
        }
    }
    seen
}
