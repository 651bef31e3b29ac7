//! Reads a docs folder: every `.md` file below it, in parallel, never through a link that leads out of it; and the front page
//! beside it.
//!
//! In: folders. Out: [`Sources`]. It must not know what a page holds.

use super::{
    Code, Diagnostic, Diagnostics, File, LARGEST_PAGE, Sources, Span,
    files::{BESIDE, FRONT_PAGE, is_front_page, is_page},
    read_bounded,
};
use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;
use std::{io, path::Path};

/// A docs folder that cannot be read.
#[derive(Debug)]
pub struct LoadError {
    /// Which file or folder.
    pub path: Utf8PathBuf,
    /// What the system said.
    pub source: io::Error,
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "cannot read `{}`: {}", self.path, self.source)
    }
}

impl std::error::Error for LoadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

/// The folder of an SDK that holds its docs.
pub(super) const DOCS: &str = "docs";

/// The folder of a docs tree that holds operations.
pub const OPERATIONS: &str = "sdks";

/// The folder of a docs tree that holds types.
pub const TYPES: &str = "models";

/// Folders by which a docs folder is known.
const AREAS: [&str; 2] = [OPERATIONS, TYPES];

/// Reads the pages of one or several docs folders; a single page may stand in a folder's place, and an SDK's root, whose folder
/// `docs` is read. A `README.md` beside a docs folder is read if it is an SDK's front page.
///
/// # Errors
/// When a folder or a file in it cannot be read. A file that is not UTF-8 is a diagnostic instead.
pub fn load(roots: &[Utf8PathBuf], diagnostics: &mut Diagnostics) -> Result<Sources, LoadError> {
    let mut paths = Vec::new();
    for (tree, root) in (0u32..).zip(roots) {
        if let Some(folder) = root.parent().filter(|_| root.is_file()) {
            paths.push((tree, folder.to_owned(), root.clone()));
            continue;
        }
        if !root.is_dir() {
            let source = io::Error::new(io::ErrorKind::NotFound, "no such file or folder");
            return Err(LoadError { path: root.clone(), source });
        }
        let docs = docs_folder(root);
        paths.extend(walk(&docs, diagnostics)?.into_iter().map(|path| (tree, docs.clone(), path)));
        paths.extend(beside(&docs).map(|path| (tree, docs, path)));
    }
    paths.retain(|(_, _, path)| is_of_a_size(path, diagnostics));
    let read: Vec<_> = paths.par_iter().map(|(tree, root, path)| read_page(*tree, root, path)).collect();
    let mut read = read.into_iter().collect::<Result<Vec<ReadPage>, LoadError>>()?;
    read.retain(|page| page.file.path != BESIDE || is_front_page(&page.file.text));
    let broken: Vec<_> =
        read.iter().filter_map(|page| Some(((page.file.tree, page.file.path.clone()), page.broken_at?))).collect();
    let sources = Sources::new(read.into_iter().map(|page| page.file).collect());
    for ((tree, path), at) in broken {
        diagnostics.push(not_utf8(&sources, tree, &path, at));
    }
    Ok(sources)
}

/// Whether a page is not too large to be read; one that is, is left out.
fn is_of_a_size(path: &Utf8Path, diagnostics: &mut Diagnostics) -> bool {
    let size = path.metadata().map_or(0, |data| data.len());
    if size > LARGEST_PAGE {
        let message = format!("`{path}` has {} MB and is not read", size >> 20);
        let help = format!("a page has at most {} MB: split it, or move it out of the docs", LARGEST_PAGE >> 20);
        diagnostics.push(Diagnostic::general(Code::TooLarge, message).help(help));
    }
    size <= LARGEST_PAGE
}

/// The docs folder that is meant: that of an SDK's root, or the folder itself.
fn docs_folder(root: &Utf8Path) -> Utf8PathBuf {
    let inner = root.join(DOCS);
    let is_root = !root.join(AREAS[0]).is_dir() && AREAS.iter().any(|area| inner.join(area).is_dir());
    if is_root { inner } else { root.to_owned() }
}

/// The page beside a docs folder that may be the SDK's front page. A link is not followed.
#[must_use]
pub fn beside(docs: &Utf8Path) -> Option<Utf8PathBuf> {
    let path = docs.file_name().and(docs.parent())?.join(FRONT_PAGE);
    path.symlink_metadata().is_ok_and(|found| found.is_file()).then_some(path)
}

/// Points at the first byte that is no text.
fn not_utf8(sources: &Sources, tree: u32, path: &str, at: usize) -> Diagnostic {
    let message = format!("`{path}` is not UTF-8 (byte {at})");
    let mark = at..at + char::REPLACEMENT_CHARACTER.len_utf8();
    let span = sources.find(tree, path).map(|file| Span::new(file, mark));
    Diagnostic::at(Code::NotUtf8, span, message)
        .help("save the page as UTF-8, for example by `iconv -f WINDOWS-1252 -t UTF-8`")
}

/// Whether it is a page, or a link to a folder, in which pages may be.
fn may_be_read(path: &Path) -> bool {
    is_page(path) || (path.is_symlink() && path.is_dir())
}

/// Paths of the pages below `root`. Links are not followed: a page or a folder that is one is reported, as is a page of which no
/// one knows its end.
fn walk(root: &Utf8Path, diagnostics: &mut Diagnostics) -> Result<Vec<Utf8PathBuf>, LoadError> {
    let mut pages = Vec::new();
    let walker = ignore::WalkBuilder::new(root).standard_filters(false).follow_links(false).build();
    for entry in walker {
        let entry = entry.map_err(|e| LoadError { path: root.to_owned(), source: io::Error::other(e) })?;
        if !may_be_read(entry.path()) {
            continue;
        }
        let Some(path) = Utf8Path::from_path(entry.path()) else {
            let name = entry.path().to_string_lossy();
            diagnostics.push(Diagnostic::general(Code::NotUtf8, format!("the path `{name}` is not UTF-8")));
            continue;
        };
        match entry.file_type() {
            Some(kind) if kind.is_file() => pages.push(path.to_owned()),
            Some(kind) if kind.is_dir() => {}
            kind => {
                let what = if kind.is_some_and(|kind| kind.is_symlink()) { "symbolic link" } else { "special file" };
                let message = format!("`{path}` is a {what} and is not read");
                diagnostics.push(Diagnostic::general(Code::OutsideDocs, message));
            }
        }
    }
    Ok(pages)
}

/// A page with marks in the place of bytes that are no text, so that what links to it finds it nevertheless.
struct ReadPage {
    file: File,
    broken_at: Option<usize>,
}

fn read_page(tree: u32, root: &Utf8Path, path: &Utf8Path) -> Result<ReadPage, LoadError> {
    let bytes = read_bounded(path, LARGEST_PAGE).map_err(|source| LoadError { path: path.to_owned(), source })?;
    let inside = match path.strip_prefix(root) {
        Ok(inside) => inside.components().map(|c| c.as_str()).collect::<Vec<_>>().join("/"),
        Err(_) => BESIDE.to_owned(),
    };
    let (text, broken_at) = match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some(error.utf8_error().valid_up_to())),
    };
    Ok(ReadPage { file: File { tree, path: inside, root: root.as_str().into(), text }, broken_at })
}
