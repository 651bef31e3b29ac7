//! Enums of strings and of integers: the variants, and the table of their values.
//!
//! In: an enum of the model. Out: its texts. It must not know how conversions are written.

use super::{
    ident,
    item::{Item, Traits, format_item},
    summary::shown,
};
use crate::model::{Enum, EnumValue, Literal};
use proc_macro2::TokenStream;
use quote::quote;
use std::fmt::Write as _;

/// The enum and its table.
pub(super) fn blocks(item: &Item<'_, '_>, shape: &Enum) -> Vec<String> {
    // An enum without a value would have no value at all if it were closed.
    let closed = shape.closed && !shape.values.is_empty();
    let default = shape.values.len() == 1;
    let traits = Traits { debug: true, copy: closed || shape.integer, eq: true, default };
    let head = item.head(traits);
    let name = ident(&item.def.rust);
    let variants = shape.values.iter().map(|value| variant(value, default));
    let unknown = (!closed).then(|| unknown(item, shape.integer));
    let item_tokens = quote! {
        #head
        #[non_exhaustive]
        pub enum #name { #(#variants)* #unknown }
    };
    vec![format_item(item_tokens), table(item, shape, closed)]
}

fn variant(value: &EnumValue, default: bool) -> TokenStream {
    let name = ident(&value.rust);
    let docs = format!(" `{}`", shown(&value.wire));
    let default = default.then(|| quote!(#[default]));
    quote!(#[doc = #docs] #default #name,)
}

fn unknown(item: &Item<'_, '_>, integer: bool) -> TokenStream {
    let name = ident(&item.def.rust);
    let payload =
        if integer { quote!(crate::support::Unknown<#name, i64>) } else { quote!(crate::support::Unknown<#name>) };
    quote!(#[doc = " A value that is not listed."] Unknown(#payload),)
}

fn table(item: &Item<'_, '_>, shape: &Enum, closed: bool) -> String {
    let name = &item.def.rust;
    let mut text = match (closed, shape.integer) {
        (true, true) => format!("crate::support::closed_enum! {{\n    integer {name} {{\n"),
        (true, false) => format!("crate::support::closed_enum! {{\n    string {name} {{\n"),
        (false, true) => format!("crate::support::integer_enum! {{\n    {name} {{\n"),
        (false, false) => format!("crate::support::string_enum! {{\n    {name} {{\n"),
    };
    for value in &shape.values {
        let _ = writeln!(text, "        {} = {},", super::ident_text(&value.rust), wire(&value.wire, shape.integer));
    }
    text.push_str("    }\n}\n");
    text
}

fn wire(literal: &Literal, integer: bool) -> String {
    match literal {
        Literal::Integer(value) if integer => value.to_string(),
        text => format!("{:?}", text.to_string()),
    }
}
