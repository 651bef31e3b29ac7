//! The support code of generated crates, under the tables that the generator writes.

#![allow(dead_code)] // the macros write more methods than a test calls

mod conversions;
mod enums;
mod errors;
mod objects;
mod properties;
mod scalars;
mod unions;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// Reads and writes, and compares the JSON.
fn check_round_trip<T: DeserializeOwned + Serialize>(json: &str) -> T {
    let value: T = serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"));
    let written = serde_json::to_value(&value).unwrap();
    assert_eq!(written, serde_json::from_str::<Value>(json).unwrap());
    value
}

/// The path and the reason of the error that reading gives.
fn error_of<T: DeserializeOwned + std::fmt::Debug>(json: &str) -> String {
    crate::support::decode::<T>(json.as_bytes()).unwrap_err().to_string()
}
