//! What a tree's docs can state at all, and how well a fact is known.
//!
//! In: a tree, a basis. Out: what of its silence means something. It must not know how facts are merged.

use crate::{
    dialect::Hidden,
    lower::tree::Tree,
    model::{Basis, Model, Presence, Shape, Type},
};

/// What the docs of one tree can state.
#[derive(Debug, Clone, Copy)]
pub struct Says {
    /// Whether its type words tell 32 bits from 64.
    pub widths: bool,
    /// Whether its type words tell dates from date-times.
    pub dates: bool,
    /// Whether some field is marked as nullable: only then the lack of such a mark says something.
    null_marks: bool,
    /// Where null is not shown.
    hidden: Hidden,
    /// Whether union pages may lack members whose page could not be told.
    pub loses_members: bool,
}

impl Says {
    /// What a tree can state.
    pub fn of(tree: &Tree) -> Self {
        Self {
            widths: tree.dialect.widths,
            dates: tree.dialect.dates,
            null_marks: marks_null(&tree.model),
            hidden: tree.dialect.hidden,
            loses_members: tree.dialect.headings_are_tags,
        }
    }

    /// Whether a value may be null, if the docs can say so.
    pub fn null(&self, presence: Presence, ty: &Type) -> Option<bool> {
        let silent = self.hidden.covers(ty);
        match presence {
            Presence::RequiredNullable | Presence::OptionalNullable => Some(true),
            Presence::RequiredNullUnstated => None,
            Presence::Required => (!silent).then_some(false),
            Presence::Optional => (self.null_marks && !silent).then_some(false),
        }
    }
}

fn marks_null(model: &Model) -> bool {
    let mut structs = model.types.values().filter_map(|def| match &def.shape {
        Shape::Struct(shape) => Some(shape),
        Shape::Enum(_) | Shape::Union(_) | Shape::Opaque => None,
    });
    structs.any(|shape| shape.fields.iter().any(|field| field.presence == Presence::OptionalNullable))
}

/// The strength of a fact that some page states.
pub const STATED: u8 = 4;
/// The strength of a fact that is concluded from evidence.
pub const EVIDENT: u8 = 3;

/// Rules that conclude from evidence on the pages.
const EVIDENCE: &[&str] =
    &["wire-name:example-key", "wire-name:bracket-family", "media:twin-suffix", "media:field-name"];
/// Rules that carry over what the page shows, unchanged.
const UNCHANGED: &[&str] = &["wire-name:as-shown"];
/// Rules that apply where nothing is known.
const GUESSES: &[&str] = &["wire-name:as-shown-to-stay-apart"];

/// How well a fact is known: the better known one is believed.
pub fn strength(basis: &Basis) -> u8 {
    match basis {
        Basis::Override => STATED + 1,
        Basis::Stated | Basis::OtherDocs(_) => STATED,
        Basis::Assumed(rule) if EVIDENCE.contains(rule) => EVIDENT,
        Basis::Assumed(rule) if UNCHANGED.contains(rule) => 2,
        Basis::Assumed(rule) if GUESSES.contains(rule) || rule.contains(":default-") => 0,
        Basis::Assumed(_) => 1,
    }
}
