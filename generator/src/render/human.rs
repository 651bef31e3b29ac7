//! rustc's manner: code, severity, `file:line:column`, the source line with the span underlined, a line of help.
//!
//! In: findings and sources. Out: text for a terminal. It must not know what a finding is about.

use super::{one_line, path_of, visible, word};
use crate::source::{Code, Diagnostic, Severity, Sources, Span, floor_boundary};
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use std::{collections::HashMap, ops::Range};

/// Findings of one code beyond which the rest are only counted.
const REPEATS: usize = 10;

/// Width at which long source lines (padded table rows) are cut around the span.
const WIDTH: usize = 120;

/// Characters beyond which what a finding says is cut: it may quote a cell, and cells have any length.
const LONGEST: usize = 1000;

/// Bytes of a line around what is underlined that are looked at, where a file is one line of any length.
const AROUND: usize = 20_000;

/// The findings as text for a terminal, with its escape codes if `color`.
///
/// Of the findings of one code the first ten are printed, and the rest are counted.
///
/// ```
/// use tablature::source::{Code, Diagnostic, FileId, Sources, Span};
/// let sources = Sources::from_memory([("models/A.md", "# A\n\ntext\n")]);
/// let span = Span { file: FileId(0), start: 2, end: 3 };
/// let text = tablature::render::human(&[Diagnostic::at(Code::NoTitle, span, "no title")], &sources, false);
/// assert!(text.starts_with("error[T0101]: no title\n --> models/A.md:1:3"), "{text}");
/// ```
#[must_use]
pub fn human(list: &[Diagnostic], sources: &Sources, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() }.term_width(WIDTH);
    let mut seen: HashMap<Code, (usize, Severity)> = HashMap::new();
    let mut text = String::new();
    for finding in list {
        let (count, _) = seen.entry(finding.code).or_insert((0, finding.severity()));
        *count += 1;
        if *count <= REPEATS {
            text += &renderer.render(&[report(finding, sources)]);
            text += "\n\n";
        }
    }
    text + &unprinted(&seen)
}

fn report<'a>(finding: &'a Diagnostic, sources: &'a Sources) -> Group<'a> {
    let level = match finding.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(shown(&finding.message)).id(finding.code.text());
    let elements: Vec<Element<'a>> = finding.span.map(|span| place(finding, span, sources)).unwrap_or_default();
    let group = Group::with_title(title).elements(elements);
    match &finding.help {
        Some(help) => group.element(Level::HELP.message(shown(help))),
        None => group,
    }
}

/// Where the finding is, and the source line. Of a long line only a part is given, so that the column is told apart from it.
fn place<'a>(finding: &'a Diagnostic, span: Span, sources: &'a Sources) -> Vec<Element<'a>> {
    let (line, within) = line_of(&sources.get(span.file).text, span);
    let (number, column) = sources.position(span.file, span.start);
    let (number, column) = (number as usize, column as usize);
    let path = one_line(&path_of(sources, span));
    let (part, within) = window(line, within);
    let snippet = snippet(finding, part, within).line_start(number);
    if part.len() == line.len() {
        return vec![snippet.path(path).into()];
    }
    vec![Origin::path(path).line(number).char_column(column).into(), snippet.into()]
}

/// The part of a line that is near what is underlined.
fn window(line: &str, within: Range<usize>) -> (&str, Range<usize>) {
    let start = floor_boundary(line, within.start.saturating_sub(AROUND));
    let end = floor_boundary(line, within.end.saturating_add(AROUND));
    (&line[start..end], within.start - start..within.end - start)
}

fn snippet<'a>(
    finding: &'a Diagnostic,
    line: &'a str,
    within: Range<usize>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let within = visible(&line[..within.start]).len()..visible(&line[..within.end]).len();
    let line = visible(line);
    let underline = AnnotationKind::Primary.span(within);
    let underline = if finding.label.is_empty() { underline } else { underline.label(shown(&finding.label)) };
    Snippet::source(line).annotation(underline)
}

/// What a finding says, fit for a terminal.
fn shown(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", visible(&text[..end])),
        None => visible(text).into_owned(),
    }
}

/// The line on which a span begins, and the part of it that the span covers.
fn line_of(text: &str, span: Span) -> (&str, Range<usize>) {
    let start = floor_boundary(text, span.start as usize);
    let end = floor_boundary(text, span.end as usize).max(start);
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let line = text[line_start..line_end].trim_end_matches('\r');
    let end = floor_boundary(text, end.min(start + LONGEST));
    (line, (start - line_start).min(line.len())..(end.min(line_end) - line_start).min(line.len()))
}

fn unprinted(seen: &HashMap<Code, (usize, Severity)>) -> String {
    let rest = |code: &Code| {
        let (count, severity) = seen.get(code)?;
        let more = count.checked_sub(REPEATS).filter(|more| *more > 0)?;
        let (word, code, title) = (word(*severity), code.text(), code.title());
        Some(format!("{word}[{code}]: {title}: and {more} more; --format json prints all\n\n"))
    };
    Code::ALL.iter().filter_map(rest).collect()
}
