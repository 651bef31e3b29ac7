//! Which credentials an operation needs, from its code examples.
//!
//! In: the code of all operations. Out: [`Auth`] for each. It must not know what kinds of credentials there are.
//!
//! No page says that an operation is public, but its example then passes no credential where all others do. What the usual
//! credential looks like is told by the majority.

use super::{vocabulary::CREDENTIAL_WORDS, written::SectionAsWritten};
use crate::{
    model::{Auth, Fact, Rule},
    naming::fold,
};
use std::collections::{HashMap, HashSet};

/// The words with which most examples of one docs tree pass credentials.
#[derive(Debug, Default)]
pub struct UsualCredentials {
    words: HashSet<String>,
}

impl UsualCredentials {
    /// Finds them: words of credentials that more than half of the operations use.
    pub fn of<'s>(sections: impl Iterator<Item = &'s SectionAsWritten>) -> Self {
        let mut counts: HashMap<String, usize> = HashMap::new();
        let mut total = 0;
        for section in sections {
            total += 1;
            for word in credential_words(section) {
                *counts.entry(word).or_default() += 1;
            }
        }
        let words = counts.into_iter().filter(|(_, count)| count * 2 > total).map(|(word, _)| word).collect();
        Self { words }
    }

    /// What an operation without a security argument needs.
    pub fn auth(&self, section: &SectionAsWritten) -> Fact<Auth> {
        if self.words.is_empty() {
            return Fact::assumed(Auth::Global, Rule::AuthDefaultGlobal);
        }
        if credential_words(section).iter().any(|word| self.words.contains(word)) {
            Fact::assumed(Auth::Global, Rule::AuthCredentialInExample)
        } else {
            Fact::assumed(Auth::Public, Rule::AuthNoCredentialInExample)
        }
    }
}

fn credential_words(section: &SectionAsWritten) -> HashSet<String> {
    let words = section.code.iter().flat_map(|code| code.split(|c: char| !(c.is_alphanumeric() || c == '_')));
    let is_credential = |word: &String| CREDENTIAL_WORDS.iter().any(|part| word.contains(part));
    words.filter(|word| word.len() > 4).map(fold).filter(is_credential).collect()
}
