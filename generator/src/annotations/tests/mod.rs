//! Small source files in their language's form, and what is read from them.
//!
//! In: the tables. Out: nothing.

mod csharp;
mod go;
mod java;
mod java_methods;
mod php;
mod python;
mod ruby;
mod typescript;
mod typescript_classes;
mod typescript_methods;

use super::{Annotations, CallScanner, LineScanner, Recorded, Said, read_all, read_facts, write_facts};
use crate::{dialect::Language, source::SourceFile};

/// Files of a language: path and text.
type Files = [(&'static str, &'static str)];

fn files(of: &Files) -> Vec<SourceFile> {
    of.iter().map(|(path, text)| SourceFile { path: (*path).into(), text: (*text).into() }).collect()
}

/// Every fact, one a line.
fn listed(found: &Annotations) -> String {
    let mut text = String::new();
    for (subject, said) in &found.classes {
        text += &format!("{}/{}.{} {}\n", subject.folder, subject.class, subject.member, shown(said));
    }
    for call in &found.calls {
        text += &format!("{} {} {} {}\n", call.method, call.path, call.id, call.name);
        for said in &call.said {
            text += &format!("  {}\n", shown(said));
        }
    }
    for said in &found.api {
        text += &format!("{}\n", shown(said));
    }
    text
}

fn shown(said: &Said) -> String {
    let target = if said.target.is_empty() { String::new() } else { format!(" > {}", said.target) };
    format!("{:?} {}{target} :{}", said.key, said.value, said.line)
}

fn check(language: Language, of: &Files, expected: &str) {
    let found = listed(&super::read(&files(of), language));
    let expected = expected.trim_start();
    assert!(found == expected, "{}", similar::TextDiff::from_lines(expected, &found).unified_diff());
}

/// What each language's files are, for tests of the tables as such.
fn all() -> [(Language, &'static Files); 10] {
    [
        (Language::Java, java::FILES),
        (Language::Java, &java_methods::FILES),
        (Language::Csharp, csharp::FILES),
        (Language::Typescript, typescript::FILES),
        (Language::Typescript, &typescript_methods::FILES),
        (Language::Typescript, typescript_classes::FILES),
        (Language::Python, python::FILES),
        (Language::Go, go::FILES),
        (Language::Php, php::FILES),
        (Language::Ruby, ruby::FILES),
    ]
}

/// A row that can be taken away without a change is of no use, or no test shows its use.
#[test]
fn every_row_is_of_use() {
    for (language, of) in all() {
        let files = files(of);
        let table = super::table(&files, language);
        let (mut lines, mut calls) = (LineScanner::new(table), CallScanner::new(table));
        let whole = read_all(&files, table, &lines, &calls);
        for at in 0..table.rows.len() {
            let row = lines.rows.remove(at);
            let found = read_all(&files, table, &lines, &calls);
            assert!(found != whole, "{language:?}: no file needs the row `{}`", row.0.pattern);
            lines.rows.insert(at, row);
        }
        for at in 0..table.calls.len() {
            let row = calls.rows.remove(at);
            let found = read_all(&files, table, &lines, &calls);
            assert!(found != whole, "{language:?}: no file needs the row of operations `{}`", row.0.pattern);
            calls.rows.insert(at, row);
        }
    }
}

/// What is written to a file of facts is read from it again.
#[test]
fn facts_survive_their_file() {
    for (language, of) in all() {
        let mut found = super::read(&files(of), language);
        found.calls.iter_mut().for_each(|call| call.id.push_str("\"\n'\\é"));
        let lock = "examples:\n  a:\n    one:\n      parameters:\n        path:\n          b: 1\n      requestBody:\n        c/d: {}\n\
                    \u{20}     responses:\n        \"200\":\n          e/f: {}\n";
        let sdk = Recorded { tree: 3, facts: found.clone(), examples: super::read_examples(lock), lock: "l".into() };
        let text = write_facts(std::slice::from_ref(&sdk));
        let again = read_facts(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(again.len(), 1);
        assert_eq!(listed(&again[0].facts), listed(&found));
        assert_eq!(again[0].examples, sdk.examples);
        assert_eq!(write_facts(&again), text);
    }
}

/// Whatever the bytes are, the worst is that nothing is found.
#[test]
fn broken_files_are_harmless() {
    for (language, of) in all() {
        let table = super::table(&files(of), language);
        let broken: Vec<SourceFile> = of.iter().flat_map(|(path, text)| broken(path, text)).collect();
        let _ = read_all(&broken, table, &LineScanner::new(table), &CallScanner::new(table));
    }
}

fn broken(path: &str, text: &str) -> Vec<SourceFile> {
    let chars: Vec<char> = text.chars().collect();
    let dropped: String = chars.iter().enumerate().filter(|(at, _)| at % 7 != 0).map(|(_, c)| c).collect();
    let turned: String = chars.chunks(31).flat_map(|part| part.iter().rev()).collect();
    let doubled = format!("{text}{text}\u{0}é\r").replace('\n', "\r");
    [dropped, turned, doubled].map(|text| SourceFile { path: path.into(), text }).into()
}

#[test]
fn only_files_of_the_sdk_are_read() {
    let states = |path: &str| super::may_state(path, Language::Python);
    assert!(
        states("src/ships/models/ship.py") && states("src/ships/fleet.py") && states("src/ships/utils/security.py")
    );
    assert!(!states("tests/models/ship.py") && !states("docs/models/ship.py") && !states(".venv/models/ship.py"));
    assert!(!states("packages/other/models/ship.py") && !states("src/ships/models/ship.md"));
}

#[test]
fn a_lockfile_may_hold_anything() {
    let lock = "other:\n  examples:\n    no:\nexamples:\n  \"list: ships\":\n    one:\n      parameters:\n        query:\n          'page[size]': 3\n\
         \u{20}         text: \"long\n            goes: on\"\n      requestBody:\n        application/json: {\"a\": 1}\n      responses:\n\
         \u{20}       \"200\":\n          text/csv: a\n   odd: 1\n\t- x\nafter:\n  more:\n";
    let found = super::read_examples(lock);
    assert_eq!(found.len(), 1, "{found:?}");
    let example = &found[0];
    assert_eq!(example.operation, "list: ships");
    let names: Vec<&str> = example.parameters.iter().map(|(_, name, _)| name.as_str()).collect();
    assert_eq!(names, ["page[size]", "text"]);
    assert_eq!(example.request, [("application/json".to_owned(), 13)]);
    assert_eq!(example.responses, [("200".to_owned(), "text/csv".to_owned(), 16)]);
}
