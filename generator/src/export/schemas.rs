//! Types as JSON schemas.
//!
//! In: the model's types. Out: the document's schemas. It must not know operations.

use super::{Assumed, Names, Object, files::files, insert_mark, insert_text, object};
use crate::model::{Enum, Field, Model, Role, Shape, Struct, Type, TypeDef, TypeId, Union};
use serde_json::{Value, json};

/// The schemas of all named types, credentials excepted.
pub fn components(model: &Model, names: &Names<'_>) -> Object {
    let schemas = model.types.iter().filter(|(_, definition)| definition.role != Role::Security);
    let files = files(model);
    let component = |id, definition| component(id, definition, files.contains(id), names);
    schemas.map(|(id, definition)| (names.schema(id).to_owned(), component(id, definition))).collect()
}

fn component(id: &TypeId, definition: &TypeDef, is_file: bool, names: &Names<'_>) -> Value {
    let mut schema = match &definition.shape {
        Shape::Struct(_) if is_file => object(json!({ "type": "string", "format": "binary" })),
        Shape::Struct(shape) => structure(shape, names),
        Shape::Enum(shape) => enumeration(shape),
        Shape::Union(shape) => union(shape, names),
        Shape::Opaque => Object::new(),
    };
    insert_text(&mut schema, "description", definition.docs.as_ref());
    insert_mark(&mut schema, "deprecated", definition.deprecated.is_some());
    schema.insert("x-rust-type".into(), names.rust_path(id).into());
    schema.insert("x-source".into(), json!(definition.source));
    schema.into()
}

fn structure(shape: &Struct, names: &Names<'_>) -> Object {
    let mut schema = object(json!({ "type": "object" }));
    if !shape.fields.is_empty() {
        let properties: Object =
            shape.fields.iter().map(|field| (field.wire.value.clone(), property(field, names))).collect();
        schema.insert("properties".into(), properties.into());
    }
    let mut required: Vec<&str> = Vec::new();
    for field in shape.fields.iter().filter(|field| field.presence.value.is_required()) {
        if !required.contains(&field.wire.value.as_str()) {
            required.push(&field.wire.value);
        }
    }
    if !required.is_empty() {
        schema.insert("required".into(), required.into());
    }
    if let Some(additional) = &shape.additional {
        schema.insert("additionalProperties".into(), schema_of(additional, names));
    }
    schema
}

fn property(field: &Field, names: &Names<'_>) -> Value {
    let mut value = schema_of(&field.ty, names);
    if let (Some(constant), Some(schema)) = (&field.constant, value.as_object_mut())
        && !schema.contains_key("$ref")
    {
        schema.insert("const".into(), (&constant.value).into());
    }
    if field.presence.value.is_nullable() {
        value = nullable(value);
    }
    let mut schema = object(value);
    insert_text(&mut schema, "description", field.docs.as_ref());
    insert_mark(&mut schema, "deprecated", field.deprecated.is_some());
    let assumed = Assumed::default().fact("wire", &field.wire);
    let assumed = field.constant.iter().fold(assumed, |assumed, constant| assumed.fact("constant", constant));
    field.sent_unasked.iter().fold(assumed, |assumed, basis| assumed.basis("sent unasked", basis)).note(&mut schema);
    schema.into()
}

fn enumeration(shape: &Enum) -> Object {
    let values: Vec<Value> = shape.values.iter().map(|value| (&value.wire).into()).collect();
    let kind = if shape.integer { "integer" } else { "string" };
    object(json!({ "type": kind, "enum": values }))
}

fn union(shape: &Union, names: &Names<'_>) -> Object {
    let members: Vec<Value> = shape.members.iter().map(|member| schema_of(&member.ty, names)).collect();
    let mut schema = object(json!({ "oneOf": members }));
    if let Some(fact) = &shape.discriminator {
        let mut mapping = Object::new();
        for (value, index) in &fact.value.mapping {
            if let Some(Type::Named(id)) = shape.members.get(*index).map(|member| &member.ty) {
                mapping.insert(value.clone(), names.reference(id).into());
            }
        }
        let discriminator = json!({ "propertyName": fact.value.property, "mapping": mapping });
        // A discriminator is legal only where all that it chooses among are references.
        let all_named = shape.members.iter().all(|member| matches!(member.ty, Type::Named(_)));
        schema.insert(if all_named { "discriminator" } else { "x-discriminator" }.into(), discriminator);
        Assumed::default().fact("discriminator", fact).note(&mut schema);
    }
    schema
}

/// The schema of a type expression.
pub fn schema_of(ty: &Type, names: &Names<'_>) -> Value {
    match ty {
        Type::Any => json!({}),
        Type::Array(item) => json!({ "type": "array", "items": schema_of(item, names) }),
        Type::Map(item) => json!({ "type": "object", "additionalProperties": schema_of(item, names) }),
        Type::Nullable(inner) => nullable(schema_of(inner, names)),
        Type::Named(id) => json!({ "$ref": names.reference(id) }),
        Type::EventStream(event) => schema_of(event, names),
        scalar => match scalar_words(scalar) {
            (kind, None) => json!({ "type": kind }),
            (kind, Some(format)) => json!({ "type": kind, "format": format }),
        },
    }
}

/// Type and format of a type without parts.
fn scalar_words(ty: &Type) -> (&'static str, Option<&'static str>) {
    match ty {
        Type::Boolean => ("boolean", None),
        Type::Int32 => ("integer", Some("int32")),
        Type::Int64 => ("integer", Some("int64")),
        Type::Float32 => ("number", Some("float")),
        Type::Float64 => ("number", Some("double")),
        Type::Number => ("number", None),
        Type::Decimal => ("number", Some("decimal")),
        Type::DateTime => ("string", Some("date-time")),
        Type::Date => ("string", Some("date")),
        Type::Bytes => ("string", Some("byte")),
        Type::String
        | Type::Any
        | Type::Array(_)
        | Type::Map(_)
        | Type::Nullable(_)
        | Type::Named(_)
        | Type::EventStream(_) => ("string", None),
    }
}

/// The schema, or null.
fn nullable(schema: Value) -> Value {
    match schema.get("type").and_then(Value::as_str) {
        Some(kind) if schema.get("const").is_none() => {
            let mut both = schema.clone();
            both["type"] = json!([kind, "null"]);
            both
        }
        _ => json!({ "anyOf": [schema, { "type": "null" }] }),
    }
}
