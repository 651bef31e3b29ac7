//! Folders that are probably not the docs folder that was meant.
//!
//! In: the paths of a tree's pages. Out: a finding that names the folder that is meant, or none. It must not know what is on the
//! pages.

use crate::source::{Code, Diagnostic, File, OPERATIONS, Sources, TYPES};
use std::collections::BTreeSet;

/// What tells the pages of an SDK's docs.
const LOOKED_FOR: &str =
    "no `## Fields`, `## Values` or `## Supported Types`, no `### Available Operations` and no usage comment";

/// How many folders a finding names.
const NAMED: usize = 5;

/// What is to be said of the folder of a tree as a whole.
pub fn check(sources: &Sources, tree: u32) -> Option<Diagnostic> {
    let files: Vec<&File> = sources.files().iter().filter(|file| file.tree == tree).collect();
    let root = files.first()?.root.trim_end_matches('/');
    let trees = holders(&files, OPERATIONS);
    if trees.contains("") {
        return None;
    }
    let mut folders = trees.iter();
    match (folders.next(), folders.next()) {
        (Some(only), None) => Some(deeper(root, only)),
        (Some(_), Some(_)) => Some(several(root, &trees)),
        (None, _) if holders(&files, TYPES).is_empty() => part(root, &files),
        (None, _) => None,
    }
}

/// Where nothing of a tree can be read.
pub fn without_pages(sources: &Sources, tree: u32) -> Option<Diagnostic> {
    let root = &sources.files().iter().find(|file| file.tree == tree)?.root;
    let folder = if root.is_empty() { "the docs folder".to_owned() } else { format!("`{root}`") };
    let message = format!("{folder} holds no page of an SDK's docs: {LOOKED_FOR}");
    Some(Diagnostic::general(Code::NoPages, message).help("point `docs` at the folder that holds models/ and sdks/"))
}

/// The folders that hold a folder of this name.
fn holders<'f>(files: &[&'f File], name: &str) -> BTreeSet<&'f str> {
    files.iter().filter_map(|file| above(&file.path, name)).collect()
}

/// What stands before the first folder of this name in a path.
fn above<'p>(path: &'p str, name: &str) -> Option<&'p str> {
    let (folders, _) = path.rsplit_once('/')?;
    let mut start = 0;
    for folder in folders.split('/') {
        if folder.eq_ignore_ascii_case(name) {
            return Some(path[..start].trim_end_matches('/'));
        }
        start += folder.len() + 1;
    }
    None
}

fn several(root: &str, trees: &BTreeSet<&str>) -> Diagnostic {
    let named: Vec<&str> = trees.iter().copied().take(NAMED).collect();
    let more = if trees.len() > NAMED { ", …" } else { "" };
    let message = format!("`{root}` holds {} docs folders: {}{more}", trees.len(), named.join(", "));
    Diagnostic::general(Code::NoPages, message).help(format!("name one of them: `--docs {root}/{}`", named[0]))
}

fn deeper(root: &str, folder: &str) -> Diagnostic {
    let message = format!("the docs in `{root}` lie in its folder `{folder}`");
    Diagnostic::general(Code::OddFolder, message).help(format!("name that folder: `--docs {root}/{folder}`"))
}

/// A folder within a docs folder. Pages that are given apart from their tree are types, and a page alone may be meant so.
fn part(root: &str, files: &[&File]) -> Option<Diagnostic> {
    let (above, name) = root.rsplit_once('/').unwrap_or((".", root));
    let is = |word: &str| name.eq_ignore_ascii_case(word);
    let has_folders = files.iter().any(|file| file.path.contains('/'));
    let code = match files {
        _ if is(OPERATIONS) || (is(TYPES) && has_folders) => Code::NoPages,
        [_] => return None,
        _ if is(TYPES) => Code::OddFolder,
        _ => return None,
    };
    let message = format!("`{root}` is a part of a docs folder, which holds {TYPES}/ and {OPERATIONS}/");
    Some(Diagnostic::general(code, message).help(format!("name the whole: `--docs {above}`")))
}
