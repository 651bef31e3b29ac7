//! What was understood of the pages: how much of each kind, what was concluded, what is unknown, what was left out.
//!
//! In: the pages and the model. Out: counts, as a table or as JSON. It must not judge: what is wrong is a finding.

mod facts;
#[cfg(feature = "cli")]
mod graph;
#[cfg(feature = "cli")]
mod html;
#[cfg(feature = "cli")]
pub mod settle;
mod table;

pub use facts::{Place, Places};

use crate::{
    generate::Understood,
    model::{Counts, Model, RowCount, Rule, Shape, add},
    source::{Code, Diagnostic, Sources},
};
use indexmap::IndexMap;
use serde::Serialize;

/// The counts of one docs tree.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Survey {
    /// The crate's name.
    pub name: String,
    /// Pages by what they describe.
    pub pages: Counts,
    /// Files of the SDK's source that were read, by what they are.
    #[serde(skip_serializing_if = "Counts::is_empty")]
    pub source: Counts,
    /// Named types by shape.
    pub types: Counts,
    /// Operations by HTTP method.
    pub operations: Counts,
    /// Rows that became part of the model, by what they became.
    pub rows: Counts,
    /// What became of the rows of the pages, by kind of row.
    pub accounts: IndexMap<String, Account>,
    /// Type words that are not of the language.
    pub unknown_words: usize,
    /// Facts by why they are believed.
    pub facts: Counts,
    /// Concluded facts by the rule that concluded them.
    pub assumed: Counts,
    /// Of these, the guesses: nothing on the pages speaks for them.
    pub guesses: Counts,
    /// The concluded facts themselves, by that rule.
    pub assumed_at: Places,
    /// What was taken from later docs trees beside those facts, by what it says.
    pub taken: Counts,
    /// What the docs do not say, and no rule could conclude.
    pub unknown: Counts,
    /// Of what they do not say it, and where.
    pub unknown_at: Places,
    /// Rows and pages that are no API facts, by reason.
    pub left_out: Counts,
    /// The operations among them, and where they stand.
    pub left_out_at: Places,
    /// Findings by code.
    pub findings: Counts,
}

/// What became of rows of one kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Account {
    /// How many the pages have.
    pub read: usize,
    /// How many are in the model.
    pub in_model: usize,
    /// How many are no facts of the API, by reason.
    pub left_out: Counts,
    /// How many are neither: a defect of the generator, or an error on a page.
    pub lost: usize,
}

impl Account {
    fn of(rows: &RowCount) -> Self {
        Self { read: rows.read, in_model: rows.kept, left_out: rows.left_out.clone(), lost: rows.lost() }
    }
}

impl Survey {
    /// Surveys what was understood of the pages.
    #[must_use]
    pub fn new(sources: &Sources, understood: &Understood) -> Self {
        let model = &understood.model;
        let facts = facts::facts(model);
        let unknown = facts::unknown(model);
        Self {
            name: model.name.clone(),
            pages: most_first(model.pages.clone()),
            source: source(sources),
            types: count(model.types.values().map(|definition| shape_word(&definition.shape))),
            operations: count(model.operations.iter().map(|operation| operation.method.as_str())),
            rows: rows(model),
            accounts: model.rows.iter().map(|(kind, rows)| ((*kind).to_owned(), Account::of(rows))).collect(),
            unknown_words: understood.diagnostics.list.iter().filter(|it| it.code == Code::UnknownWord).count(),
            facts: facts.by_basis,
            assumed: lengths(&facts.by_rule),
            guesses: guesses(&facts.by_rule),
            assumed_at: facts.by_rule,
            taken: count(model.taken.iter().map(|taken| taken.fact)),
            unknown: lengths(&unknown),
            unknown_at: unknown,
            left_out: model.left_out.clone(),
            left_out_at: facts::left_out(model),
            findings: count(understood.diagnostics.list.iter().map(|finding| finding.code.text())),
        }
    }

    /// A finding for each kind of row of which some are neither in the model nor left out for a reason.
    #[must_use]
    pub fn lost_rows(&self) -> Vec<Diagnostic> {
        let lost = self.accounts.iter().filter(|(_, account)| account.lost > 0);
        lost.map(|(kind, Account { lost, read, .. })| {
            let message =
                format!("{lost} of {read} {kind} of the pages are neither in the model nor left out for a reason");
            let help = "please report this with the page, cut down to the rows that matter";
            Diagnostic::general(Code::LostRows, message).help(help)
        })
        .collect()
    }

    /// As JSON with a final newline.
    ///
    /// # Panics
    /// Never: all keys are strings.
    #[must_use]
    pub fn to_json(&self) -> String {
        format!("{}\n", serde_json::to_string_pretty(self).expect("keys are strings"))
    }

    /// As one page for a browser, with the types of each operation of the model.
    #[cfg(feature = "cli")]
    #[must_use]
    pub fn to_html(&self, model: &Model) -> String {
        html::page(self, model)
    }

    /// As a table for people.
    #[must_use]
    pub fn to_table(&self) -> String {
        table::table(self)
    }
}

fn guesses(by_rule: &Places) -> Counts {
    let is_guess = |id: &str| Rule::ALL.iter().any(|rule| rule.id() == id && rule.is_guess());
    lengths(by_rule).into_iter().filter(|(id, _)| is_guess(id)).collect()
}

fn lengths(places: &Places) -> Counts {
    places.iter().map(|(word, places)| (word.clone(), places.len())).collect()
}

/// Counts words, the most frequent first.
fn count<'a>(words: impl IntoIterator<Item = &'a str>) -> Counts {
    let mut counts = Counts::new();
    for word in words {
        add(&mut counts, word, 1);
    }
    most_first(counts)
}

fn most_first(mut counts: Counts) -> Counts {
    counts.sort_by(|one, ones, other, others| others.cmp(ones).then_with(|| one.cmp(other)));
    counts
}

/// What was read beside the docs.
fn source(sources: &Sources) -> Counts {
    let mut counts = Counts::new();
    for sdk in sources.sdks() {
        add(&mut counts, "files of source", sdk.files.len());
        add(&mut counts, "lockfiles", usize::from(sdk.lock.is_some()));
        add(&mut counts, "files of facts", usize::from(sdk.recorded.is_some()));
    }
    counts
}

fn shape_word(shape: &Shape) -> &'static str {
    match shape {
        Shape::Struct(_) => "structs",
        Shape::Enum(_) => "enums",
        Shape::Union(_) => "unions",
        Shape::Opaque => "opaque",
    }
}

/// What a definition gives to the row counts.
fn rows_of(shape: &Shape) -> (&'static str, usize) {
    match shape {
        Shape::Struct(shape) => ("fields", shape.fields.len()),
        Shape::Enum(shape) => ("values", shape.values.len()),
        Shape::Union(shape) => ("members", shape.members.len()),
        Shape::Opaque => ("members", 0),
    }
}

fn rows(model: &Model) -> Counts {
    let mut rows: Counts =
        ["fields", "values", "members", "parameters", "bodies", "errors"].map(|it| (it.into(), 0)).into();
    let mut add = |word: &str, more: usize| *rows.entry(word.to_owned()).or_default() += more;
    for definition in model.types.values() {
        let (word, more) = rows_of(&definition.shape);
        add(word, more);
    }
    for operation in &model.operations {
        add("parameters", operation.parameters.len());
        add("bodies", operation.success.len() + usize::from(operation.body.is_some()));
        add("errors", operation.errors.len());
    }
    rows
}
