//! Pages as written to type definitions; every cell is read.
//!
//! In: written pages and a [`TypeReader`]. Out: a [`BuiltTree`]. It must not know operations, Rust names or other trees.

use super::{
    index::module_of,
    operations::SectionAsWritten,
    parallel,
    types::{ReadType, TypeReader, Wrapper},
    written::{Content, MemberRow, Row, ValueRow, WrittenPage},
};
use crate::{
    dialect::Hidden,
    model::{
        Deprecation, Derives, Enum, EnumValue, Fact, Field, Literal, Member, Model, Openness, Operation, Presence,
        Role, SecurityScheme, Shape, Source, Struct, Type, TypeDef, TypeId, Union, Usage,
    },
    naming::fold,
    source::{Code, Diagnostic, Diagnostics, FileId, Sources, Span},
};
use indexmap::IndexMap;
use std::collections::{BTreeSet, HashMap};

/// A row of a Fields or Parameters table whose type is read.
#[derive(Debug, Clone)]
pub struct BuiltField {
    /// As the page shows it.
    pub shown: String,
    /// Its type.
    pub ty: Type,
    /// Whether it may be absent or null.
    pub presence: Presence,
    /// The only legal value.
    pub constant: Option<Literal>,
    /// The page that the cell as a whole leads to.
    pub link: Option<FileId>,
    /// A thing of the SDK, not of the API.
    pub sdk_only: bool,
    /// The Description cell.
    pub docs: Option<String>,
    /// The Example cell.
    pub example: Option<String>,
    /// Set when struck through.
    pub deprecated: Option<Deprecation>,
    /// The name cell.
    pub span: Span,
}

/// One docs tree with every cell read, before names.
#[derive(Debug, Default)]
pub struct BuiltTree {
    /// Definitions by id; Rust names are still empty.
    pub types: IndexMap<TypeId, TypeDef>,
    /// The fields of pages that have a Fields table, SDK-only rows included.
    pub fields: HashMap<FileId, Vec<BuiltField>>,
    /// Go's constructor suffixes and C#'s headings, by union and member index.
    pub hints: HashMap<TypeId, Vec<Option<String>>>,
    /// The operations.
    pub operations: Vec<Operation>,
    /// The security alternatives.
    pub security: Vec<SecurityScheme>,
    /// Ids of types whose page is not a type of the API after all (wrappers, envelopes).
    pub consumed: Vec<TypeId>,
    /// Operation sections as written.
    pub sections: Vec<SectionAsWritten>,
    /// Operation sections that are no operations of the model.
    pub refused_sections: Vec<SectionAsWritten>,
    /// The operations that took a request or response page apart, by that page's id.
    pub taken_apart: HashMap<TypeId, Vec<Source>>,
    /// Members that were dropped, by page: of the type of another member, and of an unknown type.
    pub dropped_members: HashMap<FileId, (usize, usize)>,
    /// Counts of what was left out, by reason.
    pub left_out: IndexMap<String, usize>,
}

/// Why an operation is left out that stands on another page, too.
pub const REPEATED_OPERATION: &str = "operation printed again";
/// Why a page is left out that wraps the response of an operation that is not in the model.
pub const ORPHAN_ENVELOPE: &str = "response page of no operation";
/// Why a member is left out that has the type of another one.
pub const REPEATED_MEMBER: &str = "member of the same type as another";
/// Why a member is left out whose heading leads to no page.
pub const UNKNOWN_MEMBER: &str = "member whose page cannot be told";

impl BuiltTree {
    /// Counts something that is left out of the model.
    pub fn leave_out(&mut self, reason: &str, count: usize) {
        if count > 0 {
            *self.left_out.entry(reason.to_owned()).or_default() += count;
        }
    }

    /// Removes consumed pages, and defines what links lead to without a page.
    pub fn finish(&mut self) {
        let consumed = std::mem::take(&mut self.consumed);
        for id in consumed {
            self.types.shift_remove(&id);
        }
        for id in self.missing() {
            let def = definition(id.module(), Source::default(), Shape::Opaque);
            self.types.insert(id, def);
        }
        self.types.sort_keys();
    }

    /// Ids that are referred to and not defined.
    fn missing(&self) -> BTreeSet<TypeId> {
        let in_types = self.types.values().flat_map(|def| def.shape.named());
        let mentioned = in_types.chain(self.operations.iter().flat_map(Operation::named));
        mentioned.filter(|id| !self.types.contains_key(*id)).cloned().collect()
    }

    /// The model, still without names.
    #[must_use]
    pub fn into_model(self) -> Model {
        let mut model =
            Model { types: self.types, operations: self.operations, security: self.security, ..Model::default() };
        model.left_out = self.left_out;
        model.left_out.sort_keys();
        apply_hints(&mut model, &self.hints);
        model
    }
}

/// Member hints travel in `shown` until discriminators are found.
fn apply_hints(model: &mut Model, hints: &HashMap<TypeId, Vec<Option<String>>>) {
    for (id, hints) in hints {
        let Some(Shape::Union(union)) = model.types.get_mut(id).map(|def| &mut def.shape) else { continue };
        for (member, hint) in union.members.iter_mut().zip(hints) {
            if let Some(hint) = hint {
                member.shown.clone_from(hint);
            }
        }
    }
}

/// Builds the definitions of all pages, in parallel; diagnostics keep the pages' order.
pub fn build(reader: &TypeReader<'_>, pages: &[WrittenPage], diagnostics: &mut Diagnostics) -> BuiltTree {
    let built = parallel::each(pages, diagnostics, |page, found| build_page(reader, page, found));
    let mut tree = BuiltTree::default();
    for page in built {
        tree.leave_out("field of the SDK, not of the API", page.sdk_only);
        tree.leave_out(REPEATED_MEMBER, page.dropped_members.0);
        tree.leave_out(UNKNOWN_MEMBER, page.dropped_members.1);
        if page.dropped_members != (0, 0) {
            tree.dropped_members.insert(page.file, page.dropped_members);
        }
        if let Some(fields) = page.fields {
            tree.fields.insert(page.file, fields);
        }
        match page.def {
            Some((id, def)) => {
                if let Some(hints) = page.hints {
                    tree.hints.insert(id.clone(), hints);
                }
                tree.types.insert(id, def);
            }
            None => tree.leave_out("page of an SDK helper", 1),
        }
        tree.types.extend(page.parts);
    }
    tree
}

/// What one page gives.
struct BuiltPage {
    file: FileId,
    def: Option<(TypeId, TypeDef)>,
    /// Types without a page of their own.
    parts: Vec<(TypeId, TypeDef)>,
    fields: Option<Vec<BuiltField>>,
    hints: Option<Vec<Option<String>>>,
    sdk_only: usize,
    dropped_members: (usize, usize),
}

fn build_page(reader: &TypeReader<'_>, page: &WrittenPage, diagnostics: &mut Diagnostics) -> BuiltPage {
    let mut built = BuiltPage {
        file: page.file,
        def: None,
        parts: Vec::new(),
        fields: None,
        hints: None,
        sdk_only: 0,
        dropped_members: (0, 0),
    };
    let Some(id) = reader.index.id(page.file).cloned() else { return built };
    let shape = match &page.content {
        Content::Fields(rows) => build_struct(reader, &id, rows, page, &mut built, diagnostics),
        Content::Values { values, openness } => {
            Some(build_enum(values, *openness, reader.options.closed_enums, diagnostics))
        }
        Content::Members(members) => Some(build_union(reader, members, &mut built, diagnostics)),
        Content::Bare => Some(Shape::Opaque),
        Content::Utility => None,
    };
    built.def = shape.map(|shape| (id, page_definition(reader.sources, page, shape)));
    built
}

fn page_definition(sources: &Sources, page: &WrittenPage, shape: Shape) -> TypeDef {
    let path = &sources.get(page.file).path;
    let module = module_of(path);
    let source = source_of(sources, page.span);
    let role = match (module.as_str(), page.title.as_str()) {
        ("errors" | "apierrors" | "sdkerrors", _) => Role::Error,
        (_, "Security") => Role::Security,
        _ => Role::Schema,
    };
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

/// Reads rows of a Fields or Parameters table.
pub fn build_fields(reader: &TypeReader<'_>, rows: &[Row], diagnostics: &mut Diagnostics) -> Vec<BuiltField> {
    rows.iter().filter_map(|row| build_field(reader, row, diagnostics)).collect()
}

/// Reads one row; nothing, and a diagnostic, when its type is not understood.
pub fn build_field(reader: &TypeReader<'_>, row: &Row, diagnostics: &mut Diagnostics) -> Option<BuiltField> {
    let read = reader.read(&row.ty, diagnostics)?;
    Some(BuiltField {
        shown: row.name.clone(),
        presence: presence(row.required, &read, reader.dialect.hidden),
        ty: read.ty,
        constant: read.constant,
        link: read.link,
        sdk_only: read.sdk_only,
        docs: row.docs.clone(),
        example: row.example.clone(),
        deprecated: row.deprecated.clone(),
        span: row.span,
    })
}

/// Presence, from the mark, the wrapper, and what the language's docs can show.
fn presence(required: bool, read: &ReadType, hidden: Hidden) -> Presence {
    match (required, read.wrapper) {
        (false, Wrapper::OptionalNullable | Wrapper::Nullable) => Presence::OptionalNullable,
        (false, _) => Presence::Optional,
        (true, Wrapper::None) if read.constant.is_none() && hides_null(&read.ty, hidden) => {
            Presence::RequiredNullUnstated
        }
        (true, Wrapper::None) => Presence::Required,
        (true, _) => Presence::RequiredNullable,
    }
}

/// Whether a language's docs cannot show that a value of this type may be null.
pub fn hides_null(ty: &Type, hidden: Hidden) -> bool {
    let container = matches!(ty, Type::Array(_) | Type::Map(_));
    let date = matches!(ty, Type::DateTime | Type::Date);
    match hidden {
        Hidden::ListsMaps => container,
        Hidden::ListsMapsDates => container || date,
        Hidden::All => true,
    }
}

/// Rows that stand for keys which are not fields; compared folded.
const ADDITIONAL: &[&str] = &["additionalproperties", "pydanticextra"];

fn build_struct(
    reader: &TypeReader<'_>,
    id: &TypeId,
    rows: &[Row],
    page: &WrittenPage,
    built: &mut BuiltPage,
    diagnostics: &mut Diagnostics,
) -> Option<Shape> {
    let fields = build_fields(reader, rows, diagnostics);
    let of_api: Vec<&BuiltField> = fields.iter().filter(|field| !field.sdk_only).collect();
    let helper = !fields.is_empty() && of_api.is_empty();
    built.sdk_only = fields.len() - of_api.len();
    let module = module_of(&reader.sources.get(page.file).path);
    let mut shape = Struct::default();
    for field in of_api {
        match &field.ty {
            Type::Map(value) if ADDITIONAL.contains(&fold(&field.shown).as_str()) && !field.presence.is_required() => {
                shape.additional = Some((**value).clone());
            }
            _ => shape.fields.push(model_field(reader.sources, id, field, &module, &mut built.parts)),
        }
    }
    built.fields = Some(fields);
    (!helper).then_some(Shape::Struct(shape))
}

/// A field, and for a text constant the enum of its one value.
pub fn model_field(
    sources: &Sources,
    owner: &TypeId,
    field: &BuiltField,
    module: &str,
    parts: &mut Vec<(TypeId, TypeDef)>,
) -> Field {
    let source = source_of(sources, field.span);
    let line = source.line;
    let mut ty = field.ty.clone();
    if let (Some(Literal::String(value)), Type::String) = (&field.constant, &field.ty) {
        let id = TypeId::new(&format!("{owner}#{}", field.shown));
        let values = vec![EnumValue { wire: Literal::String(value.clone()), shown: None, rust: String::new() }];
        let shape = Shape::Enum(Enum { values, integer: false, openness: Openness::Unstated, closed: false });
        parts.push((id.clone(), definition(module, source, shape)));
        ty = Type::Named(id);
    }
    Field {
        shown: field.shown.clone(),
        wire: Fact::stated(field.shown.clone()),
        rust: String::new(),
        ty,
        presence: field.presence,
        constant: field.constant.clone().map(Fact::stated),
        docs: field.docs.clone(),
        example: field.example.clone(),
        deprecated: field.deprecated.clone(),
        boxed: false,
        secret: false,
        line,
    }
}

fn build_enum(
    values: &[ValueRow],
    openness: Openness,
    closed_if_unmarked: bool,
    diagnostics: &mut Diagnostics,
) -> Shape {
    let is_integer = |row: &ValueRow| !row.quoted && row.value.parse::<i64>().is_ok_and(|n| n.to_string() == row.value);
    let integer = !values.is_empty() && values.iter().all(is_integer);
    if values.iter().any(|row| row.quoted)
        && values.iter().any(is_integer)
        && let Some(row) = values.first()
    {
        diagnostics.push(Diagnostic::at(Code::BadType, row.span, "strings and integers in one list of values"));
    }
    let value = |row: &ValueRow| EnumValue {
        wire: match row.value.parse() {
            Ok(number) if integer => Literal::Integer(number),
            _ => Literal::String(row.value.clone()),
        },
        shown: row.name.clone(),
        rust: String::new(),
    };
    let closed = closed_if_unmarked && openness == Openness::Closed;
    Shape::Enum(Enum { values: values.iter().map(value).collect(), integer, openness, closed })
}

fn build_union(
    reader: &TypeReader<'_>,
    rows: &[MemberRow],
    built: &mut BuiltPage,
    diagnostics: &mut Diagnostics,
) -> Shape {
    let mut members: Vec<Member> = Vec::new();
    let mut hints: Vec<Option<String>> = Vec::new();
    for row in rows {
        let Some(read) = read_member(reader, row, diagnostics) else {
            built.dropped_members.1 += usize::from(reader.dialect.headings_are_tags);
            continue;
        };
        if let Some(at) = members.iter().position(|member| member.ty == read.ty) {
            built.dropped_members.0 += 1;
            add_hint(&mut hints[at], row.constructor.as_deref());
            continue;
        }
        members.push(Member { shown: row.heading.clone(), rust: String::new(), ty: read.ty, boxed: false });
        hints.push(row.constructor.clone());
    }
    if hints.iter().any(Option::is_some) {
        built.hints = Some(hints);
    }
    Shape::Union(Union { members, discriminator: None })
}

/// What stands between the constructors of one member in its hint.
pub const BETWEEN_HINTS: char = '|';

/// A member that has several constructors has several tags.
fn add_hint(hint: &mut Option<String>, more: Option<&str>) {
    if let (Some(hint), Some(more)) = (hint, more) {
        hint.push(BETWEEN_HINTS);
        hint.push_str(more);
    }
}

/// C# shows a member's tag and not its type; a member whose page cannot be told is left to the unknown variant.
fn read_member(reader: &TypeReader<'_>, row: &MemberRow, diagnostics: &mut Diagnostics) -> Option<ReadType> {
    if !reader.dialect.headings_are_tags || reader.dialect.word(&row.heading, false).is_some() {
        return reader.read(&row.ty, diagnostics);
    }
    let read = reader.index.by_tag(&row.heading).map(|file| reader.page(file));
    if read.is_none() {
        let message = format!("no page describes the member `{}`: its values are kept as raw JSON", row.heading);
        diagnostics.push(Diagnostic::at(Code::DanglingAny, row.ty.span, message));
    }
    read
}
