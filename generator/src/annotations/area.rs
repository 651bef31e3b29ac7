//! What a source file is for, by its path.
//!
//! In: a path. Out: models, operations, credentials, or what stands beside them. It must not know what files hold.

use super::table::Table;

/// What a file is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Area {
    /// Classes of data; the folder below `models`, in lower case.
    Models(String),
    /// Methods that call the API.
    Calls,
    /// How credentials are sent.
    Security,
    /// Neither; it may list servers.
    Beside,
    /// Not the source of the SDK.
    Other,
}

/// Folders of other things than the SDK itself.
const OTHERS: &[&str] =
    &["docs", "tests", "test", "examples", "packages", "node_modules", "vendor", "target", "dist", "build"];

/// A folder of models that says the same as the one above it.
const TWIN: &str = "async";

/// Tells what the file of a path is for.
pub fn area(path: &str, table: &Table) -> Area {
    let ends = |endings: &[&str]| endings.iter().any(|ending| path.ends_with(ending));
    if !ends(table.endings) || ends(table.without) {
        return Area::Other;
    }
    let lower = path.to_lowercase();
    let folders: Vec<&str> = lower.split('/').collect();
    let folders = &folders[..folders.len() - 1];
    if folders.iter().any(|folder| folder.starts_with('.') || OTHERS.contains(folder)) {
        return Area::Other;
    }
    if ends(table.security_files) {
        return Area::Security;
    }
    if let Some(at) = folders.iter().position(|folder| *folder == "models") {
        let below = &folders[at + 1..];
        let is_twin = below.contains(&TWIN);
        return if is_twin { Area::Other } else { Area::Models(below.first().map_or("", |folder| folder).to_owned()) };
    }
    if folders.last() == Some(&"errors") {
        return Area::Models("errors".to_owned());
    }
    let holds_calls = table.call_folders.is_empty() || folders.last().is_some_and(|it| table.call_folders.contains(it));
    if holds_calls { Area::Calls } else { Area::Beside }
}
