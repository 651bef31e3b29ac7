//! Each docs tree of an API to a model of its own.
//!
//! In: all pages. Out: a [`Tree`] for each docs folder, its fields spelled as JSON spells them. It must not know how trees are merged.
//!
//! The trees show one API, so that the spelling of JSON names is concluded once: a tree whose own pages show none takes it from
//! one whose pages do.

use super::{
    LowerOptions,
    cells::TypeReader,
    definitions::{self, BuiltTree, source_of},
    folders, front,
    index::PageIndex,
    language, left_out,
    operations::{self, SectionAsWritten, Stated},
    page_kinds::{self, DocsPage, page_kinds},
    parallel,
    row_audit::{RowAudit, RowKind},
    settle_source::{self, SourceFacts},
    spellings::Spellings,
    unread,
    wire::{self, WireNames},
    written::{WrittenPage, read_page},
};
use crate::{
    annotations::Recorded,
    dialect::{Detected, Dialect},
    front_page::{FrontPage, read_front_page},
    model::{Counts, Evidence, Fact, Model, Source, WireCase},
    page::{Page, parse_page},
    source::{Code, Diagnostics, FileId, Severity, Sources},
};
use rayon::prelude::*;

/// The model of one docs tree, without discriminators and Rust names.
pub struct Tree {
    /// Which of the docs folders, counted from 0.
    pub number: u32,
    /// Its language.
    pub dialect: &'static Dialect,
    /// Whether that is a guess.
    pub is_guessed: bool,
    /// What it says.
    pub model: Model,
    /// The facts of the SDK's source that were of use.
    pub facts: Option<Recorded>,
}

/// Lowers every docs tree by itself; one with an error that leaves nothing to read is missing. Returns how many pages there are of each
/// kind, too.
pub fn lower_trees(sources: &Sources, options: &LowerOptions, diagnostics: &mut Diagnostics) -> (Vec<Tree>, Counts) {
    let pages = parse_pages(sources);
    let kinds = page_kinds(sources, &pages);
    let count = sources.files().iter().map(|file| file.tree + 1).max().unwrap_or(1);
    let numbers: Vec<u32> = (0..count).collect();
    let read = |number, found: &mut Diagnostics| {
        read_tree(sources, &TreePages::of(sources, &pages, &kinds, number), number, options, found)
    };
    let mut trees: Vec<ReadTree> = parallel::each(numbers, diagnostics, read).into_iter().flatten().collect();
    share_spelling(&mut trees);
    let trees = parallel::each(trees, diagnostics, |tree, found| tree.lower(sources, options, found));
    (trees, page_kinds::count(sources, &pages, &kinds))
}

fn parse_pages(sources: &Sources) -> Vec<Page> {
    let ids: Vec<_> = (0u32..).zip(sources.files()).collect();
    ids.par_iter().map(|(id, file)| parse_page(FileId(*id), &file.text)).collect()
}

/// A docs tree whose pages are read and whose cells are not.
struct ReadTree {
    number: u32,
    dialect: &'static Dialect,
    is_guessed: bool,
    written: Vec<WrittenPage>,
    /// Pages whose kind cannot be told; links may lead to them.
    unparsed: Vec<WrittenPage>,
    sections: Vec<SectionAsWritten>,
    front: FrontPage,
    spellings: Spellings,
    /// Rows that were not read.
    unread: Vec<RowKind>,
    /// How many pages are neither types nor operations.
    others: usize,
    case: Fact<WireCase>,
}

/// The pages of a docs tree, by kind.
struct TreePages<'p> {
    models: Vec<&'p Page>,
    groups: Vec<&'p Page>,
    front: Option<&'p Page>,
    /// How many are none of these.
    others: usize,
}

impl<'p> TreePages<'p> {
    fn of(sources: &Sources, pages: &'p [Page], kinds: &[DocsPage], number: u32) -> Self {
        let of = |wanted: DocsPage| {
            let own = pages.iter().zip(kinds).filter(move |(page, _)| sources.get(page.file).tree == number);
            own.filter(move |(_, kind)| **kind == wanted).map(|(page, _)| page)
        };
        let front = sources.front_page(number);
        Self {
            models: of(DocsPage::Models).collect(),
            groups: of(DocsPage::Operations).collect(),
            front: front.map(|file| &pages[file.0 as usize]),
            others: of(DocsPage::Other).filter(|page| Some(page.file) != front).count(),
        }
    }
}

fn read_tree(
    sources: &Sources,
    pages: &TreePages<'_>,
    number: u32,
    options: &LowerOptions,
    diagnostics: &mut Diagnostics,
) -> Option<ReadTree> {
    let odd = folders::check(sources, number);
    let is_refused = odd.as_ref().is_some_and(|finding| finding.severity() == Severity::Error);
    diagnostics.list.extend(odd);
    if is_refused {
        return None;
    }
    let TreePages { models, groups, front, others } = pages;
    let read = parallel::each(models, diagnostics, |page, found| read_page(sources, page, found));
    let is_helper = read.len() > read.iter().flatten().count();
    let (unparsed, written): (Vec<WrittenPage>, Vec<WrittenPage>) =
        read.into_iter().flatten().partition(|page| page.trouble.is_some());
    if written.is_empty() && groups.is_empty() && !is_helper {
        diagnostics.list.extend(folders::without_pages(sources, number));
        return None;
    }
    // The setting speaks of the leading tree; the others are of other languages as a rule.
    let Detected { language, guessed: is_guessed } = match options.language.filter(|_| number == 0) {
        Some(language) => Detected { language, guessed: false },
        None => language::tell(sources, &[&groups[..], models].concat(), &written, diagnostics),
    };
    let dialect = Dialect::of(language);
    let sections = operations::read_sections(sources, groups, diagnostics);
    let front = front.map(|page| read_front_page(page, &sources.get(page.file).text)).unwrap_or_default();
    diagnostics.list.extend(front::odd_parts(&front));
    let files: Vec<FileId> = groups.iter().map(|page| page.file).collect();
    let unread = unread::report(sources, &written, &sections, &files, diagnostics);
    let spellings = Spellings::read(&written, &sections);
    let case = wire::decide(&spellings, dialect, options);
    let others = *others;
    Some(ReadTree { number, dialect, is_guessed, written, unparsed, sections, front, unread, others, spellings, case })
}

/// Gives each tree the spelling of the first tree with the best evidence, where that is better than its own.
fn share_spelling(trees: &mut [ReadTree]) {
    let evidence = |tree: &ReadTree| wire::evidence(&tree.case.basis);
    let best = trees.iter().rev().max_by_key(|tree| evidence(tree));
    let Some((number, best, case)) = best.map(|tree| (tree.number, evidence(tree), tree.case.value)) else { return };
    for tree in trees.iter_mut().filter(|tree| evidence(tree) < best && tree.case.value != case) {
        tree.case = Fact::read(case, Evidence::OtherDocs, name(number));
    }
}

/// How facts name a docs tree.
pub fn name(number: u32) -> String {
    format!("docs[{number}]")
}

impl ReadTree {
    fn lower(self, sources: &Sources, options: &LowerOptions, diagnostics: &mut Diagnostics) -> Tree {
        let Self { number, dialect, is_guessed, written, unparsed, sections, front, unread, others, spellings, case } =
            self;
        let index = PageIndex::new(sources, written.iter().chain(&unparsed), dialect);
        let reader = TypeReader { sources, index: &index, dialect, options };
        let names = WireNames { tree: number, case: &case, dialect, spellings: &spellings, sources };
        let audit = RowAudit::new(&written, &sections, unread);
        let mut tree = definitions::build(&reader, &written, diagnostics);
        tree.leave_out(left_out::OTHER_PAGE, others);
        let sdk = sources.sdk(number);
        let recorded = settle_source::known::read(sdk, dialect, sources, diagnostics);
        let source = SourceFacts::new(&recorded);
        settle_source::list_members(&source, &reader, &mut tree);
        let stated = Stated { front: &front, source: &source };
        operations::lower_operations(&reader, sections, &stated, names, &mut tree, diagnostics);
        tree.finish();
        report_unparsed(&reader, &unparsed, &mut tree, diagnostics);
        wire::apply(&mut tree, &names);
        let rows = audit.count(&tree.outcomes);
        let mut model = Model { rows, ..tree.into_model() };
        model.wire_case = Some(case);
        model.about = front::about(sources, &front);
        model.servers = front::servers(sources, &front);
        let mut facts = None;
        if let Some(sdk) = sdk {
            settle_source::settle(&source, &mut model, (number, dialect), sources, diagnostics);
            settle_source::known::report_unused(sdk, &source, sources, diagnostics);
            facts = Some(source.used(&model));
        }
        Tree { number, dialect, is_guessed, model, facts }
    }
}

/// A page that is not understood matters where a type or an operation needs it.
fn report_unparsed(
    reader: &TypeReader<'_>,
    unparsed: &[WrittenPage],
    tree: &mut BuiltTree,
    diagnostics: &mut Diagnostics,
) {
    for page in unparsed {
        let Some(mut finding) = page.trouble.clone() else { continue };
        if let Some(def) = reader.index.id(page.file).and_then(|id| tree.types.get_mut(id)) {
            def.source = finding.span.map_or_else(Source::default, |span| source_of(reader.sources, span));
            finding = finding.with_code(Code::UnknownType);
        }
        diagnostics.push(finding);
    }
}
