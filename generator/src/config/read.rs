//! Reads the two files.
//!
//! In: paths or texts. Out: a [`Config`], and findings that point into the texts. Paths in a file are relative to its folder.
//! It must not know what the settings lead to.

use super::{
    Config, Overrides, Rule, Rules,
    file::ConfigFile,
    keys::{self, Keys, span},
    overrides::OverridesFile,
};
use crate::source::{Code, Diagnostic, Diagnostics, FileId, Sources};
use camino::{Utf8Path, Utf8PathBuf};
use serde::de::DeserializeOwned;
use std::{fmt, io};
use toml::{Spanned, de::DeTable};

/// A configuration file that cannot be read.
#[derive(Debug)]
pub struct ReadError {
    path: Utf8PathBuf,
    source: io::Error,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot read `{}`: {}", self.path, self.source)
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

/// Reads `tablature.toml` and the overrides that it names. The texts are attached to `sources`.
///
/// # Errors
/// When a file cannot be read. What is wrong in a file is in `diagnostics` instead.
pub fn read(path: &Utf8Path, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Result<Config, ReadError> {
    let folder = path.parent().unwrap_or(Utf8Path::new(""));
    let file = sources.attach(path.as_str(), read_text(path)?);
    let mut config = parse_config(file, sources, diagnostics);
    config.docs.iter_mut().chain(&mut config.out).for_each(|path| *path = folder.join(&*path));
    if let Some(path) = &mut config.overrides_file {
        *path = folder.join(&*path);
        let file = sources.attach(path.as_str(), read_text(path)?);
        config.overrides = parse_overrides(file, sources, diagnostics);
    }
    Ok(config)
}

fn read_text(path: &Utf8Path) -> Result<String, ReadError> {
    std::fs::read_to_string(path).map_err(|source| ReadError { path: path.to_owned(), source })
}

/// Reads an attached `tablature.toml`. Of the overrides it has the path alone.
pub fn parse_config(file: FileId, sources: &Sources, diagnostics: &mut Diagnostics) -> Config {
    let form: ConfigFile = parse(file, sources, keys::CONFIG, diagnostics);
    let rules =
        Rules { inject: take(file, form.inject), rename: take(file, form.rename), replace: take(file, form.replace) };
    Config {
        docs: form.docs.into_vec(),
        out: form.out,
        name: form.name,
        language: form.language,
        wire_case: form.wire_case,
        dangling: form.dangling,
        closed_enums: form.closed_enums,
        extra: form.extra.unwrap_or(true),
        select: take(file, form.select.operations),
        types: form.types,
        rules,
        overrides: Overrides::default(),
        overrides_file: form.overrides,
    }
}

/// Reads an attached `overrides.toml`.
pub fn parse_overrides(file: FileId, sources: &Sources, diagnostics: &mut Diagnostics) -> Overrides {
    let form: OverridesFile = parse(file, sources, keys::OVERRIDES, diagnostics);
    Overrides {
        fields: take(file, form.field),
        parameters: take(file, form.parameter),
        operations: take(file, form.operation),
        security: take(file, form.security),
        unions: take(file, form.union),
        enums: take(file, form.enums),
    }
}

fn take<T>(file: FileId, items: Vec<Spanned<T>>) -> Vec<Rule<T>> {
    items
        .into_iter()
        .map(|item| (span(file, &item.span()), item.into_inner()))
        .map(|(at, v)| Rule::new(v, at))
        .collect()
}

/// Findings in one file beyond which it is not looked at further: it is no configuration.
const MOST_FINDINGS: usize = 100;

/// All syntax errors, else all unknown keys, else the first value that is not understood; then the default.
fn parse<T: DeserializeOwned + Default>(
    file: FileId,
    sources: &Sources,
    keys: Keys,
    diagnostics: &mut Diagnostics,
) -> T {
    let text = &sources.get(file).text;
    let (table, errors) = DeTable::parse_recoverable(text);
    let before = diagnostics.list.len();
    errors.iter().take(MOST_FINDINGS).for_each(|error| report(file, error, diagnostics));
    if errors.is_empty() {
        keys::check(file, table.get_ref(), keys, diagnostics);
    }
    diagnostics.list.truncate(before + MOST_FINDINGS);
    if diagnostics.list.len() > before {
        return T::default();
    }
    toml::from_str(text).unwrap_or_else(|error| {
        report(file, &error, diagnostics);
        T::default()
    })
}

fn report(file: FileId, error: &toml::de::Error, diagnostics: &mut Diagnostics) {
    let message = error.message().trim_end().replace('\n', ", ");
    diagnostics.push(match error.span() {
        Some(range) => Diagnostic::at(Code::BadConfig, span(file, &range), message),
        None => Diagnostic::general(Code::BadConfig, message),
    });
}
