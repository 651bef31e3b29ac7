//! `tablature generate`: brings the crate's folder up to date.
//!
//! In: the flags. Out: files, and what was done to them. It must not know what is in the files.

use super::{
    Failure,
    args::{GeneratePlace, Global},
    console::{Console, Format},
    plan::{Plan, counted},
    session::warnings,
};
use crate::{
    output::{self, Others, Written},
    source::{Code, Diagnostic, Diagnostics, Sources},
};
use camino::{Utf8Path, Utf8PathBuf};
use serde_json::json;

/// Removed files beyond which the rest are only counted.
const NAMED: usize = 50;

pub fn generate(global: &Global, flags: &GeneratePlace, console: &mut Console<'_>) -> Result<(), Failure> {
    let Plan { session, summary, out, tree, facts } = Plan::new(global, &flags.place, console)?;
    let others = if flags.force { Others::Overwrite } else { Others::Keep };
    let progress = console.progress("writing files");
    let written =
        output::write(&tree, &out, others, |step, steps| progress.step(step, steps)).map_err(Failure::input)?;
    drop(progress);
    if let Some(facts) = facts
        && facts.write()?
    {
        console.note(&format!("written: {}, what the SDK's source states", facts.path));
    }
    console.done("files written");
    console.findings(&Diagnostics { list: kept(&written, &out) }, &Sources::default());
    match console.format {
        Format::Human => {
            name_removed(&written, &out, console);
            console.note(&format!("{out}: {summary}: {}{}", outcome(&written), warnings(&session.found)));
        }
        Format::Json => console.json(&format!("{}\n", as_json(&written, &out))),
    }
    match written.edited.len() + written.occupied.len() {
        0 => Ok(()),
        1 => Err(Failure::Check("1 file was kept that is not what the pages give".to_owned())),
        count => Err(Failure::Check(format!("{count} files were kept that are not what the pages give"))),
    }
}

/// What was left as it is, and why.
fn kept(done: &Written, out: &Utf8Path) -> Vec<Diagnostic> {
    let found = |code: Code, path: &Utf8PathBuf, what: &str, help: &str| {
        Diagnostic::general(code, format!("`{}` {what}", out.join(path))).help(help)
    };
    let edited = done.edited.iter().map(|path| {
        let help = "put what you need into overrides.toml or a file of your own; `--force` overwrites this one";
        found(Code::EditedFile, path, "was edited after it was generated, and is kept", help)
    });
    let occupied = done.occupied.iter().map(|path| {
        let help = "move it, or let `--force` overwrite it";
        found(Code::ForeignFile, path, "stands in the place of a generated file, and is kept", help)
    });
    let foreign = done.foreign.iter().map(|path| {
        let help = "the folder is for generated files alone: move it";
        found(Code::ForeignFile, path, "is not generated, and is left where it is", help)
    });
    edited.chain(occupied).chain(foreign).collect()
}

fn name_removed(done: &Written, out: &Utf8Path, console: &mut Console<'_>) {
    for path in done.removed.iter().take(NAMED) {
        console.note(&format!("removed: {}", out.join(path)));
    }
    if done.removed.len() > NAMED {
        console.note(&format!("removed: {} more; --format json names all", done.removed.len() - NAMED));
    }
}

/// `65 files, all current`, `2 of 65 files written, 1 removed`.
fn outcome(done: &Written) -> String {
    let kept = done.edited.len() + done.occupied.len();
    let all = counted(done.written + done.unchanged, "file");
    if done.written + done.removed.len() + kept == 0 {
        return format!("{all}, all current");
    }
    let removed = if done.removed.is_empty() { String::new() } else { format!(", {} removed", done.removed.len()) };
    let kept = if kept == 0 { String::new() } else { format!(", {kept} kept as they are") };
    format!("{} of {all} written{removed}{kept}", done.written)
}

fn as_json(done: &Written, out: &Utf8Path) -> serde_json::Value {
    json!({
        "out": out,
        "written": done.written,
        "unchanged": done.unchanged,
        "removed": done.removed,
        "edited": done.edited,
        "occupied": done.occupied,
        "foreign": done.foreign,
    })
}
