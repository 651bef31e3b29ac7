//! JSON names: one spelling per API, concluded from the docs unless it is configured.
//!
//! In: pages and sections as written, a built tree. Out: the tree with wire names and their basis. It must not know Rust names.
//!
//! Pages show the SDK language's names. Evidence of the API's own spelling, best first: keys of JSON objects in Example cells;
//! placeholders of URL paths; else the language's own spelling. A single name may be shown as the API spells it (`spellings`).

use super::{
    LowerOptions,
    definitions::{BuiltTree, place_of},
    spellings::Spellings,
};
use crate::{
    dialect::{Dialect, Shown},
    model::{Basis, Evidence, Fact, Field, Rule, TypeId, WireCase},
    naming::{convert, fold, with_capitals},
    source::Sources,
};
use serde_json::Value;
use std::collections::HashMap;

/// How the names of one docs tree are spelled.
#[derive(Debug, Clone, Copy)]
pub struct WireNames<'t> {
    /// Which of the docs folders.
    pub tree: u32,
    /// The spelling of the API, and why it is believed.
    pub case: &'t Fact<WireCase>,
    /// The language of the names on the pages.
    pub dialect: &'static Dialect,
    /// Names that the docs show as the API spells them.
    pub spellings: &'t Spellings,
    /// The pages.
    pub sources: &'t Sources,
}

impl WireNames<'_> {
    /// A shown name as the API spells it: as it is where the language spells names as the API does, else as the docs show it in
    /// JSON or in prose, else in the API's spelling.
    pub fn name(&self, shown: &str) -> Fact<String> {
        if self.dialect.shown.as_wire() == Some(self.case.value) {
            return Fact::assumed(convert(shown, WireCase::AsWritten), Rule::WireNameAsShown);
        }
        if let Some((name, span)) = self.spellings.shown(shown, self.case.value) {
            return Fact::read(name.to_owned(), Evidence::Prose, place_of(self.sources, span));
        }
        let name = self.converted(shown);
        match name.strip_suffix(ID) {
            Some(rest) if self.case.value == WireCase::Camel && self.spellings.ends_in_capitals(&name) => {
                Fact::assumed(format!("{rest}ID"), Rule::WireNameCapitals)
            }
            _ => Fact::assumed(name, rule_of(self.case.value)),
        }
    }

    /// A shown name in the API's spelling, with the capitals that only the API can have given it.
    fn converted(&self, shown: &str) -> String {
        let name = convert(shown, self.case.value);
        match self.dialect.initialisms.filter(|_| self.case.value == WireCase::Camel) {
            Some(others) => with_capitals(&name, shown, others),
            None => name,
        }
    }
}

/// The end of a name in camel case that some APIs write in capitals.
const ID: &str = "Id";

/// The API's spelling, and why it is believed.
#[must_use]
pub fn decide(spellings: &Spellings, dialect: &Dialect, options: &LowerOptions) -> Fact<WireCase> {
    if let Some(case) = options.wire_case {
        return Fact::overridden(case);
    }
    if let Some(case) = spellings.of_keys() {
        return Fact::assumed(case, Rule::WireCaseExampleKeys);
    }
    if let Some(case) = spellings.of_placeholders() {
        return Fact::assumed(case, Rule::WireCasePlaceholders);
    }
    let native = dialect.shown.as_wire().unwrap_or(WireCase::Camel);
    let is_pascal = dialect.shown == Shown::Pascal;
    Fact::assumed(native, if is_pascal { Rule::WireCaseDefaultCamel } else { Rule::WireCaseLanguage })
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

/// An Example cell as JSON, when it holds an object or a list.
#[must_use]
pub fn example_json(cell: &str) -> Option<Value> {
    if !cell.starts_with(['{', '[']) {
        return None;
    }
    serde_json::from_str(&cell.replace("<br/>", "\n").replace("<br>", "\n")).ok()
}

/// Gives every field its wire name.
pub fn apply(tree: &mut BuiltTree, names: &WireNames<'_>) {
    let seen = keys_by_type(tree);
    for (id, def) in &mut tree.types {
        let (keys, fields) = (seen.get(id), def.shape.fields_mut());
        for field in fields.iter_mut() {
            let key = keys.and_then(|keys| keys.get(&fold(&field.doc_name)));
            field.wire = match key {
                Some((key, at)) => Fact::read(key.clone(), Evidence::Prose, at.clone()),
                None => names.name(without_suffix(&field.doc_name, id, names.dialect)),
            };
        }
        keep_apart(fields);
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
            let movable = [at, before].into_iter().find(|it| fields[*it].wire.value != fields[*it].doc_name);
            if let Some(moved) = movable {
                holders.insert(fields[at].wire.value.clone(), if moved == at { before } else { at });
                fields[moved].wire = Fact::assumed(fields[moved].doc_name.clone(), Rule::WireNameToStayApart);
                next = Some(moved);
            }
        }
    }
}

fn rule_of(case: WireCase) -> Rule {
    match case {
        WireCase::AsWritten => Rule::WireNameAsShown,
        WireCase::Camel => Rule::WireNameCamel,
        WireCase::Snake => Rule::WireNameSnake,
        WireCase::Kebab => Rule::WireNameKebab,
        WireCase::Pascal => Rule::WireNamePascal,
    }
}

/// The keys, by their letters, that Example cells show for the objects of a type, and where.
fn keys_by_type(tree: &BuiltTree) -> HashMap<TypeId, HashMap<String, (String, String)>> {
    let mut seen: HashMap<TypeId, HashMap<String, (String, String)>> = HashMap::new();
    for def in tree.types.values() {
        for field in def.shape.fields() {
            let Some(id) = field.ty.named() else { continue };
            let Some(value) = field.example.as_deref().and_then(example_json) else { continue };
            let object = match &value {
                Value::Array(items) => items.first().unwrap_or(&value),
                other => other,
            };
            if let Value::Object(map) = object {
                let keys = seen.entry(id.clone()).or_default();
                let at = format!("{}:{}", def.source.page, field.line);
                map.keys().for_each(|key| {
                    keys.entry(fold(key)).or_insert_with(|| (key.clone(), at.clone()));
                });
            }
        }
    }
    seen
}
