//! The keys that the two files may hold, and findings for all others.
//!
//! In: a parsed file. Out: a finding for each unknown key. It must not know what the keys mean: the forms that
//! serde reads name them. Serde would stop at the first unknown key; this walk reports them all, with the key that was probably meant.

use super::{
    file::{ConfigFile, Select, TypeSettings},
    overrides::{
        EnumOverride, FieldOverride, OperationOverride, OverridesFile, ParameterOverride, SecurityOverride,
        ServerOverride, UnionOverride,
    },
    rust_rules::{Inject, Rename, Replace},
};
use crate::{
    naming::near,
    source::{Code, Diagnostic, Diagnostics, FileId, Span},
};
use serde::{
    Deserializer,
    de::{DeserializeOwned, Error as _, Visitor},
    forward_to_deserialize_any,
};
use toml::de::{DeTable, DeValue};

/// The form of each table by its name, as the keys that it may hold; the file itself is the table without a name.
pub(super) type Keys = &'static [(&'static str, fn() -> &'static [&'static str])];

/// The tables of `tablature.toml`.
pub(super) const CONFIG: Keys = &[
    ("", keys_of::<ConfigFile>),
    ("select", keys_of::<Select>),
    ("types", keys_of::<TypeSettings>),
    ("inject", keys_of::<Inject>),
    ("rename", keys_of::<Rename>),
    ("replace", keys_of::<Replace>),
];

/// The tables of `overrides.toml`.
pub(super) const OVERRIDES: Keys = &[
    ("", keys_of::<OverridesFile>),
    ("field", keys_of::<FieldOverride>),
    ("parameter", keys_of::<ParameterOverride>),
    ("operation", keys_of::<OperationOverride>),
    ("security", keys_of::<SecurityOverride>),
    ("server", keys_of::<ServerOverride>),
    ("union", keys_of::<UnionOverride>),
    ("enum", keys_of::<EnumOverride>),
];

/// The keys that serde takes for a form: a struct names its fields when it is read.
fn keys_of<T: DeserializeOwned>() -> &'static [&'static str] {
    let mut keys: &[&str] = &[];
    // It has named them before it fails.
    let _ = T::deserialize(Asks(&mut keys));
    keys
}

/// Holds nothing, and notes which fields are asked for.
struct Asks<'k>(&'k mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Asks<'_> {
    type Error = serde::de::value::Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        *self.0 = fields;
        self.deserialize_any(visitor)
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
        Err(Self::Error::custom("there is nothing to read"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// Reports the keys of a file that are not in the list.
pub(super) fn check(file: FileId, root: &DeTable<'_>, keys: Keys, diagnostics: &mut Diagnostics) {
    check_table(file, "", root, keys, diagnostics);
    for (name, value) in root {
        let name = name.get_ref().as_ref();
        for table in tables(value.get_ref()) {
            check_table(file, name, table, keys, diagnostics);
        }
    }
}

/// The table that a value is, or the tables that it lists.
pub(super) fn tables<'a, 'i>(value: &'a DeValue<'i>) -> Vec<&'a DeTable<'i>> {
    match value {
        DeValue::Table(table) => vec![table],
        DeValue::Array(items) => items.iter().filter_map(|item| item.get_ref().as_table()).collect(),
        _ => Vec::new(),
    }
}

fn check_table(file: FileId, name: &str, table: &DeTable<'_>, keys: Keys, diagnostics: &mut Diagnostics) {
    let Some((_, known)) = keys.iter().find(|(table, _)| *table == name) else { return };
    let known = known();
    for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
        let message = match name {
            "" => format!("unknown key `{}`", key.get_ref()),
            _ => format!("unknown key `{}` in `{name}`", key.get_ref()),
        };
        let at = Span::new(file, key.span());
        diagnostics.push(Diagnostic::at(Code::BadConfig, at, message).help(advice(key.get_ref(), known)));
    }
}

fn advice(key: &str, known: &[&str]) -> String {
    match near(key, known.iter().copied()) {
        Some(near) => format!("write `{near}`"),
        None => format!("the keys are {}", known.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_names_its_keys() {
        for (table, keys) in CONFIG.iter().chain(OVERRIDES) {
            assert!(!keys().is_empty(), "{table}");
        }
        assert_eq!(keys_of::<Rename>(), ["type", "operation", "to"]);
        assert!(keys_of::<OverridesFile>().contains(&"enum"));
    }
}
