//! Unions: the variants, and the table of their members.
//!
//! In: a union of the model. Out: its texts. It must not know how a member is chosen.

mod conversions;

use super::{
    ident, ident_text,
    item::{Item, Traits, doc_attributes, format_item},
    rust_type::tokens,
    rustdoc, structs,
};
use crate::{
    model::{Shape, Type, TypeDef, TypeId, Union},
    naming::unique_with,
};
use heck::ToSnakeCase;
use proc_macro2::TokenStream;
use quote::quote;
use std::{
    collections::{HashMap, HashSet},
    fmt::Write as _,
};

/// The enum and its table.
pub(super) fn blocks(item: &Item<'_, '_>, shape: &Union) -> Vec<String> {
    let traits = Traits { debug: true, copy: false, eq: item.def.derives.eq, default: false };
    let head = item.head(traits);
    let name = ident(&item.def.rust);
    let variants = (0..shape.members.len()).map(|index| variant(item, shape, index));
    let item_tokens = quote! {
        #head
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            #[doc = " A value that is none of the listed types."]
            Unknown(crate::support::UnknownMember<#name>),
        }
    };
    let mut blocks = vec![format_item(item_tokens), table(item, shape)];
    blocks.extend(conversions::table(item, shape));
    blocks
}

fn variant(item: &Item<'_, '_>, shape: &Union, index: usize) -> TokenStream {
    let member = &shape.members[index];
    let name = ident(&member.rust);
    let plain = item.scope.text(&member.ty);
    let docs = doc_attributes(&variant_docs(item, shape, index));
    let payload = tokens(&if member.boxed { item.scope.wrap("Box", &plain) } else { plain });
    quote!(#docs #name(#payload),)
}

/// What the page of the member's type says first, and which values of the discriminator mean it.
fn variant_docs(item: &Item<'_, '_>, shape: &Union, index: usize) -> Vec<String> {
    let mut lines = match &shape.members[index].ty {
        Type::Named(id) => item.scope.model().get(id).docs.as_deref().map(rustdoc::opening).unwrap_or_default(),
        _ => Vec::new(),
    };
    let values: Vec<String> = values(shape, index).map(|value| format!("`{}`", value.replace('`', "'"))).collect();
    if let (Some(fact), false) = (&shape.discriminator, values.is_empty()) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.push(format!("Its `{}` is {}.", fact.value.property.replace('`', "'"), values.join(" or ")));
    }
    lines
}

fn table(item: &Item<'_, '_>, shape: &Union) -> String {
    let name = &item.def.rust;
    let tag = shape.discriminator.as_ref().map(|fact| format!(" by {:?}", fact.value.property)).unwrap_or_default();
    let mut text = format!("crate::support::union! {{\n    {name}{tag} {{\n");
    let types: Vec<String> = shape.members.iter().map(|member| item.scope.text(&member.ty)).collect();
    let targets: Vec<String> =
        shape.members.iter().zip(&types).map(|(member, text)| target(item, &member.ty, text)).collect();
    let mut uses: HashMap<&str, usize> = HashMap::new();
    targets.iter().for_each(|ty| *uses.entry(ty).or_default() += 1);
    let mut taken = HashSet::new();
    for (index, member) in shape.members.iter().enumerate() {
        let ty = &types[index];
        let itself = member.ty == Type::Named(item.id.clone());
        let row = if uses[targets[index].as_str()] == 1 && !itself { "only" } else { "shared" };
        let method = method(&member.rust, &mut taken);
        let _ = writeln!(
            text,
            "        {row} {}({ty}) is_{method} as_{method} into_{method}{}{};",
            ident_text(&member.rust),
            tags(shape, index),
            fit(item, &member.ty).map(|fit| format!(" fits {fit}")).unwrap_or_default()
        );
    }
    text.push_str("    }\n}\n");
    text
}

/// What tells a member's type from the others': the last word of the user's own type, which may be called by several paths.
fn target(item: &Item<'_, '_>, ty: &Type, text: &str) -> String {
    let Some((_, TypeDef { replaced: Some(replacement), .. })) = own(item, ty) else { return text.to_owned() };
    let words = replacement.with.rsplit("::").next().unwrap_or_default();
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

/// How a member is told from its outside whose type is not generated: such a type does not say so itself.
fn fit(item: &Item<'_, '_>, ty: &Type) -> Option<String> {
    let is_foreign = |id: &TypeId| item.scope.model().get(id).replaced.is_some();
    if !ty.named().is_some_and(is_foreign) {
        return None;
    }
    let like = match own(item, ty) {
        Some((id, def)) => match &def.shape {
            Shape::Struct(shape) => {
                let keys = structs::keys(&Item { id, def, attributes: &[], ..*item }, shape);
                return Some(format!("|peek| peek.fit_object({keys})"));
            }
            Shape::Enum(shape) if shape.integer => Type::Int64,
            Shape::Enum(_) => Type::String,
            Shape::Union(_) | Shape::Opaque => Type::Any,
        },
        None => without_names(ty),
    };
    Some(format!("<{} as crate::support::fit::Fit>::fit", item.scope.text(&like)))
}

/// The named type that the user has replaced, if the expression is no more than that.
fn own<'m>(item: &Item<'m, '_>, ty: &'m Type) -> Option<(&'m TypeId, &'m TypeDef)> {
    let Type::Named(id) = ty else { return None };
    let def = item.scope.model().get(id);
    def.replaced.is_some().then_some((id, def))
}

/// The expression with any value for each named type.
fn without_names(ty: &Type) -> Type {
    match ty {
        Type::Array(inner) => Type::Array(Box::new(without_names(inner))),
        Type::Map(inner) => Type::Map(Box::new(without_names(inner))),
        Type::Nullable(inner) => Type::Nullable(Box::new(without_names(inner))),
        Type::Named(_) | Type::EventStream(_) => Type::Any,
        other => other.clone(),
    }
}

/// The member's name within methods, once per union.
fn method(variant: &str, taken: &mut HashSet<String>) -> String {
    unique_with(variant.to_snake_case(), "_", taken)
}

/// The discriminator's values that mean a member.
fn tags(shape: &Union, index: usize) -> String {
    values(shape, index).map(|value| format!(" {value:?}")).collect()
}

fn values(shape: &Union, index: usize) -> impl Iterator<Item = &str> {
    let mapping = shape.discriminator.iter().flat_map(|fact| &fact.value.mapping);
    mapping.filter(move |(_, member)| **member == index).map(|(value, _)| value.as_str())
}
