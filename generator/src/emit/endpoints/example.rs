//! The example of an endpoint: a program that makes it with values of the docs, and sends it.
//!
//! In: an operation. Out: lines of rustdoc that are a doc test. It must not know how values are written.

use super::{
    paging, response, table,
    text::{body_name, is_required, is_sent, required},
    value::{Within, Writer, construction},
};
use crate::{
    emit::{branches::branches, ident_text, states::setter},
    model::{BYTES, Body, Media, Model, Operation, Parameter},
};
use std::fmt::Write as _;

/// A longer program is written without the values of Example cells.
const LONGEST: usize = 60;

/// So many parameters that may be left out are shown, where the docs give examples of them.
const MOST_OPTIONAL: usize = 3;

/// Which values an example shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// What must be given, in words.
    Asked,
    /// What must be given and some parameters beside, with the values of Example cells.
    Examples,
}

/// An endpoint as an expression.
#[derive(Debug)]
pub(super) struct Example {
    /// The Rust name of its struct.
    pub name: String,
    /// The expression that makes it.
    pub expression: String,
    /// The paths of what it names, below the crate's root.
    pub uses: Vec<String>,
}

/// An operation as an expression; none where it wants a value of the user's own type.
pub(super) fn of(model: &Model, operation: &Operation, shown: Shown) -> Option<Example> {
    let mut writer = Writer::new(model, shown == Shown::Examples);
    let name = writer.named(&format!("endpoints::{}", ident_text(&operation.module)), &operation.rust);
    let (asked, others): (Vec<&Parameter>, Vec<&Parameter>) =
        operation.parameters.iter().partition(|parameter| is_required(parameter));
    let mut values = Vec::new();
    for parameter in asked {
        values.push((ident_text(&parameter.rust), parameter_value(&mut writer, parameter)?));
    }
    if let Some(body) = operation.body.as_ref().filter(|body| body.required) {
        values.push((body_name(operation).to_owned(), body_value(&mut writer, body)?));
    }
    let is_positional = table::is_positional(required(operation));
    let mut expression = construction(&name, &values, is_positional);
    for parameter in set(others, shown) {
        if let Some(value) = parameter_value(&mut writer, parameter) {
            let _ = write!(expression, ".{}({value})", setter(&ident_text(&parameter.rust)));
        }
    }
    Some(Example { name, expression, uses: writer.uses() })
}

/// Which parameters that need not be given are shown: those that a client may have, or such of which the docs give examples.
fn set(others: Vec<&Parameter>, shown: Shown) -> Vec<&Parameter> {
    let has_example = |parameter: &&Parameter| parameter.example.is_some() && parameter.deprecated.is_none();
    match shown {
        Shown::Asked => others.into_iter().filter(|parameter| is_sent(parameter)).collect(),
        Shown::Examples => others.into_iter().filter(has_example).take(MOST_OPTIONAL).collect(),
    }
}

fn parameter_value(writer: &mut Writer<'_>, parameter: &Parameter) -> Option<String> {
    let raw = parameter.example.as_deref().filter(|_| !parameter.secret);
    let example = raw.and_then(|raw| writer.cell(raw, &parameter.ty));
    writer.value(&parameter.ty, example.as_ref(), &parameter.doc_name, Within::Setter)
}

fn body_value(writer: &mut Writer<'_>, body: &Body) -> Option<String> {
    if body.media.value == Media::Raw {
        let media_type = body.media_type.as_ref().map_or(BYTES, |name| &name.value);
        return Some(format!("{}::new({media_type:?}, b\"content\".to_vec())", writer.named("call", "RawBody")));
    }
    writer.value(&body.ty, None, &body.doc_name, Within::Setter)
}

/// The doc test, as lines of rustdoc; none where there is no expression for the endpoint.
pub(super) fn lines(model: &Model, operation: &Operation) -> Vec<String> {
    let program = |shown| Some(program(model, operation, &of(model, operation, shown)?));
    let short = program(Shown::Examples).filter(|program| program.lines().count() <= LONGEST);
    let Some(program) = short.or_else(|| program(Shown::Asked)) else { return Vec::new() };
    let library = library(model);
    let head = [
        "# Example".to_owned(),
        String::new(),
        "```no_run".to_owned(),
        "# #[cfg(feature = \"ureq\")]".to_owned(),
        format!("# fn call(client: &{library}::client::blocking::Client) -> Result<(), Box<dyn std::error::Error>> {{"),
    ];
    let tail = ["# Ok(())", "# }", "```"].map(str::to_owned);
    head.into_iter().chain(program.lines().map(str::to_owned)).chain(tail).collect()
}

/// How Rust calls the crate.
fn library(model: &Model) -> String {
    model.name.replace('-', "_")
}

/// The statements: imports, a blank line, and the call.
fn program(model: &Model, operation: &Operation, example: &Example) -> String {
    let library = library(model);
    let uses = match branches(&example.uses).as_slice() {
        [] => String::new(),
        [path] => format!("use {library}::{path};"),
        paths => format!("use {library}::{{{}}};", paths.join(", ")),
    };
    let endpoint = format!("let endpoint = {};", example.expression);
    let [uses, endpoint, call] = [uses, endpoint, call(model, operation)].map(|statement| formatted(&statement));
    format!("{uses}\n{endpoint}{call}")
}

/// The statement that sends the endpoint.
fn call(model: &Model, operation: &Operation) -> String {
    let each = |one: &str, all: &str| format!("for {one} in client.{all} {{ println!(\"{{:?}}\", {one}?); }}");
    if operation.streams_events() && response::only_body(operation).is_some() {
        return each("event", "stream(&endpoint)?");
    }
    match (paging::walks(operation), paging::has_items(model, operation)) {
        (true, true) => each("item", "pages(&endpoint).items()"),
        (true, false) => each("page", "pages(&endpoint)"),
        (false, _) if operation.success.is_empty() => "client.send(&endpoint)?;".to_owned(),
        (false, _) => "let answer = client.send(&endpoint)?;".to_owned(),
    }
}

/// A statement as it stands within a function, each line without the function's indentation.
///
/// # Panics
/// Never: the text is a statement of this module.
fn formatted(statement: &str) -> String {
    let file = syn::parse_file(&format!("fn example() {{ {statement} }}")).expect("examples parse");
    let text = prettyplease::unparse(&file);
    let lines: Vec<&str> = text.lines().collect();
    let inner = lines.get(1..lines.len().saturating_sub(1)).unwrap_or_default();
    inner.iter().map(|line| format!("{}\n", line.strip_prefix("    ").unwrap_or(line))).collect()
}
