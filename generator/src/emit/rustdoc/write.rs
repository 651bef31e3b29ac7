//! Markdown written anew, with everything escaped that rustdoc would take for something else.
//!
//! In: markdown without HTML. Out: lines. It must not invent text.

use super::Resolve;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Parser, Tag, TagEnd, TextMergeStream};

/// Words after a fence that rustdoc takes for a language: code after any other word, or after none, it might compile and run.
const LANGUAGES: &[&str] = &[
    "bash",
    "c",
    "console",
    "cpp",
    "cs",
    "csharp",
    "css",
    "csv",
    "curl",
    "diff",
    "dockerfile",
    "go",
    "graphql",
    "html",
    "http",
    "ini",
    "java",
    "javascript",
    "js",
    "json",
    "json5",
    "jsonc",
    "jsx",
    "kotlin",
    "markdown",
    "md",
    "mermaid",
    "php",
    "powershell",
    "python",
    "py",
    "ruby",
    "rb",
    "sh",
    "shell",
    "sql",
    "swift",
    "toml",
    "ts",
    "tsx",
    "typescript",
    "xml",
    "yaml",
    "yml",
    "zsh",
];
/// What a link may start with.
const SCHEMES: &[&str] = &["https://", "http://", "mailto:"];
/// Signs that end a sentence rather than a URL.
const AFTER_URL: &[char] = &['.', ',', ';', ':', '!', '?', ')', '\'', '"', '*', '_', ']'];

/// The lines of a text.
pub(super) fn write(markdown: &str, resolve: Resolve<'_>) -> Vec<String> {
    let mut writer = Writer {
        resolve,
        lines: Vec::new(),
        inline: String::new(),
        is_heading: false,
        levels: Vec::new(),
        links: Vec::new(),
        code: None,
        cells: None,
    };
    for event in TextMergeStream::new(Parser::new_ext(markdown, super::options())) {
        writer.event(event);
    }
    writer.flush();
    writer.trim();
    writer.lines
}

/// Whether a link target is one that rustdoc accepts.
pub(super) fn is_target(target: &str) -> bool {
    is_url(target) || target.starts_with("crate::") || is_name(target)
}

/// Whether a link target is the name of an item in scope.
fn is_name(target: &str) -> bool {
    !target.is_empty() && target.chars().all(char::is_alphanumeric)
}

/// Whether a link target has a scheme, and no sign that would end it early.
pub fn is_url(target: &str) -> bool {
    SCHEMES.iter().any(|scheme| target.starts_with(scheme) && target.len() > scheme.len())
        && !target.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '\\' | '`'))
}

/// Whether text holds something that looks like a URL.
pub(super) fn has_url(text: &str) -> bool {
    text.contains("http://") || text.contains("https://")
}

/// Text as inline code.
pub(super) fn code_span(text: &str) -> String {
    let ticks = "`".repeat(longest_run(text) + 1);
    let (before, after) = (text.starts_with(['`', ' ']), text.ends_with(['`', ' ']));
    let pad = if text.trim().is_empty() { (false, false) } else { (before, after) };
    format!("{ticks}{}{text}{}{ticks}", if pad.0 { " " } else { "" }, if pad.1 { " " } else { "" })
}

/// A line in which nothing has a meaning. A URL in it is broken by a space: as a link it would have to be whole.
pub(super) fn escape_line(line: &str) -> String {
    let mut text = String::new();
    for c in line.replace("://", ": //").chars() {
        if c.is_ascii_punctuation() && !matches!(c, '.' | ',' | ';' | '\'' | '"' | '/' | '?' | '%' | '=' | '@') {
            text.push('\\');
        }
        text.push(c);
    }
    text
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// A list item or quote that is open.
struct Level {
    /// What its first line starts with, until that is written.
    marker: Option<String>,
    /// What its further lines start with.
    indent: String,
    /// The number of the next item, for lists.
    number: Option<u64>,
    is_list: bool,
}

struct Writer<'r> {
    resolve: Resolve<'r>,
    lines: Vec<String>,
    /// The paragraph that is being written.
    inline: String,
    /// Whether it is a heading: a paragraph may begin with the same sign.
    is_heading: bool,
    levels: Vec<Level>,
    /// For each open link, its target if it has one.
    links: Vec<Option<(usize, String)>>,
    /// The language of the code block that is being written.
    code: Option<String>,
    /// The cells of the table row that is being written.
    cells: Option<Vec<String>>,
}

impl Writer<'_> {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(code) => self.inline.push_str(&code_span(&code.replace('\n', " "))),
            Event::SoftBreak => self.inline.push('\n'),
            Event::HardBreak => self.inline.push_str("\\\n"),
            Event::Rule => self.block(vec!["---".to_owned()]),
            Event::Html(html) | Event::InlineHtml(html) => self.text(&html),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => self.separate(),
            Tag::Heading { level, .. } => {
                self.separate();
                self.is_heading = true;
                self.inline.push_str(&"#".repeat(level as usize));
                self.inline.push(' ');
            }
            Tag::BlockQuote(_) => {
                self.separate();
                self.levels.push(Level { marker: None, indent: "> ".to_owned(), number: None, is_list: false });
            }
            Tag::List(number) => {
                self.flush();
                if !self.levels.iter().any(|level| level.is_list) {
                    self.separate();
                }
                self.levels.push(Level { marker: None, indent: String::new(), number, is_list: true });
            }
            Tag::Item => self.item(),
            Tag::CodeBlock(kind) => {
                self.flush();
                self.code = Some(language(&kind));
            }
            Tag::Emphasis => self.inline.push('*'),
            Tag::Strong => self.inline.push_str("**"),
            Tag::Strikethrough => self.inline.push_str("~~"),
            Tag::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url),
            Tag::Image { .. } => self.links.push(None),
            Tag::TableHead | Tag::TableRow => self.cells = Some(Vec::new()),
            Tag::Table(_) => self.separate(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => self.flush(),
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.levels.pop();
            }
            TagEnd::List(_) => {
                self.flush();
                self.levels.pop();
            }
            TagEnd::Item => {
                self.flush();
                self.finish_item();
            }
            TagEnd::CodeBlock => self.code_block(),
            TagEnd::Emphasis => self.inline.push('*'),
            TagEnd::Strong => self.inline.push_str("**"),
            TagEnd::Strikethrough => self.inline.push_str("~~"),
            TagEnd::Link | TagEnd::Image => {
                if let Some(Some((start, target))) = self.links.pop() {
                    self.end_link(start, &target);
                }
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.inline).replace('\n', " ").replace('|', "\\|");
                self.cells.get_or_insert_with(Vec::new).push(cell);
            }
            TagEnd::TableHead => self.row(true),
            TagEnd::TableRow => self.row(false),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.code.is_some() {
            self.inline.push_str(text);
            return;
        }
        let mut rest = text;
        while let Some(start) = url_start(rest) {
            let url = url(&rest[start..]);
            self.inline.push_str(&escape(&rest[..start]));
            let wrapped = self.links.iter().all(Option::is_none) && is_url(url);
            self.inline.push_str(&if wrapped { format!("<{url}>") } else { escape(url) });
            rest = &rest[start + url.len()..];
        }
        self.inline.push_str(&escape(rest));
    }

    /// Opens a link; one that leads nowhere, or stands within another, is its text alone.
    fn link(&mut self, kind: LinkType, target: &str) {
        let target = if kind == LinkType::Email || !self.links.is_empty() { None } else { self.target(target) };
        if target.is_some() {
            self.inline.push('[');
        }
        self.links.push(target.map(|target| (self.inline.len(), target)));
    }

    /// Closes a link whose text begins at `start`. One that is its own text is written once.
    fn end_link(&mut self, start: usize, target: &str) {
        let names_itself = self.inline.get(start..).unwrap_or_default().trim_matches('`') == target;
        if names_itself && is_url(target) {
            self.inline.truncate(start - 1);
            self.inline.push_str(&format!("<{target}>"));
        } else {
            self.inline.push_str(&if names_itself { "]".to_owned() } else { format!("]({target})") });
        }
    }

    fn target(&self, target: &str) -> Option<String> {
        let found = if is_url(target) { target.to_owned() } else { (self.resolve)(target)? };
        let parentheses = found.contains(['(', ')']);
        is_target(&found).then(|| if parentheses { format!("<{found}>") } else { found })
    }

    fn item(&mut self) {
        let Some(list) = self.levels.last_mut() else { return };
        let marker = match &mut list.number {
            Some(number) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            None => "- ".to_owned(),
        };
        list.indent = " ".repeat(marker.len());
        list.marker = Some(marker);
    }

    /// An item that nothing was written for still has its marker.
    fn finish_item(&mut self) {
        if self.levels.last().is_some_and(|level| level.marker.is_some()) {
            self.push(String::new());
        }
    }

    fn code_block(&mut self) {
        let language = self.code.take().unwrap_or_default();
        let text = std::mem::take(&mut self.inline);
        let fence = "`".repeat(longest_run(&text).max(2) + 1);
        let mut lines = vec![format!("{fence}{language}")];
        lines.extend(text.lines().map(str::to_owned));
        lines.push(fence);
        self.block(lines);
    }

    fn row(&mut self, head: bool) {
        let cells = self.cells.take().unwrap_or_default();
        self.push(format!("| {} |", cells.join(" | ")));
        if head {
            self.push(format!("|{}", " --- |".repeat(cells.len())));
        }
    }

    /// Lines that stand by themselves.
    fn block(&mut self, lines: Vec<String>) {
        self.separate();
        for line in lines {
            self.push(line);
        }
        self.separate();
    }

    /// Ends the paragraph that is being written.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.inline);
        let is_heading = std::mem::take(&mut self.is_heading);
        for line in text.lines().map(str::trim) {
            self.push(if is_heading { line.to_owned() } else { escape_start(line) });
        }
        if is_heading {
            self.separate();
        }
    }

    /// A blank line, unless there is one or an item has just begun.
    fn separate(&mut self) {
        self.flush_if_any();
        let begun = self.levels.iter().any(|level| level.marker.is_some());
        let blank = self.lines.last().is_none_or(|line| line.trim_matches(['>', ' ']).is_empty());
        if !begun && !blank {
            self.push(String::new());
        }
    }

    fn flush_if_any(&mut self) {
        if !self.inline.trim().is_empty() {
            self.flush();
        }
    }

    fn push(&mut self, line: String) {
        let mut whole = String::new();
        for level in &mut self.levels {
            match level.marker.take() {
                Some(marker) => whole.push_str(&marker),
                None => whole.push_str(&level.indent),
            }
        }
        whole.push_str(&line);
        self.lines.push(whole.trim_end().to_owned());
    }

    fn trim(&mut self) {
        while self.lines.last().is_some_and(|line| line.trim_matches(['>', ' ']).is_empty()) {
            self.lines.pop();
        }
    }
}

/// A fence's language, if it is one that rustdoc leaves alone.
fn language(kind: &CodeBlockKind<'_>) -> String {
    let info: &CowStr<'_> = match kind {
        CodeBlockKind::Fenced(info) => info,
        CodeBlockKind::Indented => return "text".to_owned(),
    };
    let word = info.split([' ', ',', '{']).next().unwrap_or_default().to_ascii_lowercase();
    if LANGUAGES.contains(&word.as_str()) { word } else { "text".to_owned() }
}

fn url_start(text: &str) -> Option<usize> {
    let mut starts = text.match_indices("http").map(|(at, _)| at);
    starts.find(|at| ["https://", "http://"].iter().any(|scheme| text[*at..].starts_with(scheme)))
}

/// The URL that the text starts with.
fn url(text: &str) -> &str {
    let end =
        text.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`' | '\\' | '|')).unwrap_or(text.len());
    text[..end].trim_end_matches(AFTER_URL)
}

/// Text in which no sign has a meaning.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        let special = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' => true,
            '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
            '~' => next == '~' || before == '~',
            '&' => next.is_ascii_alphanumeric() || next == '#',
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(c);
        before = c;
    }
    escaped
}

/// A line of a paragraph whose first signs would start a block.
fn escape_start(line: &str) -> String {
    let digits = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len());
    let numbered = digits > 0 && line[digits..].starts_with(['.', ')']);
    if numbered {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    if line.starts_with(['#', '-', '+', '=', '|', ':']) || line.starts_with("~~~") {
        return format!("\\{line}");
    }
    line.to_owned()
}
