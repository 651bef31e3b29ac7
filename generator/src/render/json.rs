//! One JSON object a finding, one a line.
//!
//! In: findings and sources. Out: JSON lines. It must not know what a finding is about.

use super::{path_of, word};
use crate::source::{Diagnostic, Sources, Span};
use serde_json::{Value, json};

/// The findings as JSON lines.
///
/// ```
/// use tablature::source::{Code, Diagnostic, Sources};
/// let line = tablature::render::json(&[Diagnostic::general(Code::NoPages, "`docs` is empty")], &Sources::default());
/// assert!(line.contains(r#""code":"T0504""#) && line.ends_with("}\n"));
/// ```
#[must_use]
pub fn json(list: &[Diagnostic], sources: &Sources) -> String {
    list.iter().map(|finding| format!("{}\n", object(finding, sources))).collect()
}

fn object(finding: &Diagnostic, sources: &Sources) -> Value {
    json!({
        "code": finding.code.text(),
        "severity": word(finding.severity()),
        "message": finding.message,
        "place": finding.span.map(|span| place(span, sources)),
        "label": (!finding.label.is_empty()).then_some(&finding.label),
        "help": finding.help,
    })
}

fn place(span: Span, sources: &Sources) -> Value {
    let (line, column) = sources.position(span.file, span.start);
    let (end_line, end_column) = sources.position(span.file, span.end);
    json!({
        "file": path_of(sources, span),
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "text": sources.text(span),
    })
}
