//! Names: their words, their spellings, and the Rust items that are called by them.
//!
//! In: names as pages show them. Out: names of JSON and of Rust. It must not know pages, nor what bears a name.

mod acronyms;
pub mod crate_name;
mod files;
mod near;
mod rust;
mod unique;
mod words;

pub use acronyms::{plain, with_capitals};
pub use files::is_device;
pub use near::near;
pub use rust::{field_name, module, plain_variant_name, root_module, type_name, variant_name};
pub use unique::{numbered, unique, unique_with};
pub use words::{capitalized, convert, fold, words};
