//! Pages as written: titles, rows, values and members, with spans, and nothing inferred.
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

use crate::{
    model::{Deprecation, Openness},
    naming::near,
    page::{Cell, Page, Section},
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

/// Reads what stands below the section at an index of a page.
type ReadContent = fn(&Sources, &Page, usize, &mut Diagnostics) -> Content;

/// The sections that say what a page is, by heading.
const CONTENTS: &[(&str, ReadContent)] =
    &[("Fields", fields::read), ("Values", values::read), ("Supported Types", members::read)];

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
            let finding = Diagnostic::at(Code::NoTitle, start, "this page has no `# Title`");
            diagnostics.push(finding.help(format!("write `# {}` as its first line", untitled.heading)));
            &untitled
        }
    };
    let span = title.span.unwrap_or(start);
    let content = if is_utility { Ok(Content::Utility) } else { read_content(sources, page, title, span, diagnostics) };
    let (content, trouble) = match content {
        Ok(content) => (content, None),
        Err(trouble) => (Content::Bare, Some(trouble)),
    };
    let (docs, quote) = prose::read_prose(sources, &title.blocks);
    let deprecated = quote.or_else(|| title.struck.then_some(Deprecation { note: None }));
    Some(WrittenPage { file, title: title.heading.trim().to_owned(), span, docs, deprecated, content, trouble })
}

fn read_content(
    sources: &Sources,
    page: &Page,
    title: &Section,
    span: Span,
    diagnostics: &mut Diagnostics,
) -> Result<Content, Diagnostic> {
    let section = |heading: &str| page.sections.iter().position(|it| it.level == 2 && it.heading == heading);
    if let Some((at, read)) = CONTENTS.iter().find_map(|(heading, read)| Some((section(heading)?, read))) {
        return Ok(read(sources, page, at, diagnostics));
    }
    if page.sections.iter().all(|section| section.level < 2) {
        return Ok(Content::Bare);
    }
    Err(without_content(page, title, span))
}

/// Points at the heading that is probably a slip of one that a page needs.
fn without_content(page: &Page, title: &Section, span: Span) -> Diagnostic {
    let known = || CONTENTS.iter().map(|(heading, _)| *heading);
    let slip = page.sections.iter().find_map(|section| Some((section.span?, near(&section.heading, known())?)));
    let message = format!("`{}` has neither Fields, Values nor Supported Types", title.heading);
    match slip {
        Some((at, heading)) => {
            Diagnostic::at(Code::UnknownPage, at, message).help(format!("write the heading `## {heading}`"))
        }
        None => Diagnostic::at(Code::UnknownPage, span, message)
            .help("give it the section `## Fields`, `## Values` or `## Supported Types`, or move it out of the folder"),
    }
}
