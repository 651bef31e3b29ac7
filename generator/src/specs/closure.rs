//! The pages that operations and types need.
//!
//! In: pages, and what is wanted of them. Out: paths. It must not know what the pages say, but for their links; which types an error
//! table means, the model knows.

use super::{Group, Selection, pages};
use crate::{
    config::{Config, Pattern, Rule},
    generate::understand,
    model::Model,
    source::{FileId, Sources, Span, without_ending},
};
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::collections::{BTreeMap, BTreeSet};

/// The page that says how requests are authenticated: every operation needs it.
const SECURITY: &str = "security.md";

/// The pages of one tree, to look up what needs which.
pub struct Closure<'s> {
    sources: &'s Sources,
    pages: BTreeMap<&'s str, &'s str>,
}

impl<'s> Closure<'s> {
    pub fn new(sources: &'s Sources) -> Self {
        Self { sources, pages: pages(sources) }
    }

    /// The pages that are needed, without those of the operations themselves.
    pub fn of(&self, wanted: &Selection) -> BTreeSet<String> {
        let mut open: Vec<String> = wanted.pages.iter().cloned().collect();
        for (path, ids) in &wanted.sections {
            let group = Group::new(self.pages[path.as_str()]);
            let bodies = ids.iter().filter_map(|id| group.section(id));
            bodies.for_each(|section| open.extend(self.links(path, section.body())));
        }
        if !wanted.sections.is_empty() {
            open.extend(self.types_of(wanted));
            open.extend(self.pages.keys().filter(|path| is_security(path)).map(|path| (*path).to_owned()));
        }
        let mut needed = BTreeSet::new();
        while let Some(path) = open.pop() {
            let text = self.pages[path.as_str()];
            if !super::is_group(text) && needed.insert(path.clone()) {
                open.extend(self.links(&path, text));
            }
        }
        needed
    }

    /// The pages that a text links to, and that are there.
    fn links(&self, path: &str, text: &str) -> Vec<String> {
        let events = Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
        let targets = events.filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url),
            _ => None,
        });
        let found = targets.filter_map(|target| resolve(path, &target));
        found.filter(|target| self.pages.contains_key(target.as_str())).collect()
    }

    /// The pages of the types that the operations name in other ways than by a link: errors, for one.
    fn types_of(&self, wanted: &Selection) -> Vec<String> {
        let nowhere = Span { file: FileId(0), start: 0, end: 0 };
        let ids = wanted.sections.values().flatten();
        let select = ids.filter_map(|id| Some(Rule::new(Pattern::new(&escaped(id)).ok()?, nowhere))).collect();
        let config = Config { select, strict: false, ..Config::default() };
        let Model { types, .. } = understand(self.sources, &config).model;
        let paths = types.values().map(|definition| definition.source.page.clone());
        paths.filter(|path| self.pages.contains_key(path.as_str())).collect()
    }
}

fn is_security(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.eq_ignore_ascii_case(SECURITY)) && path.contains('/')
}

/// A pattern that fits a name alone.
fn escaped(id: &str) -> String {
    id.chars().flat_map(|c| if "*?[]{}\\".contains(c) { vec!['[', c, ']'] } else { vec![c] }).collect()
}

/// The path that a link on a page leads to; nothing if it leads out of the docs, or to no page.
fn resolve(page: &str, target: &str) -> Option<String> {
    let target = target.split(['#', '?']).next()?;
    if without_ending(target).is_none() || target.contains("://") || target.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A backtick without its twin ends with its cell; in a paragraph it would reach to the next row.
    #[test]
    fn links_between_broken_code_spans_are_found() {
        let table = "# A\n\n| x | y |\n| - | - |\n| it`s | [B](b.md) |\n| it`s | c |\n";
        let sources = Sources::from_memory([("a.md", table), ("b.md", "# B\n")]);
        assert_eq!(Closure::new(&sources).links("a.md", table), ["b.md"]);
    }

    #[test]
    fn links_are_resolved_within_the_docs() {
        let check = |page: &str, target: &str, expected: Option<&str>| {
            assert_eq!(resolve(page, target).as_deref(), expected, "{target}");
        };
        check("sdks/pets/README.md", "../../models/components/Pet.md", Some("models/components/Pet.md"));
        check("models/a.md", "./b.md#x", Some("models/b.md"));
        check("a.md", "../b.md", None);
        check("a.md", "https://example.com/b.md", None);
        check("a.md", "b.png", None);
    }
}
