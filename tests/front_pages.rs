//! Which README is an SDK's front page, and which folder of an SDK holds its docs.
//!
//! In: temporary folders. Out: nothing.

use crate::docs::Fixture;
use tablature::source::{Diagnostics, Sources, load};

const FRONT: &str = "<!-- Start Summary [summary] -->\nPets: All of them.\n<!-- End Summary [summary] -->\n";

fn loaded(fixture: &Fixture, folder: &str) -> Sources {
    load(&[fixture.path(folder)], &mut Diagnostics::default()).expect("a folder")
}

fn front_page(fixture: &Fixture, folder: &str) -> Option<String> {
    let sources = loaded(fixture, folder);
    sources.front_page(0).map(|file| sources.get(file).path.clone())
}

#[test]
fn a_front_page_stands_in_the_docs_folder_or_beside_it() {
    let fixture = Fixture::new();
    fixture.write("docs/README.md", "# Notes\n");
    assert_eq!(front_page(&fixture, "docs"), None);
    fixture.write("README.md", FRONT);
    assert_eq!(front_page(&fixture, "docs").as_deref(), Some("../README.md"));
    fixture.write("docs/README.md", FRONT);
    assert_eq!(front_page(&fixture, "docs").as_deref(), Some("README.md"));
}

#[test]
fn the_readme_of_another_project_is_no_front_page() {
    let fixture = Fixture::new();
    let before = loaded(&fixture, "docs").files().len();
    fixture.write("README.md", "# My crate\n\nIt uses `<!-- Start Summary [summary] -->`.\n");
    assert_eq!(loaded(&fixture, "docs").files().len(), before);
}

#[test]
fn the_root_of_an_sdk_stands_for_its_docs() {
    let fixture = Fixture::new();
    fixture.write("docs/README.md", "# Notes\n");
    fixture.write("README.md", FRONT);
    fixture.write("models/notes.md", "# Source, not docs\n");
    let paths = |folder| loaded(&fixture, folder).files().iter().map(|file| file.path.clone()).collect::<Vec<_>>();
    assert_eq!(paths(""), paths("docs"));
    assert!(paths("").contains(&"../README.md".to_owned()));
}

#[cfg(unix)]
#[test]
fn a_link_is_no_front_page() {
    let fixture = Fixture::new();
    fixture.write("docs/README.md", "# Notes\n");
    fixture.write("elsewhere.md", FRONT);
    std::os::unix::fs::symlink(fixture.path("elsewhere.md"), fixture.path("README.md")).expect("a link");
    assert_eq!(front_page(&fixture, "docs"), None);
}
