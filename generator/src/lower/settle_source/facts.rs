//! What the source of an SDK says, ready to be looked up.
//!
//! In: facts in the order of files, and the lockfile. Out: classes, calls and examples by what identifies them. It must not know the
//! model's types.

use super::classes::{Class, Classes};
use crate::annotations::{Annotations, Call, Example, Key, Said};
use std::collections::HashMap;

/// The folders in which the classes of arguments are.
const REQUEST_FOLDERS: &[&str] = &["operations", "requests", "", "components", "shared"];

/// All that the source of one SDK says.
pub struct SourceFacts<'a> {
    /// The facts as they were read.
    pub facts: &'a Annotations,
    /// Those of classes and members.
    pub classes: Classes<'a>,
    calls: HashMap<(&'a str, &'a str), Vec<&'a Call>>,
    examples: HashMap<&'a str, Vec<&'a Example>>,
    lock: &'a str,
}

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

impl<'a> SourceFacts<'a> {
    /// Puts facts in reach; `lock` is the path of the lockfile that the examples are of.
    pub fn new(facts: &'a Annotations, examples: &'a [Example], lock: &'a str) -> Self {
        let mut calls: HashMap<(&str, &str), Vec<&Call>> = HashMap::new();
        for call in &facts.calls {
            calls.entry((&call.method, &call.path)).or_default().push(call);
        }
        let mut by_operation: HashMap<&str, Vec<&Example>> = HashMap::new();
        for example in examples {
            by_operation.entry(&example.operation).or_default().push(example);
        }
        Self { facts, classes: Classes::new(facts), calls, examples: by_operation, lock }
    }

    /// The call with an operation's method, path and id; where it has no id, the only one with method and path.
    pub fn call(&self, key: &OperationKey<'_>) -> Option<&'a Call> {
        let path = match key.fragment {
            Some(fragment) => format!("{}#{fragment}", key.path),
            None => key.path.to_owned(),
        };
        let found = self.calls.get(&(key.method, path.as_str()))?;
        match found.as_slice() {
            [only] if only.id.is_empty() || key.id.is_empty() => Some(only),
            several => several.iter().find(|call| call.id == key.id).copied(),
        }
    }

    /// The class of a call's arguments, and what names it.
    pub fn request_class(&self, call: &'a Call) -> Option<(&Class<'a>, &'a Said)> {
        let mut names = call.all(Key::Request);
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
        format!("{}:{line}", self.lock)
    }
}
