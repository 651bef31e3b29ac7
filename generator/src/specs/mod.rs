//! The pages of a crate as a selection from those of a vendor: operations, with the pages that they need, come in and go out.
//!
//! In: the crate's pages and the vendor's. Out: which pages change. It must not write, nor know what a page's tables mean.

mod closure;
mod group;
mod select;

use crate::source::Sources;
use closure::Closure;
use group::Group;
use select::Selection;
use std::collections::{BTreeMap, BTreeSet};

/// What becomes of the pages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Pages that are new or have another text.
    pub write: BTreeMap<String, String>,
    /// Pages that are no longer needed.
    pub remove: BTreeSet<String>,
    /// What it means, in the order of the pages: operations first.
    pub changes: Vec<Change>,
}

/// Something that changes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// An operation or a page.
    pub of: Item,
    /// What becomes of it.
    pub how: How,
}

/// What a change is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// An operation, by its id.
    Operation(String),
    /// A page, by its path.
    Page(String),
}

/// What becomes of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// It comes in.
    Added,
    /// It has another text.
    Changed,
    /// It goes out.
    Removed,
    /// The newer docs do not have it, and it stays.
    Kept,
}

impl Plan {
    /// Whether nothing changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.write.is_empty() && self.remove.is_empty()
    }

    fn note(&mut self, of: Item, how: How) {
        self.changes.push(Change { of, how });
    }

    /// Leaves out what is there already, and says of each page what becomes of it.
    fn finish(mut self, here: &Sources) -> Self {
        let pages = pages(here);
        self.write.retain(|path, text| pages.get(path.as_str()) != Some(&text.as_str()));
        for path in self.write.keys() {
            let how = if pages.contains_key(path.as_str()) { How::Changed } else { How::Added };
            self.changes.push(Change { of: Item::Page(path.clone()), how });
        }
        for path in &self.remove {
            self.changes.push(Change { of: Item::Page(path.clone()), how: How::Removed });
        }
        self.changes.sort();
        self
    }
}

/// Why nothing can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The pattern is none.
    Pattern(String),
    /// Nothing fits the pattern; the names that are nearest to it.
    Nothing(Vec<String>),
}

/// The pages of the first docs folder, by path; the front page beside it is none of them.
fn pages(sources: &Sources) -> BTreeMap<&str, &str> {
    let first = sources.files().iter().filter(|file| file.tree == 0 && !file.path.starts_with("../"));
    first.map(|file| (file.path.as_str(), file.text.as_str())).collect()
}

/// Brings in what fits the pattern, with the pages that it needs. What is there already stays as it is.
///
/// # Errors
/// When the pattern is none, or fits nothing.
pub fn add(pattern: &str, here: &Sources, there: &Sources) -> Result<Plan, Trouble> {
    let wanted = Selection::of(pattern, there)?;
    let mut plan = Plan::default();
    for (path, ids) in &wanted.sections {
        let theirs = Group::new(pages(there)[path.as_str()]);
        let mut mine =
            pages(here).get(path.as_str()).map_or_else(|| theirs.without_sections(), |text| Group::new(text));
        for id in ids {
            if mine.insert_from(&theirs, id) {
                plan.note(Item::Operation(id.clone()), How::Added);
            }
        }
        plan.write.insert(path.clone(), mine.to_text());
    }
    let closure = Closure::new(there);
    let needed = closure.of(&wanted);
    let present = pages(here);
    for path in
        needed.iter().filter(|path| !present.contains_key(path.as_str()) && !wanted.sections.contains_key(*path))
    {
        plan.write.insert(path.clone(), pages(there)[path.as_str()].to_owned());
    }
    Ok(plan.finish(here))
}

/// Takes out what fits the pattern, and the pages that nothing else needs.
///
/// # Errors
/// When the pattern is none, or fits nothing.
pub fn remove(pattern: &str, here: &Sources) -> Result<Plan, Trouble> {
    let unwanted = Selection::of(pattern, here)?;
    let mut plan = Plan::default();
    for (path, ids) in &unwanted.sections {
        let mut group = Group::new(pages(here)[path.as_str()]);
        for id in ids {
            group.remove(id);
            plan.note(Item::Operation(id.clone()), How::Removed);
        }
        if group.has_sections() {
            plan.write.insert(path.clone(), group.to_text());
        } else {
            plan.remove.insert(path.clone());
        }
    }
    plan.remove.extend(orphans(here, &unwanted));
    Ok(plan.finish(here))
}

/// The pages that only what is taken out needs.
fn orphans(here: &Sources, unwanted: &Selection) -> BTreeSet<String> {
    let closure = Closure::new(here);
    let theirs = closure.of(unwanted);
    let rest = Selection::rest(here, unwanted, &theirs);
    let needed = if rest.is_empty() { BTreeSet::new() } else { closure.of(&rest) };
    theirs.into_iter().filter(|path| !needed.contains(path) && !rest.sections.contains_key(path)).collect()
}

/// Brings the pages to those of a newer release: each operation, and the pages that it needs there. An operation that the release
/// no longer has goes, and so do pages that only operations needed before; other pages that it does not have are kept.
#[must_use]
pub fn update(here: &Sources, there: &Sources) -> Plan {
    let mut plan = Plan::default();
    let (old, new) = (pages(here), pages(there));
    let kept = Selection::shared(here, there);
    for path in Closure::new(there).of(&kept) {
        plan.write.insert(path.clone(), new[path.as_str()].to_owned());
    }
    let needed_before = Closure::new(here).of(&Selection { pages: BTreeSet::new(), ..Selection::everything(here) });
    for (path, text) in &old {
        let mine = Group::new(text);
        if mine.has_operations() {
            update_group(path, &mine, new.get(path).map(|text| Group::new(text)), &mut plan);
        } else if needed_before.contains(*path) && !plan.write.contains_key(*path) {
            plan.remove.insert((*path).to_owned());
        } else if !new.contains_key(path) {
            plan.note(Item::Page((*path).to_owned()), How::Kept);
        }
    }
    plan.finish(here)
}

/// The page with the newer sections of the operations that it has.
fn update_group(path: &str, mine: &Group<'_>, theirs: Option<Group<'_>>, plan: &mut Plan) {
    let ids: Vec<String> = mine.ids().map(str::to_owned).collect();
    let Some(theirs) = theirs else {
        ids.into_iter().for_each(|id| plan.note(Item::Operation(id), How::Removed));
        plan.remove.insert(path.to_owned());
        return;
    };
    let mut updated = theirs.without_sections();
    for id in ids {
        match (mine.section(&id), theirs.section(&id)) {
            (_, None) => plan.note(Item::Operation(id), How::Removed),
            (Some(old), Some(new)) => {
                if old.body() != new.body() {
                    plan.note(Item::Operation(id.clone()), How::Changed);
                }
                updated.insert_from(&theirs, &id);
            }
            (None, Some(_)) => {}
        }
    }
    if updated.has_sections() {
        plan.write.insert(path.to_owned(), updated.to_text());
    } else {
        plan.remove.insert(path.to_owned());
    }
}

/// Whether a page holds operations.
fn is_group(text: &str) -> bool {
    Group::new(text).has_operations()
}
