//! Pages to the model, as an ordered list of passes.
//!
//! In: sources and [`LowerOptions`]. Out: a [`Model`], and diagnostics. It must not know Rust tokens, nor files on disk.
//!
//! | pass | what holds after it |
//! | --- | --- |
//! | `written` | every page is rows, values and members, with spans |
//! | `index` | every link and name leads to a page, or is known to lead nowhere |
//! | `build` | every page is a type definition, every cell a type |
//! | [`operations`] | every operation has its parts in their places; wrapper and envelope pages are no types |
//! | `wire` | every field has its JSON name |
//! | `discriminate` | unions know the property that tells their members apart, where there is one |
//! | `names` | every item has a Rust name, unique where it stands |
//! | `graph` | usage, boxes and derives |

mod build;
mod discriminate;
mod graph;
mod index;
mod names;
pub mod operations;
mod types;
pub mod wire;
mod written;

pub use build::{BuiltField, BuiltTree};
pub use index::{Area, PageIndex, area, fold};
pub use names::{field_name, type_name, unique, variant_name};
pub use types::{ReadType, TypeReader, Wrapper};
pub use written::{Content, MemberRow, Row, ValueRow, WrittenPage, prose, read_description, read_rows, the_table};

use crate::{
    dialect::{Dialect, Language, detect},
    model::{Model, WireCase},
    page::{Page, parse_page},
    source::{Code, Diagnostic, Diagnostics, FileId, Sources},
};
use rayon::prelude::*;

/// What to make of a link that leads to no page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dangling {
    /// An error.
    #[default]
    Error,
    /// A type of which nothing is known, which holds any JSON value, and a warning.
    Any,
}

/// How pages are lowered.
#[derive(Debug, Clone, Default)]
pub struct LowerOptions {
    /// The name of the crate that is generated.
    pub name: String,
    /// The SDK language, where it is not to be found from the docs.
    pub language: Option<Language>,
    /// The spelling of JSON names, where it is not to be found from the docs.
    pub wire_case: Option<WireCase>,
    /// Missing pages.
    pub dangling: Dangling,
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
    lower_with(sources, options, &|_, _| (), diagnostics)
}

/// Corrects facts of a model: what it changes is known to the passes that conclude from those facts.
pub type Settle<'a> = &'a dyn Fn(&mut Model, &mut Diagnostics);

/// As [`lower`], with `settle` called when all is read and nothing is concluded yet: no discriminators, names or derives.
pub fn lower_with(
    sources: &Sources,
    options: &LowerOptions,
    settle: Settle<'_>,
    diagnostics: &mut Diagnostics,
) -> Model {
    let pages = parse_pages(sources);
    let mut model = lower_tree(sources, &pages, 0, options, settle, diagnostics);
    model.name.clone_from(&options.name);
    diagnostics.sort();
    model
}

fn parse_pages(sources: &Sources) -> Vec<Page> {
    let ids: Vec<_> = (0u32..).zip(sources.files()).collect();
    ids.par_iter().map(|(id, file)| parse_page(FileId(*id), &file.text)).collect()
}

/// Lowers one of the docs trees by itself.
fn lower_tree(
    sources: &Sources,
    pages: &[Page],
    tree: u32,
    options: &LowerOptions,
    settle: Settle<'_>,
    diagnostics: &mut Diagnostics,
) -> Model {
    let of = |wanted: Area| {
        let in_area = move |page: &&Page| {
            let file = sources.get(page.file);
            file.tree == tree && area(&file.path) == wanted
        };
        pages.iter().filter(in_area).collect::<Vec<_>>()
    };
    let (models, sdks, others) = (of(Area::Models), of(Area::Operations), of(Area::Other));
    if models.is_empty() && sdks.is_empty() {
        diagnostics
            .push(Diagnostic::general(Code::NoPages, "the docs folder holds neither model pages nor operation pages"));
        return Model::default();
    }
    let written = write_down(sources, &models, diagnostics);
    let Some(dialect) = options.language.or_else(|| language(sources, &sdks, &written)).map(Dialect::of) else {
        diagnostics.push(Diagnostic::general(Code::UnknownLanguage, "cannot tell the SDK language of the docs"));
        return Model::default();
    };
    let index = PageIndex::new(sources, &written, dialect);
    let reader = TypeReader { sources, index: &index, dialect, options };
    let mut tree = build::build(&reader, &written, diagnostics);
    tree.leave_out("page outside models and sdks", others.len());
    let case = wire::decide(sources, &sdks, &written, dialect, options);
    operations::lower_operations(&reader, &sdks, &case, &mut tree, diagnostics);
    tree.finish();
    wire::apply(&mut tree, &case, dialect);
    let mut model = tree.into_model();
    model.wire_case = Some(case);
    settle(&mut model, diagnostics);
    discriminate::discriminate(&mut model, diagnostics);
    names::assign(&mut model);
    graph::analyse(&mut model);
    model
}

/// Reads all model pages, in parallel; diagnostics keep the pages' order.
fn write_down(sources: &Sources, pages: &[&Page], diagnostics: &mut Diagnostics) -> Vec<WrittenPage> {
    let read: Vec<_> = pages
        .par_iter()
        .map(|page| {
            let mut found = Vec::new();
            (written::read_page(sources, page, &mut found), found)
        })
        .collect();
    let mut written = Vec::with_capacity(read.len());
    for (page, found) in read {
        diagnostics.list.extend(found);
        written.extend(page);
    }
    written
}

fn language(sources: &Sources, sdks: &[&Page], written: &[WrittenPage]) -> Option<Language> {
    let texts = sdks.iter().map(|page| sources.get(page.file).text.as_str());
    let cells = written.iter().flat_map(|page| match &page.content {
        Content::Fields(rows) => rows.as_slice(),
        _ => &[],
    });
    detect(texts, cells.map(|row| row.ty.text.as_str()))
}
