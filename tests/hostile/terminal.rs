//! What is printed leaves the terminal as it is.
//!
//! In: pages, paths and arguments with escape sequences. Out: nothing.

use super::page;
use crate::docs::{Fixture, tablature};

fn is_tame(text: &str) -> bool {
    !text.chars().any(|c| {
        (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}

#[test]
fn findings_hold_no_escape_sequence() {
    let fixture = Fixture::new();
    let cell = "Str\u{1b}]0;title\u{7}\u{9b}31m\u{202e}ing<<";
    fixture.write(
        "docs/models/components/Odd\u{1b}[2J.md",
        &page("Odd\u{1b}[31m", &[("a\u{1b}[1mb", cell, "x"), ("b", "Strange\u{1b}c", "x")]),
    );
    for command in ["generate", "check", "survey"] {
        let ran = fixture.run(&[command, "--strict"]);
        assert_eq!(ran.status, 2);
        assert!(is_tame(&ran.stderr), "{:?}", ran.stderr);
        assert!(is_tame(&ran.stdout), "{:?}", ran.stdout);
    }
}

#[test]
fn failures_hold_no_escape_sequence() {
    let ran = tablature(&["generate", "--docs", "no\u{1b}[31m", "--out", "o\u{1b}[31m", "--name", "x"]);
    assert_eq!(ran.status, 2);
    assert!(is_tame(&ran.stderr), "{:?}", ran.stderr);
}

#[test]
fn a_finding_on_a_long_cell_is_short() {
    let fixture = Fixture::new();
    fixture.write("docs/models/components/Long.md", &page("Long", &[("a", &"[]".repeat(200_000), "x")]));
    let ran = fixture.run(&["generate", "--strict"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.len() < 10_000, "{} bytes", ran.stderr.len());
}

/// The name of a file may hold line breaks: what stands behind one must not look like another finding.
#[cfg(unix)]
#[test]
fn a_finding_stands_at_one_place() {
    let fixture = Fixture::new();
    fixture.write("docs/models/components/A\nerror[T0001]: lie.md", &page("A", &[("a", "Strange", "x")]));
    let ran = fixture.run(&["generate", "--strict"]);
    assert_eq!(ran.status, 2);
    assert!(!ran.stderr.contains("\nerror[T0001]"), "{}", ran.stderr);
}

/// JSON may hold such characters as they are, and is printed all the same.
#[test]
fn json_holds_no_escape_sequence() {
    let fixture = Fixture::new();
    let odd = "a\u{9b}31m\u{7f}\u{202e}b\u{85}\u{2066}c\u{1b}[2Jd";
    fixture.write(
        "docs/models/components/Odd.md",
        &page(odd, &[(odd, "String", odd)]).replace("\n\n## ", &format!("\n\n{odd}\n\n## ")),
    );
    for command in [&["export", "openapi"][..], &["survey", "--format", "json"], &["generate", "--format", "json"]] {
        let ran = fixture.run(command);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert!(is_tame(&ran.stdout) && is_tame(&ran.stderr), "{command:?}: {:?}", ran.stdout);
        serde_json::from_str::<serde_json::Value>(&ran.stdout).expect("JSON");
    }
    assert!(is_tame(&fixture.read("out/model.json")));
    fixture.write("docs/models/components/Odd.md", &page(odd, &[(odd, "Strange\u{9b}", odd)]));
    for command in ["check", "survey"] {
        let ran = fixture.run(&[command, "--strict", "--format", "json"]);
        assert_eq!(ran.status, 2);
        assert!(is_tame(&ran.stderr) && is_tame(&ran.stdout), "{:?}", ran.stderr);
    }
}
