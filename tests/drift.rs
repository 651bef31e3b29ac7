//! `check` notices every way in which a crate can differ from its pages, and `generate` mends it.
//!
//! In: a small docs tree in a temporary folder. Out: nothing.

use crate::docs::{Bench, PAGES};
use tablature::{config::Config, generate::generate, source::Sources};

/// A generated file that is sure to be there.
const SOME_FILE: &str = "out/src/api/components/pet.rs";

#[test]
fn nothing_differs_after_generate() {
    let bench = Bench::new();
    bench.generate();
    let ran = bench.run(&["check"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (0, ""), "{}", ran.stderr);
}

#[test]
fn a_second_run_writes_nothing() {
    let bench = Bench::new();
    bench.generate();
    let ran = bench.run(&["generate", "--format", "json"]);
    let done: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(done["written"], 0, "{done}");
}

#[test]
fn an_edited_file_is_shown_as_a_diff() {
    let bench = Bench::new();
    bench.generate();
    let text = bench.read(SOME_FILE);
    bench.write(SOME_FILE, &format!("{text}// by hand\n"));
    let ran = bench.run(&["check"]);
    assert_eq!(ran.status, 1);
    assert!(ran.stdout.contains("\n-// by hand\n"), "{}", ran.stdout);
    assert!(ran.stderr.contains("help: run `"), "{}", ran.stderr);
    bench.generate();
    assert_eq!(bench.read(SOME_FILE), text);
}

#[test]
fn a_missing_file_is_named() {
    let bench = Bench::new();
    bench.generate();
    bench.remove(SOME_FILE);
    let ran = bench.run(&["check"]);
    assert_eq!(ran.status, 1);
    assert!(ran.stdout.contains("missing: ") && ran.stdout.contains("pet.rs"), "{}", ran.stdout);
}

#[test]
fn support_files_of_an_older_run_are_orphans_too() {
    let bench = Bench::new();
    bench.generate();
    let text = bench.read("out/src/support/text.rs");
    bench.write("out/src/support/old.rs", &text);
    let ran = bench.run(&["check"]);
    assert_eq!(ran.status, 1);
    assert!(ran.stdout.contains("orphan: ") && ran.stdout.contains("old.rs"), "{}", ran.stdout);
    bench.generate();
    assert!(!bench.path("out/src/support/old.rs").exists());
}

#[test]
fn an_orphan_is_named_and_then_removed() {
    let bench = Bench::new();
    bench.generate();
    let orphan = "out/src/api/old/thing.rs";
    bench.write(orphan, "// Generated from `models/old/Thing.md` by `tablature generate`. Do not edit.\n");
    let ran = bench.run(&["check"]);
    assert_eq!(ran.status, 1);
    assert!(ran.stdout.contains("orphan: "), "{}", ran.stdout);
    bench.generate();
    assert!(!bench.path(orphan).exists());
    assert!(!bench.path("out/src/api/old").exists(), "the empty folder stays behind");
}

#[test]
fn files_of_the_user_are_never_removed() {
    let bench = Bench::new();
    bench.generate();
    bench.write("out/src/api/mine.rs", "//! Mine.\n");
    bench.write("out/src/extra.rs", "//! Mine.\n");
    assert!(bench.run(&["check"]).stdout.contains("foreign: "));
    let ran = bench.run(&["generate"]);
    assert!(ran.stderr.contains("mine.rs` is not generated"), "{}", ran.stderr);
    assert_eq!(bench.read("out/src/api/mine.rs"), "//! Mine.\n");
    assert_eq!(bench.read("out/src/extra.rs"), "//! Mine.\n");
}

#[test]
fn a_new_page_is_drift() {
    let bench = Bench::new();
    bench.generate();
    bench.write(
        "docs/models/components/Size.md",
        "# Size\n\n\n## Values\n\n| Name | Value |\n| - | - |\n| `BIG` | big |\n",
    );
    let ran = bench.run(&["check"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stdout.contains("model.json"), "{}", ran.stdout);
}

#[test]
fn the_manifest_is_written_once_and_then_left_alone() {
    let bench = Bench::new();
    bench.generate();
    let manifest = bench.read("out/Cargo.toml");
    assert!(manifest.contains("pet-api"), "{manifest}");
    let mine = format!("{manifest}# mine\n");
    bench.write("out/Cargo.toml", &mine);
    bench.generate();
    assert_eq!(bench.read("out/Cargo.toml"), mine);
    assert_eq!(bench.run(&["check"]).status, 0);
}

#[test]
fn an_error_writes_nothing() {
    let bench = Bench::new();
    bench.generate();
    let before = bench.read("out/model.json");
    bench.write(
        "docs/models/components/Color.md",
        "# Color\n\n\n## Values\n\n| Name | Value |\n| - | - |\n| `BLUE` | blue |\n",
    );
    bench.write("docs/models/components/Pet.md", "# Pet\n\n\n## Feilds\n");
    let ran = bench.run(&["generate"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("error: could not generate `pet-api`: "), "{}", ran.stderr);
    assert_eq!(bench.read("out/model.json"), before);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let bench = Bench::new();
    std::fs::create_dir_all(bench.path("out/src")).expect("folders");
    std::fs::create_dir_all(bench.path("elsewhere")).expect("a folder");
    std::os::unix::fs::symlink(bench.path("elsewhere"), bench.path("out/src/api")).expect("a link");
    let ran = bench.run(&["generate"]);
    assert_eq!(ran.status, 2, "{}", ran.stderr);
    assert_eq!(std::fs::read_dir(bench.path("elsewhere")).expect("a folder").count(), 0);
}

#[test]
fn the_order_of_the_files_does_not_show() {
    let config = Config { name: Some("pet-api".into()), ..Config::default() };
    let forward = generate(&Sources::from_memory(PAGES.iter().copied()), &config);
    let backward = generate(&Sources::from_memory(PAGES.iter().copied().rev()), &config);
    assert!(!forward.files.is_empty());
    assert_eq!(forward.files, backward.files);
    assert_eq!(forward.diagnostics.list, backward.diagnostics.list);
}
