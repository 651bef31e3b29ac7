//! The whole way as pure functions: sources and settings in; model, files and findings out. Nothing is read or written.

use crate::{
    config::{ClosedEnums, Config, DateTime, EndpointNames},
    emit::{self, DateTimes, EmitOptions},
    guesses,
    lower::{self, LowerOptions},
    model::Model,
    output::OutFile,
    source::{Code, Diagnostic, Diagnostics, Sources},
};

/// Where the model is written, below the crate's folder.
pub const MODEL_FILE: &str = "model.json";

/// What the pages say.
#[derive(Debug)]
pub struct Understood {
    /// The API as data; what has errors is missing in it.
    pub model: Model,
    /// All findings, sorted by place.
    pub diagnostics: Diagnostics,
    /// The facts of the SDK's source that were of use, as the text of a file; empty without source.
    pub facts: String,
}

/// What a run would write.
#[derive(Debug)]
pub struct Generated {
    /// The crate's files without its `Cargo.toml`, `model.json` last; none if there is an error among the findings.
    pub files: Vec<OutFile>,
    /// The text of a `Cargo.toml` for a crate of these files.
    pub manifest: String,
    /// The API as data.
    pub model: Model,
    /// All findings, sorted by place.
    pub diagnostics: Diagnostics,
    /// As in [`Understood`].
    pub facts: String,
}

/// Reads the pages into a model, with what the configuration says of it.
#[must_use]
pub fn understand(sources: &Sources, config: &Config) -> Understood {
    let mut diagnostics = Diagnostics::default();
    diagnostics.list.extend(config.bad_name());
    let options = lower_options(config);
    let (mut model, facts) = lower::read(sources, &options, &mut diagnostics);
    let applied = config.settle(&mut model);
    lower::conclude(sources, &options, &mut model, &mut diagnostics);
    diagnostics.judge(config.policy());
    config.finish(&mut model, applied, &mut diagnostics);
    guesses::warn(sources, &model, &mut diagnostics);
    diagnostics.sort();
    Understood { model, diagnostics, facts }
}

/// Reads the pages and writes the crate, in memory.
///
/// ```
/// use tablature::{config::Config, generate::generate, source::Sources};
/// let generated = generate(&Sources::default(), &Config::default());
/// assert!(generated.diagnostics.has_errors() && generated.files.is_empty());
/// ```
#[must_use]
pub fn generate(sources: &Sources, config: &Config) -> Generated {
    let Understood { model, mut diagnostics, facts } = understand(sources, config);
    if model.types.is_empty() && model.operations.is_empty() && !diagnostics.has_errors() {
        let message = "the docs give neither a type nor an endpoint";
        let help = "point `docs` at a folder that holds model pages, or operations with usage comments";
        // Some pages of a whole tree hold neither, and may be given one by one.
        let code = if sources.files().len() == 1 { Code::EmptyPage } else { Code::NoPages };
        diagnostics.push(Diagnostic::general(code, message).help(help));
        diagnostics.judge(config.policy());
    }
    let options = emit_options(config, &model);
    let files = if diagnostics.has_errors() { Vec::new() } else { emit_files(&model, &options) };
    let manifest = emit::crate_manifest(&model, &options);
    Generated { files, manifest, model, diagnostics, facts }
}

fn lower_options(config: &Config) -> LowerOptions {
    LowerOptions {
        name: config.crate_name().to_owned(),
        language: config.language,
        wire_case: config.wire_case,
        closed_enums: config.closed_enums == ClosedEnums::Stated,
        endpoints_by_id: config.endpoint_names == EndpointNames::OperationId,
    }
}

fn emit_options(config: &Config, model: &Model) -> EmitOptions {
    let date_time = match config.types.date_time {
        DateTime::Text => DateTimes::Text,
        DateTime::Jiff => DateTimes::Jiff,
        DateTime::Chrono => DateTimes::Chrono,
        DateTime::Time => DateTimes::Time,
    };
    EmitOptions {
        extra: config.extra,
        date_time,
        group_features: config.group_features.unwrap_or_default(),
        attributes: config.injected(model),
        secret_headers: config.secret_headers.clone(),
        ..EmitOptions::default()
    }
}

fn emit_files(model: &Model, options: &EmitOptions) -> Vec<OutFile> {
    let mut files = emit::emit(model, options);
    files.push(OutFile { path: MODEL_FILE.into(), text: model.to_json() });
    files
}
