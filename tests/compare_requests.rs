//! `compare_requests/compare.py` works: it finds no difference to an SDK that is right, and tells one that is not.
//!
//! In: the pages of `packages/lending`, and `compare_requests/lending.py` in the place of a vendor's SDK. Out: nothing. It needs
//! python3 and no SDK.

use crate::{
    docs::{Fixture, tablature},
    workspace,
};
use std::process::{Command, Output};

/// What the script finds with a client of the small SDK.
fn compared(fixture: &Fixture, client: &str) -> Output {
    let scripts = workspace().join("tests/compare_requests");
    let mut script = Command::new("python3");
    script.arg(scripts.join("compare.py")).args(["--sdk", &format!("lending:{client}:api_key")]);
    script.arg("--docs").arg(workspace().join("tests/packages/lending/docs"));
    script.args(["--crate", fixture.path("out").as_str(), "--work", fixture.path("work").as_str()]);
    script.envs([("CARGO_NET_OFFLINE", "true"), ("PYTHONDONTWRITEBYTECODE", "1"), ("CARGO", env!("CARGO"))]);
    script.env("CARGO_TARGET_DIR", workspace().join("target")).output().expect("python3")
}

#[test]
fn the_script_tells_what_differs_and_nothing_else() {
    let fixture = Fixture::empty();
    let config = workspace().join("tests/packages/lending/tablature.toml");
    let ran =
        tablature(&["generate", "--config", config.to_str().expect("UTF-8"), "--out", fixture.path("out").as_str()]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    std::fs::copy(workspace().join("Cargo.lock"), fixture.path("out/Cargo.lock")).expect("the lock file");

    let right = compared(&fixture, "Lending");
    let text = String::from_utf8_lossy(&right.stdout);
    assert!(right.status.success(), "{text}{}", String::from_utf8_lossy(&right.stderr));
    assert!(text.contains("requests: 5 of 5 operations") && text.contains("replies: 3 of 3 operations"), "{text}");
    for kind in ["all", "lists", "member 2", "member 3"] {
        assert!(text.contains(&format!("ask_desk ({kind})")), "{kind}: {text}");
    }

    let mistaken = compared(&fixture, "Mistaken");
    let text = String::from_utf8_lossy(&mistaken.stdout);
    assert_eq!(mistaken.status.code(), Some(1), "{text}{}", String::from_utf8_lossy(&mistaken.stderr));
    let is_told = |line: &&str| ["same ", "not made ", " "].iter().all(|start| !line.starts_with(start));
    let differing: Vec<&str> = text.lines().take_while(|line| !line.contains("calls ")).filter(is_told).collect();
    // Of an answer's field, no page states the name on the wire; that of the parameter is overridden.
    assert_eq!(differing, ["renamed    get_book (success:all)", "differ     list_loans (all)"], "{text}");
}
