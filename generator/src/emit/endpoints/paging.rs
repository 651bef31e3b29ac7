//! How an endpoint's results come in pages: the implementations of `Pages` and `Items`.
//!
//! In: what the model knows of an operation's paging. Out: two `impl`s, or none where that is too little. It must not know how
//! clients walk.

use super::response::{self, body_type};
use crate::{
    emit::{
        Scope, ident,
        item::format_item,
        rust_type::tokens,
        structs::{Holding, holding},
    },
    model::{Model, Operation, PageInput, PageKind, Paging, Place, Type},
};
use proc_macro2::TokenStream;
use quote::quote;

/// Whether a client can walk through the pages.
pub(in crate::emit) fn walks(operation: &Operation) -> bool {
    operation.paging.as_ref().is_some_and(|paging| moves(paging).is_some())
}

/// The implementations, as text.
pub(super) fn blocks(scope: &Scope<'_>, operation: &Operation) -> Vec<String> {
    let Some(paging) = &operation.paging else { return Vec::new() };
    let Some(moves) = moves(paging) else { return Vec::new() };
    let name = ident(&operation.rust);
    let limit = option(scope, paging.limit.as_ref().map(|limit| limit.value.clone()));
    let items = option(scope, paging.items.as_ref().and_then(|path| pointer(&path.value)));
    let total = option(scope, paging.pages.as_ref().and_then(|path| pointer(&path.value)));
    let pages = quote! {
        impl crate::call::Pages for #name {
            const PAGING: crate::call::Paging =
                crate::call::Paging { moves: #moves, limit: #limit, items: #items, total: #total };
        }
    };
    [Some(pages), items_of(scope, operation)].into_iter().flatten().map(format_item).collect()
}

fn option(scope: &Scope<'_>, text: Option<String>) -> TokenStream {
    let (some, none) = (tokens(scope.prelude("Some")), tokens(scope.prelude("None")));
    text.map_or_else(|| quote!(#none), |text| quote!(#some(#text)))
}

/// What moves; none where nothing says what does.
fn moves(paging: &Paging) -> Option<TokenStream> {
    let next = || paging.next.as_ref().and_then(|path| pointer(&path.value));
    let Some(input) = &paging.input else {
        let next = next()?;
        return Some(quote!(crate::call::Moves::Url(#next)));
    };
    let argument = argument(&input.value)?;
    Some(match input.value.kind {
        PageKind::Page => quote!(crate::call::Moves::Page(#argument)),
        PageKind::Offset => {
            paging.items.as_ref().and_then(|path| pointer(&path.value))?;
            quote!(crate::call::Moves::Offset(#argument))
        }
        PageKind::Cursor => {
            let next = next()?;
            quote!(crate::call::Moves::Cursor(#argument, #next))
        }
    })
}

fn argument(input: &PageInput) -> Option<TokenStream> {
    let wire = &input.wire;
    match input.place {
        Some(Place::Query) => Some(quote!(crate::call::Argument::Query(#wire))),
        None => Some(quote!(crate::call::Argument::Body(#wire))),
        Some(Place::Path | Place::Header) => None,
    }
}

/// A JSON path of keys alone (`$.result.items`) as a JSON pointer.
fn pointer(path: &str) -> Option<String> {
    keys(path).map(|keys| keys.iter().map(|key| format!("/{}", key.replace('~', "~0").replace('/', "~1"))).collect())
}

/// The keys of a JSON path that has nothing else.
fn keys(path: &str) -> Option<Vec<&str>> {
    let rest = path.strip_prefix('$').unwrap_or(path);
    let keys: Vec<&str> = rest.split('.').filter(|key| !key.is_empty()).collect();
    let is_key = |key: &&str| !key.contains(['[', ']', '*', '(', '@', '\'', '"']);
    keys.iter().all(is_key).then_some(keys)
}

/// Whether the types lead to a list in each page.
pub(super) fn has_items(model: &Model, operation: &Operation) -> bool {
    list(model, operation).is_some()
}

fn list<'m>(model: &'m Model, operation: &'m Operation) -> Option<(Access, &'m Type)> {
    let keys = keys(&operation.paging.as_ref()?.items.as_ref()?.value)?;
    access(model, &response::only_body(operation)?.ty, &keys)
}

/// The implementation of `Items`, where the types lead to a list.
fn items_of(scope: &Scope<'_>, operation: &Operation) -> Option<TokenStream> {
    let (access, item) = list(scope.model(), operation)?;
    let (name, item) = (ident(&operation.rust), tokens(&body_type(scope, item)));
    let list = tokens(&format!("{}<{item}>", scope.prelude("Vec")));
    let access = if access.is_fallible {
        let (steps, option) = (access.steps, tokens(&scope.wrap("Option", &list.to_string())));
        let last = if access.ends_in_option {
            quote!(page #steps)
        } else {
            let some = tokens(scope.prelude("Some"));
            quote!(#some(page #steps))
        };
        quote! {
            let items = move || -> #option { #last };
            items().unwrap_or_default()
        }
    } else {
        let steps = access.steps;
        quote!(page #steps)
    };
    Some(quote! {
        impl crate::call::Items for #name {
            type Item = #item;

            fn items(page: Self::Success) -> #list {
                #access
            }
        }
    })
}

/// The steps from a page to its items.
struct Access {
    steps: TokenStream,
    /// Whether a step may lead to nothing.
    is_fallible: bool,
    /// Whether the last step gives an `Option`.
    ends_in_option: bool,
}

/// The way to the list at the end of some keys, and the type of its items.
fn access<'m>(model: &'m Model, page: &'m Type, keys: &[&str]) -> Option<(Access, &'m Type)> {
    let mut access = Access { steps: TokenStream::new(), is_fallible: false, ends_in_option: false };
    let mut at = page;
    for key in keys {
        let Type::Named(id) = at else { return None };
        let def = model.get(id);
        let field = def.shape.as_struct()?.fields.iter().find(|field| field.wire.value == *key)?;
        if def.replaced.is_some() || field.boxed {
            return None;
        }
        if access.ends_in_option {
            access.steps.extend(quote!(?));
        }
        let name = ident(&field.rust);
        access.steps.extend(quote!(.#name));
        match holding(field, def.usage.received) {
            Holding::Value => access.ends_in_option = false,
            Holding::Option => access.ends_in_option = true,
            Holding::Nullable => {
                access.steps.extend(quote!(.into_option()));
                access.ends_in_option = true;
            }
        }
        access.is_fallible |= access.ends_in_option;
        at = &field.ty;
    }
    match at {
        Type::Array(item) => Some((access, item)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::pointer;

    #[test]
    fn paths_of_keys_are_pointers() {
        for (path, expected) in [
            ("$.result.items", Some("/result/items")),
            ("$", Some("")),
            ("items", Some("/items")),
            ("$.a/b", Some("/a~1b")),
            ("$.data[-1].id", None),
            ("$.data[(@.length-1)]", None),
        ] {
            assert_eq!(pointer(path).as_deref(), expected, "{path}");
        }
    }
}
