//! Group pages (`sdks/*/README.md`) to the model's operations.
//!
//! In: parsed pages and what is known of the model pages. Out: [`crate::model::Operation`]s, and which pages were only their
//! request wrappers and response envelopes. It must not know Rust tokens.

mod argument;
mod assemble;
mod auth;
mod client;
mod error_rows;
mod media;
mod model_pages;
mod names;
mod older;
mod parts;
mod place;
mod request;
mod response;
mod sections;
mod security;
mod stated;
mod style;
mod together;
mod usage;
mod usage_code;
mod written;

pub use assemble::{Stated, lower_operations, read_sections};
pub use older::without_comment;
pub use place::placeholders;
pub use written::SectionAsWritten;
