//! Reading a docs folder: what is no page, what cannot be read, what leads elsewhere.
//!
//! In: a temporary folder. Out: nothing.

use crate::docs::Bench;
use camino::Utf8PathBuf;
use tablature::source::{Code, Diagnostics, Sources, load};

fn loaded(bench: &Bench) -> (Sources, Vec<Code>) {
    let mut found = Diagnostics::default();
    let sources = load(&[bench.path("docs")], &mut found).expect("a folder");
    (sources, found.list.iter().map(|finding| finding.code).collect())
}

#[test]
fn what_is_no_page_is_passed_over() {
    let bench = Bench::new();
    let before = loaded(&bench).0.files().len();
    bench.write("docs/models/notes.txt", "no page");
    std::fs::create_dir(bench.path("docs/models/folder.md")).expect("a folder");
    let (sources, found) = loaded(&bench);
    assert_eq!((sources.files().len(), found), (before, vec![]));
}

#[test]
fn bytes_that_are_no_text_are_an_error() {
    let bench = Bench::new();
    std::fs::write(bench.path("docs/models/components/Pet.md"), b"# P\xffet\n").expect("a file");
    assert_eq!(loaded(&bench).1, [Code::NotUtf8]);
}

#[cfg(unix)]
#[test]
fn a_path_that_is_no_text_is_an_error() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt, path::PathBuf};
    let bench = Bench::new();
    let path = PathBuf::from(bench.path("docs/models")).join(OsStr::from_bytes(b"P\xffet.md"));
    if std::fs::write(&path, "# Pet\n").is_err() {
        println!("not run: this file system takes no such names");
        return;
    }
    assert_eq!(loaded(&bench).1, [Code::NotUtf8]);
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_are_not_followed() {
    let bench = Bench::new();
    let before = loaded(&bench).0.files().len();
    bench.write("outside/Secret.md", "# Secret\n");
    let link = |from: &str, to: &str| std::os::unix::fs::symlink(bench.path(from), bench.path(to)).expect("a link");
    link("outside", "docs/models/outside");
    link("outside/Secret.md", "docs/models/Secret.md");
    let (sources, found) = loaded(&bench);
    assert_eq!((sources.files().len(), found), (before, vec![Code::OutsideDocs; 2]));
}

#[test]
fn a_folder_that_is_not_there_is_an_error() {
    let error = load(&[Utf8PathBuf::from("no/such/folder")], &mut Diagnostics::default()).expect_err("no folder");
    assert_eq!(error.to_string(), "cannot read `no/such/folder`: no such file or folder");
}

#[test]
fn a_build_script_says_where_it_looked() {
    let error = tablature::Builder::new().docs("nowhere").out_dir("elsewhere").compile().expect_err("no such folder");
    let here = std::env::current_dir().expect("a folder");
    let said = error.to_string();
    assert!(said.contains("`nowhere`") && said.contains(&format!("paths start from `{}`", here.display())), "{said}");
}
