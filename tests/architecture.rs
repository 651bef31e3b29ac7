//! The shape of the sources: which room may name which, how files open, how long they are.
//!
//! In: the text of every source file that people write. Out: nothing; a file that breaks a rule fails the test.

use crate::workspace;
use std::path::{Path, PathBuf};

/// Each room, and the rooms that it must not name.
const FORBIDDEN: &[(&str, &[&str])] = &[
    ("source", &["page", "dialect", "lower", "model", "emit", "output"]),
    ("annotations", &["source", "page", "lower", "model", "naming", "emit", "output"]),
    ("page", &["dialect", "lower", "model", "emit", "output"]),
    ("front_page", &["dialect", "lower", "model", "emit", "output"]),
    ("dialect", &["lower", "emit", "output"]),
    ("lower", &["emit", "output"]),
    ("model", &["source", "page", "dialect", "lower", "naming", "emit", "output"]),
    ("naming", &["source", "page", "dialect", "lower", "emit", "output"]),
    ("emit", &["source", "page", "dialect", "lower"]),
    ("output", &["page", "dialect", "lower", "emit"]),
    ("config", &["page", "lower", "emit", "output"]),
    ("export", &["source", "page", "dialect", "lower", "output"]),
    ("render", &["page", "dialect", "lower", "model", "emit", "output"]),
];

const LONGEST_FILE: usize = 500;

#[test]
fn rooms_name_only_what_they_may() {
    let broken: Vec<String> = FORBIDDEN
        .iter()
        .flat_map(|(room, forbidden)| {
            let files = rust_files(&workspace().join("generator/src").join(room));
            files.into_iter().flat_map(move |file| named_rooms(&file, forbidden))
        })
        .collect();
    assert!(broken.is_empty(), "a room names one that it must not know:\n{}", broken.join("\n"));
}

#[test]
fn files_open_with_what_they_are() {
    let broken = written_files().into_iter().filter(|file| !read(file).starts_with("//!"));
    assert_none(broken, "these files do not open with `//!`");
}

#[test]
fn files_stay_short() {
    let broken = written_files().into_iter().filter(|file| read(file).lines().count() > LONGEST_FILE);
    assert_none(broken, "these files are longer than 500 lines");
}

#[test]
fn every_invariant_is_a_test() {
    let text = ["ARCHITECTURE.md", "SECURITY.md"].map(|page| read(&workspace().join(page))).concat();
    let names: Vec<&str> = text.split('`').filter(|span| is_test_name(span)).collect();
    assert!(names.len() >= 8, "the two pages name their tests");
    for (module, test) in names.iter().filter_map(|name| name.split_once("::")) {
        let file = workspace().join("tests").join(format!("{module}.rs"));
        assert!(read(&file).contains(&format!("fn {test}(")), "there is no test {module}::{test}");
    }
}

fn is_test_name(span: &str) -> bool {
    span.contains("::") && span.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '_' | ':' | '/'))
}

fn assert_none(files: impl Iterator<Item = PathBuf>, complaint: &str) {
    let names: Vec<String> = files.map(|file| shown(&file)).collect();
    assert!(names.is_empty(), "{complaint}:\n{}", names.join("\n"));
}

/// Lines of the form `file: names crate::room`.
fn named_rooms(file: &Path, forbidden: &[&str]) -> Vec<String> {
    let code: String = read(file).lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let named = crate_paths(&code);
    let hits = forbidden.iter().filter(|room| named.contains(*room));
    hits.map(|room| format!("{}: names crate::{room}", shown(file))).collect()
}

/// The first words behind `crate::`, also those of `crate::{a, b::c}`.
fn crate_paths(text: &str) -> Vec<&str> {
    text.split("crate::").skip(1).flat_map(first_words).collect()
}

fn first_words(after: &str) -> Vec<&str> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let group = after.strip_prefix('{').map(|rest| rest.split('}').next().unwrap_or_default());
    let parts: Vec<&str> = group.map_or_else(|| vec![after], |inner| inner.split(',').collect());
    parts.into_iter().map(|part| part.trim_start().split(|c| !is_word(c)).next().unwrap_or_default()).collect()
}

/// Every source file that is not generated.
fn written_files() -> Vec<PathBuf> {
    let folders = ["generator", "tests"].map(|folder| rust_files(&workspace().join(folder)));
    let generated = |file: &PathBuf| read(file).starts_with("// Generated from");
    folders.into_iter().flatten().filter(|file| !generated(file)).collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> =
        paths.flat_map(|path| if path.is_dir() { rust_files_below(path) } else { vec![path] }).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "rs"));
    files.sort();
    files
}

fn rust_files_below(folder: PathBuf) -> Vec<PathBuf> {
    if folder.ends_with("target") { Vec::new() } else { rust_files(&folder) }
}

fn read(file: &Path) -> String {
    std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn shown(file: &Path) -> String {
    file.strip_prefix(workspace()).unwrap_or(file).display().to_string()
}
