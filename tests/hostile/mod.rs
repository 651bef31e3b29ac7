//! Pages whose author means harm, or does not care: the worst is a diagnostic, and what is written is Rust that compiles.
//!
//! In: pages in memory or in a temporary folder. Out: nothing.

mod builders;
pub mod compiles;
mod config;
mod doc_tests;
mod folders;
#[cfg(unix)]
mod kills;
mod lines;
mod pages;
mod subsets;
mod terminal;
mod words;

pub use folders::tree as files_below;

use crate::markdown::{FIELDS, PARAMETERS};
/// A model page with one table of fields: name, type cell, description.
fn page(title: &str, rows: &[(&str, &str, &str)]) -> String {
    let mut text = format!("# {title}\n\n{FIELDS}");
    for (name, ty, docs) in rows {
        text += &format!("| `{name}` | {ty} | :heavy_check_mark: | {docs} |\n");
    }
    text
}

/// A section of a page of operations.
fn operation(heading: &str, usage: &str, parameters: &[&str]) -> String {
    let mut text = format!("## {heading}\n\n### Example Usage\n\n<!-- UsageSnippet {usage} -->\n```java\nx\n```\n\n");
    if !parameters.is_empty() {
        text += PARAMETERS;
    }
    for name in parameters {
        text += &format!("| `{name}` | *String* | :heavy_check_mark: | x |\n");
    }
    text + "\n"
}

/// The usage comment of an operation.
fn usage(id: &str, method: &str, path: &str) -> String {
    format!("language=\"java\" operationID=\"{id}\" method=\"{method}\" path=\"{path}\"")
}
