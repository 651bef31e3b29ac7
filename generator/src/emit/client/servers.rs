//! The enum of an API's servers.
//!
//! In: the servers of the model. Out: the table of the enum. It must not know credentials.

use crate::{
    emit::{endpoints::plain, ident_text},
    model::{Model, Server, ServerVariable},
    naming::{field_name, type_name, unique},
};
use std::{collections::HashSet, fmt::Write as _};

/// A longer description names nothing.
const MOST_WORDS: usize = 4;

/// The servers that a request can be sent to: those with a whole URL.
pub(super) fn named(model: &Model) -> Vec<&Server> {
    let is_whole = |server: &&Server| server.url.value.contains("://") || server.url.value.starts_with('{');
    model.servers.iter().filter(is_whole).collect()
}

/// The table; none where the docs name no server.
pub(super) fn table(model: &Model) -> Option<String> {
    let servers = named(model);
    let mut taken = HashSet::new();
    let rows: String = servers.iter().map(|server| row(server, unique(variant(server), &mut taken))).collect();
    (!servers.is_empty()).then(|| format!("\nservers! {{\n{rows}}}\n"))
}

fn row(server: &Server, name: String) -> String {
    let mut text = String::new();
    let description = server.description.as_deref().map(plain).filter(|text| !text.is_empty());
    if let Some(description) = description {
        let _ = writeln!(text, "    /// {description}\n    ///");
    }
    let url = &server.url.value;
    let _ = write!(text, "    /// `{}`\n    {name}", url.replace('`', ""));
    if !server.variables.is_empty() {
        text.push_str(" {\n");
        let mut taken = HashSet::new();
        server.variables.iter().for_each(|variable| text.push_str(&variable_row(variable, &mut taken)));
        text.push_str("    }");
    }
    let _ = writeln!(text, " {url:?};");
    text
}

fn variable_row(variable: &ServerVariable, taken: &mut HashSet<String>) -> String {
    let described = variable.description.as_deref().map(plain).filter(|text| !text.is_empty());
    let values: Vec<String> = variable.values.iter().map(|value| format!("`{}`", value.replace('`', ""))).collect();
    let mut docs = described.unwrap_or_else(|| format!("The variable `{}`.", variable.name.replace('`', "")));
    if !values.is_empty() {
        let _ = write!(docs, " One of {}.", values.join(", "));
    }
    let field = ident_text(&unique(field_name(&variable.name), taken));
    format!("        /// {docs}\n        {field} {:?} = {:?};\n", variable.name, variable.default)
}

/// A server's name; where it has none, a description in few words, else its host.
fn variant(server: &Server) -> String {
    let short = |text: &String| {
        text.split_whitespace().count() <= MOST_WORDS && text.contains(|c: char| c.is_ascii_alphabetic())
    };
    let host = server.url.value.split("://").last().unwrap_or_default().split('/').next().unwrap_or_default();
    let described = || server.description.as_deref().map(plain).filter(short);
    type_name(&server.name.clone().or_else(described).unwrap_or_else(|| host.to_owned()))
}
