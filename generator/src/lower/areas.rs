//! Which pages are types, and which are groups of operations.
//!
//! In: the paths of all pages. Out: an [`Area`] for each. It must not know what the pages hold.

use crate::source::{File, Sources};
use std::collections::HashSet;

/// What kind of page a path says that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// A type.
    Models,
    /// A group of operations.
    Operations,
    /// Neither.
    Other,
}

/// The folders that say what their pages are.
const AREAS: &[(&str, Area)] = &[("sdks", Area::Operations), ("models", Area::Models), ("errors", Area::Models)];

/// The area of each page, in the order of the pages: that of the first folder above it with a known name, since some SDKs have
/// `models/` below another one. A page in no folder is a type where its tree has no such folders, else prose.
#[must_use]
pub fn areas(sources: &Sources) -> Vec<Area> {
    let files = sources.files();
    let with_folders: HashSet<u32> =
        files.iter().filter(|file| area_of_folder(&file.path).is_some()).map(|file| file.tree).collect();
    let is_type =
        |file: &File| !with_folders.contains(&file.tree) && !file.path.contains('/') && file.path != "README.md";
    let area = |file| if is_type(file) { Area::Models } else { Area::Other };
    files.iter().map(|file| area_of_folder(&file.path).unwrap_or_else(|| area(file))).collect()
}

fn area_of_folder(path: &str) -> Option<Area> {
    let (folders, _) = path.rsplit_once('/')?;
    let known = |folder: &str| AREAS.iter().find(|(name, _)| name.eq_ignore_ascii_case(folder));
    folders.split('/').find_map(known).map(|(_, area)| *area)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_say_what_their_pages_are() {
        for (paths, expected) in [
            (&["Models/Components/Pet.md", "sdk/models/shared/Pet.md"][..], &[Area::Models, Area::Models][..]),
            (&["Plan.md", "sdks/tokens/README.md"], &[Area::Other, Area::Operations]),
            (&["Pet.md", "README.md"], &[Area::Models, Area::Other]),
        ] {
            assert_eq!(areas(&Sources::from_memory(paths.iter().map(|path| (*path, "")))), expected, "{paths:?}");
        }
    }
}
