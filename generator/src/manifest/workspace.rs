//! What the workspace of a crate shares with it.
//!
//! In: the crate's folder. Out: the workspace's table, or nothing. It must not know what the crate needs.

use camino::{Utf8Path, Utf8PathBuf};
use toml::{Table, Value};

/// The `[workspace]` of the manifest that governs the crate in `folder`: its own, that of the folder which it names, or the
/// nearest one above, as cargo looks for it.
#[must_use]
pub fn shared(folder: &Utf8Path, manifest: &str) -> Option<Table> {
    let own: Table = manifest.parse().ok()?;
    let folder = folder.canonicalize_utf8().ok()?;
    let named = own.get("package").and_then(|package| package.get("workspace")?.as_str()).map(|path| folder.join(path));
    let above = || folder.ancestors().skip(1).map(Utf8Path::to_owned);
    let candidates: Vec<Utf8PathBuf> = named.map_or_else(|| above().collect(), |named| vec![named]);
    workspace(own).or_else(|| candidates.iter().find_map(|folder| workspace(table(folder)?)))
}

fn table(folder: &Utf8Path) -> Option<Table> {
    read(&folder.join("Cargo.toml"))?.parse().ok()
}

/// The text of a manifest; none for what is no file: it may be a pipe that no one writes to.
pub fn read(path: &Utf8Path) -> Option<String> {
    if path.is_file() { std::fs::read_to_string(path).ok() } else { None }
}

fn workspace(mut manifest: Table) -> Option<Table> {
    match manifest.remove("workspace")? {
        Value::Table(workspace) => Some(workspace),
        _ => None,
    }
}
