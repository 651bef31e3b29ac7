//! The credentials of an API: a constructor for each way to authenticate that the docs name.
//!
//! In: the schemes of the model. Out: constructors and the table of environment variables. It must not know servers.

use crate::{
    emit::ident_text,
    model::{Key, KeyPlace, SchemeKind, SecurityScheme, alternatives},
    naming::{field_name, unique},
};
use std::{collections::HashSet, fmt::Write as _};

/// Methods that `Credential` has in any case.
const TAKEN: &[&str] = &["one", "two", "and", "from_env", "access", "clone", "fmt", "from", "into"];

/// The alternatives of which enough is known to send them.
pub(in crate::emit) struct Credentials<'m>(Vec<Way<'m>>);

/// One way to authenticate: a scheme, or several that belong together.
struct Way<'m> {
    /// The constructor's name.
    name: String,
    parts: Vec<Part<'m>>,
}

struct Part<'m> {
    scheme: &'m SecurityScheme,
    /// How the scheme is called in the table.
    how: String,
    /// The arguments that are its secrets.
    secrets: Vec<String>,
}

impl<'m> Credentials<'m> {
    /// Those of an API.
    pub(super) fn of(schemes: &'m [SecurityScheme]) -> Self {
        let mut taken: HashSet<String> = TAKEN.iter().map(|name| (*name).to_owned()).collect();
        let ways = alternatives(schemes).into_iter().filter_map(|group| Way::of(&group, &mut taken));
        Self(ways.collect())
    }

    /// Whether the docs name none.
    pub(in crate::emit) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a text alone is a credential: there is one way to send it.
    pub(in crate::emit) fn is_text(&self) -> bool {
        let only = |way: &Way<'m>| match way.parts.as_slice() {
            [part] if part.secrets.len() == 1 => Some(part.how.clone()),
            _ => None,
        };
        let Some((first, others)) = self.0.split_first() else { return false };
        only(first).is_some_and(|how| others.iter().all(|other| only(other).as_ref() == Some(&how)))
    }

    /// An expression that makes one.
    pub(in crate::emit) fn example(&self) -> Option<String> {
        let first = self.0.first()?;
        if self.is_text() {
            return Some("\"the-credential\"".to_owned());
        }
        let secrets: Vec<String> =
            first.secrets().map(|name| format!("\"the-{}\"", name.replace("r#", "").replace('_', "-"))).collect();
        Some(format!("Credential::{}({})", ident_text(&first.name), secrets.join(", ")))
    }

    /// Whether environment variables are known.
    pub(in crate::emit) fn has_variables(&self) -> bool {
        self.with_variables().next().is_some()
    }

    fn with_variables(&self) -> impl Iterator<Item = &Way<'m>> {
        self.0.iter().filter(|way| way.parts.iter().all(|part| part.scheme.env.len() == part.secrets.len()))
    }

    /// The variables, for people to read.
    pub(super) fn variables(&self) -> String {
        let of = |way: &Way<'_>| {
            let variables = way.parts.iter().flat_map(|part| &part.scheme.env);
            let names: Vec<String> = variables.map(|name| format!("`{}`", name.value.replace('`', ""))).collect();
            names.join(" and ")
        };
        self.with_variables().map(of).collect::<Vec<_>>().join(", or ")
    }

    /// Constructors and variables; nothing where the docs name no credentials.
    pub(super) fn table(&self) -> String {
        if self.is_empty() {
            return String::new();
        }
        let constructors: Vec<String> = self.0.iter().map(Way::constructor).collect();
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
                "\n/// The environment variables of each way to authenticate.\nconst VARIABLES: &[&[(Scheme, &[&str])]] = &[\n",
            );
            for way in self.with_variables() {
                let _ = writeln!(text, "    &[{}],", way.variables());
            }
            text.push_str("];\n");
        }
        text
    }
}

impl<'m> Way<'m> {
    /// Nothing where the docs do not say how one of its parts travels.
    fn of(group: &[&'m SecurityScheme], taken: &mut HashSet<String>) -> Option<Self> {
        let hows: Vec<_> = group.iter().map(|scheme| how(scheme)).collect::<Option<_>>()?;
        let mut arguments = HashSet::new();
        let part = |(scheme, (how, secrets)): (&&'m SecurityScheme, (String, &[&str]))| {
            let is_told_by_name = group.len() > 1 && secrets.len() == 1;
            let name = |secret: &&str| if is_told_by_name { shown_name(scheme) } else { (*secret).to_owned() };
            let secrets = secrets.iter().map(|secret| ident_text(&unique(name(secret), &mut arguments))).collect();
            Part { scheme, how, secrets }
        };
        let parts = group.iter().zip(hows).map(part).collect();
        let names: Vec<String> = group.iter().map(|scheme| shown_name(scheme)).collect();
        Some(Self { name: unique(names.join("_and_"), taken), parts })
    }

    fn secrets(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().flat_map(|part| part.secrets.iter().map(String::as_str))
    }

    fn constructor(&self) -> String {
        let arguments: Vec<String> = self.secrets().map(|name| format!("{name}: impl Into<String>")).collect();
        let docs: Vec<String> = self.parts.iter().map(Part::docs).collect();
        let made = self.parts.iter().map(Part::expression).reduce(|all, part| format!("{all}.and({part})"));
        format!(
            "    /// {}\n    #[must_use]\n    pub fn {}({}) -> Self {{\n        {}\n    }}\n",
            docs.join(" Together with "),
            ident_text(&self.name),
            arguments.join(", "),
            made.unwrap_or_default()
        )
    }

    fn variables(&self) -> String {
        let of = |part: &Part<'_>| {
            let names: Vec<String> = part.scheme.env.iter().map(|name| format!("{:?}", name.value)).collect();
            format!("({}, &[{}])", part.how, names.join(", "))
        };
        self.parts.iter().map(of).collect::<Vec<_>>().join(", ")
    }
}

impl Part<'_> {
    fn docs(&self) -> String {
        let guess =
            self.scheme.kind.basis.rule().map_or("", |_| " That is a guess: the docs do not say how it travels.");
        format!("`{}`: {}.{guess}", self.scheme.doc_name.replace('`', ""), described(self.scheme))
    }

    fn expression(&self) -> String {
        let number = if self.secrets.len() == 1 { "one" } else { "two" };
        format!("Self::{number}({}, {})", self.how, self.secrets.join(", "))
    }
}

/// What a scheme is called in Rust.
fn shown_name(scheme: &SecurityScheme) -> String {
    field_name(if scheme.doc_name.contains(':') { "basic" } else { &scheme.doc_name })
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
