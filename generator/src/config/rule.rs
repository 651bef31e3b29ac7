//! One rule of the configuration with its places, and what came of applying all of them. It must not know what rules say.

use crate::source::{Diagnostics, Span};
use std::collections::{HashMap, HashSet};

/// A rule of the configuration, and where it stands.
#[derive(Debug)]
pub struct Rule<T> {
    /// What it says.
    pub value: T,
    /// Where it stands.
    pub span: Span,
    /// Where its values stand, by key.
    values: HashMap<String, Span>,
}

impl<T> Rule<T> {
    /// A rule whose values stand where it does.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span, values: HashMap::new() }
    }

    /// Notes where its values stand, by key.
    #[must_use]
    pub fn with_values(self, values: HashMap<String, Span>) -> Self {
        Self { values, ..self }
    }

    /// Where the value of a key stands; the rule itself where it has none.
    pub fn at(&self, key: &str) -> Span {
        self.values.get(key).copied().unwrap_or(self.span)
    }
}

/// What came of applying rules.
#[derive(Debug, Default)]
pub struct Applied {
    /// What is wrong with them.
    pub diagnostics: Diagnostics,
    /// The ids of operations that the selection leaves out: a rule may name them.
    pub not_selected: Vec<String>,
    /// The places of those that were of use.
    used: HashSet<Span>,
}

impl Applied {
    /// Notes that a rule was of use.
    pub fn mark_used<T>(&mut self, rule: &Rule<T>) {
        self.used.insert(rule.span);
    }

    /// Whether a rule was of use.
    #[must_use]
    pub fn used<T>(&self, rule: &Rule<T>) -> bool {
        self.used.contains(&rule.span)
    }
}
