//! Tablature reads the markdown pages of an SDK's docs folder and writes a Rust crate of API types and endpoints.
//!
//! The rooms of the way, in order; arrows between them only go down this list:
//!
//! - [`source`]: files, spans, diagnostics
//! - [`page`]: markdown to headings, tables, cells
//! - [`dialect`]: type cells and names of the seven SDK languages
//! - [`lower`]: pages to the model
//! - [`model`]: the API as plain data
//! - [`emit`]: the model to Rust
//! - [`output`]: files on disk
//!
//! Beside the way stand [`naming`] (names, their words and spellings), [`config`] (what the user asks for), [`mod@generate`] (the whole way as one pure function), [`render`]
//! (findings as text), [`export`] and [`survey`] (other readings of the model), and the doors: [`cli`] and [`Builder`].

mod builder;
#[cfg(feature = "cli")]
pub mod cli;
pub mod config;
pub mod dialect;
pub mod emit;
pub mod export;
pub mod generate;
pub mod lower;
pub mod model;
mod naming;
pub mod output;
mod page;
pub mod render;
pub mod source;
pub mod survey;

pub use builder::{BuildError, Builder};
