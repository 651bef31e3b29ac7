//! Reads the source of an SDK that lies beside its docs.
//!
//! In: the folder of the SDK, and which files are wanted. Out: their texts. It must not know what they state. Nothing is read through
//! a link, and no file that is larger than source is.

use super::{Code, Diagnostic, Diagnostics, FileId, load::DOCS, read_bounded};
use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;
use std::io;

/// The source of one SDK.
#[derive(Debug, Clone, Default)]
pub struct Sdk {
    /// Which of the docs folders it belongs to, counted from 0.
    pub tree: u32,
    /// Its files, sorted by path.
    pub files: Vec<SourceFile>,
    /// The lockfile that the SDK's generator keeps.
    pub lock: Option<SourceFile>,
    /// Where there is no source: the file of the facts that it stated.
    pub recorded: Option<FileId>,
}

impl Sdk {
    /// Whether neither source nor lockfile was read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.lock.is_none()
    }
}

/// A file of an SDK: its path below the SDK's folder, with `/` between its parts, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// The path.
    pub path: String,
    /// The text.
    pub text: String,
}

/// What the SDK's generator leaves in the folder of an SDK: its own folder, and of older generators or where that folder is not
/// published their settings, their list of files, the page of a first call.
const MARKS: &[&str] = &[".speakeasy", "gen.yaml", "files.gen", "USAGE.md", "RUNTIMES.md"];
/// The lockfile.
const LOCK: &str = ".speakeasy/gen.lock";
/// Folders that hold no source of the SDK's own.
const SKIPPED: &[&str] = &["node_modules", "docs", "target", "dist", "vendor"];
/// No file of source is larger.
const LARGEST_FILE: u64 = 4 << 20;
/// No lockfile is larger.
const LARGEST_LOCK: u64 = 32 << 20;
/// No SDK has more files.
const MOST_FILES: usize = 50_000;

/// The folder of the SDK that a docs folder belongs to, where it lies in one or is one.
#[must_use]
pub fn sdk_beside(docs: &Utf8Path) -> Option<Utf8PathBuf> {
    let is_there = |path: Utf8PathBuf| path.symlink_metadata().is_ok_and(|found| !found.is_symlink());
    let is_sdk = |folder: &Utf8Path| MARKS.iter().any(|mark| is_there(folder.join(mark)));
    if is_sdk(docs) {
        return Some(docs.to_owned());
    }
    let above = docs.canonicalize_utf8().ok()?.parent()?.to_owned();
    let named = docs.parent().filter(|folder| !folder.as_str().is_empty());
    is_sdk(&above).then(|| named.map_or(above, Utf8Path::to_owned))
}

/// Files by which packages in the languages of SDKs are known, and how such files end.
const MANIFESTS: &[&str] = &[
    "package.json",
    "pyproject.toml",
    "setup.py",
    "go.mod",
    "composer.json",
    "build.gradle",
    "build.gradle.kts",
    "pom.xml",
    ".gemspec",
    ".sln",
    ".csproj",
];

/// The folder of a docs folder, or one given in its place, that may be that of an SDK, though no mark says so; and its manifest.
#[must_use]
pub fn maybe_sdk(docs: &Utf8Path) -> Option<(Utf8PathBuf, String)> {
    let docs = docs.canonicalize_utf8().ok()?;
    let folder = if docs.file_name() == Some(DOCS) { docs.parent()?.to_owned() } else { docs };
    let entries = folder.read_dir_utf8().ok()?.flatten().map(|entry| entry.file_name().to_owned());
    let manifest = entries.filter(|name| MANIFESTS.iter().any(|end| name.ends_with(end))).min()?;
    Some((folder, manifest))
}

/// Reads the wanted files of an SDK, in parallel. What cannot be read is a warning.
#[must_use]
pub fn read_sdk(tree: u32, folder: &Utf8Path, wanted: &dyn Fn(&str) -> bool, diagnostics: &mut Diagnostics) -> Sdk {
    let mut paths = Vec::new();
    let own = |entry: &ignore::DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() == 0 || !(name.starts_with('.') || SKIPPED.contains(&name.as_ref()))
    };
    let mut walk = ignore::WalkBuilder::new(folder);
    walk.standard_filters(false).follow_links(false).filter_entry(own);
    for entry in walk.build().flatten().filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file())) {
        let Some(path) = Utf8Path::from_path(entry.path()) else { continue };
        let inside = path.strip_prefix(folder).unwrap_or(path).as_str().replace('\\', "/");
        if wanted(&inside) {
            paths.push((inside, path.to_owned()));
        }
        if paths.len() > MOST_FILES {
            let message = format!("`{folder}` holds more than {MOST_FILES} files of source: its facts are not read");
            diagnostics.push(Diagnostic::general(Code::SourceUnread, message));
            return Sdk { tree, ..Sdk::default() };
        }
    }
    paths.sort();
    let read: Vec<_> = paths.par_iter().map(|(inside, path)| (inside, read_text(path, LARGEST_FILE))).collect();
    let mut sdk = Sdk { tree, ..Sdk::default() };
    for (inside, text) in read {
        match text {
            Ok(text) => sdk.files.push(SourceFile { path: inside.clone(), text }),
            Err(why) => diagnostics.push(unread(&folder.join(inside), &why)),
        }
    }
    let path = folder.join(LOCK);
    if path.symlink_metadata().is_ok_and(|found| found.is_file()) {
        match read_text(&path, LARGEST_LOCK) {
            Ok(text) => sdk.lock = Some(SourceFile { path: LOCK.to_string(), text }),
            Err(why) => diagnostics.push(unread(&path, &why)),
        }
    }
    sdk
}

fn unread(path: &Utf8Path, why: &io::Error) -> Diagnostic {
    Diagnostic::general(Code::SourceUnread, format!("cannot read `{path}`: {why}; what it states is not known"))
}

/// A file's text; bytes that are no text become marks.
fn read_text(path: &Utf8Path, largest: u64) -> io::Result<String> {
    let bytes = read_bounded(path, largest)?;
    Ok(String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()))
}
