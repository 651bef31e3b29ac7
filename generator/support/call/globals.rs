//! Values that a client is made with, for all operations that have a parameter for them.
//!
//! In: values, with the places and names of parameters. Out: the same values, for calls that give none of their own. It must not know
//! operations.

use super::draft::RequestError;
use serde::Serialize;
use serde_json::Value;
use std::fmt;

/// Where a parameter travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// In a header.
    Header,
}

/// A parameter, and the value that calls send unless they give another, or why it cannot be sent.
type Row = ((Place, &'static str), Result<Value, RequestError>);

/// Values for parameters, by their places and wire names: what a call sends where it gives none itself.
#[derive(Clone, Default)]
pub struct Globals {
    rows: Vec<Row>,
}

/// Without the values.
impl fmt::Debug for Globals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.rows.iter().map(|((_, name), _)| name)).finish()
    }
}

impl Globals {
    /// Sets a value; absent or null for none. One that cannot be sent is an error of each call that needs it.
    pub fn set<T: Serialize + ?Sized>(&mut self, place: Place, name: &'static str, value: &T) {
        self.rows.retain(|(key, _)| *key != (place, name));
        self.rows.push(((place, name), json(name, value)));
    }

    /// The value of a parameter that a call does not give; null for none.
    pub(super) fn get(&self, place: Place, name: &str) -> Result<Value, RequestError> {
        let row = self.rows.iter().find(|(key, _)| *key == (place, name));
        row.map_or(Ok(Value::Null), |(_, value)| value.clone())
    }
}

/// A parameter's value as JSON.
pub(super) fn json<T: Serialize + ?Sized>(name: &'static str, value: &T) -> Result<Value, RequestError> {
    serde_json::to_value(value).map_err(|error| RequestError::Value { name, reason: error.to_string() })
}
