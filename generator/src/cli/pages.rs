//! `tablature add`, `remove` and `update`: the pages of the crate, operation by operation.
//!
//! In: the flags. Out: changed pages, and what changed. It must not know what a page needs.

use super::{
    Failure,
    args::{AddPlace, Global, Place, RemovePlace, UpdatePlace},
    console::{Console, Format},
    session::settings,
};
use crate::{
    output::{self, WriteError},
    render,
    source::{Diagnostics, Sources, load},
    specs::{self, Change, How, Item, Plan, Trouble},
};
use camino::{Utf8Path, Utf8PathBuf};
use serde_json::{Value, json};

pub fn add(global: &Global, flags: &AddPlace, console: &mut Console<'_>) -> Result<(), Failure> {
    let (folder, here) = own_pages(global, console)?;
    let there = read(&flags.docs, console)?;
    let plan = specs::add(&flags.pattern, &here, &there).map_err(|trouble| failure(&trouble, &flags.pattern))?;
    carry_out(&plan, &folder, flags.dry_run, console)
}

pub fn remove(global: &Global, flags: &RemovePlace, console: &mut Console<'_>) -> Result<(), Failure> {
    let (folder, here) = own_pages(global, console)?;
    let plan = specs::remove(&flags.pattern, &here).map_err(|trouble| failure(&trouble, &flags.pattern))?;
    carry_out(&plan, &folder, flags.dry_run, console)
}

pub fn update(global: &Global, flags: &UpdatePlace, console: &mut Console<'_>) -> Result<(), Failure> {
    let (folder, here) = own_pages(global, console)?;
    let there = read(&flags.docs, console)?;
    carry_out(&specs::update(&here, &there), &folder, flags.dry_run, console)
}

/// The folder of the crate's pages, the first that the configuration names, and what is in it.
fn own_pages(global: &Global, console: &mut Console<'_>) -> Result<(Utf8PathBuf, Sources), Failure> {
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let config = settings(global, &Place::default(), &mut sources, &mut found)?;
    console.findings(&found, &sources);
    if found.has_errors() {
        return Err(Failure::input("the configuration has errors"));
    }
    let folder = config.docs.into_iter().next();
    let folder =
        folder.ok_or_else(|| Failure::input("no tablature.toml says where the crate's pages are: see `init`"))?;
    let here = if folder.is_dir() { read(&folder, console)? } else { Sources::default() };
    Ok((folder, here))
}

fn read(folder: &Utf8Path, console: &mut Console<'_>) -> Result<Sources, Failure> {
    let mut found = Diagnostics::default();
    let sources = load(&[folder.to_owned()], &mut found).map_err(Failure::input)?;
    console.findings(&found, &sources);
    Ok(sources)
}

fn failure(trouble: &Trouble, pattern: &str) -> Failure {
    Failure::input(match trouble {
        Trouble::Pattern(why) => format!("`{pattern}` is no pattern: {why}"),
        Trouble::Nothing(near) => {
            let near = near.iter().map(|name| format!("; `{name}` is there")).collect::<String>();
            format!("no operation and no type is called `{pattern}`{near}")
        }
    })
}

fn carry_out(plan: &Plan, folder: &Utf8Path, is_dry: bool, console: &mut Console<'_>) -> Result<(), Failure> {
    if !is_dry {
        write(plan, folder).map_err(Failure::input)?;
    }
    match console.format {
        Format::Human => console.result(&render::visible(&plan.changes.iter().map(line).collect::<String>())),
        Format::Json => console.json(&format!("{}\n", as_json(plan, folder, is_dry))),
    }
    console.note(&match (plan.is_empty(), is_dry) {
        (true, _) => format!("{folder}: nothing changes"),
        (false, true) => format!("{folder}: nothing is written, as this is a dry run"),
        (false, false) => format!("{folder}: written; `tablature generate` brings the crate up to date"),
    });
    Ok(())
}

fn write(plan: &Plan, folder: &Utf8Path) -> Result<(), WriteError> {
    plan.write.iter().try_for_each(|(path, text)| output::put(folder, path.as_str().into(), text))?;
    plan.remove.iter().try_for_each(|path| output::take(folder, path.as_str().into()))
}

fn words(change: &Change) -> (&'static str, &'static str, &str) {
    let how = match change.how {
        How::Added => "added",
        How::Changed => "changed",
        How::Removed => "removed",
        How::Kept => "kept",
    };
    match &change.of {
        Item::Operation(id) => (how, "operation", id),
        Item::Page(path) => (how, "page", path),
    }
}

fn line(change: &Change) -> String {
    let (how, what, name) = words(change);
    let why = if change.how == How::Kept { " (the newer docs do not have it)" } else { "" };
    format!("{how:8} {what:9} {name}{why}\n")
}

fn as_json(plan: &Plan, folder: &Utf8Path, is_dry: bool) -> Value {
    let change = |change: &Change| {
        let (how, what, name) = words(change);
        json!({"change": how, "kind": what, "name": name})
    };
    json!({"folder": folder, "dry_run": is_dry, "changes": plan.changes.iter().map(change).collect::<Vec<_>>()})
}
