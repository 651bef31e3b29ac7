//! Kinds of mutations.
//!
//! In: files and a source of numbers. Out: the files with one thing broken in them. It must not know what comes of it.

use super::{Draw, Files};

/// A kind of mutation.
pub type Kind = (&'static str, fn(&mut Files, &mut Draw));

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
    ("a link leads elsewhere", turn_link),
    ("prose is odd", put_in_prose),
    ("words change their places", swap_words),
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

/// Where a link may lead: to itself, out of the folder, to nothing, to a device, to what is no type.
const TARGETS: &[&str] =
    &["../../../../etc/passwd", "/dev/zero", "#", "", "..", "../../models/.md", "../../sdks/", "file:///etc/passwd"];

/// Prose that nobody writes on purpose.
const PROSE: &[&str] = &[
    "\n    fn main() { panic!() }\n",
    "\n```ignore-wasm\nfn main() { panic!() }\n```\n",
    "\n> ```\n> fn main() {}\n",
    "\n- \n  - \n    1. ~~~\n",
    "\n[a]: <b> 'c'\n[a]\n",
    "\n<details>\n\n    x\n\n</script>\n",
    "\n***_`[x](y`)_**\n",
    "\n| a |\n| - |\n| b | c |\n",
    "\nText[^1] with a [crate::x] and a `Self`.\n\n[^1]: x\n",
];

/// Names that some system does not allow, or reads otherwise.
const NAMES: &[&str] = &["CON", "nul", "a\nb", "..", " ", "é", "-rf", "mod", "self", "a b", "a'b", "0"];

/// One page, by chance.
fn page<'p>(pages: &'p mut Files, draw: &mut Draw) -> &'p mut Vec<u8> {
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

fn flip_byte(pages: &mut Files, draw: &mut Draw) {
    let text = page(pages, draw);
    let (at, bit) = (draw.below(text.len()), draw.below(8));
    text.get_mut(at).into_iter().for_each(|byte| *byte ^= 1 << bit);
}

/// The cells of a row.
fn with_cells(pages: &mut Files, draw: &mut Draw, change: fn(&mut Vec<Vec<u8>>, &mut Draw)) {
    let text = page(pages, draw);
    let (start, end) = line(text, draw);
    let mut cells: Vec<Vec<u8>> = text[start..end].split(|byte| *byte == b'|').map(<[u8]>::to_vec).collect();
    change(&mut cells, draw);
    text.splice(start..end, cells.join(&b'|'));
}

fn double_cell(pages: &mut Files, draw: &mut Draw) {
    with_cells(pages, draw, |cells, draw| {
        let at = draw.below(cells.len());
        cells.insert(at, cells[at].clone());
    });
}

fn swap_cells(pages: &mut Files, draw: &mut Draw) {
    with_cells(pages, draw, |cells, draw| {
        let (one, other) = (draw.below(cells.len()), draw.below(cells.len()));
        cells.swap(one, other);
    });
}

fn take_out(pages: &mut Files, draw: &mut Draw, what: &[u8]) {
    let text = page(pages, draw);
    let from = draw.below(text.len());
    if let Some(at) = find(&text[from..], what) {
        text.drain(from + at..from + at + what.len());
    }
}

fn drop_line(pages: &mut Files, draw: &mut Draw) {
    let text = page(pages, draw);
    let (start, end) = line(text, draw);
    text.drain(start..end);
}

fn double_line(pages: &mut Files, draw: &mut Draw) {
    let text = page(pages, draw);
    let (start, end) = line(text, draw);
    let copy = text[start..end].to_vec();
    text.splice(end..end, copy);
}

fn cut_line(pages: &mut Files, draw: &mut Draw) {
    let text = page(pages, draw);
    let (start, end) = line(text, draw);
    let at = start + draw.below(end - start);
    text.drain(at..end.saturating_sub(1).max(at));
}

fn put_in_piece(pages: &mut Files, draw: &mut Draw) {
    let text = page(pages, draw);
    let (start, end) = line(text, draw);
    let at = start + draw.below(end - start);
    text.splice(at..at, draw.of(PIECES).bytes());
}

fn nest(pages: &mut Files, draw: &mut Draw) {
    let text = page(pages, draw);
    let (start, end) = line(text, draw);
    let at = start + draw.below(end - start);
    let opening = draw.of(&["List\\<", "Optional[", "map[string]", "[", "(", "*", "{"]).repeat(1 + draw.below(300));
    text.splice(at..at, opening.bytes());
}

fn windows_breaks(pages: &mut Files, draw: &mut Draw) {
    let text = page(pages, draw);
    *text = text.split(|byte| *byte == b'\n').collect::<Vec<_>>().join(&b"\r\n"[..]);
}

fn drop_page(pages: &mut Files, draw: &mut Draw) {
    let at = draw.below(pages.len());
    if pages.len() > 1 {
        pages.remove(at);
    }
}

fn copy_page(pages: &mut Files, draw: &mut Draw) {
    let (from, to) = (draw.below(pages.len()), draw.below(pages.len()));
    pages[to].1 = pages[from].1.clone();
}

/// The folder of a path, with its `/`.
fn folder(path: &str) -> &str {
    &path[..path.rfind('/').map_or(0, |at| at + 1)]
}

fn rename_page(pages: &mut Files, draw: &mut Draw) {
    let at = draw.below(pages.len());
    let path = format!("{}{}.md", folder(&pages[at].0), draw.of(NAMES));
    if pages.iter().all(|(other, _)| *other != path) {
        pages[at].0 = path;
    }
}

fn case_twin(pages: &mut Files, draw: &mut Draw) {
    let (path, text) = pages[draw.below(pages.len())].clone();
    let name = &path[folder(&path).len()..];
    let twin = format!("{}{}.md", folder(&path), name.trim_end_matches(".md").to_uppercase());
    if pages.iter().all(|(other, _)| *other != twin) {
        pages.push((twin, text));
    }
}

fn cut_page(pages: &mut Files, draw: &mut Draw) {
    let text = page(pages, draw);
    text.truncate(draw.below(text.len()));
}

fn turn_link(pages: &mut Files, draw: &mut Draw) {
    let other = pages[draw.below(pages.len())].0.clone();
    let text = page(pages, draw);
    let from = draw.below(text.len());
    let Some(start) = find(&text[from..], b"](").map(|at| from + at + 2) else { return };
    let Some(end) = find(&text[start..], b")").map(|at| start + at) else { return };
    let target = match draw.below(2) {
        0 => format!("../../{other}"),
        _ => (*draw.of(TARGETS)).to_owned(),
    };
    text.splice(start..end, target.into_bytes());
}

fn put_in_prose(pages: &mut Files, draw: &mut Draw) {
    let text = page(pages, draw);
    let (_, end) = line(text, draw);
    text.splice(end..end, draw.of(PROSE).bytes());
}

/// Two words of a file, each of which is legal where the other stands, as far as anyone can see.
fn swap_words(pages: &mut Files, draw: &mut Draw) {
    let text = page(pages, draw);
    let (Some(one), Some(other)) = (word(text, draw), word(text, draw)) else { return };
    let (first, second) = if one.start <= other.start { (one, other) } else { (other, one) };
    if first.end <= second.start {
        let (before, behind) = (text[first.clone()].to_vec(), text[second.clone()].to_vec());
        text.splice(second, before);
        text.splice(first, behind);
    }
}

/// Where a word stands, by chance.
fn word(text: &[u8], draw: &mut Draw) -> Option<std::ops::Range<usize>> {
    let at = draw.below(text.len());
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let start = at + text[at..].iter().position(is_word)?;
    let end = text[start..].iter().position(|byte| !is_word(byte)).map_or(text.len(), |length| start + length);
    Some(start..end)
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|part| part == what)
}

/// All kinds, each to be tried alone.
pub fn kinds() -> &'static [Kind] {
    KINDS
}

/// Breaks up to three things, and says which.
pub fn mutate(pages: &mut Files, draw: &mut Draw) -> Vec<&'static str> {
    let count = 1 + draw.below(3);
    let kinds: Vec<&Kind> = (0..count).map(|_| draw.of(KINDS)).collect();
    kinds.iter().for_each(|(_, change)| change(pages, draw));
    kinds.into_iter().map(|(name, _)| *name).collect()
}
