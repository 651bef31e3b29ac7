//! Servers and their variables.
//!
//! In: the part on servers. Out: rows. It must not know how a client uses them.
//!
//! Four shapes: a table by index or by name, one server with variables in a sentence, or only an example that overrides the URL.
//! Older tables show the defaults of variables in the row of their server.
//! The example shows the default just where there is no table: else it shows any row of it.

use super::{
    ServerRow, VariableRow,
    marked::Marked,
    text::{code_spans, non_empty, unquoted},
};
use crate::{
    page::{Block, Cell, CodeBlock, Table},
    source::Span,
};

/// The part's key.
pub const KEY: &str = "server";

/// The heading above the example that gives another URL to the client.
const OVERRIDE: &str = "Override Server URL Per-Client";

/// What the sentence on the only server begins with, and says behind the URL.
const ONLY_SERVER: (&str, &str) = ("The default server `", "contains variables");

/// What stands between a variable and its default.
const DEFAULT_IS: &str = "(default is";

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
    let [name, description, variables, defaults] =
        ["Name", "Description", "Variables", "Default values"].map(|header| table.column(header));
    let row = |cells: &Vec<Cell>| {
        let cell = |at: Option<usize>| at.and_then(|at| cells.get(at));
        let url = first_code(cells.get(url)?).filter(|url| is_url(&url.text))?;
        let name = cell(name).and_then(|cell| code_spans(&cell.text).first().map(|name| (*name).to_owned()));
        let variables = cell(variables).map(|names| variables_of(&url.text, names, cell(defaults))).unwrap_or_default();
        Some(ServerRow { url, name, description: non_empty(cell(description)), variables })
    };
    table.rows.iter().filter_map(row).collect()
}

/// The variables of a server, where its row shows their defaults: in a cell of their own, or each behind its name.
fn variables_of(url: &str, names: &Cell, defaults: Option<&Cell>) -> Vec<VariableRow> {
    let pairs: Vec<(&str, &str)> = match defaults {
        Some(defaults) => code_spans(&names.text).into_iter().zip(code_spans(&defaults.text)).collect(),
        None => behind_names(&names.text),
    };
    let row = |(declared, default): (&str, &str)| {
        // The type may stand before the name, or behind it: `port string`.
        let mut words = declared.split([' ', ':', '$']);
        let name = words.find(|word| !word.is_empty() && url.contains(&format!("{{{word}}}")))?;
        let name = Cell { text: name.to_owned(), span: names.span };
        Some(VariableRow { name, default: Some(unquoted(default).to_owned()), values: Vec::new(), description: None })
    };
    pairs.into_iter().filter_map(row).collect()
}

/// ``` `tenant` (default is `me`) ```, for each variable that has one.
fn behind_names(text: &str) -> Vec<(&str, &str)> {
    let pieces: Vec<&str> = text.split('`').collect();
    let is_default = |piece: &str| piece.trim_start().starts_with(DEFAULT_IS);
    pieces.windows(4).step_by(2).filter(|own| is_default(own[2])).map(|own| (own[1], own[3])).collect()
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

/// ``The default server `https://{x}.example` contains variables and is set to `https://y.example` by default.``
fn only_server(cell: &Cell) -> Option<ServerRow> {
    let (url, rest) = cell.text.strip_prefix(ONLY_SERVER.0)?.split_once('`')?;
    let is_server = rest.trim_start().starts_with(ONLY_SERVER.1) && is_url(url);
    let set_to = code_spans(rest).first().and_then(|own| values(url, own)).unwrap_or_default();
    let row = |(name, value): (&str, &str)| VariableRow {
        name: Cell { text: name.to_owned(), span: cell.span },
        default: Some(value.to_owned()),
        values: Vec::new(),
        description: None,
    };
    let variables = set_to.into_iter().map(row).collect();
    is_server.then(|| ServerRow { variables, ..only_url(url, cell.span) })
}

/// The variables of a URL, and what stands for them in another that is the same but for them.
fn values<'u>(mut url: &'u str, mut filled: &'u str) -> Option<Vec<(&'u str, &'u str)>> {
    let mut found = Vec::new();
    while let Some((before, rest)) = url.split_once('{') {
        let (name, after) = rest.split_once('}')?;
        let value = filled.strip_prefix(before)?;
        let next = after.split('{').next().unwrap_or_default();
        let end = match (next, after) {
            ("", "") => value.len(),
            // Nothing says where one variable ends and the next begins.
            ("", _) => return None,
            _ => value.find(next)?,
        };
        found.push((name, &value[..end]));
        (url, filled) = (after, &value[end..]);
    }
    (url == filled).then_some(found)
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
    Some(only_url(url, block.span))
}

/// A server of which no more than the URL is said.
fn only_url(url: &str, span: Span) -> ServerRow {
    ServerRow { url: Cell { text: url.to_owned(), span }, name: None, description: None, variables: Vec::new() }
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
