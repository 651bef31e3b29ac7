//! What the API is called, and where it is.
//!
//! In: the model. Out: the document's `info`, `servers` and `externalDocs`. It must not know operations.

use super::{Object, insert_text, object};
use crate::model::{Model, Server, ServerVariable};
use serde_json::{Value, json};

/// The title is the crate's name where the docs give none.
pub fn info(model: &Model) -> Object {
    let title = model.about.title.as_ref().map_or(&model.name, |title| &title.value);
    let mut info = object(json!({ "title": title, "version": "0.0.0" }));
    insert_text(&mut info, "description", model.about.summary.as_ref().map(|summary| &summary.value));
    info
}

/// The vendor's own documentation.
pub fn external_docs(model: &Model) -> Option<Value> {
    model.about.link.as_ref().map(|link| json!({ "url": link.value }))
}

/// Servers, the default first.
pub fn servers(servers: &[Server]) -> Value {
    servers.iter().map(server).collect()
}

fn server(server: &Server) -> Object {
    let mut described = object(json!({ "url": server.url.value }));
    insert_text(&mut described, "description", server.description.as_ref());
    insert_text(&mut described, "x-name", server.name.as_ref());
    if !server.variables.is_empty() {
        let variables = server.variables.iter().map(|it| (it.name.clone(), variable(it).into()));
        described.insert("variables".to_owned(), Value::Object(variables.collect()));
    }
    described
}

fn variable(variable: &ServerVariable) -> Object {
    let mut described = object(json!({ "default": variable.default }));
    if !variable.values.is_empty() {
        described.insert("enum".to_owned(), json!(variable.values));
    }
    insert_text(&mut described, "description", variable.description.as_ref());
    described
}
