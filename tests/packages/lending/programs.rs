//! Programs of a small API's users, run by `tests/programs/run` against a server that answers as the API does.

use std::{path::Path, process::Command};

#[test]
fn programs_do_as_their_users_expect() {
    let programs = Path::new(env!("CARGO_BIN_EXE_lending-blocking")).parent().expect("a folder");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../programs/run");
    let mut command = Command::new(script);
    let ran = command.args(["--programs", "lending", "--built"]).arg(programs).output().expect("python3");
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success(), "{said}{}", String::from_utf8_lossy(&ran.stderr));
    assert_eq!(said.lines().count(), 2, "one with each client: {said}");
}
