//! What became of every row of a docs tree: each is in the model, or left out for a reason, or lost.
//!
//! In: an outcome for each row, recorded by whoever decides it. Out: counts by kind of row. It must not know how rows are lowered: a
//! row of which nothing is recorded is lost.

use super::{
    left_out,
    operations::SectionAsWritten,
    written::{Content, RowId, WrittenPage},
};
use crate::model::{RowCount, add};
use indexmap::IndexMap;
use std::collections::HashMap;

/// What a row is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// A field of a type.
    Field,
    /// A value of an enum.
    Value,
    /// A member of a union.
    Member,
    /// A parameter of an operation.
    Parameter,
    /// An error of an operation.
    Error,
}

/// What the survey calls each kind, in the order in which they are told.
const KINDS: [(RowKind, &str); 5] = [
    (RowKind::Field, "fields"),
    (RowKind::Value, "values"),
    (RowKind::Member, "members"),
    (RowKind::Parameter, "parameters"),
    (RowKind::Error, "errors"),
];

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is in the model.
    Kept,
    /// It is no fact of the API, for this reason.
    LeftOut(&'static str),
}

/// What became of rows, as far as it is decided.
#[derive(Debug, Default)]
pub struct Outcomes {
    of: HashMap<RowId, Outcome>,
}

impl Outcomes {
    /// Records what became of a row. Several operations may share a page: a row that one of them keeps is kept.
    pub fn record(&mut self, row: RowId, outcome: Outcome) {
        let known = self.of.entry(row).or_insert(outcome);
        if outcome == Outcome::Kept {
            *known = outcome;
        }
    }

    /// Leaves rows out, whatever became of them before.
    pub fn leave_out(&mut self, rows: impl IntoIterator<Item = RowId>, reason: &'static str) {
        self.of.extend(rows.into_iter().map(|row| (row, Outcome::LeftOut(reason))));
    }

    /// Takes back that rows are kept: what kept them is no part of the model.
    pub fn take_back(&mut self, rows: &[RowId]) {
        for row in rows {
            if self.of.get(row) == Some(&Outcome::Kept) {
                self.of.remove(row);
            }
        }
    }
}

/// Every row that was read, and the kinds of those that stand on pages and were not.
pub struct RowAudit {
    rows: Vec<(RowKind, RowId)>,
    unread: Vec<RowKind>,
}

impl RowAudit {
    /// The rows of one docs tree.
    pub fn new(pages: &[WrittenPage], sections: &[SectionAsWritten], unread: Vec<RowKind>) -> Self {
        let of_pages = pages.iter().flat_map(|page| rows_of_page(&page.content));
        Self { rows: of_pages.chain(sections.iter().flat_map(rows_of_section)).collect(), unread }
    }

    /// Counts what became of them.
    pub fn count(&self, outcomes: &Outcomes) -> IndexMap<&'static str, RowCount> {
        KINDS.map(|(kind, name)| (name, self.count_kind(kind, outcomes))).into()
    }

    fn count_kind(&self, kind: RowKind, outcomes: &Outcomes) -> RowCount {
        let unread = self.unread.iter().filter(|other| **other == kind).count();
        let mut count = RowCount { read: unread, ..RowCount::default() };
        // A finding tells of each.
        add(&mut count.left_out, left_out::UNREAD_ROW, unread);
        for (_, row) in self.rows.iter().filter(|(other, _)| *other == kind) {
            count.read += 1;
            match outcomes.of.get(row) {
                Some(Outcome::Kept) => count.kept += 1,
                Some(Outcome::LeftOut(reason)) => add(&mut count.left_out, *reason, 1),
                None => {}
            }
        }
        count
    }
}

/// The rows of a page of a type.
pub fn rows_of_page(content: &Content) -> Vec<(RowKind, RowId)> {
    match content {
        Content::Fields(rows) => rows.iter().map(|row| (RowKind::Field, row.id)).collect(),
        Content::Values { values, .. } => values.iter().map(|row| (RowKind::Value, row.id)).collect(),
        Content::Members(members) => members.iter().map(|row| (RowKind::Member, row.id)).collect(),
        Content::Bare | Content::Utility => Vec::new(),
    }
}

/// The rows of an operation.
pub fn rows_of_section(section: &SectionAsWritten) -> impl Iterator<Item = (RowKind, RowId)> {
    let parameters = section.parameters.iter().map(|row| (RowKind::Parameter, row.id));
    parameters.chain(section.errors.iter().map(|row| (RowKind::Error, row.id)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Span};

    fn row(start: u32) -> RowId {
        RowId::at(Span { file: FileId(0), start, end: start + 1 })
    }

    #[test]
    fn a_row_of_which_nothing_is_recorded_is_lost() {
        let rows = [1, 2, 3, 4].map(|start| (RowKind::Field, row(start))).to_vec();
        let audit = RowAudit { rows, unread: vec![RowKind::Field, RowKind::Error] };
        let mut outcomes = Outcomes::default();
        outcomes.record(row(1), Outcome::Kept);
        outcomes.record(row(2), Outcome::LeftOut(left_out::SDK_FIELD));
        outcomes.record(row(3), Outcome::Kept);
        outcomes.take_back(&[row(2), row(3)]);
        let fields = &audit.count(&outcomes)["fields"];
        assert_eq!((fields.read, fields.kept, fields.lost()), (5, 1, 2));
        assert_eq!(fields.left_out[left_out::SDK_FIELD], 1);
        assert_eq!(audit.count(&outcomes)["errors"].left_out[left_out::UNREAD_ROW], 1);
    }

    #[test]
    fn a_row_that_one_operation_keeps_is_kept() {
        for order in [[0, 1], [1, 0]] {
            let mut outcomes = Outcomes::default();
            let recorded = [Outcome::Kept, Outcome::LeftOut(left_out::RESPONSE_ROW)];
            order.iter().for_each(|at| outcomes.record(row(1), recorded[*at]));
            assert_eq!(outcomes.of[&row(1)], Outcome::Kept);
        }
    }
}
