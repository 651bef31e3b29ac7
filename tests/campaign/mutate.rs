//! Kinds of mutations.
//!
//! In: pages and a source of numbers. Out: the pages with one thing broken in them. It must not know what comes of it.

use super::{Draw, Pages};

/// A kind of mutation.
pub type Kind = (&'static str, fn(&mut Pages, &mut Draw));

/// All kinds.
const KINDS: &[Kind] = &[
    ("a byte is flipped", flip_byte),
    ("a cell is doubled", double_cell),
    ("two cells are swapped", swap_cells),
    ("a pipe is missing", |pages, draw| take_out(pages, draw, b"|")),
    ("a fence is missing", |pages, draw| take_out(pages, draw, b"```")),
    ("a line is missing", drop_line),
    ("a line is doubled", double_line),
    ("a line is cut", cut_line),
    ("something odd is put in", put_in_piece),
    ("types nest", nest),
    ("line breaks are those of Windows", windows_breaks),
    ("a page is gone", drop_page),
    ("a page has another's text", copy_page),
    ("a page has an odd name", rename_page),
    ("names differ by case", case_twin),
    ("a page is cut", cut_page),
];

/// What may stand where nobody thinks of it.
const PIECES: &[&str] = &[
    "|",
    "\\|",
    "`",
    "```",
    "```rust\nfn f() {}\n```",
    "~~",
    "*",
    "<",
    ">",
    "](",
    ")",
    "](../../models/.md)",
    "](#)",
    "# ",
    "## Fields\n",
    "## Values\n",
    "<!--",
    "-->",
    "<br/>",
    "&amp;",
    "\0",
    "\u{202e}",
    "\u{feff}",
    "é",
    "🦀",
    "{",
    "}",
    "{{x}}",
    "Optional\\<",
    "List\\<List\\<",
    "T.nilable(",
    ":heavy_check_mark:",
    "://",
    "\t",
    "*/",
    "#[doc = \"x\"]",
    "\u{1b}[31m",
    "\r",
    "r#type",
    "self",
    "Self",
    "../..",
    "CON",
    "%2e%2e",
    "${x}",
    "<<<<<<< HEAD\n",
    "1e999",
    "-0",
    "\u{85}",
];

/// Names that some system does not allow, or reads otherwise.
const NAMES: &[&str] = &["CON", "nul", "a\nb", "..", " ", "é", "-rf", "mod", "self", "a b", "a'b", "0"];

/// One page, by chance.
fn page<'p>(pages: &'p mut Pages, draw: &mut Draw) -> &'p mut Vec<u8> {
    let at = draw.below(pages.len());
    &mut pages[at].1
}

/// A line of a page, by chance: where it begins and ends. Rows of tables are drawn as often as all other lines together.
fn line(text: &[u8], draw: &mut Draw) -> (usize, usize) {
    let mut starts = vec![0];
    starts.extend(text.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1));
    let rows: Vec<usize> = starts.iter().copied().filter(|start| text.get(*start) == Some(&b'|')).collect();
    let list = if rows.is_empty() || draw.below(2) == 0 { &starts } else { &rows };
    let start = *draw.of(list);
    let end = text[start..].iter().position(|byte| *byte == b'\n').map_or(text.len(), |at| start + at + 1);
    (start, end)
}

fn flip_byte(pages: &mut Pages, draw: &mut Draw) {
    let text = page(pages, draw);
    let (at, bit) = (draw.below(text.len()), draw.below(8));
    text.get_mut(at).into_iter().for_each(|byte| *byte ^= 1 << bit);
}

/// The cells of a row.
fn with_cells(pages: &mut Pages, draw: &mut Draw, change: fn(&mut Vec<Vec<u8>>, &mut Draw)) {
    let text = page(pages, draw);
    let (start, end) = line(text, draw);
    let mut cells: Vec<Vec<u8>> = text[start..end].split(|byte| *byte == b'|').map(<[u8]>::to_vec).collect();
    change(&mut cells, draw);
    text.splice(start..end, cells.join(&b'|'));
}

fn double_cell(pages: &mut Pages, draw: &mut Draw) {
    with_cells(pages, draw, |cells, draw| {
        let at = draw.below(cells.len());
        cells.insert(at, cells[at].clone());
    });
}

fn swap_cells(pages: &mut Pages, draw: &mut Draw) {
    with_cells(pages, draw, |cells, draw| {
        let (one, other) = (draw.below(cells.len()), draw.below(cells.len()));
        cells.swap(one, other);
    });
}

fn take_out(pages: &mut Pages, draw: &mut Draw, what: &[u8]) {
    let text = page(pages, draw);
    let from = draw.below(text.len());
    if let Some(at) = text[from..].windows(what.len()).position(|part| part == what) {
        text.drain(from + at..from + at + what.len());
    }
}

fn drop_line(pages: &mut Pages, draw: &mut Draw) {
    let text = page(pages, draw);
    let (start, end) = line(text, draw);
    text.drain(start..end);
}

fn double_line(pages: &mut Pages, draw: &mut Draw) {
    let text = page(pages, draw);
    let (start, end) = line(text, draw);
    let copy = text[start..end].to_vec();
    text.splice(end..end, copy);
}

fn cut_line(pages: &mut Pages, draw: &mut Draw) {
    let text = page(pages, draw);
    let (start, end) = line(text, draw);
    let at = start + draw.below(end - start);
    text.drain(at..end.saturating_sub(1).max(at));
}

fn put_in_piece(pages: &mut Pages, draw: &mut Draw) {
    let text = page(pages, draw);
    let (start, end) = line(text, draw);
    let at = start + draw.below(end - start);
    text.splice(at..at, draw.of(PIECES).bytes());
}

fn nest(pages: &mut Pages, draw: &mut Draw) {
    let text = page(pages, draw);
    let (start, end) = line(text, draw);
    let at = start + draw.below(end - start);
    let opening = draw.of(&["List\\<", "Optional[", "map[string]", "[", "(", "*", "{"]).repeat(1 + draw.below(300));
    text.splice(at..at, opening.bytes());
}

fn windows_breaks(pages: &mut Pages, draw: &mut Draw) {
    let text = page(pages, draw);
    *text = text.split(|byte| *byte == b'\n').collect::<Vec<_>>().join(&b"\r\n"[..]);
}

fn drop_page(pages: &mut Pages, draw: &mut Draw) {
    let at = draw.below(pages.len());
    if pages.len() > 1 {
        pages.remove(at);
    }
}

fn copy_page(pages: &mut Pages, draw: &mut Draw) {
    let (from, to) = (draw.below(pages.len()), draw.below(pages.len()));
    pages[to].1 = pages[from].1.clone();
}

/// The folder of a path, with its `/`.
fn folder(path: &str) -> &str {
    &path[..path.rfind('/').map_or(0, |at| at + 1)]
}

fn rename_page(pages: &mut Pages, draw: &mut Draw) {
    let at = draw.below(pages.len());
    let path = format!("{}{}.md", folder(&pages[at].0), draw.of(NAMES));
    if pages.iter().all(|(other, _)| *other != path) {
        pages[at].0 = path;
    }
}

fn case_twin(pages: &mut Pages, draw: &mut Draw) {
    let (path, text) = pages[draw.below(pages.len())].clone();
    let name = &path[folder(&path).len()..];
    let twin = format!("{}{}.md", folder(&path), name.trim_end_matches(".md").to_uppercase());
    if pages.iter().all(|(other, _)| *other != twin) {
        pages.push((twin, text));
    }
}

fn cut_page(pages: &mut Pages, draw: &mut Draw) {
    let text = page(pages, draw);
    text.truncate(draw.below(text.len()));
}

/// All kinds, each to be tried alone.
pub fn kinds() -> &'static [Kind] {
    KINDS
}

/// Breaks up to three things, and says which.
pub fn mutate(pages: &mut Pages, draw: &mut Draw) -> Vec<&'static str> {
    let count = 1 + draw.below(3);
    let kinds: Vec<&Kind> = (0..count).map(|_| draw.of(KINDS)).collect();
    kinds.iter().for_each(|(_, change)| change(pages, draw));
    kinds.into_iter().map(|(name, _)| *name).collect()
}
