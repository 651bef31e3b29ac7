//! Operations: method, path, parameters, bodies, responses, errors.
//!
//! In: nothing; lowering fills them. Out: plain data. It must not know markdown or Rust.

use super::{Basis, Deprecation, ErrorStatus, Fact, Literal, Media, Paging, Presence, Server, Source, Type, TypeId};
use serde::Serialize;

/// One operation of the API.
#[derive(Debug, Clone, Serialize)]
pub struct Operation {
    /// The operation id of the docs, raw (`auth_token_update_api`, `benefits:list`).
    pub id: String,
    /// The Rust struct's name, unique in its module (`Update`).
    pub rust: String,
    /// The Rust module of its group (`tokens`).
    pub module: String,
    /// The group's title on the page (`Beta.Libraries`), and the method's (`update`).
    pub group: String,
    /// The heading of its section (`update`).
    pub heading: String,
    /// HTTP method, upper case.
    pub method: String,
    /// URL path with `{placeholders}`, without a `#fragment`.
    pub path: String,
    /// What stood behind `#` in the docs' path: it tells twins of one URL apart and is never sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fragment: Option<String>,
    /// Where it was read.
    pub source: Source,
    /// Prose, as markdown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub docs: Option<String>,
    /// Set when its heading is struck through.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<Deprecation>,
    /// Path, query and header parameters, in the docs' order.
    pub parameters: Vec<Parameter>,
    /// The request body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Body>,
    /// The status of a success, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Fact<u16>>,
    /// Bodies of success responses; empty when there is none. Several differ by media type.
    pub success: Vec<SuccessBody>,
    /// Statuses of success beside those, whose responses have no body.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bodiless: Vec<Fact<u16>>,
    /// Declared error bodies; one status may stand in several entries.
    pub errors: Vec<ErrorBody>,
    /// Statuses of errors beside those that no body is declared for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bodiless_errors: Vec<Fact<u16>>,
    /// Which credentials it needs.
    pub auth: Fact<Auth>,
    /// How its results come in pages, where they do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paging: Option<Paging>,
    /// The names by which the SDK's code calls it (`["beta", "libraries", "create"]`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sdk_path: Option<Fact<Vec<String>>>,
    /// Its own base URLs, where they are not the API's.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub servers: Vec<Server>,
    /// Fields of the body that this operation sends with one value.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub presets: Vec<Preset>,
}

/// A field of the body that an operation sends with one value (`stream: true`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Preset {
    /// The field's wire name.
    pub wire: String,
    /// Its value.
    pub value: Fact<Literal>,
}

/// A parameter outside the body.
#[derive(Debug, Clone, Serialize)]
pub struct Parameter {
    /// As the docs show it (`serviceId`).
    pub doc_name: String,
    /// Its name on the wire; for a path parameter, the placeholder.
    pub wire: Fact<String>,
    /// The Rust field's name.
    pub rust: String,
    /// Where it travels.
    pub place: Fact<Place>,
    /// Its type.
    #[serde(rename = "type")]
    pub ty: Type,
    /// Whether it may be left out.
    pub presence: Fact<Presence>,
    /// Why its value is one for all calls of a client, where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub global: Option<Basis>,
    /// How arrays and objects are written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub style: Option<Fact<Style>>,
    /// The Description cell, as markdown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub docs: Option<String>,
    /// The Example cell, raw.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
    /// Set when the row is struck through.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<Deprecation>,
    /// Whether `Debug` must not show the value.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub secret: bool,
}

impl Parameter {
    /// A text that may be left out: what a parameter is of which no page says more than its name, or not even that.
    #[must_use]
    pub fn text(name: &str, rust: String, place: Fact<Place>) -> Self {
        Self {
            doc_name: name.to_owned(),
            wire: Fact::stated(name.to_owned()),
            rust,
            place,
            ty: Type::String,
            presence: Fact::stated(Presence::Optional),
            global: None,
            style: None,
            docs: None,
            example: None,
            deprecated: None,
            secret: false,
        }
    }
}

/// Where a parameter travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// In the URL's path.
    Path,
    /// In the URL's query.
    Query,
    /// In a header.
    Header,
}

/// How a structured parameter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    /// `a=1&a=2`.
    FormExplode,
    /// `a=1,2`.
    FormJoined,
    /// `a[key]=1`.
    DeepObject,
    /// `a={"key":1}`.
    Json,
}

/// A request body.
#[derive(Debug, Clone, Serialize)]
pub struct Body {
    /// As the docs show the parameter (`requestBody`).
    pub doc_name: String,
    /// Its type: `Bytes` for a raw body.
    #[serde(rename = "type")]
    pub ty: Type,
    /// Whether it must be given.
    pub required: bool,
    /// Media type, and how it is encoded.
    pub media: Fact<Media>,
    /// The name of its media type where JSON goes by another than `application/json` (`application/vnd.api+json`), or bytes by another
    /// than `application/octet-stream` (`text/plain`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media_type: Option<Fact<String>>,
    /// Further media types that the API takes; the SDK sends none of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Fact<Media>>,
    /// Why this is taken for the body.
    #[serde(skip_serializing_if = "Basis::is_stated")]
    pub basis: Basis,
    /// The Description cell, as markdown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub docs: Option<String>,
}

/// The fields of an object that is a file to upload, in lower case and without marks; the last one may be missing.
const FILE_FIELDS: [&str; 3] = ["filename", "content", "contenttype"];

/// Whether these names, in lower case and without marks, are the fields of a file to upload.
#[must_use]
pub fn names_a_file(names: &[String]) -> bool {
    let has = |name: &&str| names.iter().any(|own| own == name);
    FILE_FIELDS[..2].iter().all(has) && names.iter().all(|name| FILE_FIELDS.contains(&name.as_str()))
}

/// The body of a success response.
#[derive(Debug, Clone, Serialize)]
pub struct SuccessBody {
    /// The status, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Fact<u16>>,
    /// Further statuses with this body.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Fact<u16>>,
    /// Media type (`application/json`, `text/event-stream`, `image/jpeg`).
    pub media: Fact<String>,
    /// The data of the event that ends a stream and is no value itself (`[DONE]`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sentinel: Option<Fact<String>>,
    /// Its type.
    #[serde(rename = "type")]
    pub ty: Type,
    /// The Description cell, as markdown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub docs: Option<String>,
}

/// The body of an error response.
#[derive(Debug, Clone, Serialize)]
pub struct ErrorBody {
    /// The statuses that it goes with.
    pub status: ErrorStatus,
    /// Its type.
    #[serde(rename = "type")]
    pub ty: TypeId,
    /// Media type as stated (`application/problem+json`).
    pub media: String,
}

/// Which credentials an operation needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Auth {
    /// The API's own.
    Global,
    /// None.
    Public,
    /// Those of a security page of its own: the page's fields.
    Own(Vec<SecurityScheme>),
}

/// One way to authenticate, from the `Security` page or that of an operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SecurityScheme {
    /// The field's name on the page (`bearerAuth`); of two that belong together, both (`username:password`).
    pub doc_name: String,
    /// What kind it is.
    pub kind: Fact<SchemeKind>,
    /// Where a key travels, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<Fact<Key>>,
    /// The environment variables from which the SDK takes it: one, or one for each of the two parts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub env: Vec<Fact<String>>,
    /// Where client credentials are exchanged for a token: a URL, or a path below the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token_url: Option<Fact<String>>,
    /// The scheme that it is sent together with, by name: the one alone is no credential. All of one group name its first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with: Option<Fact<String>>,
}

/// The ways to authenticate among which a caller has the choice: each a scheme, or several that belong together.
///
/// ```
/// use tablature::model::{Fact, SchemeKind, SecurityScheme, alternatives};
///
/// let scheme = |name: &str| SecurityScheme::of(name, Fact::stated(SchemeKind::ApiKey));
/// let secret = SecurityScheme { with: Some(Fact::stated("key".to_owned())), ..scheme("secret") };
/// let schemes = [scheme("key"), scheme("token"), secret];
/// let groups: Vec<usize> = alternatives(&schemes).iter().map(Vec::len).collect();
/// assert_eq!(groups, [2, 1]);
/// ```
#[must_use]
pub fn alternatives(schemes: &[SecurityScheme]) -> Vec<Vec<&SecurityScheme>> {
    let mut groups: Vec<Vec<&SecurityScheme>> = Vec::new();
    for scheme in schemes {
        let leader = scheme.with.as_ref().map(|with| with.value.as_str());
        match groups.iter_mut().find(|group| Some(group[0].doc_name.as_str()) == leader) {
            Some(group) => group.push(scheme),
            None => groups.push(vec![scheme]),
        }
    }
    groups
}

impl SecurityScheme {
    /// A scheme of which only name and kind are known.
    #[must_use]
    pub fn of(shown: impl Into<String>, kind: Fact<SchemeKind>) -> Self {
        Self { doc_name: shown.into(), kind, key: None, env: Vec::new(), token_url: None, with: None }
    }

    /// Its names on the page: two where a name and a password are one scheme.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.doc_name.split(':')
    }

    /// The header of a key, where it travels in one that is known.
    #[must_use]
    pub fn header(&self) -> Option<&str> {
        let key = &self.key.as_ref()?.value;
        (key.place == KeyPlace::Header).then_some(key.name.as_str())
    }
}

/// The header that stands for that of a key of which nothing says where it travels.
pub const UNKNOWN_KEY: &str = "X-API-Key";

/// Where a key travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Key {
    /// In what.
    pub place: KeyPlace,
    /// Under which name.
    pub name: String,
}

/// What a key may travel in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyPlace {
    /// A header.
    Header,
    /// The query.
    Query,
    /// A cookie.
    Cookie,
}

/// Kinds of credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SchemeKind {
    /// `Authorization: Bearer …`.
    Bearer,
    /// `Authorization: Basic …`.
    Basic,
    /// A key under a name of its own.
    ApiKey,
    /// The id and secret of an OAuth 2.0 client, which are exchanged for a bearer token.
    ClientCredentials,
}
