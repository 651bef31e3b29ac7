//! The client of an API: `src/client/`, behind the features of the HTTP clients.
//!
//! In: the servers and credentials of the [`Model`]. Out: the tables of `src/client/mod.rs`, and the hand-written files that they
//! are for. It must not know operations.

mod credentials;
mod globals;
mod servers;

use super::{gates::Gates, item::header};
use crate::{model::Model, output::OutFile};
use credentials::Credentials;
use std::fmt::Write as _;

macro_rules! files {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../../support/client/", $name, ".rs"))),)*]
    };
}

/// The files that are the same in every crate.
const FILES: &[(&str, &str)] = files! {
    "async_events" "async_pages" "asynchronous" "blocking" "blocking_events" "blocking_pages" "credential" "exchange" "never"
    "options" "resume" "retry" "server" "settings" "span" "turn"
};

const DOCS: &str = "//! A client of the API: base URL, credential, retries, pages and streams in one value.
//!
//! With the feature `reqwest`, `Client` is asynchronous; with `ureq`, `blocking::Client` blocks. Both are thin: an endpoint
//! makes the request and reads the response, as it does without a client.
";

/// Modules and names of every crate.
const ITEMS: &str = r#"#[cfg(feature = "reqwest")]
mod async_events;
#[cfg(feature = "reqwest")]
mod async_pages;
#[cfg(feature = "reqwest")]
mod asynchronous;
#[cfg(feature = "ureq")]
pub mod blocking;
#[cfg(feature = "ureq")]
mod blocking_events;
#[cfg(feature = "ureq")]
mod blocking_pages;
mod credential;
mod exchange;
mod never;
mod options;
mod resume;
mod retry;
mod server;
mod settings;
mod span;
mod turn;

#[cfg(feature = "reqwest")]
pub use async_events::Events;
#[cfg(feature = "reqwest")]
pub use async_pages::{ItemStream, PageStream};
#[cfg(feature = "reqwest")]
pub use asynchronous::Client;
pub use resume::EventError;
pub use retry::Retry;
"#;

/// The clients, with the feature of each.
const CLIENTS: &[(&str, &str)] = &[("reqwest", "Client"), ("ureq", "blocking::Client")];

/// The files of the client; none for an API without operations.
pub(super) fn emit(model: &Model, gates: &Gates<'_>, command: &str) -> Vec<OutFile> {
    if model.operations.is_empty() {
        return Vec::new();
    }
    let hand_written = FILES
        .iter()
        .map(|(name, text)| OutFile { path: format!("src/client/{name}.rs").into(), text: (*text).to_owned() });
    hand_written.chain([OutFile { path: "src/client/mod.rs".into(), text: tables(model, gates, command) }]).collect()
}

/// How a client is made: what `new` asks for.
pub(super) struct Making<'m> {
    /// Whether the docs name a server, so that no URL is asked for.
    pub has_server: bool,
    /// The credentials that the docs name.
    pub credentials: Credentials<'m>,
}

impl<'m> Making<'m> {
    /// How a client of this API is made.
    pub(super) fn of(model: &'m Model) -> Self {
        Self { has_server: !servers::named(model).is_empty(), credentials: Credentials::of(&model.security) }
    }
}

impl Making<'_> {
    /// An expression that makes one, with `?` where it may fail.
    pub(super) fn expression(&self) -> String {
        let base = (!self.has_server).then(|| "\"https://api.example.com\"".to_owned());
        if self.credentials.has_variables() {
            return format!("Client::from_env({})?", base.unwrap_or_default());
        }
        let arguments: Vec<String> = base.into_iter().chain(self.credentials.example()).collect();
        format!("Client::new({})", arguments.join(", "))
    }

    /// Whether that expression names the type of credentials.
    pub(super) fn names_credential(&self) -> bool {
        !self.credentials.has_variables() && !self.credentials.is_empty() && !self.credentials.is_text()
    }
}

fn tables(model: &Model, gates: &Gates<'_>, command: &str) -> String {
    let making = Making::of(model);
    let mut text = format!("{}\n{DOCS}\n{ITEMS}", header("the docs", command));
    if !making.credentials.is_empty() {
        let missing = if making.credentials.has_variables() { ", MissingVariable" } else { "" };
        let _ = writeln!(text, "pub use credential::{{Credential{missing}}};");
        text.push_str("\nuse credential::Scheme;\n");
    }
    text.push_str("use settings::Settings;\n\n#[allow(unused_imports)] // not every API's docs name servers\npub(crate) use server::{filled, servers};\n");
    text.extend(servers::table(model));
    text.push_str(&making.credentials.table());
    let methods = constructors(&making) + &globals::setters(model, gates);
    for (feature, client) in CLIENTS {
        let _ = write!(text, "\n#[cfg(feature = {feature:?})]\nimpl {client} {{\n{methods}}}\n");
    }
    text
}

/// `new`, and `from_env` where environment variables are known.
fn constructors(making: &Making<'_>) -> String {
    let base = if making.has_server { "Server::default()" } else { "base" };
    let base_argument = (!making.has_server).then_some("base: impl Into<String>");
    let has_credential = !making.credentials.is_empty();
    let credential_argument = has_credential.then_some("credential: impl Into<Credential>");
    let credential = if has_credential { "Some(credential.into())" } else { "None" };
    let arguments =
        |extra: Option<&str>| base_argument.into_iter().chain(extra).map(str::to_owned).collect::<Vec<_>>().join(", ");
    let mut text = format!(
        "    /// A client{}.\n    #[must_use]\n    pub fn new({}) -> Self {{\n        Self::of(Settings::new({base}, {credential}))\n    }}\n",
        described(making),
        arguments(credential_argument)
    );
    if making.credentials.has_variables() {
        let _ = write!(
            text,
            "\n    /// A client with the credential of the environment: {}.\n    ///\n    /// # Errors\n    /// When the variables are not set.\n    \
             pub fn from_env({}) -> Result<Self, MissingVariable> {{\n        Ok(Self::of(Settings::new({base}, Some(Credential::from_env(VARIABLES)?))))\n    }}\n",
            making.credentials.variables(),
            arguments(None)
        );
    }
    text
}

fn described(making: &Making<'_>) -> &'static str {
    match (making.has_server, making.credentials.is_empty()) {
        (true, false) => " of the API's default server",
        (true, true) => " of the API's default server; the docs name no credential that it needs",
        (false, false) => " that sends below a base URL, which the docs do not name",
        (false, true) => " that sends below a base URL, which the docs do not name; nor do they name a credential",
    }
}
