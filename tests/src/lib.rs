//! Nothing but the Rust of README.md, as doc tests: this package is its tests.

/// What the README shows compiles and runs.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
