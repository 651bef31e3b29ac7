//! The keys that the two files may hold, and findings for all others.
//!
//! In: a parsed file. Out: a finding for each unknown key. It must not know what the keys mean: serde would stop at the first unknown key; this walk reports them all, with the key that was probably meant.

use crate::{
    naming::near,
    source::{Code, Diagnostic, Diagnostics, FileId, Span},
};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// The keys of each table by its name; the file itself is the table without a name.
pub(super) type Keys = &'static [(&'static str, &'static [&'static str])];

/// The keys of `tablature.toml`.
pub(super) const CONFIG: Keys = &[
    (
        "",
        &[
            "docs",
            "source",
            "out",
            "name",
            "language",
            "wire_case",
            "strict",
            "dangling",
            "closed_enums",
            "endpoint_names",
            "group_features",
            "extra",
            "secret_headers",
            "overrides",
            "facts",
            "select",
            "types",
            "inject",
            "rename",
            "replace",
        ],
    ),
    ("select", &["operations"]),
    ("types", &["date_time", "unstated_null", "merge_same_shape"]),
    ("inject", &["type", "attributes"]),
    ("rename", &["type", "operation", "to"]),
    ("replace", &["type", "with", "eq"]),
];

/// The keys of `overrides.toml`.
pub(super) const OVERRIDES: Keys = &[
    ("", &["field", "parameter", "operation", "security", "server", "union", "enum"]),
    ("field", &["type", "field", "wire", "required", "nullable", "secret", "is", "constant", "reason"]),
    ("parameter", &["operation", "name", "place", "wire", "style", "required", "secret", "is", "reason"]),
    ("operation", &["id", "media", "auth", "success_status", "success_media", "success_may_be_empty", "reason"]),
    ("security", &["scheme", "kind", "header", "with", "reason"]),
    ("server", &["url", "description", "reason"]),
    ("union", &["type", "discriminator", "mapping", "reason"]),
    ("enum", &["type", "closed", "reason"]),
];

/// A span of a TOML file.
pub(super) fn span(file: FileId, range: &Range<usize>) -> Span {
    let clip = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span { file, start: clip(range.start), end: clip(range.end) }
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
    for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
        let message = match name {
            "" => format!("unknown key `{}`", key.get_ref()),
            _ => format!("unknown key `{}` in `{name}`", key.get_ref()),
        };
        let at = span(file, &key.span());
        diagnostics.push(Diagnostic::at(Code::BadConfig, at, message).help(advice(key.get_ref(), known)));
    }
}

fn advice(key: &str, known: &[&str]) -> String {
    match near(key, known.iter().copied()) {
        Some(near) => format!("write `{near}`"),
        None => format!("the keys are {}", known.join(", ")),
    }
}
