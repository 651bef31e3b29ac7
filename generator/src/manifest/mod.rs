//! Whether a crate's own `Cargo.toml` has what its generated files need.
//!
//! In: the text that is there, what its workspace shares, and the text that a new crate would have. Out: findings with the lines
//! to paste. It must not change the file: that is the user's.

mod dependency;
mod workspace;

pub use workspace::{read, shared};

use crate::source::{Code, Diagnostic, FileId, Span};
use dependency::Dependency;
use std::{collections::BTreeSet, fmt::Write as _};
use toml::{Table, Value, de::DeTable};

/// The sections that are looked at, in cargo's order.
const FEATURES: &str = "features";
const DEPENDENCIES: &str = "dependencies";

/// A crate's own manifest.
pub struct Manifest<'t> {
    /// The file that findings point into.
    pub file: FileId,
    /// Its path, as the user knows it.
    pub path: &'t str,
    /// Its text.
    pub text: &'t str,
    /// What its workspace shares with it, where there is one.
    pub shared: Option<Table>,
}

/// Whether a manifest has a feature of this name.
#[cfg(feature = "cli")] // a build script's crate need not have any
#[must_use]
pub fn lists_feature(text: &str, name: &str) -> bool {
    text.parse::<Table>().is_ok_and(|manifest| entry(&manifest, FEATURES, name).is_some())
}

/// What the manifest lacks of `wanted`; nothing if it is no TOML, which cargo will say better.
#[must_use]
pub fn findings(manifest: &Manifest<'_>, wanted: &str) -> Vec<Diagnostic> {
    let (Ok(present), Ok(parsed)) = (manifest.text.parse::<Table>(), wanted.parse::<Table>()) else {
        return Vec::new();
    };
    let mut found: Vec<Diagnostic> = missing(manifest, &present, &parsed, wanted).into_iter().collect();
    for (name, wanted) in section(&parsed, DEPENDENCIES) {
        if let Some(there) = Dependency::find(&present, manifest.shared.as_ref(), name) {
            let faults = there.faults(&Dependency::of(wanted));
            found.extend(faults.into_iter().map(|fault| fault_at(manifest, name, &fault.message(name), fault.cure())));
        }
    }
    for (name, _) in section(&parsed, FEATURES).filter(|(name, _)| is_idle(&present, name)) {
        let message = format!("the feature `{name}` does not enable the dependency `{name}`");
        found.push(fault_at(manifest, name, &message, format!("add `\"dep:{name}\"` to the feature")));
    }
    found
}

/// The finding of all that is not there, with the lines to add.
fn missing(manifest: &Manifest<'_>, present: &Table, parsed: &Table, wanted: &str) -> Option<Diagnostic> {
    let names = |part| section(parsed, part).map(|(name, _)| name);
    let features: Vec<&str> = names(FEATURES).filter(|name| !has_feature(present, name)).collect();
    let dependencies: Vec<&str> = names(DEPENDENCIES).filter(|name| !has_dependency(present, name)).collect();
    let both: BTreeSet<String> = features.iter().chain(&dependencies).map(|name| format!("`{name}`")).collect();
    if both.is_empty() {
        return None;
    }
    let named = both.into_iter().collect::<Vec<_>>().join(", ");
    let message = format!("`{}` lacks what the generated files need: {named}", manifest.path);
    let mut help = String::from("add these lines to it:");
    push_lines(&mut help, wanted, FEATURES, &features);
    push_lines(&mut help, wanted, DEPENDENCIES, &dependencies);
    Some(Diagnostic::general(Code::BadManifest, message).help(help))
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

/// A finding at the line of a dependency or a feature.
fn fault_at(manifest: &Manifest<'_>, name: &str, message: &str, cure: String) -> Diagnostic {
    let place = [DEPENDENCIES, FEATURES].iter().find_map(|section| key_span(manifest, section, name));
    let message = place.map_or_else(|| format!("`{}`: {message}", manifest.path), |_| message.to_owned());
    Diagnostic::at(Code::BadManifest, place, message).help(cure)
}

/// Where a key of a section stands.
fn key_span(manifest: &Manifest<'_>, section: &str, name: &str) -> Option<Span> {
    let whole = DeTable::parse(manifest.text).ok()?;
    let section = whole.get_ref().get(section)?.get_ref().as_table()?;
    let key = section.keys().find(|key| key.get_ref() == name)?.span();
    Some(Span::new(manifest.file, key))
}

/// The entries of a section.
fn section<'t>(manifest: &'t Table, name: &str) -> impl Iterator<Item = (&'t str, &'t Value)> {
    let table = manifest.get(name).and_then(Value::as_table);
    table.into_iter().flatten().map(|(key, value)| (key.as_str(), value))
}

fn entry<'t>(manifest: &'t Table, section: &str, name: &str) -> Option<&'t Value> {
    manifest.get(section)?.get(name)
}

/// A dependency of some targets alone counts as one: what it is for, its author knows.
fn has_dependency(manifest: &Table, name: &str) -> bool {
    let of_targets = section(manifest, "target").filter_map(|(_, target)| target.get(DEPENDENCIES)?.get(name));
    entry(manifest, DEPENDENCIES, name).is_some() || of_targets.count() > 0
}

/// An optional dependency is a feature of its own while nothing says `dep:` of it.
fn has_feature(manifest: &Table, name: &str) -> bool {
    let named = format!("dep:{name}");
    let is_hidden = || section(manifest, FEATURES).flat_map(|(_, list)| texts(list)).any(|text| text == named);
    entry(manifest, FEATURES, name).is_some() || (is_optional(manifest, name) && !is_hidden())
}

/// Whether there is an optional dependency that the feature of its name leaves off, whatever other features that one enables.
fn is_idle(manifest: &Table, name: &str) -> bool {
    let (mut reached, mut waiting) = (BTreeSet::new(), vec![name]);
    while let Some(feature) = waiting.pop() {
        let list = entry(manifest, FEATURES, feature).into_iter().flat_map(texts);
        waiting.extend(list.filter(|text| reached.insert(*text)));
    }
    let enables = |text: &&str| text.strip_prefix("dep:") == Some(name) || text.starts_with(&format!("{name}/"));
    let is_there = entry(manifest, FEATURES, name).is_some() && is_optional(manifest, name);
    is_there && !reached.iter().any(enables)
}

fn is_optional(manifest: &Table, name: &str) -> bool {
    entry(manifest, DEPENDENCIES, name).is_some_and(|value| Dependency::of(value).optional)
}

fn texts(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str)
}
