//! `tablature generate`: brings the crate's folder up to date.
//!
//! In: the flags. Out: files, and what was done to them. It must not know what is in the files.

use super::{
    Failure,
    args::{Format, Global, Place},
    console::Console,
    session::warnings,
    wanted::Wanted,
};
use crate::output::{self, Written};
use camino::Utf8Path;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

/// Files below which writing is too quick for a progress bar.
const MANY: usize = 400;

pub fn generate(global: &Global, place: &Place, console: &mut Console<'_>) -> Result<(), Failure> {
    let Wanted { session, out, files } = Wanted::new(global, place, console)?;
    let bar = progress(files.len(), console);
    let written = output::write(&files, &out, || bar.inc(1)).map_err(Failure::input)?;
    bar.finish_and_clear();
    match console.format {
        Format::Human => summarize(&written, &out, &warnings(&session.found), console),
        Format::Json => console.json(&format!("{}\n", as_json(&written, &out))),
    }
    Ok(())
}

fn progress(count: usize, console: &Console<'_>) -> ProgressBar {
    if count < MANY || !console.shows_progress() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("writing [{bar:40}] {pos}/{len} files");
    ProgressBar::new(count as u64).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn summarize(done: &Written, out: &Utf8Path, warnings: &str, console: &mut Console<'_>) {
    for path in &done.foreign {
        console.note(&format!("warning: `{}` is not generated, and is left where it is", out.join(path)));
    }
    let Written { written, unchanged, .. } = done;
    let removed = if done.removed.is_empty() { String::new() } else { format!(", {} removed", done.removed.len()) };
    console.note(&format!("{out}: {written} files written, {unchanged} unchanged{removed}{warnings}"));
}

fn as_json(done: &Written, out: &Utf8Path) -> serde_json::Value {
    json!({
        "out": out,
        "written": done.written,
        "unchanged": done.unchanged,
        "removed": done.removed,
        "foreign": done.foreign,
    })
}
