//! One of the crate's own operations as an expression, for the docs of its root.
//!
//! In: the model. Out: Rust text that holds in every crate that depends on this one. It must not know where the text stands.

use super::{
    example::{self, Shown},
    paging, table, text,
};
use crate::model::{Media, Model, Operation};

/// An operation whose required values can be written down.
#[derive(Debug, Clone)]
pub struct Sample<'m> {
    /// The operation.
    pub operation: &'m Operation,
    /// The Rust name of its struct.
    pub name: String,
    /// The expression that makes it (`AuthTokenDeleteApi::new("service-id", "access-token-identifier")`).
    pub expression: String,
    /// The paths of what it names, below the crate's root.
    pub uses: Vec<String>,
}

/// The operation that shows best how to call one; none if each wants values that do not fit into a few lines.
#[must_use]
pub fn sample(model: &Model) -> Option<Sample<'_>> {
    let shown = |operation: &&Operation| {
        let raw = operation.body.as_ref().is_some_and(|body| body.media.value == Media::Raw);
        let plain = !raw && table::is_positional(text::required(operation)) && !operation.streams_events();
        plain && operation.deprecated.is_none()
    };
    let samples = model.operations.iter().filter(shown).filter_map(|operation| of(model, operation));
    samples.min_by_key(|sample| (rank(sample), sample.expression.len()))
}

/// An operation with a body that holds something, and with a result, shows most.
fn rank(sample: &Sample<'_>) -> (bool, bool, bool) {
    let Sample { operation, expression, .. } = sample;
    let has_body = operation.body.as_ref().is_some_and(|body| body.required);
    (operation.success.len() != 1, !has_body, expression.contains("::new()"))
}

/// A short operation whose results come in pages of items, beside another sample.
pub(in crate::emit) fn walking<'m>(model: &'m Model, beside: &Sample<'_>) -> Option<Sample<'m>> {
    shortest(model, beside, |operation| paging::walks(operation) && paging::has_items(model, operation))
}

/// A short operation that answers with events, beside another sample.
pub(in crate::emit) fn streaming<'m>(model: &'m Model, beside: &Sample<'_>) -> Option<Sample<'m>> {
    shortest(model, beside, Operation::streams_events)
}

fn shortest<'m>(model: &'m Model, beside: &Sample<'_>, is: impl Fn(&Operation) -> bool) -> Option<Sample<'m>> {
    let shown = model.operations.iter().filter(|operation| operation.deprecated.is_none() && is(operation));
    let samples = shown.filter_map(|operation| of(model, operation)).filter(|sample| agree(sample, beside));
    samples.min_by_key(|sample| sample.expression.len())
}

/// Whether two samples may stand in one program: no name means one thing in the one and another in the other.
pub(in crate::emit) fn agree(one: &Sample<'_>, other: &Sample<'_>) -> bool {
    let name = |path: &str| path.rsplit("::").next().map(str::to_owned);
    one.uses.iter().all(|path| other.uses.iter().all(|used| used == path || name(used) != name(path)))
}

fn of<'m>(model: &'m Model, operation: &'m Operation) -> Option<Sample<'m>> {
    let example = example::of(model, operation, Shown::Asked)?;
    Some(Sample { operation, name: example.name, expression: example.expression, uses: example.uses })
}
