//! One rule of the configuration, and whether it was of use.
//!
//! In: what a file says, and where. Out: the places of a rule and of its values. It must not know what rules say.

use crate::source::Span;
use std::{
    collections::HashMap,
    sync::atomic::{AtomicBool, Ordering},
};

/// A line of the configuration, where it stands, and whether it was of use.
#[derive(Debug)]
pub struct Rule<T> {
    /// What it says.
    pub value: T,
    /// Where it stands.
    pub span: Span,
    /// Where its values stand, by key.
    values: HashMap<String, Span>,
    used: AtomicBool,
}

impl<T> Rule<T> {
    /// A rule that was of no use yet.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span, values: HashMap::new(), used: AtomicBool::new(false) }
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

    /// Notes that it was of use.
    pub fn mark_used(&self) {
        self.used.store(true, Ordering::Relaxed);
    }

    /// Whether it was of use.
    pub fn is_used(&self) -> bool {
        self.used.load(Ordering::Relaxed)
    }
}
