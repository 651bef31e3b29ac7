//! The form of a language's table: what a row is, and what it may do.
//!
//! In: nothing. Out: types that the tables are made of. It must not know any language.

use super::Key;

/// Where in a file the scanner is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// In nothing that matters.
    Outside,
    /// In a class, before its members or among them.
    Inside,
    /// In a class, behind a mark that changes what the next member says.
    Marked,
    /// In the schema that reads a class.
    Reading,
    /// In the schema that writes a class.
    Writing,
    /// Among the names that the reading schema changes.
    ReadingNames,
    /// Among the names that the writing schema changes.
    WritingNames,
    /// In code or a type that tells the members of a union apart.
    Choosing,
    /// Before the name of a value that follows.
    Naming,
    /// Before that value.
    Valuing,
}

/// What a row does where its pattern matches. Numbers are the pattern's groups; of several, the first that took part counts.
#[derive(Debug, Clone, Copy)]
pub enum Action {
    /// A class begins.
    Class(usize),
    /// A class of this name begins.
    ClassNamed(&'static str),
    /// The members of the current class are those of this one: what is said of the former is about the latter.
    DataIn(usize),
    /// The names of the current class's members are their JSON keys, where nothing else is said of them.
    OwnNames,
    /// A member begins: what was said before it is about it.
    Member(&'static [usize]),
    /// What follows is about this member.
    About(&'static [usize]),
    /// A fact about the next member or class.
    Before(Key, usize),
    /// A fact about the next member or class that needs no value.
    MarkBefore(Key),
    /// A fact of two halves about the next member or class.
    PairBefore(Key, usize, usize),
    /// A fact about the current member.
    Say(Key, &'static [usize]),
    /// A fact about the current member that needs no value.
    Mark(Key),
    /// A fact about the current class.
    SayOfClass(Key, usize),
    /// A fact of two halves about the current class.
    PairOfClass(Key, usize, usize),
    /// A place and its list of keys and values, about the next member.
    KeysBefore(usize, usize),
    /// The same, with semicolons between keys.
    PartsBefore(usize, usize),
    /// A place and its list of keys and values, about the current member.
    Keys(usize, usize),
    /// A Go tag, about the current member.
    Tag(usize),
    /// A Ruby hash, about the current member.
    Hash(usize),
    /// A PHP list of a union's values and classes, about the next member.
    MapBefore(usize),
    /// A value of a discriminator.
    Value(usize),
    /// The class that a value of a discriminator stands for.
    Target(usize),
}

/// A row of a language's table of lines.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The states in which it is tried; none means all.
    pub when: &'static [State],
    /// The pattern that a line must match.
    pub pattern: &'static str,
    /// What it does, in order.
    pub actions: &'static [Action],
    /// The state that follows; none keeps it.
    pub then: Option<State>,
}

/// A row that keeps the state.
pub const fn row(when: &'static [State], pattern: &'static str, actions: &'static [Action]) -> Row {
    Row { when, pattern, actions, then: None }
}

impl Row {
    /// The same row, with the state that follows.
    pub const fn then(self, state: State) -> Row {
        Row { then: Some(state), ..self }
    }
}

/// What a match within the text of an operation means.
#[derive(Debug, Clone, Copy)]
pub enum Meaning {
    /// A fact: the first group that took part is its value.
    Fact(Key),
    /// A fact of two halves: the first group and the second.
    Pair(Key),
    /// A fact of this value.
    Says(Key, &'static str),
    /// The groups are a matcher's name (it tells the media type), and statuses.
    Matcher,
    /// The groups are statuses and a media type.
    Answer,
    /// Statuses.
    Status,
    /// The media type of the statuses before it.
    Media,
    /// The media type in place of the one that the matcher's name tells.
    Instead,
    /// The member of the response's class that takes the body of the statuses before it.
    BodyMember,
    /// The statuses before it belong to those behind it.
    Through,
    /// The groups are a function's name, pairs of a query, and options: parameters.
    Query,
    /// The name of a parameter in this place, and what its member is called.
    Placed(&'static str),
}

/// A row of a language's table of operations.
#[derive(Debug, Clone, Copy)]
pub struct CallRow {
    /// The pattern, over several lines.
    pub pattern: &'static str,
    /// What its matches mean.
    pub meaning: Meaning,
}

/// A row of a table of operations.
pub const fn call(meaning: Meaning, pattern: &'static str) -> CallRow {
    CallRow { pattern, meaning }
}

/// All that is known of a language.
#[derive(Debug)]
pub struct Table {
    /// How its files end.
    pub endings: &'static [&'static str],
    /// Endings of files that say the same again.
    pub without: &'static [&'static str],
    /// Lines that end so go on on the next one.
    pub joins: &'static [&'static str],
    /// Whether a line is tried on all rows, not only up to the first that matches; a row that does nothing ends it anyway.
    pub all_rows: bool,
    /// The rows for lines of models and credentials.
    pub rows: &'static [Row],
    /// Where the text of an operation begins; without one, a file is an operation.
    pub call: Option<&'static str>,
    /// The rows for the text of an operation.
    pub calls: &'static [CallRow],
    /// Lists of servers: the class or operation that they are of, where there is one, and the list.
    pub servers: &'static str,
    /// Folders whose files hold operations; empty for all folders without another use.
    pub call_folders: &'static [&'static str],
    /// What some file of operations holds where this table is for the SDK; empty where its folder tells.
    pub sign: &'static str,
    /// Files beside them that state credentials.
    pub security_files: &'static [&'static str],
    /// Whether the files of operations state their own credentials, too.
    pub calls_state_security: bool,
}

impl Table {
    /// What most languages have in common: nothing beside lines, and calls in any folder.
    pub const PLAIN: Table = Table {
        endings: &[],
        without: &[],
        joins: &[],
        all_rows: false,
        rows: &[],
        call: None,
        calls: &[],
        servers: "",
        call_folders: &[],
        sign: "",
        security_files: &[],
        calls_state_security: false,
    };
}
