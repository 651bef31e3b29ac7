//! Diagnostics: what is wrong, where, and what fixes it.
//!
//! In: what the modules find. Out: a list. It must not know how it is printed.

use super::{Code, Span};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// The output is right, but something was concluded or left out.
    Warning,
}

/// How much a kind of finding weighs; with a [`Policy`], that is a severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    /// Always an error: nothing can be made of the input, or what the user wrote is wrong.
    Error,
    /// A flaw of one page, which costs that page's fact: an error in a strict run, else a warning.
    Flaw,
    /// A flaw as well: a link without a page, or with one that is not understood. It has a setting of its own.
    Link,
    /// Always a warning.
    Warning,
}

impl Weight {
    /// In a strict run.
    #[must_use]
    pub fn severity(self) -> Severity {
        Policy::STRICT.severity(self)
    }
}

/// What flaws of pages are: the one place where that is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// A fact that cannot be read.
    pub flaws: Severity,
    /// A link that leads to no page.
    pub links: Severity,
}

impl Policy {
    /// Every flaw is an error, as in docs that are checked in.
    pub const STRICT: Policy = Policy { flaws: Severity::Error, links: Severity::Error };
    /// Every flaw is a warning, as in docs that are tried out.
    pub const LENIENT: Policy = Policy { flaws: Severity::Warning, links: Severity::Warning };

    /// The severity of findings of a weight.
    #[must_use]
    pub fn severity(self, weight: Weight) -> Severity {
        match weight {
            Weight::Error => Severity::Error,
            Weight::Flaw => self.flaws,
            Weight::Link => self.links,
            Weight::Warning => Severity::Warning,
        }
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of finding.
    pub code: Code,
    /// How bad it is: as in a strict run until [`Diagnostics::judge`] decides.
    severity: Severity,
    /// One sentence without a full stop.
    pub message: String,
    /// Where, unless it concerns the run as a whole.
    pub span: Option<Span>,
    /// What the underlined text is, or nothing.
    pub label: String,
    /// What fixes it, with the text to paste where there is one.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A finding at a place.
    pub fn at(code: Code, span: impl Into<Option<Span>>, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            span: span.into(),
            label: String::new(),
            help: None,
        }
    }

    /// A finding without a place.
    pub fn general(code: Code, message: impl Into<String>) -> Self {
        Self::at(code, None, message)
    }

    /// Adds what fixes it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// As another kind of finding.
    #[must_use]
    pub fn with_code(mut self, code: Code) -> Self {
        (self.code, self.severity) = (code, code.severity());
        self
    }

    /// Adds a word at the underlined text.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
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

    /// Decides how bad each is.
    pub fn judge(&mut self, policy: Policy) {
        for finding in &mut self.list {
            finding.severity = policy.severity(finding.code.weight());
        }
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
