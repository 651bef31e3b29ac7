//! What differs between a folder and the files that would be written there.
//!
//! In: the files of a run and the folder. Out: one entry a difference, sorted by path. It must not write.

use super::{LOCK_FILE, Origin, OutFile, Tree, WriteError, folder, owned::Owned};
use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;
use std::{
    collections::{BTreeSet, HashSet},
    io,
};

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
        /// Who wrote what is there.
        origin: Origin,
    },
    /// It was generated, or lies in the generator's folder, and would not be written.
    Orphan(Origin),
}

/// A file that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drift {
    /// Path relative to the output folder.
    pub path: Utf8PathBuf,
    /// How.
    pub change: Change,
}

impl Drift {
    /// Whether what is there is not the generator's own, so that `generate` keeps it unless it is told otherwise.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        matches!(
            self.change,
            Change::Differs { origin: Origin::Edited | Origin::Foreign, .. }
                | Change::Orphan(Origin::Edited | Origin::Foreign)
        )
    }
}

/// Compares the folder `out` with the files that would be written there, and with the list of them.
///
/// # Errors
/// When a file in the folder cannot be read.
///
/// ```
/// use tablature::output::{Change, OutFile, Tree, compare};
/// let wanted = Tree::of(vec![OutFile { path: "src/lib.rs".into(), text: String::new() }]);
/// let drift = compare(&wanted, "no/such/folder".into()).unwrap();
/// assert_eq!(drift[0].change, Change::Missing);
/// ```
pub fn compare(tree: &Tree, out: &Utf8Path) -> Result<Vec<Drift>, WriteError> {
    let owned = Owned::read(out)?;
    let files = &tree.files;
    let list = OutFile { path: LOCK_FILE.into(), text: Owned::of(files).to_text() };
    let compared = files.par_iter().chain([&list]).map(|file| compare_one(file, out, &owned));
    let changes: Vec<_> = compared.collect::<Result<_, _>>()?;
    let mut drift: Vec<Drift> = changes.into_iter().flatten().collect();
    let absent = tree.once.iter().filter(|file| !out.join(&file.path).is_file());
    drift.extend(absent.map(|file| Drift { path: file.path.clone(), change: Change::Missing }));
    drift.extend(orphans(files, out, &owned)?);
    drift.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(drift)
}

fn compare_one(file: &OutFile, out: &Utf8Path, owned: &Owned) -> Result<Option<Drift>, WriteError> {
    let path = out.join(&file.path);
    let change = match read_regular(&path) {
        Ok(bytes) if bytes == file.text.as_bytes() => return Ok(None),
        Ok(bytes) => Change::Differs {
            origin: if folder::is_regular(&path) { owned.origin(&file.path, &bytes) } else { Origin::Generated },
            present: String::from_utf8_lossy(&bytes).into_owned(),
            wanted: file.text.clone(),
        },
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

/// Files that were generated, or lie in the generator's folder, and are not among `files`.
fn orphans(files: &[OutFile], out: &Utf8Path, owned: &Owned) -> Result<Vec<Drift>, WriteError> {
    let wanted: HashSet<&Utf8Path> = files.iter().map(|file| file.path.as_path()).collect();
    let mut there: BTreeSet<Utf8PathBuf> = folder::files_below(out, folder::OWNED)?.into_iter().collect();
    if owned.is_listed() {
        there.extend(owned.paths().filter(|path| is_there(out, path)).map(Utf8Path::to_owned));
    } else {
        there.extend(marked(out)?);
    }
    let left = there.into_iter().filter(|path| !wanted.contains(path.as_path()));
    left.map(|path| Ok(Drift { change: Change::Orphan(origin(out, &path, owned)?), path })).collect()
}

/// Whether a listed file is there, and not behind a link.
fn is_there(out: &Utf8Path, path: &Utf8Path) -> bool {
    let whole = out.join(path);
    folder::is_regular(&whole) && !folder::leads_away(out, &whole)
}

/// The files below `src` that bear the mark.
fn marked(out: &Utf8Path) -> Result<Vec<Utf8PathBuf>, WriteError> {
    let mut marked = Vec::new();
    for path in folder::files_below(out, folder::SHARED)? {
        if folder::bears_mark(&out.join(&path))? {
            marked.push(path);
        }
    }
    Ok(marked)
}

fn origin(out: &Utf8Path, path: &Utf8Path, owned: &Owned) -> Result<Origin, WriteError> {
    let whole = out.join(path);
    if !folder::is_regular(&whole) {
        return Ok(Origin::Foreign);
    }
    let bytes = std::fs::read(&whole).map_err(|error| WriteError::new("read", &whole, error))?;
    Ok(owned.origin(path, &bytes))
}
