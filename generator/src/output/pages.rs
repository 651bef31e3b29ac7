//! Single files of the user's, which are written and removed because the user asked for it.
//!
//! In: a folder, and paths in it. Out: the files. It must not know what they hold.

use super::{
    WriteError,
    write::{check_place, remove},
};
use camino::Utf8Path;
use std::{fs::File, io::Write as _};

/// Writes a file below a folder, as a whole or not at all.
///
/// # Errors
/// When it cannot be written, or would lie outside of the folder.
pub fn put(folder: &Utf8Path, path: &Utf8Path, text: &str) -> Result<(), WriteError> {
    check_place(folder, path)?;
    let whole = folder.join(path);
    let parent = whole.parent().unwrap_or(folder);
    let failed = |error| WriteError::new("write", &whole, error);
    std::fs::create_dir_all(parent).map_err(failed)?;
    // A temporary file of the crate's own making is its user's alone; this one others may read, as they may any new file.
    let mut file = tempfile::Builder::new().make_in(parent, |path| File::create_new(path)).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    file.persist(&whole).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Removes a file below a folder, and the folders that are empty without it.
///
/// # Errors
/// When it cannot be removed, or lies outside of the folder.
pub fn take(folder: &Utf8Path, path: &Utf8Path) -> Result<(), WriteError> {
    check_place(folder, path)?;
    remove(folder, path)
}
