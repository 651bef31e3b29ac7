//! Where facts of the source come from: the source itself, or the file that they were written to.
//!
//! In: what was read beside a docs tree. Out: its facts. It must not know what they are about.

use super::SourceFacts;
use crate::{
    annotations::{self, Recorded, read_examples, read_facts},
    dialect::Dialect,
    source::{Code, Diagnostic, Diagnostics, FileId, Sdk, Sources, Span},
};

/// Names in a finding beyond which the rest are only counted.
const NAMED: usize = 3;

/// The facts of a docs tree's SDK; none where nothing lies beside it.
pub fn read(sdk: Option<&Sdk>, dialect: &Dialect, sources: &Sources, diagnostics: &mut Diagnostics) -> Recorded {
    let Some(sdk) = sdk else { return Recorded::default() };
    if let Some(file) = sdk.recorded {
        return read_recorded(file, sdk.tree, sources, diagnostics);
    }
    let lock = sdk.lock.as_ref();
    Recorded {
        tree: sdk.tree,
        facts: annotations::read(&sdk.files, dialect.language),
        examples: lock.map(|lock| read_examples(&lock.text)).unwrap_or_default(),
        lock: lock.map_or_else(String::new, |lock| lock.path.clone()),
    }
}

fn read_recorded(file: FileId, tree: u32, sources: &Sources, diagnostics: &mut Diagnostics) -> Recorded {
    let found = read_facts(&sources.get(file).text).unwrap_or_else(|error| {
        let message = error.message().trim_end().replace('\n', ", ");
        diagnostics.push(Diagnostic::at(Code::BadConfig, error.span().map(|range| Span::new(file, range)), message));
        Vec::new()
    });
    found.into_iter().find(|sdk| sdk.tree == tree).unwrap_or_default()
}

/// Reports facts of a file that no page has a use for.
pub fn report_unused(sdk: &Sdk, facts: &SourceFacts<'_>, sources: &Sources, diagnostics: &mut Diagnostics) {
    let Some(file) = sdk.recorded else { return };
    let unused = facts.unused();
    if unused.is_empty() {
        return;
    }
    let mut names: Vec<String> = unused.iter().take(NAMED).map(|name| format!("`{name}`")).collect();
    if unused.len() > NAMED {
        names.push("…".to_owned());
    }
    let path = &sources.get(file).path;
    let message = format!("`{path}` holds facts of what no page has: {}", names.join(", "));
    let help =
        "`tablature generate --source DIR`, with the folder of the SDK, writes the file anew; or delete these facts";
    diagnostics.push(Diagnostic::general(Code::StaleFacts, message).help(help));
}
