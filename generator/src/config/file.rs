//! The form of `tablature.toml`, as serde reads it.
//!
//! In: the file's text. Out: plain settings. It must not know what they lead to.

use super::{Inject, Pattern, Rename, Replace, http_text};
use crate::{dialect::Language, model::WireCase};
use camino::Utf8PathBuf;
use serde::Deserialize;
use toml::Spanned;

/// What to make of a link that leads to no page, whatever is made of other flaws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dangling {
    /// An error.
    Error,
    /// Any JSON value, and a warning.
    Any,
}

/// Where the source of the SDK is, which states what pages leave open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SdkSource {
    /// Beside the docs folder, where that lies in an SDK.
    #[default]
    Beside,
    /// In this folder.
    Folder(Utf8PathBuf),
    /// Nowhere: no source is read.
    None,
}

impl From<Utf8PathBuf> for SdkSource {
    fn from(text: Utf8PathBuf) -> Self {
        if text == "none" { Self::None } else { Self::Folder(text) }
    }
}

/// Which enums have no unknown variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClosedEnums {
    /// None: a server may send a value of tomorrow.
    #[default]
    Never,
    /// Those of which the docs say so.
    Stated,
}

/// What names endpoints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EndpointNames {
    /// The heading of the operation's section (`complete`), which is the method's name in the SDK.
    #[default]
    Heading,
    /// The operation id (`chat_completion_v1_chat_completions_post`).
    OperationId,
}

/// The Rust type of dates and times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateTime {
    /// The text as it was sent.
    #[default]
    Text,
    /// `jiff::Timestamp`.
    Jiff,
    /// `chrono::DateTime<Utc>`.
    Chrono,
    /// `time::OffsetDateTime`.
    Time,
}

/// The Rust type of a required field of which the docs cannot say whether it may be null.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnstatedNull {
    /// `Option<T>` where it is received.
    #[default]
    Option,
    /// `T`.
    Value,
}

/// Choices of Rust types: the table `[types]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TypeSettings {
    /// Dates and times.
    pub date_time: DateTime,
    /// Fields whose nullability is not stated.
    pub unstated_null: UnstatedNull,
    /// Whether types of one shape become one type.
    pub merge_same_shape: bool,
}

/// The file as a whole.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ConfigFile {
    pub docs: OneOrMany,
    pub source: Option<Utf8PathBuf>,
    pub out: Option<Utf8PathBuf>,
    pub name: Option<String>,
    pub language: Option<Language>,
    pub wire_case: Option<WireCase>,
    pub strict: Option<bool>,
    pub dangling: Option<Dangling>,
    pub closed_enums: ClosedEnums,
    pub endpoint_names: EndpointNames,
    pub group_features: Option<bool>,
    pub extra: Option<bool>,
    #[serde(deserialize_with = "http_text::headers")]
    pub secret_headers: Vec<String>,
    pub overrides: Option<Utf8PathBuf>,
    pub facts: Option<Utf8PathBuf>,
    pub select: Select,
    pub types: TypeSettings,
    pub inject: Vec<Spanned<Inject>>,
    pub rename: Vec<Spanned<Rename>>,
    pub replace: Vec<Spanned<Replace>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Select {
    pub operations: Vec<Spanned<Pattern>>,
}

/// One folder, or a list of them.
#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "expected a folder or a list of folders")]
pub(super) enum OneOrMany {
    One(Utf8PathBuf),
    Many(Vec<Utf8PathBuf>),
}

impl Default for OneOrMany {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl OneOrMany {
    pub fn into_vec(self) -> Vec<Utf8PathBuf> {
        match self {
            Self::One(path) => vec![path],
            Self::Many(paths) => paths,
        }
    }
}
