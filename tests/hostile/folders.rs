//! The output folder, when it is not what it should be or a run is cut short.
//!
//! In: a temporary folder. Out: nothing.

use crate::docs::{Bench, COLOR, Ran, tablature};
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
    bench.write("out/.tablature-staging/written-by-tablature", "");
    bench.write("out/.tablature-staging/0", "half a te");
    assert_eq!(bench.run(&["check"]).status, 0);
    bench.generate();
    assert!(!bench.path("out/.tablature-staging").exists(), "it is removed even if there is nothing to write");
}

/// A folder of the user that has the name of the one for staging, or a similar one.
#[test]
fn folders_of_the_user_are_not_staged_in() {
    let bench = Bench::new();
    bench.write("out/.tablature-notes/0", "mine");
    bench.generate();
    assert_eq!(bench.read("out/.tablature-notes/0"), "mine");
    bench.write("out/.tablature-staging/0", "mine");
    bench.generate();
    bench.write("docs/models/components/Color.md", &COLOR.replace("grey", "gray"));
    let ran = bench.run(&["generate"]);
    assert!(ran.status == 2 && ran.stderr.contains("another's files"), "{}", ran.stderr);
    assert_eq!(bench.read("out/.tablature-staging/0"), "mine");
}

/// Configurations that no one knows the end of, and files that are larger than any page.
#[cfg(unix)]
#[test]
fn what_is_too_large_is_not_read() {
    let bench = Arc::new(Bench::new());
    make_pipe(&bench, "pipe.toml");
    bench.write("zero.toml", "docs = \"docs\"\noverrides = \"/dev/zero\"\n");
    bench.write("large.toml", "docs = \"docs\"\noverrides = \"sparse\"\n");
    let sparse = |inside: &str| std::fs::File::create(bench.path(inside)).and_then(|file| file.set_len(3 << 30));
    sparse("sparse").expect("a sparse file");
    for (config, message) in [("pipe", "a pipe or a device"), ("zero", "a pipe or a device"), ("large", "at most 4")] {
        let ran = tablature(&["survey", "--config", bench.path(&format!("{config}.toml")).as_str()]);
        assert!(ran.status == 2 && ran.stderr.contains(message), "{config}: {}", ran.stderr);
    }
    sparse("docs/models/components/Huge.md").expect("a sparse file");
    let ran = run_to_the_end(&bench, "check");
    assert!(ran.stderr.contains("[T0003]: `") && ran.stderr.contains("3072 MB"), "{}", ran.stderr);
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

/// Runs a command, which must end.
fn run_to_the_end(bench: &Arc<Bench>, command: &'static str) -> Ran {
    let (done, ran) = mpsc::channel();
    let bench = Arc::clone(bench);
    thread::spawn(move || drop(done.send(bench.run(&[command]))));
    ran.recv_timeout(Duration::from_secs(60)).unwrap_or_else(|_| panic!("`{command}` does not end"))
}

fn make_pipe(bench: &Bench, inside: &str) {
    let made = Command::new("mkfifo").arg(bench.path(inside)).status().expect("mkfifo");
    assert!(made.success());
}

#[cfg(unix)]
fn link(bench: &Bench, target: &str, inside: &str) {
    std::os::unix::fs::symlink(target, bench.path(inside)).expect("a link");
}

/// Pages that no one knows the end of, links to them, to themselves, and out of the folder.
#[cfg(unix)]
#[test]
fn what_is_no_page_is_reported_and_not_read() {
    let bench = Arc::new(Bench::new());
    make_pipe(&bench, "docs/models/components/Pipe.md");
    bench.write("outside/Secret.md", "# Secret\n\nhidden words\n");
    link(&bench, "/dev/zero", "docs/models/components/Zero.md");
    link(&bench, "Loop.md", "docs/models/components/Loop.md");
    link(&bench, "../../../outside/Secret.md", "docs/models/components/Secret.md");
    link(&bench, "../../outside", "docs/models/outside");
    link(&bench, "..", "docs/models/all");
    link(&bench, "/dev/zero", "docs/models/picture.png");
    for command in ["survey", "generate", "check"] {
        let ran = run_to_the_end(&bench, command);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        for name in ["Pipe", "Zero", "Loop", "Secret"] {
            let kind = if name == "Pipe" { "special file" } else { "symbolic link" };
            assert!(ran.stderr.contains(&format!("{name}.md` is a {kind} and is not read")), "{}", ran.stderr);
        }
        assert!(ran.stderr.contains("models/outside` is a symbolic link"), "{}", ran.stderr);
        assert!(ran.stderr.contains("models/all` is a symbolic link"), "{}", ran.stderr);
        assert!(!ran.stderr.contains("hidden words") && !ran.stderr.contains("picture"), "{}", ran.stderr);
    }
    let files = tree(bench.path("out").as_std_path());
    assert!(!files.iter().any(|(_, text)| String::from_utf8_lossy(text).contains("hidden words")));
}

/// Files to write, in whose place there are pipes, devices and links: what they lead to is neither read nor written.
#[cfg(unix)]
#[test]
fn what_stands_in_the_place_of_a_file_is_replaced() {
    let bench = Arc::new(Bench::new());
    bench.generate();
    let before = tree(bench.path("out").as_std_path());
    bench.write("outside.txt", "the user's");
    let places = ["lib.rs", "api/mod.rs", "api/components/pet.rs", "api/components/color.rs", "support.rs"];
    for place in places {
        bench.remove(&format!("out/src/{place}"));
    }
    make_pipe(&bench, "out/src/lib.rs");
    link(&bench, "/dev/zero", "out/src/api/mod.rs");
    link(&bench, "../../../../outside.txt", "out/src/api/components/pet.rs");
    link(&bench, "color.rs", "out/src/api/components/color.rs");
    link(&bench, "nowhere", "out/src/support.rs");
    make_pipe(&bench, "out/src/api/pipe.rs");
    let checked = run_to_the_end(&bench, "check");
    assert_eq!(checked.status, 1, "{}", checked.stderr);
    assert_eq!(run_to_the_end(&bench, "generate").status, 0);
    std::fs::remove_file(bench.path("out/src/api/pipe.rs")).expect("a pipe of the user's is left where it is");
    assert_eq!(tree(bench.path("out").as_std_path()), before);
    assert!(places.iter().all(|place| !bench.path(&format!("out/src/{place}")).is_symlink()));
    assert_eq!(bench.read("outside.txt"), "the user's");
}

/// A manifest that is a pipe is not waited for.
#[cfg(unix)]
#[test]
fn a_manifest_that_is_no_file_is_not_read() {
    let bench = Arc::new(Bench::new());
    bench.generate();
    bench.remove("out/Cargo.toml");
    make_pipe(&bench, "out/Cargo.toml");
    assert_eq!(run_to_the_end(&bench, "check").status, 1);
    assert_eq!(run_to_the_end(&bench, "generate").status, 0);
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
fn write_odd_pages(bench: &Bench, at: usize, name: &str) {
    let types = |title: &str| super::page(title, &[("a", "Long", "x")]);
    let section = super::operation(name, &super::usage(&format!("o{at} {name}"), "get", "/x"), &[]);
    let folder = if name.trim_matches('.').is_empty() { "dots" } else { name };
    let long = "aB".repeat(100) + &at.to_string();
    bench.write(&format!("docs/models/components/P{at}.md"), &types(name));
    bench.write(&format!("docs/models/{folder}/X{at}.md"), &types("X"));
    bench.write(&format!("docs/models/{long}/X.md"), &types("X"));
    bench.write(&format!("docs/sdks/{folder}/README.md"), &format!("# {name}\n\n{section}"));
    bench.write(&format!("docs/sdks/{long}/README.md"), &format!("# {long}\n\n{section}"));
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
    let bench = Bench::new();
    ODD_NAMES.iter().enumerate().for_each(|(at, name)| write_odd_pages(&bench, at, name));
    bench.generate();
    let mut seen = std::collections::HashSet::new();
    for (path, _) in tree(bench.path("out").as_std_path()) {
        let inside = path.strip_prefix(bench.path("out").as_str()).expect("below the folder").to_owned();
        assert!(seen.insert(inside.to_lowercase()), "`{inside}` differs from another by case");
        assert_portable(&inside);
    }
}
