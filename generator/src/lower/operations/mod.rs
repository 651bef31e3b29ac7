//! Group pages (`sdks/*/README.md`) to the model's operations.
//!
//! In: parsed pages and what is known of the model pages. Out: [`crate::model::Operation`]s, and which pages were only their
//! request wrappers and response envelopes. It must not know Rust tokens.

mod read;
mod rows;
mod usage;
mod written;

pub use read::read_operations;
pub use written::{ErrorRow, ParameterRow, SectionAsWritten, Usage};
