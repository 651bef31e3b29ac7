//! What two trees say of the API as a whole: its name, its servers, its credentials.

use super::{About, Merger, certainty::as_other};
use crate::{
    model::{self, Evidence, Fact, SecurityScheme, Source, alternatives},
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

    /// What the other tree knows better of each credential; and the alternatives that only it has.
    fn merge_security(&mut self) {
        let other = self.other;
        let mut own = std::mem::take(&mut self.model.security);
        for theirs in &other.security {
            if let Some(mine) = own.iter_mut().find(|mine| is_named(mine, theirs)) {
                self.merge_scheme(mine, theirs);
            }
        }
        let is_empty = own.is_empty();
        for group in alternatives(&other.security) {
            if is_empty || group.iter().any(|theirs| is_new(&own, theirs)) {
                let missing = group.into_iter().filter(|theirs| !own.iter().any(|mine| is_named(mine, theirs)));
                own.extend(missing.map(|theirs| self.scheme_elsewhere(theirs)).collect::<Vec<_>>());
            }
        }
        self.model.security = own;
    }

    fn scheme_elsewhere(&self, theirs: &SecurityScheme) -> SecurityScheme {
        let mut scheme = theirs.clone();
        self.read_elsewhere(&mut scheme.kind);
        scheme.key.iter_mut().for_each(|key| self.read_elsewhere(key));
        scheme.env.iter_mut().for_each(|env| self.read_elsewhere(env));
        scheme
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

fn is_named(own: &SecurityScheme, other: &SecurityScheme) -> bool {
    fold(&own.doc_name) == fold(&other.doc_name)
}

/// Whether a credential is no guess, and none of the first tree is sent as it is.
fn is_new(own: &[SecurityScheme], theirs: &SecurityScheme) -> bool {
    let key = |scheme: &SecurityScheme| scheme.key.as_ref().map(|key| key.value.clone());
    let is_sent_so = |mine: &SecurityScheme| {
        mine.kind.value == theirs.kind.value && (key(mine) == key(theirs) || mine.key.is_none() || theirs.key.is_none())
    };
    theirs.kind.basis.rule().is_none() && !own.iter().any(|mine| is_named(mine, theirs) || is_sent_so(mine))
}
