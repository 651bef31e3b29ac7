//! Guesses that can break a call: one warning for each kind, with the first places and a rule that settles it.
//!
//! In: a model that is complete. Out: warnings. What was concluded from evidence, `survey` lists; here stands what was not.

use crate::{
    model::{FactAt, Field, Model, Rule, SchemeKind, TypeDef, WireCase},
    naming::convert,
    source::{Code, Diagnostic, Diagnostics, Sources},
};

/// How many places a warning names.
const NAMED: usize = 3;

/// The tree to whose pages the places of a model belong.
const LEADING_TREE: u32 = 0;

/// A kind of guess.
struct Kind {
    code: Code,
    /// The rule that guesses.
    rule: Rule,
    /// What is guessed, behind the number of times.
    what: &'static str,
    /// How a rule of `overrides.toml` is written for one of them.
    settle: fn(&FactAt<'_>) -> String,
}

/// Guesses that every caller should know of. That a body of which nothing is known is JSON is none of them: of 26 SDKs whose source
/// tells, 1,970 of 1,972 such requests were, and 4,459 of 4,460 such responses.
const KINDS: &[Kind] = &[
    Kind {
        code: Code::GuessedCredential,
        rule: Rule::SecurityFieldName,
        what: "of a kind that only the name suggests",
        settle: |fact| scheme(fact, "…"),
    },
    Kind {
        code: Code::GuessedCredential,
        rule: Rule::SecurityDefaultBearer,
        what: "taken for bearer tokens",
        settle: |fact| scheme(fact, "bearer"),
    },
    Kind {
        code: Code::GuessedPlace,
        rule: Rule::PlaceDefaultQuery,
        what: "sent in the query because no page says where",
        settle: parameter_place,
    },
    Kind {
        code: Code::GuessedPlace,
        rule: Rule::PlaceGlobal,
        what: "sent in the query by every client, though most such are headers under other names",
        settle: global_place,
    },
    Kind {
        code: Code::GuessedPlace,
        rule: Rule::PlaceAmbiguousName,
        what: "sent in the query though named as a header",
        settle: parameter_place,
    },
    Kind {
        code: Code::GuessedName,
        rule: Rule::WireNameOtherFamily,
        what: "written with brackets as others are",
        settle: parameter_wire,
    },
    Kind {
        code: Code::GuessedName,
        rule: Rule::WireNameToStayApart,
        what: "named as shown to stay apart from another field",
        settle: field_wire,
    },
    Kind {
        code: Code::GuessedMedia,
        rule: Rule::MediaOauth2Endpoint,
        what: "sent as a form because OAuth says so",
        settle: media,
    },
    Kind {
        code: Code::GuessedMedia,
        rule: Rule::MediaBareText,
        what: "read as plain text, though a text may be JSON",
        settle: success_media,
    },
    Kind {
        code: Code::GuessedStyle,
        rule: Rule::StyleObject,
        what: "written with each key in brackets, as objects may be",
        settle: |fact| parameter(fact) + "style = \"deep-object\"\n",
    },
    Kind {
        code: Code::GuessedStyle,
        rule: Rule::StyleList,
        what: "written once for each item, as lists may be",
        settle: |fact| parameter(fact) + "style = \"form-explode\"\n",
    },
];

/// Rules by which a spelling of all names is a guess.
const SPELLINGS: &[Rule] = &[Rule::WireCasePlaceholders, Rule::WireCaseLanguage, Rule::WireCaseDefaultCamel];

/// Warns of each kind of guess that a model holds. While something is wrong with the pages, what follows from them does not matter.
pub fn warn(sources: &Sources, model: &Model, diagnostics: &mut Diagnostics) {
    if diagnostics.has_errors() {
        return;
    }
    let mut met: Vec<Vec<FactAt<'_>>> = KINDS.iter().map(|_| Vec::new()).collect();
    model.visit_facts(|fact| {
        let rule = fact.basis.rule();
        if let Some(at) = KINDS.iter().position(|kind| Some(kind.rule) == rule) {
            met[at].push(fact);
        }
    });
    let kinds = KINDS.iter().zip(&met).filter_map(|(kind, facts)| warning(sources, kind, facts));
    diagnostics.list.extend(kinds);
    diagnostics.list.extend(no_server(model));
    diagnostics.list.extend(open_server(model));
    diagnostics.list.extend(unknown_key(model));
    diagnostics.list.extend(spelling(sources, model));
}

fn warning(sources: &Sources, kind: &Kind, facts: &[FactAt<'_>]) -> Option<Diagnostic> {
    let first = facts.first()?;
    let named: Vec<String> = facts.iter().take(NAMED).map(|fact| format!("`{}`", fact.of)).collect();
    let more = if facts.len() > NAMED { ", …" } else { "" };
    let message = format!("{} {}: {}{more}", counted(kind.code, facts.len()), kind.what, named.join(", "));
    let span = sources.line_of(LEADING_TREE, &first.source.page, first.line);
    Some(Diagnostic::at(kind.code, span, message).help(settled(&(kind.settle)(first))))
}

/// A number of things of the kind that a code is about.
fn counted(code: Code, count: usize) -> String {
    let [one, many] = match code {
        Code::GuessedCredential => ["credential is", "credentials are"],
        Code::GuessedMedia => ["body is", "bodies are"],
        Code::GuessedName => ["name is", "names are"],
        _ => ["parameter is", "parameters are"],
    };
    format!("{count} {}", if count == 1 { one } else { many })
}

/// The help of a warning: what to paste, with an ellipsis where only the caller knows.
fn settled(rule: &str) -> String {
    format!("set what the API takes in overrides.toml:\n{rule}reason = \"…\"")
}

fn scheme(fact: &FactAt<'_>, kind: &str) -> String {
    let name = fact.of.trim_start_matches("credentials ");
    format!("[[security]]\nscheme = {name:?}\nkind = {kind:?}\n")
}

/// A parameter is called by its operation's id and its name.
fn parameter(fact: &FactAt<'_>) -> String {
    let (operation, name) = fact.of.rsplit_once(' ').unwrap_or((&fact.of, "*"));
    format!("[[parameter]]\noperation = {operation:?}\nname = {name:?}\n")
}

fn parameter_place(fact: &FactAt<'_>) -> String {
    parameter(fact) + "place = \"query\"\n"
}

/// One rule for all operations: the value is the client's.
fn global_place(fact: &FactAt<'_>) -> String {
    let name = fact.of.rsplit(' ').next().unwrap_or_default();
    format!("[[parameter]]\noperation = \"*\"\nname = {name:?}\nplace = \"header\"\nwire = \"…\"\n")
}

fn parameter_wire(fact: &FactAt<'_>) -> String {
    parameter(fact) + "wire = \"…\"\n"
}

fn field_wire(fact: &FactAt<'_>) -> String {
    let (id, name) = fact.of.rsplit_once('.').unwrap_or((&fact.of, "*"));
    format!("[[field]]\ntype = {id:?}\nfield = {name:?}\nwire = \"…\"\n")
}

fn media(fact: &FactAt<'_>) -> String {
    format!("[[operation]]\nid = {:?}\nmedia = \"form\"\n", fact.of)
}

fn success_media(fact: &FactAt<'_>) -> String {
    format!("[[operation]]\nid = {:?}\nsuccess_media = \"text/plain\"\n", fact.of)
}

fn no_server(model: &Model) -> Option<Diagnostic> {
    let is_called = !model.operations.is_empty();
    (is_called && model.servers.is_empty()).then(|| {
        Diagnostic::general(
            Code::NoServer,
            "the docs do not say where the API is: every caller has to give the base URL",
        )
        .help(settled("[[server]]\nurl = \"https://…\"\n"))
    })
}

/// That a base URL has a placeholder of which no value is known.
fn open_server(model: &Model) -> Option<Diagnostic> {
    let url = &model.servers.iter().find(|server| server.is_open())?.url.value;
    let message = format!("the docs do not say what takes the place of the braces in the base URL `{url}`");
    Some(Diagnostic::general(Code::NoServer, message).help(settled("[[server]]\nurl = \"https://…\"\n")))
}

fn unknown_key(model: &Model) -> Option<Diagnostic> {
    let unknown: Vec<&str> = model
        .security
        .iter()
        .filter(|scheme| scheme.kind.value == SchemeKind::ApiKey && scheme.key.is_none())
        .map(|scheme| scheme.doc_name.as_str())
        .collect();
    let first = unknown.first()?;
    let message = format!("the docs do not say in which header the key `{}` travels", unknown.join("`, `"));
    let rule = format!("[[security]]\nscheme = {first:?}\nkind = \"api-key\"\nheader = \"…\"\n");
    Some(Diagnostic::general(Code::GuessedKey, message).help(settled(&rule)))
}

/// That the spelling of all names is a guess, with a name in both spellings.
fn spelling<'m>(sources: &Sources, model: &'m Model) -> Option<Diagnostic> {
    let case = model.wire_case.as_ref()?;
    let rule = case.basis.rule().filter(|rule| SPELLINGS.contains(rule))?;
    let differs = |field: &&Field| {
        field.wire.basis.rule().is_some()
            && convert(&field.wire.value, WireCase::Snake) != convert(&field.wire.value, WireCase::Camel)
    };
    let of_type = |def: &'m TypeDef| def.shape.fields().iter().filter(differs).map(move |field| (def, field));
    let affected: Vec<_> = model.types.values().flat_map(of_type).collect();
    let (def, field) = affected.first()?;
    let other = if case.value == WireCase::Snake { WireCase::Camel } else { WireCase::Snake };
    let message = format!(
        "the spelling of {} JSON {} is a guess by {}: `{}`, or else `{}`",
        affected.len(),
        if affected.len() == 1 { "name" } else { "names" },
        by(rule),
        field.wire.value,
        convert(&field.wire.value, other)
    );
    let span = sources.line_of(LEADING_TREE, &def.source.page, field.line);
    let finding = Diagnostic::at(Code::GuessedName, span, message);
    let word = if other == WireCase::Camel { "camel" } else { "snake" };
    Some(finding.help(format!("if it is the other, write in tablature.toml:\nwire_case = \"{word}\"")))
}

/// What a spelling was guessed by.
fn by(rule: Rule) -> &'static str {
    if rule == Rule::WireCasePlaceholders { "the placeholders of the paths" } else { "the SDK's language" }
}
