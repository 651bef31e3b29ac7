//! What an API is called, where it is, and how its results are paged.

use super::{Basis, Fact, Place};
use serde::Serialize;

/// What an API is called and what it is for.
#[derive(Debug, Clone, Default, Serialize)]
pub struct About {
    /// The API's name in the vendor's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Fact<String>>,
    /// A sentence or a paragraph, as markdown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Fact<String>>,
    /// The URL of the vendor's own documentation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<Fact<String>>,
}

impl About {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { title, summary, link } = self;
        title.is_none() && summary.is_none() && link.is_none()
    }
}

/// One base URL of an API.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Server {
    /// What the SDK calls it (`eu`), where it has a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The URL without a final slash; `{variables}` may stand in it.
    pub url: Fact<String>,
    /// What the vendor says of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The variables of its URL, in the order of the docs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub variables: Vec<ServerVariable>,
}

impl Server {
    /// Its URL with the default of each variable in its place.
    #[must_use]
    pub fn default_url(&self) -> String {
        self.filled(|variable| &variable.default)
    }

    /// Whether braces are left in its URL when all known variables have a value.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.filled(|_| "").contains('{')
    }

    fn filled(&self, value: impl Fn(&ServerVariable) -> &str) -> String {
        let with =
            |url: String, variable: &ServerVariable| url.replace(&format!("{{{}}}", variable.name), value(variable));
        self.variables.iter().fold(self.url.value.clone(), with)
    }
}

/// A variable in the URL of a server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ServerVariable {
    /// As the URL spells it.
    pub name: String,
    /// What stands in its place unless the user says otherwise.
    pub default: String,
    /// The only legal values; none if there is no such list.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// What the vendor says of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// How the results of an operation come in pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paging {
    /// Why it is believed that they do.
    pub basis: Basis,
    /// The argument that moves from page to page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub input: Option<Fact<PageInput>>,
    /// The wire name of the argument that bounds the size of a page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<Fact<String>>,
    /// Where the response holds the items: a JSON path (`$.result.items`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<Fact<String>>,
    /// Where the response holds the next cursor, or the URL of the next page: a JSON path.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<Fact<String>>,
    /// Where the response holds the number of pages: a JSON path.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<Fact<String>>,
}

impl Paging {
    /// Pages of which nothing more is known.
    #[must_use]
    pub fn of(basis: Basis) -> Self {
        Self { basis, input: None, limit: None, items: None, next: None, pages: None }
    }
}

/// The argument that moves from page to page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageInput {
    /// Its wire name.
    pub wire: String,
    /// Where it travels; nothing for a field of the request body.
    pub place: Option<Place>,
    /// What it holds.
    pub kind: PageKind,
}

/// What the argument that moves from page to page holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageKind {
    /// The number of a page.
    Page,
    /// How many items to skip.
    Offset,
    /// What the page before gave.
    Cursor,
}
