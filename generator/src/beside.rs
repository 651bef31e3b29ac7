//! What lies beside the docs: the source of the SDK, or the file of the facts that it stated.
//!
//! In: the settings. Out: sources with that of each docs tree. It must not know what it states.

use crate::{
    annotations::may_state,
    config::{Config, SdkSource},
    dialect::Language,
    source::{
        Code, Diagnostic, Diagnostics, FileId, LoadError, Sdk, Sources, maybe_sdk, read_bounded, read_sdk, sdk_beside,
    },
};
use camino::{Utf8Path, Utf8PathBuf};
use std::io;

/// No file of facts is larger.
const LARGEST_FACTS: u64 = 64 << 20;

/// Where the file of facts is missing, something was to be there to write it from.
const NO_FACTS: &str =
    "it is not there, and neither is source of the SDK that states facts (`--source DIR` names its folder)";

/// Reads the source of each docs tree's SDK: where the settings say, else where it lies beside the docs, else the file of its facts.
///
/// # Errors
/// When the folder that the settings name is none, or the file of facts cannot be read. What cannot be read of the source is a
/// warning.
pub fn read_source(config: &Config, sources: &mut Sources, found: &mut Diagnostics) -> Result<(), LoadError> {
    let wanted = |path: &str| Language::ALL.iter().any(|language| may_state(path, *language));
    let folders = source_folders(config)?;
    let mut facts = None;
    for tree in (0u32..).take(config.docs.len()) {
        let folder = folders.iter().find(|(own, _)| *own == tree);
        if folder.is_none() && config.source == SdkSource::Beside && config.facts_file.is_none() {
            found.list.extend(hint(&config.docs[tree as usize]));
        }
        let sdk = folder.map(|(_, folder)| read_sdk(tree, folder, &wanted, found)).filter(|sdk| !sdk.is_empty());
        match (sdk, &config.facts_file) {
            (Some(sdk), _) => sources.add_sdk(sdk),
            (None, Some(path)) if config.source != SdkSource::None => {
                let file = facts.map_or_else(|| attach(path, sources), Ok)?;
                facts = Some(file);
                sources.add_sdk(Sdk { tree, recorded: Some(file), ..Sdk::default() });
            }
            (None, _) => {}
        }
    }
    Ok(())
}

/// That what may be the SDK's source lies beside the docs, unread.
fn hint(docs: &Utf8Path) -> Option<Diagnostic> {
    let (folder, manifest) = maybe_sdk(docs)?;
    let message = format!("`{folder}` has a `{manifest}`: if it is the SDK of these docs, its source was not read");
    let help = format!("`--source {folder}` reads it, `--source none` does not");
    Some(Diagnostic::general(Code::SourceBeside, message).help(help))
}

fn attach(path: &Utf8Path, sources: &mut Sources) -> Result<FileId, LoadError> {
    let text =
        |bytes| String::from_utf8(bytes).map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "it is not UTF-8"));
    let there = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => io::Error::new(error.kind(), NO_FACTS),
        _ => error,
    };
    let text = read_bounded(path, LARGEST_FACTS).map_err(there).and_then(text);
    let text = text.map_err(|source| LoadError { path: path.to_owned(), source })?;
    Ok(sources.attach(path.as_str(), text))
}

/// The folder of the SDK's source for each docs tree that has one.
///
/// # Errors
/// When the folder that the settings name is none, and there is no file of facts for it.
pub fn source_folders(config: &Config) -> Result<Vec<(u32, Utf8PathBuf)>, LoadError> {
    let mut folders = Vec::new();
    for (tree, docs) in (0u32..).zip(&config.docs) {
        folders.extend(folder(config, tree, docs)?.map(|folder| (tree, folder)));
    }
    Ok(folders)
}

/// The setting speaks of the leading docs tree; `none` speaks of all.
fn folder(config: &Config, tree: u32, docs: &Utf8Path) -> Result<Option<Utf8PathBuf>, LoadError> {
    match &config.source {
        SdkSource::None => Ok(None),
        SdkSource::Folder(folder) if tree == 0 => {
            if folder.is_dir() {
                return Ok(Some(folder.clone()));
            }
            // The file of facts is for those who do not have the SDK.
            if config.facts_file.as_ref().is_some_and(|path| path.is_file()) {
                return Ok(None);
            }
            let source = io::Error::new(io::ErrorKind::NotFound, "no such folder");
            Err(LoadError { path: folder.clone(), source })
        }
        SdkSource::Folder(_) | SdkSource::Beside => Ok(sdk_beside(docs)),
    }
}
