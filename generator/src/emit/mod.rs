//! The model to Rust text.
//!
//! In: the [`Model`](crate::model::Model). Out: the files of a crate. It must not know markdown, and it cannot fail: what can
//! fail has failed while lowering.

pub mod endpoints;
mod rust_type;

pub use rust_type::{Scope, ident, ident_text, rust_type};
