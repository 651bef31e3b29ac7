//! The text of emitted types and examples, from models built by hand.

mod answers;
mod client;
mod enums;
mod features;
mod fits;
mod items;
mod paging;
mod prose;
mod requests;
mod root;
mod structs;
mod unions;
mod values;

use crate::built::{emitted_file, model_of};
use tablature::{emit::EmitOptions, model::TypeDef};

/// The file of one of these types, all of which are in the module `components`.
fn text(types: &[TypeDef], name: &str) -> String {
    let path = format!("src/api/components/{name}.rs");
    emitted_file(&model_of(types.to_vec(), Vec::new()), &EmitOptions::default(), &path)
}
