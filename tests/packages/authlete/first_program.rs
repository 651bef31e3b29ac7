//! The first program of README.md: short, and right but for its URL.

use crate::{server::Server, workspace};
use std::{fs, process::Command};

/// What the program has and the README has not: the local server's URL.
const URL: &str = ".server(std::env::var(\"AUTHLETE_SERVER\")?)";

/// More lines are no first program.
const LONGEST: usize = 12;

#[test]
fn the_readme_shows_the_program_that_runs() {
    let readme = fs::read_to_string(workspace().join("README.md")).expect("the README is there");
    let program = include_str!("first-program.rs").split_once("\n\n").expect("its docs come first").1.replace(URL, "");
    assert!(readme.contains(&format!("```rust,no_run\n{program}```\n")), "{program}");
    assert!(program.lines().count() <= LONGEST);
}

#[test]
fn the_program_updates_a_token() {
    let server = Server::start();
    let mut command = Command::new(env!("CARGO_BIN_EXE_first-program"));
    let ran = command.env("AUTHLETE_CREDENTIAL", "t0ken").env("AUTHLETE_SERVER", server.base()).output();
    let ran = ran.expect("the program starts");
    assert_eq!(String::from_utf8_lossy(&ran.stdout), "None\n", "{}", String::from_utf8_lossy(&ran.stderr));
}
