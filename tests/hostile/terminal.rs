//! What is printed leaves the terminal as it is.
//!
//! In: pages, paths and arguments with escape sequences. Out: nothing.

use super::page;
use crate::docs::{Bench, tablature};

fn is_tame(text: &str) -> bool {
    !text.chars().any(|c| {
        (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}

#[test]
fn findings_hold_no_escape_sequence() {
    let bench = Bench::new();
    let cell = "Str\u{1b}]0;title\u{7}\u{9b}31m\u{202e}ing<<";
    bench.write(
        "docs/models/components/Odd\u{1b}[2J.md",
        &page("Odd\u{1b}[31m", &[("a\u{1b}[1mb", cell, "x"), ("b", "Strange\u{1b}c", "x")]),
    );
    for command in ["generate", "check", "survey"] {
        let ran = bench.run(&[command]);
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
    let bench = Bench::new();
    bench.write("docs/models/components/Long.md", &page("Long", &[("a", &"[]".repeat(200_000), "x")]));
    let ran = bench.run(&["generate"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.len() < 10_000, "{} bytes", ran.stderr.len());
}
