//! The SDKs that are mutated, and what one run takes of them.
//!
//! In: docs folders. Out: files.

use crate::campaign::{Draw, Files};
use camino::{Utf8Path, Utf8PathBuf};
use std::path::Path;
use tablature::{
    annotations::may_state,
    dialect::Language,
    source::{Diagnostics, load, read_sdk, sdk_beside},
};

/// Pages that one run takes: those of a large tree are drawn.
const PAGES: usize = 16;
/// Files of the source that one run takes.
const SOURCE: usize = 6;

/// The pages of a docs folder and the front page beside it.
pub fn pages(folder: &str) -> Files {
    let read = load(&[folder.into()], &mut Diagnostics::default());
    let sources = read.unwrap_or_else(|error| panic!("{error}"));
    sources.files().iter().map(|file| (file.path.clone(), file.text.clone().into_bytes())).collect()
}

/// The lockfile and the source beside a docs folder, if they are there.
pub fn source(folder: &str) -> Files {
    let Some(root) = sdk_beside(Utf8Path::new(folder)) else { return Files::new() };
    let wanted = |path: &str| Language::ALL.iter().any(|language| may_state(path, *language));
    let sdk = read_sdk(0, &root, &wanted, &mut Diagnostics::default());
    let files = sdk.lock.into_iter().chain(sdk.files);
    files.map(|file| (Utf8PathBuf::from("..").join(file.path).into_string(), file.text.into_bytes())).collect()
}

/// Some pages of a tree that lie side by side, one of operations, the front page; and every other time some of the source.
pub fn sample(pages: &Files, source: &Files, draw: &mut Draw) -> Files {
    let start = draw.below(pages.len().saturating_sub(PAGES) + 1);
    let end = (start + PAGES).min(pages.len());
    let mut sample: Files = pages[start..end].to_vec();
    let elsewhere = |at: &usize| !(start..end).contains(at);
    let of_kind = |part: &str| (0..pages.len()).filter(|at| pages[*at].0.contains(part)).collect::<Vec<_>>();
    let groups = of_kind("sdks/");
    let front = of_kind("../README.md");
    let group = groups.get(draw.below(groups.len()));
    sample.extend(group.into_iter().chain(&front).filter(|at| elsewhere(at)).map(|at| pages[*at].clone()));
    if draw.below(2) == 0 {
        let from = draw.below(source.len().saturating_sub(SOURCE) + 1);
        sample.extend(source[from..].iter().take(SOURCE).cloned());
    }
    sample
}

/// Writes files below a folder, with the docs in `docs`.
pub fn dump(files: &Files, folder: &Path) {
    for (path, text) in files {
        let place = folder.join("docs").join(path);
        let written =
            place.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(&place, text));
        written.unwrap_or_else(|error| eprintln!("{}: {error}", place.display()));
    }
}
