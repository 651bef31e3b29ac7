//! The code of an operation's first example: how its SDK is called.
//!
//! In: code of one of the seven languages. Out: [`UsageCode`]: names and what the code passes, nothing concluded. It must not know
//! tables, model pages or the model. This is the only place that reads such code.
//!
//! The code makes a client, calls a method on it and does something with the result. A table says how each language writes that.

mod arguments;
mod grammar;
mod reader;
mod text;

#[cfg(test)]
mod tests;

use crate::{
    dialect::Language,
    lower::definitions::place_of,
    naming::fold,
    source::{Sources, Span},
};
use grammar::GRAMMARS;
use reader::Reader;
use text::Code;

/// What the code of an example shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UsageCode {
    /// Where it stands.
    pub span: Option<Span>,
    /// The names from the client to the method (`beta`, `libraries`, `create`); empty where no call of a client is found.
    pub path: Vec<String>,
    /// What credential the client is made with.
    pub client: Option<Credential>,
    /// What credential the call passes.
    pub call: Option<Credential>,
    /// The names of the credentials that the client is made with, and of those that the call passes, where code shows names.
    pub client_credentials: Vec<String>,
    pub call_credentials: Vec<String>,
    /// Names of the client's other arguments, those of the SDK itself left out.
    pub client_arguments: Vec<String>,
    /// What is done with the result.
    pub outcome: Outcome,
    /// Whether it goes on to the next page of results.
    pub paged: bool,
    /// Whether the result is a stream of events.
    pub streams: bool,
    /// The value of an argument named `stream`.
    pub stream_flag: Option<bool>,
    /// Whether the content of a file is sent.
    pub sends_file: bool,
}

impl UsageCode {
    /// Its page and line.
    pub fn place(&self, sources: &Sources) -> String {
        self.span.map(|span| place_of(sources, span)).unwrap_or_default()
    }

    /// Whether the client is made with an argument of this name, however it is spelled.
    pub fn gives_client(&self, name: &str) -> bool {
        let name = fold(name);
        self.client_arguments.iter().any(|argument| fold(argument) == name)
    }
}

/// What kind of credential code shows by the text in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Credential {
    /// A bearer token.
    Bearer,
    /// A user's name and password.
    Basic,
    /// A key.
    ApiKey,
    /// It cannot be told.
    Unknown,
}

/// What code does with the result of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Outcome {
    /// It looks at a body.
    Body,
    /// It looks at the status, or at nothing.
    NoBody,
    /// It cannot be told.
    #[default]
    Unknown,
}

/// Reads the code of an example; nothing is found in what is no such code.
pub fn read_usage_code(language: Language, text: &str) -> UsageCode {
    let Some(grammar) = GRAMMARS.iter().find(|grammar| grammar.language == language) else {
        return UsageCode::default();
    };
    let code = Code::new(text, grammar.quotes, grammar.comment);
    let reader = Reader { grammar, code };
    reader.read().unwrap_or_default()
}
