//! What a pattern selects: operations by their ids, types by theirs.
//!
//! In: a pattern and pages. Out: sections and pages. It must not know what they need.

use super::{Group, Trouble, is_group, pages};
use crate::{
    config::Pattern,
    naming::near,
    source::{Sources, without_ending},
};
use std::collections::{BTreeMap, BTreeSet};

/// Operations by the page that holds them, and pages of types.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// The ids of operations, by the path of their page, in its order.
    pub sections: BTreeMap<String, Vec<String>>,
    /// The paths of pages.
    pub pages: BTreeSet<String>,
}

impl Selection {
    /// What fits a pattern: operations; pages of types where no operation does.
    pub fn of(pattern: &str, sources: &Sources) -> Result<Self, Trouble> {
        let compiled = Pattern::new(pattern).map_err(Trouble::Pattern)?;
        let everything = Self::everything(sources);
        let mut selection = Self::default();
        for (path, ids) in &everything.sections {
            let fitting: Vec<String> = ids.iter().filter(|id| compiled.matches(id)).cloned().collect();
            if !fitting.is_empty() {
                selection.sections.insert(path.clone(), fitting);
            }
        }
        if selection.is_empty() {
            selection.pages = everything.pages.into_iter().filter(|path| compiled.matches(type_id(path))).collect();
        }
        if selection.is_empty() { Err(Trouble::Nothing(probably_meant(pattern, sources))) } else { Ok(selection) }
    }

    /// All that there is.
    pub fn everything(sources: &Sources) -> Self {
        let mut selection = Self::default();
        for (path, text) in pages(sources) {
            if is_group(text) {
                let ids = Group::new(text).ids().map(str::to_owned).collect();
                selection.sections.insert(path.to_owned(), ids);
            } else {
                selection.pages.insert(path.to_owned());
            }
        }
        selection
    }

    /// What is left without `unwanted`: the other operations, and the pages that are none of `theirs`.
    pub fn rest(sources: &Sources, unwanted: &Self, theirs: &BTreeSet<String>) -> Self {
        let mut rest = Self::everything(sources);
        for (path, ids) in &unwanted.sections {
            rest.sections.entry(path.clone()).and_modify(|left| left.retain(|id| !ids.contains(id)));
        }
        rest.sections.retain(|_, ids| !ids.is_empty());
        rest.pages.retain(|path| !theirs.contains(path));
        rest
    }

    /// The operations and pages of `here` that `there` has, too, as they stand there.
    pub fn shared(here: &Sources, there: &Sources) -> Self {
        let (mine, mut shared) = (Self::everything(here), Self::everything(there));
        for (path, ids) in &mut shared.sections {
            ids.retain(|id| mine.sections.get(path).is_some_and(|mine| mine.contains(id)));
        }
        shared.sections.retain(|_, ids| !ids.is_empty());
        // Pages that operations need come by themselves, where they are still needed.
        let needed = super::Closure::new(here).of(&Self { pages: BTreeSet::new(), ..mine.clone() });
        shared.pages.retain(|path| mine.pages.contains(path) && !needed.contains(path));
        shared
    }

    pub fn is_empty(&self) -> bool {
        self.sections.is_empty() && self.pages.is_empty()
    }
}

/// `models/components/Pet.md` as rules and `model.json` call the type: `components/Pet`.
fn type_id(path: &str) -> &str {
    let path = without_ending(path).unwrap_or(path);
    path.strip_prefix("models/").filter(|rest| rest.contains('/')).unwrap_or(path)
}

/// The name that was probably meant.
fn probably_meant(pattern: &str, sources: &Sources) -> Vec<String> {
    let everything = Selection::everything(sources);
    let ids = everything.sections.values().flatten().map(String::as_str);
    let names = ids.chain(everything.pages.iter().map(|path| type_id(path)));
    near(pattern, names).map(str::to_owned).into_iter().collect()
}
