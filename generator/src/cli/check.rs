//! `tablature check`: says how the crate's folder differs from what would be written, and what fixes it.
//!
//! In: the flags. Out: diffs, and an exit status. It must not write a file.

use super::{
    Failure,
    args::{Global, Place},
    console::{Console, Format},
    facts::Facts,
    plan::{Plan, counted},
    session::warnings,
};
use crate::{
    output::{self, Change, Drift, LOCK_FILE, Origin},
    render,
    source::{Code, Diagnostic, Diagnostics, Sources},
};
use camino::Utf8Path;
use serde_json::{Value, json};
use std::ffi::OsString;

/// Files whose differences are printed in full; the others are only named.
const DIFFS: usize = 20;

pub fn check(global: &Global, place: &Place, args: &[OsString], console: &mut Console<'_>) -> Result<(), Failure> {
    let Plan { session, summary, out, tree, facts } = Plan::new(global, place, console)?;
    let mut drift = output::compare(&tree, &out).map_err(Failure::input)?;
    report_stale_list(&mut drift, &out, console);
    let are_stale = facts.is_some_and(|facts| report_stale_facts(&facts, console));
    match console.format {
        Format::Human => print(&drift, &out, console),
        Format::Json => console.json(&as_json(&drift, &out)),
    }
    if drift.is_empty() && are_stale {
        console.note(&format!(
            "{out}: {summary}: the file of facts differs
help: run `{}`",
            cure(args)
        ));
        return Err(Failure::Drift);
    }
    if drift.is_empty() {
        let files = counted(tree.files.len(), "file");
        console.note(&format!("{out}: {summary}: {files}, all current{}", warnings(&session.found)));
        return Ok(());
    }
    let count = if drift.len() == 1 { "1 file differs".to_owned() } else { format!("{} files differ", drift.len()) };
    console.note(&format!("{out}: {count} from what the pages give\n{}", help(&drift, args)));
    Err(Failure::Drift)
}

/// Where the list of files alone differs, as after a merge, the crate is what the pages give: no failure, but worth a word.
fn report_stale_list(drift: &mut Vec<Drift>, out: &Utf8Path, console: &mut Console<'_>) {
    if drift.iter().any(|it| it.path != LOCK_FILE) {
        return;
    }
    let list = drift.drain(..).map(|it| {
        let message = format!("`{}` does not list the generated files as they are", out.join(it.path));
        Diagnostic::general(Code::StaleList, message).help("run `tablature generate`, which writes the list alone")
    });
    console.findings(&Diagnostics { list: list.collect() }, &Sources::default());
}

/// Facts that the source no longer states, or states otherwise: those who have no source would generate something else.
fn report_stale_facts(facts: &Facts, console: &mut Console<'_>) -> bool {
    let Some(difference) = facts.difference() else { return false };
    let message = format!("`{}` is not what the SDK's source states", facts.path);
    let finding = Diagnostic::general(Code::StaleFacts, message).help("run `tablature generate`, which writes it anew");
    console.findings(&Diagnostics { list: vec![finding] }, &Sources::default());
    if console.format == Format::Human {
        console.result(&render::visible(&difference));
    }
    true
}

/// What fixes the differences: `generate` does not touch files of the user.
fn help(drift: &[Drift], args: &[OsString]) -> String {
    let foreign = drift.iter().filter(|it| it.change == Change::Orphan(Origin::Foreign)).count();
    let them = if foreign == 1 { "it" } else { "them" };
    let mut lines = Vec::new();
    if drift.iter().any(|it| !it.is_kept()) {
        lines.push(format!("help: run `{}`", cure(args)));
    }
    if drift.iter().filter(|it| it.is_kept()).count() > foreign {
        lines.push("help: what is not the generator's own text is kept; `generate --force` overwrites it".to_owned());
    }
    if foreign > 0 {
        lines.push(format!("help: what is foreign lies in a folder that is generated: move or delete {them}"));
    }
    lines.join("\n")
}

/// The same command line with `generate` in the place of `check`.
fn cure(args: &[OsString]) -> String {
    let words = args.iter().skip(1).map(|arg| arg.to_string_lossy());
    let swapped: Vec<String> =
        words.map(|word| if word == "check" { "generate".to_owned() } else { word.into_owned() }).collect();
    let program = if std::env::var_os("CARGO").is_some() { "cargo run --" } else { "tablature" };
    format!("{program} {}", swapped.join(" "))
}

fn print(drift: &[Drift], out: &Utf8Path, console: &mut Console<'_>) {
    for (index, Drift { path, change }) in drift.iter().enumerate() {
        let path = out.join(path);
        let text = match change {
            Change::Missing => format!("missing: {path}\n"),
            Change::Differs { present, wanted, .. } if index < DIFFS => output::unified(path.as_str(), present, wanted),
            Change::Differs { .. } => format!("differs: {path}\n"),
            Change::Orphan(Origin::Generated) => {
                format!("orphan: {path} (generated, and no page gives it any more)\n")
            }
            Change::Orphan(Origin::Edited) => {
                format!("orphan: {path} (edited by hand, and no page gives it any more)\n")
            }
            Change::Orphan(Origin::Foreign) => {
                format!("foreign: {path} (not generated; it does not belong there)\n")
            }
        };
        console.result(&render::visible(&text));
    }
}

fn as_json(drift: &[Drift], out: &Utf8Path) -> String {
    let entry = |Drift { path, change }: &Drift| match change {
        Change::Missing => json!({"path": path, "change": "missing"}),
        Change::Differs { present, wanted, origin } => json!({
            "path": path,
            "change": "differs",
            "origin": word(*origin),
            "diff": output::unified(path.as_str(), present, wanted),
        }),
        Change::Orphan(origin) => json!({"path": path, "change": "orphan", "origin": word(*origin)}),
    };
    let entries: Vec<Value> = drift.iter().map(entry).collect();
    format!("{}\n", json!({"out": out, "drift": entries}))
}

fn word(origin: Origin) -> &'static str {
    match origin {
        Origin::Generated => "generated",
        Origin::Edited => "edited",
        Origin::Foreign => "foreign",
    }
}
