//! The tables of the seven languages.
//!
//! In: a language. Out: its tables. They are data: what they mean is known to the scanners.

mod csharp;
mod go;
mod java;
mod java_methods;
mod php;
mod python;
mod ruby;
mod typescript;
mod typescript_classes;
mod typescript_methods;

use super::{Key, table};
use crate::dialect::Language;
use table::Table;

/// The tables of a language: the first by which some file is a call is that of an SDK.
pub fn of(language: Language) -> Vec<&'static Table> {
    match language {
        Language::Java => vec![&java::TABLE, &java_methods::TABLE],
        Language::Csharp => vec![&csharp::TABLE],
        Language::Typescript => {
            vec![&typescript::TABLE, &typescript_methods::TABLE, &typescript_classes::TABLE]
        }
        Language::Python => vec![&python::TABLE],
        Language::Go => vec![&go::TABLE],
        Language::Php => vec![&php::TABLE],
        Language::Ruby => vec![&ruby::TABLE],
    }
}
