//! The output folder, when it is not what it should be or a run is cut short.
//!
//! In: a temporary folder. Out: nothing.

use crate::docs::{COLOR, Fixture, Ran, tablature};
use std::{
    path::Path,
    process::Command,
    sync::{Arc, mpsc},
    thread,
    time::Duration,
};

/// All files below a folder, with their texts.
pub fn tree(folder: &Path) -> Vec<(String, Vec<u8>)> {
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
    let fixture = Fixture::new();
    fixture.generate();
    fixture.write("docs/models/components/Color.md", &COLOR.replace("GREY", "WHITE").replace("grey", "white"));
    fixture.remove("out/src/api/errors/mod.rs");
    fixture.write("out/src/api/errors/mod.rs/file", "a folder stands where a file belongs");
    let before = tree(fixture.path("out").as_std_path());
    let ran = fixture.run(&["generate"]);
    assert_eq!(ran.status, 2, "{}", ran.stderr);
    assert_eq!(tree(fixture.path("out").as_std_path()), before);
}

/// What a killed run leaves lies outside of `src/`: it is no drift, and no part of the crate.
#[test]
fn what_a_killed_run_leaves_is_no_drift() {
    let fixture = Fixture::new();
    fixture.generate();
    fixture.write("out/.tablature-staging/written-by-tablature", "");
    fixture.write("out/.tablature-staging/0", "half a te");
    assert_eq!(fixture.run(&["check"]).status, 0);
    fixture.generate();
    assert!(!fixture.path("out/.tablature-staging").exists(), "it is removed even if there is nothing to write");
}

/// A folder of the user that has the name of the one for staging, or a similar one.
#[test]
fn folders_of_the_user_are_not_staged_in() {
    let fixture = Fixture::new();
    fixture.write("out/.tablature-notes/0", "mine");
    fixture.generate();
    assert_eq!(fixture.read("out/.tablature-notes/0"), "mine");
    fixture.write("out/.tablature-staging/0", "mine");
    fixture.generate();
    fixture.write("docs/models/components/Color.md", &COLOR.replace("grey", "gray"));
    let ran = fixture.run(&["generate"]);
    assert!(ran.status == 2 && ran.stderr.contains("another's files"), "{}", ran.stderr);
    assert_eq!(fixture.read("out/.tablature-staging/0"), "mine");
}

/// Configurations that no one knows the end of, and files that are larger than any page.
#[cfg(unix)]
#[test]
fn what_is_too_large_is_not_read() {
    let fixture = Arc::new(Fixture::new());
    make_pipe(&fixture, "pipe.toml");
    fixture.write("zero.toml", "docs = \"docs\"\noverrides = \"/dev/zero\"\n");
    fixture.write("large.toml", "docs = \"docs\"\noverrides = \"sparse\"\n");
    let sparse = |inside: &str| std::fs::File::create(fixture.path(inside)).and_then(|file| file.set_len(3 << 30));
    sparse("sparse").expect("a sparse file");
    for (config, message) in [("pipe", "a pipe or a device"), ("zero", "a pipe or a device"), ("large", "at most 4")] {
        let ran = tablature(&["survey", "--config", fixture.path(&format!("{config}.toml")).as_str()]);
        assert!(ran.status == 2 && ran.stderr.contains(message), "{config}: {}", ran.stderr);
    }
    sparse("docs/models/components/Huge.md").expect("a sparse file");
    let ran = run_to_the_end(&fixture, "check");
    assert!(ran.stderr.contains("[T0003]: `") && ran.stderr.contains("3072 MB"), "{}", ran.stderr);
}

#[test]
fn two_runs_at_once_get_in_no_ones_way() {
    let fixture = Fixture::new();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| fixture.generate());
        }
    });
    assert_eq!(fixture.run(&["check"]).status, 0);
    let left = std::fs::read_dir(fixture.path("out")).expect("a folder").flatten().map(|entry| entry.file_name());
    assert!(!left.into_iter().any(|name| name.to_string_lossy().starts_with(".tablature")));
}

#[test]
fn a_file_in_the_place_of_the_folder_is_bad_input() {
    let fixture = Fixture::new();
    fixture.write("out", "a file");
    let ran = fixture.run(&["generate"]);
    assert_eq!((ran.status, fixture.read("out").as_str()), (2, "a file"), "{}", ran.stderr);
}

/// The files there have the right text, so none is written; what no page gives any more is another's all the same.
#[cfg(unix)]
#[test]
fn nothing_is_removed_through_a_link() {
    let fixture = Fixture::new();
    fixture.generate();
    std::fs::rename(fixture.path("out/src"), fixture.path("elsewhere")).expect("moved");
    std::os::unix::fs::symlink(fixture.path("elsewhere"), fixture.path("out/src")).expect("a link");
    let orphan = "elsewhere/api/old.rs";
    fixture.write(orphan, "// Generated from `models/Old.md` by `tablature generate`. Do not edit.\n");
    fixture.run(&["generate"]);
    assert!(fixture.path(orphan).is_file());
}

/// Runs a command, which must end.
fn run_to_the_end(fixture: &Arc<Fixture>, command: &'static str) -> Ran {
    let (done, ran) = mpsc::channel();
    let fixture = Arc::clone(fixture);
    thread::spawn(move || drop(done.send(fixture.run(&[command]))));
    ran.recv_timeout(Duration::from_secs(60)).unwrap_or_else(|_| panic!("`{command}` does not end"))
}

fn make_pipe(fixture: &Fixture, inside: &str) {
    let made = Command::new("mkfifo").arg(fixture.path(inside)).status().expect("mkfifo");
    assert!(made.success());
}

#[cfg(unix)]
fn link(fixture: &Fixture, target: &str, inside: &str) {
    std::os::unix::fs::symlink(target, fixture.path(inside)).expect("a link");
}

/// Pages that no one knows the end of, links to them, to themselves, and out of the folder.
#[cfg(unix)]
#[test]
fn what_is_no_page_is_reported_and_not_read() {
    let fixture = Arc::new(Fixture::new());
    make_pipe(&fixture, "docs/models/components/Pipe.md");
    fixture.write("outside/Secret.md", "# Secret\n\nhidden words\n");
    link(&fixture, "/dev/zero", "docs/models/components/Zero.md");
    link(&fixture, "Loop.md", "docs/models/components/Loop.md");
    link(&fixture, "../../../outside/Secret.md", "docs/models/components/Secret.md");
    link(&fixture, "../../outside", "docs/models/outside");
    link(&fixture, "..", "docs/models/all");
    link(&fixture, "/dev/zero", "docs/models/picture.png");
    for command in ["survey", "generate", "check"] {
        let ran = run_to_the_end(&fixture, command);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        for name in ["Pipe", "Zero", "Loop", "Secret"] {
            let kind = if name == "Pipe" { "special file" } else { "symbolic link" };
            assert!(ran.stderr.contains(&format!("{name}.md` is a {kind} and is not read")), "{}", ran.stderr);
        }
        assert!(ran.stderr.contains("models/outside` is a symbolic link"), "{}", ran.stderr);
        assert!(ran.stderr.contains("models/all` is a symbolic link"), "{}", ran.stderr);
        assert!(!ran.stderr.contains("hidden words") && !ran.stderr.contains("picture"), "{}", ran.stderr);
    }
    let files = tree(fixture.path("out").as_std_path());
    assert!(!files.iter().any(|(_, text)| String::from_utf8_lossy(text).contains("hidden words")));
}

/// Files to write, in whose place there are pipes, devices and links: what they lead to is neither read nor written.
#[cfg(unix)]
#[test]
fn what_stands_in_the_place_of_a_file_is_replaced() {
    let fixture = Arc::new(Fixture::new());
    fixture.generate();
    let before = tree(fixture.path("out").as_std_path());
    fixture.write("outside.txt", "the user's");
    let places = ["lib.rs", "api/mod.rs", "api/components/pet.rs", "api/components/color.rs", "support.rs"];
    for place in places {
        fixture.remove(&format!("out/src/{place}"));
    }
    make_pipe(&fixture, "out/src/lib.rs");
    link(&fixture, "/dev/zero", "out/src/api/mod.rs");
    link(&fixture, "../../../../outside.txt", "out/src/api/components/pet.rs");
    link(&fixture, "color.rs", "out/src/api/components/color.rs");
    link(&fixture, "nowhere", "out/src/support.rs");
    make_pipe(&fixture, "out/src/api/pipe.rs");
    let checked = run_to_the_end(&fixture, "check");
    assert_eq!(checked.status, 1, "{}", checked.stderr);
    assert_eq!(run_to_the_end(&fixture, "generate").status, 0);
    std::fs::remove_file(fixture.path("out/src/api/pipe.rs")).expect("a pipe of the user's is left where it is");
    assert_eq!(tree(fixture.path("out").as_std_path()), before);
    assert!(places.iter().all(|place| !fixture.path(&format!("out/src/{place}")).is_symlink()));
    assert_eq!(fixture.read("outside.txt"), "the user's");
}

/// A manifest that is a pipe is not waited for.
#[cfg(unix)]
#[test]
fn a_manifest_that_is_no_file_is_not_read() {
    let fixture = Arc::new(Fixture::new());
    fixture.generate();
    fixture.remove("out/Cargo.toml");
    make_pipe(&fixture, "out/Cargo.toml");
    assert_eq!(run_to_the_end(&fixture, "check").status, 1);
    assert_eq!(run_to_the_end(&fixture, "generate").status, 0);
}

/// Names that some system does not allow, does not tell apart, or reads otherwise.
const ODD_NAMES: &[&str] = &[
    "CON",
    "con",
    "Con",
    "PRN",
    "AUX",
    "NUL",
    "COM1",
    "com9",
    "LPT1",
    "Lpt9",
    "COM0",
    "CON.",
    "CON ",
    "nul.md",
    "PET",
    "pet",
    "pEt",
    "P\u{e9}t",
    "Pe\u{301}t",
    "P\u{df}t",
    "Mod",
    "MOD",
    "A.",
    "A ",
    "a:b",
    "a*b",
    "a?b",
    "a|b",
    "a<b",
    "..",
    ".",
    "...",
    "~",
    "-rf",
    "desktop.ini",
    "THUMBS.DB",
];

/// What Windows takes for a device, whatever ending stands behind it.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9"];

/// A type and an operation of an odd name, in folders of that name and of a long one.
fn write_odd_pages(fixture: &Fixture, at: usize, name: &str) {
    let types = |title: &str| super::page(title, &[("a", "Long", "x")]);
    let section = super::operation(name, &super::usage(&format!("o{at} {name}"), "get", "/x"), &[]);
    let folder = if name.trim_matches('.').is_empty() { "dots" } else { name };
    let long = "aB".repeat(100) + &at.to_string();
    fixture.write(&format!("docs/models/components/P{at}.md"), &types(name));
    fixture.write(&format!("docs/models/{folder}/X{at}.md"), &types("X"));
    fixture.write(&format!("docs/models/{long}/X.md"), &types("X"));
    fixture.write(&format!("docs/sdks/{folder}/README.md"), &format!("# {name}\n\n{section}"));
    fixture.write(&format!("docs/sdks/{long}/README.md"), &format!("# {long}\n\n{section}"));
}

fn assert_portable(path: &str) {
    for part in path.split('/').filter(|part| !part.is_empty()) {
        let stem = part.split('.').next().unwrap_or_default().to_ascii_lowercase();
        assert!(!DEVICES.contains(&stem.as_str()), "{path}");
        assert!(part.len() < 100 && part.is_ascii() && !part.ends_with(['.', ' ']), "{path}");
        assert!(part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._".contains(&byte)), "{path}");
    }
}

/// What is checked out on Windows or on a Mac is the same: no devices, no two names that differ by case, none too long.
#[test]
fn files_have_names_that_every_system_allows() {
    let fixture = Fixture::new();
    ODD_NAMES.iter().enumerate().for_each(|(at, name)| write_odd_pages(&fixture, at, name));
    fixture.generate();
    let mut seen = std::collections::HashSet::new();
    for (path, _) in tree(fixture.path("out").as_std_path()) {
        let inside = path.strip_prefix(fixture.path("out").as_str()).expect("below the folder").to_owned();
        assert!(seen.insert(inside.to_lowercase()), "`{inside}` differs from another by case");
        assert_portable(&inside);
    }
}
