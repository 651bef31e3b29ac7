//! Structs: the fields, the table that the support code reads them by, and `Debug` where there are secrets.
//!
//! In: a struct of the model. Out: its texts. It must not know how rows are put into effect.

use super::{
    Scope, ident, ident_text,
    item::{Item, Traits, deprecation, doc_attributes, format_item, one_line},
    rust_type::tokens,
    states::{apart, groups, place, row_docs},
};
use crate::model::{Field, Literal, Model, Presence, Shape, Struct, Type};
use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;
use std::fmt::Write as _;

/// With more required fields than this, a type has a builder only.
pub(super) const POSITIONAL: usize = 3;

/// The ways in which a field may be absent or null; the names are modules of the support code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Required,
    Preset,
    List,
    Nullable,
    Optional,
    /// Optional, with a single legal value that is sent.
    Constant,
    Tristate,
}

impl Kind {
    /// Whether a builder asks for it.
    fn is_asked(self) -> bool {
        matches!(self, Kind::Required | Kind::List | Kind::Nullable)
    }

    /// Whether it may be absent.
    fn may_be_left_out(self) -> bool {
        matches!(self, Kind::Optional | Kind::Constant | Kind::Tristate)
    }

    /// Whether it is sent without being asked for.
    fn is_preset(self) -> bool {
        matches!(self, Kind::Preset | Kind::Constant)
    }

    fn holding(self) -> Holding {
        match self {
            Kind::Required | Kind::Preset | Kind::List => Holding::Value,
            Kind::Nullable | Kind::Optional | Kind::Constant => Holding::Option,
            Kind::Tristate => Holding::Nullable,
        }
    }

    /// The word of the table.
    fn word(self) -> &'static str {
        match self {
            Kind::Required => "required",
            Kind::Preset => "preset",
            Kind::List => "list",
            Kind::Nullable => "nullable",
            Kind::Optional => "optional",
            Kind::Constant => "constant",
            Kind::Tristate => "tristate",
        }
    }
}

/// A field as a row of the table.
struct Row<'m> {
    field: &'m Field,
    kind: Kind,
    /// The type of a value that is present and not null.
    ty: String,
    /// What the setter of a list or map takes.
    given: Option<String>,
    /// The only legal value, as a literal.
    literal: Option<String>,
}

/// The struct, its table, and what the table cannot give.
pub(super) fn blocks(item: &Item<'_, '_>, shape: &Struct) -> Vec<String> {
    let rows: Vec<Row<'_>> = shape.fields.iter().map(|field| row(item, field)).collect();
    let no_presets = !rows.iter().any(|row| row.kind.is_preset());
    let defaults = required(&rows).next().is_none();
    let secrets = shape.fields.iter().any(|field| field.secret);
    let traits = Traits { debug: !secrets, copy: false, eq: item.def.derives.eq, default: defaults && no_presets };
    let mut blocks = vec![format_item(structure(item, shape, &rows, traits)), table(item, shape, &rows)];
    blocks.extend(setters(item, &rows));
    if defaults && !no_presets {
        blocks.push(default(item));
    }
    if secrets {
        blocks.push(debug(item, shape, &rows));
    }
    blocks
}

fn row<'m>(item: &Item<'_, '_>, field: &'m Field) -> Row<'m> {
    let plain = item.scope.text(&field.ty);
    let literal = field.constant.as_ref().and_then(|constant| literal(item.scope.model(), &field.ty, &constant.value));
    let kind = match kind(field, item.def.usage.received, literal.is_some()) {
        Kind::Optional if literal.is_some() && field.sent_unasked.is_some() => Kind::Constant,
        kind => kind,
    };
    let is_number = |literal: &String| literal.starts_with(|c: char| c == '-' || c.is_ascii_digit());
    let literal = literal.filter(|literal| kind.is_preset() || !is_number(literal));
    let given =
        given(item.scope, &field.ty).filter(|_| !matches!(kind, Kind::Preset | Kind::Nullable | Kind::Tristate));
    Row { field, kind, ty: if field.boxed { item.scope.wrap("Box", &plain) } else { plain }, given, literal }
}

/// What a setter takes in place of a list or a map, so that the items need no conversion by hand.
pub(super) fn given(scope: &Scope<'_>, ty: &Type) -> Option<String> {
    match ty {
        Type::Array(item) => Some(format!("crate::support::Items<{}>", scope.text(item))),
        Type::Map(value) => Some(format!("crate::support::Entries<{}>", scope.text(value))),
        _ => None,
    }
}

/// In what a field holds a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holding {
    /// Plainly.
    Value,
    /// In an `Option`.
    Option,
    /// In a `Nullable`.
    Nullable,
}

/// In what a field holds its value.
pub(super) fn holding(field: &Field, received: bool) -> Holding {
    kind(field, received, field.constant.is_some()).holding()
}

fn kind(field: &Field, received: bool, has_literal: bool) -> Kind {
    let is_list = matches!(field.ty, Type::Array(_) | Type::Map(_));
    match field.presence.value {
        Presence::Optional => Kind::Optional,
        Presence::OptionalNullable => Kind::Tristate,
        Presence::RequiredNullable => Kind::Nullable,
        Presence::Required | Presence::RequiredNullUnstated if has_literal => Kind::Preset,
        Presence::Required | Presence::RequiredNullUnstated if is_list => Kind::List,
        Presence::RequiredNullUnstated if received && field.ty != Type::Any => Kind::Nullable,
        Presence::Required | Presence::RequiredNullUnstated => Kind::Required,
    }
}

/// The keys of a struct's object as an expression, for unions to tell whether a value fits it.
pub(super) fn keys(item: &Item<'_, '_>, shape: &Struct) -> String {
    let keys = shape.fields.iter().map(|field| {
        let row = row(item, field);
        let constant = row.literal.map(|literal| format!(".constant({literal:?})")).unwrap_or_default();
        let required = !row.kind.may_be_left_out();
        format!("crate::support::fit::Key::new({:?}, {required}){constant}", field.wire.value)
    });
    format!("&[{}]", keys.collect::<Vec<_>>().join(", "))
}

/// A literal that the field's type can be made of, written alike in Rust and in JSON.
fn literal(model: &Model, ty: &Type, literal: &Literal) -> Option<String> {
    let fits = match (ty, literal) {
        (Type::String, Literal::String(_))
        | (Type::Boolean, Literal::Boolean(_))
        | (Type::Int64, Literal::Integer(_)) => true,
        (Type::Int32, Literal::Integer(value)) => i32::try_from(*value).is_ok(),
        (Type::Named(id), _) if model.get(id).replaced.is_some() => false,
        (Type::Named(id), literal) => match &model.get(id).shape {
            Shape::Enum(shape) => shape.values.iter().any(|value| value.wire == *literal),
            Shape::Struct(_) | Shape::Union(_) | Shape::Opaque => false,
        },
        _ => false,
    };
    let is_simple = literal.to_string().chars().all(|c| (c.is_ascii_graphic() || c == ' ') && c != '"' && c != '\\');
    (fits && is_simple).then(|| Value::from(literal).to_string())
}

/// The name of a struct's builder.
pub(super) fn builder(name: &str) -> String {
    format!("{name}Builder")
}

/// Whether a builder asks for a field.
pub(super) fn asks(model: &Model, field: &Field, received: bool) -> bool {
    let literal = field.constant.as_ref().and_then(|constant| literal(model, &field.ty, &constant.value));
    kind(field, received, literal.is_some()).is_asked()
}

/// The rows that a builder asks for.
fn required<'r, 'm>(rows: &'r [Row<'m>]) -> impl Iterator<Item = &'r Row<'m>> {
    rows.iter().filter(|row| row.kind.is_asked())
}

fn structure(item: &Item<'_, '_>, shape: &Struct, rows: &[Row<'_>], traits: Traits) -> TokenStream {
    let head = item.head(traits);
    let name = ident(&item.def.rust);
    let fields = rows.iter().map(|row| field(item, row));
    let additional = shape.additional.as_ref().map(|ty| {
        let ty = item.scope.tokens(&Type::Map(Box::new(ty.clone())));
        quote!(#[doc = " The values of keys that are not fields."] pub additional_properties: #ty,)
    });
    quote! {
        #head
        #[non_exhaustive]
        pub struct #name { #(#fields)* #additional extra: crate::support::Extra }
    }
}

fn field(item: &Item<'_, '_>, row: &Row<'_>) -> TokenStream {
    let docs = doc_attributes(&item.field_lines(row.field.docs.as_deref(), row.field.example.as_deref()));
    let deprecated = deprecation(row.field.deprecated.as_ref());
    let name = ident(&row.field.rust);
    let ty = tokens(&match row.kind.holding() {
        Holding::Value => row.ty.clone(),
        Holding::Option => item.scope.wrap("Option", &row.ty),
        Holding::Nullable => format!("crate::support::Nullable<{}>", row.ty),
    });
    quote!(#docs #deprecated pub #name: #ty,)
}

fn table(item: &Item<'_, '_>, shape: &Struct, rows: &[Row<'_>]) -> String {
    let name = &item.def.rust;
    let names: Vec<String> = required(rows).map(|row| ident_text(&row.field.rust)).collect();
    let mut text = format!("crate::support::object! {{\n    {name}, {}<{}>", builder(name), groups(&names));
    if names.len() <= POSITIONAL {
        let _ = write!(text, ", new({})", required(rows).map(argument).collect::<Vec<_>>().join(", "));
    }
    if let Some(additional) = &shape.additional {
        let _ = write!(text, ", additional({})", item.scope.text(additional));
    }
    text.push_str(" {\n");
    let mut places = 0..;
    for row in rows {
        write_row(&mut text, item, row, row.kind.is_asked().then(|| places.next().map(place)).flatten());
    }
    text.push_str("    }\n}\n");
    text
}

/// The setters of a type that is sent and has `new`, so that what may be left out is said behind it.
fn setters(item: &Item<'_, '_>, rows: &[Row<'_>]) -> Option<String> {
    let texts: String = rows.iter().filter(|row| row.kind.may_be_left_out()).map(setter_row).collect();
    let is_made_by_new = item.def.usage.sent && required(rows).count() <= POSITIONAL;
    (is_made_by_new && !texts.is_empty())
        .then(|| format!("crate::support::setters! {{\n    {} {{\n{texts}    }}\n}}\n", item.def.rust))
}

fn setter_row(row: &Row<'_>) -> String {
    let deprecated = if row.field.deprecated.is_some() { "        #[deprecated]\n" } else { "" };
    let kind = if row.kind == Kind::Tristate { "tristate" } else { "optional" };
    let name = ident_text(&row.field.rust);
    let given = row.given.as_ref().map(|given| format!(" as {given}")).unwrap_or_default();
    format!("{deprecated}        {kind} {name}{}: {}{given};\n", apart(&name), row.ty)
}

fn argument(row: &Row<'_>) -> String {
    let ty = match &row.given {
        _ if row.kind == Kind::Nullable => format!("crate::support::Nullable<{}>", row.ty),
        Some(given) => given.clone(),
        None => row.ty.clone(),
    };
    format!("{}: {ty}", ident_text(&row.field.rust))
}

fn write_row(text: &mut String, item: &Item<'_, '_>, row: &Row<'_>, place: Option<String>) {
    text.push_str(&row_docs(&setter_docs(item, row)));
    if row.field.deprecated.is_some() {
        text.push_str("        #[deprecated]\n");
    }
    let literal = row.literal.as_ref().map(|literal| format!(" = {literal}")).unwrap_or_default();
    let given = row.given.as_ref().map(|given| format!(" as {given}")).unwrap_or_default();
    let _ = writeln!(
        text,
        "        {} {:?} {}: {}{given}{literal}{};",
        row.kind.word(),
        row.field.wire.value,
        ident_text(&row.field.rust),
        row.ty,
        place.unwrap_or_default()
    );
}

/// The docs of a builder's method are those of the field.
fn setter_docs(item: &Item<'_, '_>, row: &Row<'_>) -> Vec<String> {
    let lines = item.field_lines(row.field.docs.as_deref(), row.field.example.as_deref());
    match row.kind {
        Kind::Preset => Vec::new(),
        _ if lines.is_empty() => vec![format!("Sets `{}`.", one_line(&row.field.wire.value.replace('`', "'")))],
        _ => lines,
    }
}

fn default(item: &Item<'_, '_>) -> String {
    let name = ident(&item.def.rust);
    format_item(quote! {
        impl ::core::default::Default for #name {
            fn default() -> Self { Self::new() }
        }
    })
}

fn debug(item: &Item<'_, '_>, shape: &Struct, rows: &[Row<'_>]) -> String {
    let mut text = format!("crate::support::debug! {{\n    {} {{\n", item.def.rust);
    for row in rows {
        let how = match row.kind.holding() {
            _ if !row.field.secret => "Shown",
            Holding::Option => "HiddenOption",
            Holding::Value | Holding::Nullable => "Hidden",
        };
        let _ = writeln!(text, "        {how} {},", ident_text(&row.field.rust));
    }
    if shape.additional.is_some() {
        text.push_str("        Shown additional_properties,\n");
    }
    text.push_str("        Shown extra,\n    }\n}\n");
    text
}
