//! What lies beside the docs: the source of the SDK.
//!
//! In: the settings. Out: sources with that of each docs tree. It must not know what it states.

use crate::{
    annotations::may_state,
    config::{Config, SdkSource},
    dialect::Language,
    source::{Diagnostics, LoadError, Sources, read_sdk, sdk_beside},
};
use camino::{Utf8Path, Utf8PathBuf};
use std::io;

/// Reads the source of each docs tree's SDK: where the settings say, else where it lies beside the docs.
///
/// # Errors
/// When the folder that the settings name is none. What cannot be read in it is a warning.
pub fn read_source(config: &Config, sources: &mut Sources, found: &mut Diagnostics) -> Result<(), LoadError> {
    let wanted = |path: &str| Language::ALL.iter().any(|language| may_state(path, *language));
    for (tree, folder) in source_folders(config)? {
        sources.add_sdk(read_sdk(tree, &folder, &wanted, found));
    }
    Ok(())
}

/// The folder of the SDK's source for each docs tree that has one.
///
/// # Errors
/// As [`read_source`].
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
            let source = io::Error::new(io::ErrorKind::NotFound, "no such folder");
            Err(LoadError { path: folder.clone(), source })
        }
        SdkSource::Folder(_) | SdkSource::Beside => Ok(sdk_beside(docs)),
    }
}
