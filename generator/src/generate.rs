//! The whole way as pure functions: sources and settings in; model, files and findings out. Nothing is read or written.

use crate::{
    config::{ClosedEnums, Config, Dangling, DateTime, EndpointNames},
    emit::{self, DateTimes, EmitOptions},
    lower::{self, LowerOptions},
    model::Model,
    output::OutFile,
    source::{Code, Diagnostic, Diagnostics, Sources},
};

/// The name of a crate for which none is given.
pub const DEFAULT_NAME: &str = "sdk-api";

/// Where the model is written, below the crate's folder.
pub const MODEL_FILE: &str = "model.json";

/// With [`Dangling::Few`]: more links than one in so many pages that lead nowhere are no slip of the vendor's, but a folder
/// that lacks pages. (Of 14 vendors' trees, one has such links: 6 in 11,142 pages.)
const PAGES_PER_DANGLING_LINK: usize = 100;

/// What the pages say.
#[derive(Debug)]
pub struct Understood {
    /// The API as data; what has errors is missing in it.
    pub model: Model,
    /// All findings, sorted by place.
    pub diagnostics: Diagnostics,
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
}

/// Reads the pages into a model, with what the configuration says of it.
#[must_use]
pub fn understand(sources: &Sources, config: &Config) -> Understood {
    let with = |dangling| understand_with(sources, config, dangling);
    match config.dangling {
        Dangling::Error => with(lower::Dangling::Error),
        Dangling::Any => with(lower::Dangling::Any),
        Dangling::Few => {
            let carried = with(lower::Dangling::Any);
            let slips = carried.diagnostics.list.iter().filter(|found| is_slip(found, sources)).count();
            let few = slips * PAGES_PER_DANGLING_LINK <= sources.files().len();
            if few { carried } else { with(lower::Dangling::Error) }
        }
    }
}

/// Whether a page is missing that should be there. What a page without a folder links to is not: it was given apart from the
/// tree that it belongs to.
fn is_slip(found: &Diagnostic, sources: &Sources) -> bool {
    let in_tree = found.span.is_some_and(|span| sources.get(span.file).path.contains('/'));
    found.code == Code::DanglingAny && in_tree
}

fn understand_with(sources: &Sources, config: &Config, dangling: lower::Dangling) -> Understood {
    let mut diagnostics = Diagnostics::default();
    let settle = |model: &mut Model, diagnostics: &mut Diagnostics| config.settle(model, diagnostics);
    let mut model = lower::lower_with(sources, &lower_options(config, dangling), &settle, &mut diagnostics);
    config.finish(&mut model, &mut diagnostics);
    diagnostics.sort();
    Understood { model, diagnostics }
}

/// Reads the pages and writes the crate, in memory.
///
/// ```
/// use tablature::{config::Config, generate::generate, source::Sources};
/// let generated = generate(&Sources::from_memory([("models/A.md", "# A\n")]), &Config::default());
/// assert!(generated.diagnostics.has_errors() && generated.files.is_empty());
/// ```
#[must_use]
pub fn generate(sources: &Sources, config: &Config) -> Generated {
    let Understood { model, mut diagnostics } = understand(sources, config);
    if model.types.is_empty() && model.operations.is_empty() && !diagnostics.has_errors() {
        let message = "the docs give neither a type nor an endpoint";
        let help = "point `docs` at a folder that holds model pages, or operations with usage comments";
        diagnostics.push(Diagnostic::general(Code::NoPages, message).help(help));
    }
    let options = emit_options(config, &model);
    let files = if diagnostics.has_errors() { Vec::new() } else { emit_files(&model, &options) };
    let manifest = emit::crate_manifest(&model, &options);
    Generated { files, manifest, model, diagnostics }
}

fn lower_options(config: &Config, dangling: lower::Dangling) -> LowerOptions {
    LowerOptions {
        name: config.name.clone().unwrap_or_else(|| DEFAULT_NAME.to_owned()),
        language: config.language,
        wire_case: config.wire_case,
        dangling,
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
    EmitOptions { extra: config.extra, date_time, attributes: config.injected(model), ..EmitOptions::default() }
}

fn emit_files(model: &Model, options: &EmitOptions) -> Vec<OutFile> {
    let mut files = emit::emit(model, options);
    files.push(OutFile { path: MODEL_FILE.into(), text: model.to_json() });
    files
}
