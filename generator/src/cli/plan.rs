//! What `generate` writes and `check` compares with: the files of the crate, and its folder.
//!
//! In: the flags. Out: files in memory, once nothing in the pages is an error. It must not know what becomes of the files.

use super::{
    Failure,
    args::{Global, Place},
    console::Console,
    facts::Facts,
    session::Session,
};
use crate::{
    emit::ALL_GROUPS,
    generate,
    manifest::{self, Manifest},
    model::Model,
    output::{OutFile, Tree},
};
use camino::{Utf8Path, Utf8PathBuf};

/// The file that makes a folder a crate; it is the user's once it is there.
const MANIFEST: &str = "Cargo.toml";

/// The files that the pages give.
pub struct Plan {
    /// The run that they come of.
    pub session: Session,
    /// How much of the API there is, in words: `3 operations and 24 types from specs`.
    pub summary: String,
    /// The crate's folder.
    pub out: Utf8PathBuf,
    /// The files, below that folder.
    pub tree: Tree,
    /// The file of what the SDK's source states, where there is one to keep.
    pub facts: Option<Facts>,
}

impl Plan {
    /// Reads the pages and makes the files of them; fails if there is an error among the findings, which are printed.
    pub fn new(global: &Global, place: &Place, console: &mut Console<'_>) -> Result<Self, Failure> {
        let mut session = Session::open(global, place, console)?;
        let out = session.out()?.to_owned();
        session.config.group_features.get_or_insert_with(|| takes_group_features(&out));
        let progress = console.progress(session.understanding());
        let generated = generate::generate(&session.sources, &session.config);
        drop(progress);
        console.done("pages understood, files made");
        let summary = summary(&generated.model, &session);
        look_at_manifest(&mut session, &generated.manifest, &out);
        session.report(generated.diagnostics, console)?;
        let manifest = OutFile { path: MANIFEST.into(), text: generated.manifest };
        let facts = Facts::of(&session, generated.facts);
        Ok(Self { session, summary, out, tree: Tree { files: generated.files, once: vec![manifest] }, facts })
    }
}

fn summary(model: &Model, session: &Session) -> String {
    let folders: Vec<&str> = session.config.docs.iter().map(|folder| folder.as_str()).collect();
    let (operations, types) = (counted(model.operations.len(), "operation"), counted(model.types.len(), "type"));
    format!("{operations} and {types} from {}", folders.join(" and "))
}

/// `1 file`, `2 files`.
pub fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// Whether a crate has features for groups of operations: a new one does, one that is there if its manifest has the feature of all
/// of them.
fn takes_group_features(out: &Utf8Path) -> bool {
    manifest::read(&out.join(MANIFEST)).is_none_or(|text| manifest::lists_feature(&text, ALL_GROUPS))
}

/// Says what the crate's own `Cargo.toml` lacks, if there is one.
fn look_at_manifest(session: &mut Session, wanted: &str, out: &Utf8Path) {
    let path = out.join(MANIFEST);
    let Some(text) = manifest::read(&path) else { return };
    let file = session.sources.attach(path.as_str(), text.clone());
    let shared = manifest::shared(out, &text);
    let own = Manifest { file, path: path.as_str(), text: &text, shared };
    session.found.list.extend(manifest::findings(&own, wanted));
}
