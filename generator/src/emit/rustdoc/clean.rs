//! Raw prose without HTML and without indented code, still markdown.
//!
//! In: markdown. Out: markdown without HTML tags. It must not change code.

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};
use std::ops::Range;

/// Tags that stand for a new line.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "ul",
    "ol",
    "li",
    "table",
    "thead",
    "tbody",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "details",
    "summary",
    "hr",
    "section",
    "dl",
    "dt",
    "dd",
];
/// Tags that are left out.
const INLINE: &[&str] = &[
    "a", "b", "i", "u", "s", "em", "strong", "code", "kbd", "span", "small", "sub", "sup", "img", "td", "th", "font",
    "mark", "del", "ins", "tt", "var", "cite", "q", "abbr", "center", "label", "input", "button",
];
/// HTML may appear only once other HTML is gone.
const ROUNDS: usize = 4;

/// Prose without HTML.
pub(super) fn clean(markdown: &str) -> String {
    let mut text = breaks(markdown);
    for _ in 0..ROUNDS {
        let edits = edits(&text);
        if edits.is_empty() {
            break;
        }
        for (range, new) in edits.into_iter().rev() {
            text.replace_range(range, &new);
        }
    }
    text
}

/// Prose as lines, all markup kept as it is.
pub(super) fn plain_lines(markdown: &str) -> Vec<String> {
    breaks(markdown).lines().map(|line| line.trim().to_owned()).collect()
}

/// Line breaks of table cells, whichever way they are written, as lines; carriage returns and other controls are dropped.
pub(super) fn breaks(markdown: &str) -> String {
    let mut text = markdown.replace("\r\n", "\n");
    for tag in ["<br/>", "<br>", "<br />", "<BR>", "<BR/>", "</br>"] {
        if text.contains(tag) {
            text = text.replace(tag, "\n");
        }
    }
    text.replace('\t', "    ").chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

/// What one round changes, in the order of the text.
fn edits(text: &str) -> Vec<(Range<usize>, String)> {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for (event, range) in Parser::new_ext(text, super::options()).into_offset_iter() {
        let (range, new) = match event {
            Event::Html(_) | Event::InlineHtml(_) => (range.clone(), without_tags(&text[range])),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => unindented(text, range),
            _ => continue,
        };
        let follows = edits.last().is_none_or(|(last, _)| last.end <= range.start);
        if follows && new != text[range.clone()] {
            edits.push((range, new));
        }
    }
    edits
}

/// The lines of indented code, from the start of the first, without their indent.
fn unindented(text: &str, code: Range<usize>) -> (Range<usize>, String) {
    let start = text[..code.start].rfind('\n').map_or(0, |at| at + 1);
    let before = &text[start..code.start];
    let start = if before.trim().is_empty() { start } else { code.start };
    let lines: Vec<&str> = text[code.clone()].lines().map(str::trim).collect();
    (start..code.end, format!("{}\n", lines.join("\n")))
}

fn without_tags(html: &str) -> String {
    let ends = TAG_ENDS.map(|end| html.rfind(end).unwrap_or(0));
    let mut text = String::with_capacity(html.len());
    let mut at = 0;
    while let Some(before) = html[at..].find('<') {
        let start = at + before;
        text.push_str(&html[at..start]);
        at = start + tag_length(&html[start..], ends.map(|end| end > start));
        text.push_str(&instead(&html[start..at]));
    }
    text.push_str(&html[at..]);
    text
}

/// What ends a comment, and any other tag.
const TAG_ENDS: [&str; 2] = ["-->", ">"];

/// The length of the tag or comment that the text starts with; its first sign's, where it has no end. Whether there is one to
/// look for is known: a text of nothing but beginnings would be searched to its end from each of them.
fn tag_length(text: &str, has_end: [bool; 2]) -> usize {
    let kind = usize::from(!text.starts_with("<!--"));
    let end = TAG_ENDS[kind];
    let found = if has_end[kind] { text.find(end) } else { None };
    found.map_or(1, |at| at + end.len())
}

/// What takes the place of a tag: nothing, a new line, or the same signs escaped if it is no HTML.
fn instead(tag: &str) -> String {
    let name: String = tag.trim_start_matches(['<', '/']).chars().take_while(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    if tag.starts_with("<!--") || INLINE.contains(&name.as_str()) {
        String::new()
    } else if BLOCKS.contains(&name.as_str()) {
        "\n".to_owned()
    } else {
        tag.replace('<', "\\<")
    }
}
