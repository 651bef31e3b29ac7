//! What a tree's docs can state at all, and how well a fact is known.
//!
//! In: a tree, a basis. Out: what of its silence means something. It must not know how facts are merged.

use crate::{
    dialect::Hidden,
    lower::tree::Tree,
    model::{Basis, Evidence, Model, Presence, Rule, Type},
};

/// What the docs of one tree can state.
#[derive(Debug, Clone, Copy)]
pub struct Capabilities {
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

impl Capabilities {
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
    let mut fields = model.types.values().flat_map(|def| def.shape.fields());
    fields.any(|field| field.presence.value == Presence::OptionalNullable)
}

/// How strong a fact of another tree is beside those of the leading one: what its pages state is stated by other docs.
pub fn as_other(basis: &Basis) -> u8 {
    basis.strength().min(Evidence::OtherDocs.strength())
}

/// Whether both say what some page states, so that a difference is one of the vendor's.
pub fn are_both_stated(own: &Basis, other: &Basis) -> bool {
    let is_stated = |basis: &Basis| matches!(basis, Basis::Stated | Basis::Read(Evidence::OtherDocs, _));
    is_stated(own) && is_stated(other)
}

/// Whether it is stated, or concluded from evidence on a page.
pub fn is_evident(basis: &Basis) -> bool {
    basis.rule().is_none_or(Rule::is_evident)
}
