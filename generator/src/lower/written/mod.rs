//! Pages as written: titles, rows, values and members, with spans; each cell is read once, and nothing is inferred.
//!
//! In: a parsed [`Page`]. Out: a [`WrittenPage`]. It must not know what type cells mean, nor any other page.

mod fields;
mod members;
mod prose;
mod table;
mod values;

pub use fields::read_rows;
pub use prose::deprecation_quote;
pub use table::{columns, the_table, whole_rows};

use super::vocabulary::{FIELDS, MEMBERS, VALUES};
use crate::{
    dialect::{Expr, ExprError, parse_expr},
    model::{Deprecation, Openness},
    naming::near,
    page::{Block, Cell, Page, Section},
    source::{Code, Diagnostic, Diagnostics, FileId, Sources, Span},
};

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
    /// What keeps it from being understood; what it lists is not known then.
    pub trouble: Option<Diagnostic>,
}

/// A type cell, parsed when its row is read and never again.
#[derive(Debug, Clone)]
pub struct TypeCell {
    /// What stands there.
    pub cell: Cell,
    /// What it is, or why it is no type.
    pub expr: Result<Expr, ExprError>,
}

impl TypeCell {
    /// Parses a cell.
    pub fn parse(cell: Cell) -> Self {
        let expr = parse_expr(&cell.text);
        Self { cell, expr }
    }
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

/// Which row it is: where it stands, and which of those that stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RowId {
    file: FileId,
    start: u32,
    nth: usize,
}

impl RowId {
    /// The only row at a place.
    pub fn at(span: Span) -> Self {
        Self::nth(span, 0)
    }

    /// One of several values in one block of code.
    pub fn nth(span: Span, nth: usize) -> Self {
        Self { file: span.file, start: span.start, nth }
    }
}

/// A row of a Fields or Parameters table.
#[derive(Debug, Clone)]
pub struct Row {
    /// Which row it is.
    pub id: RowId,
    /// The name without marks.
    pub name: String,
    /// The name cell.
    pub span: Span,
    /// The Type cell.
    pub ty: TypeCell,
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
    /// Which row it is.
    pub id: RowId,
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
    /// Which row it is.
    pub id: RowId,
    /// The heading's text; may be empty.
    pub heading: String,
    /// The type expression, from the heading or the code.
    pub ty: TypeCell,
    /// What the heading is where it names a type by a word of its own (`ArrayOfInt32`).
    pub tag: Option<Expr>,
    /// What the constructor's name adds to the union's name, where the code shows one.
    pub constructor: Option<String>,
}

/// Headings that only pages of SDK helpers have.
const UTILITY_HEADINGS: &[&str] =
    &["BackoffStrategy", "Global Options", "Per-Method Options", "Key Benefits", "Factory Methods"];

/// Reads what stands below the section at an index of a page.
type ReadContent = fn(&Sources, &Page, usize, &mut Diagnostics) -> Content;

/// The sections that say what a page is, by heading; with the columns that only the section's table has.
const CONTENTS: &[(&str, &[&str], ReadContent)] = &[
    (FIELDS, &["Field", "Type"], fields::read),
    (VALUES, &["Name", "Value"], values::read),
    (MEMBERS, &[], members::read),
];

/// Reads a model page; nothing is returned for a page of an SDK helper that has no title.
pub fn read_page(sources: &Sources, page: &Page, diagnostics: &mut Diagnostics) -> Option<WrittenPage> {
    let file = page.file;
    let start = Span { file, start: 0, end: 0 };
    let is_utility = page.sections.iter().any(|section| UTILITY_HEADINGS.contains(&section.heading.as_str()));
    let untitled = Section { heading: sources.get(file).stem().to_owned(), ..Section::default() };
    let title = match page.sections.iter().find(|section| section.level == 1) {
        Some(title) => title,
        None if is_utility => return None,
        None => {
            // What links to it names it so, and finds it.
            let finding = unread_title(page);
            let finding = finding.unwrap_or_else(|| Diagnostic::at(Code::NoTitle, start, "this page has no `# Title`"));
            diagnostics.push(finding.help(format!("write `# {}` as its first line", untitled.heading)));
            &untitled
        }
    };
    let span = title.span.unwrap_or(start);
    report_above(page, span, diagnostics);
    let content = if is_utility { Ok(Content::Utility) } else { read_content(sources, page, title, span, diagnostics) };
    let (content, trouble) = match content {
        Ok(content) => (content, None),
        Err(trouble) => (Content::Bare, Some(trouble)),
    };
    let (docs, quote) = prose::read_prose(sources, &title.blocks);
    let deprecated = quote.or_else(|| title.struck.then_some(Deprecation { note: None }));
    Some(WrittenPage { file, title: title.heading.trim().to_owned(), span, docs, deprecated, content, trouble })
}

/// A page may state its title in a way that is not understood.
pub fn unread_title(page: &Page) -> Option<Diagnostic> {
    let message = "the title in the front matter of this page is not understood";
    page.unread_title.map(|span| Diagnostic::at(Code::NoTitle, span, message))
}

/// What stands above the title is no part of any section.
pub fn report_above(page: &Page, title: Span, diagnostics: &mut Diagnostics) {
    let above = page.sections.first().filter(|section| section.level == 0 && title.end > 0);
    if let Some(block) = above.and_then(|section| section.blocks.iter().find(|it| !matches!(it, Block::Html(_)))) {
        let finding =
            Diagnostic::at(Code::AboveTitle, block.span(), "this stands above the page's title, and is left out");
        diagnostics.push(finding);
    }
}

fn read_content(
    sources: &Sources,
    page: &Page,
    title: &Section,
    span: Span,
    diagnostics: &mut Diagnostics,
) -> Result<Content, Diagnostic> {
    let section = |heading: &str| page.sections.iter().position(|it| it.level == 2 && it.heading == heading);
    if let Some((at, read)) = CONTENTS.iter().find_map(|(heading, _, read)| Some((section(heading)?, read))) {
        return Ok(read(sources, page, at, diagnostics));
    }
    if let Some((at, heading, read)) = by_columns(page) {
        let found = &page.sections[at];
        let message = format!("the heading `{}` is not known: its table is that of `{heading}`", found.heading);
        let finding = Diagnostic::at(Code::OddHeading, found.span.unwrap_or(span), message);
        diagnostics.push(finding.help(format!("write the heading `## {heading}`")));
        return Ok(read(sources, page, at, diagnostics));
    }
    if page.sections.iter().all(|section| section.level < 2) {
        return Ok(Content::Bare);
    }
    Err(without_content(page, title, span))
}

/// The section whose table has the columns of a known one.
fn by_columns(page: &Page) -> Option<(usize, &'static str, &'static ReadContent)> {
    let known = |section: &Section| {
        let table = section.table().filter(|_| section.level == 2)?;
        let fits = |columns: &[&str]| !columns.is_empty() && columns.iter().all(|name| table.column(name).is_some());
        CONTENTS.iter().find(|(_, columns, _)| fits(columns))
    };
    let mut found = page.sections.iter().enumerate().filter_map(|(at, section)| Some((at, known(section)?)));
    found.next().map(|(at, (heading, _, read))| (at, *heading, read))
}

/// Where the first heading below the title stands.
fn first_heading(page: &Page) -> Option<Span> {
    page.sections.iter().find(|section| section.level == 2)?.span
}

/// Points at the heading that is probably a typo of one that a page needs.
fn without_content(page: &Page, title: &Section, span: Span) -> Diagnostic {
    let known = || CONTENTS.iter().map(|(heading, ..)| *heading);
    let typo = page.sections.iter().find_map(|section| Some((section.span?, near(&section.heading, known())?)));
    let message = format!("`{}` has neither Fields, Values nor Supported Types", title.heading);
    match typo {
        Some((at, heading)) => {
            Diagnostic::at(Code::UnknownPage, at, message).help(format!("write the heading `## {heading}`"))
        }
        None => Diagnostic::at(Code::UnknownPage, first_heading(page).unwrap_or(span), message)
            .help("give it the section `## Fields`, `## Values` or `## Supported Types`, or move it out of the folder"),
    }
}
