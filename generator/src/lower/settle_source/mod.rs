//! What pages leave open and the SDK's source states.
//!
//! In: the model of one docs tree, and what the source beside it says. Out: the model with names, places, media types, statuses and the
//! like settled, each fact with its file and line. Nothing is added, removed or given another type, and nothing becomes required. (A
//! number becomes a whole number where the language of the page has one word for both; a type of which its page lists nothing becomes a
//! union.)
//!
//! A fact that a page states stays, and one that contradicts it is a finding. Of the rest, the stronger wins.

mod classes;
mod facts;
mod fields;
pub mod known;
mod lockfile;
mod members;
mod operations;
mod paging;
mod parameters;
mod responses;
mod security;
mod servers;
mod unions;

use crate::{
    annotations::{Annotations, Said},
    dialect::Dialect,
    model::{Basis, Evidence, Fact, Model, Source},
    source::{Code, Diagnostic, Diagnostics, Sources},
};
pub use classes::Class;
pub use facts::{MethodKey, OperationKey, SourceFacts};
pub use lockfile::shown_place;
pub use members::list_members;
pub use parameters::{place_in, stated_place};

/// Settles what the source of the SDK of a docs tree states.
pub fn settle(
    source: &SourceFacts<'_>,
    model: &mut Model,
    at: (u32, &Dialect),
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) {
    let (tree, dialect) = at;
    let mut settler = Settler { facts: source.facts, tree, language: dialect.language, sources, diagnostics };
    fields::settle(&settler, &source.classes, model);
    unions::settle(&settler, &source.classes, model);
    security::settle(&settler, &source.classes, model);
    servers::settle(&settler, model);
    operations::settle(&mut settler, source, model);
    lockfile::settle(source, model);
}

/// What all settling needs.
struct Settler<'a> {
    facts: &'a Annotations,
    tree: u32,
    language: crate::dialect::Language,
    sources: &'a Sources,
    diagnostics: &'a mut Diagnostics,
}

/// What a fact is about, for findings.
struct About<'m> {
    of: &'m str,
    fact: &'static str,
    source: &'m Source,
    line: u32,
}

impl Settler<'_> {
    /// A fact of the source.
    fn read<T>(&self, value: T, said: &Said) -> Fact<T> {
        Fact::read(value, Evidence::Annotation, self.facts.at(said))
    }

    /// Takes a name on the wire: pages show the names of the SDK's language, and where these seem to be the API's own, they are not
    /// stated to be.
    fn take_name(&self, own: &mut Fact<String>, name: &str, said: &Said) {
        if own.basis != Basis::Override {
            *own = self.read(name.to_owned(), said);
        }
    }

    /// That the description of a parameter says otherwise than the source, which is followed. Names are not compared: those in prose
    /// may be of something else.
    fn outweigh(&mut self, basis: &Basis, values: [&str; 2], said: &Said, about: &About<'_>) {
        let Basis::Read(Evidence::Prose, shown) = basis else { return };
        let [own, other] = values;
        let at = self.facts.at(said);
        let message = format!("the {} of `{}` is {own} in {shown} and {other} in {at}", about.fact, about.of);
        let finding = self.finding(message, about);
        self.diagnostics
            .push(finding.help("the source is followed; a line of overrides.toml settles the fact otherwise"));
    }

    fn finding(&self, message: String, about: &About<'_>) -> Diagnostic {
        let span = self.sources.line_of(self.tree, &about.source.page, about.line);
        Diagnostic::at(Code::Contradiction, span, message)
    }

    fn contradict(&mut self, own: &str, other: &str, said: &Said, about: &About<'_>) {
        let at = self.facts.at(said);
        let message = format!("the {} of `{}` is {own} here and {other} in {at}", about.fact, about.of);
        let finding = self.finding(message, about);
        self.diagnostics
            .push(finding.help("the page is followed; a line of overrides.toml settles the fact otherwise"));
    }
}
