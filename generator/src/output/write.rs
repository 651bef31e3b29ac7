//! Brings a folder up to date.
//!
//! In: the files of a run and the folder. Out: the folder holds just these files; those with the right text are not touched. It
//! must not know what is in them.
//!
//! All texts are written to a folder of their own beside `src/` first, and moved into place when the last of them is there: a disk
//! that is full, or a run that is killed, leaves the tree as it was. Moving is all that can be cut short, and leaves whole files.

use super::{Change, OutFile, compare::orphans};
use camino::{Utf8Component, Utf8Path, Utf8PathBuf};
use std::{
    fmt,
    fs::DirEntry,
    io,
    path::{Path, PathBuf},
    time::Duration,
};
use tempfile::TempDir;

/// A file that cannot be read or written.
#[derive(Debug)]
pub struct WriteError {
    verb: &'static str,
    path: Utf8PathBuf,
    source: io::Error,
}

impl WriteError {
    pub(super) fn new(verb: &'static str, path: &Utf8Path, source: io::Error) -> Self {
        Self { verb, path: path.to_owned(), source }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {} `{}`: {}", self.verb, self.path, self.source)
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

/// What a run did to the folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Files whose text changed or that are new.
    pub written: usize,
    /// Files that had the right text.
    pub unchanged: usize,
    /// Generated files that are no longer wanted, now gone.
    pub removed: Vec<Utf8PathBuf>,
    /// Files in the generator's folder that it did not write, and leaves alone.
    pub foreign: Vec<Utf8PathBuf>,
}

/// Writes the files whose text is not there yet, and removes generated files that are not among them.
///
/// `step` is called after each file.
///
/// # Errors
/// When a file cannot be written, or would lie outside `out`.
pub fn write(files: &[OutFile], out: &Utf8Path, mut step: impl FnMut()) -> Result<Written, WriteError> {
    let mut done = Written::default();
    let mut staged = Vec::new();
    let mut staging = None;
    for file in files {
        let path = target(out, &file.path)?;
        if is_there(file, &path) {
            done.unchanged += 1;
        } else {
            refuse_links(out, &path)?;
            let folder = match &staging {
                Some(folder) => folder,
                None => staging.insert(stage(out)?),
            };
            staged.push((write_aside(folder.path(), staged.len(), &file.text)?, path));
        }
        step();
    }
    done.written = staged.len();
    staged.iter().try_for_each(|(_, path)| make_room(path))?;
    staged.iter().try_for_each(|(aside, path)| move_into_place(aside, path))?;
    remove_orphans(files, out, &mut done)?;
    Ok(done)
}

/// Whether the text is there already, in a regular file.
fn is_there(file: &OutFile, path: &Utf8Path) -> bool {
    let may_be = path.metadata().is_ok_and(|data| data.is_file() && data.len() == file.text.len() as u64);
    may_be && std::fs::read(path).is_ok_and(|present| present == file.text.as_bytes())
}

/// How the name of a folder for texts that are not in place yet begins.
const STAGING: &str = ".tablature-";

/// Age from which such a folder is what a killed run left, and no other run's that goes on at this moment.
const STALE: Duration = Duration::from_secs(3600);

/// A new folder in `out`, which is gone when it is dropped.
fn stage(out: &Utf8Path) -> Result<TempDir, WriteError> {
    let failed = |error| WriteError::new("write to", out, error);
    std::fs::create_dir_all(out).map_err(failed)?;
    remove_stale(out);
    tempfile::Builder::new().prefix(STAGING).tempdir_in(out).map_err(failed)
}

/// Removes what runs that were killed have left.
fn remove_stale(out: &Utf8Path) {
    let is_stale = |entry: &DirEntry| {
        let age = entry.metadata().and_then(|data| data.modified()).ok().and_then(|time| time.elapsed().ok());
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        is_folder && entry.file_name().to_string_lossy().starts_with(STAGING) && age.is_some_and(|age| age > STALE)
    };
    let entries = std::fs::read_dir(out).into_iter().flatten().flatten();
    entries.filter(is_stale).for_each(|entry| drop(std::fs::remove_dir_all(entry.path())));
}

fn write_aside(folder: &Path, number: usize, text: &str) -> Result<PathBuf, WriteError> {
    let path = folder.join(number.to_string());
    let failed = |error| WriteError::new("write", Utf8Path::new(&path.to_string_lossy()), error);
    std::fs::write(&path, text).map_err(failed)?;
    Ok(path)
}

/// Makes the folder of a file, and sees that no folder stands in its place, while nothing is moved yet.
fn make_room(path: &Utf8Path) -> Result<(), WriteError> {
    let failed = |error| WriteError::new("write", path, error);
    if path.is_dir() {
        return Err(failed(io::ErrorKind::IsADirectory.into()));
    }
    path.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(failed)
}

fn move_into_place(aside: &Path, path: &Utf8Path) -> Result<(), WriteError> {
    std::fs::rename(aside, path).map_err(|error| WriteError::new("write", path, error))
}

/// The place of a file, which must lie below `out`.
fn target(out: &Utf8Path, path: &Utf8Path) -> Result<Utf8PathBuf, WriteError> {
    if path.components().all(|part| matches!(part, Utf8Component::Normal(_))) {
        return Ok(out.join(path));
    }
    Err(WriteError::new("write", path, io::Error::new(io::ErrorKind::InvalidInput, "outside the output folder")))
}

/// A symbolic link among the folders below `out` would lead the file elsewhere.
fn refuse_links(out: &Utf8Path, path: &Utf8Path) -> Result<(), WriteError> {
    let below = path.ancestors().skip(1).take_while(|folder| *folder != out);
    let link = below.filter(|folder| folder.as_str() != "").find(|folder| folder.is_symlink());
    link.map_or(Ok(()), |link| {
        let error = io::Error::new(io::ErrorKind::InvalidInput, "a symbolic link leads out of the output folder");
        Err(WriteError::new("write to", link, error))
    })
}

fn remove_orphans(files: &[OutFile], out: &Utf8Path, done: &mut Written) -> Result<(), WriteError> {
    for orphan in orphans(files, out)? {
        if orphan.change == (Change::Orphan { generated: true }) {
            remove(&out.join(&orphan.path))?;
            done.removed.push(orphan.path);
        } else {
            done.foreign.push(orphan.path);
        }
    }
    Ok(())
}

/// Removes a file, and the folders that are empty without it.
fn remove(path: &Utf8Path) -> Result<(), WriteError> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(WriteError::new("remove", path, error)),
        _ => {}
    }
    for folder in path.ancestors().skip(1) {
        if std::fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}
