//! The seven vocabularies: what the words of type cells mean.
//!
//! In: nothing. Out: a table for each language. It must not know how cells are written.

use crate::model::Type;

/// What a type word means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// A type without arguments.
    Scalar(Type),
    /// Its argument may be absent; on a required field, null.
    Optional,
    /// Its argument may be null.
    Nullable,
    /// Its argument may be absent or null.
    OptionalNullable,
    /// A list of its only argument.
    List,
    /// A map to its last argument.
    Map,
    /// A list of one argument, or a map of two.
    ListOrMap,
    /// Its argument is the only value.
    Literal,
    /// Stands for its first argument.
    Transparent,
    /// One of its arguments.
    Choice,
    /// Server-sent events of its argument.
    EventStream,
    /// Values of its argument, one on a line.
    JsonLines,
    /// Bytes, whatever its arguments.
    Bytes,
    /// A file to upload.
    File,
    /// Null itself, in a choice.
    Null,
    /// A thing of the SDK, not of the API (an HTTP response object, a context).
    SdkOnly,
    /// No value (`void`).
    Nothing,
}

impl Word {
    /// Whether it means something without arguments.
    #[must_use]
    pub fn stands_alone(&self) -> bool {
        match self {
            Word::List
            | Word::Map
            | Word::ListOrMap
            | Word::Scalar(_)
            | Word::Bytes
            | Word::File
            | Word::Null
            | Word::SdkOnly
            | Word::Nothing => true,
            Word::Optional
            | Word::Nullable
            | Word::OptionalNullable
            | Word::Literal
            | Word::Transparent
            | Word::Choice
            | Word::EventStream
            | Word::JsonLines => false,
        }
    }
}

/// A vocabulary.
pub(super) type Words = &'static [(&'static str, Word)];

use Word::{
    Choice, EventStream, List, ListOrMap, Map, Nullable, Optional, OptionalNullable, Scalar, SdkOnly, Transparent,
};

pub(super) const JAVA: Words = &[
    ("Optional", Optional),
    ("JsonNullable", OptionalNullable),
    ("List", List),
    ("Set", List),
    ("Map", Map),
    ("String", Scalar(Type::String)),
    ("URI", Scalar(Type::String)),
    ("UUID", Scalar(Type::String)),
    ("boolean", Scalar(Type::Boolean)),
    ("Boolean", Scalar(Type::Boolean)),
    ("int", Scalar(Type::Int32)),
    ("Integer", Scalar(Type::Int32)),
    ("short", Scalar(Type::Int32)),
    ("Short", Scalar(Type::Int32)),
    ("long", Scalar(Type::Int64)),
    ("Long", Scalar(Type::Int64)),
    ("BigInteger", Scalar(Type::Decimal)),
    ("float", Scalar(Type::Float32)),
    ("Float", Scalar(Type::Float32)),
    ("double", Scalar(Type::Float64)),
    ("Double", Scalar(Type::Float64)),
    ("BigDecimal", Scalar(Type::Decimal)),
    ("java.lang.Object", Scalar(Type::Any)),
    ("Object", Scalar(Type::Any)),
    ("JsonNode", Scalar(Type::Any)),
    ("byte[]", Word::Bytes),
    ("byte", Word::Bytes),
    ("InputStream", Word::Bytes),
    ("Blob", Word::Bytes),
    ("OffsetDateTime", Scalar(Type::DateTime)),
    ("LocalDate", Scalar(Type::Date)),
    ("EventStream", EventStream),
    ("HttpResponse", SdkOnly),
    ("void", Word::Nothing),
];

pub(super) const CSHARP: Words = &[
    ("List", List),
    ("Dictionary", Map),
    ("string", Scalar(Type::String)),
    ("String", Scalar(Type::String)),
    ("bool", Scalar(Type::Boolean)),
    ("int", Scalar(Type::Int32)),
    ("long", Scalar(Type::Int64)),
    ("BigInteger", Scalar(Type::Decimal)),
    ("float", Scalar(Type::Float32)),
    ("double", Scalar(Type::Float64)),
    ("decimal", Scalar(Type::Decimal)),
    ("object", Scalar(Type::Any)),
    ("byte[]", Word::Bytes),
    ("byte", Word::Bytes),
    ("MemoryQueueBufferStream", Word::Bytes),
    ("DateTime", Scalar(Type::DateTime)),
    ("LocalDate", Scalar(Type::Date)),
    ("DateOnly", Scalar(Type::Date)),
    ("EventStream", EventStream),
    ("HttpRequestMessage", SdkOnly),
    ("HttpResponseMessage", SdkOnly),
    ("UnityWebRequest", SdkOnly),
];

pub(super) const TYPESCRIPT: Words = &[
    ("Promise", Transparent),
    ("Array", List),
    ("Set", List),
    ("Record", Map),
    ("string", Scalar(Type::String)),
    ("number", Scalar(Type::Number)),
    ("bigint", Scalar(Type::Int64)),
    ("Decimal", Scalar(Type::Decimal)),
    ("boolean", Scalar(Type::Boolean)),
    ("any", Scalar(Type::Any)),
    ("unknown", Scalar(Type::Any)),
    ("Date", Scalar(Type::DateTime)),
    ("RFCDate", Scalar(Type::Date)),
    ("null", Word::Null),
    ("void", Word::Nothing),
    ("Uint8Array", Word::Bytes),
    ("ArrayBuffer", Word::Bytes),
    ("Buffer", Word::Bytes),
    ("ReadableStream", Word::Bytes),
    ("Blob", Word::Bytes),
    ("EventStream", EventStream),
    ("JsonLStream", Word::JsonLines),
    ("AxiosRequestConfig", SdkOnly),
    ("AxiosResponse", SdkOnly),
    ("RequestInit", SdkOnly),
    ("RequestOptions", SdkOnly),
    ("RetryConfig", SdkOnly),
];

/// Words that are the web's where they link out of the docs or no page has their name.
pub(super) const TYPESCRIPT_LINKED: Words =
    &[("Request", SdkOnly), ("Response", SdkOnly), ("File", Word::File), ("Blob", Word::File)];

pub(super) const PYTHON: Words = &[
    ("Optional", Optional),
    ("Nullable", Nullable),
    ("OptionalNullable", OptionalNullable),
    ("List", List),
    ("Dict", Map),
    ("Literal", Word::Literal),
    ("str", Scalar(Type::String)),
    ("int", Scalar(Type::Int64)),
    ("float", Scalar(Type::Float64)),
    ("Decimal", Scalar(Type::Decimal)),
    ("bool", Scalar(Type::Boolean)),
    ("Any", Scalar(Type::Any)),
    ("None", Word::Null),
    ("bytes", Word::Bytes),
    ("datetime", Scalar(Type::DateTime)),
    ("date", Scalar(Type::Date)),
    ("Union", Choice),
    ("IO", Word::Bytes),
    ("io.IOBase", Word::Bytes),
    ("io.BufferedReader", Word::Bytes),
    ("httpx.Response", Word::Bytes),
    ("eventstreaming.EventStream", EventStream),
    ("eventstreaming.EventStreamAsync", EventStream),
    ("Generator", EventStream),
    ("AsyncGenerator", EventStream),
    ("jsonl.JsonLStream", Word::JsonLines),
    ("jsonl.JsonLStreamAsync", Word::JsonLines),
    ("requests.Request", SdkOnly),
    ("requests.Response", SdkOnly),
    ("utils.RetryConfig", SdkOnly),
];

/// Python's docs link a date-time as `date` and a date as `datetime`.
pub(super) const PYTHON_LINKED: Words = &[("date", Scalar(Type::DateTime)), ("datetime", Scalar(Type::Date))];

pub(super) const GO: Words = &[
    ("optionalnullable.OptionalNullable", OptionalNullable),
    ("string", Scalar(Type::String)),
    ("int", Scalar(Type::Int32)),
    ("int32", Scalar(Type::Int32)),
    ("int64", Scalar(Type::Int64)),
    ("big.Int", Scalar(Type::Decimal)),
    ("types.BigInt", Scalar(Type::Decimal)),
    ("float32", Scalar(Type::Float32)),
    ("float64", Scalar(Type::Float64)),
    ("decimal.Big", Scalar(Type::Decimal)),
    ("types.Decimal", Scalar(Type::Decimal)),
    ("bool", Scalar(Type::Boolean)),
    ("any", Scalar(Type::Any)),
    ("interface{}", Scalar(Type::Any)),
    ("byte", Word::Bytes),
    ("[]byte", Word::Bytes),
    ("io.ReadCloser", Word::Bytes),
    ("io.Reader", Word::Bytes),
    ("time.Time", Scalar(Type::DateTime)),
    ("types.Date", Scalar(Type::Date)),
    ("stream.EventStream", EventStream),
    ("jsonl.JsonLStream", Word::JsonLines),
    ("error", Word::Nothing),
    ("http.Response", SdkOnly),
    ("http.Request", SdkOnly),
    ("context.Context", SdkOnly),
];

pub(super) const PHP: Words = &[
    ("array", ListOrMap),
    ("string", Scalar(Type::String)),
    ("int", Scalar(Type::Int64)),
    ("float", Scalar(Type::Float64)),
    ("bool", Scalar(Type::Boolean)),
    ("mixed", Scalar(Type::Any)),
    ("null", Word::Null),
    ("\\DateTime", Scalar(Type::DateTime)),
    ("DateTime", Scalar(Type::DateTime)),
    ("\\Brick\\DateTime\\LocalDate", Scalar(Type::Date)),
    ("Brick\\DateTime\\LocalDate", Scalar(Type::Date)),
    ("LocalDate", Scalar(Type::Date)),
    ("\\Brick\\Math\\BigDecimal", Scalar(Type::Decimal)),
    ("BigDecimal", Scalar(Type::Decimal)),
    ("\\Psr\\Http\\Message\\ResponseInterface", SdkOnly),
    ("ResponseInterface", SdkOnly),
    ("callable", SdkOnly),
];

pub(super) const RUBY: Words = &[
    ("T.nilable", Optional),
    ("T.any", Choice),
    ("Crystalline::Nilable.new", Optional),
    ("Crystalline::Union.new", Choice),
    ("Crystalline::Array", List),
    ("Crystalline::Array.new", List),
    ("Crystalline::Hash", Map),
    ("Crystalline::Hash.new", Map),
    ("Crystalline::Boolean", Scalar(Type::Boolean)),
    ("Crystalline::Boolean.new", Scalar(Type::Boolean)),
    ("T::Array", List),
    ("T::Hash", Map),
    ("::String", Scalar(Type::String)),
    ("::Integer", Scalar(Type::Int64)),
    ("::Float", Scalar(Type::Float64)),
    ("T::Boolean", Scalar(Type::Boolean)),
    ("::Object", Scalar(Type::Any)),
    ("Object", Scalar(Type::Any)),
    ("::Date", Scalar(Type::Date)),
    ("::DateTime", Scalar(Type::DateTime)),
    ("Date", Scalar(Type::Date)),
    ("DateTime", Scalar(Type::DateTime)),
    ("Symbol", Scalar(Type::String)),
    ("IO", Word::Bytes),
    ("File", Word::Bytes),
    ("Faraday::Response", SdkOnly),
];

/// So do Ruby's, by the names of its classes.
pub(super) const RUBY_LINKED: Words = &[("Date", Scalar(Type::DateTime)), ("DateTime", Scalar(Type::Date))];
