//! The output folder as it is: which files lie where the generator writes, and which of them bear its mark.
//!
//! In: the folder. Out: paths relative to it, sorted. It must not know what is to be written.

use super::WriteError;
use camino::{Utf8Path, Utf8PathBuf};
use std::io::{self, Read};

/// The folder, below the crate's, that belongs to the generator alone.
const OWNED: &str = "src/api";

/// The folder that may hold generated files beside those of the user.
const SHARED: &str = "src";

/// How the first line of a generated Rust file begins.
const MARK: &str = "// Generated ";

/// A file that lies where the generator writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Present {
    /// Path relative to the output folder, with `/` between parts.
    pub path: Utf8PathBuf,
    /// Whether its first line says that it is generated.
    pub generated: bool,
}

/// Whether a text opens with the line that generated files bear.
#[must_use]
pub fn is_generated(text: &str) -> bool {
    text.starts_with(MARK)
}

/// The files of `out` that the generator could have written: all below `src/api`, and marked ones elsewhere below `src`.
pub fn present(out: &Utf8Path) -> Result<Vec<Present>, WriteError> {
    let mut found = Vec::new();
    let root = out.join(SHARED);
    if !root.is_dir() || root.is_symlink() {
        return Ok(found);
    }
    for entry in ignore::WalkBuilder::new(&root).standard_filters(false).follow_links(false).build() {
        let entry = entry.map_err(|error| WriteError::new("read", &root, io::Error::other(error)))?;
        let Some(path) = Utf8Path::from_path(entry.path()) else { continue };
        if entry.file_type().is_some_and(|kind| kind.is_dir()) {
            continue;
        }
        let inside = relative(out, path);
        let generated = bears_mark(path)?;
        if generated || inside.starts_with(OWNED) {
            found.push(Present { path: inside, generated });
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

fn relative(out: &Utf8Path, path: &Utf8Path) -> Utf8PathBuf {
    let inside = path.strip_prefix(out).unwrap_or(path);
    inside.components().map(|part| part.as_str()).collect::<Vec<_>>().join("/").into()
}

/// Reads only as much of a file as the mark is long. What is no regular file bears none.
fn bears_mark(path: &Utf8Path) -> Result<bool, WriteError> {
    if !path.symlink_metadata().is_ok_and(|data| data.is_file()) {
        return Ok(false);
    }
    let mut start = Vec::with_capacity(MARK.len());
    std::fs::File::open(path)
        .and_then(|file| file.take(MARK.len() as u64).read_to_end(&mut start))
        .map_err(|error| WriteError::new("read", path, error))?;
    Ok(start == MARK.as_bytes())
}
