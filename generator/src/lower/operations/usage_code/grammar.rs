//! How each language writes an example: the client, the call, and what is done with the result.
//!
//! In: nothing. Out: a [`Grammar`] for each language. It must not know how code is read.

use super::Outcome;
use crate::dialect::Language;

/// How a language writes the parts of an example.
pub struct Grammar {
    pub language: Language,
    pub quotes: &'static str,
    pub comment: &'static str,
    /// What stands behind the client's variable where it is made, and how that goes on.
    pub client: (&'static str, Extent),
    /// What stands between the names of a path.
    pub step: &'static str,
    /// How the call goes on behind its path.
    pub call: Extent,
    /// Ends of a method's name that are not part of it, and last names of a path that are no method's.
    pub suffix: &'static str,
    pub finishers: &'static [&'static str],
    /// Texts behind the call that show a body, and those by which a result without one is known.
    pub body: &'static [&'static str],
    pub no_body: &'static [&'static str],
    /// What a result at which nothing looks says.
    pub silent: Outcome,
    pub paged: &'static [&'static str],
    pub streams: &'static [&'static str],
    /// What reads a file that is sent.
    pub files: &'static [&'static str],
}

/// How far an expression goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// To the end of its brackets.
    Brackets,
    /// To the end of the statement: each argument is a call of its own (`.name(value)`).
    Chain,
    /// A block of Python's `with`, which names the variable behind the brackets.
    With,
}

/// The grammars of all languages.
pub const GRAMMARS: &[Grammar] = &[
    Grammar {
        language: Language::Typescript,
        quotes: "\"'`",
        comment: "//",
        client: ("new ", Extent::Brackets),
        step: ".",
        call: Extent::Brackets,
        suffix: "",
        finishers: &[],
        body: &["console.log("],
        no_body: &[],
        silent: Outcome::NoBody,
        paged: &["for await (const page of "],
        streams: &["for await (const event of "],
        files: &["openAsBlob("],
    },
    Grammar {
        language: Language::Python,
        quotes: "\"'",
        comment: "#",
        client: ("with ", Extent::With),
        step: ".",
        call: Extent::Brackets,
        suffix: "",
        finishers: &[],
        body: &["print("],
        no_body: &["# Use the SDK ..."],
        silent: Outcome::Unknown,
        paged: &[".next()"],
        streams: &["as event_stream:"],
        files: &["open("],
    },
    Grammar {
        language: Language::Go,
        quotes: "\"`",
        comment: "//",
        client: (".New", Extent::Brackets),
        step: ".",
        call: Extent::Brackets,
        suffix: "",
        finishers: &[],
        body: &["if res."],
        no_body: &["if res != nil {"],
        silent: Outcome::Unknown,
        paged: &["res.Next()"],
        streams: &[],
        files: &["os.Open("],
    },
    Grammar {
        language: Language::Java,
        quotes: "\"",
        comment: "//",
        client: (".builder()", Extent::Chain),
        step: ".",
        call: Extent::Chain,
        suffix: "",
        finishers: &["call", "callAsIterable", "callAsStream", "callAsStreamUnwrapped"],
        body: &["isPresent()"],
        no_body: &["// handle response"],
        silent: Outcome::Unknown,
        paged: &[".callAsStream", ".callAsIterable"],
        streams: &["EventStream<"],
        files: &["new FileInputStream("],
    },
    Grammar {
        language: Language::Csharp,
        quotes: "\"",
        comment: "//",
        client: ("new ", Extent::Brackets),
        step: ".",
        call: Extent::Brackets,
        suffix: "Async",
        finishers: &[],
        body: &[],
        no_body: &[],
        silent: Outcome::Unknown,
        paged: &["res.Next"],
        streams: &[],
        files: &["File.ReadAllBytes(", "File.OpenRead("],
    },
    Grammar {
        language: Language::Php,
        quotes: "\"'",
        comment: "//",
        client: ("::builder()", Extent::Chain),
        step: "->",
        call: Extent::Brackets,
        suffix: "",
        finishers: &[],
        body: &["!== null"],
        no_body: &["if ($response->statusCode ==="],
        silent: Outcome::Unknown,
        paged: &["foreach ($responses as "],
        streams: &[],
        files: &["file_get_contents(", "fopen("],
    },
    Grammar {
        language: Language::Ruby,
        quotes: "\"'",
        comment: "#",
        client: (".new", Extent::Brackets),
        step: ".",
        call: Extent::Brackets,
        suffix: "",
        finishers: &[],
        body: &[".nil?"],
        no_body: &["if res.status_code =="],
        silent: Outcome::Unknown,
        paged: &[],
        streams: &[],
        files: &["File.binread(", "File.open("],
    },
];
