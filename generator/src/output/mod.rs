//! Files on disk.
//!
//! In: the files of a run and the folder that they belong in. Out: that folder brought up to date, or how it differs.
//! It must not know what is in the files, but for the mark of generated ones. What the generator wrote stands in a list in the
//! folder, with the hash of each file.

mod compare;
mod folder;
mod owned;
mod pages;
mod staging;
mod unified;
mod write;

pub use compare::{Change, Drift, compare};
pub use folder::is_generated;
pub use owned::{LOCK_FILE, Origin};
pub use pages::{put, take};
pub use unified::unified;
pub use write::{Others, WriteError, Written, write};

use camino::Utf8PathBuf;

/// A file to write, relative to the output folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutFile {
    /// Path with `/` between parts, below the crate's folder (`src/api/components/property.rs`).
    pub path: Utf8PathBuf,
    /// Its text.
    pub text: String,
}

/// What a crate's folder is to hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    /// Files that are the generator's: each run brings them up to date.
    pub files: Vec<OutFile>,
    /// Files that are written where there are none, and are the user's from then on.
    pub once: Vec<OutFile>,
}

impl Tree {
    /// Files of the generator alone.
    #[must_use]
    pub fn of(files: Vec<OutFile>) -> Self {
        Self { files, once: Vec::new() }
    }
}
