//! Unions: the variants, and the table of their members.
//!
//! In: a union of the model. Out: its texts. It must not know how a member is chosen.

use super::{
    ident, ident_text,
    item::{Item, Traits, format_item},
    rust_type::tokens,
};
use crate::model::{Member, Type, Union};
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
    let variants = shape.members.iter().map(|member| variant(item, member));
    let item_tokens = quote! {
        #head
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            #[doc = " A value that is none of the listed types."]
            Unknown(crate::support::UnknownMember<#name>),
        }
    };
    vec![format_item(item_tokens), table(item, shape)]
}

fn variant(item: &Item<'_, '_>, member: &Member) -> TokenStream {
    let name = ident(&member.rust);
    let plain = item.scope.text(&member.ty);
    let docs = format!(" `{}`", member.shown.replace('`', ""));
    let payload = tokens(&if member.boxed { item.scope.wrap("Box", &plain) } else { plain });
    quote!(#[doc = #docs] #name(#payload),)
}

fn table(item: &Item<'_, '_>, shape: &Union) -> String {
    let name = &item.def.rust;
    let tag = shape.discriminator.as_ref().map(|fact| format!(" by {:?}", fact.value.property)).unwrap_or_default();
    let mut text = format!("crate::support::union! {{\n    {name}{tag} {{\n");
    let types: Vec<String> = shape.members.iter().map(|member| item.scope.text(&member.ty)).collect();
    let mut uses: HashMap<&str, usize> = HashMap::new();
    types.iter().for_each(|ty| *uses.entry(ty).or_default() += 1);
    let mut taken = HashSet::new();
    for (index, member) in shape.members.iter().enumerate() {
        let ty = &types[index];
        let itself = member.ty == Type::Named(item.id.clone());
        let row = if uses[ty.as_str()] == 1 && !itself { "only" } else { "shared" };
        let method = method(&member.rust, &mut taken);
        let _ = writeln!(
            text,
            "        {row} {}({ty}) is_{method} as_{method} into_{method}{};",
            ident_text(&member.rust),
            tags(shape, index)
        );
    }
    text.push_str("    }\n}\n");
    text
}

/// The member's name within methods, once per union.
fn method(variant: &str, taken: &mut HashSet<String>) -> String {
    let name = variant.to_snake_case();
    let mut free = name.clone();
    let mut number = 2;
    while !taken.insert(free.clone()) {
        free = format!("{name}_{number}");
        number += 1;
    }
    free
}

/// The discriminator's values that mean a member.
fn tags(shape: &Union, index: usize) -> String {
    let mapping = shape.discriminator.iter().flat_map(|fact| &fact.value.mapping);
    mapping.filter(|(_, member)| **member == index).map(|(value, _)| format!(" {value:?}")).collect()
}
