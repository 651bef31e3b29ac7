//! The tables of the seven languages.
//!
//! In: a language. Out: its table. They are data: what they mean is known to the scanners.

mod csharp;
mod go;
mod java;
mod php;
mod python;
mod ruby;
mod typescript;

use super::{Key, table};
use crate::dialect::Language;
use table::Table;

/// The table of a language.
pub fn of(language: Language) -> &'static Table {
    match language {
        Language::Java => &java::TABLE,
        Language::Csharp => &csharp::TABLE,
        Language::Typescript => &typescript::TABLE,
        Language::Python => &python::TABLE,
        Language::Go => &go::TABLE,
        Language::Php => &php::TABLE,
        Language::Ruby => &ruby::TABLE,
    }
}
