//! What the source of an SDK says, ready to be looked up.
//!
//! In: facts in the order of files, and the lockfile. Out: classes, calls and examples by what identifies them. It must not know the
//! model's types.

use super::classes::{Class, Classes};
use crate::{
    annotations::{Annotations, Call, Example, Key, Recorded, Said, Subject},
    lower::{only, vocabulary::RESPONSE_SUFFIX},
    model::{Basis, Evidence, Model},
    naming::fold,
};
use std::{
    collections::{HashMap, HashSet},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

/// The folders in which the classes of arguments are.
const REQUEST_FOLDERS: &[&str] = &["operations", "requests", "", "components", "shared"];

/// All that the source of one SDK says.
pub struct SourceFacts<'a> {
    /// The facts as they were read.
    pub facts: &'a Annotations,
    /// Those of classes and members.
    pub classes: Classes<'a>,
    calls: HashMap<(&'a str, &'a str), Vec<(usize, &'a Call)>>,
    used_calls: Vec<AtomicBool>,
    examples: HashMap<&'a str, Vec<&'a Example>>,
    recorded: &'a Recorded,
}

/// Facts of a call that the call's own fields say.
const OF_CALL: &[Key] = &[Key::Method, Key::Url, Key::Id];

/// What identifies an operation.
#[derive(Debug, Clone, Copy)]
pub struct OperationKey<'k> {
    /// The HTTP method, in upper case.
    pub method: &'k str,
    /// The URL's path.
    pub path: &'k str,
    /// What stands behind `#` in it.
    pub fragment: Option<&'k str>,
    /// The operation's id.
    pub id: &'k str,
}

/// What identifies a method of the SDK, all names folded.
pub struct MethodKey {
    /// The group that it is in.
    pub group: String,
    /// Its name.
    pub name: String,
    /// The classes that it takes and gives.
    pub classes: HashSet<String>,
}

/// What SDKs put behind the name of a method that awaits its answer.
const AWAITS: &str = "async";

impl<'a> SourceFacts<'a> {
    /// Puts facts in reach.
    pub fn new(recorded: &'a Recorded) -> Self {
        let facts = &recorded.facts;
        let mut calls: HashMap<(&str, &str), Vec<(usize, &Call)>> = HashMap::new();
        for (at, call) in facts.calls.iter().enumerate() {
            calls.entry((&call.method, &call.path)).or_default().push((at, call));
        }
        let mut examples: HashMap<&str, Vec<&Example>> = HashMap::new();
        for example in &recorded.examples {
            examples.entry(&example.operation).or_default().push(example);
        }
        let used_calls = facts.calls.iter().map(|_| AtomicBool::new(false)).collect();
        Self { facts, classes: Classes::new(facts), calls, used_calls, examples, recorded }
    }

    /// The call with an operation's method, path and id; where it has no id, the only one with method and path, or with the group and
    /// the name that stand for the id.
    pub fn call(&self, key: &OperationKey<'_>) -> Option<&'a Call> {
        let path = match key.fragment {
            Some(fragment) => format!("{}#{fragment}", key.path),
            None => key.path.to_owned(),
        };
        let found = self.calls.get(&(key.method, path.as_str()))?;
        let (at, call) = match found.as_slice() {
            [only] if only.1.id.is_empty() || key.id.is_empty() => only,
            several => {
                let id = fold(key.id);
                let is_named =
                    |call: &Call| call.id.is_empty() && id.ends_with(&format!("{}{}", self.file(call), name(call)));
                let named = || only(several.iter().filter(|(_, call)| is_named(call)));
                several.iter().find(|(_, call)| call.id == key.id).or_else(named)?
            }
        };
        self.used_calls[*at].store(true, Ordering::Relaxed);
        Some(call)
    }

    /// The only call of a method: in the file of its group by its very name or without what awaits, else with its classes, else of its name;
    /// with the number of the way in which it was found, the surest first.
    pub fn method(&self, key: &MethodKey) -> Option<(usize, &'a Call)> {
        let is_it = |call: &Call| self.file(call) == key.group && fold(&call.name) == key.name;
        let in_group = |call: &Call| self.file(call) == key.group && name(call) == key.name;
        let in_any_group = |call: &Call| self.may_be_in_group(call, key);
        let has_classes = |call: &Call| {
            let takes = call.first(Key::Request).is_some_and(|said| key.classes.contains(&fold(&said.value)));
            takes || key.classes.contains(&format!("{}{RESPONSE_SUFFIX}", fold(&call.name)))
        };
        let has_both = |call: &Call| in_any_group(call) && has_classes(call);
        let is_named = |call: &Call| name(call) == key.name;
        let ways: [&dyn Fn(&Call) -> bool; 6] = [&is_it, &in_group, &has_both, &in_any_group, &has_classes, &is_named];
        ways.into_iter().enumerate().find_map(|(way, fits)| Some((way, self.only(fits)?)))
    }

    fn only(&self, fits: &dyn Fn(&Call) -> bool) -> Option<&'a Call> {
        only(self.facts.calls.iter().filter(|call| fits(call)))
    }

    /// Whether the file of a call is named after the last part of the group, or after the group and the method.
    fn may_be_in_group(&self, call: &Call, key: &MethodKey) -> bool {
        let (file, own) = (self.file(call), name(call));
        (own == key.name && key.group.ends_with(&file)) || (own == file && own == format!("{}{}", key.group, key.name))
    }

    /// The folded stem of a call's file.
    fn file(&self, call: &Call) -> String {
        let path = self.facts.files.get(call.file as usize).map_or("", String::as_str);
        path.rsplit('/').next().and_then(|name| name.split('.').next()).map(fold).unwrap_or_default()
    }

    /// A class that a call names, of its arguments ([`Key::Request`]) or of the client's ([`Key::Globals`]); and what names it.
    pub fn class_of(&self, call: &'a Call, key: Key) -> Option<(&Class<'a>, &'a Said)> {
        let mut names = call.all(key);
        names.find_map(|said| {
            let class = REQUEST_FOLDERS.iter().find_map(|folder| self.classes.get(folder, &said.value))?;
            Some((class, said))
        })
    }

    /// The examples of an operation.
    pub fn examples(&self, operation: &str) -> &[&'a Example] {
        self.examples.get(operation).map_or(&[], Vec::as_slice)
    }

    /// Where a line of the lockfile stands.
    pub fn in_lock(&self, line: u32) -> String {
        format!("{}:{line}", self.recorded.lock)
    }

    /// The facts that were asked for, once a model has been settled with them.
    pub fn used(&self, model: &Model) -> Recorded {
        let calls: Vec<Call> = self.used_calls().map(without_head).collect();
        let listed: HashSet<String> =
            calls.iter().flat_map(|call| call.all(Key::Servers)).map(|said| fold(&said.value)).collect();
        let is_used = |(subject, said): &&(Subject, Said)| {
            self.classes.is_used(subject) || (said.key == Key::Server && listed.contains(&fold(&subject.class)))
        };
        let classes = together(self.facts.classes.iter().filter(is_used).cloned().collect());
        let Annotations { files, api, .. } = self.facts.clone();
        let Recorded { tree, lock, .. } = self.recorded;
        let facts = Annotations { files, classes, calls, api };
        Recorded { tree: *tree, facts, examples: self.used_examples(model), lock: lock.clone() }
    }

    fn used_calls(&self) -> impl Iterator<Item = &'a Call> {
        let calls = self.facts.calls.iter().zip(&self.used_calls);
        calls.filter(|(_, is_used)| is_used.load(Ordering::Relaxed)).map(|(call, _)| call)
    }

    /// What a model has of the lockfile.
    fn used_examples(&self, model: &Model) -> Vec<Example> {
        let mut places: HashSet<String> = HashSet::new();
        model.visit_facts(|fact| {
            if let Basis::Read(Evidence::Lockfile, at) = fact.basis {
                places.insert(at.clone());
            }
        });
        let is_used = |line: u32| places.contains(&self.in_lock(line));
        let keep = |example: &Example| Example {
            operation: example.operation.clone(),
            parameters: example.parameters.iter().filter(|(.., line)| is_used(*line)).cloned().collect(),
            request: example.request.iter().filter(|(_, line)| is_used(*line)).cloned().collect(),
            responses: example.responses.iter().filter(|(.., line)| is_used(*line)).cloned().collect(),
        };
        let is_empty = |it: &Example| it.parameters.is_empty() && it.request.is_empty() && it.responses.is_empty();
        self.recorded.examples.iter().map(keep).filter(|example| !is_empty(example)).collect()
    }

    /// What facts are of that nobody asked for: classes and operations.
    pub fn unused(&self) -> Vec<String> {
        let classes = self
            .facts
            .classes
            .iter()
            .filter(|(subject, said)| said.key != Key::Server && !self.classes.is_used(subject));
        let mut names: Vec<String> =
            classes.map(|(subject, _)| format!("{}/{}", subject.folder, subject.class)).collect();
        names.dedup();
        let calls = self.facts.calls.iter().zip(&self.used_calls);
        let unused = calls.filter(|(_, is_used)| !is_used.load(Ordering::Relaxed));
        names.extend(unused.map(|(call, _)| format!("{} {}", call.method, call.path)));
        names
    }
}

/// The facts of a class in a file one behind the other, and otherwise in their order.
fn together(mut facts: Vec<(Subject, Said)>) -> Vec<(Subject, Said)> {
    let mut first: HashMap<(u32, Arc<str>, Arc<str>), usize> = HashMap::new();
    let key = |(subject, said): &(Subject, Said)| (said.file, Arc::clone(&subject.folder), Arc::clone(&subject.class));
    for (at, fact) in facts.iter().enumerate() {
        first.entry(key(fact)).or_insert(at);
    }
    facts.sort_by_key(|fact| first[&key(fact)]);
    facts
}

/// The folded name of a call's method.
fn name(call: &Call) -> String {
    let folded = fold(&call.name);
    folded.strip_suffix(AWAITS).filter(|bare| !bare.is_empty()).map_or(folded.clone(), str::to_owned)
}

fn without_head(call: &Call) -> Call {
    let mut call = call.clone();
    call.said.retain(|said| !OF_CALL.contains(&said.key));
    call
}
