//! What is fuzzed: functions that take any bytes and panic when something does not hold of what comes of them.
//!
//! In: bytes. Out: nothing. `cargo test` runs them over their seeds and some mutations; `cargo fuzz` runs them for as long as it may.

mod generator;
mod responses;

pub use generator::{annotations, cell, config, front_page, lockfile, overrides, page};
pub use responses::{events, server_url, structure, union};

/// A function to fuzz.
pub type Target = fn(&[u8]);

/// What the generator reads, by the names of their folders of seeds. Each run generates two crates.
pub const READ: &[(&str, Target)] = &[
    ("annotations", annotations),
    ("cell", cell),
    ("config", config),
    ("front_page", front_page),
    ("lockfile", lockfile),
    ("overrides", overrides),
    ("page", page),
];

/// What generated crates read, likewise.
pub const RECEIVED: &[(&str, Target)] =
    &[("events", events), ("server_url", server_url), ("structure", structure), ("union", union)];
