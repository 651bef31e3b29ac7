//! Pages as written to type definitions; every cell is read.
//!
//! In: written pages and a [`TypeReader`]. Out: a [`BuiltTree`]. It must not know operations, Rust names or other trees.

mod enums;
mod fields;
mod tree;
mod unions;

pub use fields::{BuiltField, build_field, model_field};
pub use tree::BuiltTree;

use super::{
    cells::{StatedUnion, TypeReader},
    index::{ERROR_FOLDERS, module_of},
    left_out, parallel,
    row_audit::{Outcome, rows_of_page},
    vocabulary::SECURITY_CLASS,
    written::{Content, RowId, WrittenPage},
};
use crate::{
    model::{Derives, Role, Shape, Source, TypeDef, TypeId, Usage},
    source::{Diagnostics, FileId, Sources, Span},
};

/// Builds the definitions of all pages, in parallel; diagnostics keep the pages' order.
pub fn build(reader: &TypeReader<'_>, pages: &[WrittenPage], diagnostics: &mut Diagnostics) -> BuiltTree {
    let (mut tree, mut unions) = (BuiltTree::default(), Vec::new());
    for page in parallel::each(pages, diagnostics, |page, found| build_page(reader, page, found)) {
        unions.extend(page.unions.iter().cloned());
        page.enter(&mut tree);
    }
    tree.state(reader.sources, unions);
    tree
}

/// What one page gives.
struct BuiltPage {
    file: FileId,
    /// None for a page of the SDK.
    id: Option<TypeId>,
    def: Option<TypeDef>,
    /// Types without a page of their own.
    parts: Vec<(TypeId, TypeDef)>,
    fields: Option<Vec<BuiltField>>,
    /// What became of each row.
    outcomes: Vec<(RowId, Outcome)>,
    /// Unions whose members a cell names.
    unions: Vec<StatedUnion>,
}

fn build_page(reader: &TypeReader<'_>, page: &WrittenPage, diagnostics: &mut Diagnostics) -> BuiltPage {
    let mut built = BuiltPage {
        file: page.file,
        id: reader.index.id(page.file).cloned(),
        def: None,
        parts: Vec::new(),
        fields: None,
        outcomes: Vec::new(),
        unions: Vec::new(),
    };
    let rows = || rows_of_page(&page.content).into_iter().map(|(_, row)| row);
    let Some(id) = &built.id else {
        built.outcomes = rows().map(|row| (row, Outcome::LeftOut(left_out::SDK_FIELD))).collect();
        return built;
    };
    let shape = match &page.content {
        Content::Fields(rows) => {
            let of_page = fields::build_struct(reader, id, rows, diagnostics);
            built.outcomes = of_page.fields.iter().map(|field| (field.row, field.outcome())).collect();
            built.unions = of_page.fields.iter().flat_map(|field| field.unions.clone()).collect();
            (built.fields, built.parts) = (Some(of_page.fields), of_page.parts);
            of_page.shape
        }
        Content::Values { values, openness } => {
            let shape = enums::build_enum(values, *openness, reader.options.closed_enums, diagnostics);
            if matches!(shape, Shape::Enum(_)) {
                built.outcomes = rows().map(|row| (row, Outcome::Kept)).collect();
            }
            Some(shape)
        }
        Content::Members(members) => {
            let union = unions::build_union(reader, members, diagnostics);
            (built.outcomes, built.unions) = (union.outcomes, union.unions);
            Some(union.shape)
        }
        Content::Bare => Some(Shape::Opaque),
        Content::Utility => None,
    };
    built.def = shape.map(|shape| page_definition(reader.sources, page, shape));
    built
}

impl BuiltPage {
    fn enter(self, tree: &mut BuiltTree) {
        for (row, outcome) in &self.outcomes {
            tree.outcomes.record(*row, *outcome);
            // Of a page of the SDK, the page is counted.
            if let (Outcome::LeftOut(reason), true) = (outcome, self.id.is_some()) {
                tree.leave_out(reason, 1);
            }
        }
        tree.fields.extend(self.fields.map(|fields| (self.file, fields)));
        match self.id.zip(self.def) {
            Some((id, def)) => {
                tree.rows.insert(id.clone(), self.outcomes.iter().map(|(row, _)| *row).collect());
                tree.types.insert(id, def);
            }
            None => tree.leave_out(left_out::SDK_PAGE, 1),
        }
        tree.types.extend(self.parts);
    }
}

fn page_definition(sources: &Sources, page: &WrittenPage, shape: Shape) -> TypeDef {
    let module = module_of(&sources.get(page.file).path);
    let role = match page.title.as_str() {
        _ if ERROR_FOLDERS.contains(&module.as_str()) => Role::Error,
        SECURITY_CLASS => Role::Security,
        _ => Role::Schema,
    };
    let source = source_of(sources, page.span);
    TypeDef { docs: page.docs.clone(), deprecated: page.deprecated.clone(), role, ..definition(&module, source, shape) }
}

/// A definition with nothing said of it.
pub fn definition(module: &str, source: Source, shape: Shape) -> TypeDef {
    TypeDef {
        rust: String::new(),
        module: module.to_owned(),
        source,
        docs: None,
        deprecated: None,
        role: Role::Schema,
        usage: Usage::default(),
        shape,
        derives: Derives::default(),
        replaced: None,
    }
}

/// Page and line of a span.
#[must_use]
pub fn source_of(sources: &Sources, span: Span) -> Source {
    let (line, _) = sources.position(span.file, span.start);
    Source { page: sources.get(span.file).path.clone(), line }
}

/// Page and line of a span, as facts name them.
pub fn place_of(sources: &Sources, span: Span) -> String {
    let Source { page, line } = source_of(sources, span);
    format!("{page}:{line}")
}
