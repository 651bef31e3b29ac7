//! Which type names which, for the pictures of the survey's page.
//!
//! In: the model. Out: plain data, as JSON that may stand in a script. It must not know how a picture is drawn.

use crate::{
    model::ANY_SUCCESS,
    model::{Model, Operation, Place, Presence, Shape, Type, TypeDef, TypeId},
};
use serde::Serialize;

/// Types and operations, each by its index.
#[derive(Serialize)]
struct Graph {
    types: Vec<Node>,
    operations: Vec<Node>,
}

/// A type or an operation.
#[derive(Serialize)]
struct Node {
    /// What it is called, also in rules.
    id: String,
    /// `struct`, or the HTTP method and path.
    kind: String,
    /// The page and line.
    at: String,
    rows: Vec<Row>,
}

/// A field, a value, a member, a parameter or a body: its name, its type in words, and the index of the type that it names.
#[derive(Serialize)]
struct Row(String, String, Option<usize>);

/// The graph as JSON in which no text can end the script that holds it.
///
/// # Panics
/// Never: texts and numbers are JSON.
pub fn json(model: &Model) -> String {
    let types = model.types.iter().map(|(id, definition)| of_type(model, id, definition)).collect();
    let operations = model.operations.iter().map(|operation| of_operation(model, operation)).collect();
    serde_json::to_string(&Graph { types, operations }).expect("texts and numbers are JSON").replace('<', "\\u003c")
}

fn of_type(model: &Model, id: &TypeId, definition: &TypeDef) -> Node {
    let (kind, rows) = match &definition.shape {
        Shape::Struct(shape) => {
            let fields = shape.fields.iter().map(|it| row(model, &named(&it.doc_name, it.presence.value), &it.ty));
            ("struct", fields.chain(shape.additional.iter().map(|ty| row(model, "any other key", ty))).collect())
        }
        Shape::Enum(shape) => {
            ("enum", shape.values.iter().map(|value| Row(value.wire.to_string(), String::new(), None)).collect())
        }
        Shape::Union(shape) => ("union", shape.members.iter().map(|it| row(model, "or", &it.ty)).collect()),
        Shape::Opaque => ("opaque", Vec::new()),
    };
    Node {
        id: id.to_string(),
        kind: kind.to_owned(),
        at: definition.source.at_line(definition.source.line).unwrap_or_default(),
        rows,
    }
}

fn of_operation(model: &Model, operation: &Operation) -> Node {
    let parameters = operation.parameters.iter().map(|it| {
        let place = match it.place.value {
            Place::Path => "path",
            Place::Query => "query",
            Place::Header => "header",
        };
        row(model, &format!("{place} {}", named(&it.doc_name, it.presence.value)), &it.ty)
    });
    let body = operation.body.iter().map(|body| row(model, "body", &body.ty));
    let success = operation.success.iter().map(|body| {
        let status = body.status.as_ref().map_or_else(|| ANY_SUCCESS.to_owned(), |status| status.value.to_string());
        row(model, &status, &body.ty)
    });
    let errors =
        operation.errors.iter().map(|error| row(model, &error.status.to_string(), &Type::Named(error.ty.clone())));
    Node {
        id: operation.id.clone(),
        kind: format!("{} {}", operation.method, operation.path),
        at: operation.source.at_line(operation.source.line).unwrap_or_default(),
        rows: parameters.chain(body).chain(success).chain(errors).collect(),
    }
}

fn row(model: &Model, name: &str, ty: &Type) -> Row {
    Row(name.to_owned(), words(ty), ty.named().and_then(|id| model.types.get_index_of(id)))
}

/// `age?` for what may be absent.
fn named(name: &str, presence: Presence) -> String {
    if presence.is_required() { name.to_owned() } else { format!("{name}?") }
}

fn words(ty: &Type) -> String {
    match ty {
        Type::Array(inner) => format!("list of {}", words(inner)),
        Type::Map(inner) => format!("map of {}", words(inner)),
        Type::Nullable(inner) => format!("{} or null", words(inner)),
        Type::EventStream(inner) => format!("events of {}", words(inner)),
        Type::Named(id) => id.parts().1.to_owned(),
        Type::String => "text".to_owned(),
        Type::Boolean => "true or false".to_owned(),
        Type::Int32 | Type::Int64 => "integer".to_owned(),
        Type::Float32 | Type::Float64 | Type::Number => "number".to_owned(),
        Type::Decimal => "decimal".to_owned(),
        Type::DateTime => "date and time".to_owned(),
        Type::Date => "date".to_owned(),
        Type::Bytes => "bytes".to_owned(),
        Type::Any => "any JSON".to_owned(),
    }
}
