//! One named type as text: the item, and the table behind it.
//!
//! In: a type of the model. Out: blocks of text. It must not know which file they go to.

use super::{
    enums, ident,
    item::{Item, Traits, deprecation, format_item},
    rust_type::tokens,
    structs, unions,
};
use crate::model::Shape;
use quote::quote;

/// The texts of the item and its table.
pub(super) fn blocks(item: &Item<'_, '_>) -> Vec<String> {
    if let Some(replacement) = &item.def.replaced {
        return vec![alias(item, &replacement.with)];
    }
    match &item.def.shape {
        Shape::Struct(shape) => structs::blocks(item, shape),
        Shape::Enum(shape) => enums::blocks(item, shape),
        Shape::Union(shape) => unions::blocks(item, shape),
        Shape::Opaque => opaque(item),
    }
}

/// The name that the rest of the crate uses, for a type of the user's own.
fn alias(item: &Item<'_, '_>, with: &str) -> String {
    let docs = item.docs();
    let deprecated = deprecation(item.def.deprecated.as_ref());
    let (name, with) = (ident(&item.def.rust), tokens(with));
    format_item(quote!(#docs #deprecated pub type #name = #with;))
}

fn opaque(item: &Item<'_, '_>) -> Vec<String> {
    let head = item.head(Traits { debug: false, copy: false, eq: true, default: true });
    let name = ident(&item.def.rust);
    let structure = quote!(#head pub struct #name(pub ::serde_json::Value););
    vec![format_item(structure), format!("crate::support::opaque!({name});\n")]
}
