//! Pages to the model, as an ordered list of passes.
//!
//! In: sources and [`LowerOptions`]. Out: a [`Model`], and diagnostics. It must not know Rust tokens, nor files on disk.
//!
//! | pass | what holds after it |
//! | --- | --- |
//! | `page_kinds` | every page is known to be a type, a group of operations, or neither |
//! | `written` | every page is rows, values and members, with ids and spans; every type cell is parsed, or known to be no type |
//! | `index` | every link and name leads to a page, or is known to lead nowhere |
//! | `definitions` | every page is a type definition, every cell a type (`cells`) |
//! | `operations` | every operation has its parts in their places, as the source of the SDK states them or rules conclude; wrapper and envelope pages are no types |
//! | `wire` | every field has its JSON name |
//! | `settle_source` | what the SDK's source states is settled |
//! | `row_audit` | what became of every row, as the passes above recorded it, is counted |
//! | `merge` | where there are several docs trees: one model, each fact of a later tree with its page and line |
//! | `discriminate` | unions know the property that tells their members apart, where there is one |
//! | `names` | every item has a Rust name, unique where it stands |
//! | `endpoint_names` | every endpoint has a Rust name, unique in its module |
//! | `constants` | fields with one legal value have it, and it is known which are sent unasked |
//! | `graph` | usage, boxes and derives |
//! | `secrets` | what `Debug` must not show is known |
//! | `paging` | what moves from page to page is known, where names tell it |
//!
//! Up to `row_audit`, each docs tree is lowered by itself (`tree`).

mod cells;
mod constants;
mod definitions;
mod discriminate;
mod endpoint_names;
mod folders;
mod front;
mod graph;
mod index;
mod language;
mod left_out;
mod merge;
mod names;
mod operations;
mod page_kinds;
mod paging;
mod parallel;
mod row_audit;
mod secrets;
mod settle_source;
mod short_names;
mod spellings;
mod tree;
mod unread;
mod vocabulary;
mod wire;
mod written;

use crate::{
    annotations::{Recorded, write_facts},
    dialect::Language,
    model::{Model, WireCase},
    source::{Diagnostics, Sources},
};

/// How pages are lowered.
#[derive(Debug, Clone, Default)]
pub struct LowerOptions {
    /// The name of the crate that is generated.
    pub name: String,
    /// The SDK language, where it is not to be found from the docs.
    pub language: Option<Language>,
    /// The spelling of JSON names, where it is not to be found from the docs.
    pub wire_case: Option<WireCase>,
    /// Whether endpoints are named by their operation ids, and not by the headings of their sections.
    pub endpoints_by_id: bool,
    /// Whether enums whose page shows no mark of openness have no unknown variant.
    pub closed_enums: bool,
}

/// Lowers a docs tree to the model. What is wrong with the pages is in `diagnostics`; the model is whole without them.
///
/// ```
/// use tablature::{lower::{LowerOptions, lower}, source::{Diagnostics, Sources}};
/// let page = "# Pet\n\n## Fields\n\n| Field | Type | Required | Description |\n| - | - | - | - |\n\
///     | `name` | *Optional\\<String>* | :heavy_minus_sign: | N/A |\n";
/// let sources = Sources::from_memory([("models/components/Pet.md", page)]);
/// let mut diagnostics = Diagnostics::default();
/// let model = lower(&sources, &LowerOptions::default(), &mut diagnostics);
/// assert_eq!(model.types[0].rust, "Pet");
/// ```
pub fn lower(sources: &Sources, options: &LowerOptions, diagnostics: &mut Diagnostics) -> Model {
    let mut model = read(sources, options, diagnostics).0;
    conclude(sources, options, &mut model, diagnostics);
    diagnostics.sort();
    model
}

/// What the pages say, with nothing concluded from it yet: no discriminators, names or derives; and, as the text of a file, the facts of
/// source that were of use.
///
/// Several docs trees become one model: what the first does not state is taken from the next. Facts that are settled between this
/// and [`conclude`] are known to the passes that conclude from them.
pub(crate) fn read(sources: &Sources, options: &LowerOptions, diagnostics: &mut Diagnostics) -> (Model, String) {
    let (mut trees, pages) = tree::lower_trees(sources, options, diagnostics);
    let facts: Vec<Recorded> = trees.iter_mut().filter_map(|tree| tree.facts.take()).collect();
    for tree in trees.iter().skip(1) {
        diagnostics.list.extend(operations::without_comment(sources, tree.number, &tree.model));
    }
    let leading = trees.first().map_or(0, |tree| tree.number);
    let languages = languages(&trees);
    let mut trees = trees.into_iter();
    let model = trees.next().map(|first| merge::merge(sources, options, first, trees, diagnostics));
    let model = Model { name: options.name.clone(), languages, pages, ..model.unwrap_or_default() };
    diagnostics.list.extend(operations::without_comment(sources, leading, &model));
    (model, write_facts(&facts))
}

/// The language of each docs tree, by number.
fn languages(trees: &[tree::Tree]) -> Vec<Option<&'static str>> {
    let mut languages = Vec::new();
    for tree in trees {
        languages.resize(tree.number as usize, None);
        languages.push((!tree.is_guessed).then(|| tree.dialect.language.name()));
    }
    languages
}

/// What there is one of.
fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    all.next().filter(|_| all.next().is_none())
}

/// Concludes what follows from the facts of a model.
pub(crate) fn conclude(sources: &Sources, options: &LowerOptions, model: &mut Model, diagnostics: &mut Diagnostics) {
    discriminate::discriminate(sources, model, diagnostics);
    names::assign(model);
    endpoint_names::assign(model, options.endpoints_by_id);
    constants::conclude(model);
    graph::analyse(model);
    secrets::mark(model);
    paging::conclude(model);
}
