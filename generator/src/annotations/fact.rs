//! What annotations say: the words of facts, and facts with their places.
//!
//! In: nothing; the scanner fills them. Out: plain data. It must not know what the facts are about.

use std::sync::Arc;

macro_rules! keys {
    ($($(#[doc = $doc:literal])+ $name:ident = $word:literal,)+) => {
        /// What a fact says.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Key { $($(#[doc = $doc])+ $name,)+ }

        impl Key {
            /// Every kind of fact.
            pub const ALL: &[Key] = &[$(Key::$name,)+];

            /// As files of facts spell it (`page-input`).
            #[must_use]
            pub fn word(self) -> &'static str { match self { $(Key::$name => $word,)+ } }
        }
    };
}

keys! {
    /// The member's JSON key.
    Wire = "wire",
    /// The name in a URL's path.
    Path = "path",
    /// The name in a URL's query.
    Query = "query",
    /// The name of a header.
    Header = "header",
    /// The name of a form's field.
    Form = "form",
    /// The name of a part of a multipart body.
    Multipart = "multipart",
    /// The member is the file of a multipart body.
    File = "file",
    /// The member is the content of a file.
    Content = "content",
    /// The member is the request body; the value is its media type, where it is given.
    Body = "body",
    /// `form`, `simple`, `deepObject`.
    Style = "style",
    /// Whether a list is written as several parameters.
    Explode = "explode",
    /// `json` where a value travels as JSON text.
    Serialization = "serialization",
    /// How dates are written.
    DateFormat = "date-format",
    /// The value may be null; of an operation, its body.
    Nullable = "nullable",
    /// The value is a whole number.
    Integer = "integer",
    /// The only legal value.
    Constant = "constant",
    /// The value that stands in for a missing one.
    Default = "default",
    /// The value of [`Key::Default`] is the only legal one.
    Fixed = "fixed",
    /// The class of a union's member, or its type in the language's words; and [`Said::target`], its tag, where it has one. The facts
    /// stand in the order of the API's own document.
    Choice = "choice",
    /// The property that tells the members of a union apart.
    Discriminator = "discriminator",
    /// A value of that property; the class that it stands for is [`Said::target`]. About a member of a list of tags: the tag's value.
    Variant = "variant",
    /// `http`, `apiKey`, `oauth2`.
    SchemeType = "scheme-type",
    /// `bearer`, `basic`, `header`.
    SchemeSubtype = "scheme-subtype",
    /// The header of a credential.
    SchemeName = "scheme-name",
    /// The environment variable that a credential is read from.
    Env = "env",
    /// A server's URL; [`Said::target`] is its name, where it has one.
    Server = "server",
    /// The HTTP method.
    Method = "method",
    /// The URL's path.
    Url = "url",
    /// The operation's id.
    Id = "id",
    /// The class of an operation's arguments.
    Request = "request",
    /// The member of it that is the body, and [`Said::target`], how it is encoded: `json`, `form`, `multipart`, `raw`.
    Payload = "payload",
    /// The media type of the body.
    MediaType = "media-type",
    /// A status; [`Said::target`] is the media type of its body, empty for none.
    Answer = "answer",
    /// The status of an error; [`Said::target`] is the member of the response's class that takes its body.
    ErrorMember = "error-member",
    /// A parameter of the operation itself: its name on the wire; [`Said::target`] is its place, its style, and, behind `=`, the name
    /// of its member, where that is another.
    Parameter = "parameter",
    /// The name on the wire of a parameter that the client is made with; [`Said::target`] is the client's argument.
    ClientArgument = "client-argument",
    /// The class of the parameters that the client is made with and the operation sends.
    Globals = "globals",
    /// The class whose list of servers replaces the API's.
    Servers = "servers",
    /// Whose credentials the operation sends: the `client`'s, or `none`.
    Credentials = "credentials",
    /// What ends a stream of events.
    Sentinel = "sentinel",
    /// The parameter that counts pages.
    PageInput = "page-input",
    /// The parameter that skips results.
    OffsetInput = "offset-input",
    /// The parameter that takes the next cursor.
    CursorInput = "cursor-input",
    /// The parameter that limits a page.
    LimitInput = "limit-input",
    /// Where an answer says how many pages there are.
    PageCount = "page-count",
    /// Where an answer has the next cursor.
    NextCursor = "next-cursor",
    /// Where an answer has its results.
    Results = "results",
}

/// What a fact is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Subject {
    /// The folder below `models`, in lower case; empty for what stands in none.
    pub folder: Arc<str>,
    /// The class.
    pub class: Arc<str>,
    /// The member; empty for the class itself.
    pub member: Arc<str>,
}

/// One fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What is said.
    pub key: Key,
    /// As written, without quotes.
    pub value: String,
    /// The second half of a fact that has two.
    pub target: String,
    /// Which of the files, as they were given.
    pub file: u32,
    /// The line, counted from 1.
    pub line: u32,
}

/// An operation, as the code that calls it states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The HTTP method, in upper case.
    pub method: String,
    /// The URL's path.
    pub path: String,
    /// The operation's id.
    pub id: String,
    /// The method of the SDK that makes the call; the stem of its file, where a file is a call.
    pub name: String,
    /// What else is said, in the text's order.
    pub said: Vec<Said>,
    /// Which of the files.
    pub file: u32,
    /// The line on which the call begins.
    pub line: u32,
}

/// All that the source of an SDK says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Annotations {
    /// The paths of the files.
    pub files: Vec<String>,
    /// Facts of classes and their members, in the order of files and lines.
    pub classes: Vec<(Subject, Said)>,
    /// The operations.
    pub calls: Vec<Call>,
    /// Facts of the API as a whole: its servers.
    pub api: Vec<Said>,
}

impl Annotations {
    /// Where a fact stands (`src/models/pet.ts:12`).
    #[must_use]
    pub fn at(&self, said: &Said) -> String {
        format!("{}:{}", self.files.get(said.file as usize).map_or("", String::as_str), said.line)
    }
}

impl Call {
    /// The first fact of a kind.
    #[must_use]
    pub fn first(&self, key: Key) -> Option<&Said> {
        self.all(key).next()
    }

    /// The fact of a kind, where there is one value of it.
    #[must_use]
    pub fn only(&self, key: Key) -> Option<&Said> {
        let mut found = self.all(key);
        let first = found.next()?;
        found.all(|other| other.value == first.value).then_some(first)
    }

    /// All facts of a kind.
    pub fn all(&self, key: Key) -> impl Iterator<Item = &Said> {
        self.said.iter().filter(move |said| said.key == key)
    }
}
