//! Which pages are types, and which are groups of operations.
//!
//! In: the paths of all pages and, where these say nothing, what headings they have. Out: a [`DocsPage`] for each. It must not know
//! what the sections hold.

use crate::{
    dialect::USAGE_COMMENT,
    source::{BESIDE, FRONT_PAGE, File, OPERATIONS, Sources, TYPES},
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

/// Lines that only pages of types have, and only pages of operations.
const MARKS: &[(&str, DocsPage)] = &[
    ("### Available Operations", DocsPage::Operations),
    ("## Fields", DocsPage::Models),
    ("## Values", DocsPage::Models),
    ("## Supported Types", DocsPage::Models),
];

/// How the page begins that the SDK's own options of a call have among the types.
const CALL_OPTIONS: &str = "## Options\n\n### With";

/// The kind of each page, in the order of the pages: that of the first folder above it with a known name, since some SDKs have
/// `models/` below another one; else what its headings say. A page in no folder is a type where its tree has no such folders,
/// else prose. A page of the SDK's options is no type, wherever it lies.
#[must_use]
pub fn page_kinds(sources: &Sources) -> Vec<DocsPage> {
    let files = sources.files();
    let with_folders: HashSet<u32> =
        files.iter().filter(|file| kind_of_folder(&file.path).is_some()).map(|file| file.tree).collect();
    let kind = |file: &File| match kind_of_folder(&file.path) {
        Some(DocsPage::Models) if file.text.trim_start().starts_with(CALL_OPTIONS) => DocsPage::Other,
        Some(kind) => kind,
        None => kind_of_text(file, !with_folders.contains(&file.tree)),
    };
    files.iter().map(kind).collect()
}

fn kind_of_folder(path: &str) -> Option<DocsPage> {
    let known = |folder: &str| FOLDERS.iter().find(|(name, _)| name.eq_ignore_ascii_case(folder));
    folders(path).find_map(known).map(|(_, kind)| *kind)
}

/// `is_apart` says that the page was given apart from the folders that it belongs to.
fn kind_of_text(file: &File, is_apart: bool) -> DocsPage {
    let is_in_folder = file.path.contains('/');
    let is_front_page = file.path == BESIDE;
    if is_front_page || !(is_apart || is_in_folder) || folders(&file.path).any(|folder| HELPERS.contains(&folder)) {
        return DocsPage::Other;
    }
    match file.text.lines().find_map(kind_of_line) {
        Some(kind) => kind,
        None if is_apart && !is_in_folder && file.path != FRONT_PAGE => DocsPage::Models,
        None => DocsPage::Other,
    }
}

fn kind_of_line(line: &str) -> Option<DocsPage> {
    // Operations alone have one.
    if line.strip_prefix(USAGE_COMMENT).is_some_and(|comment| comment.starts_with(' ')) {
        return Some(DocsPage::Operations);
    }
    MARKS.iter().find(|(mark, _)| line.trim_end() == *mark).map(|(_, kind)| *kind)
}

fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.rsplit_once('/').into_iter().flat_map(|(folders, _)| folders.split('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(page_kinds(&Sources::from_memory(paths.iter().map(|path| (*path, "")))), expected, "{paths:?}");
        }
    }

    #[test]
    fn options_of_the_sdk_are_no_type() {
        let options = ("models/operations/option.md", "## Options\n\n### WithServerURL\n\nSets the URL.\n");
        let of_the_api = ("models/operations/options.md", "# Options\n\n\n## Fields\n");
        assert_eq!(page_kinds(&Sources::from_memory([options, of_the_api])), [DocsPage::Other, DocsPage::Models]);
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
            assert_eq!(page_kinds(&Sources::from_memory(pages.iter().copied())), expected, "{pages:?}");
        }
    }
}
