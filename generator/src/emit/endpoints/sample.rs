//! One of the crate's own operations as an expression, for the docs of its root.
//!
//! In: the model. Out: Rust text that holds in every crate that depends on this one. It must not know where the text stands.

use super::{response, structure, text};
use crate::{
    emit::{ident_text, structs::POSITIONAL},
    model::{Field, Media, Model, Operation, Presence, Shape, Struct, Type, TypeDef, TypeId},
};
use std::collections::BTreeMap;

/// Values within values are shown down to here.
const DEEPEST: usize = 3;

/// Longer calls have a line for each argument.
const LONGEST_LINE: usize = 90;

/// Names that stand beside the expression, or mean something else without a path.
const TAKEN: &[&str] = &[
    "ApiKey",
    "Authenticate",
    "Basic",
    "Bearer",
    "Box",
    "Client",
    "Credential",
    "Err",
    "NoAuth",
    "None",
    "Ok",
    "Option",
    "Result",
    "Some",
];

/// An operation whose required values can be written down.
#[derive(Debug, Clone)]
pub struct Sample<'m> {
    /// The operation.
    pub operation: &'m Operation,
    /// The Rust name of its struct.
    pub name: String,
    /// The expression that makes it (`AuthTokenDeleteApi::new("service-id", "access-token-identifier")`).
    pub expression: String,
    /// The paths of what it names, below the crate's root.
    pub uses: Vec<String>,
}

/// The operation that shows best how to call one; none if each wants values that do not fit into a few lines.
#[must_use]
pub fn sample(model: &Model) -> Option<Sample<'_>> {
    let shown = |operation: &&Operation| {
        let raw = operation.body.as_ref().is_some_and(|body| body.media.value == Media::Raw);
        let plain = !raw && !structure::has_builder(operation) && !response::streams_events(operation);
        plain && operation.deprecated.is_none()
    };
    let samples = model.operations.iter().filter(shown).filter_map(|operation| of(model, operation));
    samples.min_by_key(|sample| (rank(sample), sample.expression.len()))
}

/// An operation with a body that holds something, and with a result, shows most.
fn rank(sample: &Sample<'_>) -> (bool, bool, bool) {
    let Sample { operation, expression, .. } = sample;
    let has_body = operation.body.as_ref().is_some_and(|body| body.required);
    (operation.success.len() != 1, !has_body, expression.contains("::new()"))
}

fn of<'m>(model: &'m Model, operation: &'m Operation) -> Option<Sample<'m>> {
    let mut writer = Writer { model, uses: BTreeMap::new() };
    let name = writer.named(&format!("endpoints::{}", ident_text(&operation.module)), &operation.rust)?;
    let parameters = operation.parameters.iter().filter(|parameter| text::is_required(parameter));
    let mut arguments = Vec::new();
    for parameter in parameters {
        arguments.push(writer.value(&parameter.ty, &parameter.shown, 0)?);
    }
    if let Some(body) = operation.body.as_ref().filter(|body| body.required) {
        arguments.push(writer.value(&body.ty, &body.shown, 0)?);
    }
    let mut uses: Vec<String> = writer.uses.into_values().collect();
    uses.sort_unstable();
    Some(Sample { operation, expression: call(&name, &arguments), name, uses })
}

/// `Name::new(…)`.
fn call(name: &str, arguments: &[String]) -> String {
    let line = format!("{name}::new({})", arguments.join(", "));
    if line.len() <= LONGEST_LINE { line } else { format!("{name}::new(\n    {},\n)", arguments.join(",\n    ")) }
}

/// Writes values, and notes what they name.
struct Writer<'m> {
    model: &'m Model,
    /// The path of each name.
    uses: BTreeMap<String, String>,
}

impl Writer<'_> {
    /// An item's name; none if it already stands for something else.
    fn named(&mut self, module: &str, name: &str) -> Option<String> {
        let name = ident_text(name);
        let path = format!("{module}::{name}");
        let free = !TAKEN.contains(&&*name) && self.uses.get(&name).is_none_or(|used| *used == path);
        free.then(|| {
            self.uses.insert(name.clone(), path);
            name
        })
    }

    /// A value of a type, which its field's name describes.
    fn value(&mut self, ty: &Type, of: &str, depth: usize) -> Option<String> {
        match ty {
            Type::String => Some(format!("{:?}", described(of))),
            Type::Boolean => Some("true".to_owned()),
            Type::Int32 | Type::Int64 => Some("1".to_owned()),
            Type::Float64 => Some("1.0".to_owned()),
            Type::Named(id) if depth < DEEPEST => self.named_value(id, depth),
            _ => None,
        }
    }

    fn named_value(&mut self, id: &TypeId, depth: usize) -> Option<String> {
        let def = self.model.get(id);
        if def.replaced.is_some() || def.deprecated.is_some() {
            return None;
        }
        match &def.shape {
            Shape::Enum(shape) => {
                let variant = ident_text(&shape.values.first()?.rust);
                Some(format!("{}::{variant}", self.type_name(def)?))
            }
            Shape::Struct(shape) => self.object(def, shape, depth),
            Shape::Union(_) | Shape::Opaque => None,
        }
    }

    fn type_name(&mut self, def: &TypeDef) -> Option<String> {
        self.named(&ident_text(&def.module), &def.rust)
    }

    /// `Type::new(…)`, where every required value is of a plain kind.
    fn object(&mut self, def: &TypeDef, shape: &Struct, depth: usize) -> Option<String> {
        let required: Vec<&Field> = shape.fields.iter().filter(|field| field.presence.value.is_required()).collect();
        let plain = |field: &&Field| is_plain(field, def.usage.received);
        if required.len() > POSITIONAL || !required.iter().all(plain) {
            return None;
        }
        let name = self.type_name(def)?;
        let values: Option<Vec<String>> =
            required.iter().map(|field| self.value(&field.ty, &field.shown, depth + 1)).collect();
        Some(format!("{name}::new({})", values?.join(", ")))
    }
}

/// Whether `new` takes the value itself: no `Option`, and nothing preset.
fn is_plain(field: &Field, received: bool) -> bool {
    let never_null = match field.presence.value {
        Presence::Required => true,
        Presence::RequiredNullUnstated => !received,
        Presence::RequiredNullable | Presence::Optional | Presence::OptionalNullable => false,
    };
    never_null && field.constant.is_none()
}

/// A text that says what belongs there.
fn described(of: &str) -> String {
    let words = heck::ToKebabCase::to_kebab_case(of);
    if words.is_empty() { "a-text".to_owned() } else { words }
}
