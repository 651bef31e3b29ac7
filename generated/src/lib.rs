// Generated from the docs by `tablature generate`. Do not edit.

//! Types and typed endpoints of the Authlete API.
//!
//! Structs have a builder, `Type::builder()`; what is required must be set before it can build.
//! Fields that this crate does not know are kept in `extra()` and written back.
//!
//! # Enums grow
//!
//! The API may send values that this version does not list. They are read as `Unknown`, and written back as they came. When a
//! later version lists such a value, it becomes a variant, so do not look into `Unknown`: match the variants that you know, and
//! treat all others alike.
//!
//! ```
//! use authlete_api::operations::AuthTokenCreateApiAction;
//!
//! fn describe(value: &AuthTokenCreateApiAction) -> &str {
//!     match value {
//!         AuthTokenCreateApiAction::InternalServerError => "the one that is meant",
//!         other => other.as_str(),
//!     }
//! }
//! ```

#![allow(deprecated)] // what the API deprecates is still read and written
#![allow(clippy::doc_markdown)] // the prose is the vendor's
#![allow(clippy::large_enum_variant)] // boxes are where types are recursive, so that values stay plain to build and match
#![allow(clippy::struct_excessive_bools)] // the API's objects are as they are
#![allow(clippy::struct_field_names)] // so are the names of their fields

#[rustfmt::skip]
mod api;
#[rustfmt::skip]
pub mod call;
#[rustfmt::skip]
pub mod support;

pub use api::*;
