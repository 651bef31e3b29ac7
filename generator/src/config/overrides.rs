//! The form of `overrides.toml`: facts that the pages do not state, or state wrongly, each with the reason to believe it.

use super::{Pattern, Rule, rules::report_unused, type_text::TypeText};
use crate::{
    model::{Media, Place, Style},
    source::Diagnostics,
};
use indexmap::IndexMap;
use serde::Deserialize;
use toml::Spanned;

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
    /// Why this is believed.
    pub reason: String,
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
    /// Whether `Debug` must not show it.
    pub secret: Option<bool>,
    /// Why this is believed.
    pub reason: String,
}

/// Facts about an operation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OperationOverride {
    /// Operations by id.
    pub id: Pattern,
    /// How the request's body travels.
    pub media: Option<Media>,
    /// The status of a success.
    pub success_status: Option<u16>,
    /// Why this is believed.
    pub reason: String,
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
    pub reason: String,
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
    pub reason: String,
}

/// The file as a whole.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct OverridesFile {
    pub field: Vec<Spanned<FieldOverride>>,
    pub parameter: Vec<Spanned<ParameterOverride>>,
    pub operation: Vec<Spanned<OperationOverride>>,
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
    /// Of unions.
    pub unions: Vec<Rule<UnionOverride>>,
    /// Of enums.
    pub enums: Vec<Rule<EnumOverride>>,
}

impl Overrides {
    pub(super) fn report_unused(&self, diagnostics: &mut Diagnostics) {
        report_unused(&self.fields, "no field", diagnostics);
        report_unused(&self.parameters, "no parameter", diagnostics);
        report_unused(&self.operations, "no operation", diagnostics);
        report_unused(&self.unions, "no union", diagnostics);
        report_unused(&self.enums, "no enum", diagnostics);
    }
}
