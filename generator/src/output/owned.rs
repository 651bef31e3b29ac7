//! Which files of a crate are the generator's: the list of what was written, with the hash of each text.
//!
//! In: the list in the crate's folder, or the marks of a crate that has none yet. Out: whose a file is. It must not know what is to
//! be written.
//!
//! The list is checked in with the crate. Its lines are those of `sha256sum`, so that `sha256sum --check tablature.lock` reads it,
//! and one that git has merged badly still says what either side wrote.

use super::{OutFile, WriteError, folder};
use camino::{Utf8Component, Utf8Path, Utf8PathBuf};
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    io::Read,
};

/// The list's name, in the crate's folder.
pub const LOCK_FILE: &str = "tablature.lock";

/// The first line of the list.
const HEADER: &str = "# What `tablature generate` wrote. A file whose text has another hash was edited, and is kept.\n";

/// Bytes beyond which a list is none.
const LARGEST: u64 = 64 << 20;

/// Whose a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The generator wrote this text.
    Generated,
    /// The generator wrote the file, and someone changed it.
    Edited,
    /// The generator did not write it.
    Foreign,
}

/// What the generator wrote into a folder before.
#[derive(Debug, Default)]
pub struct Owned {
    /// The hashes that each file may have: several while a run is under way.
    hashes: BTreeMap<Utf8PathBuf, BTreeSet<String>>,
    /// Whether there is a list. Without one, files are told by their mark.
    is_listed: bool,
    /// Whether the crate is one of before there were lists.
    is_old_crate: bool,
}

impl Owned {
    /// What the folder says.
    pub fn read(out: &Utf8Path) -> Result<Self, WriteError> {
        let path = out.join(LOCK_FILE);
        if !path.is_file() {
            let is_old_crate = folder::bears_mark(&out.join("src/lib.rs"))?;
            return Ok(Self { is_old_crate, ..Self::default() });
        }
        let mut text = Vec::new();
        std::fs::File::open(&path)
            .and_then(|file| file.take(LARGEST).read_to_end(&mut text))
            .map_err(|error| WriteError::new("read", &path, error))?;
        let mut owned = Self { is_listed: true, ..Self::default() };
        String::from_utf8_lossy(&text).lines().filter_map(entry).for_each(|(hash, path)| owned.add(path, hash));
        Ok(owned)
    }

    /// What is written when all of `files` are.
    pub fn of(files: &[OutFile]) -> Self {
        let mut owned = Self { is_listed: true, ..Self::default() };
        files.iter().for_each(|file| owned.add(&file.path, &hash(file.text.as_bytes())));
        owned
    }

    /// Both lists: what holds while one takes the place of the other.
    pub fn and(&self, other: &Self) -> Self {
        let mut both = Self { is_listed: true, ..Self::default() };
        for (path, hashes) in self.hashes.iter().chain(&other.hashes) {
            hashes.iter().for_each(|hash| both.add(path, hash));
        }
        both
    }

    fn add(&mut self, path: &Utf8Path, hash: &str) {
        self.hashes.entry(path.to_owned()).or_default().insert(hash.to_owned());
    }

    /// The list as text.
    pub fn to_text(&self) -> String {
        let mut text = HEADER.to_owned();
        for (path, hashes) in &self.hashes {
            for hash in hashes {
                let _ = writeln!(text, "{hash}  {path}");
            }
        }
        text
    }

    /// Whether there is a list.
    pub fn is_listed(&self) -> bool {
        self.is_listed
    }

    /// The files that are listed.
    pub fn paths(&self) -> impl Iterator<Item = &Utf8Path> {
        self.hashes.keys().map(Utf8PathBuf::as_path)
    }

    /// Whose the file at `path` is, which holds `bytes`.
    pub fn origin(&self, path: &Utf8Path, bytes: &[u8]) -> Origin {
        if path == LOCK_FILE {
            return Origin::Generated;
        }
        if !self.is_listed {
            return self.origin_by_mark(path, bytes);
        }
        match self.hashes.get(path) {
            Some(hashes) if hashes.contains(&hash(bytes)) => Origin::Generated,
            Some(_) => Origin::Edited,
            None => Origin::Foreign,
        }
    }

    /// A crate of before there were lists is adopted: what bears the mark there, and what can bear none.
    fn origin_by_mark(&self, path: &Utf8Path, bytes: &[u8]) -> Origin {
        let bears_none = path.extension() != Some("rs");
        let is_ours = if bears_none { self.is_old_crate } else { folder::is_marked(bytes) };
        if is_ours { Origin::Generated } else { Origin::Foreign }
    }
}

/// The hash and the path of a line; nothing if the line is another, or leads out of the folder.
fn entry(line: &str) -> Option<(&str, &Utf8Path)> {
    let (hash, path) = line.split_once("  ")?;
    let path = Utf8Path::new(path.trim_end());
    let is_hash = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_inside = path != "" && path.components().all(|part| matches!(part, Utf8Component::Normal(_)));
    (is_hash && is_inside).then_some((hash, path))
}

/// The hash of a text. Line breaks count as git keeps them: a checkout with those of Windows is not edited.
fn hash(bytes: &[u8]) -> String {
    let mut hasher = Sha256::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(2).position(|two| two == b"\r\n") {
        hasher.update(&rest[..at]);
        rest = &rest[at + 1..];
    }
    hasher.update(rest);
    hasher.finalize().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_no_entries_are_passed_over() {
        let hash = "0".repeat(64);
        for path in ["../x", "/etc/passwd", "a/../../b", ""] {
            assert_eq!(entry(&format!("{hash}  {path}")), None, "{path}");
        }
        assert_eq!(entry("<<<<<<< ours"), None);
        assert_eq!(entry(&format!("{hash}  src/lib.rs\r")), Some((hash.as_str(), Utf8Path::new("src/lib.rs"))));
    }

    #[test]
    fn line_breaks_of_windows_are_no_edit() {
        assert_eq!(hash(b"a\r\nb\r\n"), hash(b"a\nb\n"));
        assert_ne!(hash(b"a\rb\n"), hash(b"a\nb\n"));
        assert_eq!(hash(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
