//! Pages of members to unions.
//!
//! In: members as written. Out: a union, and what may tell its members apart. It must not know which property does.

use crate::{
    lower::{
        cells::{ReadType, StatedUnion, TypeReader},
        left_out,
        row_audit::Outcome,
        written::{MemberRow, RowId},
    },
    model::{Member, Shape, Union},
    source::{Code, Diagnostic, Diagnostics},
};

/// What a page of members gives.
pub(super) struct BuiltUnion {
    /// The union.
    pub shape: Shape,
    /// What became of each member.
    pub outcomes: Vec<(RowId, Outcome)>,
    /// Unions whose members a heading names.
    pub unions: Vec<StatedUnion>,
}

/// Builds the union of a page. A member that is not understood is left to the unknown variant.
pub(super) fn build_union(reader: &TypeReader<'_>, rows: &[MemberRow], diagnostics: &mut Diagnostics) -> BuiltUnion {
    let mut members: Vec<Member> = Vec::new();
    let (mut outcomes, mut unions) = (Vec::new(), Vec::new());
    for row in rows {
        let Some(read) = read_member(reader, row, diagnostics).filter(|read| !read.unknown) else {
            outcomes.push((row.id, Outcome::LeftOut(left_out::UNKNOWN_MEMBER)));
            continue;
        };
        unions.extend(read.unions);
        let tag = row.constructor.clone().or_else(|| reader.dialect.headings_are_tags.then(|| row.heading.clone()));
        if let Some(member) = members.iter_mut().find(|member| member.ty == read.ty) {
            outcomes.push((row.id, Outcome::LeftOut(left_out::REPEATED_MEMBER)));
            // A member that has several constructors has several tags.
            member.tags.extend(tag);
            continue;
        }
        let tags = tag.into_iter().collect();
        members.push(Member { doc_name: row.heading.clone(), tags, rust: String::new(), ty: read.ty, boxed: false });
        outcomes.push((row.id, Outcome::Kept));
    }
    BuiltUnion { shape: Shape::Union(Union { members, ..Union::default() }), outcomes, unions }
}

/// C# shows a member's tag and not its type, or a word for a type without a page; a member whose page cannot be told is left to
/// the unknown variant.
fn read_member(reader: &TypeReader<'_>, row: &MemberRow, diagnostics: &mut Diagnostics) -> Option<ReadType> {
    if !reader.dialect.headings_are_tags || reader.dialect.word(&row.heading, false).is_some() {
        return Some(reader.read(&row.ty, diagnostics));
    }
    if let Some(file) = reader.index.titled(&row.heading) {
        return Some(reader.page(reader.index.by_tag(&row.heading).unwrap_or(file)));
    }
    if let Some(expr) = &row.tag {
        return Some(reader.read_expr(expr, &row.ty.cell, diagnostics));
    }
    let read = reader.index.by_tag(&row.heading).map(|file| reader.page(file));
    if read.is_none() {
        let message = format!("no page describes the member `{}`: its values are kept as raw JSON", row.heading);
        diagnostics.push(Diagnostic::at(Code::DanglingAny, row.ty.cell.span, message));
    }
    read
}
