//! One rule of the configuration, and whether it was of use.
//!
//! In: what a file says, and where. Out: findings for rules that concern nothing. It must not know what rules say.

use crate::source::{Code, Diagnostic, Diagnostics, Span};
use std::sync::atomic::{AtomicBool, Ordering};

/// A line of the configuration, where it stands, and whether it was of use.
#[derive(Debug)]
pub struct Rule<T> {
    /// What it says.
    pub value: T,
    /// Where it stands.
    pub span: Span,
    used: AtomicBool,
}

impl<T> Rule<T> {
    /// A rule that was of no use yet.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span, used: AtomicBool::new(false) }
    }

    /// Notes that it was of use.
    pub fn mark_used(&self) {
        self.used.store(true, Ordering::Relaxed);
    }

    /// Whether it was of use.
    pub fn is_used(&self) -> bool {
        self.used.load(Ordering::Relaxed)
    }
}

/// An error for each rule that was of no use.
pub(super) fn report_unused<T>(rules: &[Rule<T>], nothing: &str, diagnostics: &mut Diagnostics) {
    for rule in rules.iter().filter(|rule| !rule.is_used()) {
        let finding = Diagnostic::at(Code::UnusedOverride, rule.span, format!("this rule concerns {nothing}"))
            .help("remove it, or mend its pattern; `tablature survey` and model.json show the names that there are");
        diagnostics.push(finding);
    }
}
