//! What is not understood in a type cell, and what is made of it instead.
//!
//! In: a problem. Out: a finding at the part of the cell that has it. It must not know types.

use crate::{
    page::Cell,
    source::{Code, Diagnostic, Span},
};

/// Why a part of a cell has no meaning, or a meaning that is a guess.
#[derive(Debug)]
pub enum Problem {
    /// A word that is neither in the vocabulary nor the name of a page.
    Word(String),
    /// Such a word, whose name says what it probably is.
    Guessed(String),
    /// A wrapper that does not hold what it should.
    Arguments(String),
    /// A link to no page.
    Link {
        /// Where it leads, as written.
        target: String,
        /// The file that is probably meant, without `.md`.
        near: Option<String>,
        /// Whether the text of the link names the page that is taken.
        named: bool,
    },
}

impl Problem {
    /// The finding, at the text that is not understood.
    pub fn diagnostic(self, cell: &Cell) -> Diagnostic {
        let (code, text, message) = match &self {
            Problem::Word(word) => (Code::UnknownWord, word, format!("the type word `{word}` is unknown: {CARRIED}")),
            Problem::Guessed(word) => {
                let message = format!("the type word `{word}` is unknown: its name is taken for what it is");
                (Code::GuessedWord, word, message)
            }
            Problem::Arguments(word) => {
                (Code::UnknownWord, word, format!("`{word}` does not hold the types that it should: {CARRIED}"))
            }
            Problem::Link { target, named: true, .. } => {
                let message = format!("`{target}` leads to no page: the page that the link's text names is taken");
                (Code::DanglingLink, target, message)
            }
            Problem::Link { target, .. } => {
                (Code::DanglingLink, target, format!("`{target}` leads to no page: {CARRIED}"))
            }
        };
        let finding = Diagnostic::at(code, span_of(text, cell), message);
        match &self {
            Problem::Link { near: Some(file), .. } => finding.help(format!("did you mean `{file}.md`?")),
            Problem::Link { named: false, .. } => finding.help("add the page, or correct the link"),
            Problem::Link { .. } | Problem::Guessed(_) => finding,
            Problem::Word(_) | Problem::Arguments(_) => {
                finding.help("check the spelling, or set `language` in tablature.toml")
            }
        }
    }
}

/// What becomes of values whose type is not understood.
const CARRIED: &str = "its values are carried as raw JSON";

fn span_of(text: &str, cell: &Cell) -> Span {
    let at = cell.text.find(text).unwrap_or(0);
    let start = cell.span.start + u32::try_from(at).unwrap_or(0);
    let end = (start + u32::try_from(text.len()).unwrap_or(0)).min(cell.span.end);
    Span { start, end, ..cell.span }
}
