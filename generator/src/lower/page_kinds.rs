//! Which pages are types, and which are groups of operations.
//!
//! In: the paths of all pages and, where these say nothing, what headings they have. Out: a [`DocsPage`] for each. It must not know
//! what the sections hold.

use super::vocabulary::{FIELDS, LISTING, MEMBERS, USAGE_COMMENT, VALUES};
use crate::{
    model::{Counts, add},
    page::{Page, Section},
    source::{BESIDE, FRONT_PAGE, File, FileId, OPERATIONS, Sources, TYPES},
};
use std::collections::HashSet;

/// What kind of page it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocsPage {
    /// A type.
    Models,
    /// A group of operations.
    Operations,
    /// Neither.
    Other,
}

/// The folders that say what their pages are.
const FOLDERS: &[(&str, DocsPage)] =
    &[(OPERATIONS, DocsPage::Operations), (TYPES, DocsPage::Models), ("errors", DocsPage::Models)];

/// Folders of pages about the SDK's own helpers, some of which look like types.
const HELPERS: &[&str] = &["lib", "types", "utils"];

/// Headings that only pages of types have, and only pages of operations; with their levels.
const MARKS: &[(u8, &str, DocsPage)] = &[
    (3, LISTING, DocsPage::Operations),
    (2, FIELDS, DocsPage::Models),
    (2, VALUES, DocsPage::Models),
    (2, MEMBERS, DocsPage::Models),
];

/// The kind of each page, in the order of the pages: that of the first folder above it with a known name, since some SDKs have
/// `models/` below another one; else what its headings say. A page in no folder is a type where its tree has no such folders,
/// else prose. A page of the SDK's options is no type, wherever it lies.
#[must_use]
pub fn page_kinds(sources: &Sources, pages: &[Page]) -> Vec<DocsPage> {
    let files = sources.files();
    let with_folders: HashSet<u32> =
        files.iter().filter(|file| kind_of_folder(&file.path).is_some()).map(|file| file.tree).collect();
    let kind = |page: &Page| {
        let file = sources.get(page.file);
        match kind_of_folder(&file.path) {
            Some(DocsPage::Models) if lists_call_options(page) => DocsPage::Other,
            Some(kind) => kind,
            None => kind_of_page(file, page, !with_folders.contains(&file.tree)),
        }
    };
    pages.iter().map(kind).collect()
}

/// How many pages there are of each kind, in words.
pub fn count(sources: &Sources, pages: &[Page], kinds: &[DocsPage]) -> Counts {
    let trees: HashSet<u32> = sources.files().iter().map(|file| file.tree).collect();
    let fronts: HashSet<FileId> = trees.into_iter().filter_map(|tree| sources.front_page(tree)).collect();
    let mut counts = Counts::new();
    for (page, kind) in pages.iter().zip(kinds) {
        let word = match kind {
            DocsPage::Models => "types",
            DocsPage::Operations => "operations",
            DocsPage::Other if fronts.contains(&page.file) => "front page",
            DocsPage::Other => "neither",
        };
        add(&mut counts, word, 1);
    }
    counts
}

fn kind_of_folder(path: &str) -> Option<DocsPage> {
    let known = |folder: &str| FOLDERS.iter().find(|(name, _)| name.eq_ignore_ascii_case(folder));
    folders(path).find_map(known).map(|(_, kind)| *kind)
}

/// The SDK's own options of a call have a page without a title among the types.
fn lists_call_options(page: &Page) -> bool {
    let [above, options, first, ..] = page.sections.as_slice() else { return false };
    above.blocks.is_empty()
        && (options.level, options.heading.as_str(), options.blocks.len()) == (2, "Options", 0)
        && (first.level == 3 && first.heading.starts_with("With"))
}

/// `is_apart` says that the page was given apart from the folders that it belongs to.
fn kind_of_page(file: &File, page: &Page, is_apart: bool) -> DocsPage {
    let is_in_folder = file.path.contains('/');
    let is_front_page = file.path == BESIDE;
    if is_front_page || !(is_apart || is_in_folder) || folders(&file.path).any(|folder| HELPERS.contains(&folder)) {
        return DocsPage::Other;
    }
    match page.sections.iter().find_map(kind_of_section) {
        Some(kind) => kind,
        None if is_apart && !is_in_folder && file.path != FRONT_PAGE => DocsPage::Models,
        None => DocsPage::Other,
    }
}

fn kind_of_section(section: &Section) -> Option<DocsPage> {
    let is_it =
        |(level, heading, _): &&(u8, &str, DocsPage)| (section.level, section.heading.as_str()) == (*level, *heading);
    let by_heading = MARKS.iter().find(is_it).map(|(_, _, kind)| *kind);
    // Operations alone have a usage comment.
    let has_comment = || section.html().any(|html| html.text.starts_with(USAGE_COMMENT));
    by_heading.or_else(|| has_comment().then_some(DocsPage::Operations))
}

fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.rsplit_once('/').into_iter().flat_map(|(folders, _)| folders.split('/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::parse_page;

    fn kinds(sources: &Sources) -> Vec<DocsPage> {
        let files = (0u32..).zip(sources.files());
        let pages: Vec<Page> = files.map(|(id, file)| parse_page(FileId(id), &file.text)).collect();
        page_kinds(sources, &pages)
    }

    const GROUP: &str = "# Pets\n\n### Available Operations\n\n* [get](#get)\n";
    const ONE: &str = "## get\n\n<!-- UsageSnippet language=\"go\" -->\n";
    const TYPE: &str = "# Pet\n\n\n## Fields\n";

    #[test]
    fn folders_say_what_their_pages_are() {
        for (paths, expected) in [
            (&["Models/Components/Pet.md", "sdk/models/shared/Pet.md"][..], &[DocsPage::Models, DocsPage::Models][..]),
            (&["Plan.md", "sdks/tokens/README.md"], &[DocsPage::Other, DocsPage::Operations]),
            (&["Pet.md", "README.md"], &[DocsPage::Models, DocsPage::Other]),
        ] {
            assert_eq!(kinds(&Sources::from_memory(paths.iter().map(|path| (*path, "")))), expected, "{paths:?}");
        }
    }

    #[test]
    fn options_of_the_sdk_are_no_type() {
        let options = ("models/operations/option.md", "## Options\n\n### WithServerURL\n\nSets the URL.\n");
        let of_the_api = ("models/operations/options.md", "# Options\n\n\n## Fields\n");
        assert_eq!(kinds(&Sources::from_memory([options, of_the_api])), [DocsPage::Other, DocsPage::Models]);
    }

    #[test]
    fn headings_say_what_other_pages_are() {
        for (pages, expected) in [
            (&[("README.md", GROUP)][..], &[DocsPage::Operations][..]),
            (&[("../README.md", ONE), ("get.md", ONE)], &[DocsPage::Other, DocsPage::Operations]),
            (&[("api/Pet.md", TYPE), ("sdks/pets/README.md", GROUP)], &[DocsPage::Models, DocsPage::Operations]),
            (&[("lib/utils/retry.md", TYPE), ("models/Pet.md", TYPE)], &[DocsPage::Other, DocsPage::Models]),
            (&[("Plan.md", TYPE), ("models/Pet.md", TYPE)], &[DocsPage::Other, DocsPage::Models]),
        ] {
            assert_eq!(kinds(&Sources::from_memory(pages.iter().copied())), expected, "{pages:?}");
        }
    }
}
