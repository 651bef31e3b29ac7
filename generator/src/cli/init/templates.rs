//! Texts of a new crate that do not depend on its API, or hardly.
//!
//! In: the paths of the generated files. Out: texts. It must not know what the files hold.

use crate::output::{LOCK_FILE, OutFile};
use std::collections::BTreeSet;

/// What makes a crate below another workspace a workspace of its own.
pub const OWN_WORKSPACE: &str = "\n# Apart from the workspace in a folder above; add the crate to that one's `members` instead, if you like.\n[workspace]\n";

/// `.gitignore`.
pub const IGNORED: &str = "/target\n";

/// The workflow of the crate's CI.
pub const WORKFLOW: &str = r#"# Fails when the crate is not what its pages give, or does not compile.
name: docs
on:
  push:
  pull_request:
jobs:
  check:
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@v4
      # Or from the tool's repository: cargo install --git URL --locked tablature
      - run: cargo install tablature --locked
      - run: tablature check
      - run: cargo test --all-features
"#;

/// `.gitattributes`: generated files are folded in reviews, and keep the line breaks that `tablature check` compares.
pub fn attributes(files: &[OutFile]) -> String {
    let tops: BTreeSet<String> = files.iter().map(|file| pattern(file.path.as_str())).collect();
    let lines: String = tops.iter().map(|pattern| format!("/{pattern} text eol=lf linguist-generated\n")).collect();
    // A list that holds the lines of both sides of a merge still says whose each file is.
    format!("{lines}/{LOCK_FILE} text eol=lf linguist-generated merge=union\n")
}

/// `src/api/pets/pet.rs` as `src/api/**`; a file in `src` or above it as itself.
fn pattern(path: &str) -> String {
    match path.split('/').collect::<Vec<_>>().as_slice() {
        [first, second, _, ..] => format!("{first}/{second}/**"),
        _ => path.to_owned(),
    }
}
