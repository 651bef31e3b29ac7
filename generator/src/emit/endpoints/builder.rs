//! The builder of an endpoint that requires many parameters: it has `build` only when each of them was given.
//!
//! In: the required fields. Out: a builder whose type says which of them are there. It must not know optional fields: the
//! endpoint has setters for those.

use super::{names::Names, text::Field};
use crate::{
    emit::{Scope, ident, rust_type::tokens},
    model::Operation,
};
use heck::ToUpperCamelCase;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::collections::BTreeSet;

/// The builder's items.
pub(super) fn items(
    scope: &Scope<'_>,
    operation: &Operation,
    names: &Names,
    fields: &[Field<'_>],
    required: &[&Field<'_>],
) -> Vec<TokenStream> {
    let endpoint = ident(&operation.rust);
    let builder = ident(&names.builder);
    let slots = slots(required);
    vec![
        entrance(scope, &endpoint, &builder, &slots),
        structure(&endpoint, &builder, &slots),
        setters(scope, &builder, &slots),
        exit(scope, &endpoint, &builder, &slots, fields),
    ]
}

/// A required field, and the type parameter that says whether it was given.
struct Slot<'f> {
    name: &'f Ident,
    state: Ident,
    ty: TokenStream,
    given: Option<TokenStream>,
}

/// The slots of some fields: names that are written alike in type parameters (`a_1`, `a1`) get a number.
fn slots<'f>(fields: &[&'f Field<'_>]) -> Vec<Slot<'f>> {
    let mut taken = BTreeSet::new();
    let slot = |(index, field): (usize, &&'f Field<'_>)| {
        let state = format!("{}Value", field.name.to_string().trim_start_matches("r#").to_upper_camel_case());
        let state = if taken.insert(state.clone()) { state } else { format!("{state}{index}") };
        let given = field.given.as_deref().map(tokens);
        Slot { name: &field.name, state: ident(&state), ty: tokens(&field.ty), given }
    };
    fields.iter().enumerate().map(slot).collect()
}

fn entrance(scope: &Scope<'_>, endpoint: &Ident, builder: &Ident, slots: &[Slot<'_>]) -> TokenStream {
    let names = slots.iter().map(|slot| slot.name);
    let missing = slots.iter().map(|_| tokens(&scope.call("Missing")));
    let values = missing.clone();
    quote! {
        impl #endpoint {
            /// A builder that waits for what the operation requires.
            #[must_use]
            pub fn builder() -> #builder<#(#missing),*> {
                #builder { #(#names: #values),* }
            }
        }
    }
}

fn structure(endpoint: &Ident, builder: &Ident, slots: &[Slot<'_>]) -> TokenStream {
    let docs = format!(" Builds [`struct@{endpoint}`]: it can `build` when every setter was called.");
    let names = slots.iter().map(|slot| slot.name);
    let states: Vec<&Ident> = slots.iter().map(|slot| &slot.state).collect();
    quote! {
        #[doc = #docs]
        #[derive(Clone)]
        pub struct #builder<#(#states),*> { #(#names: #states),* }
    }
}

fn setters(scope: &Scope<'_>, builder: &Ident, slots: &[Slot<'_>]) -> TokenStream {
    let states: Vec<&Ident> = slots.iter().map(|slot| &slot.state).collect();
    let setters = (0..slots.len()).map(|index| setter(scope, builder, slots, index));
    quote!(impl<#(#states),*> #builder<#(#states),*> { #(#setters)* })
}

fn setter(scope: &Scope<'_>, builder: &Ident, slots: &[Slot<'_>], index: usize) -> TokenStream {
    let Slot { name, ty, given, .. } = &slots[index];
    let argument = given.as_ref().unwrap_or(ty);
    let converted = given.as_ref().map(|given| {
        quote!(
            let value: #given = value.into();
        )
    });
    let into = tokens(scope.prelude("Into"));
    let docs = format!(" Gives `{name}`.");
    let after = slots.iter().enumerate().map(|(other, slot)| {
        let state = &slot.state;
        if other == index { quote!(#ty) } else { quote!(#state) }
    });
    let values = slots.iter().enumerate().map(|(other, slot)| {
        let name = slot.name;
        if other == index { quote!(#name: value.into()) } else { quote!(#name: self.#name) }
    });
    quote! {
        #[doc = #docs]
        #[must_use]
        pub fn #name(self, value: impl #into<#argument>) -> #builder<#(#after),*> {
            #converted
            #builder { #(#values),* }
        }
    }
}

fn exit(scope: &Scope<'_>, endpoint: &Ident, builder: &Ident, slots: &[Slot<'_>], fields: &[Field<'_>]) -> TokenStream {
    let none = tokens(scope.prelude("None"));
    let given = slots.iter().map(|slot| &slot.ty);
    let values = fields.iter().map(|field| {
        let name = &field.name;
        if field.required { quote!(#name: self.#name) } else { quote!(#name: #none) }
    });
    quote! {
        impl #builder<#(#given),*> {
            /// The operation.
            #[must_use]
            pub fn build(self) -> #endpoint {
                #endpoint { #(#values),* }
            }
        }
    }
}
