//! The form of the rules on generated Rust: `[[inject]]`, `[[rename]]` and `[[replace]]`.
//!
//! In: tables of `tablature.toml`. Out: rules. It must not know what they lead to.

use super::{Pattern, rule::Rule};
use serde::Deserialize;

/// Adds attributes to Rust types.
#[derive(Debug, Clone, Deserialize)]
pub struct Inject {
    /// Types by id.
    #[serde(rename = "type")]
    pub types: Pattern,
    /// What stands within `#[…]`.
    pub attributes: Vec<String>,
}

/// Gives a Rust type or an endpoint another name.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "RenameForm")]
pub struct Rename {
    /// What is renamed.
    pub of: Renamed,
    /// Its new name.
    pub to: String,
}

/// What a name is given to.
#[derive(Debug, Clone)]
pub enum Renamed {
    /// A type, by id.
    Type(Pattern),
    /// The endpoint of an operation, by the operation's id.
    Operation(Pattern),
}

#[derive(Deserialize)]
struct RenameForm {
    #[serde(rename = "type")]
    types: Option<Pattern>,
    operation: Option<Pattern>,
    to: String,
}

impl TryFrom<RenameForm> for Rename {
    type Error = &'static str;

    fn try_from(form: RenameForm) -> Result<Self, Self::Error> {
        let of = match (form.types, form.operation) {
            (Some(types), None) => Renamed::Type(types),
            (None, Some(operation)) => Renamed::Operation(operation),
            _ => return Err("a new name is for a `type` or for an `operation`"),
        };
        Ok(Self { of, to: form.to })
    }
}

/// Puts a Rust type of the user's own in the place of a generated one.
#[derive(Debug, Clone, Deserialize)]
pub struct Replace {
    /// Types by id.
    #[serde(rename = "type")]
    pub types: Pattern,
    /// The user's type.
    pub with: String,
    /// Whether the user's type is `Eq` and `Hash`.
    #[serde(default)]
    pub eq: bool,
}

/// All rules on the generated Rust.
#[derive(Debug, Default)]
pub struct Rules {
    /// Added attributes.
    pub inject: Vec<Rule<Inject>>,
    /// Other names.
    pub rename: Vec<Rule<Rename>>,
    /// Types of the user's own.
    pub replace: Vec<Rule<Replace>>,
}
