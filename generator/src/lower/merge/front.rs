//! What the API is called and where it is, where only a later tree says so.
//!
//! In: the leading model and another. Out: the leading model. It must not know types and operations.

use super::Merger;
use crate::model::{About, Basis, Evidence, Fact};

impl Merger<'_> {
    /// Takes what the leading tree's front page does not state; servers as a whole, for their order means something.
    pub fn merge_front(&mut self) {
        let About { title, summary, link } = self.other.about.clone();
        let facts = [title, summary, link].map(|fact| fact.map(|fact| self.taken_from(fact)));
        let own = &mut self.model.about;
        for (own, other) in [&mut own.title, &mut own.summary, &mut own.link].into_iter().zip(facts) {
            if own.is_none() {
                *own = other;
            }
        }
        if self.model.servers.is_empty() {
            let mut servers = self.other.servers.clone();
            for server in &mut servers {
                server.url = self.taken_from(server.url.clone());
            }
            self.model.servers = servers;
        }
    }

    /// A fact of the other tree, with its place there.
    fn taken_from<T>(&self, fact: Fact<T>) -> Fact<T> {
        let at = match &fact.basis {
            Basis::Read(_, at) => format!("{}/{at}", self.label),
            Basis::Stated | Basis::Rule(_) | Basis::Override => self.label.clone(),
        };
        Fact::read(fact.value, Evidence::OtherDocs, at)
    }
}
