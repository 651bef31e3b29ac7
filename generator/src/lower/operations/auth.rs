//! Which credentials an operation needs, from its code example.
//!
//! In: the code of all operations. Out: [`Auth`] for each. It must not know what kinds of credentials there are.
//!
//! No page says that an operation is public, but its example then makes the client without the credential that others pass.

use super::{usage_code::UsageCode, written::SectionAsWritten};
use crate::{
    model::{Auth, Evidence, Fact, Rule},
    source::Sources,
};

/// Whether the examples of one docs tree pass credentials to the client.
#[derive(Debug)]
pub struct Credentials {
    are_shown: bool,
}

impl Credentials {
    /// Looks at the examples of all operations.
    pub fn of(sections: &[SectionAsWritten]) -> Self {
        Self { are_shown: sections.iter().any(|section| section.code.client.is_some()) }
    }

    /// What an operation without a security argument needs.
    pub fn auth(&self, sources: &Sources, section: &SectionAsWritten) -> Fact<Auth> {
        let UsageCode { path, client, .. } = &section.code;
        if path.is_empty() || !self.are_shown {
            return Fact::assumed(Auth::Global, Rule::AuthDefaultGlobal);
        }
        let auth = if client.is_some() { Auth::Global } else { Auth::Public };
        Fact::read(auth, Evidence::UsageCode, section.code.place(sources))
    }
}
