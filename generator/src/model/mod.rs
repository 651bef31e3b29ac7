//! The intermediate model: what an API offers, as plain data.
//!
//! In: nothing; [`crate::lower`] fills it. Out: read by [`crate::emit`], by the OpenAPI export, by `survey`, and dumped to
//! `model.json`. It must not know markdown, Rust tokens, or which SDK language a page came from.

mod dump;
mod equivalence;
mod error_status;
mod evidence;
mod fact;
mod facts;
mod media;
mod operation;
mod server;
mod types;
mod walk;

pub use dump::visible_json;
pub use equivalence::Equivalence;
pub use error_status::{ANY_SUCCESS, ErrorStatus};
pub use evidence::{Evidence, Rule};
pub use fact::{Basis, Fact, STATED};
pub use facts::FactAt;
pub use media::{ANY_MEDIA, BYTES, EVENTS, JSON, Media, TEXT};
pub use operation::*;
pub use server::*;
pub use types::*;

use indexmap::IndexMap;
use serde::Serialize;

/// Everything the docs say of one API.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Model {
    /// The name of the crate that is generated, in kebab case (`authlete-api`).
    pub name: String,
    /// How the JSON names of fields are spelled, and why that is believed.
    pub wire_case: Option<Fact<WireCase>>,
    /// All named types, sorted by id.
    pub types: IndexMap<TypeId, TypeDef>,
    /// All operations, sorted by module, then name.
    pub operations: Vec<Operation>,
    /// The ways to authenticate, each of which suffices.
    pub security: Vec<SecurityScheme>,
    /// What the API is called, where the docs say so.
    #[serde(skip_serializing_if = "About::is_empty")]
    pub about: About,
    /// The base URLs of the API, the default first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub servers: Vec<Server>,
    /// Table rows and pages that are not API facts, counted by reason: nothing is dropped in silence.
    pub left_out: Counts,
    /// The operations among them.
    #[serde(skip)]
    pub refused: Vec<Refused>,
    /// What the first docs tree does not state and a later one does, beside the facts that carry their own basis.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<Taken>,
    /// The name of each docs tree's SDK language, where the docs leave no doubt of it.
    #[serde(skip)]
    pub languages: Vec<Option<&'static str>>,
    /// How many pages there are of each kind.
    #[serde(skip)]
    pub pages: Counts,
    /// What became of every row of the (first) docs tree, by kind of row.
    #[serde(skip)]
    pub rows: IndexMap<&'static str, RowCount>,
}

/// Counts by name.
pub type Counts = IndexMap<String, usize>;

/// Adds to a count; what there is none of is not listed.
pub fn add(counts: &mut Counts, name: impl Into<String>, more: usize) {
    if more > 0 {
        *counts.entry(name.into()).or_default() += more;
    }
}

/// An operation of the pages that the model does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Its group and its heading (`Tokens.update`).
    pub name: String,
    /// Why, as it is counted.
    pub reason: &'static str,
    /// Where its section stands.
    pub source: Source,
}

/// What became of rows of one kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct RowCount {
    /// How many the pages have.
    pub read: usize,
    /// How many are in the model.
    pub kept: usize,
    /// How many are no facts of the API, by reason.
    pub left_out: Counts,
}

impl RowCount {
    /// How many are neither in the model nor left out for a reason: a defect of the generator, or an error on a page.
    #[must_use]
    pub fn lost(&self) -> usize {
        self.read.saturating_sub(self.kept + self.left_out.values().sum::<usize>())
    }
}

/// Something that was taken from a later docs tree of the same API.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Taken {
    /// What it concerns: a type, a field (`components/Pet.age`), or an operation's id.
    pub of: String,
    /// What is said of it (`type`, `presence`, `members`).
    pub fact: &'static str,
    /// Where it was read (`docs[1]/models/components/pet.md:9`).
    pub from: String,
}

/// The spelling of JSON names in one API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WireCase {
    /// As the page shows it.
    AsWritten,
    /// `lowerCamelCase`.
    Camel,
    /// `snake_case`.
    Snake,
    /// `kebab-case`.
    Kebab,
    /// `UpperCamelCase`.
    Pascal,
}

impl Model {
    /// The ways to authenticate, those that an operation has for itself too.
    ///
    /// ```
    /// use tablature::model::Model;
    ///
    /// assert_eq!(Model::default().schemes_mut().count(), 0);
    /// ```
    pub fn schemes_mut(&mut self) -> impl Iterator<Item = &mut SecurityScheme> {
        let own = self.operations.iter_mut().flat_map(|operation| match &mut operation.auth.value {
            Auth::Own(schemes) => schemes.as_mut_slice(),
            Auth::Global | Auth::Public => &mut [],
        });
        self.security.iter_mut().chain(own)
    }

    /// The definition behind an id.
    ///
    /// # Panics
    /// When the id is not of this model; lowering resolves every id that it hands out.
    #[must_use]
    pub fn get(&self, id: &TypeId) -> &TypeDef {
        &self.types[id]
    }

    /// The union of an id, to change it.
    pub fn union_mut(&mut self, id: &TypeId) -> Option<&mut Union> {
        match &mut self.types.get_mut(id)?.shape {
            Shape::Union(union) => Some(union),
            Shape::Struct(_) | Shape::Enum(_) | Shape::Opaque => None,
        }
    }

    /// The texts that a field may have, where the docs list them: its only legal value, or those of its enum.
    #[must_use]
    pub fn listed_texts<'m>(&'m self, field: &'m Field) -> Option<Vec<&'m str>> {
        if let Some(Fact { value: Literal::String(text), .. }) = &field.constant {
            return Some(vec![text]);
        }
        let Type::Named(id) = &field.ty else { return None };
        let Shape::Enum(shape) = &self.types.get(id)?.shape else { return None };
        let text = |value: &'m EnumValue| match &value.wire {
            Literal::String(text) => Some(text.as_str()),
            Literal::Boolean(_) | Literal::Integer(_) => None,
        };
        shape.values.iter().map(text).collect()
    }

    /// The fields of the struct that a type names; none where it names no struct.
    #[must_use]
    pub fn fields_of(&self, ty: &Type) -> &[Field] {
        self.struct_of(ty).map_or(&[], |shape| &shape.fields)
    }

    /// The struct that a type names.
    #[must_use]
    pub fn struct_of(&self, ty: &Type) -> Option<&Struct> {
        let Type::Named(id) = ty else { return None };
        self.types.get(id)?.shape.as_struct()
    }
}
