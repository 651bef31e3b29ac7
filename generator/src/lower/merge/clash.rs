//! What two docs trees state differently, as findings with both places.
//!
//! In: a clash. Out: a diagnostic. It must not know how types are matched.

use crate::{
    lower::tree,
    model::Source,
    source::{Code, Diagnostic, Sources},
};

/// A fact that two trees state differently.
pub struct Clash {
    pub of: String,
    pub fact: &'static str,
    pub own: String,
    pub other: String,
    pub own_at: Source,
    pub other_at: Source,
}

/// Finds pages of the two trees.
pub struct Places<'s> {
    sources: &'s Sources,
    first: u32,
    other: u32,
}

impl<'s> Places<'s> {
    /// For findings of the tree `other` against what began as the tree `first`.
    pub fn new(sources: &'s Sources, first: u32, other: u32) -> Self {
        Self { sources, first, other }
    }

    /// A place of the other tree, as a path that can be opened.
    fn other(&self, source: &Source) -> String {
        let root = self.sources.find(self.other, &source.page).map(|file| self.sources.get(file).root.as_str());
        let root = root.filter(|root| !root.is_empty()).map_or_else(|| tree::name(self.other), str::to_owned);
        format!("{root}/{}:{}", source.page, source.line)
    }
}

impl Clash {
    /// The clash as a finding.
    pub fn finding(self, places: &Places<'_>) -> Diagnostic {
        let Self { of, fact, own, other, own_at, other_at } = self;
        let at = places.other(&other_at);
        let message = format!("the {fact} of `{of}` is {own} here and {other} in {at}");
        let span = places.sources.line_of(places.first, &own_at.page, own_at.line);
        Diagnostic::at(Code::Contradiction, span, message)
            .help("the first docs are followed; a line of overrides.toml settles the fact otherwise")
    }
}
