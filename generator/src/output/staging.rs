//! The folder in which texts wait until all of them are written.
//!
//! In: the crate's folder. Out: a folder in it that this run alone uses. It must not know what the texts are.
//!
//! One file in it marks it as the generator's, and is locked by the run that uses the folder: another run waits, and what a run
//! that was killed has left is known by its lock, which died with it.

use super::WriteError;
use camino::{Utf8Path, Utf8PathBuf};
use fs4::FileExt;
use std::{
    fs::{File, OpenOptions},
    io,
};

/// The folder's name.
const FOLDER: &str = ".tablature-staging";

/// The file that marks it.
const MARK: &str = "written-by-tablature";

/// A folder of this run's own; it is removed when this is dropped.
pub struct Staging {
    folder: Utf8PathBuf,
    count: usize,
    /// Locked as long as it is open.
    _mark: File,
}

impl Staging {
    /// Whether there is one that another run uses, or has left: the mark is the first thing in it and the last.
    pub fn is_there(out: &Utf8Path) -> bool {
        let folder = out.join(FOLDER);
        !folder.is_symlink() && (folder.join(MARK).is_file() || is_empty(&folder))
    }

    /// Makes the folder, or takes over one that a killed run left; waits while another run uses it.
    pub fn open(out: &Utf8Path) -> Result<Self, WriteError> {
        let folder = out.join(FOLDER);
        std::fs::create_dir_all(out).map_err(|error| WriteError::new("write to", out, error))?;
        let mark = locked(&folder).and_then(|mark| clear(&folder).map(|()| mark));
        let mark = mark.map_err(|error| WriteError::new("write to", &folder, error))?;
        Ok(Self { folder, count: 0, _mark: mark })
    }

    /// Writes a text, and says where.
    pub fn put(&mut self, text: &str) -> Result<Utf8PathBuf, WriteError> {
        let path = self.folder.join(self.count.to_string());
        self.count += 1;
        std::fs::write(&path, text).map_err(|error| WriteError::new("write", &path, error))?;
        Ok(path)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // The mark goes last, and the folder only if it is empty: from then on, it may be another run's.
        let removed = clear(&self.folder).and_then(|()| std::fs::remove_file(self.folder.join(MARK)));
        let _ = removed.and_then(|()| std::fs::remove_dir(&self.folder));
    }
}

/// How often the run that used the folder before may remove it at the moment in which this one takes it over.
const TRIES: usize = 1000;

/// The locked mark of the folder.
fn locked(folder: &Utf8Path) -> io::Result<File> {
    for _ in 0..TRIES {
        match make(folder).and_then(|()| lock(folder)) {
            Ok(Some(mark)) => return Ok(mark),
            Ok(None) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::WouldBlock.into())
}

/// Makes the folder. One that someone else has filled is not the generator's, and no link is followed.
fn make(folder: &Utf8Path) -> io::Result<()> {
    match std::fs::create_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    if folder.is_symlink() || !(is_empty(folder) || folder.join(MARK).is_file() || !folder.exists()) {
        let message = "another's files lie in the folder that texts are staged in; move them";
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, message));
    }
    Ok(())
}

fn is_empty(folder: &Utf8Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

/// Locks the mark; nothing if the folder was removed while this run waited for it.
fn lock(folder: &Utf8Path) -> io::Result<Option<File>> {
    let path = folder.join(MARK);
    let mark = OpenOptions::new().create(true).truncate(false).write(true).open(&path)?;
    FileExt::lock(&mark)?;
    let is_it = same_file::Handle::from_path(&path).ok() == Some(same_file::Handle::from_file(mark.try_clone()?)?);
    Ok(is_it.then_some(mark))
}

/// Removes what a killed run has left beside the mark.
fn clear(folder: &Utf8Path) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name() != MARK {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
