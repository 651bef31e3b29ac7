//! Files on disk.

use camino::Utf8PathBuf;

/// A file to write, relative to the output folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutFile {
    /// Path with `/` between parts, below the crate's folder (`src/api/components/property.rs`).
    pub path: Utf8PathBuf,
    /// Its text.
    pub text: String,
}
