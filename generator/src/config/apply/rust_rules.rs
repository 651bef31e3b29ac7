//! Changes to the generated Rust: attributes, names, and types of the user's own.
//!
//! In: rules and the model. Out: the model with those changes, and which rules were of use; what is no Rust is a
//! finding. It must not know how Rust is written.

use crate::{
    config::{
        Applied, Inject, Pattern, Rename, Renamed, Replace, Rule,
        rust_text::{self, quoted},
    },
    model::{Derives, Model, Replacement, TypeId},
    source::{Code, Diagnostic},
};
use indexmap::IndexMap;
use std::collections::HashMap;
use syn::{parse::Parser, punctuated::Punctuated};

/// Looks up the types that attributes are for; what is no attribute is an error.
pub(super) fn check_injected(rules: &[Rule<Inject>], model: &Model, applied: &mut Applied) {
    for rule in rules {
        if model.types.keys().any(|id| rule.value.types.matches(&id.0)) {
            applied.mark_used(rule);
        }
        for text in rule.value.attributes.iter().filter(|text| !rust_text::is_attribute(text)) {
            let finding =
                Diagnostic::at(Code::BadConfig, rule.at("attributes"), format!("{} is no attribute", quoted(text)));
            applied.diagnostics.push(finding.help("write what stands within `#[…]`, such as `must_use`"));
        }
        for (name, problem) in derived(rule).iter().filter_map(|name| Some((name, underivable(name, rule, model)?))) {
            let finding = Diagnostic::at(Code::BadConfig, rule.at("attributes"), format!("`{name}` {problem}"));
            applied.diagnostics.push(finding.help(format!("leave `{name}` out of `derive(…)`")));
        }
    }
}

/// The traits that a rule derives.
fn derived(rule: &Rule<Inject>) -> Vec<String> {
    let attributes = rule.value.attributes.iter().filter(|text| rust_text::is_attribute(text));
    let metas = attributes.filter_map(|text| syn::parse_str::<syn::MetaList>(text).ok());
    let mut names = Vec::new();
    for meta in metas.filter(|meta| meta.path.is_ident("derive")) {
        let paths = Punctuated::<syn::Path, syn::Token![,]>::parse_terminated.parse2(meta.tokens);
        let last = |path: syn::Path| path.segments.last().map(|segment| segment.ident.to_string());
        names.extend(paths.into_iter().flatten().filter_map(last));
    }
    names
}

/// Traits that every generated type has.
const PRESENT: &[&str] = &["Clone", "Debug", "Deserialize", "PartialEq", "Serialize"];

/// Traits that what keeps unknown fields and values does not have.
const IMPOSSIBLE: &[&str] = &["Ord", "PartialOrd"];

/// Why a trait cannot be derived for the types of a rule.
fn underivable(name: &str, rule: &Rule<Inject>, model: &Model) -> Option<String> {
    if PRESENT.contains(&name) {
        return Some("is implemented for every generated type".to_owned());
    }
    if IMPOSSIBLE.contains(&name) {
        return Some("cannot be derived: unknown fields and values, which the types keep, have no order".to_owned());
    }
    let has = |derives: &Derives| match name {
        "Eq" => derives.eq,
        "Hash" => derives.hash,
        "Copy" => derives.copy,
        "Default" => derives.default,
        _ => false,
    };
    let mut types = model.types.iter().filter(|(id, _)| rule.value.types.matches(&id.0));
    types.find(|(_, definition)| has(&definition.derives)).map(|(id, _)| format!("is implemented for `{id}` already"))
}

/// The attributes to add, by type.
pub(in crate::config) fn injected(rules: &[Rule<Inject>], model: &Model) -> HashMap<TypeId, Vec<String>> {
    let mut attributes: HashMap<TypeId, Vec<String>> = HashMap::new();
    for rule in rules {
        for id in model.types.keys().filter(|id| rule.value.types.matches(&id.0)) {
            attributes.entry(id.clone()).or_default().extend(rule.value.attributes.iter().cloned());
        }
    }
    attributes
}

/// Notes which types of the user's own stand in the place of generated ones; the last rule that fits a type counts.
pub(super) fn replace(rules: &[Rule<Replace>], model: &mut Model, applied: &mut Applied) {
    for rule in rules {
        let Replace { types, with, eq } = &rule.value;
        if !rust_text::is_type(with) {
            let finding = Diagnostic::at(
                Code::BadConfig,
                rule.at("with"),
                format!("{} is no Rust type with a name", quoted(with)),
            );
            applied.diagnostics.push(finding.help("write the path of your type, such as `::acme_types::Money`"));
            continue;
        }
        for (_, definition) in model.types.iter_mut().filter(|(id, _)| types.matches(&id.0)) {
            definition.replaced = Some(Replacement { with: with.clone(), eq: *eq });
            applied.mark_used(rule);
        }
    }
}

/// Gives types and endpoints their new names; a name that is taken is an error.
pub(super) fn rename(rules: &[Rule<Rename>], model: &mut Model, applied: &mut Applied) {
    for rule in rules {
        if !rust_text::is_type_name(&rule.value.to) {
            let message = format!("{} is no name for a Rust type", quoted(&rule.value.to));
            let finding = Diagnostic::at(Code::BadConfig, rule.at("to"), message);
            applied
                .diagnostics
                .push(finding.help("write words with capitals and no other sign, such as `AccountOwner`"));
            continue;
        }
        let clashes = match &rule.value.of {
            Renamed::Type(pattern) => rename_types(rule, pattern, model, applied),
            Renamed::Operation(pattern) => rename_operations(rule, pattern, model, applied),
        };
        for (place, named) in clashes.iter().filter(|(_, named)| named.len() > 1) {
            let message = format!("`{}` would name {} {place}: {}", rule.value.to, named.len(), named.join(", "));
            applied.diagnostics.push(Diagnostic::at(Code::BadConfig, rule.at("to"), message));
        }
    }
}

/// What has a name afterwards, by where it must be the only one.
type Named = IndexMap<String, Vec<String>>;

fn rename_types(rule: &Rule<Rename>, pattern: &Pattern, model: &mut Model, applied: &mut Applied) -> Named {
    let mut named = Named::new();
    for (id, definition) in &mut model.types {
        if pattern.matches(&id.0) {
            definition.rust.clone_from(&rule.value.to);
            applied.mark_used(rule);
        }
        if definition.rust == rule.value.to {
            named.entry(format!("types of `{}`", definition.module)).or_default().push(id.to_string());
        }
    }
    named
}

fn rename_operations(rule: &Rule<Rename>, pattern: &Pattern, model: &mut Model, applied: &mut Applied) -> Named {
    let mut named = Named::new();
    for operation in &mut model.operations {
        if pattern.matches(&operation.id) {
            operation.rust.clone_from(&rule.value.to);
            applied.mark_used(rule);
        }
        if operation.rust == rule.value.to {
            named.entry(format!("endpoints of `{}`", operation.module)).or_default().push(operation.id.clone());
        }
    }
    named
}
