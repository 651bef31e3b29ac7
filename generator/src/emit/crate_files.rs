//! What stands above the API's modules: `src/lib.rs`, and the `Cargo.toml` of a new crate.
//!
//! In: the model. Out: the two texts. It must not know what the modules hold.

use super::{
    DateTimes, EmitOptions, endpoints, front_page,
    gates::{ALL, Gates},
    item, rustdoc,
};
use crate::{model::Model, output::OutFile};
use std::fmt::Write as _;

/// Lints that do not fit text that a vendor wrote, each with the reason.
const ALLOWED: &[(&str, &str)] = &[
    ("deprecated", "what the API deprecates is still read and written"),
    ("clippy::doc_markdown", "the prose is the vendor's"),
    ("clippy::large_enum_variant", "boxes are where types are recursive, so that values stay plain to build and match"),
    ("clippy::struct_excessive_bools", "the API's objects are as they are"),
    ("clippy::struct_field_names", "so are the names of their fields"),
    ("clippy::type_complexity", "and their types"),
];

/// `src/lib.rs`.
pub(super) fn library(model: &Model, gates: &Gates<'_>, command: &str) -> OutFile {
    let mut text = format!("{}\n{}", item::header("the docs", command), front_page::docs(model, gates));
    for (lint, reason) in ALLOWED {
        let _ = writeln!(text, "#![allow({lint})] // {reason}");
    }
    if gates.are_there() {
        let lints = "dead_code, unused_imports, unused_macros";
        let reason = "what the operations call that are left out";
        let _ = writeln!(text, "#![cfg_attr(not(feature = {ALL:?}), allow({lints}))] // {reason}");
    }
    text.push_str("\n#[rustfmt::skip]\nmod api;\n");
    if !model.operations.is_empty() {
        text.push_str("#[rustfmt::skip]\npub mod call;\n");
        text.push_str("#[cfg(any(feature = \"reqwest\", feature = \"ureq\"))]\n#[rustfmt::skip]\npub mod client;\n");
    }
    text.push_str("#[rustfmt::skip]\npub mod support;\n");
    if !model.types.is_empty() || !model.operations.is_empty() {
        text.push_str("\npub use api::*;\n");
    }
    OutFile { path: "src/lib.rs".into(), text }
}

/// The `Cargo.toml` of a new crate for an API.
///
/// ```
/// use tablature::{emit::{EmitOptions, crate_manifest}, model::Model};
/// let model = Model { name: "pets-api".into(), ..Model::default() };
/// assert!(crate_manifest(&model, &EmitOptions::default()).contains("name = \"pets-api\""));
/// ```
#[must_use]
pub fn crate_manifest(model: &Model, options: &EmitOptions) -> String {
    let mut text = format!(
        "[package]\nname = {:?}\nversion = \"0.1.0\"\nedition = \"2021\"\nrust-version = \"1.75\"\n\
         keywords = [\"api\", \"client\"]\ncategories = [\"api-bindings\"]\n\
         # Name the license of your crate here; without one, no registry takes it.\n# license = \"Apache-2.0 OR MIT\"\n\
         # Remove this line to publish the crate: it is a safeguard, for the API may not be yours to name.\npublish = false\n",
        model.name
    );
    for (key, value) in about(model) {
        let _ = writeln!(text, "{key} = {}", toml::Value::String(value));
    }
    let has_operations = !model.operations.is_empty();
    if has_operations {
        push_section(&mut text, "package.metadata.docs.rs", [("all-features", "true")]);
        let groups = Gates::new(model, options.group_features).features();
        let groups = groups.iter().map(|(name, needs)| (name.as_str(), needs.as_str()));
        let mut features: Vec<_> = groups.chain(endpoints::features().iter().copied()).collect();
        features.sort_unstable();
        push_section(&mut text, "features", features);
    }
    let types =
        [("serde", r#""1""#), ("serde_json", r#"{ version = "1", features = ["float_roundtrip", "raw_value"] }"#)];
    let endpoints = if has_operations { endpoints::dependencies() } else { &[] };
    let mut dependencies: Vec<_> =
        types.into_iter().chain(endpoints.iter().copied()).chain(date_times(options.date_time)).collect();
    dependencies.sort_unstable();
    push_section(&mut text, "dependencies", dependencies);
    text
}

/// What a registry shows of the crate.
fn about(model: &Model) -> impl Iterator<Item = (&'static str, String)> + '_ {
    let about = &model.about;
    let description = about.summary.as_ref().or(about.title.as_ref()).map(|text| rustdoc::plain(&text.value));
    let description = description.filter(|text| !text.is_empty());
    let unstated = || Some(format!("Types and typed endpoints of the {}", front_page::title(model)));
    let description = description.or_else(unstated);
    let homepage = about.link.as_ref().map(|link| link.value.clone());
    let lines = [("description", description), ("homepage", homepage)];
    lines.into_iter().filter_map(|(key, value)| Some((key, value.filter(|text| !text.is_empty())?)))
}

fn push_section<'t>(text: &mut String, name: &str, lines: impl IntoIterator<Item = (&'t str, &'t str)>) {
    let _ = writeln!(text, "\n[{name}]");
    for (key, value) in lines {
        let _ = writeln!(text, "{key} = {value}");
    }
}

fn date_times(choice: DateTimes) -> Option<(&'static str, &'static str)> {
    match choice {
        DateTimes::Text => None,
        DateTimes::Jiff => Some(("jiff", r#""0.2""#)),
        DateTimes::Chrono => Some(("chrono", r#"{ version = "0.4", default-features = false, features = ["std"] }"#)),
        DateTimes::Time => Some(("time", r#"{ version = "0.3", features = ["formatting", "macros", "parsing"] }"#)),
    }
}
