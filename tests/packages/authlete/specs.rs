//! The pages in `specs/` hold together: titles are file names, and every link leads to a page.
//!
//! In: the pages as text. Out: nothing. It does not ask the generator, so it says whether a fault is the pages' or the
//! generator's.

use crate::workspace;
use std::path::{Path, PathBuf};

#[test]
fn titles_of_model_pages_are_their_file_names() {
    for page in pages().iter().filter(|page| page.components().any(|part| part.as_os_str() == "models")) {
        let stem = page.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let first = read(page).lines().next().unwrap_or_default().to_owned();
        assert_eq!(first, format!("# {stem}"), "in {}", page.display());
    }
}

#[test]
fn links_between_pages_lead_somewhere() {
    for page in pages() {
        for target in links_to_pages(&read(&page)) {
            let path = page.with_file_name("").join(&target);
            assert!(path.is_file(), "{} links to {target}, which is no page", page.display());
        }
    }
}

#[test]
fn every_model_page_but_the_request_wrappers_is_linked_to() {
    let linked: Vec<PathBuf> = pages().iter().flat_map(|page| linked_files(page)).collect();
    for page in pages() {
        let stem = page.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let stands_alone = stem.ends_with("Request") || ["README", "Security"].contains(&stem) || is_error(&page);
        assert!(stands_alone || linked.contains(&page), "nothing links to {}", page.display());
    }
}

/// Errors tables name their types without a link.
fn is_error(page: &Path) -> bool {
    page.components().any(|part| part.as_os_str() == "errors")
}

fn linked_files(page: &Path) -> Vec<PathBuf> {
    let links = links_to_pages(&read(page));
    links.iter().filter_map(|target| page.with_file_name("").join(target).canonicalize().ok()).collect()
}

fn links_to_pages(text: &str) -> Vec<String> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets.filter(|target| target.starts_with('.') && target.ends_with(".md")).map(str::to_owned).collect()
}

fn pages() -> Vec<PathBuf> {
    let root = workspace().join("specs").canonicalize().expect("specs/ is part of the repository");
    let mut pages = Vec::new();
    collect(&root, &mut pages);
    assert!(!pages.is_empty(), "specs/ holds no page");
    pages
}

fn collect(folder: &Path, pages: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a readable folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, pages);
        } else if path.extension().is_some_and(|ending| ending == "md") {
            pages.push(path);
        }
    }
}

fn read(page: &Path) -> String {
    std::fs::read_to_string(page).unwrap_or_else(|error| panic!("{}: {error}", page.display()))
}
