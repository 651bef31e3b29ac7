//! The text of one page to its sections, by pulldown-cmark's events and their byte ranges.
//!
//! In: text. Out: a [`Page`] whose pieces are slices of the text, with spans. It must not know what a section means.

use super::{
    Block, Cell, CodeBlock, Page, Section, Table,
    front_matter::{FrontMatter, Title, read_front_matter},
};
use crate::source::{FileId, Span};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Cuts a page at its headings. Never fails: any text is some page.
#[must_use]
pub fn parse_page(file: FileId, text: &str) -> Page {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let FrontMatter { end: start, title } = read_front_matter(text).unwrap_or_default();
    let events = Parser::new_ext(&text[start..], options).into_offset_iter();
    let mut reader = Reader { file, text, sections: vec![Section::default()], depth: 0, open: Open::Nothing };
    for (event, range) in events {
        reader.event(event, range.start + start..range.end + start);
    }
    let unread_title = title.filter(|_| !reader.has_title()).and_then(|title| reader.take_title(title));
    Page { file, sections: reader.sections, unread_title }
}

/// The block that is being read.
enum Open {
    Nothing,
    Heading(Section),
    Table { table: Table, row: Vec<Cell>, in_head: bool },
    Code(CodeBlock),
    List(Vec<Cell>),
    Other(fn(Cell) -> Block, Range<usize>),
}

struct Reader<'t> {
    file: FileId,
    text: &'t str,
    sections: Vec<Section>,
    depth: usize,
    open: Open,
}

impl Reader<'_> {
    fn has_title(&self) -> bool {
        self.sections.iter().any(|section| section.level == 1)
    }

    /// Puts the title of front matter above what stands before the first heading, or returns where one stands that cannot be read.
    fn take_title(&mut self, Title { text, range }: Title) -> Option<Span> {
        let span = Some(self.span(&range));
        let Some(heading) = text else { return span };
        let blocks = std::mem::take(&mut self.sections[0].blocks);
        self.sections.insert(1, Section { level: 1, heading, span, blocks, ..Section::default() });
        None
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => {
                if self.depth == 0 {
                    self.open = self.begin(&tag, &range);
                } else {
                    self.nested(&tag, &range);
                }
                self.depth += 1;
            }
            Event::End(end) => {
                self.depth -= 1;
                if self.depth == 0 {
                    self.finish();
                } else {
                    self.nested_end(end, &range);
                }
            }
            Event::Text(text) | Event::Code(text) => self.text_event(&text),
            Event::Html(_) if self.depth == 0 => {
                let cell = self.cell(range);
                self.push(Block::Html(cell));
            }
            _ => {}
        }
    }

    fn begin(&self, tag: &Tag<'_>, range: &Range<usize>) -> Open {
        let span = self.span(range);
        match tag {
            Tag::Heading { level, .. } => {
                // The event's range has the end of the line in it.
                let span = self.cell(range.clone()).span;
                Open::Heading(Section { level: *level as u8, span: Some(span), ..Section::default() })
            }
            Tag::Table(_) => {
                let table = Table { header: Vec::new(), rows: Vec::new(), span };
                Open::Table { table, row: Vec::new(), in_head: false }
            }
            Tag::CodeBlock(kind) => {
                let language = match kind {
                    CodeBlockKind::Fenced(word) => word.to_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                Open::Code(CodeBlock { language, text: String::new(), span })
            }
            Tag::List(_) => Open::List(Vec::new()),
            Tag::BlockQuote(_) => Open::Other(Block::Quote, range.clone()),
            Tag::HtmlBlock => Open::Other(Block::Html, range.clone()),
            _ => Open::Other(Block::Prose, range.clone()),
        }
    }

    fn nested(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        // Only what is kept is copied: a hundred thousand quotes may stand within each other.
        let is_kept = matches!(tag, Tag::TableCell) || (matches!(tag, Tag::Item) && self.depth == 1);
        let cell = if is_kept { Some(self.cell(range.clone())) } else { None };
        match (&mut self.open, tag, cell) {
            (Open::Table { in_head, .. }, Tag::TableHead, _) => *in_head = true,
            (Open::Table { row, .. }, Tag::TableCell, Some(cell)) => row.push(unescape_pipes(cell)),
            (Open::List(items), Tag::Item, Some(cell)) => items.push(cell),
            (Open::Heading(section), Tag::Strikethrough, _) => section.struck = true,
            _ => {}
        }
    }

    fn nested_end(&mut self, end: TagEnd, range: &Range<usize>) {
        let written = &self.text[range.clone()];
        let Open::Table { table, row, in_head } = &mut self.open else { return };
        match end {
            TagEnd::TableHead => {
                table.header = std::mem::take(row);
                *in_head = false;
            }
            TagEnd::TableRow => {
                let at = Span { file: self.file, ..table.span };
                let cells = as_written(std::mem::take(row), written, at, range);
                table.rows.push(cells);
            }
            _ => {}
        }
    }

    fn text_event(&mut self, text: &str) {
        match &mut self.open {
            Open::Heading(section) => section.heading.push_str(text),
            Open::Code(code) => code.text.push_str(text),
            _ => {}
        }
    }

    fn finish(&mut self) {
        match std::mem::replace(&mut self.open, Open::Nothing) {
            Open::Nothing => {}
            Open::Heading(section) => self.sections.push(section),
            Open::Table { table, .. } => self.push(Block::Table(table)),
            Open::Code(code) => self.push(Block::Code(code)),
            Open::List(items) => self.push(Block::List(items)),
            Open::Other(block, range) => {
                let cell = self.cell(range);
                self.push(block(cell));
            }
        }
    }

    fn push(&mut self, block: Block) {
        if let Some(section) = self.sections.last_mut() {
            section.blocks.push(block);
        }
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.file, range.clone())
    }

    fn cell(&self, range: Range<usize>) -> Cell {
        trimmed(self.text, range, self.file)
    }
}

/// A pipe within a cell is written `\|`.
fn unescape_pipes(mut cell: Cell) -> Cell {
    if cell.text.contains("\\|") {
        cell.text = cell.text.replace("\\|", "|");
    }
    cell
}

/// Markdown pads short rows and cuts long ones; a reader who looks for mistakes needs the number of cells that were written.
fn as_written(mut cells: Vec<Cell>, row: &str, at: Span, range: &Range<usize>) -> Vec<Cell> {
    let written = count_cells(row);
    cells.truncate(written);
    let span = Span::new(at.file, range.start..range.start + row.trim_end().len());
    while cells.len() < written {
        cells.push(Cell { text: String::new(), span });
    }
    cells
}

/// The lines of a paragraph that are rows of so many cells.
pub(super) fn rows_of_prose(prose: &Cell, width: usize) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    let mut start = 0;
    for line in prose.text.split_inclusive('\n') {
        let row = line.trim_end();
        if row.starts_with('|') && count_cells(row) == width {
            rows.push(ranges_of_cells(row).map(|cell| piece(prose, start + cell.start..start + cell.end)).collect());
        }
        start += line.len();
    }
    rows
}

/// A piece of a text as a table's cell.
fn piece(of: &Cell, range: Range<usize>) -> Cell {
    let mut cell = trimmed(&of.text, range, of.span.file);
    cell.span.start += of.span.start;
    cell.span.end += of.span.start;
    unescape_pipes(cell)
}

/// Where the cells of a row stand that begins with a pipe.
fn ranges_of_cells(row: &str) -> impl Iterator<Item = Range<usize>> {
    let mut escaped = false;
    let mut ends: Vec<usize> = Vec::new();
    for (at, byte) in row.bytes().enumerate() {
        if byte == b'|' && !escaped {
            ends.push(at);
        }
        escaped = byte == b'\\' && !escaped;
    }
    if ends.last().is_some_and(|last| last + 1 < row.len()) {
        ends.push(row.len());
    }
    (1..ends.len()).map(move |at| ends[at - 1] + 1..ends[at])
}

/// The text of a range without the white space around it.
fn trimmed(text: &str, range: Range<usize>, file: FileId) -> Cell {
    let written = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (written.len() - written.trim_start().len());
    let text = written.trim();
    Cell { text: text.to_owned(), span: Span::new(file, start..start + text.len()) }
}

/// The number of cells in a row: pipes that are not escaped, less those at the row's ends.
fn count_cells(row: &str) -> usize {
    let row = row.trim();
    let mut pipes = 0;
    let mut escaped = false;
    let mut last_is_pipe = false;
    for byte in row.bytes() {
        last_is_pipe = byte == b'|' && !escaped;
        pipes += usize::from(last_is_pipe);
        escaped = byte == b'\\' && !escaped;
    }
    pipes + 1 - usize::from(row.starts_with('|')) - usize::from(last_is_pipe && row.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_the_cells_that_were_written() {
        for (row, cells) in
            [("| a | b |", 2), ("a | b", 2), (r"| a \| b |", 1), ("| a |", 1), ("| a | | c", 3), ("|", 1)]
        {
            assert_eq!(count_cells(row), cells, "{row}");
        }
    }

    #[test]
    fn rows_in_prose_may_lack_the_bar_at_their_end() {
        let span = Span { file: FileId(0), start: 7, end: 40 };
        let prose = Cell { text: "| a | b |\n| c \\| d | e\n| f |\nprose | g\n".to_owned(), span };
        let rows = rows_of_prose(&prose, 2);
        let shown: Vec<Vec<_>> =
            rows.iter().map(|row| row.iter().map(|cell| (cell.text.as_str(), cell.span.start)).collect()).collect();
        assert_eq!(shown, [[("a", 9), ("b", 13)], [("c | d", 19), ("e", 28)]]);
    }

    #[test]
    fn cuts_a_page_at_its_headings() {
        let page = parse_page(FileId(0), "# Title\n\n## Fields\n\n| Field |\n| --- |\n| `a` |\n");
        let headings: Vec<&str> = page.sections.iter().map(|section| section.heading.as_str()).collect();
        assert_eq!(headings, ["", "Title", "Fields"]);
        assert_eq!(page.sections[2].table().map(|table| table.rows.len()), Some(1));
    }

    #[test]
    fn keeps_rows_of_the_wrong_length() {
        let page = parse_page(FileId(0), "# T\n\n## Fields\n\n| A | B |\n| - | - |\n| `x` |\n| 1 | 2 | 3 |\n");
        let Block::Table(table) = &page.sections[2].blocks[0] else { panic!("no table") };
        assert_eq!(table.rows.iter().map(Vec::len).collect::<Vec<_>>(), [1, 3]);
    }

    #[test]
    fn joins_the_tables_of_a_header_and_loose_rows() {
        let text = "# T\n\n## Fields\n\n| A | B |\n| - | - |\n| 1 | 2 |\n\n| 3 \\| x | 4\n| 5 |\nprose | 6 | 7\n\n\
            | A | B |\n| - | - |\n| 8 | 9 |\n\n| C |\n| - |\n| 0 |\n\n## Fields\n\n| A | B |\n| - | - |\n| 10 | 11 |\n";
        let page = parse_page(FileId(0), text);
        let shown = |cells: &Vec<Cell>| cells.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>().join(";");
        let whole = Section::whole(&page.sections, 2);
        let tables = whole.tables();
        assert_eq!(tables[0].rows.iter().map(shown).collect::<Vec<_>>(), ["1;2", "3 | x;4", "8;9", "10;11"]);
        assert_eq!(tables[1].rows.len(), 1);
        let loose = &tables[0].rows[1][0].span;
        assert_eq!(&text[loose.start as usize..loose.end as usize], "3 \\| x");
    }

    #[test]
    fn takes_the_title_of_front_matter_where_no_heading_is_one() {
        let shown = |text: &str| {
            let page = parse_page(FileId(0), text);
            let start = |section: &Section| section.span.map(|span| &text[span.start as usize..span.end as usize]);
            let show = |it: &Section| format!("{} {} {:?} {}", it.level, it.heading, start(it), it.blocks.len());
            page.sections.iter().map(show).collect::<Vec<_>>()
        };
        let below = shown("---\ntitle: Pet\n---\nAn animal.\n\n## Fields\n\nNone.\n");
        assert_eq!(below, ["0  None 0", "1 Pet Some(\"title: Pet\") 1", "2 Fields Some(\"## Fields\") 1"]);
        let both = shown("+++\ntitle = \"Cat\"\n+++\nAbove.\n\n# Pet\n");
        assert_eq!(both, ["0  None 1", "1 Pet Some(\"# Pet\") 0"]);
        let rule = shown("---\n\nAbove.\n\n---\ntitle: Pet\n---\n");
        assert_eq!(rule, ["0  None 1", "2 title: Pet Some(\"title: Pet\\n---\") 0"]);
    }

    #[test]
    fn reads_struck_headings() {
        let page = parse_page(FileId(0), "# ~~Old~~\n\n> note\n");
        assert_eq!((page.sections[1].heading.as_str(), page.sections[1].struck), ("Old", true));
    }
}
