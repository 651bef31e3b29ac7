//! Prose of the docs as rustdoc that renders well and that no lint objects to, whatever the prose is.
//!
//! In: markdown as it stands in a table cell or on a page. Out: lines for `#[doc]` attributes. It must not know the item.

mod clean;
mod write;

pub use write::is_url;

use super::Scope;
use crate::model::{Model, TypeId};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeStream};
use std::collections::HashMap;

/// Longer examples are cut.
const LONGEST_EXAMPLE: usize = 200;

/// Longer paragraphs stay on their own page.
const LONGEST_OPENING: usize = 200;

/// Prose that is nested deeper is written as it stands, without its markup.
const DEEPEST: usize = 64;

/// Where a link of the prose leads: a URL, the path of a Rust item, or nowhere.
pub type Resolve<'r> = &'r dyn Fn(&str) -> Option<String>;

/// Prose as lines of rustdoc; none if it says nothing.
pub fn lines(markdown: &str, resolve: Resolve<'_>) -> Vec<String> {
    if matches!(markdown.trim(), "" | "N/A") {
        return Vec::new();
    }
    let cleaned = clean::clean(markdown);
    if !is_deep(&cleaned) {
        let written = write::write(&cleaned, resolve);
        if is_safe(&written) {
            return written;
        }
    }
    clean::plain_lines(markdown).iter().map(|line| write::escape_line(line)).collect()
}

/// Whether lists and quotes stand deeper within each other than anyone would read.
fn is_deep(markdown: &str) -> bool {
    let mut depth = 0usize;
    Parser::new_ext(markdown, options()).any(|event| {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        depth > DEEPEST
    })
}

/// The first paragraph of prose as lines of rustdoc, without links; none where it is long, or no plain text.
pub fn opening(markdown: &str) -> Vec<String> {
    let lines: Vec<String> = lines(markdown, &|_| None).into_iter().take_while(|line| !line.is_empty()).collect();
    let plain = lines.first().is_some_and(|line| line.starts_with(char::is_alphabetic));
    let short = lines.iter().map(String::len).sum::<usize>() <= LONGEST_OPENING;
    if plain && short { lines } else { Vec::new() }
}

/// The line that shows a field's examples; none if the page has none.
pub fn example(raw: &str) -> Option<String> {
    let examples: Vec<String> = numbered(&clean::breaks(raw)).iter().filter_map(|text| code(text)).collect();
    let word = if examples.len() > 1 { "Examples" } else { "Example" };
    (!examples.is_empty()).then(|| format!("{word}: {}", examples.join(", ")))
}

/// The first of a cell's examples; none if the page has none.
pub fn first_example(raw: &str) -> Option<String> {
    let text = clean::breaks(raw);
    let first = numbered(&text).first()?.trim().to_owned();
    (!matches!(first.as_str(), "" | "N/A")).then_some(first)
}

/// The parts of a cell that numbers its examples (`**Example 1:** …`), or the cell as a whole.
fn numbered(text: &str) -> Vec<&str> {
    let parts: Vec<&str> = text.split("**Example ").collect();
    let number_ends = |part: &str| part.split_once(":**").filter(|(number, _)| number.parse::<u32>().is_ok()).is_some();
    if parts.len() < 2 || !parts[0].trim().is_empty() || !parts[1..].iter().all(|part| number_ends(part)) {
        return vec![text];
    }
    parts[1..].iter().filter_map(|part| part.split_once(":**")).map(|(_, example)| example).collect()
}

/// Text on one line as a code span, cut if it is long; none if there is none.
fn code(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if matches!(text.as_str(), "" | "N/A") {
        return None;
    }
    let shown: String = text.chars().take(LONGEST_EXAMPLE).collect();
    let rest = if shown.len() < text.len() { "…" } else { "" };
    Some(format!("{}{rest}", write::code_span(&shown)))
}

/// Prose on one line without markup, for places that show text as it is.
pub fn plain(markdown: &str) -> String {
    let cleaned = clean::clean(markdown);
    let mut text = String::new();
    for event in Parser::new_ext(&cleaned, options()) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item) => text.push(' '),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Prose for `#[deprecated]`: rustc prints it as it is, and rustdoc as markdown, in which no link and no tag must open.
pub fn note(markdown: &str) -> String {
    let escape = |c: char| if matches!(c, '[' | ']' | '<') { format!("\\{c}") } else { c.to_string() };
    plain(markdown).chars().map(escape).collect()
}

pub(super) fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH
}

/// Whether rustdoc will find nothing to object to: no HTML, no bare URL, no link but those with a scheme or a path of ours, all
/// code closed.
fn is_safe(lines: &[String]) -> bool {
    let text = format!("{}\n\nend\n", lines.join("\n"));
    let every = Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS | options();
    let mut links = 0;
    let mut last = String::new();
    for event in TextMergeStream::new(Parser::new_ext(&text, every)) {
        match event {
            Event::Html(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {
                return false;
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) if !write::is_target(&dest_url) => {
                return false;
            }
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => links += 1,
            Event::End(TagEnd::Link | TagEnd::Image) => links -= 1,
            Event::Text(text) if links == 0 && write::has_url(&text) => return false,
            Event::Text(text) => last = text.into_string(),
            _ => {}
        }
    }
    last == "end"
}

/// The pages of the docs, to turn links between them into links between items.
#[derive(Debug)]
pub struct Pages {
    by_path: HashMap<String, TypeId>,
}

impl Pages {
    /// The pages of all types; of a page with several types, the type with its title.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        let own = model.types.iter().filter(|(id, _)| id.owner().is_none());
        Self { by_path: own.map(|(id, def)| (def.source.page.to_lowercase(), id.clone())).collect() }
    }

    /// The target of a link on the page `from`, as rustdoc wants it; links from an item to itself are dropped.
    #[must_use]
    pub fn link(&self, from: &str, target: &str, scope: &Scope<'_>, own: &TypeId) -> Option<String> {
        if write::is_url(target) {
            return Some(target.to_owned());
        }
        let path = target.split(['#', '?']).next().unwrap_or_default();
        let id = self.by_path.get(&join(from, path).to_lowercase())?;
        (id != own).then(|| scope.named(id))
    }
}

/// A relative path, seen from a page.
fn join(from: &str, relative: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(markdown: &str, expected: &[&str]) {
        assert_eq!(lines(markdown, &|_| None), expected, "{markdown:?}");
    }

    #[test]
    fn breaks_and_lists() {
        check("One.<br/><br/>- a<br/>- b<br/>c<br/>", &["One.", "", "- a", "- b", "  c"]);
        check("A<br>1. x<br/>   - y<br/>2. z", &["A", "", "1. x", "   - y", "2. z"]);
        check("# Title<br/>text", &["# Title", "", "text"]);
    }

    #[test]
    fn a_paragraph_that_begins_as_a_heading_is_none() {
        check("\\# a<br/>b", &["\\# a", "b"]);
        check("#1 of 2<br/><br/># c", &["\\#1 of 2", "", "# c"]);
    }

    #[test]
    fn what_says_nothing_gives_no_line() {
        check("N/A", &[]);
        check(" ", &[]);
    }

    #[test]
    fn an_opening_is_one_plain_paragraph() {
        assert_eq!(opening("A pet.<br/><br/>It lives in a house."), ["A pet."]);
        assert!(opening("- a<br/>- b").is_empty());
        assert!(opening(&"long ".repeat(LONGEST_OPENING)).is_empty());
    }

    #[test]
    fn notes_open_no_link() {
        assert_eq!(note("Use **`b[0]`** instead."), r"Use b\[0\] instead.");
    }

    #[test]
    fn html_is_taken_out_or_escaped() {
        check("<p>a <code>b</code></p><!-- no -->", &["a b"]);
        check("use <token> or </x", &["use \\<token\\> or \\</x"]);
        check("a &lt;b&gt; & c", &["a \\<b\\> & c"]);
        check("&amp;lt; and &amp;#38; and R&D", &["\\&lt; and \\&#38; and R\\&D"]);
    }

    #[test]
    fn links_that_lead_nowhere_become_text() {
        check("[a](../b.md) [c](https://c.example) [d] ![e](f.png)", &["a [c](https://c.example) \\[d\\] e"]);
        check("(https://a.example/x_y).", &["(<https://a.example/x_y>)."]);
        check("See <b>RFC</b> https://a.example/b<br/>and `x`.", &["See RFC <https://a.example/b>", "and `x`."]);
        check("more:<br/><https://a.example/x>", &["more:", "<https://a.example/x>"]);
        check("[https://a.example](https://a.example)", &["<https://a.example>"]);
        check("[x][1] and [y]: z", &["\\[x\\]\\[1\\] and \\[y\\]: z"]);
    }

    /// What nests deeper than anyone reads is kept as plain text.
    #[test]
    fn deep_prose_is_plain() {
        check(&format!("{}end", "> ".repeat(200)), &[&format!("{}end", "\\> ".repeat(200))]);
    }

    #[test]
    fn tables_keep_their_rows() {
        check(
            "| a | b |<br/>| - | - |<br/>| 1 | x_y |<br/>| 2 | |",
            &["| a | b |", "| --- | --- |", "| 1 | x_y |", "| 2 |  |"],
        );
    }

    #[test]
    fn code_is_kept_and_never_run() {
        check("`a<b>`", &["`a<b>`"]);
        check(
            "x:<br/>```<br/>{<br/>  \"a\": 1<br/>}<br/>```<br/>y",
            &["x:", "", "```text", "{", "  \"a\": 1", "}", "```", "", "y"],
        );
        check("```json<br/>{}", &["```json", "{}", "```"]);
        check("a<br/><br/>    indented", &["a", "", "indented"]);
        check("odd ` tick", &["odd \\` tick"]);
    }

    #[test]
    fn examples_are_code() {
        assert_eq!(example("a `b`").unwrap(), "Example: ``a `b` ``");
        assert_eq!(example("{<br/>\"a\": 1<br/>}").unwrap(), "Example: `{ \"a\": 1 }`");
        assert_eq!(example("**Example 1:** en<br/>**Example 2:** fr").unwrap(), "Examples: `en`, `fr`");
        assert_eq!(example("N/A"), None);
    }

    #[test]
    fn anything_is_safe() {
        for text in [
            "```",
            "<",
            "[",
            "`",
            "[a]: <",
            "> - 1. # x",
            "\u{0}",
            "a|b\n-|-\n`c|d",
            "<https://x y>",
            "&#60;b>",
            "*_~~[`<",
            "[^1] - [x] y",
        ] {
            assert!(is_safe(&lines(text, &|_| None)), "{text:?}: {:?}", lines(text, &|_| None));
        }
    }

    /// Pieces of markdown and HTML that mean something together.
    const PIECES: &[&str] = &[
        "a",
        " ",
        "`",
        "``",
        "```",
        "<br/>",
        "<b>",
        "<x",
        ">",
        "[",
        "](",
        ")",
        "]:",
        "*",
        "_",
        "**",
        "~~",
        "|",
        "---",
        "- ",
        "1. ",
        "#",
        "    ",
        "https://a.b/c",
        "http://",
        "&lt;",
        "&",
        "\\",
        "!",
        "<!--",
        "-->",
        "\n",
        "<pre>",
        "^",
        "[ ]",
        ":",
        "\u{0}",
        "é",
    ];

    /// The pieces in every order that a plain generator of numbers gives.
    #[test]
    fn any_mixture_is_safe() {
        let mut state = 7u64;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..12 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                text.push_str(PIECES[(state >> 33) as usize % PIECES.len()]);
            }
            let lines = lines(&text, &|_| None);
            assert!(lines.is_empty() || is_safe(&lines), "{text:?}: {lines:?}");
        }
    }
}
