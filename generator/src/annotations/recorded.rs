//! Facts of an SDK's source in a file of their own, for crates that are generated where the SDK is not.
//!
//! In: facts, or the text of such a file. Out: the text, or the facts. It must not know which facts are of use.
//!
//! The file is TOML, a line for each fact: what it is of, its kind and value, what goes with it, and its line in the source.

use super::{Annotations, Call, Example, Key, Said, Subject};
use serde::Deserialize;
use std::{collections::BTreeMap, fmt::Write as _, sync::Arc};

/// What the source of one SDK states, as far as it is of use.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recorded {
    /// Which of the docs folders it belongs to, counted from 0.
    pub tree: u32,
    /// The facts of source files.
    pub facts: Annotations,
    /// Those of the lockfile.
    pub examples: Vec<Example>,
    /// The lockfile's path.
    pub lock: String,
}

/// What stands above all facts.
const HEAD: &str = "\
# What the source of the SDK states of these pages, each fact with its file and line. `tablature generate` writes this file wherever
# it finds the SDK's source, and reads it where there is none.
";

/// The key of a line.
const LINE: &str = "line";
/// The key of the member that a fact is of.
const OF: &str = "of";
/// The key of the second half of a fact.
const WITH: &str = "with";

/// The text of a file of facts; empty where there are none.
#[must_use]
pub fn write_facts(recorded: &[Recorded]) -> String {
    let mut text = String::new();
    for sdk in recorded.iter().filter(|sdk| !sdk.is_empty()) {
        write_sdk(&mut text, sdk);
    }
    if text.is_empty() { text } else { format!("{HEAD}{text}") }
}

impl Recorded {
    fn is_empty(&self) -> bool {
        let Annotations { files: _, classes, calls, api } = &self.facts;
        classes.is_empty() && calls.is_empty() && api.is_empty() && self.examples.is_empty()
    }
}

fn write_sdk(text: &mut String, sdk: &Recorded) {
    let _ = write!(text, "\n[[sdk]]\ntree = {}\n", sdk.tree);
    if !sdk.lock.is_empty() {
        let _ = writeln!(text, "lock = {}", quoted(&sdk.lock));
    }
    let file = |said: &Said| quoted(sdk.facts.files.get(said.file as usize).map_or("", String::as_str));
    for list in sdk.facts.api.chunk_by(|one, other| one.file == other.file) {
        let Some(first) = list.first() else { continue };
        let facts: String = list.iter().map(|said| fact("", said)).collect();
        let _ = write!(text, "\n[[sdk.api]]\nfile = {}\nfacts = [\n{facts}]\n", file(first));
    }
    let same = |one: &(Subject, Said), other: &(Subject, Said)| {
        (&one.0.folder, &one.0.class, one.1.file) == (&other.0.folder, &other.0.class, other.1.file)
    };
    for class in sdk.facts.classes.chunk_by(same) {
        let Some((subject, said)) = class.first() else { continue };
        let name = quoted(&format!("{}/{}", subject.folder, subject.class));
        let facts: String = class.iter().map(|(subject, said)| fact(&subject.member, said)).collect();
        let _ = write!(text, "\n[[sdk.class]]\nname = {name}\nfile = {}\nfacts = [\n{facts}]\n", file(said));
    }
    sdk.facts.calls.iter().for_each(|call| write_call(text, &sdk.facts, call));
    sdk.examples.iter().for_each(|example| write_example(text, example));
}

fn write_call(text: &mut String, all: &Annotations, call: &Call) {
    let file = quoted(all.files.get(call.file as usize).map_or("", String::as_str));
    let (method, path, id) = (quoted(&call.method), quoted(&call.path), quoted(&call.id));
    let name = quoted(&call.name);
    let facts: String = call.said.iter().map(|said| fact("", said)).collect();
    let _ = write!(
        text,
        "\n[[sdk.operation]]\nid = {id}\nname = {name}\nmethod = {method}\npath = {path}\nfile = {file}\nline = {}\nfacts = [\n{facts}]\n",
        call.line
    );
}

fn write_example(text: &mut String, example: &Example) {
    let pair = |key: &str, value: &str, line: u32| format!("    {{ {key} = {}, {LINE} = {line} }},\n", quoted(value));
    let mut facts = String::new();
    for (place, name, line) in &example.parameters {
        facts += &pair(&format!("parameter = {}, {WITH}", quoted(name)), place, *line);
    }
    example.request.iter().for_each(|(media, line)| facts += &pair("request", media, *line));
    for (status, media, line) in &example.responses {
        facts += &pair(&format!("response = {}, {WITH}", quoted(status)), media, *line);
    }
    let _ = write!(text, "\n[[sdk.example]]\noperation = {}\nfacts = [\n{facts}]\n", quoted(&example.operation));
}

/// A fact on a line of its own.
fn fact(member: &str, said: &Said) -> String {
    let of = if member.is_empty() { String::new() } else { format!("{OF} = {}, ", quoted(member)) };
    let with = if said.target.is_empty() { String::new() } else { format!("{WITH} = {}, ", quoted(&said.target)) };
    format!("    {{ {of}{} = {}, {with}{LINE} = {} }},\n", said.key.word(), quoted(&said.value), said.line)
}

fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FactsFile {
    #[serde(default)]
    sdk: Vec<SdkForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SdkForm {
    tree: u32,
    #[serde(default)]
    lock: String,
    #[serde(default)]
    api: Vec<ApiForm>,
    #[serde(default)]
    class: Vec<ClassForm>,
    #[serde(default)]
    operation: Vec<CallForm>,
    #[serde(default)]
    example: Vec<ExampleForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ApiForm {
    file: String,
    facts: Vec<FactForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClassForm {
    name: String,
    file: String,
    facts: Vec<FactForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CallForm {
    id: String,
    name: String,
    method: String,
    path: String,
    file: String,
    line: u32,
    facts: Vec<FactForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleForm {
    operation: String,
    facts: Vec<FactForm>,
}

/// A fact: its line, what it is of, what goes with it, and one key more, which is its kind.
#[derive(Deserialize)]
struct FactForm {
    line: u32,
    #[serde(default)]
    of: String,
    #[serde(default)]
    with: String,
    #[serde(flatten)]
    rest: BTreeMap<String, String>,
}

/// Reads a file of facts.
///
/// # Errors
/// When it is no such file: what is wrong with it.
pub fn read_facts(text: &str) -> Result<Vec<Recorded>, toml::de::Error> {
    let form: FactsFile = toml::from_str(text)?;
    Ok(form.sdk.into_iter().map(SdkForm::read).collect())
}

impl SdkForm {
    fn read(self) -> Recorded {
        let mut facts = Annotations::default();
        for form in self.api {
            let file = number(&mut facts.files, form.file);
            facts.api.extend(form.facts.into_iter().filter_map(|form| Some(form.read(file)?.1)));
        }
        for form in self.class {
            let file = number(&mut facts.files, form.file);
            let (folder, class) = form.name.rsplit_once('/').unwrap_or(("", &form.name));
            let (folder, class): (Arc<str>, Arc<str>) = (folder.into(), class.into());
            let subject = |member: String| Subject {
                folder: Arc::clone(&folder),
                class: Arc::clone(&class),
                member: member.into(),
            };
            let read = form.facts.into_iter().filter_map(|form| form.read(file));
            facts.classes.extend(read.map(|(member, said)| (subject(member), said)));
        }
        for form in self.operation {
            let CallForm { id, name, method, path, line, .. } = form;
            let file = number(&mut facts.files, form.file);
            let said = form.facts.into_iter().filter_map(|form| Some(form.read(file)?.1)).collect();
            facts.calls.push(Call { method, path, id, name, said, file, line });
        }
        let examples = self.example.into_iter().map(ExampleForm::read).collect();
        Recorded { tree: self.tree, facts, examples, lock: self.lock }
    }
}

/// The number of a file, which is the last one's as a rule.
fn number(files: &mut Vec<String>, file: String) -> u32 {
    let at = files.iter().rposition(|own| *own == file).unwrap_or_else(|| {
        files.push(file);
        files.len() - 1
    });
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl FactForm {
    /// The member, and what is said of it; a kind of fact that is not known says nothing.
    fn read(self, file: u32) -> Option<(String, Said)> {
        let (word, value) = self.rest.into_iter().next()?;
        let key = *Key::ALL.iter().find(|key| key.word() == word)?;
        Some((self.of, Said { key, value, target: self.with, file, line: self.line }))
    }
}

impl ExampleForm {
    fn read(self) -> Example {
        let mut example = Example { operation: self.operation, ..Example::default() };
        for fact in self.facts {
            let Some((kind, value)) = fact.rest.into_iter().next() else { continue };
            match kind.as_str() {
                "parameter" => example.parameters.push((fact.with, value, fact.line)),
                "request" => example.request.push((value, fact.line)),
                "response" => example.responses.push((value, fact.with, fact.line)),
                _ => {}
            }
        }
        example
    }
}
