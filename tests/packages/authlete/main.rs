//! Tests of what this repository makes of Authlete's API: its pages, its crate, and calls to a server that stands in for it.
//!
//! Another API brings other pages, and this package goes with those that it tests.

mod adapters;
mod examples;
mod first_program;
mod responses;
mod seed;
#[path = "../../endpoints/server.rs"]
mod server;
mod specs;
mod tokens;

use std::path::PathBuf;

/// The root of the repository.
fn workspace() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../..")
}
