//! Diagnostics: what is wrong, where, and what mends it.
//!
//! In: what the rooms find. Out: a list. It must not know how it is printed.

use super::{Code, Span};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// The output is right, but something was concluded or left out.
    Warning,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of finding.
    pub code: Code,
    /// One sentence without a full stop.
    pub message: String,
    /// Where, unless it concerns the run as a whole.
    pub span: Option<Span>,
    /// What the underlined text is, or nothing.
    pub label: String,
    /// What mends it, with the text to paste where there is one.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A finding at a place.
    pub fn at(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), span: Some(span), label: String::new(), help: None }
    }

    /// A finding without a place.
    pub fn general(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), span: None, label: String::new(), help: None }
    }

    /// Adds what mends it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds a word at the underlined text.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Its code's severity.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// All findings of a run.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    /// In the order in which they were found.
    pub list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Whether any is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|d| d.severity() == Severity::Error)
    }

    /// Sorts by place, then code, so that the order of work does not show.
    pub fn sort(&mut self) {
        self.list.sort_by_key(|d| (d.span.map(|s| (s.file, s.start, s.end)), d.code.text(), d.message.clone()));
        self.list.dedup();
    }
}
