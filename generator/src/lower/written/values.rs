//! The values of an enum page: a table, a list, or a union of literals in code.
//!
//! In: a page. Out: its values, and what it says of others. It must not know names of variants.

use super::{
    Content, RowId, ValueRow,
    table::{columns, drop_repeated, read_name, whole_rows},
};
use crate::{
    model::Openness,
    page::{Block, Cell, Page, Section, Table},
    source::{Code, Diagnostic, Diagnostics, Sources, Span},
};
use serde_json::Value;

/// The beginning of TypeScript's mark of open enums, which is no value.
const UNRECOGNIZED: &str = "Unrecognized<";

/// The language whose examples bear no mark, be the enum open or not.
const UNMARKED: &str = "typescript";

/// What pages of open enums say somewhere.
const OPEN_MARKS: &[&str] = &["Open enum", "This is an open enum", UNRECOGNIZED];

/// Values beyond which an enum is refused: compilers take minutes for its `match`es.
const MOST_VALUES: usize = 10_000;

/// Reads the Values section of a page.
pub(super) fn read(sources: &Sources, page: &Page, at: usize, diagnostics: &mut Diagnostics) -> Content {
    let section = Section::whole(&page.sections, at);
    let (mut values, before) = (Vec::new(), diagnostics.list.len());
    section.tables().iter().for_each(|table| value_table(table, &mut values, diagnostics));
    for block in &section.blocks {
        match block {
            Block::List(items) => items.iter().for_each(|item| value_item(item, &mut values, diagnostics)),
            Block::Code(code) => value_code(&code.text, code.span, &mut values, diagnostics),
            _ => {}
        }
    }
    if let Some(first) = values.get(MOST_VALUES) {
        let message = format!("a list of {} values; {MOST_VALUES} are the most that an enum may have", values.len());
        diagnostics.push(Diagnostic::at(Code::BrokenTable, first.span, message));
        values.clear();
    }
    drop_repeated(&mut values, |row| (&row.value, row.span), diagnostics);
    if let (true, true, Some(span)) = (values.is_empty(), diagnostics.list.len() == before, section.span) {
        diagnostics.push(Diagnostic::at(Code::EmptyValues, span, "no value is listed"));
    }
    Content::Values { values, openness: openness(sources, page, section.items().next().is_some()) }
}

fn value_table(table: &Table, values: &mut Vec<ValueRow>, diagnostics: &mut Diagnostics) {
    let [name, value] = columns(table, ["Name", "Value"], &[], diagnostics);
    let Some(value) = value else { return };
    for cells in whole_rows(table, diagnostics) {
        if cells[value].text.trim_start_matches('`').starts_with(UNRECOGNIZED) {
            continue;
        }
        let shown = name.and_then(|name| read_name(&cells[name], diagnostics)).map(|(shown, _)| shown);
        let span = cells[name.unwrap_or(value)].span;
        values.push(ValueRow {
            id: RowId::at(span),
            name: shown,
            value: without_ticks(&cells[value].text).to_owned(),
            quoted: false,
            span,
        });
    }
}

/// `` - `"value"` `` or `` - `5` ``.
fn value_item(item: &Cell, values: &mut Vec<ValueRow>, diagnostics: &mut Diagnostics) {
    let text = item.text.trim_start_matches(['-', '*', '+']).trim();
    value_code(without_ticks(text), item.span, values, diagnostics);
}

/// The text of a code span; any other text as it is.
fn without_ticks(text: &str) -> &str {
    text.strip_prefix('`').and_then(|text| text.strip_suffix('`')).unwrap_or(text)
}

/// `"a" | "b" | 5`; TypeScript's mark of open enums is no value.
fn value_code(code: &str, span: Span, values: &mut Vec<ValueRow>, diagnostics: &mut Diagnostics) {
    let mut rest = code.trim().trim_start_matches('|').trim_start();
    while !rest.is_empty() {
        let mut stream = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
        let id = RowId::nth(span, values.len());
        let mut push = |value, quoted| values.push(ValueRow { id, name: None, value, quoted, span });
        match stream.next() {
            Some(Ok(Value::String(text))) => push(text, true),
            Some(Ok(other)) => push(other.to_string(), false),
            _ if rest.starts_with(UNRECOGNIZED) => {}
            _ => {
                let message = format!("`{}` is not a list of JSON values", rest.lines().next().unwrap_or_default());
                return diagnostics.push(Diagnostic::at(Code::BadType, span, message));
            }
        }
        let is_mark = rest.starts_with(UNRECOGNIZED);
        let read = if is_mark { rest.find('|').unwrap_or(rest.len()) } else { stream.byte_offset() };
        rest = rest[read..].trim_start().trim_start_matches('|').trim_start();
    }
}

/// What the page says of values that it does not list: in words, or by the comment in its example.
fn openness(sources: &Sources, page: &Page, is_listed: bool) -> Openness {
    let text = sources.get(page.file).text.as_str();
    if OPEN_MARKS.iter().any(|mark| text.contains(mark)) {
        return Openness::Open;
    }
    let has_example = page.sections.iter().any(|section| section.level == 2 && section.heading == "Example Usage");
    let mut code = page.sections.iter().flat_map(Section::code);
    let is_marked = has_example && !code.any(|code| code.language == UNMARKED);
    if is_marked || is_listed { Openness::Closed } else { Openness::Unstated }
}
