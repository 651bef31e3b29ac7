//! Rows of fields to fields, and pages of them to structs.
//!
//! In: rows as written. Out: fields with types and presence. It must not know wire names.

use super::{definition, source_of};
use crate::{
    dialect::Hidden,
    lower::{
        cells::{ReadType, StatedUnion, TypeReader, Wrapper},
        left_out,
        row_audit::Outcome,
        written::{Row, RowId},
    },
    model::{
        Deprecation, Enum, EnumValue, Fact, Field, Literal, Openness, Presence, Shape, Struct, Type, TypeDef, TypeId,
    },
    naming::fold,
    source::{Diagnostics, Sources, Span},
};

/// A row of a Fields or Parameters table whose type is read.
#[derive(Debug, Clone)]
pub struct BuiltField {
    /// Its row.
    pub row: RowId,
    /// As the page shows it.
    pub doc_name: String,
    /// Its type.
    pub ty: Type,
    /// Whether it may be absent or null.
    pub presence: Presence,
    /// The only legal value.
    pub constant: Option<Literal>,
    /// A thing of the SDK, not of the API.
    pub sdk_only: bool,
    /// A file to upload.
    pub file: bool,
    /// Of a stream: the values stand one on a line.
    pub lines: bool,
    /// The Description cell.
    pub docs: Option<String>,
    /// The Example cell.
    pub example: Option<String>,
    /// Set when struck through.
    pub deprecated: Option<Deprecation>,
    /// Unions whose members the Type cell names.
    pub unions: Vec<StatedUnion>,
    /// The name cell.
    pub span: Span,
}

impl BuiltField {
    /// What becomes of its row on the page of a type.
    pub fn outcome(&self) -> Outcome {
        if self.sdk_only { Outcome::LeftOut(left_out::SDK_FIELD) } else { Outcome::Kept }
    }
}

/// Reads one row.
pub fn build_field(reader: &TypeReader<'_>, row: &Row, diagnostics: &mut Diagnostics) -> BuiltField {
    let read = reader.read(&row.ty, diagnostics);
    BuiltField {
        row: row.id,
        doc_name: row.name.clone(),
        presence: presence(row.required, &read, reader.dialect.hidden),
        ty: read.ty,
        constant: read.constant,
        sdk_only: read.sdk_only,
        file: read.file,
        lines: read.lines,
        docs: row.docs.clone(),
        example: row.example.clone(),
        deprecated: row.deprecated.clone(),
        unions: read.unions,
        span: row.span,
    }
}

/// Presence, from the mark, the wrapper, and what the language's docs can show.
fn presence(required: bool, read: &ReadType, hidden: Hidden) -> Presence {
    match (required, read.wrapper) {
        (false, Wrapper::OptionalNullable | Wrapper::Nullable) => Presence::OptionalNullable,
        (false, _) => Presence::Optional,
        (true, Wrapper::None) if read.constant.is_none() && hidden.covers(&read.ty) => Presence::RequiredNullUnstated,
        (true, Wrapper::None) => Presence::Required,
        (true, _) => Presence::RequiredNullable,
    }
}

/// What a page of fields gives.
pub(super) struct BuiltStruct {
    /// Its type; none if all fields are things of the SDK.
    pub shape: Option<Shape>,
    /// All fields, those of the SDK included.
    pub fields: Vec<BuiltField>,
    /// Types of fields that have no page of their own.
    pub parts: Vec<(TypeId, TypeDef)>,
}

/// Builds the struct of a page.
pub(super) fn build_struct(
    reader: &TypeReader<'_>,
    id: &TypeId,
    rows: &[Row],
    diagnostics: &mut Diagnostics,
) -> BuiltStruct {
    let fields: Vec<BuiltField> = rows.iter().map(|row| build_field(reader, row, diagnostics)).collect();
    let (mut shape, mut parts) = (Struct::default(), Vec::new());
    for field in fields.iter().filter(|field| !field.sdk_only) {
        match additional(field) {
            Some(value) => shape.additional = Some(value.clone()),
            None => shape.fields.push(model_field(reader.sources, id, field, &mut parts)),
        }
    }
    let is_helper = !fields.is_empty() && fields.iter().all(|field| field.sdk_only);
    BuiltStruct { shape: (!is_helper).then_some(Shape::Struct(shape)), fields, parts }
}

/// Rows that stand for keys which are not fields; compared folded.
const ADDITIONAL: &[&str] = &["additionalproperties", "pydanticextra"];

/// The type of such keys' values, if the field stands for them.
fn additional(field: &BuiltField) -> Option<&Type> {
    let is_named_so = ADDITIONAL.contains(&fold(&field.doc_name).as_str());
    match &field.ty {
        Type::Map(value) if is_named_so && !field.presence.is_required() => Some(value),
        _ => None,
    }
}

/// A field, and for a text constant the enum of its one value.
pub fn model_field(sources: &Sources, owner: &TypeId, field: &BuiltField, parts: &mut Vec<(TypeId, TypeDef)>) -> Field {
    let source = source_of(sources, field.span);
    let line = source.line;
    let ty = match (&field.constant, &field.ty) {
        (Some(Literal::String(value)), Type::String) => {
            let id = TypeId::new(&format!("{owner}#{}", field.doc_name));
            parts.push((id.clone(), definition(owner.module(), source, only_value(value))));
            Type::Named(id)
        }
        (_, ty) => ty.clone(),
    };
    Field {
        doc_name: field.doc_name.clone(),
        wire: Fact::stated(field.doc_name.clone()),
        rust: String::new(),
        ty,
        presence: Fact::stated(field.presence),
        constant: field.constant.clone().map(Fact::stated),
        docs: field.docs.clone(),
        example: field.example.clone(),
        deprecated: field.deprecated.clone(),
        sent_unasked: None,
        boxed: false,
        secret: false,
        line,
    }
}

/// The enum of one value.
fn only_value(value: &str) -> Shape {
    let values = vec![EnumValue { wire: Literal::String(value.to_owned()), doc_name: None, rust: String::new() }];
    Shape::Enum(Enum { values, integer: false, openness: Openness::Unstated, closed: false })
}
