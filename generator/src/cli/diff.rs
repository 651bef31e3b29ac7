//! `tablature diff`: what changed in the API since a revision, a `model.json` or other docs.
//!
//! In: the flags. Out: changes, and the bump that they ask for. It must not judge them.

use super::{
    Failure,
    args::{DiffForm, DiffPlace, Global, Place},
    console::{Console, Format},
    session::Session,
};
use crate::{
    config::Config,
    diff::Diff,
    generate::{MODEL_FILE, understand},
    render,
    source::{Diagnostics, load, read_bounded},
};
use camino::Utf8Path;
use serde_json::Value;
use std::process::Command;

/// Bytes of the largest model that is read.
const LARGEST: u64 = 512 << 20;

/// The revision that is compared with where none is named.
const LAST: &str = "HEAD";

pub fn diff(global: &Global, flags: DiffPlace, console: &mut Console<'_>) -> Result<(), Failure> {
    let DiffPlace { old, form, out, pages } = flags;
    let mut session = Session::open(global, &Place { out, pages }, console)?;
    let old = old_model(old.as_deref().unwrap_or(LAST), &session)?;
    let understood = session.understand(console);
    session.report(understood.diagnostics, console)?;
    let diff = Diff::of(&old, &parsed(understood.model.to_json().as_bytes(), "the new model")?);
    match (console.format, form) {
        (Format::Json, _) => console.json(&diff.to_json()),
        (Format::Human, DiffForm::Text) => console.result(&render::visible(&diff.to_text())),
        (Format::Human, DiffForm::Markdown) => console.result(&render::visible(&diff.to_markdown())),
    }
    Ok(())
}

/// What is compared with: a docs folder, a file, or a revision of the crate's model.
fn old_model(old: &str, session: &Session) -> Result<Value, Failure> {
    let path = Utf8Path::new(old);
    if path.is_dir() {
        let mut found = Diagnostics::default();
        let sources = load(&[path.to_owned()], &mut found).map_err(Failure::input)?;
        let config = Config { strict: false, name: session.config.name.clone(), ..Config::default() };
        return parsed(understand(&sources, &config).model.to_json().as_bytes(), old);
    }
    if path.is_file() {
        let bytes =
            read_bounded(path, LARGEST).map_err(|error| Failure::input(format!("cannot read `{old}`: {error}")))?;
        return parsed(&bytes, old);
    }
    of_revision(old, session.out()?)
}

/// The model as git has it. A revision that begins with `-` would be a flag.
fn of_revision(revision: &str, out: &Utf8Path) -> Result<Value, Failure> {
    let unknown = |why: &str| {
        Failure::input(format!("`{revision}` is neither a folder, nor a file, nor a revision of `{out}`: {why}"))
    };
    if revision.starts_with('-') {
        return Err(unknown("it begins with `-`"));
    }
    let mut git = Command::new("git");
    git.args(["-C", out.as_str(), "show", "--end-of-options"]).arg(format!("{revision}:./{MODEL_FILE}"));
    let shown = git.output().map_err(|error| unknown(&error.to_string()))?;
    if !shown.status.success() {
        return Err(unknown(String::from_utf8_lossy(&shown.stderr).trim()));
    }
    parsed(&shown.stdout, revision)
}

fn parsed(bytes: &[u8], of: &str) -> Result<Value, Failure> {
    serde_json::from_slice(bytes).map_err(|error| Failure::input(format!("`{of}` holds no model: {error}")))
}
