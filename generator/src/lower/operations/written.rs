//! Operation sections as the pages have them: strings and places, nothing concluded.
//!
//! In: nothing; [`super::sections`] fills it. Out: read by [`super::place`] and its neighbours. It must not know types or model
//! pages.

use super::usage_code::UsageCode;
use crate::{
    dialect::{Expr, page_stem},
    lower::{
        vocabulary::RESPONSE_SUFFIX,
        written::{Row, RowId, TypeCell},
    },
    model::{Deprecation, ErrorStatus},
    naming::fold,
    source::{FileId, Span},
};

/// A `##` section of a group page: one method of the SDK.
#[derive(Debug, Clone)]
pub struct SectionAsWritten {
    /// The page.
    pub file: FileId,
    /// The page's title (`Beta.Libraries`).
    pub group: String,
    /// The section's heading without marks (`create`).
    pub heading: String,
    /// Where the heading stands.
    pub span: Span,
    /// Prose between the heading and the first section below it, as markdown, without the deprecation quote.
    pub description: Option<String>,
    /// Set when the heading is struck through; the note is what the deprecation quote says.
    pub deprecated: Option<Deprecation>,
    /// The usage comment; empty without one.
    pub usage: Usage,
    /// Why it is no operation of the model, if it is none.
    pub refused: Option<&'static str>,
    /// What the code of its first example shows.
    pub code: UsageCode,
    /// Rows of the Parameters table.
    pub parameters: Vec<Row>,
    /// The Response line without its stars.
    pub response: Option<TypeCell>,
    /// Rows of the Errors table.
    pub errors: Vec<ErrorRow>,
}

impl SectionAsWritten {
    /// Its group and heading, where it is known by nothing else.
    pub fn name(&self) -> String {
        format!("{}.{}", self.group, self.heading)
    }

    /// The folded names after which pages of this operation may be called; an id of signs alone gives none.
    pub fn names_in_pages(&self) -> impl Iterator<Item = String> {
        [Some(fold(&self.usage.id)), self.name_of_response()].into_iter().flatten().filter(|name| !name.is_empty())
    }

    /// Without a usage comment, an operation is called as its response's page is: the source may state no id.
    fn name_of_response(&self) -> Option<String> {
        let response = self.response.as_ref().filter(|_| self.usage.language.is_empty())?;
        let targets = response.expr.as_ref().map(Expr::targets).unwrap_or_default();
        let mut stems = targets.into_iter().filter_map(page_stem).map(fold);
        stems.find_map(|stem| stem.strip_suffix(RESPONSE_SUFFIX).filter(|name| !name.is_empty()).map(str::to_owned))
    }
}

/// The facts of a `<!-- UsageSnippet … -->` comment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Usage {
    /// The SDK language.
    pub language: String,
    /// The operation id, raw.
    pub id: String,
    /// The HTTP method, upper case.
    pub method: String,
    /// The URL path without a fragment.
    pub path: String,
    /// What stands behind `#` in the path.
    pub fragment: Option<String>,
}

/// A row of an Errors table.
#[derive(Debug, Clone)]
pub struct ErrorRow {
    /// Which row it is.
    pub id: RowId,
    /// The type's name as written (`models/errors/Result`).
    pub name: String,
    /// The statuses that it is for.
    pub statuses: Vec<ErrorStatus>,
    /// The media type (`application/json`).
    pub media: String,
    /// The name cell.
    pub span: Span,
}

impl ErrorRow {
    /// Whether it names no status, but only ranges of them.
    pub fn is_for_ranges(&self) -> bool {
        !self.statuses.iter().any(|status| matches!(status, ErrorStatus::One(_)))
    }
}
