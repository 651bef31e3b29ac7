//! `corpora/run` works, and the crates of real SDKs are those that it has recorded.
//!
//! In: the pages of `packages/lending`, and a few of the archives beside this repository, where they are. Out: nothing. It needs
//! python3 and tar.

use crate::{docs::Fixture, program, rows::archives, workspace};
use std::process::{Command, Output};

/// An SDK of each language, of those that take the least time.
const SMALL: &[&str] = &[
    "csharp-openrouter",
    "go-authlete",
    "java-clerk",
    "php-dub",
    "python-agentset",
    "ruby-authlete",
    "typescript-authlete",
];

/// Runs the script; `tablature` is this test's own program.
fn ran(fixture: &Fixture, args: &[&str]) -> Output {
    program::install(fixture, "tablature", &program::script(fixture));
    let mut script = Command::new(workspace().join("tests/corpora/run"));
    script.args(args).args(["--tablature", fixture.path("tablature").as_str(), "--out", fixture.path("made").as_str()]);
    script.env("CARGO", env!("CARGO")).output().expect("python3")
}

fn is_told(ran: &Output, last: &str, success: bool) {
    let (text, errors) = (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(text.trim_end().ends_with(last), "{text}{errors}");
    assert_eq!(ran.status.success(), success, "{text}{errors}");
}

#[test]
fn the_script_tells_a_crate_that_is_not_the_recorded_one() {
    let fixture = Fixture::new();
    let docs = fixture.path("trees/pets/docs");
    std::fs::create_dir_all(docs.parent().expect("a folder")).expect("folders");
    std::fs::rename(fixture.path("docs"), &docs).expect("a folder of its own");
    let (trees, hashes) = (fixture.path("trees"), fixture.path("hashes.json"));
    let args = [trees.as_str(), "--hashes", hashes.as_str(), "--steps", "hash", "fmt"];

    is_told(&ran(&fixture, &args), "0 of 1 trees pass", false);
    is_told(&ran(&fixture, &[&args[..], &["--record"]].concat()), "1 of 1 trees pass", true);
    is_told(&ran(&fixture, &args), "1 of 1 trees pass", true);
    let color = fixture.read("trees/pets/docs/models/components/Color.md");
    fixture.write("trees/pets/docs/models/components/Color.md", &color.replace("GREY", "GRAY"));
    is_told(&ran(&fixture, &args), "0 of 1 trees pass", false);
}

/// A change that means to give other crates records their hashes with `corpora/run --steps hash --record`, in the same commit.
#[test]
fn the_crates_of_real_sdks_are_those_recorded() {
    if archives().is_empty() {
        return;
    }
    let all = format!("{0} of {0} trees pass", SMALL.len());
    is_told(&ran(&Fixture::empty(), &[&["--steps", "hash", "--trees"], SMALL].concat()), &all, true);
}
