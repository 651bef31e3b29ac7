//! The scanner of lines: a state, a current class, a current member, and facts that wait for what they are about.
//!
//! In: the text of a file, and a language's table. Out: facts of classes and members. It must not know any language.

use super::{
    Key, Said, Subject,
    table::{Action, Row, State, Table},
    values::{self, Bare, pattern},
};
use regex::{Captures, Regex};
use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// A line longer than this holds no annotation.
const LONGEST_LINE: usize = 20_000;

/// A table with its patterns compiled.
pub struct LineScanner<'t> {
    table: &'t Table,
    pub(super) rows: Vec<(&'t Row, Regex)>,
}

/// The state of a scan.
struct Scan {
    file: u32,
    line: u32,
    state: State,
    folder: Arc<str>,
    class: Arc<str>,
    member: Arc<str>,
    before: Vec<Bare>,
    values: Vec<String>,
    target: Option<String>,
    /// Members by their declarations, and the classes whose members have their own names.
    declared: Vec<(Subject, u32)>,
    /// Classes whose members are those of another.
    data: HashMap<Arc<str>, Arc<str>>,
    own_names: HashSet<Arc<str>>,
    said: Vec<(Subject, Said)>,
}

impl<'t> LineScanner<'t> {
    /// Compiles a table.
    pub fn new(table: &'t Table) -> Self {
        Self { table, rows: table.rows.iter().map(|row| (row, pattern(row.pattern))).collect() }
    }

    /// The facts of one file.
    pub fn scan(&self, file: u32, folder: &Arc<str>, text: &str) -> Vec<(Subject, Said)> {
        let mut scan = Scan::new(file, folder);
        let mut lines = (1u32..).zip(text.lines());
        while let Some((number, line)) = lines.next() {
            let mut line = Cow::Borrowed(line);
            while self.table.joins.iter().any(|end| line.ends_with(end)) && line.len() < LONGEST_LINE {
                let Some((_, next)) = lines.next() else { break };
                line = Cow::Owned(format!("{line} {}", next.trim_start()));
            }
            if line.len() < LONGEST_LINE {
                scan.line = number;
                self.scan_line(&mut scan, &line);
            }
        }
        scan.finish()
    }

    fn scan_line(&self, scan: &mut Scan, line: &str) {
        let state = scan.state;
        for (row, pattern) in &self.rows {
            if !row.when.is_empty() && !row.when.contains(&state) {
                continue;
            }
            let Some(found) = pattern.captures(line) else { continue };
            row.actions.iter().for_each(|action| scan.act(action, &found));
            scan.state = row.then.unwrap_or(scan.state);
            if !self.table.all_rows || row.actions.is_empty() {
                return;
            }
        }
    }
}

/// The text of the first of some groups that took part.
pub fn group<'h>(found: &Captures<'h>, groups: &[usize]) -> Option<&'h str> {
    groups.iter().find_map(|group| found.get(*group)).map(|part| part.as_str())
}

/// The text of the first group that took part.
pub fn first_group<'h>(found: &Captures<'h>) -> &'h str {
    found.iter().skip(1).flatten().next().map_or("", |part| part.as_str())
}

impl Scan {
    fn new(file: u32, folder: &Arc<str>) -> Self {
        Self {
            file,
            line: 0,
            state: State::Outside,
            folder: Arc::clone(folder),
            class: "".into(),
            member: "".into(),
            before: Vec::new(),
            values: Vec::new(),
            target: None,
            declared: Vec::new(),
            data: HashMap::new(),
            own_names: HashSet::new(),
            said: Vec::new(),
        }
    }

    fn act(&mut self, action: &Action, found: &Captures<'_>) {
        let text = |number: usize| group(found, &[number]).unwrap_or_default();
        match action {
            Action::Class(name) => self.begin_class(text(*name)),
            Action::ClassNamed(name) => self.begin_class(name),
            Action::DataIn(name) => {
                self.data.insert(Arc::clone(&self.class), text(*name).into());
            }
            Action::OwnNames => {
                self.own_names.insert(Arc::clone(&self.class));
            }
            Action::Member(names) => self.begin_member(group(found, names).unwrap_or_default()),
            Action::About(names) => self.member = group(found, names).unwrap_or_default().into(),
            Action::Before(key, value) => self.before.push((*key, text(*value).to_owned(), String::new())),
            Action::MarkBefore(key) => self.before.push((*key, String::new(), String::new())),
            Action::PairBefore(key, value, target) => {
                self.before.push((*key, text(*value).to_owned(), text(*target).to_owned()));
            }
            Action::Say(key, values) => {
                if let Some(value) = group(found, values) {
                    self.say(*key, value.to_owned());
                }
            }
            Action::Mark(key) => self.say(*key, String::new()),
            Action::SayOfClass(key, value) => {
                self.member = "".into();
                self.say(*key, text(*value).to_owned());
            }
            Action::PairOfClass(key, value, target) => {
                self.member = "".into();
                self.say_all(vec![(*key, text(*value).to_owned(), text(*target).to_owned())]);
            }
            Action::KeysBefore(place, list) => self.before.extend(values::keys(text(*place), text(*list), None)),
            Action::PartsBefore(place, list) => {
                self.before.extend(values::keys(text(*place), &text(*list).replace(';', ","), None));
            }
            Action::Keys(place, list) => self.say_all(values::keys(text(*place), text(*list), Some(""))),
            Action::Tag(tag) => self.say_all(values::tag(text(*tag))),
            Action::Hash(hash) => self.say_all(values::hash(text(*hash))),
            Action::MapBefore(map) => self.before.extend(values::map(text(*map))),
            Action::Value(value) => self.choose(Some(text(*value).to_owned()), None),
            Action::Target(class) => self.choose(None, Some(text(*class).to_owned())),
        }
    }

    /// A class takes what was said before it, too.
    fn begin_class(&mut self, name: &str) {
        self.class = self.data.get(name).map_or_else(|| name.into(), Arc::clone);
        self.begin("");
        (self.values, self.target) = (Vec::new(), None);
    }

    fn begin_member(&mut self, name: &str) {
        self.begin(name);
        self.declared.push((self.subject(), self.line));
    }

    fn begin(&mut self, member: &str) {
        self.member = member.into();
        let before = std::mem::take(&mut self.before);
        self.say_all(before);
    }

    /// Values of a discriminator and their classes stand in either order; several values may share a class.
    fn choose(&mut self, value: Option<String>, target: Option<String>) {
        self.values.extend(value);
        self.target = target.or(self.target.take());
        if self.values.is_empty() {
            return;
        }
        if let Some(class) = self.target.take() {
            for value in std::mem::take(&mut self.values) {
                self.say_all(vec![(Key::Variant, value, class.clone())]);
            }
        }
    }

    fn subject(&self) -> Subject {
        Subject { folder: Arc::clone(&self.folder), class: Arc::clone(&self.class), member: Arc::clone(&self.member) }
    }

    fn say(&mut self, key: Key, value: String) {
        self.say_all(vec![(key, value, String::new())]);
    }

    fn say_all(&mut self, facts: Vec<Bare>) {
        if self.class.is_empty() {
            return;
        }
        for (key, value, target) in facts {
            self.said.push((self.subject(), Said { key, value, target, file: self.file, line: self.line }));
        }
    }

    /// Adds what follows from saying nothing: a member's own name is its JSON key in some languages.
    fn finish(mut self) -> Vec<(Subject, Said)> {
        let renamed: HashSet<&Subject> =
            self.said.iter().filter(|(_, said)| said.key == Key::Wire).map(|(subject, _)| subject).collect();
        let own =
            |(subject, _): &&(Subject, u32)| self.own_names.contains(&subject.class) && !renamed.contains(subject);
        let facts = self.declared.iter().filter(own).map(|(subject, line)| {
            let value = subject.member.to_string();
            (subject.clone(), Said { key: Key::Wire, value, target: String::new(), file: self.file, line: *line })
        });
        let facts: Vec<_> = facts.collect();
        self.said.extend(facts);
        self.said
    }
}
