//! A page of operations as pieces that can be taken out and put in, without another byte of it changing.
//!
//! In: the text of a page. Out: its head, its sections, and what stands between them. It must not know what a section says.

use std::borrow::Cow;

/// What names the operation in a section's usage comment.
const ID: &str = "operationID=\"";

/// What stands behind a section that was the last of its page, and is no longer.
const GAP: &str = "\n\n";

/// The heading of the list of operations.
const LIST: &str = "### Available Operations";

/// A page: what stands in front of the first section, and the sections, each with the white space behind it.
#[derive(Debug, Clone)]
pub struct Group<'t> {
    head: Cow<'t, str>,
    head_gap: &'t str,
    sections: Vec<Section<'t>>,
}

/// A section, from its heading to the next one.
#[derive(Debug, Clone)]
pub struct Section<'t> {
    body: &'t str,
    gap: &'t str,
}

impl<'t> Section<'t> {
    fn new(text: &'t str) -> Self {
        let (body, gap) = split_gap(text);
        Self { body, gap }
    }

    /// Its text, without the white space behind it.
    pub fn body(&self) -> &'t str {
        self.body
    }

    /// The id of the operation that it describes; its heading where there is none, as in docs of older SDK generators.
    pub fn id(&self) -> &'t str {
        self.stated_id().unwrap_or_else(|| self.name())
    }

    fn stated_id(&self) -> Option<&'t str> {
        self.body.split_once(ID)?.1.split('"').next()
    }

    /// The text of its heading, without marks.
    fn name(&self) -> &'t str {
        self.body.lines().next().unwrap_or_default().trim_start_matches('#').trim().trim_matches('~')
    }
}

fn split_gap(text: &str) -> (&str, &str) {
    text.split_at(text.trim_end().len())
}

impl<'t> Group<'t> {
    /// Takes a page apart.
    pub fn new(text: &'t str) -> Self {
        let starts = heading_starts(text);
        let end = starts.first().copied().unwrap_or(text.len());
        let (head, head_gap) = split_gap(&text[..end]);
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        let sections: Vec<Section<'t>> =
            starts.iter().zip(ends).map(|(start, end)| Section::new(&text[*start..end])).collect();
        Self { head: Cow::Borrowed(head), head_gap, sections }.with_overview_in_head()
    }

    /// A section without an operation in front of all others (`## Overview`) belongs to the head.
    fn with_overview_in_head(mut self) -> Self {
        while self.has_operations() && self.sections[0].stated_id().is_none() {
            let first = self.sections.remove(0);
            self.head = Cow::Owned(format!("{}{}{}", self.head, self.head_gap, first.body));
            self.head_gap = first.gap;
        }
        self
    }

    /// Whether any section describes an operation.
    pub fn has_operations(&self) -> bool {
        self.sections.iter().any(|section| section.stated_id().is_some())
    }

    /// Whether it has sections besides its head.
    pub fn has_sections(&self) -> bool {
        !self.sections.is_empty()
    }

    /// The ids of its operations.
    pub fn ids(&self) -> impl Iterator<Item = &'t str> + '_ {
        self.sections.iter().map(Section::id)
    }

    /// The section of an operation.
    pub fn section(&self, id: &str) -> Option<&Section<'t>> {
        self.sections.iter().find(|section| section.id() == id)
    }

    /// The page without its sections, and without their lines in the list.
    pub fn without_sections(&self) -> Self {
        let mut head = self.clone();
        for section in &self.sections {
            head.unlist(section.name());
        }
        let end = self.sections.last().map_or(self.head_gap, |last| last.gap);
        Self { head: head.head, head_gap: end, sections: Vec::new() }
    }

    /// Puts in a section of another page of this group, where it stands there; says whether it was missing.
    pub fn insert_from(&mut self, other: &Self, id: &str) -> bool {
        let Some(at) = other.sections.iter().position(|section| section.id() == id) else { return false };
        if self.section(id).is_some() {
            return false;
        }
        let before = |section: &&Section<'_>| self.sections.iter().any(|mine| mine.id() == section.id());
        let predecessor = other.sections[..at].iter().rev().find(before);
        let place = predecessor.and_then(|section| self.sections.iter().position(|mine| mine.id() == section.id()));
        self.put(place.map_or(0, |place| place + 1), other, at);
        self.list_as(other, other.sections[at].name());
        true
    }

    /// Puts a section of another page in; what stood behind the one before it stands behind it now if it is the last.
    fn put(&mut self, at: usize, other: &Self, theirs: usize) {
        let Section { body, gap } = other.sections[theirs].clone();
        let is_last = at == self.sections.len();
        let before = if at == 0 { &mut self.head_gap } else { &mut self.sections[at - 1].gap };
        let gap = if is_last {
            std::mem::replace(before, if theirs == 0 { other.head_gap } else { other.sections[theirs - 1].gap })
        } else if theirs + 1 == other.sections.len() {
            GAP
        } else {
            gap
        };
        self.sections.insert(at, Section { body, gap });
    }

    /// Takes a section out, as if it had never been put in.
    pub fn remove(&mut self, id: &str) {
        let Some(at) = self.sections.iter().position(|section| section.id() == id) else { return };
        let section = self.sections.remove(at);
        if at == self.sections.len() {
            let before = if at == 0 { &mut self.head_gap } else { &mut self.sections[at - 1].gap };
            *before = section.gap;
        }
        self.unlist(section.name());
    }

    /// Takes the line of an operation out of the list in the head.
    fn unlist(&mut self, name: &str) {
        let Some(line) = list_lines(&self.head).into_iter().find(|line| is_of(line, name)).map(str::to_owned) else {
            return;
        };
        // The last line of the head has its break in front, all others behind.
        let head = if self.head.ends_with(&line) {
            self.head[..self.head.len() - line.len()].trim_end_matches('\n').to_owned()
        } else {
            self.head.replacen(&format!("{line}\n"), "", 1)
        };
        self.head = Cow::Owned(head);
    }

    /// Puts the line of an operation into the list, where it stands in another page's.
    fn list_as(&mut self, other: &Self, name: &str) {
        let theirs = list_lines(&other.head);
        let Some(at) = theirs.iter().position(|line| is_of(line, name)) else { return };
        let mine = list_lines(&self.head);
        if mine.iter().any(|line| is_of(line, name)) {
            return;
        }
        let before = theirs[..at].iter().rev().find(|line| mine.contains(line)).copied();
        let (anchor, gap) = before.map_or((LIST, "\n\n"), |line| (line, "\n"));
        if let Some(start) = self.head.find(anchor) {
            let mut head = self.head.clone().into_owned();
            let end = start + anchor.len();
            // The first line of a list that has others keeps the blank line above it.
            let gap = if before.is_none() && !mine.is_empty() { "\n\n" } else { gap };
            let rest = if before.is_none() && !mine.is_empty() {
                head.split_off(end).trim_start_matches('\n').to_owned()
            } else {
                head.split_off(end)
            };
            let joint = if before.is_none() && !mine.is_empty() { "\n" } else { "" };
            self.head = Cow::Owned(format!("{head}{gap}{}{joint}{rest}", theirs[at]));
        }
    }

    /// The page.
    pub fn to_text(&self) -> String {
        let sections: String = self.sections.iter().map(|section| format!("{}{}", section.body, section.gap)).collect();
        format!("{}{}{sections}", self.head, self.head_gap)
    }
}

/// The lines of the list of operations.
fn list_lines(head: &str) -> Vec<&str> {
    let below = head.split_once(LIST).map_or("", |(_, below)| below);
    below.lines().filter(|line| line.starts_with("* [") || line.starts_with("* ~~[")).collect()
}

fn is_of(line: &str, name: &str) -> bool {
    let text = line.trim_start_matches("* ").trim_start_matches("~~").trim_start_matches('[');
    text.split("](").next() == Some(name)
}

/// Where the headings of sections begin: `## …`, outside of code.
fn heading_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut fence: Option<&str> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let mark = ["```", "~~~"].into_iter().find(|mark| line.trim_start().starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            (None, None) if line.starts_with("## ") => starts.push(at),
            _ => {}
        }
        at += line.len();
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# Pets\n\n## Overview\n\n### Available Operations\n\n* [list](#list) - All\n* [get](#get) - One\n* [put](#put)\n\n\
                        ## list\n\n<!-- UsageSnippet operationID=\"list_pets\" -->\n```sh\n## no heading\n```\n\n\
                        ## get\n\n<!-- UsageSnippet operationID=\"get_pet\" -->\n\n\n## put\n\n<!-- UsageSnippet operationID=\"put_pet\" -->";

    #[test]
    fn a_page_is_put_together_as_it_was() {
        for end in ["", "\n", "\n\n"] {
            let text = format!("{PAGE}{end}");
            assert_eq!(Group::new(&text).to_text(), text);
        }
        assert_eq!(Group::new(PAGE).ids().collect::<Vec<_>>(), ["list_pets", "get_pet", "put_pet"]);
    }

    /// Whichever operations are there before and whichever comes in: taking it out gives the bytes before.
    #[test]
    fn what_is_put_in_can_be_taken_out() {
        let whole = Group::new(PAGE);
        let ids: Vec<&str> = whole.ids().collect();
        for bits in 0..8u32 {
            let mut page = whole.without_sections();
            for (_, id) in ids.iter().enumerate().filter(|(at, _)| bits & (1 << at) != 0) {
                assert!(page.insert_from(&whole, id));
            }
            let before = page.to_text();
            for id in &ids {
                let mut other = Group::new(&before);
                if other.insert_from(&whole, id) {
                    assert!(other.to_text().contains(&format!("operationID=\"{id}\"")));
                    let added = other.to_text();
                    let mut other = Group::new(&added);
                    other.remove(id);
                    assert_eq!(other.to_text(), before, "{bits} {id}");
                }
            }
        }
    }

    #[test]
    fn all_of_a_page_is_the_page() {
        let whole = Group::new(PAGE);
        let mut page = whole.without_sections();
        whole.ids().for_each(|id| assert!(page.insert_from(&whole, id)));
        assert_eq!(page.to_text(), PAGE);
    }
}
