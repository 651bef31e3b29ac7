//! Whether a crate's own `Cargo.toml` has what its generated files need.
//!
//! In: the text that is there, and the text that a new crate would have. Out: a finding with the lines to paste, or nothing. It
//! must not change the file: that is the user's.

use crate::source::{Code, Diagnostic};
use camino::Utf8Path;
use std::fmt::Write as _;
use toml::{Table, Value};

/// What of the wanted text the present one lacks; nothing if it is no TOML, which cargo will say better.
#[must_use]
pub fn lacking(path: &Utf8Path, present: &str, wanted: &str) -> Option<Diagnostic> {
    let (present, parsed): (Table, Table) = (present.parse().ok()?, wanted.parse().ok()?);
    let features: Vec<&str> = keys(&parsed, "features").filter(|name| !has_feature(&present, name)).collect();
    let dependencies: Vec<&str> =
        keys(&parsed, "dependencies").filter(|name| !has_dependency(&present, &parsed, name)).collect();
    if features.is_empty() && dependencies.is_empty() {
        return None;
    }
    let names: Vec<String> = dependencies.iter().chain(&features).map(|name| format!("`{name}`")).collect();
    let mut named: Vec<String> = Vec::new();
    names.into_iter().for_each(|name| {
        if !named.contains(&name) {
            named.push(name)
        }
    });
    let message = format!("`{path}` lacks what the generated files need of {}", named.join(", "));
    let mut help = String::from("write these lines into it:");
    push_lines(&mut help, wanted, "features", &features);
    push_lines(&mut help, wanted, "dependencies", &dependencies);
    Some(Diagnostic::general(Code::BadManifest, message).help(help))
}

fn keys<'t>(manifest: &'t Table, section: &str) -> impl Iterator<Item = &'t str> {
    let table = manifest.get(section).and_then(Value::as_table);
    table.into_iter().flat_map(Table::keys).map(String::as_str)
}

fn entry<'t>(manifest: &'t Table, section: &str, name: &str) -> Option<&'t Value> {
    manifest.get(section)?.get(name)
}

/// An optional dependency is a feature of its own while nothing says `dep:` of it.
fn has_feature(manifest: &Table, name: &str) -> bool {
    let named = format!("dep:{name}");
    let is_hidden = || {
        let lists = manifest.get("features").and_then(Value::as_table).into_iter().flat_map(Table::values);
        lists.flat_map(texts).any(|text| text == named)
    };
    let optional = entry(manifest, "dependencies", name).and_then(|value| value.get("optional")?.as_bool());
    entry(manifest, "features", name).is_some() || (optional == Some(true) && !is_hidden())
}

/// Whether a dependency is there, with all features that are wanted; those of a workspace's dependency are not looked at.
fn has_dependency(present: &Table, wanted: &Table, name: &str) -> bool {
    let Some(there) = entry(present, "dependencies", name) else { return false };
    if there.get("workspace").and_then(Value::as_bool) == Some(true) {
        return true;
    }
    let features = |value: &Value| -> Vec<String> { value.get("features").into_iter().flat_map(texts).collect() };
    let has = features(there);
    entry(wanted, "dependencies", name).is_none_or(|wanted| features(wanted).iter().all(|text| has.contains(text)))
}

fn texts(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(|item| item.as_str().map(str::to_owned)).collect()
}

/// The lines of a section's keys, as the wanted text has them.
fn push_lines(help: &mut String, wanted: &str, section: &str, names: &[&str]) {
    if names.is_empty() {
        return;
    }
    let _ = write!(help, "\n[{section}]");
    let lines = wanted.lines().skip_while(|line| *line != format!("[{section}]")).skip(1);
    for line in lines.take_while(|line| !line.starts_with('[')) {
        if line.split_once(" =").is_some_and(|(name, _)| names.contains(&name)) {
            let _ = write!(help, "\n{line}");
        }
    }
}
