//! The model in other forms.
//!
//! In: the model. Out: documents. It must not know pages or files.

mod about;
mod files;
mod names;
mod operations;
mod responses;
mod schemas;
mod security;
mod twins;

use crate::model::{Basis, Fact, Model};
use names::Names;
use serde_json::{Map, Value, json};

/// The version of OpenAPI that is written.
const OPENAPI: &str = "3.1.0";

/// An object of the document.
type Object = Map<String, Value>;

/// The model as an OpenAPI 3.1 document.
///
/// What it holds stands in the order of the pages. Facts that the docs do not state but the generator concluded are named, with the rule that concluded them, in `x-assumed`.
///
/// ```
/// let document = tablature::export::openapi(&tablature::model::Model::default());
/// assert_eq!(document["openapi"], "3.1.0");
/// ```
#[must_use]
pub fn openapi(model: &Model) -> Value {
    let names = Names::new(model);
    let mut document = object(json!({ "openapi": OPENAPI, "info": about::info(model) }));
    document.extend(about::external_docs(model).map(|docs| ("externalDocs".to_owned(), docs)));
    // Without servers, the base URL is the caller's to say: an empty list would mean the address of the document.
    if !model.servers.is_empty() {
        document.insert("servers".to_owned(), about::servers(&model.servers));
    }
    document.extend(object(json!({
        "security": security::global(model),
        "paths": operations::paths(model, &names),
        "components": {
            "schemas": schemas::components(model, &names),
            "securitySchemes": security::schemes(model),
        },
    })));
    document.into()
}

/// The document as text.
#[must_use]
pub fn openapi_text(model: &Model) -> String {
    serde_json::to_string_pretty(&openapi(model)).unwrap_or_default() + "\n"
}

/// Collects the assumed ones among the facts of one object.
#[derive(Debug, Default)]
struct Assumed(Object);

impl Assumed {
    fn fact<T>(self, name: &str, fact: &Fact<T>) -> Self {
        self.basis(name, &fact.basis)
    }

    fn basis(mut self, name: &str, basis: &Basis) -> Self {
        if let Some(rule) = basis.rule() {
            self.0.insert(name.to_owned(), rule.id().into());
        }
        self
    }

    /// Writes them into the object, if there are any.
    fn note(self, object: &mut Object) {
        if !self.0.is_empty() {
            object.insert("x-assumed".to_owned(), self.0.into());
        }
    }
}

/// Inserts a text that is there.
fn insert_text(object: &mut Object, key: &str, text: Option<&String>) {
    if let Some(text) = text {
        object.insert(key.to_owned(), text.as_str().into());
    }
}

/// Inserts a mark that is set.
fn insert_mark(object: &mut Object, key: &str, set: bool) {
    if set {
        object.insert(key.to_owned(), true.into());
    }
}

/// The object that a `json!({…})` is.
fn object(value: Value) -> Object {
    match value {
        Value::Object(object) => object,
        _ => Object::new(),
    }
}
