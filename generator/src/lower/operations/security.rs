//! The ways to authenticate: from the front page, the API's `Security` page and usage code.
//!
//! In: the built tree, the front page, the sections. Out: security alternatives. It must not know what operations send.
//!
//! The front page states each credential's kind. The `Security` page shows the fields of a credentials object: what kind a field
//! is, usage code shows by the text in its place, else only its name suggests.

use super::{
    model_pages::ModelPages,
    together,
    usage_code::{Credential, UsageCode},
    written::SectionAsWritten,
};
use crate::{
    front_page::{CredentialRow, FrontPage},
    lower::{definitions::place_of, front::stated, index::PageIndex, vocabulary::SECURITY},
    model::{Evidence, Fact, Rule, SchemeKind, SecurityScheme, TypeId},
    naming::{fold, words},
    source::{Code, Diagnostic, Diagnostics, FileId, Sources},
};
use std::collections::{HashMap, hash_map::Entry};

/// What the cells Type and Scheme of a front page mean; an empty scheme is any.
const SCHEMES: &[(&str, &str, SchemeKind)] = &[
    ("http", "HTTP Bearer", SchemeKind::Bearer),
    ("http", "HTTP Basic", SchemeKind::Basic),
    ("apiKey", "", SchemeKind::ApiKey),
    ("oauth2", "OAuth2 Client Credentials Flow", SchemeKind::ClientCredentials),
    ("oauth2", "", SchemeKind::Bearer),
    ("openIdConnect", "", SchemeKind::Bearer),
];

/// Words that suggest a kind, first match first.
const KINDS: &[(&str, SchemeKind)] = &[
    ("username", SchemeKind::Basic),
    ("password", SchemeKind::Basic),
    ("basic", SchemeKind::Basic),
    ("bearer", SchemeKind::Bearer),
    ("oauth", SchemeKind::Bearer),
    ("oauth2", SchemeKind::Bearer),
    ("jwt", SchemeKind::Bearer),
    ("session", SchemeKind::Bearer),
    ("key", SchemeKind::ApiKey),
    ("token", SchemeKind::Bearer),
];

/// The words of two fields that are one way to authenticate.
const PAIR: (&str, &str) = ("username", "password");

/// The fields of a credential that is the id and the secret of an OAuth client, as [`fold`] spells them.
const CLIENT_FIELDS: [&str; 2] = ["clientid", "clientsecret"];

/// Reads the security alternatives of the API.
pub fn read_security(
    docs: &ModelPages<'_>,
    front: &FrontPage,
    sections: &[SectionAsWritten],
    found: &mut Diagnostics,
) -> Vec<SecurityScheme> {
    let mut schemes = each_scheme(docs, front, sections, found);
    let examples = sections.iter().map(|section| (&section.code, section.code.client_credentials.as_slice()));
    let fields = security_page(docs.reader.index).map(|page| docs.fields(page)).unwrap_or_default();
    together::join(docs.reader.sources, &mut schemes, &fields, examples);
    schemes
}

fn each_scheme(
    docs: &ModelPages<'_>,
    front: &FrontPage,
    sections: &[SectionAsWritten],
    found: &mut Diagnostics,
) -> Vec<SecurityScheme> {
    let sources = docs.reader.sources;
    let on_page = of_page(docs);
    if !front.credentials.is_empty() {
        let rows = front.credentials.iter();
        let mut schemes: Vec<_> = rows.map(|row| of_row(sources, row, &on_page)).collect();
        join_rows(sources, front, &mut schemes);
        found.list.extend(contradiction(sources, front, &schemes, sections));
        return schemes;
    }
    let code = sections.iter().map(|section| &section.code).find(|code| kind_shown(code.client).is_some());
    match code {
        Some(code) => with_code(sources, on_page, code, code.client),
        None => on_page,
    }
}

/// Names the first of a group in those of the front page that are sent together with it.
fn join_rows(sources: &Sources, front: &FrontPage, schemes: &mut [SecurityScheme]) {
    let mut leaders: HashMap<usize, String> = HashMap::new();
    for (row, scheme) in front.credentials.iter().zip(schemes) {
        let Some(group) = row.group else { continue };
        match leaders.entry(group) {
            Entry::Vacant(first) => drop(first.insert(scheme.doc_name.clone())),
            Entry::Occupied(first) => scheme.with = Some(stated(sources, first.get().clone(), row.span)),
        }
    }
}

/// The type of the object that holds the API's credentials.
pub fn credentials_type(index: &PageIndex) -> Option<&TypeId> {
    index.id(security_page(index)?)
}

/// The page of that object.
fn security_page(index: &PageIndex) -> Option<FileId> {
    index.by_stem(SECURITY).first().copied()
}

/// The schemes of the API's `Security` page.
fn of_page(docs: &ModelPages<'_>) -> Vec<SecurityScheme> {
    let Some(page) = security_page(docs.reader.index) else { return Vec::new() };
    let fields = docs.fields(page);
    let of_client = |scheme: &SecurityScheme| {
        let link =
            fields.iter().find(|field| field.field.doc_name == scheme.doc_name).and_then(|field| field.link.as_ref());
        let names = link.map(|link| docs.fields(link.page)).unwrap_or_default();
        CLIENT_FIELDS.iter().all(|wanted| names.iter().any(|name| name.folded() == *wanted))
    };
    let mut schemes = schemes(fields.iter().map(|argument| argument.field.doc_name.clone()).collect());
    for scheme in &mut schemes {
        if of_client(scheme) {
            scheme.kind = Fact::stated(SchemeKind::ClientCredentials);
        }
    }
    schemes
}

/// A row of the front page. That a token is had for a client's id and secret, only its model page says.
fn of_row(sources: &Sources, row: &CredentialRow, on_page: &[SecurityScheme]) -> SecurityScheme {
    let shown = row.names.iter().take(2).cloned().collect::<Vec<_>>().join(":");
    let same = on_page.iter().find(|scheme| fold(&scheme.doc_name) == fold(&shown));
    let is_row =
        |(kind, scheme, _): &&(&str, &str, _)| *kind == row.kind && (scheme.is_empty() || *scheme == row.scheme);
    let stated_kind = SCHEMES.iter().find(is_row).map(|(_, _, kind)| stated(sources, *kind, row.span));
    let kind = same.map(|scheme| &scheme.kind).filter(|kind| kind.basis.is_stated()).cloned();
    SecurityScheme {
        env: row.environment.iter().map(|name| stated(sources, name.clone(), row.span)).collect(),
        ..SecurityScheme::of(&*shown, kind.or(stated_kind).unwrap_or_else(|| suggested(&shown)))
    }
}

/// The ways to authenticate that the fields of a credentials object stand for.
pub fn schemes(mut names: Vec<String>) -> Vec<SecurityScheme> {
    if let (Some(user), Some(password)) = (position(&names, PAIR.0), position(&names, PAIR.1)) {
        let password = names.remove(password);
        // The one may stand before the other; what is left of it says where.
        let user = position(&names, PAIR.0).unwrap_or(user);
        names[user] = format!("{}:{password}", names[user]);
    }
    names.iter().map(|shown| SecurityScheme::of(shown, suggested(shown))).collect()
}

/// Schemes of which usage code shows one: it tells the kind of those that are not stated, and stands in where there is none.
pub fn with_code(
    sources: &Sources,
    mut schemes: Vec<SecurityScheme>,
    code: &UsageCode,
    shown: Option<Credential>,
) -> Vec<SecurityScheme> {
    let Some(kind) = kind_shown(shown) else { return schemes };
    let fact = Fact::read(kind, Evidence::UsageCode, code.place(sources));
    match schemes.as_mut_slice() {
        [] => schemes.push(SecurityScheme::of(default_name(kind), fact)),
        [only] if !only.kind.basis.is_stated() => only.kind = fact,
        // Alternatives: code shows one of them, which is not said by name.
        several => several.iter_mut().filter(|scheme| scheme.kind.value == kind).for_each(|it| it.kind = fact.clone()),
    }
    schemes
}

fn position(names: &[String], wanted: &str) -> Option<usize> {
    names.iter().position(|name| words(name).iter().any(|word| word == wanted))
}

/// What a name alone suggests.
fn suggested(shown: &str) -> Fact<SchemeKind> {
    let words = words(shown);
    let known = KINDS.iter().find(|(word, _)| words.iter().any(|own| own == word));
    match known {
        Some((_, kind)) => Fact::assumed(*kind, Rule::SecurityFieldName),
        None => Fact::assumed(SchemeKind::Bearer, Rule::SecurityDefaultBearer),
    }
}

fn kind_shown(credential: Option<Credential>) -> Option<SchemeKind> {
    match credential? {
        Credential::Bearer => Some(SchemeKind::Bearer),
        Credential::Basic => Some(SchemeKind::Basic),
        Credential::ApiKey => Some(SchemeKind::ApiKey),
        Credential::Unknown => None,
    }
}

/// What a request carries: client credentials are exchanged for a token.
fn sent(kind: SchemeKind) -> SchemeKind {
    if kind == SchemeKind::ClientCredentials { SchemeKind::Bearer } else { kind }
}

/// The name of a credential that only code shows.
fn default_name(kind: SchemeKind) -> &'static str {
    match kind {
        SchemeKind::Basic => "username:password",
        SchemeKind::ApiKey => "apiKey",
        SchemeKind::Bearer | SchemeKind::ClientCredentials => "bearer",
    }
}

/// That an example passes a credential of a kind that the front page does not list.
fn contradiction(
    sources: &Sources,
    front: &FrontPage,
    schemes: &[SecurityScheme],
    sections: &[SectionAsWritten],
) -> Option<Diagnostic> {
    let other = |section: &&SectionAsWritten| {
        kind_shown(section.code.client).is_some_and(|kind| schemes.iter().all(|scheme| sent(scheme.kind.value) != kind))
    };
    let section = sections.iter().find(other)?;
    let at = place_of(sources, front.credentials.first()?.span);
    let message = format!("an example passes a credential of another kind than the front page lists ({at})");
    let finding = Diagnostic::at(Code::Contradiction, section.code.span?, message);
    Some(finding.help("the example is not followed; if it is right, set the credential's `kind` in overrides.toml"))
}
