//! Brings a folder up to date.
//!
//! In: the files of a run and the folder. Out: the folder holds just these files, each replaced as a whole by a rename, so that a
//! run that is killed leaves no half file; files with the right text are not touched. It must not know what is in them.

use super::{Change, OutFile, compare::orphans};
use camino::{Utf8Component, Utf8Path, Utf8PathBuf};
use std::{
    fmt,
    io::{self, Write},
};

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

/// Writes the files whose text is not there yet, in their order, and removes generated files that are not among them.
///
/// `step` is called after each file.
///
/// # Errors
/// When a file cannot be written, or would lie outside `out`.
pub fn write(files: &[OutFile], out: &Utf8Path, mut step: impl FnMut()) -> Result<Written, WriteError> {
    let mut done = Written::default();
    for file in files {
        let path = target(out, &file.path)?;
        if std::fs::read(&path).is_ok_and(|present| present == file.text.as_bytes()) {
            done.unchanged += 1;
        } else {
            refuse_links(out, &path)?;
            replace(&path, &file.text)?;
            done.written += 1;
        }
        step();
    }
    remove_orphans(files, out, &mut done)?;
    Ok(done)
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

fn replace(path: &Utf8Path, text: &str) -> Result<(), WriteError> {
    replace_file(path, text).map_err(|error| WriteError::new("write", path, error))
}

/// Writes beside the target and renames. The permissions are those that the umask gives to a new file.
fn replace_file(path: &Utf8Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Utf8Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut file =
        tempfile::Builder::new().prefix(".tablature-").permissions(plain_permissions()?).tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Temporary files are private by default; what is generated is as readable as any other source.
#[cfg(unix)]
fn plain_permissions() -> io::Result<std::fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Ok(std::fs::Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn plain_permissions() -> io::Result<std::fs::Permissions> {
    Ok(std::fs::metadata(std::env::temp_dir())?.permissions())
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
    std::fs::remove_file(path).map_err(|error| WriteError::new("remove", path, error))?;
    for folder in path.ancestors().skip(1) {
        if std::fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}
