//! The survey as a table.
//!
//! In: counts. Out: text. It must not know what is counted.

use super::Survey;
use crate::model::Counts;
use std::fmt::Write;

/// A heading a section, the counts right-aligned before their names.
pub fn table(survey: &Survey) -> String {
    let sections: [(&str, &Counts); 10] = [
        ("pages", &survey.pages),
        ("types", &survey.types),
        ("operations", &survey.operations),
        ("rows read", &survey.rows),
        ("facts", &survey.facts),
        ("concluded, by rule", &survey.assumed),
        ("taken from later docs", &survey.taken),
        ("unknown", &survey.unknown),
        ("left out, by reason", &survey.left_out),
        ("findings", &survey.findings),
    ];
    let mut text = format!("{}\n", survey.name);
    for (title, counts) in sections {
        section(&mut text, title, counts);
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

fn section(text: &mut String, title: &str, counts: &Counts) {
    let total: usize = counts.values().sum();
    let _ = writeln!(text, "\n{total:>8}  {title}");
    for (name, count) in counts {
        let _ = writeln!(text, "{count:>8}    {name}");
    }
}
