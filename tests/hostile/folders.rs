//! The output folder, when it is not what it should be or a run is cut short.
//!
//! In: a temporary folder. Out: nothing.

use crate::docs::{Bench, COLOR};
use std::path::Path;

/// All files below a folder, with their texts.
fn tree(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(std::fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").path()));
        } else {
            found.push((path.display().to_string(), std::fs::read(&path).expect("a file")));
        }
    }
    found.sort();
    found
}

/// A file that cannot be written is known before the first is moved into place.
#[test]
fn a_run_that_fails_changes_nothing() {
    let bench = Bench::new();
    bench.generate();
    bench.write("docs/models/components/Color.md", &COLOR.replace("GREY", "WHITE").replace("grey", "white"));
    bench.remove("out/src/api/errors/mod.rs");
    bench.write("out/src/api/errors/mod.rs/file", "a folder stands where a file belongs");
    let before = tree(bench.path("out").as_std_path());
    let ran = bench.run(&["generate"]);
    assert_eq!(ran.status, 2, "{}", ran.stderr);
    assert_eq!(tree(bench.path("out").as_std_path()), before);
}

/// What a killed run leaves lies outside of `src/`: it is no drift, and no part of the crate.
#[test]
fn what_a_killed_run_leaves_is_no_drift() {
    let bench = Bench::new();
    bench.generate();
    bench.write("out/.tablature-AbC123/0", "half a te");
    bench.generate();
    assert_eq!(bench.run(&["check"]).status, 0);
}

#[test]
fn two_runs_at_once_get_in_no_ones_way() {
    let bench = Bench::new();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| bench.generate());
        }
    });
    assert_eq!(bench.run(&["check"]).status, 0);
    let left = std::fs::read_dir(bench.path("out")).expect("a folder").flatten().map(|entry| entry.file_name());
    assert!(!left.into_iter().any(|name| name.to_string_lossy().starts_with(".tablature")));
}

#[test]
fn a_file_in_the_place_of_the_folder_is_bad_input() {
    let bench = Bench::new();
    bench.write("out", "a file");
    let ran = bench.run(&["generate"]);
    assert_eq!((ran.status, bench.read("out").as_str()), (2, "a file"), "{}", ran.stderr);
}

/// The files there have the right text, so none is written; what no page gives any more is another's all the same.
#[cfg(unix)]
#[test]
fn nothing_is_removed_through_a_link() {
    let bench = Bench::new();
    bench.generate();
    std::fs::rename(bench.path("out/src"), bench.path("elsewhere")).expect("moved");
    std::os::unix::fs::symlink(bench.path("elsewhere"), bench.path("out/src")).expect("a link");
    let orphan = "elsewhere/api/old.rs";
    bench.write(orphan, "// Generated from `models/Old.md` by `tablature generate`. Do not edit.\n");
    bench.run(&["generate"]);
    assert!(bench.path(orphan).is_file());
}
