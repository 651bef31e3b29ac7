//! What a front page says of the API as a whole: name, purpose, servers.
//!
//! In: a [`FrontPage`]. Out: facts of the model with their page and line. It must not know operations.

use super::definitions::place_of;
use crate::{
    front_page::{FrontPage, ServerRow, VariableRow},
    model::{About, Evidence, Fact, Server, ServerVariable},
    page::Cell,
    source::{Code, Diagnostic, Sources, Span},
};

/// The parts of which nothing is understood.
pub fn odd_parts(front: &FrontPage) -> impl Iterator<Item = Diagnostic> + '_ {
    let warn =
        |span: &Span| Diagnostic::at(Code::OddFrontPage, *span, "nothing of this part of the front page is understood");
    front.odd.iter().map(warn)
}

/// What the API is called and is for.
pub fn about(sources: &Sources, front: &FrontPage) -> About {
    let fact = |cell: &Option<Cell>| cell.as_ref().map(|cell| stated(sources, cell.text.clone(), cell.span));
    About { title: fact(&front.about.title), summary: fact(&front.about.summary), link: fact(&front.about.link) }
}

/// The servers, the default first.
pub fn servers(sources: &Sources, front: &FrontPage) -> Vec<Server> {
    front.servers.iter().map(|row| server(sources, front, row)).collect()
}

fn server(sources: &Sources, front: &FrontPage, row: &ServerRow) -> Server {
    let written = row.url.text.trim_end_matches('/');
    let in_url = |name: &str| written.contains(&format!("{{{name}}}"));
    let listed: Vec<&VariableRow> = front.variables.iter().filter(|variable| in_url(&variable.name.text)).collect();
    let is_listed = |own: &&VariableRow| listed.iter().any(|variable| variable.name.text == own.name.text);
    let known = listed.iter().copied().chain(row.variables.iter().filter(|own| !is_listed(own)));
    let variables: Vec<ServerVariable> = known
        .map(|variable| ServerVariable {
            name: variable.name.text.clone(),
            default: variable.default.clone().unwrap_or_default(),
            values: variable.values.clone(),
            description: variable.description.clone(),
        })
        .collect();
    let url = without_second_scheme(written, &variables).to_owned();
    Server {
        name: row.name.clone(),
        url: stated(sources, url, row.url.span),
        description: row.description.clone(),
        variables,
    }
}

/// `https://{url}` is `{url}` where the variable's default is a whole URL.
fn without_second_scheme<'u>(url: &'u str, variables: &[ServerVariable]) -> &'u str {
    let Some((_, rest)) = url.split_once("://") else { return url };
    let begins = |variable: &ServerVariable| rest.starts_with(&format!("{{{}}}", variable.name));
    let is_whole = variables.iter().any(|variable| begins(variable) && variable.default.contains("://"));
    if is_whole { rest } else { url }
}

/// A fact that stands on the front page.
pub fn stated<T>(sources: &Sources, value: T, span: Span) -> Fact<T> {
    Fact::read(value, Evidence::FrontPage, place_of(sources, span))
}
