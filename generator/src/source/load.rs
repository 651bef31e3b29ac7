//! Reads a docs folder: every `.md` file below it, in parallel, never through a link that leads out of it.

use super::{Code, Diagnostic, Diagnostics, File, Sources};
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

/// Reads the pages of one or several docs folders; a single page may stand in a folder's place.
///
/// # Errors
/// When a folder or a file in it cannot be read. A file that is not UTF-8 is a diagnostic instead.
pub fn load(roots: &[Utf8PathBuf], diagnostics: &mut Diagnostics) -> Result<Sources, LoadError> {
    let mut paths = Vec::new();
    for (tree, root) in (0u32..).zip(roots) {
        if let Some(folder) = root.parent().filter(|_| root.is_file()) {
            paths.push((tree, folder, root.clone()));
            continue;
        }
        if !root.is_dir() {
            let source = io::Error::new(io::ErrorKind::NotFound, "no such file or folder");
            return Err(LoadError { path: root.clone(), source });
        }
        for path in walk(root, diagnostics)? {
            paths.push((tree, root.as_path(), path));
        }
    }
    let read: Vec<_> = paths.par_iter().map(|(tree, root, path)| read_page(*tree, root, path)).collect();
    let mut files = Vec::with_capacity(read.len());
    for result in read {
        match result? {
            Ok(file) => files.push(file),
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    Ok(Sources::new(files))
}

/// Whether it is a page, or a link to a folder, in which pages may be.
fn may_be_read(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "md") || (path.is_symlink() && path.is_dir())
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

type PageOrDiagnostic = Result<File, Diagnostic>;

fn read_page(tree: u32, root: &Utf8Path, path: &Utf8Path) -> Result<PageOrDiagnostic, LoadError> {
    let bytes = std::fs::read(path).map_err(|source| LoadError { path: path.to_owned(), source })?;
    let inside = path.strip_prefix(root).unwrap_or(path).components().map(|c| c.as_str()).collect::<Vec<_>>().join("/");
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Ok(File { tree, path: inside, root: root.as_str().into(), text }),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            Err(Diagnostic::general(Code::NotUtf8, format!("`{path}` is not UTF-8 (byte {at})")))
        }
    })
}
