//! The credentials of an API: a constructor for each scheme that the docs name.
//!
//! In: the schemes of the model. Out: constructors and the table of environment variables. It must not know servers.

use crate::{
    emit::ident_text,
    model::{Key, KeyPlace, SchemeKind, SecurityScheme},
    naming::{field_name, unique},
};
use std::{collections::HashSet, fmt::Write as _};

/// Methods that `Credential` has in any case.
const TAKEN: &[&str] = &["one", "two", "from_env", "access", "clone", "fmt", "from", "into"];

/// The schemes of which enough is known to send them.
pub(in crate::emit) struct Credentials<'m>(Vec<Scheme<'m>>);

struct Scheme<'m> {
    scheme: &'m SecurityScheme,
    /// The constructor's name.
    name: String,
    /// How the scheme is called in the table.
    how: String,
    /// The names of its secrets.
    secrets: &'static [&'static str],
}

impl<'m> Credentials<'m> {
    /// Those of an API.
    pub(super) fn of(schemes: &'m [SecurityScheme]) -> Self {
        let mut taken: HashSet<String> = TAKEN.iter().map(|name| (*name).to_owned()).collect();
        let named = |scheme: &'m SecurityScheme| {
            let (how, secrets) = how(scheme)?;
            let shown = if scheme.shown.contains(':') { "basic" } else { &scheme.shown };
            Some(Scheme { scheme, name: unique(field_name(shown), &mut taken), how, secrets })
        };
        Self(schemes.iter().filter_map(named).collect())
    }

    /// Whether the docs name none.
    pub(in crate::emit) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a text alone is a credential: there is one way to send it.
    pub(in crate::emit) fn is_text(&self) -> bool {
        let Some((first, others)) = self.0.split_first() else { return false };
        first.secrets.len() == 1 && others.iter().all(|other| other.how == first.how)
    }

    /// An expression that makes one.
    pub(in crate::emit) fn example(&self) -> Option<String> {
        let first = self.0.first()?;
        if self.is_text() {
            return Some("\"the-credential\"".to_owned());
        }
        let secrets: Vec<String> =
            first.secrets.iter().map(|name| format!("\"the-{}\"", name.replace('_', "-"))).collect();
        Some(format!("Credential::{}({})", ident_text(&first.name), secrets.join(", ")))
    }

    /// Whether environment variables are known.
    pub(in crate::emit) fn has_variables(&self) -> bool {
        self.with_variables().next().is_some()
    }

    fn with_variables(&self) -> impl Iterator<Item = &Scheme<'m>> {
        self.0.iter().filter(|scheme| scheme.scheme.env.len() == scheme.secrets.len())
    }

    /// The variables, for people to read.
    pub(super) fn variables(&self) -> String {
        let of = |scheme: &Scheme<'_>| {
            let names: Vec<String> =
                scheme.scheme.env.iter().map(|name| format!("`{}`", name.value.replace('`', ""))).collect();
            names.join(" and ")
        };
        self.with_variables().map(of).collect::<Vec<_>>().join(", or ")
    }

    /// Constructors and variables; nothing where the docs name no credentials.
    pub(super) fn table(&self) -> String {
        if self.is_empty() {
            return String::new();
        }
        let constructors: Vec<String> = self.0.iter().map(constructor).collect();
        let mut text = format!("\nimpl Credential {{\n{}}}\n", constructors.join("\n"));
        if self.is_text() {
            let only = ident_text(&self.0[0].name);
            for source in ["&str", "String"] {
                let _ = write!(
                    text,
                    "\nimpl From<{source}> for Credential {{\n    fn from(secret: {source}) -> Self {{\n        Self::{only}(secret)\n    }}\n}}\n"
                );
            }
        }
        if self.has_variables() {
            text.push_str(
                "\n/// The environment variables of each scheme.\nconst VARIABLES: &[(Scheme, &[&str])] = &[\n",
            );
            for scheme in self.with_variables() {
                let names: Vec<String> = scheme.scheme.env.iter().map(|name| format!("{:?}", name.value)).collect();
                let _ = writeln!(text, "    ({}, &[{}]),", scheme.how, names.join(", "));
            }
            text.push_str("];\n");
        }
        text
    }
}

fn constructor(Scheme { scheme, name, how, secrets }: &Scheme<'_>) -> String {
    let arguments: Vec<String> = secrets.iter().map(|name| format!("{name}: impl Into<String>")).collect();
    let number = if secrets.len() == 1 { "one" } else { "two" };
    let guess = scheme.kind.basis.rule().map_or("", |_| " That is a guess: the docs do not say how it travels.");
    format!(
        "    /// `{}`: {}.{guess}\n    #[must_use]\n    pub fn {}({}) -> Self {{\n        Self::{number}({how}, {})\n    }}\n",
        scheme.shown.replace('`', ""),
        described(scheme),
        ident_text(name),
        arguments.join(", "),
        secrets.join(", ")
    )
}

fn described(scheme: &SecurityScheme) -> String {
    match (scheme.kind.value, &scheme.key) {
        (SchemeKind::Bearer, _) => "a bearer token".to_owned(),
        (SchemeKind::Basic, _) => "a user's name and password".to_owned(),
        (SchemeKind::ClientCredentials, _) => "the id and secret of an OAuth client, exchanged for a token".to_owned(),
        (SchemeKind::ApiKey, Some(key)) => {
            let place = match key.value.place {
                KeyPlace::Header => "header",
                KeyPlace::Query => "parameter of the query",
                KeyPlace::Cookie => "cookie",
            };
            format!("a key, in the {place} `{}`", key.value.name.replace('`', ""))
        }
        (SchemeKind::ApiKey, None) => "a key".to_owned(),
    }
}

/// The scheme in the table, and the names of its secrets; none where the docs do not say how it travels.
fn how(scheme: &SecurityScheme) -> Option<(String, &'static [&'static str])> {
    Some(match scheme.kind.value {
        SchemeKind::Bearer => ("Scheme::Bearer".to_owned(), &["token"]),
        SchemeKind::Basic => ("Scheme::Basic".to_owned(), &["user", "password"]),
        SchemeKind::ApiKey => (key(&scheme.key.as_ref()?.value), &["key"]),
        SchemeKind::ClientCredentials => {
            (format!("Scheme::ClientCredentials({:?})", scheme.token_url.as_ref()?.value), &["id", "secret"])
        }
    })
}

fn key(Key { place, name }: &Key) -> String {
    let place = match place {
        KeyPlace::Header => "Header",
        KeyPlace::Query => "Query",
        KeyPlace::Cookie => "Cookie",
    };
    format!("Scheme::{place}({name:?})")
}
