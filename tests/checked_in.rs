//! The crate in `generated/` is what the generator writes from the pages in `specs/`.
//!
//! In: both folders, and `tablature.toml`. Out: nothing is written.

use crate::workspace;
use tablature::{
    config,
    generate::generate,
    output::{Drift, LOCK_FILE, Tree, compare},
    source::{Diagnostics, Sources, load},
};

#[test]
fn the_crate_is_what_the_pages_give() {
    let root = camino::Utf8PathBuf::try_from(workspace()).expect("a path in UTF-8");
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let config = config::read(&root.join("tablature.toml"), &mut sources, &mut found).expect("a readable file");
    let pages = load(&[root.join("specs")], &mut found).expect("a readable folder");
    let generated = generate(&sources.with_pages(pages), &config);
    found.list.extend(generated.diagnostics.list);
    assert!(!found.has_errors(), "{:#?}", found.list);
    let drift = compare(&Tree::of(generated.files), &root.join("generated")).expect("a readable folder");
    let paths: Vec<&str> =
        drift.iter().map(|Drift { path, .. }| path.as_str()).filter(|path| *path != LOCK_FILE).collect();
    assert!(paths.is_empty(), "not what the pages give; run `cargo run -- generate`:\n{}", paths.join("\n"));
}
