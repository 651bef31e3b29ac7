//! Rules that fit by pattern, and the account of which of them were of use.
//!
//! In: rules and the model. Out: the model changed by the renames; findings for rules that fit nothing.

use super::{
    Pattern,
    rust_text::{self, quoted},
};
use crate::{
    model::{Model, Replacement, TypeId},
    source::{Code, Diagnostic, Diagnostics, Span},
};
use indexmap::IndexMap;
use serde::Deserialize;
use std::{
    collections::HashMap,
    sync::atomic::{AtomicBool, Ordering},
};

/// A line of the configuration, where it stands, and whether it was of use.
#[derive(Debug)]
pub struct Rule<T> {
    /// What it says.
    pub value: T,
    /// Where it stands.
    pub span: Span,
    used: AtomicBool,
}

impl<T> Rule<T> {
    /// A rule that was of no use yet.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span, used: AtomicBool::new(false) }
    }

    /// Notes that it was of use.
    pub fn mark_used(&self) {
        self.used.store(true, Ordering::Relaxed);
    }

    /// Whether it was of use.
    pub fn is_used(&self) -> bool {
        self.used.load(Ordering::Relaxed)
    }
}

/// Adds attributes to Rust types.
#[derive(Debug, Clone, Deserialize)]
pub struct Inject {
    /// Types by id.
    #[serde(rename = "type")]
    pub types: Pattern,
    /// What stands within `#[…]`.
    pub attributes: Vec<String>,
}

/// Gives a Rust type another name.
#[derive(Debug, Clone, Deserialize)]
pub struct Rename {
    /// The type by id.
    #[serde(rename = "type")]
    pub types: Pattern,
    /// Its new name.
    pub to: String,
}

/// Puts a Rust type of the user's own in the place of a generated one.
#[derive(Debug, Clone, Deserialize)]
pub struct Replace {
    /// Types by id.
    #[serde(rename = "type")]
    pub types: Pattern,
    /// The user's type.
    pub with: String,
    /// Whether the user's type is `Eq` and `Hash`.
    #[serde(default)]
    pub eq: bool,
}

/// All rules on the generated Rust.
#[derive(Debug, Default)]
pub struct Rules {
    /// Added attributes.
    pub inject: Vec<Rule<Inject>>,
    /// Other names.
    pub rename: Vec<Rule<Rename>>,
    /// Types of the user's own.
    pub replace: Vec<Rule<Replace>>,
}

impl Rules {
    pub(super) fn report_unused(&self, diagnostics: &mut Diagnostics) {
        report_unused(&self.inject, "no type", diagnostics);
        report_unused(&self.rename, "no type", diagnostics);
        report_unused(&self.replace, "no type", diagnostics);
    }
}

/// An error for each rule that was of no use.
pub(super) fn report_unused<T>(rules: &[Rule<T>], nothing: &str, diagnostics: &mut Diagnostics) {
    for rule in rules.iter().filter(|rule| !rule.is_used()) {
        let finding = Diagnostic::at(Code::UnusedOverride, rule.span, format!("this rule concerns {nothing}"))
            .help("remove it, or mend its pattern; `tablature survey` and model.json show the names that there are");
        diagnostics.push(finding);
    }
}

/// Looks up the types that attributes are for; what is no attribute is an error.
pub(super) fn check_injected(rules: &[Rule<Inject>], model: &Model, diagnostics: &mut Diagnostics) {
    for rule in rules {
        if model.types.keys().any(|id| rule.value.types.matches(&id.0)) {
            rule.mark_used();
        }
        for text in rule.value.attributes.iter().filter(|text| !rust_text::is_attribute(text)) {
            let finding = Diagnostic::at(Code::BadConfig, rule.span, format!("{} is no attribute", quoted(text)));
            diagnostics.push(finding.help("write what stands within `#[…]`, such as `derive(PartialOrd)`"));
        }
    }
}

/// The attributes to add, by type.
pub(super) fn injected(rules: &[Rule<Inject>], model: &Model) -> HashMap<TypeId, Vec<String>> {
    let mut attributes: HashMap<TypeId, Vec<String>> = HashMap::new();
    for rule in rules {
        for id in model.types.keys().filter(|id| rule.value.types.matches(&id.0)) {
            attributes.entry(id.clone()).or_default().extend(rule.value.attributes.iter().cloned());
        }
    }
    attributes
}

/// Notes which types of the user's own stand in the place of generated ones; the last rule that fits a type counts.
pub(super) fn replace(rules: &[Rule<Replace>], model: &mut Model, diagnostics: &mut Diagnostics) {
    for rule in rules {
        let Replace { types, with, eq } = &rule.value;
        if !rust_text::is_type(with) {
            let finding =
                Diagnostic::at(Code::BadConfig, rule.span, format!("{} is no Rust type with a name", quoted(with)));
            diagnostics.push(finding.help("write the path of your type, such as `::acme_types::Money`"));
            continue;
        }
        for (_, definition) in model.types.iter_mut().filter(|(id, _)| types.matches(&id.0)) {
            definition.replaced = Some(Replacement { with: with.clone(), eq: *eq });
            rule.mark_used();
        }
    }
}

/// Gives types their new names; a name that is taken is an error.
pub(super) fn rename(rules: &[Rule<Rename>], model: &mut Model, diagnostics: &mut Diagnostics) {
    for rule in rules {
        if !rust_text::is_type_name(&rule.value.to) {
            let message = format!("{} is no name for a Rust type", quoted(&rule.value.to));
            let finding = Diagnostic::at(Code::BadConfig, rule.span, message);
            diagnostics.push(finding.help("write words with capitals and no other sign, such as `AccountOwner`"));
            continue;
        }
        for (_, definition) in model.types.iter_mut().filter(|(id, _)| rule.value.types.matches(&id.0)) {
            definition.rust.clone_from(&rule.value.to);
            rule.mark_used();
        }
        report_clash(rule, model, diagnostics);
    }
}

fn report_clash(rule: &Rule<Rename>, model: &Model, diagnostics: &mut Diagnostics) {
    let mut ids: IndexMap<&str, Vec<&str>> = IndexMap::new();
    for (id, definition) in model.types.iter().filter(|(_, definition)| definition.rust == rule.value.to) {
        ids.entry(&definition.module).or_default().push(&id.0);
    }
    for (module, clash) in ids.iter().filter(|(_, ids)| ids.len() > 1) {
        let message =
            format!("`{}` would name {} types of `{module}`: {}", rule.value.to, clash.len(), clash.join(", "));
        diagnostics.push(Diagnostic::at(Code::BadConfig, rule.span, message));
    }
}
