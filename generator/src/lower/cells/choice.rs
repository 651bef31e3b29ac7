//! Unions that cells state: the text of a link names the members of a page that lists none, or there is no page.
//!
//! In: members with their types. Out: a [`StatedUnion`]. It must not know cells.

use crate::{
    model::{Member, Type, TypeId},
    source::Span,
};

/// A union whose members a cell names.
#[derive(Debug, Clone)]
pub struct StatedUnion {
    /// The page's type, or a type without a page.
    pub id: TypeId,
    /// What the cell names, each type once.
    pub members: Vec<Member>,
    /// The cell.
    pub span: Span,
}

/// A member, named after its type.
pub fn member(ty: Type) -> Member {
    Member { doc_name: name(&ty), tags: Vec::new(), rust: String::new(), ty, boxed: false }
}

/// The name of a union that has no page: those of its members, one after the other.
pub fn title(members: &[Member]) -> String {
    members.iter().map(|member| member.doc_name.as_str()).collect::<Vec<_>>().join("Or")
}

/// What a type is called within a name.
fn name(ty: &Type) -> String {
    match ty {
        Type::Named(id) => id.title().to_owned(),
        Type::Array(item) => format!("ArrayOf{}", name(item)),
        Type::Map(value) => format!("MapOf{}", name(value)),
        Type::EventStream(item) => format!("StreamOf{}", name(item)),
        Type::Nullable(inner) => name(inner),
        scalar => format!("{scalar:?}"),
    }
}
