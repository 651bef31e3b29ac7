//! Reads the two files.
//!
//! In: paths or texts. Out: a [`Config`], and findings that point into the texts. Paths in a file are relative to its folder.
//! It must not know what the settings lead to.

use super::{
    Config, Overrides, Rule, Rules, SdkSource,
    file::ConfigFile,
    keys::{self, Keys},
    overrides::OverridesFile,
};
use crate::{
    naming::near,
    source::{Code, Diagnostic, Diagnostics, FileId, LARGEST_CONFIG, Sources, Span, read_bounded},
};
use camino::{Utf8Path, Utf8PathBuf};
use serde::de::DeserializeOwned;
use std::{collections::HashMap, fmt, io};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

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
    config
        .docs
        .iter_mut()
        .chain(&mut config.out)
        .chain(&mut config.facts_file)
        .for_each(|path| *path = folder.join(&*path).components().collect());
    if let SdkSource::Folder(path) = &mut config.source {
        *path = folder.join(&*path);
    }
    if let Some(path) = &mut config.overrides_file {
        *path = folder.join(&*path);
        let file = sources.attach(path.as_str(), read_text(path)?);
        config.overrides = parse_overrides(file, sources, diagnostics);
    }
    Ok(config)
}

fn read_text(path: &Utf8Path) -> Result<String, ReadError> {
    let text =
        |bytes| String::from_utf8(bytes).map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "it is not UTF-8"));
    let read = read_bounded(path, LARGEST_CONFIG).and_then(text);
    read.map_err(|source| ReadError { path: path.to_owned(), source })
}

/// Reads an attached `tablature.toml`. Of the overrides it has the path alone.
pub fn parse_config(file: FileId, sources: &Sources, diagnostics: &mut Diagnostics) -> Config {
    let (form, places): (ConfigFile, Places) = parse(file, sources, keys::CONFIG, diagnostics);
    let rules = Rules {
        inject: places.take("inject", form.inject),
        rename: places.take("rename", form.rename),
        replace: places.take("replace", form.replace),
    };
    Config {
        docs: form.docs.into_vec(),
        source: form.source.map(SdkSource::from).unwrap_or_default(),
        out: form.out,
        name: form.name,
        language: form.language,
        wire_case: form.wire_case,
        strict: form.strict.unwrap_or(true),
        dangling: form.dangling,
        closed_enums: form.closed_enums,
        endpoint_names: form.endpoint_names,
        group_features: form.group_features,
        extra: form.extra.unwrap_or(true),
        secret_headers: form.secret_headers,
        select: form.select.operations.into_iter().map(|item| rule(file, item)).collect(),
        types: form.types,
        rules,
        overrides: Overrides::default(),
        overrides_file: form.overrides,
        facts_file: form.facts,
    }
}

/// Reads an attached `overrides.toml`.
pub fn parse_overrides(file: FileId, sources: &Sources, diagnostics: &mut Diagnostics) -> Overrides {
    let (form, places): (OverridesFile, Places) = parse(file, sources, keys::OVERRIDES, diagnostics);
    Overrides {
        fields: places.take("field", form.field),
        parameters: places.take("parameter", form.parameter),
        operations: places.take("operation", form.operation),
        security: places.take("security", form.security),
        servers: places.take("server", form.server),
        unions: places.take("union", form.union),
        enums: places.take("enum", form.enums),
    }
}

/// Where the values of a file's rules stand: for each kind of rule, a map by key for each rule.
struct Places {
    file: FileId,
    values: HashMap<String, Vec<HashMap<String, Span>>>,
}

impl Places {
    fn of(file: FileId, root: &DeTable<'_>) -> Self {
        let of_rule = |table: &DeTable<'_>| {
            table.iter().map(|(key, value)| (key.get_ref().to_string(), Span::new(file, value.span()))).collect()
        };
        let of_kind = |value: &DeValue<'_>| keys::tables(value).into_iter().map(of_rule).collect();
        let values = root.iter().map(|(name, value)| (name.get_ref().to_string(), of_kind(value.get_ref())));
        Self { file, values: values.collect() }
    }

    /// The rules of a kind.
    fn take<T>(&self, kind: &str, items: Vec<Spanned<T>>) -> Vec<Rule<T>> {
        let mut values = self.values.get(kind).cloned().unwrap_or_default().into_iter();
        let rule = |item| rule(self.file, item).with_values(values.next().unwrap_or_default());
        items.into_iter().map(rule).collect()
    }
}

/// A rule, and where it stands.
fn rule<T>(file: FileId, item: Spanned<T>) -> Rule<T> {
    let at = Span::new(file, item.span());
    Rule::new(item.into_inner(), at)
}

/// Findings in one file beyond which it is not looked at further: it is no configuration.
const MOST_FINDINGS: usize = 100;

/// All syntax errors, else all unknown keys, else the first value that is not understood; then the default.
fn parse<T: DeserializeOwned + Default>(
    file: FileId,
    sources: &Sources,
    keys: Keys,
    diagnostics: &mut Diagnostics,
) -> (T, Places) {
    let text = &sources.get(file).text;
    let (table, errors) = DeTable::parse_recoverable(text);
    let before = diagnostics.list.len();
    errors.iter().take(MOST_FINDINGS).for_each(|error| report(file, error, diagnostics));
    if errors.is_empty() {
        keys::check(file, table.get_ref(), keys, diagnostics);
    }
    diagnostics.list.truncate(before + MOST_FINDINGS);
    let places = Places::of(file, table.get_ref());
    if diagnostics.list.len() > before {
        return (T::default(), places);
    }
    let form = toml::from_str(text).unwrap_or_else(|error| {
        report(file, &error, diagnostics);
        T::default()
    });
    (form, places)
}

fn report(file: FileId, error: &toml::de::Error, diagnostics: &mut Diagnostics) {
    let message = error.message().trim_end().replace('\n', ", ");
    let mut finding = Diagnostic::at(Code::BadConfig, error.span().map(|range| Span::new(file, range)), message);
    finding.help = advice(&finding.message);
    diagnostics.push(finding);
}

/// What fixes a value that serde does not take, from what it says of it.
fn advice(message: &str) -> Option<String> {
    let mut quoted = message.split('`').skip(1).step_by(2);
    if message.starts_with("unknown variant") {
        let near = near(quoted.next()?, quoted)?;
        return Some(format!("write `{near}`"));
    }
    if message.starts_with("missing field") {
        return Some(match quoted.next()? {
            "reason" => "add `reason = \"…\"`: why this is believed".to_owned(),
            key => format!("add `{key} = …`"),
        });
    }
    let wants_list = message.ends_with("expected a sequence");
    wants_list.then(|| "write a list, such as `[\"…\"]`".to_owned())
}
