//! Which README is an SDK's front page, and which folder of an SDK holds its docs.
//!
//! In: temporary folders. Out: nothing.

use crate::docs::Bench;
use tablature::source::{Diagnostics, Sources, load};

const FRONT: &str = "<!-- Start Summary [summary] -->\nPets: All of them.\n<!-- End Summary [summary] -->\n";

fn loaded(bench: &Bench, folder: &str) -> Sources {
    load(&[bench.path(folder)], &mut Diagnostics::default()).expect("a folder")
}

fn front_page(bench: &Bench, folder: &str) -> Option<String> {
    let sources = loaded(bench, folder);
    sources.front_page(0).map(|file| sources.get(file).path.clone())
}

#[test]
fn a_front_page_stands_in_the_docs_folder_or_beside_it() {
    let bench = Bench::new();
    bench.write("docs/README.md", "# Notes\n");
    assert_eq!(front_page(&bench, "docs"), None);
    bench.write("README.md", FRONT);
    assert_eq!(front_page(&bench, "docs").as_deref(), Some("../README.md"));
    bench.write("docs/README.md", FRONT);
    assert_eq!(front_page(&bench, "docs").as_deref(), Some("README.md"));
}

#[test]
fn the_readme_of_another_project_is_no_front_page() {
    let bench = Bench::new();
    let before = loaded(&bench, "docs").files().len();
    bench.write("README.md", "# My crate\n\nIt uses `<!-- Start Summary [summary] -->`.\n");
    assert_eq!(loaded(&bench, "docs").files().len(), before);
}

#[test]
fn the_root_of_an_sdk_stands_for_its_docs() {
    let bench = Bench::new();
    bench.write("docs/README.md", "# Notes\n");
    bench.write("README.md", FRONT);
    bench.write("models/notes.md", "# Source, not docs\n");
    let paths = |folder| loaded(&bench, folder).files().iter().map(|file| file.path.clone()).collect::<Vec<_>>();
    assert_eq!(paths(""), paths("docs"));
    assert!(paths("").contains(&"../README.md".to_owned()));
}

#[cfg(unix)]
#[test]
fn a_link_is_no_front_page() {
    let bench = Bench::new();
    bench.write("docs/README.md", "# Notes\n");
    bench.write("elsewhere.md", FRONT);
    std::os::unix::fs::symlink(bench.path("elsewhere.md"), bench.path("README.md")).expect("a link");
    assert_eq!(front_page(&bench, "docs"), None);
}
