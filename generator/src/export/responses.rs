//! Bodies: of requests, of successes, of errors.
//!
//! In: bodies of the model. Out: objects of the document. It must not know parameters.

use super::{Assumed, Names, Object, object, schemas::schema_of};
use crate::model::{ANY_SUCCESS, Body, ErrorBody, Operation, SuccessBody, Type};
use serde_json::{Value, json};

/// A request body; the description is the schema's own if the parameter has none.
pub fn request_body(body: &Body, names: &Names<'_>) -> Value {
    let mut media = object(json!({ "schema": whole_body(&body.ty, names) }));
    Assumed::default().fact("media", &body.media).basis("body", &body.basis).note(&mut media);
    let mut content = Object::new();
    let usual = body.media.value.usual_type();
    content.insert(body.media_type.as_ref().map_or(usual, |name| &name.value).into(), media.clone().into());
    for also in &body.also {
        content.entry(also.value.usual_type()).or_insert_with(|| json!({ "schema": media["schema"] }));
    }
    let mut request = object(json!({ "content": content, "required": body.required }));
    super::insert_text(&mut request, "description", body.docs.as_ref());
    request.into()
}

/// The schema of a whole body: bytes are raw, and a type without a page says which Rust type it is.
fn whole_body(ty: &Type, names: &Names<'_>) -> Value {
    let mut schema = match ty {
        Type::Bytes => json!({ "type": "string", "format": "binary" }),
        other => schema_of(other, names),
    };
    if !matches!(ty, Type::Named(_) | Type::Bytes | Type::EventStream(_)) {
        schema["x-rust-type"] = names.rust(ty).into();
    }
    schema
}

/// The responses by status.
pub fn responses(operation: &Operation, names: &Names<'_>) -> Object {
    let mut responses = Object::new();
    if operation.success.is_empty() {
        let status = status_key(operation.status.as_ref().map(|status| status.value));
        responses.insert(status, json!({ "description": "Success" }));
    }
    for status in &operation.bodiless {
        responses.entry(status.value.to_string()).or_insert_with(|| json!({ "description": "Success" }));
    }
    operation.success.iter().for_each(|body| add_success(&mut responses, body, names));
    operation.errors.iter().for_each(|error| add_error(&mut responses, error, names));
    for status in &operation.bodiless_errors {
        responses.entry(status.value.to_string()).or_insert_with(|| json!({ "description": "Error" }));
    }
    responses
}

fn add_success(responses: &mut Object, body: &SuccessBody, names: &Names<'_>) {
    let description = body.docs.as_deref().unwrap_or("Success");
    let mut media = object(json!({ "schema": whole_body(&body.ty, names) }));
    Assumed::default().fact("media", &body.media).note(&mut media);
    let statuses: Vec<u16> = body.status.iter().chain(&body.also).map(|status| status.value).collect();
    if statuses.is_empty() {
        add(responses, ANY_SUCCESS, description, &body.media.value, media);
        return;
    }
    for status in statuses {
        add(responses, &status.to_string(), description, &body.media.value, media.clone());
    }
}

fn status_key(status: Option<u16>) -> String {
    status.map_or_else(|| ANY_SUCCESS.to_owned(), |status| status.to_string())
}

fn add_error(responses: &mut Object, error: &ErrorBody, names: &Names<'_>) {
    let media = object(json!({ "schema": { "$ref": names.reference(&error.ty) } }));
    add(responses, &error.status.to_string(), "Error", &error.media, media);
}

fn add(responses: &mut Object, status: &str, description: &str, media_type: &str, media: Object) {
    let response = responses.entry(status).or_insert_with(|| json!({ "description": description, "content": {} }));
    let addition = json!({ "content": { media_type: media } });
    merge_content(response, &addition);
}

/// Adds the media types of one body or response to another; two schemas of one media type become alternatives.
pub fn merge_content(into: &mut Value, from: &Value) {
    let Some(additions) = from["content"].as_object() else { return };
    for (media_type, media) in additions {
        let present = &mut into["content"][media_type];
        if present.is_null() {
            *present = media.clone();
        } else {
            present["schema"] = either(present["schema"].take(), &media["schema"]);
        }
    }
}

fn either(one: Value, other: &Value) -> Value {
    if one == *other {
        return one;
    }
    match one.get("anyOf").and_then(Value::as_array) {
        Some(members) if members.contains(other) => one,
        Some(members) => json!({ "anyOf": members.iter().chain([other]).collect::<Vec<_>>() }),
        None => json!({ "anyOf": [one, other] }),
    }
}
