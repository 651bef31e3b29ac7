//! Files on disk.
//!
//! In: the files of a run and the folder that they belong in. Out: that folder brought up to date, or how it differs.
//! It must not know what is in the files, but for the mark of generated ones.

mod compare;
mod folder;
mod unified;
mod write;

pub use compare::{Change, Drift, compare};
pub use folder::is_generated;
pub use unified::unified;
pub use write::{WriteError, Written, write};

use camino::Utf8PathBuf;

/// A file to write, relative to the output folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutFile {
    /// Path with `/` between parts, below the crate's folder (`src/api/components/property.rs`).
    pub path: Utf8PathBuf,
    /// Its text.
    pub text: String,
}
