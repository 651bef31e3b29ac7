//! Markdown to headings, tables, cells and code blocks, each with its place.
//!
//! In: the text of one page. Out: a [`Page`]. It must not know SDK words, type expressions or what a section means.

mod front_matter;
mod parse;

pub use parse::parse_page;

use crate::source::{FileId, Span};
use std::borrow::Cow;

/// One page, cut at its headings.
#[derive(Debug, Clone)]
pub struct Page {
    /// The file that it is.
    pub file: FileId,
    /// Its sections, in order. What stands before the first heading is a section of level 0 without a heading. Where front matter states
    /// the title and no heading does, the section behind that is the title's.
    pub sections: Vec<Section>,
    /// Where front matter states a title that cannot be read, and no heading states it.
    pub unread_title: Option<Span>,
}

/// A heading and what stands below it, up to the next heading of any level.
#[derive(Debug, Clone, Default)]
pub struct Section {
    /// 1 for `#`; 0 for what stands before the first heading.
    pub level: u8,
    /// The heading's text without marks.
    pub heading: String,
    /// Whether the heading is struck through.
    pub struck: bool,
    /// Where the heading stands.
    pub span: Option<Span>,
    /// What follows.
    pub blocks: Vec<Block>,
}

impl Section {
    /// Its first table.
    #[must_use]
    pub fn table(&self) -> Option<&Table> {
        self.blocks.iter().find_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }

    /// Its tables, each one of a header once: with the rows of further tables of that header, and with those that a blank line cut
    /// off, which are as many cells as it has columns.
    #[must_use]
    pub fn tables(&self) -> Vec<Cow<'_, Table>> {
        let mut tables: Vec<Cow<'_, Table>> = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Table(table) => match tables.iter_mut().find(|known| known.has_header_of(table)) {
                    Some(known) => known.to_mut().rows.extend(table.rows.iter().cloned()),
                    None => tables.push(Cow::Borrowed(table)),
                },
                Block::Prose(text) => {
                    let Some(last) = tables.last_mut() else { continue };
                    let rows = parse::rows_of_prose(text, last.header.len());
                    if !rows.is_empty() {
                        last.to_mut().rows.extend(rows);
                    }
                }
                _ => {}
            }
        }
        tables
    }

    /// The section at an index, with what stands in later ones of its level and heading.
    #[must_use]
    pub fn whole(sections: &[Section], at: usize) -> Cow<'_, Section> {
        let own = &sections[at];
        let later =
            sections[at + 1..].iter().filter(|other| (other.level, &other.heading) == (own.level, &own.heading));
        let blocks: Vec<Block> = later.flat_map(|other| other.blocks.iter().cloned()).collect();
        let mut whole = Cow::Borrowed(own);
        if !blocks.is_empty() {
            whole.to_mut().blocks.extend(blocks);
        }
        whole
    }

    /// Its code blocks.
    pub fn code(&self) -> impl Iterator<Item = &CodeBlock> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Code(code) => Some(code),
            _ => None,
        })
    }

    /// Its HTML blocks.
    pub fn html(&self) -> impl Iterator<Item = &Cell> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Html(html) => Some(html),
            _ => None,
        })
    }

    /// The items of its lists.
    pub fn items(&self) -> impl Iterator<Item = &Cell> {
        let lists = self.blocks.iter().filter_map(|block| match block {
            Block::List(items) => Some(items),
            _ => None,
        });
        lists.flatten()
    }
}

/// A block of markdown.
#[derive(Debug, Clone)]
pub enum Block {
    /// A table.
    Table(Table),
    /// A code block.
    Code(CodeBlock),
    /// A list; the items' texts as written.
    List(Vec<Cell>),
    /// An HTML block, such as a comment.
    Html(Cell),
    /// A block quote, with its text as written.
    Quote(Cell),
    /// A paragraph or anything else, as written.
    Prose(Cell),
}

impl Block {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Block::Table(table) => table.span,
            Block::Code(code) => code.span,
            Block::List(items) => match (items.first(), items.last()) {
                (Some(first), Some(last)) => Span { end: last.span.end, ..first.span },
                _ => Span { file: FileId(0), start: 0, end: 0 },
            },
            Block::Html(cell) | Block::Quote(cell) | Block::Prose(cell) => cell.span,
        }
    }
}

/// A piece of markdown as written, trimmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The text; in table cells, `\|` is `|` already.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// A table.
#[derive(Debug, Clone)]
pub struct Table {
    /// The header cells.
    pub header: Vec<Cell>,
    /// The rows below the delimiter row. Each has as many cells as were written, more or fewer than the header.
    pub rows: Vec<Vec<Cell>>,
    /// The whole table.
    pub span: Span,
}

impl Table {
    fn has_header_of(&self, other: &Table) -> bool {
        let names = |table: &Table| table.header.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>();
        names(self) == names(other)
    }

    /// The index of a column, by its header text.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|cell| cell.text == name)
    }
}

/// A code block.
#[derive(Debug, Clone)]
pub struct CodeBlock {
    /// The word behind the fence.
    pub language: String,
    /// Its text.
    pub text: String,
    /// The whole block.
    pub span: Span,
}
