//! The parts of a front page between `<!-- Start NAME [key] -->` and `<!-- End NAME [key] -->`.
//!
//! In: a parsed page and its text. Out: the blocks and headings within a part. It must not know what a part says.

use crate::{
    page::{Block, Page, Section},
    source::Span,
};
use std::{collections::HashMap, ops::Range};

/// A page and where its parts are.
pub struct Marked<'p> {
    /// The page.
    pub page: &'p Page,
    /// Its text.
    pub text: &'p str,
    parts: HashMap<&'p str, Range<usize>>,
}

/// What a comment marks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark<'t> {
    Start(&'t str),
    End(&'t str),
}

impl<'p> Marked<'p> {
    /// Finds the parts. The first of a key counts; one without an end goes on to the next start, or to the end of the page.
    pub fn new(page: &'p Page, text: &'p str) -> Self {
        let code: Vec<Range<usize>> =
            page.sections.iter().flat_map(Section::code).map(|block| bytes(block.span)).collect();
        let is_shown = |at: &usize| code.iter().any(|range| range.contains(at));
        let marks: Vec<(usize, Mark<'p>)> =
            lines(text).filter(|(at, _)| !is_shown(at)).filter_map(|(at, line)| Some((at, mark(line)?))).collect();
        let mut parts = HashMap::new();
        for (index, (start, mark)) in marks.iter().enumerate() {
            let Mark::Start(key) = mark else { continue };
            let closes = |other: &Mark<'_>| matches!(other, Mark::Start(_)) || *other == Mark::End(key);
            let end = marks[index + 1..].iter().find(|(_, other)| closes(other)).map_or(text.len(), |(at, _)| *at);
            parts.entry(*key).or_insert(*start..end);
        }
        Self { page, text, parts }
    }

    /// The bytes of a part, with the comment that opens it.
    pub fn range(&self, key: &str) -> Option<Range<usize>> {
        self.parts.get(key).cloned()
    }

    /// The comment that opens a part.
    pub fn start(&self, key: &str) -> Option<Span> {
        let range = self.range(key)?;
        let line = self.text[range.clone()].lines().next().unwrap_or_default().trim_end();
        Some(Span::new(self.page.file, range.start..range.start + line.len()))
    }

    /// The blocks of a part, each with the section that it stands in; none where there is no such part.
    pub fn blocks(&self, key: &str) -> impl Iterator<Item = (&'p Section, &'p Block)> + use<'p> {
        let range = self.range(key).unwrap_or_default();
        self.all_blocks().filter(move |(_, block)| range.contains(&(block.span().start as usize)))
    }

    /// The blocks of the whole page.
    pub fn all_blocks(&self) -> impl Iterator<Item = (&'p Section, &'p Block)> + use<'p> {
        self.page.sections.iter().flat_map(|section| section.blocks.iter().map(move |block| (section, block)))
    }
}

/// Lines with the byte at which each begins.
pub fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line.trim())
    })
}

fn mark(line: &str) -> Option<Mark<'_>> {
    let inner = line.strip_prefix("<!-- ")?.strip_suffix(" -->")?;
    let (before, key) = inner.strip_suffix(']')?.rsplit_once('[')?;
    match before.split_once(' ')?.0 {
        "Start" => Some(Mark::Start(key)),
        "End" => Some(Mark::End(key)),
        _ => None,
    }
}

fn bytes(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}
