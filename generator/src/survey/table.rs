//! The survey as a table.
//!
//! In: counts. Out: text. It must not know what is counted.

use super::{Place, Places, Survey};
use crate::model::Counts;
use std::fmt::Write;

/// Places that are shown of each kind; JSON has them all.
const SHOWN: usize = 3;

/// A heading a section, the counts right-aligned before their names; below what no page states, where that is so.
pub fn table(survey: &Survey) -> String {
    let none = Places::new();
    let sections: [(&str, &Counts, &Places); 10] = [
        ("pages", &survey.pages, &none),
        ("types", &survey.types, &none),
        ("operations", &survey.operations, &none),
        ("rows read", &survey.rows, &none),
        ("facts", &survey.facts, &none),
        ("concluded, by rule", &survey.assumed, &survey.assumed_at),
        ("taken from later docs", &survey.taken, &none),
        ("unknown", &survey.unknown, &survey.unknown_at),
        ("left out, by reason", &survey.left_out, &survey.left_out_at),
        ("findings", &survey.findings, &none),
    ];
    let mut text = format!("{}\n", survey.name);
    for (title, counts, places) in sections {
        section(&mut text, title, counts, places);
    }
    if !survey.source.is_empty() {
        section(&mut text, "read beside the docs", &survey.source, &none);
    }
    accounts(&mut text, survey);
    text
}

/// One line for each kind of row.
fn accounts(text: &mut String, survey: &Survey) {
    let _ = writeln!(text, "\n{:>8} {:>9} {:>9} {:>5}  rows of the pages", "read", "in model", "left out", "lost");
    for (kind, account) in &survey.accounts {
        let left: usize = account.left_out.values().sum();
        let _ = writeln!(text, "{:>8} {:>9} {left:>9} {:>5}    {kind}", account.read, account.in_model, account.lost);
    }
}

fn section(text: &mut String, title: &str, counts: &Counts, places: &Places) {
    let total: usize = counts.values().sum();
    let _ = writeln!(text, "\n{total:>8}  {title}");
    for (name, count) in counts {
        let _ = writeln!(text, "{count:>8}    {name}");
        examples(text, places.get(name).map_or(&[], Vec::as_slice));
    }
}

fn examples(text: &mut String, places: &[Place]) {
    for Place { of, at } in places.iter().take(SHOWN) {
        let at = at.iter().map(|at| format!(" ({at})")).collect::<String>();
        let _ = writeln!(text, "{:>14}{of}{at}", "");
    }
    if places.len() > SHOWN {
        let _ = writeln!(text, "{:>14}and {} more: --format json lists all", "", places.len() - SHOWN);
    }
}
