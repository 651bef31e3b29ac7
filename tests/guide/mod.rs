//! The README and the guide: every command and every block of code in them is run, parsed or compiled.
//!
//! In: the pages. Out: nothing. Rust is compiled by the doc tests of `tests/packages/authlete`; the rest is looked at here.

mod blocks;
mod commands;
mod texts;

use crate::workspace;
use blocks::{Block, blocks};

/// The folder of the guide's chapters.
const CHAPTERS: &str = "docs/guide/src";

/// A page: its path in the repository, and its text.
struct Page {
    path: String,
    text: String,
}

/// The README and all chapters.
fn pages() -> Vec<Page> {
    let entries = std::fs::read_dir(workspace().join(CHAPTERS)).expect("the guide");
    let names = entries.map(|entry| entry.expect("a chapter").file_name().to_string_lossy().into_owned());
    let mut paths: Vec<String> = names.map(|name| format!("{CHAPTERS}/{name}")).collect();
    paths.push("README.md".to_owned());
    paths.sort();
    let read = |path: String| {
        let text = std::fs::read_to_string(workspace().join(&path)).expect("a page");
        Page { path, text }
    };
    paths.into_iter().map(read).collect()
}

/// All blocks of code in a language, each with the path of its page.
fn in_language(language: &str) -> Vec<(String, Block)> {
    let of_page = |page: Page| blocks(&page.text).into_iter().map(move |block| (page.path.clone(), block));
    pages().into_iter().flat_map(of_page).filter(|(_, block)| block.language() == language).collect()
}
