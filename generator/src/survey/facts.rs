//! Which facts of the model are stated, concluded or unknown.
//!
//! In: the model. Out: counts, and the places of what no page states. It must not know how a fact was found.

use super::count;
use crate::model::{
    Auth, Basis, Counts, Fact, Field, Model, Operation, Presence, SecurityScheme, Shape, Source, Type, TypeDef, TypeId,
};
use indexmap::IndexMap;
use serde::Serialize;

/// What a fact is about, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// A type, a field (`components/Pet.age`), an operation, or a parameter (`get_pet petId`).
    pub of: String,
    /// The page and line (`models/components/Pet.md:12`); none where no page describes it.
    pub at: Option<String>,
}

impl Place {
    fn new(of: String, source: &Source, line: u32) -> Self {
        let at = (!source.page.is_empty()).then(|| format!("{}:{line}", source.page));
        Self { of, at }
    }
}

/// Places by what is to be said of them, the most frequent first.
pub type Places = IndexMap<String, Vec<Place>>;

fn sorted(mut places: Places) -> Places {
    places.sort_by(|one, ones, other, others| others.len().cmp(&ones.len()).then_with(|| one.cmp(other)));
    places
}

/// Facts by basis, and where those stand that a rule concluded.
pub struct Facts {
    pub by_basis: Counts,
    pub by_rule: Places,
}

/// Looks at the facts of a model.
pub fn facts(model: &Model) -> Facts {
    let mut seen = Seen::default();
    let pages = Source::default();
    model.wire_case.iter().for_each(|fact| seen.fact(fact, || "all fields".to_owned(), &pages, 0));
    model.security.iter().for_each(|scheme| seen.scheme(scheme, &pages));
    model.types.iter().for_each(|(id, definition)| seen.definition(id, definition));
    model.operations.iter().for_each(|operation| seen.operation(operation));
    Facts { by_basis: count(seen.words), by_rule: sorted(seen.assumed) }
}

fn word(basis: &Basis) -> &'static str {
    match basis {
        Basis::Stated => "stated by a page",
        Basis::Assumed(_) => "concluded by a rule",
        Basis::Override => "settled in overrides.toml",
        Basis::OtherDocs(_) => "stated by another docs tree",
    }
}

/// The facts that were looked at.
#[derive(Default)]
struct Seen {
    words: Vec<&'static str>,
    assumed: Places,
}

impl Seen {
    fn fact<T>(&mut self, fact: &Fact<T>, of: impl FnOnce() -> String, source: &Source, line: u32) {
        self.words.push(word(&fact.basis));
        if let Basis::Assumed(rule) = fact.basis {
            self.assumed.entry(rule.to_owned()).or_default().push(Place::new(of(), source, line));
        }
    }

    fn scheme(&mut self, scheme: &SecurityScheme, source: &Source) {
        self.fact(&scheme.kind, || format!("credentials {}", scheme.shown), source, source.line);
    }

    fn definition(&mut self, id: &TypeId, definition: &TypeDef) {
        let source = &definition.source;
        match &definition.shape {
            Shape::Struct(shape) => {
                for field in &shape.fields {
                    self.fact(&field.wire, || named(id, field), source, field.line);
                    field.constant.iter().for_each(|fact| self.fact(fact, || named(id, field), source, field.line));
                }
            }
            Shape::Union(shape) => {
                shape.discriminator.iter().for_each(|fact| self.fact(fact, || id.to_string(), source, source.line));
            }
            Shape::Enum(_) | Shape::Opaque => {}
        }
    }

    fn operation(&mut self, operation: &Operation) {
        let source = &operation.source;
        let id = || operation.id.clone();
        for parameter in &operation.parameters {
            let of = || format!("{} {}", operation.id, parameter.shown);
            self.fact(&parameter.wire, of, source, source.line);
            self.fact(&parameter.place, of, source, source.line);
            parameter.style.iter().for_each(|style| self.fact(style, of, source, source.line));
        }
        let bodies = operation.body.iter().map(|body| &body.media);
        bodies.for_each(|media| self.fact(media, id, source, source.line));
        operation.success.iter().for_each(|body| self.fact(&body.media, id, source, source.line));
        operation.status.iter().for_each(|status| self.fact(status, id, source, source.line));
        self.fact(&operation.auth, id, source, source.line);
        if let Auth::Own(schemes) = &operation.auth.value {
            schemes.iter().for_each(|scheme| self.scheme(scheme, source));
        }
    }
}

fn named(id: &TypeId, field: &Field) -> String {
    format!("{id}.{}", field.shown)
}

/// What neither a page says nor a rule concludes.
pub fn unknown(model: &Model) -> Places {
    let mut places = Places::new();
    let mut add = |reason: &str, place: Place| places.entry(reason.to_owned()).or_default().push(place);
    for (id, definition) in &model.types {
        let source = &definition.source;
        match &definition.shape {
            Shape::Opaque => {
                add("types of which only the name is known", Place::new(id.to_string(), source, source.line));
            }
            Shape::Union(shape) if shape.discriminator.is_none() && objects(shape.members.iter().map(|it| &it.ty)) => {
                add("unions of objects without a discriminator", Place::new(id.to_string(), source, source.line));
            }
            shape => {
                let unstated = |field: &&Field| field.presence == Presence::RequiredNullUnstated;
                for field in shape.fields().iter().filter(unstated) {
                    add("required fields that may be null or not", Place::new(named(id, field), source, field.line));
                }
            }
        }
    }
    for operation in &model.operations {
        let source = &operation.source;
        for _ in operation.success.iter().filter(|body| body.status.is_none()) {
            add("success bodies without a status", Place::new(operation.id.clone(), source, source.line));
        }
    }
    sorted(places)
}

/// Whether more than one member is a named type, so that the JSON kind alone does not tell them apart.
fn objects<'m>(members: impl Iterator<Item = &'m Type>) -> bool {
    members.filter(|ty| matches!(ty, Type::Named(_))).count() > 1
}
