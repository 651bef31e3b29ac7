//! The entry point of build scripts.
//!
//! In: a docs folder. Out: modules in `OUT_DIR`, one file to include, and what cargo wants to know. It must not write elsewhere.

use crate::{
    beside::{read_source, source_folders},
    config::{self, Config},
    generate::{Generated, generate},
    manifest::{self, Manifest},
    output::{self, Others, OutFile, Tree},
    render,
    source::{Diagnostic, Diagnostics, Severity, Sources, load},
};
use camino::{Utf8Path, Utf8PathBuf};
use std::{collections::HashSet, fmt};

/// Generates the modules of an API from a build script.
///
/// ```no_run
/// // build.rs
/// fn main() -> Result<(), tablature::BuildError> {
///     tablature::Builder::new().docs("specs").name("authlete-api").compile()
/// }
/// ```
///
/// The crate includes the result **at its root**, for the generated modules name each other by `crate::…`:
///
/// ```ignore
/// // src/lib.rs
/// include!(concat!(env!("OUT_DIR"), "/authlete_api.rs"));
/// ```
///
/// The file to include is named after the crate's name, with `_` for `-`. What the generated code depends on must stand in the
/// crate's `Cargo.toml`: `serde`, `serde_json` with the features `float_roundtrip` and `raw_value`, and for endpoints `http` and
/// `percent-encoding`. Where the crate has a feature `ureq` or `reqwest` that brings this client, `client::blocking::Client` or
/// `client::Client` is there, too:
///
/// ```toml
/// [features]
/// ureq = ["dep:backon", "dep:httpdate", "dep:ureq", "backon/std-blocking-sleep"]
///
/// [dependencies]
/// backon = { version = "1.6", default-features = false, features = ["std"], optional = true }
/// httpdate = { version = "1.0", optional = true }
/// ureq = { version = "3", default-features = false, optional = true }
/// ```
#[derive(Debug, Clone, Default)]
pub struct Builder {
    config: Option<Utf8PathBuf>,
    docs: Vec<Utf8PathBuf>,
    name: Option<String>,
    out_dir: Option<Utf8PathBuf>,
}

impl Builder {
    /// A builder without docs.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a docs folder, relative to the crate's folder; the first leads.
    #[must_use]
    pub fn docs(mut self, folder: impl Into<Utf8PathBuf>) -> Self {
        self.docs.push(folder.into());
        self
    }

    /// Reads settings from a file such as `tablature.toml`; what is set here goes before what it says.
    #[must_use]
    pub fn config(mut self, file: impl Into<Utf8PathBuf>) -> Self {
        self.config = Some(file.into());
        self
    }

    /// Names the API, and so the file to include: `authlete-api` gives `authlete_api.rs`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Writes to this folder in place of `OUT_DIR`.
    #[must_use]
    pub fn out_dir(mut self, folder: impl Into<Utf8PathBuf>) -> Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// Generates, writes, and tells cargo when to run the script again.
    ///
    /// # Errors
    /// When a page or the configuration has an error, or a file cannot be read or written. The error prints as the command line
    /// prints it, with places and help.
    pub fn compile(&self) -> Result<(), BuildError> {
        let mut sources = Sources::default();
        let mut found = Diagnostics::default();
        let config = self.settings(&mut sources, &mut found)?;
        watch(self.config.iter().chain(&config.overrides_file).chain(&config.facts_file));
        check(&found, &sources)?;
        let pages = load(&config.docs, &mut found).map_err(BuildError::sought)?;
        let mut sources = sources.with_pages(pages);
        watch(sources.files().iter().map(|file| Utf8Path::new(&file.root).join(&file.path)).collect::<Vec<_>>().iter());
        watch(source_folders(&config).unwrap_or_default().iter().map(|(_, folder)| folder));
        read_source(&config, &mut sources, &mut found).map_err(BuildError::sought)?;
        let generated = generate(&sources, &config);
        found.list.extend(generated.diagnostics.list.iter().cloned());
        found.judge(config.policy());
        check(&found, &sources)?;
        let lacking = lacking(&generated.manifest, &mut sources);
        found.list.extend(lacking.iter().cloned());
        warn(&found, &sources);
        if let Some(missing) = lacking.iter().find(|finding| finding.span.is_none()) {
            return Err(BuildError::new(render::human(std::slice::from_ref(missing), &sources, false)));
        }
        self.write(generated)
    }

    fn settings(&self, sources: &mut Sources, found: &mut Diagnostics) -> Result<Config, BuildError> {
        let mut config = match &self.config {
            Some(path) => config::read(path, sources, found).map_err(BuildError::sought)?,
            None => Config { strict: false, ..Config::default() },
        };
        if !self.docs.is_empty() {
            config.docs.clone_from(&self.docs);
        }
        config.name = self.name.clone().or(config.name);
        Ok(config)
    }

    fn write(&self, generated: Generated) -> Result<(), BuildError> {
        let out = match &self.out_dir {
            Some(folder) => folder.clone(),
            None => std::env::var("OUT_DIR").map_err(|_| BuildError::new("OUT_DIR is not set"))?.into(),
        };
        let name = generated.model.name.replace('-', "_");
        let tree = out.join(&name);
        let files = with_module_folders(without_doc_tests(generated.files));
        let root = OutFile { path: format!("{name}.rs").into(), text: root(&files, &tree)? };
        output::write(&Tree::of(files), &tree, Others::Overwrite, |_, _| ()).map_err(BuildError::new)?;
        output::write(&Tree::of(vec![root]), &out, Others::Overwrite, |_, _| ()).map_err(BuildError::new)?;
        for feature in features(&generated.manifest) {
            println!("cargo::rustc-check-cfg=cfg(feature, values({feature:?}))");
        }
        Ok(())
    }
}

/// Cargo runs the script again when one of these files changes. (A folder would count with everything that is in it.)
fn watch<'p>(paths: impl Iterator<Item = &'p Utf8PathBuf>) {
    // What stands on a line of its own may be an instruction to cargo, and files may have any name.
    paths.for_each(|path| println!("cargo::rerun-if-changed={}", render::one_line(path.as_str())));
}

/// What the `Cargo.toml` of the crate that is built lacks of what the generated files call: without it, rustc would say so a
/// hundred times.
fn lacking(manifest: &str, sources: &mut Sources) -> Vec<Diagnostic> {
    let Some(folder) = std::env::var("CARGO_MANIFEST_DIR").ok().filter(|_| std::env::var_os("OUT_DIR").is_some())
    else {
        return Vec::new();
    };
    println!("cargo::rerun-if-changed=Cargo.toml");
    let folder = Utf8Path::new(&folder);
    let Some(text) = manifest::read(&folder.join("Cargo.toml")) else { return Vec::new() };
    let file = sources.attach("Cargo.toml", text.clone());
    let shared = manifest::shared(folder, &text);
    manifest::findings(&Manifest { file, path: "Cargo.toml", text: &text, shared }, &always_needed(manifest))
}

/// The manifest without features, and without what only these need: which client a crate sends with is its own choice.
fn always_needed(manifest: &str) -> String {
    let without_features = manifest.split("\n[").filter(|section| !section.starts_with("features]"));
    let joined = without_features.collect::<Vec<_>>().join("\n[");
    joined.lines().filter(|line| !line.contains("optional = true")).map(|line| format!("{line}\n")).collect()
}

/// Examples name the crate as one of its own; within another crate they are shown, and not compiled.
fn without_doc_tests(mut files: Vec<OutFile>) -> Vec<OutFile> {
    for file in &mut files {
        file.text = file.text.replace("/// ```no_run\n", "/// ```ignore\n");
    }
    files
}

/// `src/support.rs` as `src/support/mod.rs`: a file that is named by `#[path]` has its modules beside it, not below it.
fn with_module_folders(mut files: Vec<OutFile>) -> Vec<OutFile> {
    let folders: HashSet<Utf8PathBuf> = files.iter().filter_map(|file| Some(file.path.parent()?.to_owned())).collect();
    for file in &mut files {
        let folder = file.path.with_extension("");
        if file.path.extension() == Some("rs") && folders.contains(&folder) {
            file.path = folder.join("mod.rs");
        }
    }
    files
}

/// The crate's root as a file to include: each module with its path, inner attributes moved onto the modules.
fn root(files: &[OutFile], tree: &Utf8Path) -> Result<String, BuildError> {
    let lib = files.iter().find(|file| file.path == "src/lib.rs").map_or("", |file| file.text.as_str());
    let mut root = syn::parse_file(lib).map_err(BuildError::new)?;
    let lints: Vec<_> =
        root.attrs.drain(..).filter(|lint| lint.path().is_ident("allow")).map(|lint| lint.meta).collect();
    for item in &mut root.items {
        if let syn::Item::Mod(module) = item {
            place(module, files, tree, &lints);
        }
    }
    Ok(prettyplease::unparse(&root))
}

fn place(module: &mut syn::ItemMod, files: &[OutFile], tree: &Utf8Path, lints: &[syn::Meta]) {
    let name = module.ident.to_string();
    let name = name.trim_start_matches("r#");
    let candidates = [format!("src/{name}.rs"), format!("src/{name}/mod.rs")];
    if let Some(file) = files.iter().find(|file| candidates.iter().any(|path| file.path == *path)) {
        let path = tree.join(&file.path).into_string();
        module.attrs.push(syn::parse_quote!(#[path = #path]));
        module.attrs.extend(lints.iter().map(|lint| -> syn::Attribute { syn::parse_quote!(#[#lint]) }));
    }
}

/// The features that generated code asks about; a crate that includes it need not have them.
fn features(manifest: &str) -> Vec<String> {
    let manifest: toml::Table = manifest.parse().unwrap_or_default();
    manifest.get("features").and_then(toml::Value::as_table).map(|it| it.keys().cloned().collect()).unwrap_or_default()
}

fn check(found: &Diagnostics, sources: &Sources) -> Result<(), BuildError> {
    if !found.has_errors() {
        return Ok(());
    }
    let errors: Vec<_> = found.list.iter().filter(|finding| finding.severity() == Severity::Error).cloned().collect();
    Err(BuildError::new(render::human(&errors, sources, false)))
}

fn warn(found: &Diagnostics, sources: &Sources) {
    for finding in &found.list {
        let place = finding.span.map(|span| {
            let (line, column) = sources.position(span.file, span.start);
            format!("{}:{line}:{column}: ", sources.get(span.file).path)
        });
        let help = finding.help.iter().map(|help| format!("; {}", help.replace('\n', " "))).collect::<String>();
        let warning = format!("{}{} [{}]{help}", place.unwrap_or_default(), finding.message, finding.code.text());
        // What stands on a line of its own may be an instruction to cargo, and files may have any name.
        println!("cargo::warning={}", render::one_line(&warning));
    }
}

/// Why a build script could not generate.
pub struct BuildError(String);

impl BuildError {
    fn new(message: impl fmt::Display) -> Self {
        Self(message.to_string())
    }

    /// What could not be read, and which folder its path starts from.
    fn sought(problem: impl fmt::Display) -> Self {
        match std::env::current_dir() {
            Ok(folder) => Self(format!("{problem}\npaths start from `{}`, the folder of the crate", folder.display())),
            Err(_) => Self::new(problem),
        }
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// As [`fmt::Display`], for this is what cargo shows of an error that `main` returns.
impl fmt::Debug for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot generate\n{self}")
    }
}

impl std::error::Error for BuildError {}

#[cfg(test)]
mod tests {
    use super::*;

    /// A crate that sends nothing needs no client, and no features of its own.
    #[test]
    fn what_only_features_need_is_not_asked_for() {
        let manifest = "[package]\nname = \"x\"\n\n[features]\nureq = [\"dep:ureq\"]\n\n[dependencies]\nhttp = \"1\"\n\
                        ureq = { version = \"3\", optional = true }\n";
        assert_eq!(always_needed(manifest), "[package]\nname = \"x\"\n\n[dependencies]\nhttp = \"1\"\n");
    }
}
