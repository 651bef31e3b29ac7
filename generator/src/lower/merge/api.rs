//! What two trees say of the API as a whole: its name, its servers, its credentials.

use super::{About, Merger, certainty::as_other};
use crate::{
    model::{self, Evidence, Fact, SecurityScheme, Source},
    naming::fold,
};

impl Merger<'_> {
    pub fn merge_api(&mut self) {
        let other = self.other;
        let about = About { of: "the API", fact: "", own: Source::default(), other: Source::default() };
        let mut own = std::mem::take(&mut self.model.about);
        let model::About { title, summary, link } = &other.about;
        self.fill_fact(&mut own.title, title.as_ref(), &about);
        self.fill_fact(&mut own.summary, summary.as_ref(), &about);
        self.fill_fact(&mut own.link, link.as_ref(), &about);
        self.model.about = own;
        if self.model.servers.is_empty() {
            // As a whole: their order means something.
            let mut servers = other.servers.clone();
            servers.iter_mut().for_each(|server| self.read_elsewhere(&mut server.url));
            self.model.servers = servers;
        }
        self.merge_security();
    }

    /// All credentials of the other tree where the first has none; else what it knows better of each.
    fn merge_security(&mut self) {
        let other = self.other;
        let mut own = std::mem::take(&mut self.model.security);
        if own.is_empty() {
            own.clone_from(&other.security);
            own.iter_mut().for_each(|scheme| self.read_elsewhere(&mut scheme.kind));
        }
        for theirs in &other.security {
            if let Some(mine) = own.iter_mut().find(|mine| fold(&mine.doc_name) == fold(&theirs.doc_name)) {
                self.merge_scheme(mine, theirs);
            }
        }
        self.model.security = own;
    }

    fn merge_scheme(&self, own: &mut SecurityScheme, other: &SecurityScheme) {
        let SecurityScheme { doc_name: _, kind, key, env, token_url, with } = other;
        if as_other(&kind.basis) > own.kind.basis.strength() && kind.value != own.kind.value {
            own.kind = kind.clone();
            self.read_elsewhere(&mut own.kind);
        }
        let about = About { of: "", fact: "", own: Source::default(), other: Source::default() };
        self.fill_fact(&mut own.key, key.as_ref(), &about);
        self.fill_fact(&mut own.token_url, token_url.as_ref(), &about);
        self.fill_fact(&mut own.with, with.as_ref(), &about);
        if own.env.is_empty() {
            own.env.clone_from(env);
            own.env.iter_mut().for_each(|fact| self.read_elsewhere(fact));
        }
    }

    fn read_elsewhere<T>(&self, fact: &mut Fact<T>) {
        fact.basis = model::Basis::Read(Evidence::OtherDocs, self.place(&fact.basis, &Source::default()));
    }
}
