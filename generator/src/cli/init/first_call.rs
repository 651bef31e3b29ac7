//! A program that calls an operation, taken from the docs of the new crate.
//!
//! In: the generated files. Out: the text of an example. It must not know how the docs are written, but that examples are code blocks.

use crate::{emit::ALL_GROUPS, manifest, output::OutFile};

/// Where the program stands in the crate.
pub const PATH: &str = "examples/first_call.rs";

/// The program, and the feature that it needs.
pub struct FirstCall {
    /// Its text.
    pub program: String,
    /// The feature of the crate, which is the name of the client that sends the request.
    pub feature: Option<String>,
    /// Whether the operations have features, too.
    pub is_grouped: bool,
    /// The client's package and version, where that is a dependency of the feature's name.
    pub client: Option<(String, String)>,
}

impl FirstCall {
    /// The example of the crate's docs that sends a request, else the first that is a program.
    pub fn of(files: &[OutFile], manifest: &str) -> Option<Self> {
        let library = files.iter().find(|file| file.path == "src/lib.rs")?;
        let docs: Vec<&str> = library.text.lines().filter_map(|line| line.strip_prefix("//!")).collect();
        let blocks = blocks(&docs);
        let programs = || blocks.iter().filter(|block| block.iter().any(|line| line.contains("fn main() -> Result")));
        let sends = programs().find(|block| block.iter().any(|line| line.contains("feature = \"")));
        let block = sends.or_else(|| programs().next())?;
        let feature = block.iter().find_map(|line| line.split_once("feature = \"")?.1.split('"').next());
        let client = feature.and_then(|feature| client(manifest, feature));
        let is_grouped = manifest::lists_feature(manifest, ALL_GROUPS);
        Some(Self { program: program(block), feature: feature.map(str::to_owned), is_grouped, client })
    }

    /// What the crate's manifest needs for it.
    pub fn manifest(&self) -> String {
        let Some(feature) = &self.feature else { return String::new() };
        let groups = if self.is_grouped { format!(", {ALL_GROUPS:?}") } else { String::new() };
        format!("\n[[example]]\nname = \"first_call\"\nrequired-features = [{feature:?}{groups}]\n")
    }
}

/// The dependency of that name, and its version.
fn client(manifest: &str, feature: &str) -> Option<(String, String)> {
    let manifest: toml::Table = manifest.parse().ok()?;
    let line = manifest.get("dependencies")?.get(feature)?;
    let version = line.as_str().or_else(|| line.get("version")?.as_str())?;
    Some((feature.to_owned(), version.to_owned()))
}

/// How blocks of Rust that compile begin, behind the fence.
const RUST: &[&str] = &["", "no_run", "rust", "rust,no_run"];

/// The lines of each block of Rust.
fn blocks<'t>(docs: &[&'t str]) -> Vec<Vec<&'t str>> {
    let mut blocks = Vec::new();
    let mut open: Option<(&str, Vec<&str>)> = None;
    for line in docs {
        let line = line.strip_prefix(' ').unwrap_or(line);
        open = match (line.strip_prefix("```"), open) {
            (Some(language), None) => Some((language, Vec::new())),
            (Some(_), Some((language, block))) => {
                blocks.extend(RUST.contains(&language).then_some(block));
                None
            }
            (None, Some((language, mut block))) => {
                block.push(line);
                Some((language, block))
            }
            (None, None) => None,
        };
    }
    blocks
}

/// The block as a program: what is hidden in the docs is shown, but for what makes it compile without its feature.
fn program(block: &[&str]) -> String {
    let shown = |line: &&str| line.strip_prefix("# ").unwrap_or(line).to_owned();
    let lines: Vec<String> =
        block.iter().map(shown).filter(|line| !line.starts_with("#[cfg") && line != "fn main() {}").collect();
    let (uses, rest): (Vec<String>, Vec<String>) = split_uses(lines);
    format!("//! A first call of the API; see README.md.\n\n{}\n{}", uses.concat(), rest.concat())
}

/// The `use` items, which stand within the function in the docs, and all other lines: the function, with its body indented.
fn split_uses(lines: Vec<String>) -> (Vec<String>, Vec<String>) {
    let (mut uses, mut rest): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut in_use = false;
    for line in lines {
        in_use |= line.starts_with("use ");
        if in_use {
            in_use = !line.trim_end().ends_with(';');
            uses.push(format!("{line}\n"));
        } else if !line.is_empty() || rest.len() > 1 {
            rest.push(line);
        }
    }
    let last = rest.len().saturating_sub(1);
    let is_body = |at: usize, line: &str| at > 0 && at < last && !line.is_empty();
    let indented = rest.into_iter().enumerate().map(|(at, line)| {
        let indent = if is_body(at, &line) { "    " } else { "" };
        format!("{indent}{line}\n")
    });
    (uses, indented.collect())
}
