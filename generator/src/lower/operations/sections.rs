//! Group pages to operation sections.
//!
//! In: a page of `docs/sdks/*/README.md`. Out: a [`SectionAsWritten`] for each operation on it; what is not understood is a
//! diagnostic. It must not know types, model pages or the model.

use super::{
    error_rows::read_errors,
    usage::{problem, read_usage},
    usage_code::{Outcome, UsageCode, read_usage_code},
    written::{SectionAsWritten, Usage},
};
use crate::{
    dialect::Language,
    lower::{
        left_out,
        vocabulary::LISTING,
        written::{Row, TypeCell, deprecation_quote, read_rows, report_above, the_table, unread_title},
    },
    model::Deprecation,
    page::{Block, Cell, Page, Section, Table},
    source::{Code, Diagnostic, Diagnostics, Sources, Span},
};

/// The sections below an operation's heading.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Example,
    Parameters,
    Response,
    Errors,
}

/// Heading texts of the parts; a heading may go on behind a colon (`Example Usage: full`).
const PARTS: &[(&str, Part)] = &[
    ("Example Usage", Part::Example),
    ("Standalone function", Part::Example),
    ("React hooks and utilities", Part::Example),
    ("Parameters", Part::Parameters),
    ("Response", Part::Response),
    ("Errors", Part::Errors),
];

/// The heading of a group's own prose, which is no operation.
const OVERVIEW: &str = "Overview";

/// Go's second result, behind the response.
const ERROR_RESULT: &str = ", error";

/// Reads the operations of one group page.
pub fn read_operations(sources: &Sources, page: &Page, diagnostics: &mut Diagnostics) -> Vec<SectionAsWritten> {
    let title = page.sections.iter().find(|section| section.level == 1);
    let group = title.map_or("", |title| title.heading.as_str());
    if let Some(span) = title.and_then(|title| title.span) {
        report_above(page, span, diagnostics);
    }
    diagnostics.list.extend(unread_title(page).map(|it| it.help("write it as the page's first line: `# Title`")));
    let cuts = cuts(&page.sections);
    let mut operations = Vec::with_capacity(cuts.len());
    for (index, &from) in cuts.iter().enumerate() {
        let to = cuts.get(index + 1).copied().unwrap_or(page.sections.len());
        let sections = &page.sections[from..to];
        if sections[0].heading == OVERVIEW {
            continue;
        }
        let reader = Reader { sources, diagnostics, group };
        operations.extend(reader.operation(sections, page.sections.get(to)));
    }
    operations
}

/// Where operations begin. A heading of level 2 within an operation's prose is told by the page's list of operations.
fn cuts(sections: &[Section]) -> Vec<usize> {
    let listed = listed_names(sections);
    let heads: Vec<usize> = (0..sections.len()).filter(|&at| sections[at].level == 2).collect();
    let mut cuts = Vec::with_capacity(heads.len());
    let mut has_parts_before = true;
    for (index, &at) in heads.iter().enumerate() {
        let next = heads.get(index + 1).copied().unwrap_or(sections.len());
        let has_parts = sections[at..next].iter().any(|s| part(s).is_some());
        let heading = sections[at].heading.as_str();
        if heading == OVERVIEW || listed.contains(&heading) || (has_parts && has_parts_before) {
            cuts.push(at);
            has_parts_before = has_parts || heading == OVERVIEW;
        } else {
            has_parts_before |= has_parts;
        }
    }
    cuts
}

/// The names in the page's own list of operations: `* [name](#anchor) - summary`.
fn listed_names(sections: &[Section]) -> Vec<&str> {
    let items = sections.iter().filter(|section| section.heading == LISTING).flat_map(Section::items);
    items.filter_map(|item| Some(item.text.split_once('[')?.1.split_once(']')?.0.trim_matches('~'))).collect()
}

fn part(section: &Section) -> Option<Part> {
    let name = section.heading.split(':').next().unwrap_or_default().trim();
    let known = PARTS.iter().find(|(text, _)| *text == name);
    known.filter(|_| section.level == 3).map(|(_, part)| *part)
}

/// A section of an operation, and what is known of it at sight.
struct Piece<'p> {
    section: &'p Section,
    part: Option<Part>,
    usage: Option<Usage>,
}

impl<'p> Piece<'p> {
    fn of(section: &'p Section) -> Self {
        Self { section, part: part(section), usage: comment(section) }
    }

    /// Whether the operation's prose ends here.
    fn ends_prose(&self) -> bool {
        self.part.is_some() || self.usage.is_some()
    }
}

/// The usage comment among the blocks of a section.
fn comment(section: &Section) -> Option<Usage> {
    section.html().find_map(|html| read_usage(&html.text))
}

struct Reader<'a> {
    sources: &'a Sources,
    diagnostics: &'a mut Diagnostics,
    group: &'a str,
}

impl Reader<'_> {
    /// Reads one operation; `next` is the section behind it.
    fn operation(mut self, sections: &[Section], next: Option<&Section>) -> Option<SectionAsWritten> {
        let head = &sections[0];
        let span = head.span?;
        let pieces: Vec<Piece<'_>> = sections.iter().map(Piece::of).collect();
        let first_part = pieces.iter().position(Piece::ends_prose).unwrap_or(pieces.len());
        let (prose, parts) = pieces.split_at(first_part);
        let (usage, refused) = self.usage(span, parts);
        let quote = prose.iter().flat_map(|piece| &piece.section.blocks).find_map(deprecation_quote);
        let end = parts.first().map(|piece| piece.section).or(next).and_then(|s| s.span).map(|s| s.start);
        let mut section = SectionAsWritten {
            file: span.file,
            group: self.group.to_owned(),
            heading: head.heading.clone(),
            span,
            description: self.description(span, end, quote.as_ref().map(|(at, _)| *at)),
            deprecated: head.struck.then(|| quote.map_or(Deprecation { note: None }, |(_, deprecation)| deprecation)),
            code: code(parts, &usage),
            usage,
            refused,
            parameters: Vec::new(),
            response: None,
            errors: Vec::new(),
        };
        let before = self.diagnostics.list.len();
        self.parts(&sections[first_part..], parts, &mut section);
        if section.refused.is_some() {
            // It is left out, and that is said: what else is odd about it stops nobody.
            self.diagnostics.list.truncate(before);
        }
        Some(section)
    }

    /// What the usage comment says, and why that is not enough for an endpoint.
    fn usage(&mut self, heading: Span, parts: &[Piece<'_>]) -> (Usage, Option<&'static str>) {
        let Some(usage) = parts.iter().find_map(|piece| piece.usage.clone()) else {
            return (Usage::default(), Some(left_out::NO_COMMENT));
        };
        let problem = problem(&usage);
        let refused = problem.is_some().then_some(left_out::ODD_ADDRESS);
        self.diagnostics.list.extend(problem.map(|message| Diagnostic::at(Code::OddOperation, heading, message)));
        (usage, refused)
    }

    /// The text from the heading's end to `end`, without the deprecation quote.
    fn description(&self, heading: Span, end: Option<u32>, quote: Option<Span>) -> Option<String> {
        let text = self.sources.get(heading.file).text.as_str();
        let slice = |from: u32, to: u32| text.get(from as usize..to as usize).unwrap_or_default().trim();
        let end = end.or_else(|| u32::try_from(text.len()).ok()).unwrap_or(heading.end);
        let prose = match quote {
            None => slice(heading.end, end).to_owned(),
            Some(quote) => {
                format!("{}\n\n{}", slice(heading.end, quote.start), slice(quote.end, end)).trim().to_owned()
            }
        };
        (!prose.is_empty()).then_some(prose)
    }

    fn parts(&mut self, sections: &[Section], parts: &[Piece<'_>], section: &mut SectionAsWritten) {
        let whole = |kind| {
            let at = parts.iter().position(|piece| piece.part == Some(kind))?;
            Some(Section::whole(sections, at))
        };
        if let Some(found) = whole(Part::Parameters) {
            section.parameters = self.rows(&found, read_parameters);
        }
        if let Some(found) = whole(Part::Response) {
            section.response = found.blocks.iter().find_map(response_line);
        }
        match whole(Part::Errors) {
            None => {}
            Some(found) if found.table().is_none() => self.without_errors(&found),
            Some(found) => section.errors = self.rows(&found, read_errors),
        }
        parts.iter().filter(|piece| piece.part.is_none()).for_each(|piece| self.odd(piece.section));
    }

    fn rows<T>(&mut self, section: &Section, read: fn(&Table, &mut Diagnostics) -> Vec<T>) -> Vec<T> {
        the_table(section, self.diagnostics).map_or_else(Vec::new, |table| read(&table, self.diagnostics))
    }

    /// An operation may say in words that it fails in no way of its own.
    fn without_errors(&mut self, section: &Section) {
        let Some(span) = section.blocks.first().map(Block::span).or(section.span) else { return };
        let message = "`Errors` holds no table: the operation has no errors of its own";
        self.diagnostics.push(Diagnostic::at(Code::OddOperation, span, message));
    }

    fn odd(&mut self, section: &Section) {
        let Some(span) = section.span else { return };
        let message = format!("the section `{}` of an operation is not understood", section.heading);
        self.diagnostics.push(Diagnostic::at(Code::OddOperation, span, message));
    }
}

/// What the first example's code shows; further examples, and those of other ways to call the SDK, show the same. Where no comment
/// names its language, the fence does: such docs are older, and what their examples do with an answer says nothing of it.
fn code(parts: &[Piece<'_>], usage: &Usage) -> UsageCode {
    let is_example = |piece: &&Piece<'_>| piece.part == Some(Part::Example) || piece.usage.is_some();
    let Some(block) = parts.iter().filter(is_example).flat_map(|piece| piece.section.code()).next() else {
        return UsageCode::default();
    };
    let span = Some(block.span);
    match (Language::from_name(&usage.language), Language::from_name(&block.language)) {
        (Some(language), _) => UsageCode { span, ..read_usage_code(language, &block.text) },
        (None, Some(language)) => {
            UsageCode { span, outcome: Outcome::Unknown, ..read_usage_code(language, &block.text) }
        }
        (None, None) => UsageCode::default(),
    }
}

fn read_parameters(table: &Table, diagnostics: &mut Diagnostics) -> Vec<Row> {
    read_rows(table, "Parameter", diagnostics)
}

/// `**[X](x.md)**` without its stars.
fn response_line(block: &Block) -> Option<TypeCell> {
    let Block::Prose(cell) = block else { return None };
    let bold = cell.text.strip_prefix("**").and_then(|rest| rest.strip_suffix("**").or_else(|| before_prose(rest)));
    let text = bold.unwrap_or(&cell.text).trim();
    let text = text.strip_suffix(ERROR_RESULT).unwrap_or(text);
    Some(TypeCell::parse(Cell { text: text.trim().to_owned(), span: cell.span }))
}

/// What stands in bold in front of prose: "**[X](x.md)** — the text".
fn before_prose(rest: &str) -> Option<&str> {
    let end = rest.match_indices("**").find(|(at, mark)| rest[at + mark.len()..].starts_with(char::is_whitespace));
    end.map(|(at, _)| &rest[..at])
}
