//! This repository as a template: once Authlete's pages, crate and tests are gone, it takes another API.
//!
//! In: the manifests of this workspace, and a small API. Out: nothing. Cargo looks at what comes of it, and builds nothing.

use crate::{
    docs::{Fixture, PAGES, tablature},
    workspace,
};
use std::{collections::BTreeSet, process::Command};

/// What stays as it is.
const KEPT: &[&str] = &[
    "Cargo.lock",
    "Cargo.toml",
    "generator/Cargo.toml",
    "tests/Cargo.toml",
    "tests/packages/build-script/Cargo.toml",
    "tests/packages/lending/Cargo.toml",
    "tests/packages/shapes/Cargo.toml",
];

/// What Cargo wants to be there; it does not look into them.
const SOURCES: &[&str] = &[
    "generator/src/lib.rs",
    "generator/src/main.rs",
    "tests/main.rs",
    "tests/packages/build-script/build.rs",
    "tests/packages/build-script/src/lib.rs",
    "tests/packages/lending/build.rs",
    "tests/packages/lending/programs.rs",
    "tests/packages/lending/src/lib.rs",
    "tests/packages/shapes/build.rs",
    "tests/packages/shapes/src/lib.rs",
    "tests/programs/lending/asynchronous.rs",
    "tests/programs/lending/blocking.rs",
];

/// The repository after the first steps of the guide: the pages are another API's, so is the name, and Authlete's rules are gone.
fn template() -> Fixture {
    let fixture = Fixture::empty();
    let read = |path: &str| std::fs::read_to_string(workspace().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
    KEPT.iter().for_each(|path| fixture.write(path, &read(path)));
    SOURCES.iter().for_each(|path| fixture.write(path, ""));
    PAGES.iter().for_each(|(path, text)| fixture.write(&format!("specs/{path}"), text));
    fixture.write("specs/overrides.toml", "");
    let config = read("tablature.toml");
    let named = config.lines().map(|line| if line.starts_with("name") { "name = \"pet-api\"\n" } else { line });
    fixture.write("tablature.toml", &named.collect::<Vec<_>>().join("\n"));
    fixture
}

/// The packages that Cargo sees in the workspace, each once.
fn packages(fixture: &Fixture) -> Vec<String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["tree", "--workspace", "--offline", "--depth", "0", "--prefix", "none", "--format", "{p}"]);
    let seen = cargo.current_dir(fixture.path("")).output().expect("cargo");
    assert!(seen.status.success(), "{}", String::from_utf8_lossy(&seen.stderr));
    let lines = String::from_utf8_lossy(&seen.stdout);
    let names: BTreeSet<&str> = lines.lines().filter_map(|line| Some(line.split_once(' ')?.0)).collect();
    names.into_iter().map(str::to_owned).collect()
}

#[test]
fn another_api_takes_the_place_of_this_one() {
    let fixture = template();
    assert_eq!(
        packages(&fixture),
        ["build-script", "lending", "shapes", "tablature", "tablature-tests"],
        "cargo runs before there is a crate"
    );
    for command in ["generate", "check"] {
        let ran = tablature(&[command, "--config", fixture.path("tablature.toml").as_str()]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
    }
    assert_eq!(packages(&fixture), ["build-script", "lending", "pet-api", "shapes", "tablature", "tablature-tests"]);
}
