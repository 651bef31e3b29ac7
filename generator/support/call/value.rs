//! Values of parameters as text.
//!
//! In: JSON. Out: the plain texts, lists of texts and named texts that paths, queries, headers and forms
//! are made of. It must not know how they are joined or escaped.

use serde_json::Value;

/// A parameter's value, as far as URLs and headers can hold it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Flat {
    /// Left out: absent or null.
    Nothing,
    /// One text.
    One(String),
    /// The texts of a list.
    Many(Vec<String>),
    /// The members of an object.
    Named(Vec<(String, Value)>),
}

impl From<Value> for Flat {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Nothing,
            Value::Array(items) => Self::Many(items.iter().filter_map(text).collect()),
            Value::Object(members) => Self::Named(members.into_iter().collect()),
            scalar => text(&scalar).map_or(Self::Nothing, Self::One),
        }
    }
}

/// A JSON value as the text of one value: strings without quotes, null as nothing, structures as JSON.
pub(crate) fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

/// The leaves of an object as `a[b][c]` and text; the items of a list share one name.
pub(crate) fn leaves(name: &str, value: &Value, into: &mut Vec<(String, String)>) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                leaves(&format!("{name}[{key}]"), member, into);
            }
        }
        Value::Array(items) => into.extend(items.iter().filter_map(text).map(|text| (name.to_owned(), text))),
        scalar => into.extend(text(scalar).map(|text| (name.to_owned(), text))),
    }
}
