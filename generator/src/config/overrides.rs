//! The form of `overrides.toml`: facts that the pages do not state, or state wrongly, each with the reason to believe it.
//!
//! In: the file's text. Out: rules. It must not know what they lead to.

use super::{
    Pattern, Rule, http_text,
    type_text::{LiteralText, TypeText},
};
use crate::model::{Auth, Media, Place, SchemeKind, Style};
use indexmap::IndexMap;
use serde::{Deserialize, Deserializer, de::Error as _};
use toml::Spanned;

/// Why a fact is believed: a text with words in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason(pub String);

impl<'de> Deserialize<'de> for Reason {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text.chars().any(char::is_alphanumeric) {
            Ok(Self(text))
        } else {
            Err(D::Error::custom("the reason is empty"))
        }
    }
}

/// Facts about a field.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldOverride {
    /// Types by id.
    #[serde(rename = "type")]
    pub types: Pattern,
    /// The field's name, on the page or on the wire.
    pub field: Pattern,
    /// Its JSON key.
    pub wire: Option<String>,
    /// Whether it may be absent.
    pub required: Option<bool>,
    /// Whether it may be null.
    pub nullable: Option<bool>,
    /// Whether `Debug` must not show it.
    pub secret: Option<bool>,
    /// Its type.
    #[serde(rename = "is")]
    pub ty: Option<TypeText>,
    /// Its only value.
    pub constant: Option<LiteralText>,
    /// Why this is believed.
    pub reason: Reason,
}

/// Facts about a parameter.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParameterOverride {
    /// Operations by id.
    pub operation: Pattern,
    /// The parameter's name, on the page or on the wire.
    pub name: Pattern,
    /// Where it travels.
    pub place: Option<Place>,
    /// Its name on the wire.
    pub wire: Option<String>,
    /// How arrays and objects are written.
    pub style: Option<Style>,
    /// Whether it must be given.
    pub required: Option<bool>,
    /// Whether `Debug` must not show it.
    pub secret: Option<bool>,
    /// Its type.
    #[serde(rename = "is")]
    pub ty: Option<TypeText>,
    /// Why this is believed.
    pub reason: Reason,
}

/// Facts about an operation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OperationOverride {
    /// Operations by id.
    pub id: Pattern,
    /// How the request's body travels.
    pub media: Option<Media>,
    /// Whether it needs credentials.
    pub auth: Option<AuthText>,
    /// The status of a success.
    #[serde(default, deserialize_with = "http_text::success_status")]
    pub success_status: Option<u16>,
    /// The media type of a success.
    #[serde(default, deserialize_with = "http_text::media_type")]
    pub success_media: Option<String>,
    /// Whether a success may come without its body.
    pub success_may_be_empty: Option<bool>,
    /// Why this is believed.
    pub reason: Reason,
}

/// Whether an operation needs credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AuthText {
    /// The API's own.
    Global,
    /// None.
    Public,
}

impl From<AuthText> for Auth {
    fn from(text: AuthText) -> Self {
        match text {
            AuthText::Global => Auth::Global,
            AuthText::Public => Auth::Public,
        }
    }
}

/// Facts about credentials.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecurityOverride {
    /// Their names on the `Security` page, or on that of an operation.
    pub scheme: Pattern,
    /// How they travel.
    pub kind: SchemeKind,
    /// The header that they travel in.
    #[serde(default, deserialize_with = "http_text::header")]
    pub header: Option<String>,
    /// The name of the credentials that they are sent together with.
    pub with: Option<Pattern>,
    /// Why this is believed.
    pub reason: Reason,
}

/// A server; those of the docs do not count where one is given.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServerOverride {
    /// Its base URL.
    #[serde(deserialize_with = "http_text::base_url")]
    pub url: String,
    /// What it is for.
    pub description: Option<String>,
    /// Why this is believed.
    pub reason: Reason,
}

/// Facts about a union.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnionOverride {
    /// Unions by id.
    #[serde(rename = "type")]
    pub types: Pattern,
    /// The property that tells its members apart.
    pub discriminator: String,
    /// From the property's value to the member, as the page shows it; from the members' own constants if it is left out.
    #[serde(default)]
    pub mapping: IndexMap<String, String>,
    /// Why this is believed.
    pub reason: Reason,
}

/// Facts about an enum.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnumOverride {
    /// Enums by id.
    #[serde(rename = "type")]
    pub types: Pattern,
    /// Whether there will never be another value.
    pub closed: bool,
    /// Why this is believed.
    pub reason: Reason,
}

/// The file as a whole.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct OverridesFile {
    pub field: Vec<Spanned<FieldOverride>>,
    pub parameter: Vec<Spanned<ParameterOverride>>,
    pub operation: Vec<Spanned<OperationOverride>>,
    pub security: Vec<Spanned<SecurityOverride>>,
    pub server: Vec<Spanned<ServerOverride>>,
    pub union: Vec<Spanned<UnionOverride>>,
    #[serde(rename = "enum")]
    pub enums: Vec<Spanned<EnumOverride>>,
}

/// All overrides.
#[derive(Debug, Default)]
pub struct Overrides {
    /// Of fields.
    pub fields: Vec<Rule<FieldOverride>>,
    /// Of parameters.
    pub parameters: Vec<Rule<ParameterOverride>>,
    /// Of operations.
    pub operations: Vec<Rule<OperationOverride>>,
    /// Of credentials.
    pub security: Vec<Rule<SecurityOverride>>,
    /// Servers, the default first.
    pub servers: Vec<Rule<ServerOverride>>,
    /// Of unions.
    pub unions: Vec<Rule<UnionOverride>>,
    /// Of enums.
    pub enums: Vec<Rule<EnumOverride>>,
}
