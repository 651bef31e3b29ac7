//! Pages as written: titles, rows, values and members, with spans, and nothing inferred.
//!
//! In: a parsed [`Page`]. Out: a [`WrittenPage`]. It must not know what type cells mean, nor any other page.

use crate::{
    model::{Deprecation, Openness},
    page::{Block, Cell, Page, Section, Table},
    source::{Code, Diagnostic, FileId, Sources, Span},
};
use std::collections::HashSet;

/// A model page as written.
#[derive(Debug, Clone)]
pub struct WrittenPage {
    /// The file that it is.
    pub file: FileId,
    /// Its title without marks.
    pub title: String,
    /// Where the title stands.
    pub span: Span,
    /// The prose below the title.
    pub docs: Option<String>,
    /// Set when the title is struck through or a deprecation quote stands below it.
    pub deprecated: Option<Deprecation>,
    /// What it lists.
    pub content: Content,
}

/// What a model page lists.
#[derive(Debug, Clone)]
pub enum Content {
    /// `## Fields`.
    Fields(Vec<Row>),
    /// `## Values`.
    Values {
        /// In order.
        values: Vec<ValueRow>,
        /// What the page says of others.
        openness: Openness,
    },
    /// `## Supported Types`.
    Members(Vec<MemberRow>),
    /// No section at all: Java's union pages.
    Bare,
    /// A page of the SDK's own helpers.
    Utility,
}

/// A row of a Fields or Parameters table.
#[derive(Debug, Clone)]
pub struct Row {
    /// The name without marks.
    pub name: String,
    /// The name cell.
    pub span: Span,
    /// The Type cell.
    pub ty: Cell,
    /// Whether the mark is a check.
    pub required: bool,
    /// The Description cell, unless it is `N/A`, without the deprecation text.
    pub docs: Option<String>,
    /// The Example cell, unless empty.
    pub example: Option<String>,
    /// Set when the name is struck through.
    pub deprecated: Option<Deprecation>,
}

/// A value of an enum page.
#[derive(Debug, Clone)]
pub struct ValueRow {
    /// The name on the page, where it has one.
    pub name: Option<String>,
    /// The wire value: its text, and whether it stood there as a quoted string.
    pub value: String,
    /// Whether quotes say that it is a string.
    pub quoted: bool,
    /// Where it stands.
    pub span: Span,
}

/// A member of a union page.
#[derive(Debug, Clone)]
pub struct MemberRow {
    /// The heading's text; may be empty.
    pub heading: String,
    /// The type expression, from the heading or the code.
    pub ty: Cell,
    /// What the constructor's name adds to the union's name, where the code shows one.
    pub constructor: Option<String>,
}

/// Headings that only pages of SDK helpers have.
const UTILITY_HEADINGS: &[&str] =
    &["BackoffStrategy", "Global Options", "Per-Method Options", "Key Benefits", "Factory Methods"];

/// Reads a model page. Nothing is returned when the page is no type; the diagnostics say why.
pub fn read_page(sources: &Sources, page: &Page, diagnostics: &mut Vec<Diagnostic>) -> Option<WrittenPage> {
    let file = page.file;
    let start = Span { file, start: 0, end: 0 };
    let has = |name: &str| page.sections.iter().any(|s| s.level == 2 && s.heading == name);
    let utility = page.sections.iter().any(|s| UTILITY_HEADINGS.contains(&s.heading.as_str()));
    let Some(title) = page.sections.iter().find(|s| s.level == 1) else {
        if !utility {
            diagnostics.push(Diagnostic::at(Code::NoTitle, start, "this page has no `# Title`"));
        }
        return None;
    };
    let span = title.span.unwrap_or(start);
    let content = if utility {
        Content::Utility
    } else if has("Fields") {
        Content::Fields(read_fields(page, diagnostics))
    } else if has("Values") {
        read_values(sources, page, span, diagnostics)
    } else if has("Supported Types") {
        Content::Members(read_members(page, &title.heading, diagnostics))
    } else if page.sections.iter().all(|s| s.level < 2) {
        Content::Bare
    } else {
        let message = format!("`{}` has neither Fields, Values nor Supported Types", title.heading);
        diagnostics.push(Diagnostic::at(Code::UnknownPage, span, message));
        return None;
    };
    let (docs, quote) = prose(sources, &title.blocks);
    let deprecated = quote.or_else(|| title.struck.then_some(Deprecation { note: None }));
    Some(WrittenPage { file, title: title.heading.trim().to_owned(), span, docs, deprecated, content })
}

/// The prose of some blocks, and the note of a deprecation quote among them.
pub fn prose(sources: &Sources, blocks: &[Block]) -> (Option<String>, Option<Deprecation>) {
    let mut deprecated = None;
    let mut rest: Vec<&Block> = Vec::new();
    for block in blocks {
        match block {
            Block::Quote(cell) if deprecation_quote(&cell.text).is_some() => deprecated = deprecation_quote(&cell.text),
            _ => rest.push(block),
        }
    }
    let text = match (rest.first(), rest.last()) {
        (Some(first), Some(last)) => {
            let (start, end) = (first.span().start, last.span().end);
            sources.text(Span { file: first.span().file, start, end }).trim().to_owned()
        }
        _ => String::new(),
    };
    ((!text.is_empty()).then_some(text), deprecated)
}

/// The note of `> :warning: **DEPRECATED**: note`.
fn deprecation_quote(text: &str) -> Option<Deprecation> {
    let text = text.trim_start_matches('>').trim();
    let note = text.strip_prefix(":warning: **DEPRECATED**")?.trim_start_matches(':').trim();
    Some(Deprecation { note: (!note.is_empty()).then(|| note.to_owned()) })
}

fn read_fields(page: &Page, diagnostics: &mut Vec<Diagnostic>) -> Vec<Row> {
    let Some(section) = page.sections.iter().find(|s| s.level == 2 && s.heading == "Fields") else { return Vec::new() };
    match the_table(section, diagnostics) {
        Some(table) => read_rows(table, "Field", diagnostics),
        None => Vec::new(),
    }
}

/// The one table that a section must hold.
pub fn the_table<'p>(section: &'p Section, diagnostics: &mut Vec<Diagnostic>) -> Option<&'p Table> {
    let table = section.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    if table.is_none() {
        let span = section.blocks.first().map(Block::span).or(section.span);
        let message = format!("`{}` holds no table", section.heading);
        if let Some(span) = span {
            diagnostics.push(
                Diagnostic::at(Code::BrokenTable, span, message)
                    .help("a table needs a header row and a delimiter row, such as `| --- | --- |`"),
            );
        }
    }
    table
}

/// Rows beyond which a table is refused: a builder names each required field in the setter of each, which is the square of them.
const MOST_ROWS: usize = 1000;

/// Reads a table of fields or parameters, whose name column is `name_column`.
pub fn read_rows(table: &Table, name_column: &str, diagnostics: &mut Vec<Diagnostic>) -> Vec<Row> {
    let mut column = |name: &str| {
        let found = table.column(name);
        if found.is_none() {
            let message = format!("the table has no column `{name}`");
            diagnostics.push(Diagnostic::at(
                Code::MissingColumn,
                table.header.first().map_or(table.span, |c| c.span),
                message,
            ));
        }
        found
    };
    let (Some(name), Some(ty), Some(required), Some(docs)) =
        (column(name_column), column("Type"), column("Required"), column("Description"))
    else {
        return Vec::new();
    };
    if table.rows.len() > MOST_ROWS {
        let message = format!("a table of {} rows; {MOST_ROWS} are the most that a type may have", table.rows.len());
        diagnostics.push(Diagnostic::at(Code::BrokenTable, table.header[name].span, message));
        return Vec::new();
    }
    let example = table.column("Example");
    let mut rows: Vec<Row> = Vec::with_capacity(table.rows.len());
    let mut taken = HashSet::new();
    for cells in &table.rows {
        if !has_width(cells, table, diagnostics) {
            continue;
        }
        let Some((shown, struck)) = read_name(&cells[name], diagnostics) else { continue };
        if !taken.insert(shown.clone()) {
            let message = format!("`{shown}` stands twice");
            diagnostics.push(Diagnostic::at(Code::Duplicate, cells[name].span, message));
            continue;
        }
        let (docs, note) = read_description(&cells[docs].text);
        rows.push(Row {
            name: shown,
            span: cells[name].span,
            ty: cells[ty].clone(),
            required: read_mark(&cells[required], diagnostics),
            docs,
            example: example.map(|at| cells[at].text.clone()).filter(|text| !text.is_empty()),
            deprecated: struck.then_some(Deprecation { note }),
        });
    }
    rows
}

fn has_width(cells: &[Cell], table: &Table, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let right = cells.len() == table.header.len();
    if !right {
        let span = cells.first().map_or(table.span, |cell| cell.span);
        let message = format!("a row of {} cells in a table of {} columns", cells.len(), table.header.len());
        diagnostics.push(
            Diagnostic::at(Code::BrokenTable, span, message)
                .help("write a `|` within a cell as `\\|`, and fill empty cells"),
        );
    }
    right
}

/// `` `name` `` or ``~~`name`~~``.
fn read_name(cell: &Cell, diagnostics: &mut Vec<Diagnostic>) -> Option<(String, bool)> {
    let struck = cell.text.strip_prefix("~~").and_then(|text| text.strip_suffix("~~"));
    let code = struck.unwrap_or(&cell.text).trim();
    let name = code.strip_prefix('`').and_then(|text| text.strip_suffix('`')).filter(|name| !name.is_empty());
    match name.filter(|name| !name.contains('`')) {
        Some(name) => Some((name.trim().to_owned(), struck.is_some())),
        None => {
            let message = format!("`{}` is not one code span", cell.text.replace('`', "'"));
            diagnostics.push(
                Diagnostic::at(Code::BadName, cell.span, message)
                    .help("write the name between backticks: `` `name` ``"),
            );
            None
        }
    }
}

fn read_mark(cell: &Cell, diagnostics: &mut Vec<Diagnostic>) -> bool {
    match cell.text.as_str() {
        ":heavy_check_mark:" => true,
        ":heavy_minus_sign:" => false,
        other => {
            let message = format!("`{other}` is neither a check mark nor a minus sign");
            diagnostics.push(
                Diagnostic::at(Code::UnknownMark, cell.span, message)
                    .help("write `:heavy_check_mark:` or `:heavy_minus_sign:`"),
            );
            false
        }
    }
}

/// The mark that opens the description of a struck field; the blanks are the docs' own.
const DEPRECATED_CELL: &str = ": warning: ** DEPRECATED **:";

/// A description without its deprecation text, and that text.
pub fn read_description(text: &str) -> (Option<String>, Option<String>) {
    let (docs, note) = match text.strip_prefix(DEPRECATED_CELL) {
        Some(rest) => {
            let (note, docs) = rest.split_once("<br/><br/>").unwrap_or((rest, ""));
            (docs, Some(note.trim().trim_end_matches('.').to_owned()).filter(|n| !n.is_empty()))
        }
        None => (text, None),
    };
    let docs = docs.trim().trim_end_matches("<br/>").trim();
    ((!docs.is_empty() && docs != "N/A").then(|| docs.to_owned()), note)
}

fn read_values(sources: &Sources, page: &Page, title: Span, diagnostics: &mut Vec<Diagnostic>) -> Content {
    let Some(section) = page.sections.iter().find(|s| s.level == 2 && s.heading == "Values") else {
        return Content::Bare;
    };
    let mut values = Vec::new();
    for block in &section.blocks {
        match block {
            Block::Table(table) => value_table(table, &mut values, diagnostics),
            Block::List(items) => items.iter().for_each(|item| value_item(item, &mut values, diagnostics)),
            Block::Code(code) => value_code(&code.text, code.span, &mut values, diagnostics),
            _ => {}
        }
    }
    drop_repeated(&mut values, diagnostics);
    if values.is_empty() && !diagnostics.iter().any(|d| d.span.is_some_and(|s| s.file == page.file)) {
        diagnostics.push(Diagnostic::at(Code::EmptyValues, section.span.unwrap_or(title), "no value is listed"));
    }
    let listed = section.blocks.iter().any(|block| matches!(block, Block::List(_)));
    Content::Values { values, openness: openness(sources, page, listed) }
}

fn drop_repeated(values: &mut Vec<ValueRow>, diagnostics: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    values.retain(|row| {
        let new = seen.insert(row.value.clone());
        if !new {
            diagnostics.push(Diagnostic::at(
                Code::Duplicate,
                row.span,
                format!("the value `{}` stands twice", row.value),
            ));
        }
        new
    });
}

fn value_table(table: &Table, values: &mut Vec<ValueRow>, diagnostics: &mut Vec<Diagnostic>) {
    let (Some(name), Some(value)) = (table.column("Name"), table.column("Value")) else {
        diagnostics.push(Diagnostic::at(
            Code::MissingColumn,
            table.span,
            "a Values table has the columns Name and Value",
        ));
        return;
    };
    for cells in &table.rows {
        if has_width(cells, table, diagnostics)
            && let Some((shown, _)) = read_name(&cells[name], diagnostics)
        {
            let value = cells[value].clone();
            values.push(ValueRow { name: Some(shown), value: value.text, quoted: false, span: cells[name].span });
        }
    }
}

/// `` - `"value"` `` or `` - `5` ``.
fn value_item(item: &Cell, values: &mut Vec<ValueRow>, diagnostics: &mut Vec<Diagnostic>) {
    let text = item.text.trim_start_matches(['-', '*', '+']).trim();
    let code = text.strip_prefix('`').and_then(|text| text.strip_suffix('`')).unwrap_or(text);
    value_code(code, item.span, values, diagnostics);
}

/// `"a" | "b" | 5`; TypeScript's mark of open enums is no value.
fn value_code(code: &str, span: Span, values: &mut Vec<ValueRow>, diagnostics: &mut Vec<Diagnostic>) {
    let mut rest = code.trim().trim_start_matches('|').trim_start();
    while !rest.is_empty() {
        let mut stream = serde_json::Deserializer::from_str(rest).into_iter::<serde_json::Value>();
        let (value, quoted, read) = match stream.next() {
            Some(Ok(serde_json::Value::String(text))) => (Some(text), true, stream.byte_offset()),
            Some(Ok(other)) => (Some(other.to_string()), false, stream.byte_offset()),
            _ if rest.starts_with("Unrecognized<") => (None, false, rest.find('|').unwrap_or(rest.len())),
            _ => {
                let message = format!("`{}` is not a list of JSON values", rest.lines().next().unwrap_or_default());
                diagnostics.push(Diagnostic::at(Code::BadType, span, message));
                return;
            }
        };
        if let Some(value) = value {
            values.push(ValueRow { name: None, value, quoted, span });
        }
        rest = rest[read..].trim_start().trim_start_matches('|').trim_start();
    }
}

/// What the page says of values that it does not list: in words, or by the comment in its example.
fn openness(sources: &Sources, page: &Page, listed: bool) -> Openness {
    let text = sources.get(page.file).text.as_str();
    if text.contains("Open enum") || text.contains("This is an open enum") || text.contains("Unrecognized<") {
        return Openness::Open;
    }
    let example = page.sections.iter().any(|s| s.level == 2 && s.heading == "Example Usage");
    if example && !text.contains("```typescript") || listed { Openness::Closed } else { Openness::Unstated }
}

fn read_members(page: &Page, title: &str, diagnostics: &mut Vec<Diagnostic>) -> Vec<MemberRow> {
    let sections = page.sections.iter().skip_while(|s| s.heading != "Supported Types").skip(1);
    let mut members = Vec::new();
    for section in sections.take_while(|s| s.level == 3) {
        let code = section.blocks.iter().find_map(|block| match block {
            Block::Code(code) => Some(code),
            _ => None,
        });
        let Some(span) = section.span else { continue };
        match member(section, code.map_or("", |c| &c.text), title, span) {
            Some(member) => members.push(member),
            None => diagnostics.push(Diagnostic::at(Code::BadType, span, "a member without a type")),
        }
    }
    members
}

/// The member's type stands in Go's constructor call, in PHP's `@var` line, else in the heading.
fn member(section: &Section, code: &str, title: &str, span: Span) -> Option<MemberRow> {
    let heading = section.heading.trim().trim_matches('`').to_owned();
    let row = |text: &str, constructor: Option<String>| {
        let ty = Cell { text: text.trim().to_owned(), span };
        (!ty.text.is_empty()).then(|| MemberRow { heading: heading.clone(), ty, constructor })
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
