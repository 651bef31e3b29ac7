//! Where things lie: in, nothing; out, paths of this repository.

use std::path::PathBuf;

/// The root of the repository.
pub fn workspace() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().map(PathBuf::from).unwrap_or_default()
}
