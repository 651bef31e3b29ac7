//! The model to Rust text.
