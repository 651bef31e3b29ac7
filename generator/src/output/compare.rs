//! What differs between a folder and the files that would be written there.
//!
//! In: the files of a run and the folder. Out: one entry a difference, sorted by path. It must not write.

use super::{OutFile, WriteError, folder};
use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;
use std::{collections::HashSet, io};

/// How one file differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It would be written, and is not there.
    Missing,
    /// It is there with another text.
    Differs {
        /// What is there; bytes that are no text are replaced.
        present: String,
        /// What would be written.
        wanted: String,
    },
    /// It bears the mark of generated files, or lies in the generator's folder, and would not be written.
    Orphan {
        /// Whether it bears the mark, so that `generate` may remove it.
        generated: bool,
    },
}

/// A file that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drift {
    /// Path relative to the output folder.
    pub path: Utf8PathBuf,
    /// How.
    pub change: Change,
}

/// Compares the folder `out` with the files that would be written there.
///
/// # Errors
/// When a file in the folder cannot be read.
///
/// ```
/// use tablature::output::{compare, Change, OutFile};
/// let wanted = [OutFile { path: "src/lib.rs".into(), text: String::new() }];
/// let drift = compare(&wanted, "no/such/folder".into()).unwrap();
/// assert_eq!(drift[0].change, Change::Missing);
/// ```
pub fn compare(files: &[OutFile], out: &Utf8Path) -> Result<Vec<Drift>, WriteError> {
    let changes: Vec<_> = files.par_iter().map(|file| compare_one(file, out)).collect::<Result<_, _>>()?;
    let mut drift: Vec<Drift> = changes.into_iter().flatten().collect();
    drift.extend(orphans(files, out)?);
    drift.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(drift)
}

fn compare_one(file: &OutFile, out: &Utf8Path) -> Result<Option<Drift>, WriteError> {
    let path = out.join(&file.path);
    let change = match read_regular(&path) {
        Ok(bytes) if bytes == file.text.as_bytes() => return Ok(None),
        Ok(bytes) => {
            Change::Differs { present: String::from_utf8_lossy(&bytes).into_owned(), wanted: file.text.clone() }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Change::Missing,
        Err(error) => return Err(WriteError::new("read", &path, error)),
    };
    Ok(Some(Drift { path: file.path.clone(), change }))
}

/// The bytes of a file. A pipe or a device, of which nothing can be said before all of it is read, stands where a file is missing,
/// and so does a link that leads nowhere.
fn read_regular(path: &Utf8Path) -> io::Result<Vec<u8>> {
    match path.metadata() {
        Ok(data) if data.is_file() || data.is_dir() => std::fs::read(path),
        Err(error) if !path.is_symlink() => Err(error),
        _ => Err(io::ErrorKind::NotFound.into()),
    }
}

/// Files that lie where the generator writes and are not among `files`.
pub(super) fn orphans(files: &[OutFile], out: &Utf8Path) -> Result<Vec<Drift>, WriteError> {
    let wanted: HashSet<&Utf8Path> = files.iter().map(|file| file.path.as_path()).collect();
    let orphan = |file: folder::Present| {
        (!wanted.contains(file.path.as_path()))
            .then_some(Drift { path: file.path, change: Change::Orphan { generated: file.generated } })
    };
    Ok(folder::present(out)?.into_iter().filter_map(orphan).collect())
}
