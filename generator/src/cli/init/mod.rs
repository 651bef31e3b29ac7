//! `tablature init`: a new crate for another API, with everything that keeps it current.
//!
//! In: the flags. Out: a folder with pages, settings and the crate, and what was found and remains open. It must not know how a
//! crate is written.

mod first_call;
mod found;
mod pages;
mod readme;
mod rules;
mod settings;
mod templates;

use super::{
    Failure,
    args::{Global, InitPlace, Place},
    console::Console,
    session::Session,
};
use crate::{
    generate::{self, Generated},
    manifest,
    naming::crate_name,
    output::{self, Others, OutFile, Tree},
};
use camino::{Utf8Path, Utf8PathBuf};
use first_call::FirstCall;
use found::Found;

/// The file with the rules of the user.
const OVERRIDES: &str = "overrides.toml";

/// What a folder may hold before there is a crate in it.
const HARMLESS: &[&str] = &[".git", ".gitkeep", ".DS_Store"];

pub fn init(global: &Global, flags: InitPlace, console: &mut Console<'_>) -> Result<(), Failure> {
    let InitPlace { dir, link, mut pages } = flags;
    refuse_what_is_there(&dir)?;
    if global.config.is_some() {
        return Err(Failure::input("`init` writes a configuration, and reads none: leave `--config` out"));
    }
    pages.name = pages.name.or_else(|| Some(crate_name::like(folder_name(&dir)?.as_str())));
    let mut session = Session::open(global, &Place { out: Some(dir.clone()), pages }, console)?;
    session.config.group_features.get_or_insert(true);
    let generated = generate::generate(&session.sources, &session.config);
    let found = Found::new(&session, &generated);
    session.report(generated.diagnostics.clone(), console)?;
    let tree = tree(&session, generated, &found, &dir, link)?;
    output::write(&tree, &dir, Others::Keep, |_, _| ()).map_err(Failure::input)?;
    found.print(&dir, console);
    Ok(())
}

/// The name of the folder, also of one that is called `.`.
fn folder_name(dir: &Utf8Path) -> Option<String> {
    let whole = std::path::absolute(dir).ok()?;
    Some(whole.components().next_back()?.as_os_str().to_string_lossy().into_owned())
}

fn refuse_what_is_there(dir: &Utf8Path) -> Result<(), Failure> {
    if dir == "" || dir.is_file() {
        return Err(Failure::input(format!("`{dir}` is no folder: name the folder of the new crate")));
    }
    let entries = dir.read_dir_utf8().into_iter().flatten().flatten();
    let mut others = entries.filter(|entry| !HARMLESS.contains(&entry.file_name()));
    match others.next() {
        Some(entry) => Err(Failure::input(format!(
            "`{dir}` holds `{}` already: name a folder that is empty or not there yet; `generate --docs` brings a crate up to date",
            entry.file_name()
        ))),
        None => Ok(()),
    }
}

/// All files of the new folder.
fn tree(session: &Session, generated: Generated, found: &Found, dir: &Utf8Path, link: bool) -> Result<Tree, Failure> {
    let (docs, mut copied) = pages::bring(session, dir, link)?;
    let has_facts = !link && !generated.facts.is_empty();
    if has_facts {
        copied.push(OutFile { path: pages::FACTS.into(), text: generated.facts.clone() });
    }
    let first_call = FirstCall::of(&generated.files, &generated.manifest);
    let mut cargo = generated.manifest;
    first_call.iter().for_each(|call| cargo.push_str(&call.manifest()));
    let above = absolute(dir).parent().map(Utf8Path::to_owned).unwrap_or_default();
    if above.ancestors().any(is_workspace) {
        cargo.push_str(templates::OWN_WORKSPACE);
    }
    let mut once = vec![
        OutFile { path: "Cargo.toml".into(), text: cargo },
        OutFile { path: "tablature.toml".into(), text: settings::text(found, &docs, has_facts) },
        OutFile { path: OVERRIDES.into(), text: found.overrides() },
        OutFile { path: "README.md".into(), text: readme::text(found, first_call.as_ref()) },
        OutFile { path: ".gitattributes".into(), text: templates::attributes(&generated.files) },
        OutFile { path: ".gitignore".into(), text: templates::IGNORED.to_owned() },
        OutFile { path: ".github/workflows/docs.yml".into(), text: templates::WORKFLOW.to_owned() },
    ];
    once.extend(first_call.map(|call| OutFile { path: first_call::PATH.into(), text: call.program }));
    once.extend(copied);
    Ok(Tree { files: generated.files, once })
}

/// Whether the manifest in a folder, if there is one, is a workspace's.
fn is_workspace(folder: &Utf8Path) -> bool {
    let table = manifest::read(&folder.join("Cargo.toml")).and_then(|text| text.parse::<toml::Table>().ok());
    table.is_some_and(|table| table.contains_key("workspace"))
}

/// The folder as seen from the root, whether it is there or not.
fn absolute(dir: &Utf8Path) -> Utf8PathBuf {
    let whole = std::path::absolute(dir).ok().and_then(|path| Utf8PathBuf::from_path_buf(path).ok());
    whole.unwrap_or_else(|| dir.to_owned())
}
