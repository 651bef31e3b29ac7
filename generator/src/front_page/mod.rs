//! The front page of an SDK: the `README.md` beside its docs folder, as strings and places.
//!
//! In: the parsed page and its text. Out: a [`FrontPage`]. Nothing is concluded, and any text is some front page. It must not know the model.
//!
//! The page is cut by comments (`<!-- Start Server Selection [server] -->`); what stands outside of them was written by hand and
//! is no fact, whatever its headings say. Text on retries, pagination, uploads and errors is the same in every SDK: it is not read.

mod about;
mod credentials;
mod marked;
mod operations;
mod servers;
mod text;

use crate::{
    page::{Cell, Page},
    source::Span,
};
use marked::Marked;

/// What a front page states.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrontPage {
    /// What the API is called and is for.
    pub about: About,
    /// Its servers; the first is the default.
    pub servers: Vec<ServerRow>,
    /// The variables of the servers' URLs.
    pub variables: Vec<VariableRow>,
    /// The ways to authenticate: alternatives, where there are several.
    pub credentials: Vec<CredentialRow>,
    /// The list of operations.
    pub operations: Vec<ListedOperation>,
    /// Where a part begins on servers or credentials in which none is found.
    pub odd: Vec<Span>,
}

impl FrontPage {
    /// The variables of all servers, wherever the page shows them.
    pub fn all_variables(&self) -> impl Iterator<Item = &VariableRow> {
        self.variables.iter().chain(self.servers.iter().flat_map(|server| &server.variables))
    }
}

/// The summary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// The API's title.
    pub title: Option<Cell>,
    /// Its description's first paragraph, as markdown.
    pub summary: Option<Cell>,
    /// The address of more documentation.
    pub link: Option<Cell>,
}

/// A server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerRow {
    /// Its URL, with `{variables}`.
    pub url: Cell,
    /// The name by which SDKs select it.
    pub name: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// The variables of which its own row shows the default, as older front pages do.
    pub variables: Vec<VariableRow>,
}

/// A variable of a server's URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariableRow {
    /// Its name in the URL.
    pub name: Cell,
    /// Its value where none is given.
    pub default: Option<String>,
    /// The values that it may have; empty where any will do.
    pub values: Vec<String>,
    /// What it is for.
    pub description: Option<String>,
}

/// A row of the table of security schemes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CredentialRow {
    /// The names of its arguments: two of a user's name and password, three of client credentials, else one.
    pub names: Vec<String>,
    /// The Type cell (`http`, `apiKey`, `oauth2`).
    pub kind: String,
    /// The Scheme cell (`HTTP Bearer`).
    pub scheme: String,
    /// The environment variables that SDKs read the arguments from.
    pub environment: Vec<String>,
    /// Which group it is of, where rows are sent together: rows of one group have the same number.
    pub group: Option<usize>,
    /// Where the row stands.
    pub span: Span,
}

/// An item of the list of operations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedOperation {
    /// The names from the SDK's client to the operation's group; empty for an operation of the client itself.
    pub resource: Vec<String>,
    /// The method's name.
    pub name: String,
    /// The page that it links to, and the anchor there (`docs/sdks/pets/README.md`, `list`).
    pub page: String,
    /// See `page`.
    pub anchor: String,
    /// Where it stands.
    pub span: Span,
}

/// Reads a front page and its text.
pub fn read_front_page(page: &Page, text: &str) -> FrontPage {
    let marked = Marked::new(page, text);
    let (servers, variables) = servers::read(&marked);
    let credentials = credentials::read(&marked);
    let empty = [(servers::KEY, servers.is_empty()), (credentials::KEY, credentials.is_empty())];
    let odd = empty.into_iter().filter(|(_, empty)| *empty).filter_map(|(key, _)| marked.start(key)).collect();
    let (about, operations) = (about::read(&marked), operations::read(&marked));
    FrontPage { about, servers, variables, credentials, operations, odd }
}

#[cfg(test)]
mod tests;
