//! The members of a union page.
//!
//! In: a page. Out: its members, each with the text of its type. It must not know what the types are.

use super::{Content, MemberRow, RowId, TypeCell};
use crate::{
    dialect::parse_tag,
    page::{Cell, Page, Section},
    source::{Code, Diagnostic, Diagnostics, Sources, Span},
};

/// Reads the Supported Types section of a page.
pub(super) fn read(_: &Sources, page: &Page, at: usize, diagnostics: &mut Diagnostics) -> Content {
    let title = page.sections.iter().find(|section| section.level == 1).map_or("", |title| title.heading.as_str());
    let mut members = Vec::new();
    for section in page.sections[at + 1..].iter().take_while(|section| section.level == 3) {
        let Some(span) = section.span else { continue };
        match member(section, title, span) {
            Some(member) => members.push(member),
            None => diagnostics.push(Diagnostic::at(Code::BadType, span, "a member without a type")),
        }
    }
    Content::Members(members)
}

/// The member's type stands in Go's constructor call, in PHP's `@var` line, else in the heading.
fn member(section: &Section, title: &str, span: Span) -> Option<MemberRow> {
    let code = section.code().next().map_or("", |code| code.text.as_str());
    let heading = section.heading.trim().trim_matches('`').to_owned();
    let row = |text: &str, constructor: Option<String>| {
        let ty = Cell { text: text.trim().to_owned(), span };
        let tag = parse_tag(&heading);
        (!ty.text.is_empty()).then(|| MemberRow {
            id: RowId::at(span),
            heading: heading.clone(),
            ty: TypeCell::parse(ty),
            tag,
            constructor,
        })
    };
    if let Some((_, call)) = code.split_once(".Create")
        && let Some((name, argument)) = call.split_once('(')
        && let Some(end) = argument.rfind('{')
    {
        let suffix = name.strip_prefix(title).map(str::to_owned);
        return row(&argument[..end], suffix);
    }
    if let Some((_, var)) = code.split_once("@var ") {
        return row(var.lines().next().unwrap_or_default(), None);
    }
    row(&heading, None)
}
