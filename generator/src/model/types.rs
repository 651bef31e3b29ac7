//! Named types and type expressions.
//!
//! In: nothing; lowering fills them. Out: plain data. It must not know markdown or Rust.

use super::{Basis, Fact};
use indexmap::IndexMap;
use serde::Serialize;
use std::{fmt, sync::Arc};

/// Identity of a named type: its module and its title on the page (`operations/AuthTokenUpdateApiAction`).
///
/// A type that has no page of its own (a literal's value, an inline body) is `owner-id#part`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct TypeId(pub Arc<str>);

impl TypeId {
    /// An id from its text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for TypeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where a fact was read: a page, relative to its docs folder, and a line counted from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Source {
    /// The page's path with `/` between its parts (`models/components/Property.md`).
    pub page: String,
    /// The line, counted from 1.
    pub line: u32,
}

impl Source {
    /// A line of its page, as editors print it (`page.md:12`); nothing where there is no page.
    #[must_use]
    pub fn at_line(&self, line: u32) -> Option<String> {
        (!self.page.is_empty()).then(|| format!("{}:{line}", self.page))
    }
}

/// That a page marks something as deprecated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Deprecation {
    /// What the page advises, where it says more than that it is deprecated.
    pub note: Option<String>,
}

/// A named type of the API.
#[derive(Debug, Clone, Serialize)]
pub struct TypeDef {
    /// The Rust item's name, unique within its module (`AuthTokenUpdateApiAction`).
    pub rust: String,
    /// The Rust module below the crate's root that exports it (`operations`).
    pub module: String,
    /// Where it was read.
    pub source: Source,
    /// The page's prose, as markdown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub docs: Option<String>,
    /// Set when the page is marked as deprecated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<Deprecation>,
    /// What the type is for.
    pub role: Role,
    /// Who sends values of this type.
    pub usage: Usage,
    /// Its fields, values or members.
    pub shape: Shape,
    /// Traits whose implementation is legal, from a fixpoint over the type graph.
    pub derives: Derives,
    /// The user's own Rust type that stands in its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaced: Option<Replacement>,
}

/// A Rust type that is not generated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Replacement {
    /// How Rust calls it (`::acme_types::Money`).
    pub with: String,
    /// Whether it is `Eq` and `Hash`.
    pub eq: bool,
}

/// What a named type is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Data of requests and responses.
    Schema,
    /// The body of an error response.
    Error,
    /// Credentials.
    Security,
}

/// Who sends values of a type, from the operations that reach it; a type that none reaches counts as both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Usage {
    /// Reached from a parameter or a request body.
    pub sent: bool,
    /// Reached from a success or error response.
    pub received: bool,
}

/// Traits that are legal beside `Debug, Clone, PartialEq`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Derives {
    /// `Eq` (no type of the user's own within that is not).
    pub eq: bool,
    /// `Hash` (as `Eq`).
    pub hash: bool,
    /// `Copy`.
    pub copy: bool,
    /// `Default` (every field optional or with a single legal value).
    pub default: bool,
}

/// The kinds of named types.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// A JSON object with known fields; none means an object of which nothing is said.
    Struct(Struct),
    /// A string or integer out of a list.
    Enum(Enum),
    /// One of several types.
    Union(Union),
    /// A type of which the docs say no more than its name (Java's union pages): any JSON value.
    Opaque,
}

/// A JSON object.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Struct {
    /// In the page's order.
    pub fields: Vec<Field>,
    /// The values of keys that are not fields, where the page has an additional-properties row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional: Option<Type>,
}

/// A field of a JSON object.
#[derive(Debug, Clone, Serialize)]
pub struct Field {
    /// As the page shows it (`accessToken`).
    pub doc_name: String,
    /// The JSON key.
    pub wire: Fact<String>,
    /// The Rust field's name, without `r#` (`access_token`; keywords are `type_`-free: the emitter escapes them).
    pub rust: String,
    /// The type of a value that is present and not null.
    #[serde(rename = "type")]
    pub ty: Type,
    /// Whether it may be absent or null.
    pub presence: Fact<Presence>,
    /// The only legal value, where the docs name one (a literal, an enum with one value): preset by builders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub constant: Option<Fact<Literal>>,
    /// Why a field that may be left out is sent with its only legal value all the same; where nothing says so, the caller decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_unasked: Option<Basis>,
    /// The Description cell, as markdown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub docs: Option<String>,
    /// The Example cell, raw.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
    /// Set when the field is struck through.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<Deprecation>,
    /// Whether the value must be boxed to break a cycle of types.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub boxed: bool,
    /// Whether `Debug` must not show the value.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub secret: bool,
    /// Line of the row on the page.
    #[serde(skip)]
    pub line: u32,
}

/// Whether a field may be absent or null.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Presence {
    /// Always there, never null.
    Required,
    /// Always there, may be null; the docs say so.
    RequiredNullable,
    /// Always there; this SDK language's docs cannot say whether it may be null.
    RequiredNullUnstated,
    /// May be absent; a null is tolerated and kept, but not told apart.
    Optional,
    /// May be absent, and may be null; the docs tell the two apart.
    OptionalNullable,
}

impl Presence {
    /// The presence of a field of which both halves are known.
    #[must_use]
    pub fn of(required: bool, nullable: bool) -> Self {
        match (required, nullable) {
            (true, true) => Self::RequiredNullable,
            (true, false) => Self::Required,
            (false, true) => Self::OptionalNullable,
            (false, false) => Self::Optional,
        }
    }

    /// Whether the key is always there.
    #[must_use]
    pub fn is_required(self) -> bool {
        matches!(self, Self::Required | Self::RequiredNullable | Self::RequiredNullUnstated)
    }

    /// Whether the docs state that null is a legal value.
    #[must_use]
    pub fn is_nullable(self) -> bool {
        matches!(self, Self::RequiredNullable | Self::OptionalNullable)
    }
}

/// A type expression.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Type {
    /// Text.
    String,
    /// `true` or `false`.
    Boolean,
    /// 32-bit integer.
    Int32,
    /// 64-bit integer, or an integer whose width the docs do not state.
    Int64,
    /// 32-bit floating-point number.
    Float32,
    /// 64-bit floating-point number.
    Float64,
    /// A number that may be an integer or not (TypeScript's `number`).
    Number,
    /// A decimal number whose digits matter.
    Decimal,
    /// RFC 3339 date and time.
    DateTime,
    /// Calendar date.
    Date,
    /// Bytes: base64 within JSON, raw as a whole body.
    Bytes,
    /// Any JSON value.
    Any,
    /// List.
    Array(Box<Type>),
    /// JSON object with arbitrary keys.
    Map(Box<Type>),
    /// An item or map value that may be null.
    Nullable(Box<Type>),
    /// A named type.
    Named(TypeId),
    /// Server-sent events, each with data of the inner type (success bodies only).
    EventStream(Box<Type>),
}

/// A constant of the docs.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Literal {
    /// `"card"`.
    String(String),
    /// `true`.
    Boolean(bool),
    /// `500`.
    Integer(i64),
}

/// As text, a string without quotes.
impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Literal::String(text) => f.write_str(text),
            Literal::Boolean(value) => value.fmt(f),
            Literal::Integer(value) => value.fmt(f),
        }
    }
}

impl From<&Literal> for serde_json::Value {
    fn from(literal: &Literal) -> Self {
        match literal {
            Literal::String(text) => text.as_str().into(),
            Literal::Boolean(value) => (*value).into(),
            Literal::Integer(value) => (*value).into(),
        }
    }
}

/// A list of legal values.
#[derive(Debug, Clone, Serialize)]
pub struct Enum {
    /// In the page's order, each wire value once; all strings or all integers.
    pub values: Vec<EnumValue>,
    /// Whether values are integers on the wire.
    pub integer: bool,
    /// What the page says of further values.
    pub openness: Openness,
    /// Whether the Rust enum has no unknown variant (`overrides.toml`, or `closed_enums` in `tablature.toml`).
    pub closed: bool,
}

/// One legal value.
#[derive(Debug, Clone, Serialize)]
pub struct EnumValue {
    /// What travels.
    pub wire: Literal,
    /// The name on the page, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doc_name: Option<String>,
    /// The Rust variant (`InternalServerError`), unique within the enum and never `Unknown`.
    pub rust: String,
}

/// What a page says of values that it does not list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Openness {
    /// There may be more.
    Open,
    /// The page's example lacks the mark that open enums have.
    Closed,
    /// Nothing.
    Unstated,
}

/// One of several types.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Union {
    /// In the page's order, each type once.
    pub members: Vec<Member>,
    /// Why these are its members.
    #[serde(skip_serializing_if = "Basis::is_stated")]
    pub basis: Basis,
    /// The property whose value tells the members apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discriminator: Option<Fact<Discriminator>>,
}

/// A member of a union.
#[derive(Debug, Clone, Serialize)]
pub struct Member {
    /// As the page shows it.
    pub doc_name: String,
    /// The tags that the page shows: what the member's constructors add to the union's name (Go), or its heading (C#). Where a
    /// union has no discriminator, they are the names of its types.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The Rust variant, unique within the union and never `Unknown`.
    pub rust: String,
    /// Its type; no `Nullable` at the top.
    #[serde(rename = "type")]
    pub ty: Type,
    /// Whether the payload must be boxed to break a cycle of types.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub boxed: bool,
}

/// A property whose value says which member a value is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Discriminator {
    /// JSON key.
    pub property: String,
    /// From the property's value to the member's index; a member may have several values.
    pub mapping: IndexMap<String, usize>,
}
