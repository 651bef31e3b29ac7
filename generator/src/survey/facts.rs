//! Which facts of the model are stated, concluded or unknown.
//!
//! In: the model. Out: counts, and the places of what no page states. It must not know how a fact was found.

use super::count;
use crate::model::{Basis, Counts, Evidence, Field, Model, Operation, Presence, Refused, Shape, Source, Type, TypeId};
use indexmap::IndexMap;
use serde::Serialize;
use std::collections::HashSet;

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
        Self { of, at: source.at_line(line) }
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
    let (mut words, mut by_rule) = (Vec::new(), Places::new());
    model.visit_facts(|fact| {
        words.push(word(fact.basis));
        if let Some(rule) = fact.basis.rule() {
            by_rule.entry(rule.id().to_owned()).or_default().push(Place::new(fact.of, fact.source, fact.line));
        }
    });
    Facts { by_basis: count(words), by_rule: sorted(by_rule) }
}

fn word(basis: &Basis) -> &'static str {
    match basis {
        Basis::Stated => "stated by a page",
        Basis::Rule(_) => "concluded by a rule",
        Basis::Override => "settled in overrides.toml",
        Basis::Read(evidence, _) => match evidence {
            Evidence::Annotation => "stated by an annotation in the source",
            Evidence::UsageCode => "stated by usage code",
            Evidence::FrontPage => "stated by the front page",
            Evidence::OtherDocs => "stated by another docs tree",
            Evidence::Lockfile => "stated by the lockfile",
            Evidence::Prose => "stated in prose or an example",
        },
    }
}

fn named(id: &TypeId, field: &Field) -> String {
    format!("{id}.{}", field.doc_name)
}

/// What docs may leave open, and what settles it: a table and a key of `overrides.toml`.
#[cfg(feature = "cli")]
pub const OPEN: [(&str, &str); 6] = [
    (WITHOUT_PAGE, ""),
    (WITHOUT_CONTENT, ""),
    (UNUSED, ""),
    (UNDISCRIMINATED, "[[union]] discriminator"),
    (UNSTATED_NULL, "[[field]] nullable"),
    (UNSTATED_STATUS, "[[operation]] success_status"),
];
const WITHOUT_PAGE: &str = "types that no page describes";
const WITHOUT_CONTENT: &str = "types whose page lists neither fields, values nor members";
const UNUSED: &str = "types whose page lists nothing, and to which nothing leads";
const UNDISCRIMINATED: &str = "unions of objects without a discriminator";
const UNSTATED_NULL: &str = "required fields that may be null or not";
const UNSTATED_STATUS: &str = "success bodies without a status";

/// What neither a page says nor a rule concludes.
pub fn unknown(model: &Model) -> Places {
    let mut places = Places::new();
    let of_types = model.types.values().flat_map(|definition| definition.shape.named());
    let used: HashSet<&TypeId> = of_types.chain(model.operations.iter().flat_map(Operation::named)).collect();
    let mut add = |reason: &str, place: Place| places.entry(reason.to_owned()).or_default().push(place);
    for (id, definition) in &model.types {
        let source = &definition.source;
        match &definition.shape {
            Shape::Opaque => {
                add(unknown_reason(source, used.contains(id)), Place::new(id.to_string(), source, source.line));
            }
            Shape::Union(shape) if shape.discriminator.is_none() && objects(shape.members.iter().map(|it| &it.ty)) => {
                add(UNDISCRIMINATED, Place::new(id.to_string(), source, source.line));
            }
            shape => {
                let unstated = |field: &&Field| field.presence.value == Presence::RequiredNullUnstated;
                for field in shape.fields().iter().filter(unstated) {
                    add(UNSTATED_NULL, Place::new(named(id, field), source, field.line));
                }
            }
        }
    }
    for operation in &model.operations {
        let source = &operation.source;
        for _ in operation.success.iter().filter(|body| body.status.is_none()) {
            add(UNSTATED_STATUS, Place::new(operation.id.clone(), source, source.line));
        }
    }
    sorted(places)
}

/// The operations that are left out, by reason.
pub fn left_out(model: &Model) -> Places {
    let mut places = Places::new();
    for Refused { name, reason, source } in &model.refused {
        let reason = places.entry((*reason).to_owned()).or_default();
        reason.push(Place::new(name.clone(), source, source.line));
    }
    sorted(places)
}

/// Why nothing is known of a type but its name, so that its values are any JSON.
fn unknown_reason(source: &Source, is_used: bool) -> &'static str {
    match (source.page.is_empty(), is_used) {
        (true, _) => WITHOUT_PAGE,
        (false, true) => WITHOUT_CONTENT,
        (false, false) => UNUSED,
    }
}

/// Whether more than one member is a named type, so that the JSON kind alone does not tell them apart.
fn objects<'m>(members: impl Iterator<Item = &'m Type>) -> bool {
    members.filter(|ty| matches!(ty, Type::Named(_))).count() > 1
}
