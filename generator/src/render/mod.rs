//! Diagnostics as text: rustc's manner for people, JSON for machines.
//!
//! In: findings and the sources that they point into. Out: text. It must not know where the text goes.

mod human;
mod json;

pub use human::human;
pub use json::json;

use crate::source::{Diagnostic, Severity, Sources, Span};

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
