//! Discriminators: the property whose value tells the members of a union apart.
//!
//! In: a model with wire names. Out: unions with their discriminators, each with the rule that found it. It must not know
//! pages or Rust names.
//!
//! Two rules, in this order. Go's constructor names end in the tag of a member where the union has a discriminator, and in
//! the member's type where it has none. Elsewhere, a property of all members whose known values do not overlap is one.

use super::definitions::BETWEEN_HINTS;
use crate::{
    model::{Discriminator, Fact, Field, Literal, Member, Model, Rule, Shape, Struct, Type, TypeId, Union},
    naming::{fold, words},
    source::{Code, Diagnostic, Diagnostics, Sources},
};
use indexmap::IndexMap;
use std::collections::{HashMap, HashSet};

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

/// The members' structs, when all members are structs.
fn member_structs<'m>(model: &'m Model, union: &Union) -> Option<Vec<&'m Struct>> {
    let structs = union.members.iter().map(|member| model.struct_of(&member.ty)).collect::<Option<Vec<_>>>()?;
    (!structs.is_empty()).then_some(structs)
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
    let shows_tags = |member: &Member| match &member.ty {
        Type::Named(id) => hints(member).all(|hint| is_tag(hint) && fold(id.title()) != fold(hint)),
        _ => false,
    };
    if !union.members.iter().all(shows_tags) {
        return None;
    }
    let property = tag_property(model, union, structs)?;
    let known = KnownValues::of(model);
    let mut mapping = IndexMap::new();
    for (at, member) in union.members.iter().enumerate() {
        for hint in hints(member) {
            let tags = match listed_tag(model, structs[at], property, hint) {
                Some(tag) => vec![tag],
                None => known.spelled(hint),
            };
            mapping.extend(tags.into_iter().map(|tag| (tag, at)));
        }
    }
    Some(Fact::assumed(Discriminator { property: property.to_owned(), mapping }, Rule::DiscriminatorConstructorNames))
}

/// Headings of other languages show types with their folders (`models.Pet`, `Components\\Pet`): these are no tags.
fn is_tag(hint: &str) -> bool {
    !hint.is_empty() && hint.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// What the constructors of a member add to the union's name.
fn hints(member: &Member) -> impl Iterator<Item = &str> {
    member.doc_name.split(BETWEEN_HINTS)
}

/// The property of all members that holds the tag: one whose listed values are the constructors', in all members or in
/// some; one named `type`; the only required text of which nothing is said, as constants are shown; the only text whose
/// name ends in `type`.
fn tag_property<'m>(model: &Model, union: &Union, structs: &[&'m Struct]) -> Option<&'m str> {
    let names = structs[0].fields.iter().map(|field| field.wire.value.as_str());
    let in_all: Vec<&str> = names.filter(|name| structs.iter().all(|shape| field(shape, name).is_some())).collect();
    let lists = |at: usize, name: &str| {
        hints(&union.members[at]).all(|hint| listed_tag(model, structs[at], name, hint).is_some())
    };
    let find = |fits: &dyn Fn(&str) -> bool| in_all.iter().copied().find(|name| fits(name));
    let listed = find(&|name| (0..structs.len()).all(|at| lists(at, name)))
        .or_else(|| find(&|name| (0..structs.len()).any(|at| lists(at, name))));
    let only = |fits: &dyn Fn(&Field) -> bool| {
        let fits_all = |name: &&&str| structs.iter().all(|shape| field(shape, name).is_some_and(fits));
        let mut found = in_all.iter().filter(fits_all);
        found.next().filter(|_| found.next().is_none()).copied()
    };
    let plain = listed.or_else(|| find(&|name| fold(name) == "type"));
    plain.or_else(|| only(&is_unsaid_text)).or_else(|| only(&is_named_type))
}

fn field<'m>(shape: &'m Struct, wire: &str) -> Option<&'m Field> {
    shape.fields.iter().find(|field| field.wire.value == wire)
}

fn is_unsaid_text(field: &Field) -> bool {
    field.ty == Type::String && field.presence.value.is_required() && field.docs.is_none() && field.example.is_none()
}

fn is_named_type(field: &Field) -> bool {
    field.ty == Type::String && words(&field.doc_name).last().is_some_and(|word| word == "type")
}

/// The value that a member's own page lists for what its constructor shows.
fn listed_tag(model: &Model, member: &Struct, property: &str, hint: &str) -> Option<String> {
    let values = listed_values(model, field(member, property)?)?;
    values.into_iter().find(|value| fold(value) == fold(hint))
}

/// The values of all enums, to spell a tag that no page of its union lists.
struct KnownValues(HashMap<String, Option<String>>);

impl KnownValues {
    fn of(model: &Model) -> Self {
        let mut known: HashMap<String, Option<String>> = HashMap::new();
        for def in model.types.values() {
            let Shape::Enum(shape) = &def.shape else { continue };
            for value in &shape.values {
                let Literal::String(text) = &value.wire else { continue };
                let entry = known.entry(fold(text)).or_insert_with(|| Some(text.clone()));
                // Two spellings of the same words tell nothing.
                *entry = entry.take().filter(|one| one == text);
            }
        }
        Self(known)
    }

    /// With both signs that part words, and as the only enum value of the same words: no page says which is sent.
    fn spelled(&self, hint: &str) -> Vec<String> {
        let words = words(hint);
        let known = self.0.get(&fold(hint)).cloned().flatten();
        let mut spelled: Vec<String> = [words.join("_"), words.join("-")].into_iter().chain(known).collect();
        let mut seen = HashSet::new();
        spelled.retain(|tag| seen.insert(tag.clone()));
        spelled
    }
}

/// A property of all members whose listed values do not overlap.
fn by_constants(model: &Model, structs: &[&Struct]) -> Option<Fact<Discriminator>> {
    if structs.len() < 2 {
        return None;
    }
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
    Some(Fact::assumed(Discriminator { property, mapping }, Rule::DiscriminatorConstants))
}

/// Two members of a union that can only be told apart by trying.
pub struct Overlap {
    union: TypeId,
    members: [usize; 2],
    /// Whether they require any.
    requires: bool,
    /// The texts that all members have: one of them may tell them apart, though no page lists its values.
    texts: Vec<String>,
}

/// How many fields a finding names.
const NAMED: usize = 5;

/// The first two members with the same required keys.
fn overlap(id: &TypeId, structs: &[&Struct]) -> Option<Overlap> {
    let keys: Vec<_> = structs.iter().map(|shape| required_keys(shape)).collect();
    let pair = |at: usize| Some([keys[..at].iter().position(|earlier| *earlier == keys[at])?, at]);
    let members = (0..keys.len()).find_map(pair)?;
    Some(Overlap { union: id.clone(), members, requires: !keys[members[0]].is_empty(), texts: shared_texts(structs) })
}

impl Overlap {
    fn finding(&self, sources: &Sources, model: &Model) -> Diagnostic {
        let Self { union: id, members, requires, .. } = self;
        let alike = if *requires { "have the same required fields" } else { "require no field" };
        let definition = model.get(id);
        let shown = |at: usize| match &definition.shape {
            Shape::Union(union) => union.members[at].doc_name.as_str(),
            Shape::Struct(_) | Shape::Enum(_) | Shape::Opaque => "",
        };
        let [one, other] = members.map(shown);
        let message = format!(
            "members `{one}` and `{other}` of `{id}` {alike}: `{one}` is taken unless `{other}` knows more \
             of a value's keys"
        );
        let source = &definition.source;
        let place = sources.find(0, &source.page).and_then(|file| sources.line(file, source.line));
        match place {
            Some(span) => Diagnostic::at(Code::Overlap, span, message),
            None => Diagnostic::general(Code::Overlap, message),
        }
        .help(self.help())
    }

    /// The rule that would settle it, if one can.
    fn help(&self) -> String {
        let Self { union: id, texts, .. } = self;
        let is_tag = |name: &&String| words(name).last().is_some_and(|word| TAG_WORDS.contains(&word.as_str()));
        let (property, others) = match texts.iter().find(is_tag) {
            Some(tag) => (tag.as_str(), String::new()),
            None if texts.is_empty() => {
                return "no text is a field of all members, so that no discriminator can be named in overrides.toml; a `match` on \
                        the union has to look at the fields"
                    .to_owned();
            }
            None => {
                let named: Vec<&str> = texts.iter().take(NAMED).map(String::as_str).collect();
                ("…", format!(", if one of these fields is it ({})", named.join(", ")))
            }
        };
        format!(
            "name the discriminator in overrides.toml{others}:\n[[union]]\ntype = \"{id}\"\ndiscriminator = \"{property}\"\nreason = \"…\""
        )
    }
}

/// The required texts of the first struct that are such in all others, too.
fn shared_texts(structs: &[&Struct]) -> Vec<String> {
    let Some(first) = structs.first() else { return Vec::new() };
    let is_text = |field: &Field| field.ty == Type::String && field.presence.value.is_required();
    let in_all = |name: &str| structs.iter().all(|shape| field(shape, name).is_some_and(is_text));
    let names = first.fields.iter().map(|field| &field.wire.value);
    names.filter(|name| in_all(name)).cloned().collect()
}

fn required_keys(shape: &Struct) -> Vec<&str> {
    let mut keys: Vec<&str> =
        shape.fields.iter().filter(|f| f.presence.value.is_required()).map(|f| f.wire.value.as_str()).collect();
    keys.sort_unstable();
    keys
}
