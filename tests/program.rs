//! The command line in a process of its own, where its working folder or its end matters: this test's own program.
//!
//! In: a folder with its arguments, a line each. Out: what it prints, in the same folder.

use crate::docs::Fixture;
use std::{
    fs::{File, Permissions, create_dir_all, set_permissions},
    os::unix::fs::PermissionsExt,
    process::{Command, exit},
};
use tablature::cli::{Streams, run};

/// The variable that names the folder.
const FOLDER: &str = "TABLATURE_TEST_PROGRAM";

#[test]
#[ignore = "run by other tests, in a process of its own"]
fn child() {
    let folder = std::env::var(FOLDER).expect("a folder");
    let args = std::fs::read_to_string(format!("{folder}/args")).expect("arguments");
    let mut stdout = File::create(format!("{folder}/stdout")).expect("a file");
    let mut stderr = File::create(format!("{folder}/stderr")).expect("a file");
    let streams = Streams { stdout: &mut stdout, stderr: &mut stderr, is_terminal: false, takes_color: false };
    exit(run(std::iter::once("tablature").chain(args.lines()), streams).into());
}

/// A run in the fixture's folder, whose arguments and output are in `run`.
pub fn command(fixture: &Fixture, args: &[&str]) -> Command {
    fixture.write("run/args", &args.join("\n"));
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.args(["--exact", "program::child", "--ignored"]).current_dir(fixture.path(""));
    command.env(FOLDER, fixture.path("run").as_str());
    command
}

/// A shell script that is `tablature` to those who call it.
pub fn script(fixture: &Fixture) -> String {
    let (folder, own) = (fixture.path("run"), std::env::current_exe().expect("this program"));
    create_dir_all(&folder).expect("a folder");
    format!(
        "#!/bin/sh\nprintf '%s\\n' \"$@\" > {folder}/args\n\
         {FOLDER}={folder} {} --exact program::child --ignored > {folder}/log 2>&1\nstatus=$?\n\
         cat {folder}/stdout\ncat {folder}/stderr >&2\nexit $status\n",
        own.display()
    )
}

/// Writes a program that others call by its path.
pub fn install(fixture: &Fixture, path: &str, text: &str) {
    fixture.write(path, text);
    set_permissions(fixture.path(path), Permissions::from_mode(0o755)).expect("a program");
}
