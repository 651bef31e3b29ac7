//! Crates of mutated pages, as cargo sees them.
//!
//! In: files. Out: what cargo says against the crate that comes of them.

use crate::campaign::{Files, sources};
use std::{path::Path, process::Command};
use tablature::{
    config::Config,
    generate::generate,
    output::{Others, OutFile, Tree, write},
};

/// The folder of crates, and of what cargo builds for them: in that of this workspace.
fn folder() -> camino::Utf8PathBuf {
    let program = std::env::current_exe().expect("this program");
    let build = program.ancestors().nth(2).expect("the build folder");
    camino::Utf8PathBuf::from_path_buf(build.join("campaign")).expect("a path in UTF-8")
}

/// Whether the crate compiles without a warning, and has no doc test of a page; false if there is an error on a page.
///
/// # Errors
/// What cargo says.
pub fn check(files: &Files) -> Result<bool, String> {
    let config = Config { name: Some("campaign-api".into()), strict: false, ..Config::default() };
    let generated = generate(&sources(files.iter()), &config);
    if generated.files.is_empty() {
        return Ok(false);
    }
    let crate_folder = folder().join("crate");
    let _ = std::fs::remove_dir_all(&crate_folder);
    let manifest = OutFile { path: "Cargo.toml".into(), text: format!("{}\n[workspace]\n", generated.manifest) };
    let tree = Tree { files: generated.files, once: vec![manifest] };
    write(&tree, &crate_folder, Others::Keep, |_, _| ()).map_err(|error| error.to_string())?;
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("Cargo.lock");
    std::fs::copy(lock, crate_folder.join("Cargo.lock")).map_err(|error| error.to_string())?;
    cargo(&crate_folder, &["check", "--lib", "--features", "ureq,reqwest"])?;
    let listed = cargo(&crate_folder, &["test", "--doc", "--", "--list"])?;
    match of_a_page(&listed) {
        Some(test) => Err(format!("it has the doc test {test}")),
        None => Ok(true),
    }
}

/// A doc test that the generator did not write: it writes one for an endpoint, the only one in its file.
fn of_a_page(listed: &str) -> Option<&str> {
    let mut files = std::collections::HashSet::new();
    let is_own = |file: &str| file.contains("src/api/endpoints/");
    let mut tests = listed.lines().filter_map(|line| Some((line, line.split_once(" - ")?.0)));
    tests.find(|(_, file)| file.contains("src/api") && !(is_own(file) && files.insert(file.to_string()))).map(|it| it.0)
}

fn cargo(crate_folder: &camino::Utf8Path, command: &[&str]) -> Result<String, String> {
    let (first, rest) = command.split_first().expect("a command");
    let mut cargo = Command::new("cargo");
    cargo.arg(first).args(["--offline", "--quiet", "--color", "never"]).args(rest).current_dir(crate_folder);
    let ran = cargo.env("CARGO_TARGET_DIR", folder().join("target")).output().map_err(|error| error.to_string())?;
    let said = String::from_utf8_lossy(&ran.stderr);
    if !ran.status.success() || said.contains("warning") {
        return Err(format!("cargo {first} says:\n{said}"));
    }
    Ok(String::from_utf8_lossy(&ran.stdout).into_owned())
}
