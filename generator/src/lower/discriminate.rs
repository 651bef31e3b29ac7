//! Discriminators: the property whose value tells the members of a union apart.
//!
//! In: a model with wire names. Out: unions with their discriminators, each with the rule that found it. It must not know
//! pages or Rust names.
//!
//! Two rules, in this order. Go's constructor names end in the tag of a member where the union has a discriminator, and in
//! the member's type where it has none. Elsewhere, a property of all members whose known values do not overlap is one.

use super::index::fold;
use crate::{
    lower::wire::words,
    model::{Discriminator, Fact, Field, Literal, Model, Shape, Struct, Type, TypeId, Union},
    source::{Code, Diagnostic, Diagnostics, Sources},
};
use indexmap::IndexMap;

/// Words that names of discriminators usually end in.
const TAG_WORDS: &[&str] = &["type", "kind", "event", "object", "mode"];

/// Sets the discriminators of all unions that have none yet, and reports members that nothing tells apart.
pub fn discriminate(sources: &Sources, model: &mut Model, diagnostics: &mut Diagnostics) {
    let mut overlaps = Vec::new();
    let found = find(model, &mut overlaps);
    diagnostics.list.extend(overlaps.iter().map(|overlap| overlap.finding(sources, model)));
    for (id, fact) in found {
        if let Some(Shape::Union(union)) = model.types.get_mut(&id).map(|def| &mut def.shape) {
            union.discriminator = Some(fact);
        }
    }
}

/// The discriminators of unions that have none yet; and those whose members nothing tells apart.
pub fn find(model: &Model, overlaps: &mut Vec<Overlap>) -> Vec<(TypeId, Fact<Discriminator>)> {
    let mut found = Vec::new();
    for (id, def) in &model.types {
        let Shape::Union(union) = &def.shape else { continue };
        if union.discriminator.is_some() {
            continue;
        }
        if let Some(structs) = member_structs(model, union) {
            match by_constructors(model, union, &structs).or_else(|| by_constants(model, &structs)) {
                Some(fact) => found.push((id.clone(), fact)),
                None => overlaps.extend(overlap(id, &structs)),
            }
        }
    }
    found
}

/// The members' structs, when there are at least two members and all are structs.
fn member_structs<'m>(model: &'m Model, union: &Union) -> Option<Vec<&'m Struct>> {
    let structs = union.members.iter().map(|member| as_struct(model, &member.ty)).collect::<Option<Vec<_>>>()?;
    (structs.len() > 1).then_some(structs)
}

fn as_struct<'m>(model: &'m Model, ty: &Type) -> Option<&'m Struct> {
    let Type::Named(id) = ty else { return None };
    match &model.types.get(id)?.shape {
        Shape::Struct(shape) => Some(shape),
        _ => None,
    }
}

/// The values that a field may have, where the docs list them.
fn listed_values(model: &Model, field: &Field) -> Option<Vec<String>> {
    if let Some(Fact { value: Literal::String(text), .. }) = &field.constant {
        return Some(vec![text.clone()]);
    }
    let Type::Named(id) = &field.ty else { return None };
    let Shape::Enum(shape) = &model.types.get(id)?.shape else { return None };
    let text = |literal: &Literal| match literal {
        Literal::String(text) => Some(text.clone()),
        _ => None,
    };
    shape.values.iter().map(|value| text(&value.wire)).collect()
}

/// Go: the constructor of a discriminated union ends in the tag, not in the member's type.
fn by_constructors(model: &Model, union: &Union, structs: &[&Struct]) -> Option<Fact<Discriminator>> {
    let suffixes: Vec<String> = union.members.iter().map(|member| fold(&member.shown)).collect();
    let differs = |at: usize| match &union.members[at].ty {
        Type::Named(id) => !suffixes[at].is_empty() && fold(type_title(id)) != suffixes[at],
        _ => false,
    };
    if !(0..suffixes.len()).all(differs) {
        return None;
    }
    let tag = |at: usize, property: &str| tag_value(model, structs[at], property, &union.members[at].shown);
    let candidates = structs[0].fields.iter().map(|field| field.wire.value.as_str());
    let in_all = candidates.filter(|name| structs.iter().all(|s| s.fields.iter().any(|f| f.wire.value == *name)));
    let property = in_all
        .clone()
        .find(|name| (0..structs.len()).all(|at| tag(at, name).1))
        .or_else(|| in_all.clone().find(|name| (0..structs.len()).any(|at| tag(at, name).1)))
        .or_else(|| in_all.clone().find(|name| fold(name) == "type"))?;
    let mapping = (0..structs.len()).map(|at| (tag(at, property).0, at)).collect();
    Some(Fact::assumed(Discriminator { property: property.to_owned(), mapping }, "discriminator:constructor-names"))
}

/// The last part of a type's id.
fn type_title(id: &TypeId) -> &str {
    id.0.rsplit('/').next().unwrap_or_default()
}

/// The tag of a member, and whether the member's own page lists it.
fn tag_value(model: &Model, member: &Struct, property: &str, suffix: &str) -> (String, bool) {
    let field = member.fields.iter().find(|field| field.wire.value == property);
    let values = field.and_then(|field| listed_values(model, field)).unwrap_or_default();
    match values.into_iter().find(|value| fold(value) == fold(suffix)) {
        Some(value) => (value, true),
        None => (words(suffix).join("_"), false),
    }
}

/// A property of all members whose listed values do not overlap.
fn by_constants(model: &Model, structs: &[&Struct]) -> Option<Fact<Discriminator>> {
    let mapping_of = |property: &str| {
        let mut mapping = IndexMap::new();
        for (at, member) in structs.iter().enumerate() {
            let field = member.fields.iter().find(|field| field.wire.value == property)?;
            for value in listed_values(model, field)? {
                if mapping.insert(value, at).is_some() {
                    return None;
                }
            }
        }
        Some(mapping)
    };
    let mut found: Vec<(String, IndexMap<String, usize>)> = structs[0]
        .fields
        .iter()
        .filter_map(|field| Some((field.wire.value.clone(), mapping_of(&field.wire.value)?)))
        .collect();
    // One value a member is the plainest tag; the name `type` settles the rest.
    found.sort_by_key(|(name, mapping)| (mapping.len(), fold(name) != "type"));
    let (property, mapping) = found.into_iter().next()?;
    Some(Fact::assumed(Discriminator { property, mapping }, "discriminator:constants"))
}

/// Two members of a union that can only be told apart by trying.
pub struct Overlap {
    union: TypeId,
    members: [usize; 2],
    property: Option<String>,
}

/// The first two members with the same required keys.
fn overlap(id: &TypeId, structs: &[&Struct]) -> Option<Overlap> {
    let keys: Vec<_> = structs.iter().map(|shape| required_keys(shape)).collect();
    let pair = |at: usize| Some([keys[..at].iter().position(|earlier| *earlier == keys[at])?, at]);
    let members = (0..keys.len()).find_map(pair)?;
    Some(Overlap { union: id.clone(), members, property: likely_property(structs).map(str::to_owned) })
}

impl Overlap {
    fn finding(&self, sources: &Sources, model: &Model) -> Diagnostic {
        let Self { union: id, members, property } = self;
        let definition = model.get(id);
        let shown = |at: usize| match &definition.shape {
            Shape::Union(union) => union.members[at].shown.as_str(),
            Shape::Struct(_) | Shape::Enum(_) | Shape::Opaque => "",
        };
        let [one, other] = members.map(shown);
        let message = format!("members `{one}` and `{other}` of `{id}` have the same required fields");
        let property = property.as_deref().unwrap_or("…");
        let help = format!(
            "name the discriminator in overrides.toml:\n[[union]]\ntype = \"{id}\"\ndiscriminator = \"{property}\"\nreason = \"…\""
        );
        let source = &definition.source;
        let place = sources.find(0, &source.page).and_then(|file| sources.line(file, source.line));
        match place {
            Some(span) => Diagnostic::at(Code::Overlap, span, message),
            None => Diagnostic::general(Code::Overlap, message),
        }
        .help(help)
    }
}

/// A text that all members have: it may tell them apart, though no page lists its values.
fn likely_property<'m>(structs: &[&'m Struct]) -> Option<&'m str> {
    let is_text = |field: &&Field| field.ty == Type::String && field.presence.is_required();
    let texts = |shape: &'m Struct| shape.fields.iter().filter(is_text).map(|field| field.wire.value.as_str());
    let mut shared = texts(structs.first()?).filter(|name| structs.iter().all(|it| texts(it).any(|it| it == *name)));
    let is_tag = |name: &&str| words(name).last().is_some_and(|word| TAG_WORDS.contains(&word.as_str()));
    shared.find(is_tag)
}

fn required_keys(shape: &Struct) -> Vec<&str> {
    let mut keys: Vec<&str> =
        shape.fields.iter().filter(|f| f.presence.is_required()).map(|f| f.wire.value.as_str()).collect();
    keys.sort_unstable();
    keys
}
