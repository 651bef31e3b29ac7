//! Diagnostics as text: rustc's manner for people, JSON for machines.
//!
//! In: findings and the sources that they point into. Out: text. It must not know where the text goes.

mod human;
mod json;

pub use human::human;
pub use json::json;

use crate::source::{Diagnostic, Severity, Sources, Span};
use std::borrow::Cow;

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
}

impl Count {
    /// Counts findings.
    #[must_use]
    pub fn of(list: &[Diagnostic]) -> Self {
        let errors = list.iter().filter(|finding| finding.severity() == Severity::Error).count();
        Self { errors, warnings: list.len() - errors }
    }
}

impl std::fmt::Display for Count {
    /// `3 errors, 1 warning`; what there is none of is left out.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let part = |count: usize, noun: &str| match count {
            0 => None,
            1 => Some(format!("1 {noun}")),
            _ => Some(format!("{count} {noun}s")),
        };
        let parts: Vec<String> =
            [part(self.errors, "error"), part(self.warnings, "warning")].into_iter().flatten().collect();
        f.write_str(&parts.join(", "))
    }
}

/// Text that leaves a terminal as it is: control characters other than line breaks and tabs are shown by their pictures, marks that
/// turn the direction of text as what cannot be shown.
///
/// ```
/// assert_eq!(tablature::render::visible("a\u{1b}[31mb\n"), "a␛[31mb\n");
/// ```
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| picture(c) == c) { Cow::Borrowed(text) } else { text.chars().map(picture).collect() }
}

/// As [`visible`], on one line: for names of files, and for readers to whom a line of its own means something.
pub(crate) fn one_line(text: &str) -> String {
    visible(text).replace('\n', "␊")
}

fn picture(c: char) -> char {
    match c {
        '\n' | '\t' => c,
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

/// The path of a span's file as the user would type it.
fn path_of(sources: &Sources, span: Span) -> String {
    let file = sources.get(span.file);
    if file.root.is_empty() { file.path.clone() } else { format!("{}/{}", file.root.trim_end_matches('/'), file.path) }
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
