//! The form of the rules on generated Rust: `[[inject]]`, `[[rename]]` and `[[replace]]`.
//!
//! In: tables of `tablature.toml`. Out: rules. It must not know what they lead to.

use super::{
    Pattern,
    rule::{Rule, report_unused},
};
use crate::source::Diagnostics;
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

/// Gives a Rust type another name.
#[derive(Debug, Clone, Deserialize)]
pub struct Rename {
    /// The type by id.
    #[serde(rename = "type")]
    pub types: Pattern,
    /// Its new name.
    pub to: String,
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

impl Rules {
    pub(super) fn report_unused(&self, diagnostics: &mut Diagnostics) {
        report_unused(&self.inject, "no type", diagnostics);
        report_unused(&self.rename, "no type", diagnostics);
        report_unused(&self.replace, "no type", diagnostics);
    }
}
