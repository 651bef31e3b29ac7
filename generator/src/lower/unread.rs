//! Rows that stand on a page and that the reader of tables did not take.
//!
//! In: the raw texts of pages, where rows were read, and what was found so far. Out: a finding for each other line that looks like
//! a row. It must not know markdown as the reader does: what ends a table for the one (a blank line, an open comment or fence,
//! another heading) is nothing to the other.

use super::{
    operations::SectionAsWritten,
    row_audit::RowKind,
    written::{Content, WrittenPage},
};
use crate::source::{Code, Diagnostic, Diagnostics, FileId, Sources, Span};
use std::collections::{HashMap, HashSet};

/// Cells that only rows of fields and parameters have.
const MARKS: &[&str] = &[":heavy_check_mark:", ":heavy_minus_sign:"];

/// What may stand in front of a row that a typo made a part of something else.
const LEAD_INS: &[char] = &['>', '-', '*', '+', ' ', '\t'];

/// Lines by file.
type Lines = HashMap<FileId, HashSet<u32>>;

/// Reports the rows of pages of types and of groups of operations that were not read, unless a finding says why. Returns the kind
/// of each.
pub fn report(
    sources: &Sources,
    pages: &[WrittenPage],
    sections: &[SectionAsWritten],
    groups: &[FileId],
    diagnostics: &mut Diagnostics,
) -> Vec<RowKind> {
    let known = known_lines(sources, pages, sections);
    let told = told_lines(sources, sections, diagnostics);
    let types = pages.iter().filter(|page| !matches!(page.content, Content::Utility)).map(|page| page.file);
    let looks: Vec<(FileId, Look)> = types.map(|file| (file, Look::Type)).collect();
    let groups = groups.iter().map(|file| (*file, Look::Group));
    let mut unread = Vec::new();
    for (file, look) in looks.into_iter().chain(groups) {
        let is_in = |lines: &Lines, line: &u32| lines.get(&file).is_some_and(|lines| lines.contains(line));
        for (line, kind) in look.rows(&sources.get(file).text).into_iter().filter(|(line, _)| !is_in(&known, line)) {
            let span = sources.line(file, line).filter(|_| !is_in(&told, &line));
            diagnostics.list.extend(span.map(finding));
            unread.push(kind);
        }
    }
    unread
}

fn finding(span: Span) -> Diagnostic {
    let help = "a row has as many cells as the table's header: look there, and above the row for a comment, a fence, another \
        table or heading";
    Diagnostic::at(Code::UnreadRow, span, "this row is of no table that is read: it is left out").help(help)
}

/// The lines of rows that were read.
fn known_lines(sources: &Sources, pages: &[WrittenPage], sections: &[SectionAsWritten]) -> Lines {
    let mut lines = Lines::new();
    let in_pages = pages.iter().flat_map(spans_of_page);
    let in_sections = sections.iter().flat_map(|section| {
        let parameters = section.parameters.iter().map(|row| row.span);
        parameters.chain(section.errors.iter().map(|row| row.span))
    });
    for span in in_pages.chain(in_sections) {
        lines.entry(span.file).or_default().insert(sources.position(span.file, span.start).0);
    }
    lines
}

/// The lines of findings, of tables of which one says that the header is at fault, and of sections that are left out as a whole.
fn told_lines(sources: &Sources, sections: &[SectionAsWritten], diagnostics: &Diagnostics) -> Lines {
    let mut lines = Lines::new();
    for (at, section) in sections.iter().enumerate().filter(|(_, section)| section.refused.is_some()) {
        let line = |span: Span| sources.position(span.file, span.start).0;
        let next = sections.get(at + 1).filter(|next| next.file == section.file).map(|next| line(next.span));
        let end = next.unwrap_or_else(|| line(Span { start: u32::MAX, ..section.span }) + 1);
        lines.entry(section.file).or_default().extend(line(section.span)..end);
    }
    for (finding, span) in diagnostics.list.iter().filter_map(|finding| Some((finding, finding.span?))) {
        let lines = lines.entry(span.file).or_default();
        lines.insert(sources.position(span.file, span.start).0);
        if finding.code == Code::MissingColumn {
            lines.extend(table_lines(sources, span));
        }
    }
    lines
}

fn table_lines(sources: &Sources, header: Span) -> impl Iterator<Item = u32> {
    let (first, _) = sources.position(header.file, header.start);
    let lines = sources.get(header.file).text.lines().zip(1..).skip_while(move |(_, number)| *number < first);
    lines.take_while(|(line, _)| line.contains('|')).map(|(_, number)| number)
}

fn spans_of_page(page: &WrittenPage) -> Vec<Span> {
    match &page.content {
        Content::Fields(rows) => rows.iter().map(|row| row.span).collect(),
        Content::Values { values, .. } => values.iter().map(|value| value.span).collect(),
        Content::Members(_) | Content::Bare | Content::Utility => Vec::new(),
    }
}

/// What kind of page is looked at.
#[derive(Clone, Copy)]
enum Look {
    Type,
    Group,
}

impl Look {
    /// The lines of a text that look like rows, counted from 1.
    fn rows(self, text: &str) -> Vec<(u32, RowKind)> {
        let mut below_title = true;
        let mut rows = Vec::new();
        for (line, number) in text.lines().zip(1..) {
            // The prose below a title may hold any table.
            below_title &= !line.starts_with("## ");
            if let Some(kind) = self.kind(line, below_title) {
                rows.push((number, kind));
            }
        }
        rows
    }

    fn kind(self, line: &str, below_title: bool) -> Option<RowKind> {
        if !line.contains('|') {
            return None;
        }
        let cells = cells(line);
        match self {
            Look::Type if is_marked(&cells) => Some(RowKind::Field),
            Look::Type if !below_title && is_value(&cells) => Some(RowKind::Value),
            Look::Group if is_marked(&cells) => Some(RowKind::Parameter),
            Look::Group if is_error(&cells) => Some(RowKind::Error),
            Look::Type | Look::Group => None,
        }
    }
}

/// The texts between a line's bars, without those at its ends.
fn cells(line: &str) -> Vec<String> {
    let row = line.trim_start_matches(LEAD_INS).trim_end();
    let row = row.strip_prefix('|').unwrap_or(row);
    let row = row.strip_suffix('|').unwrap_or(row).replace("\\|", "\u{1}");
    row.split('|').map(|cell| cell.trim().replace('\u{1}', "|")).collect()
}

fn is_marked(cells: &[String]) -> bool {
    cells.len() > 2 && cells.iter().any(|cell| MARKS.contains(&cell.as_str()))
}

/// `` `NAME` | value ``
fn is_value(cells: &[String]) -> bool {
    let [name, _] = cells else { return false };
    let name = name.trim_matches('~');
    name.len() > 2 && name.starts_with('`') && name.ends_with('`') && !name[1..name.len() - 1].contains('`')
}

/// `type | 400, 4XX | media/type`
fn is_error(cells: &[String]) -> bool {
    let [_, status, media] = cells else { return false };
    let is_status = |code: &str| matches!(code.trim().as_bytes(), [b'1'..=b'5', _, _]);
    status.split(',').all(is_status) && media.contains('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_told_wherever_they_stand() {
        let text = "# T\n\n| `a` | of prose |\n\n## Fields\n\n| Field | Type | Required |\n| - | - | - |\n\
            > | `a` | *x* | :heavy_check_mark: |\n<!-- \n- | `b` | *y* | :heavy_minus_sign: |\n| `C` | c |\n\
            | plain | text |\n| `x` or `y` | either |\n| `` | nothing |\n";
        assert_eq!(Look::Type.rows(text), [(9, RowKind::Field), (11, RowKind::Field), (12, RowKind::Value)]);
        let text = "## get\n\n| of | prose |\n| E | 400, 4XX | application/json |\n| `p` | *x* | :heavy_check_mark: | N/A |\n\
            | of | more | prose/text |\n| of | 404 | prose |\n";
        assert_eq!(Look::Group.rows(text), [(4, RowKind::Error), (5, RowKind::Parameter)]);
    }
}
