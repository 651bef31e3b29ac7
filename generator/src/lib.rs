//! Tablature reads the markdown pages of an SDK's docs folder and writes a Rust crate of API types and endpoints.
//!
//! A build script calls it by [`Builder`], everyone else by [`mod@generate`], whose functions are pure:
//!
//! ```
//! use tablature::{config::Config, generate::generate, source::Sources};
//!
//! let page = "# Color\n\n## Values\n\n| Name | Value |\n| - | - |\n| `RED` | red |\n";
//! let group = "# Pets\n\n## list\n\n### Example Usage\n\n\
//!     <!-- UsageSnippet language=\"java\" operationID=\"list\" method=\"get\" path=\"/pets\" -->\n";
//! let sources = Sources::from_memory([("models/components/Color.md", page), ("sdks/pets/README.md", group)]);
//! let generated = generate(&sources, &Config::default());
//! let file = generated.files.iter().find(|file| file.path == "src/api/components/color.rs").unwrap();
//! assert!(file.text.contains("pub enum Color"));
//! ```
//!
//! The modules of the pipeline, in order; arrows between them only go down this list:
//!
//! - [`source`]: files, spans, diagnostics
//! - `page`: markdown to headings, tables, cells
//! - [`front_page`]: the page that introduces an SDK
//! - [`annotations`]: what the SDK's source states
//! - [`dialect`]: type cells of the seven SDK languages
//! - [`lower`]: pages to the model
//! - [`model`]: the API as plain data
//! - [`emit`]: the model to Rust
//! - [`output`]: files on disk
//!
//! Beside the way stand `naming` (names, their words and spellings), [`config`] (what the user asks for), [`render`] (findings as
//! text), [`export`] and [`survey`] (other readings of the model), [`diff`] (two of them), [`specs`] (which pages come in and go out), and `cli`, the command
//! line.

pub mod annotations;
mod beside;
mod builder;
#[cfg(feature = "cli")]
pub mod cli;
pub mod config;
pub mod dialect;
pub mod diff;
pub mod emit;
pub mod export;
pub mod front_page;
pub mod generate;
mod guesses;
pub mod lower;
mod manifest;
pub mod model;
mod naming;
pub mod output;
mod page;
pub mod render;
pub mod source;
pub mod specs;
pub mod survey;

pub use builder::{BuildError, Builder};
