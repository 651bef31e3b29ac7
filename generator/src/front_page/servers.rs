//! Servers and their variables.
//!
//! In: the part on servers. Out: rows. It must not know how a client uses them.
//!
//! Four shapes: a table by index or by name, one server with variables in a sentence, or only an example that overrides the URL.
//! The example shows the default just where there is no table: else it shows any row of it.

use super::{
    ServerRow, VariableRow,
    marked::Marked,
    text::{code_spans, non_empty, unquoted},
};
use crate::page::{Block, Cell, CodeBlock, Table};

/// The part's key.
pub const KEY: &str = "server";

/// The heading above the example that gives another URL to the client.
const OVERRIDE: &str = "Override Server URL Per-Client";

/// What the sentence on the only server begins with, and says behind the URL.
const ONLY_SERVER: (&str, &str) = ("The default server `", "contains variables");

/// How code calls the argument that is the server's URL, in lower case.
const URL_ARGUMENTS: &[&str] = &["serverurl", "server_url"];

/// Reads the servers, the default first, and the variables of all of them.
pub fn read(page: &Marked<'_>) -> (Vec<ServerRow>, Vec<VariableRow>) {
    let (mut servers, mut variables) = (Vec::new(), Vec::new());
    for (_, block) in page.blocks(KEY) {
        match block {
            Block::Table(table) => {
                servers.extend(server_rows(table));
                variables.extend(variable_rows(table));
            }
            Block::Prose(cell) if servers.is_empty() => servers.extend(only_server(cell)),
            _ => {}
        }
    }
    if servers.is_empty() {
        servers.extend(example(page));
    }
    (servers, variables)
}

fn server_rows(table: &Table) -> Vec<ServerRow> {
    let Some(url) = table.column("Server") else { return Vec::new() };
    let (name, description) = (table.column("Name"), table.column("Description"));
    let row = |cells: &Vec<Cell>| {
        let cell = |at: Option<usize>| at.and_then(|at| cells.get(at));
        let url = first_code(cells.get(url)?).filter(|url| is_url(&url.text))?;
        let name = cell(name).and_then(|cell| code_spans(&cell.text).first().map(|name| (*name).to_owned()));
        Some(ServerRow { url, name, description: non_empty(cell(description)) })
    };
    table.rows.iter().filter_map(row).collect()
}

fn variable_rows(table: &Table) -> Vec<VariableRow> {
    let Some(name) = table.column("Variable") else { return Vec::new() };
    let [default, values, description] =
        ["Default", "Supported Values", "Description"].map(|header| table.column(header));
    let row = |cells: &Vec<Cell>| {
        let cell = |at: Option<usize>| at.and_then(|at| cells.get(at));
        let quoted = |at| cell(at).map(|cell| code_spans(&cell.text)).unwrap_or_default();
        let plain = |value: &&str| unquoted(value).to_owned();
        Some(VariableRow {
            name: first_code(cells.get(name)?)?,
            default: quoted(default).first().map(plain),
            values: quoted(values).iter().map(plain).collect(),
            description: non_empty(cell(description)),
        })
    };
    table.rows.iter().filter_map(row).collect()
}

fn first_code(cell: &Cell) -> Option<Cell> {
    let text = (*code_spans(&cell.text).first()?).to_owned();
    Some(Cell { text, span: cell.span })
}

/// ``The default server `https://{x}.example` contains variables and is set to `…` by default.``
fn only_server(cell: &Cell) -> Option<ServerRow> {
    let (url, rest) = cell.text.strip_prefix(ONLY_SERVER.0)?.split_once('`')?;
    let is_server = rest.trim_start().starts_with(ONLY_SERVER.1) && is_url(url);
    is_server.then(|| ServerRow { url: Cell { text: url.to_owned(), span: cell.span }, name: None, description: None })
}

fn example(page: &Marked<'_>) -> Option<ServerRow> {
    let mut blocks = page.blocks(KEY).filter(|(section, _)| section.heading == OVERRIDE);
    blocks.find_map(|(_, block)| if let Block::Code(code) = block { url_in_code(code) } else { None })
}

/// The text behind the argument that is a server's URL: `serverURL: "…"`, `->setServerURL('…')`.
fn url_in_code(block: &CodeBlock) -> Option<ServerRow> {
    let lower = block.text.to_ascii_lowercase();
    let after = |name: &&str| lower.match_indices(*name).map(|(at, name)| at + name.len()).collect::<Vec<_>>();
    let url = URL_ARGUMENTS.iter().flat_map(after).find_map(|at| quoted_value(block.text.get(at..)?))?;
    Some(ServerRow { url: Cell { text: url.to_owned(), span: block.span }, name: None, description: None })
}

/// The quoted text behind a sign of assignment or an opening bracket.
fn quoted_value(code: &str) -> Option<&str> {
    let value = code.trim_start_matches(['"', '\'']).trim_start();
    let value = value.strip_prefix([':', '=', '('])?.trim_start_matches('=').trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value[1..].split_once(quote).map(|(text, _)| text).filter(|text| is_url(text))
}

/// Whether a text may be a URL with `{variables}`: what follows from it is code and addresses.
fn is_url(text: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_graphic() && !"\"'`<>\\|^".contains(c);
    text.chars().all(is_plain) && text.contains("://")
}
