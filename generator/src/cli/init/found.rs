//! What the docs were found to hold, and what they leave open.
//!
//! In: the run that read them, and its model. Out: sentences, and rules to settle what is open. It must not write a file.

use super::{
    super::{
        console::{Console, Format},
        session::Session,
    },
    rules,
};
use crate::{
    dialect::Language,
    generate::Generated,
    model::{Rule, SchemeKind, SecurityScheme, WireCase, alternatives},
    source::{Code, Diagnostic, Diagnostics, Policy},
};
use camino::Utf8Path;
use indexmap::IndexMap;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// How the codes of guesses begin.
const GUESS: &str = "T07";

/// What a new user wants to know of the docs.
pub struct Found {
    /// The crate's name.
    pub name: String,
    /// The languages of the docs folders, where they can be told.
    pub languages: Vec<Option<Language>>,
    /// The spelling of JSON names, and why it is believed.
    pub wire_case: Option<(WireCase, String)>,
    /// The API's title in the vendor's words.
    pub title: Option<String>,
    /// Base URLs.
    pub servers: Vec<String>,
    /// Credentials, in words.
    pub credentials: Vec<String>,
    /// How many operations and types there are.
    pub counts: [(&'static str, usize); 2],
    /// Guesses that no evidence supports: the rule, and how often.
    pub guesses: IndexMap<Rule, usize>,
    /// Findings that are no guesses: the code, and how often.
    pub flaws: IndexMap<Code, usize>,
    /// Whether the docs have flaws that a strict run would not let pass.
    pub is_flawed: bool,
    /// Findings that a rule settles: what is open, and the lines of the rule.
    rules: Vec<(String, String)>,
}

impl Found {
    pub fn new(session: &Session, generated: &Generated) -> Self {
        let Generated { model, diagnostics, .. } = generated;
        let operations: &'static str = if model.operations.len() == 1 { "operation" } else { "operations" };
        Self {
            name: model.name.clone(),
            languages: model.languages.iter().map(|name| Language::from_name((*name)?)).collect(),
            wire_case: model.wire_case.as_ref().map(|fact| {
                let rule = fact.basis.rule().map(|rule| rule.sentence().trim_start_matches("JSON names are "));
                (fact.value, rule.unwrap_or("the docs say so.").to_owned())
            }),
            title: model.about.title.as_ref().map(|fact| fact.value.clone()),
            servers: model.servers.iter().map(|server| server.url.value.clone()).collect(),
            credentials: alternatives(&model.security).iter().map(|group| together(group)).collect(),
            counts: [(operations, model.operations.len()), ("types", model.types.len())],
            guesses: rules::guesses(model).into_iter().map(|(rule, places)| (rule, places.len())).collect(),
            flaws: flaws(session, diagnostics),
            is_flawed: is_flawed(session, diagnostics),
            rules: diagnostics.list.iter().filter_map(rule).chain(rules::of_guesses(model)).collect(),
        }
    }

    /// `overrides.toml`: a commented rule for each open question that one settles.
    pub fn overrides(&self) -> String {
        let mut text = String::from(
            "# Facts that the docs do not state, or state wrongly. Each rule has a reason; one that matches nothing is an error.\n\
             # Below, a rule for each question that the docs leave open: fill it in, and remove the `#` before its lines.\n",
        );
        if self.rules.is_empty() {
            text.push_str("# (There was none that a rule could settle when this file was written.)\n");
        }
        for (question, rule) in &self.rules {
            text.push_str(&commented(&format!("\n{question}")));
            text.push_str(&commented(rule));
        }
        text
    }

    /// Prints it on standard output.
    pub fn print(&self, dir: &Utf8Path, console: &mut Console<'_>) {
        match console.format {
            Format::Human => console.result(&crate::render::visible(&self.to_text(dir))),
            Format::Json => console.json(&format!("{}\n", self.to_json(dir))),
        }
    }

    fn to_text(&self, dir: &Utf8Path) -> String {
        let mut text = format!("{}: a new crate in {dir}\n\nfound\n", self.name);
        let counts = self.counts.map(|(noun, count)| format!("{count} {noun}")).join(" and ");
        let mut line = |what: &str| {
            let _ = writeln!(text, "  {what}");
        };
        line(&format!("{counts}, from {}", self.language_words()));
        self.wire_case.iter().for_each(|(case, why)| line(&format!("JSON names are {}: {why}", case_words(*case))));
        line(&format!("servers: {}", listed(&self.servers, "none is named, so the base URL is yours to give")));
        line(&format!("credentials: {}", listed(&self.credentials, "none are named")));
        text.push_str("\nopen\n");
        let mut line = |what: &str| {
            let _ = writeln!(text, "  {what}");
        };
        for (rule, count) in &self.guesses {
            let noun = if *count == 1 { "guess" } else { "guesses" };
            line(&format!("{count} {noun}: {}{}", rule.sentence(), settled_by(*rule)));
        }
        for (code, count) in &self.flaws {
            let noun = if *count == 1 { "time" } else { "times" };
            line(&format!("{count} {noun}: {} (`tablature explain {}`)", code.title(), code.text()));
        }
        line(&match self.rules.len() {
            0 => "overrides.toml: no question is left to a rule".to_owned(),
            1 => "overrides.toml: 1 question, with the rule that settles it".to_owned(),
            count => format!("overrides.toml: {count} questions, each with the rule that settles it"),
        });
        let _ = write!(text, "\nnext\n  cd {dir}\n");
        let mut line = |command: &str, what: &str| {
            let _ = writeln!(text, "  {command:<52}  # {what}");
        };
        match self.counts[0].1 {
            0 => line("cargo check", "builds the types"),
            _ => line("cargo check --example first_call --features ureq", "builds the call that README.md shows"),
        }
        line("tablature survey --format html > survey.html", "what was understood, for a browser");
        text
    }

    fn to_json(&self, dir: &Utf8Path) -> Value {
        let languages: Vec<_> = self.languages.iter().map(|it| it.map(Language::name)).collect();
        let guesses: IndexMap<&str, usize> = self.guesses.iter().map(|(rule, count)| (rule.id(), *count)).collect();
        json!({
            "name": self.name,
            "dir": dir,
            "languages": languages,
            "wire_case": self.wire_case.as_ref().map(|(case, _)| case),
            "servers": self.servers,
            "credentials": self.credentials,
            "operations": self.counts[0].1,
            "types": self.counts[1].1,
            "guesses": guesses,
            "questions": self.rules.len(),
        })
    }

    /// The languages of the docs, in words.
    pub fn language_words(&self) -> String {
        let names: Vec<&str> =
            self.languages.iter().map(|it| it.map_or("an unknown language", Language::title)).collect();
        format!("{} docs", names.join(" and "))
    }
}

/// How often each finding was made that `guesses` does not count.
fn flaws(session: &Session, later: &Diagnostics) -> IndexMap<Code, usize> {
    let mut flaws: IndexMap<Code, usize> = IndexMap::new();
    let all = session.found.list.iter().chain(&later.list);
    for finding in all.filter(|finding| !finding.code.text().starts_with(GUESS)) {
        *flaws.entry(finding.code).or_default() += 1;
    }
    flaws.sort_by(|_, one, _, other| other.cmp(one));
    flaws
}

fn is_flawed(session: &Session, later: &Diagnostics) -> bool {
    let list = session.found.list.iter().chain(&later.list).cloned().collect();
    let mut all = Diagnostics { list };
    all.judge(Policy::STRICT);
    all.has_errors()
}

/// The rule that a finding's help shows, with what the finding says.
fn rule(finding: &Diagnostic) -> Option<(String, String)> {
    let help = finding.help.as_deref()?;
    let (advice, rule) = help.split_at(help.find("[[")?);
    Some((format!("{}\n{}", finding.message, advice.trim_end()), rule.trim_end().to_owned()))
}

fn settled_by(rule: Rule) -> String {
    if rule.settle().is_empty() { String::new() } else { format!(" (`{}` settles it)", rule.settle()) }
}

fn listed(names: &[String], none: &str) -> String {
    if names.is_empty() { none.to_owned() } else { names.join(", ") }
}

fn commented(text: &str) -> String {
    let line = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("# {line}\n") };
    text.lines().map(line).collect()
}

/// The spelling, in words.
pub fn case_words(case: WireCase) -> &'static str {
    match case {
        WireCase::AsWritten => "as the docs show them",
        WireCase::Camel => "in camelCase",
        WireCase::Snake => "in snake_case",
        WireCase::Kebab => "in kebab-case",
        WireCase::Pascal => "in PascalCase",
    }
}

/// One way to authenticate, in words.
fn together(group: &[&SecurityScheme]) -> String {
    group.iter().map(|scheme| credential(scheme)).collect::<Vec<_>>().join(" and ")
}

fn credential(scheme: &SecurityScheme) -> String {
    let kind = match scheme.kind.value {
        SchemeKind::Bearer => "a bearer token",
        SchemeKind::Basic => "user and password",
        SchemeKind::ApiKey => "a key",
        SchemeKind::ClientCredentials => "id and secret of an OAuth 2.0 client",
    };
    let header = scheme.header().map(|name| format!(" in the header `{name}`")).unwrap_or_default();
    format!("{kind}{header} (`{}`)", scheme.doc_name)
}
