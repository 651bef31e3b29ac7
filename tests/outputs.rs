//! Folders brought up to date, compared, and single files in them.
//!
//! In: small trees of files. Out: nothing.

use crate::docs::Fixture;
use std::error::Error as _;
use tablature::output::{
    Change, Drift, LOCK_FILE, Origin, Others, OutFile, Tree, Written, compare, put, take, unified, write,
};

/// How the first line of generated Rust reads.
const MARK: &str = "// Generated from x by `tablature generate`. Do not edit.\n";

fn file(path: &str, text: &str) -> OutFile {
    OutFile { path: path.into(), text: text.to_owned() }
}

fn tree(files: &[(&str, &str)]) -> Tree {
    Tree::of(files.iter().map(|(path, text)| file(path, text)).collect())
}

/// What a run does to the folder `out`.
fn written(fixture: &Fixture, tree: &Tree, others: Others) -> Written {
    write(tree, &fixture.path("out"), others, |_, _| ()).unwrap_or_else(|error| panic!("{error}"))
}

/// How the folder `out` differs, but for the list of files.
fn drift(fixture: &Fixture, tree: &Tree) -> Vec<(String, Change)> {
    let drift = compare(tree, &fixture.path("out")).unwrap_or_else(|error| panic!("{error}"));
    let others = drift.into_iter().filter(|it| it.path != LOCK_FILE);
    others.map(|Drift { path, change }| (path.into_string(), change)).collect()
}

fn of(path: &str, change: Change) -> (String, Change) {
    (path.to_owned(), change)
}

fn differs(present: &str, wanted: &str, origin: Origin) -> Change {
    Change::Differs { present: present.to_owned(), wanted: wanted.to_owned(), origin }
}

/// The names in a folder.
fn names(fixture: &Fixture, folder: &str) -> Vec<String> {
    let entries = fixture.path(folder).read_dir_utf8().expect("a folder");
    let mut names: Vec<String> = entries.map(|entry| entry.expect("an entry").file_name().to_owned()).collect();
    names.sort();
    names
}

/// A folder in which three files were generated, and then one was edited, one is gone, and two are someone else's.
fn eventful() -> (Fixture, Tree) {
    let fixture = Fixture::empty();
    written(
        &fixture,
        &tree(&[
            ("src/api/a.rs", "a"),
            ("src/api/b.rs", "b"),
            ("src/api/old/c.rs", "c"),
            ("src/api/d.rs", "d"),
            ("e.json", "e"),
        ]),
        Others::Keep,
    );
    fixture.write("out/src/api/b.rs", "mine");
    fixture.write("out/src/api/d.rs", "mine");
    fixture.write("out/src/api/foreign.rs", "mine");
    fixture.write("out/src/api/new.rs", "mine");
    let wanted = tree(&[
        ("src/api/a.rs", "A"),
        ("src/api/b.rs", "B"),
        ("src/api/new.rs", "n"),
        ("f.json", "f"),
        ("e.json", "e"),
    ]);
    (fixture, Tree { once: vec![file("Cargo.toml", "mine"), file("once.txt", "o")], ..wanted })
}

#[test]
fn a_folder_is_compared_with_what_would_be_written() {
    let (fixture, tree) = eventful();
    fixture.write("out/once.txt", "anything");
    let expected = [
        of("Cargo.toml", Change::Missing),
        of("f.json", Change::Missing),
        of("src/api/a.rs", differs("a", "A", Origin::Generated)),
        of("src/api/b.rs", differs("mine", "B", Origin::Edited)),
        of("src/api/d.rs", Change::Orphan(Origin::Edited)),
        of("src/api/foreign.rs", Change::Orphan(Origin::Foreign)),
        of("src/api/new.rs", differs("mine", "n", Origin::Foreign)),
        of("src/api/old/c.rs", Change::Orphan(Origin::Generated)),
    ];
    assert_eq!(drift(&fixture, &tree), expected);
    let kept = |change: Change| Drift { path: "x".into(), change }.is_kept();
    assert_eq!(expected.map(|(_, change)| kept(change)), [false, false, false, true, true, true, true, false]);
}

#[test]
fn what_is_not_the_generators_is_kept() {
    let (fixture, tree) = eventful();
    let done = written(&fixture, &tree, Others::Keep);
    let expected = Written {
        written: 4,
        unchanged: 1,
        removed: vec!["src/api/old/c.rs".into()],
        edited: vec!["src/api/b.rs".into(), "src/api/d.rs".into()],
        occupied: vec!["src/api/new.rs".into()],
        foreign: vec!["src/api/foreign.rs".into()],
    };
    assert_eq!(done, expected);
    assert_eq!(names(&fixture, "out"), ["Cargo.toml", "e.json", "f.json", "once.txt", "src", LOCK_FILE]);
    assert_eq!(names(&fixture, "out/src/api"), ["a.rs", "b.rs", "d.rs", "foreign.rs", "new.rs"]);
    let texts = ["a", "b", "d", "foreign", "new"].map(|name| fixture.read(&format!("out/src/api/{name}.rs")));
    assert_eq!(texts, ["A", "mine", "mine", "mine", "mine"]);
}

#[test]
fn what_is_not_the_generators_is_overwritten_on_request() {
    let (fixture, tree) = eventful();
    let done = written(&fixture, &tree, Others::Overwrite);
    let expected = Written {
        written: 6,
        unchanged: 1,
        removed: vec!["src/api/d.rs".into(), "src/api/old/c.rs".into()],
        foreign: vec!["src/api/foreign.rs".into()],
        ..Written::default()
    };
    assert_eq!(done, expected);
    assert_eq!(names(&fixture, "out/src/api"), ["a.rs", "b.rs", "foreign.rs", "new.rs"]);
    let again = written(&fixture, &tree, Others::Overwrite);
    assert_eq!(again, Written { unchanged: 7, foreign: vec!["src/api/foreign.rs".into()], ..Written::default() });
    assert_eq!(drift(&fixture, &tree), [of("src/api/foreign.rs", Change::Orphan(Origin::Foreign))]);
}

/// Files of a user outside of the generator's folder are nobody else's concern, listed or not.
#[test]
fn files_elsewhere_are_the_users() {
    let fixture = Fixture::empty();
    fixture.write("out/src/mine.rs", MARK);
    let wanted = tree(&[("src/lib.rs", MARK)]);
    assert_eq!(
        drift(&fixture, &wanted),
        [of("src/lib.rs", Change::Missing), of("src/mine.rs", Change::Orphan(Origin::Generated))],
        "a crate without a list"
    );
    fixture.write("out/src/mine.rs", "//! Mine.\n");
    written(&fixture, &wanted, Others::Keep);
    fixture.write("out/src/mine.rs", MARK);
    fixture.write("out/README.md", "mine");
    assert_eq!(drift(&fixture, &wanted), []);
}

/// Without a list, what bears the mark is the generator's, and of an old crate also what can bear none.
#[test]
fn crates_without_a_list_are_told_by_marks() {
    let origin = |lib: &str, path: &str, text: &str| {
        let fixture = Fixture::empty();
        fixture.write("out/src/lib.rs", lib);
        fixture.write(&format!("out/{path}"), text);
        let found = drift(&fixture, &tree(&[("src/lib.rs", lib), (path, "new")]));
        match found.as_slice() {
            [(_, Change::Differs { origin, .. })] => *origin,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(origin("x", "src/api/a.rs", MARK), Origin::Generated);
    assert_eq!(origin("x", "src/api/a.rs", "mine"), Origin::Foreign);
    assert_eq!(origin(MARK, "src/api/a.rs", "mine"), Origin::Foreign);
    assert_eq!(origin("x", "model.json", "{}"), Origin::Foreign);
    assert_eq!(origin(MARK, "model.json", "{}"), Origin::Generated);
}

#[test]
fn each_step_of_a_run_is_counted() {
    let (fixture, tree) = eventful();
    let mut steps = Vec::new();
    write(&tree, &fixture.path("out"), Others::Keep, |step, all| steps.push((step, all))).expect("a run");
    // Five files and the list, which is there before and after, are staged and moved; one file is removed.
    assert_eq!(steps, (1..=13).map(|step| (step, 13)).collect::<Vec<_>>());
    let mut none = 0;
    write(&tree, &fixture.path("out"), Others::Keep, |_, _| none += 1).expect("a run");
    assert_eq!(none, 0);
}

/// A folder that a killed run has left is taken over, and one that someone else has filled is not.
#[test]
fn texts_are_staged_in_a_folder_of_the_generators_own() {
    let fixture = Fixture::empty();
    fixture.write("out/.tablature-staging/written-by-tablature", "");
    fixture.write("out/.tablature-staging/0", "half a text");
    let wanted = tree(&[("src/api/a.rs", "a")]);
    assert_eq!(written(&fixture, &wanted, Others::Keep).written, 1);
    assert_eq!(names(&fixture, "out"), ["src", LOCK_FILE]);
    fixture.write("out/.tablature-staging/written-by-tablature", "");
    assert_eq!(written(&fixture, &wanted, Others::Keep).unchanged, 1);
    assert_eq!(names(&fixture, "out"), ["src", LOCK_FILE], "what was left is removed, though nothing is to be written");
    fixture.write("out/.tablature-staging/mine", "mine");
    let error = write(&tree(&[("src/api/a.rs", "b")]), &fixture.path("out"), Others::Keep, |_, _| ())
        .expect_err("a folder of another's");
    let staging = fixture.path("out/.tablature-staging");
    let why = "another's files lie in the folder that texts are staged in; move them";
    assert_eq!(error.to_string(), format!("cannot write to `{staging}`: {why}"));
    assert_eq!(
        (fixture.read("out/.tablature-staging/mine"), fixture.read("out/src/api/a.rs")),
        ("mine".to_owned(), "a".to_owned())
    );
}

#[test]
fn nothing_is_written_outside_of_the_folder() {
    let fixture = Fixture::empty();
    for path in ["../a", "a/../b", "/a", "./a/../../b"] {
        let why = format!("cannot write `{path}`: outside the output folder");
        let error = |result: Result<(), tablature::output::WriteError>| result.expect_err("an error").to_string();
        assert_eq!(
            error(write(&tree(&[(path, "x")]), &fixture.path("out"), Others::Overwrite, |_, _| ()).map(drop)),
            why
        );
        assert_eq!(error(put(&fixture.path("out"), path.into(), "x")), why);
        assert_eq!(error(take(&fixture.path("out"), path.into())), why);
    }
    assert!(!fixture.path("out").exists());
}

#[test]
fn single_files_are_written_and_removed() {
    let fixture = Fixture::empty();
    let folder = fixture.path("out");
    put(&folder, "a/b/c.md".into(), "one").expect("a file");
    put(&folder, "a/b/c.md".into(), "two").expect("a file");
    put(&folder, "a/d.md".into(), "three").expect("a file");
    assert_eq!((fixture.read("out/a/b/c.md"), names(&fixture, "out/a/b")), ("two".to_owned(), vec!["c.md".to_owned()]));
    take(&folder, "a/b/c.md".into()).expect("it is removed");
    assert_eq!(names(&fixture, "out/a"), ["d.md"], "the empty folder is gone, too");
    take(&folder, "a/b/c.md".into()).expect("it is gone already");
    let error = take(&folder, "a".into()).expect_err("a folder is no file");
    assert!(error.to_string().starts_with(&format!("cannot remove `{}`: ", fixture.path("out/a"))), "{error}");
    assert!(error.source().is_some());
    take(&folder, "a/d.md".into()).expect("it is removed");
    assert_eq!(names(&fixture, "out"), [""; 0]);
}

/// A folder in the place of a file, or a file in that of a folder, cannot be helped.
#[test]
fn what_stands_in_the_way_is_named() {
    let fixture = Fixture::empty();
    fixture.write("out/src", "a file");
    fixture.write("out/model.json/x", "in a folder");
    for path in ["src/lib.rs", "model.json"] {
        let error = compare(&tree(&[(path, "x")]), &fixture.path("out")).expect_err("it cannot be read");
        assert!(
            error.to_string().starts_with(&format!("cannot read `{}`: ", fixture.path("out").join(path))),
            "{error}"
        );
    }
}

/// A link that leads nowhere stands where a file is missing.
#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_a_missing_file() {
    let fixture = Fixture::empty();
    fixture.write("out/x", "");
    std::os::unix::fs::symlink("nowhere", fixture.path("out/model.json")).expect("a link");
    assert_eq!(drift(&fixture, &tree(&[("model.json", "x")])), [of("model.json", Change::Missing)]);
    fixture.write("out/there.json", "y");
    std::os::unix::fs::symlink("there.json", fixture.path("out/linked.json")).expect("a link");
    let linked = drift(&fixture, &tree(&[("linked.json", "x")]));
    assert_eq!(linked, [of("linked.json", differs("y", "x", Origin::Generated))]);
}

#[test]
fn long_diffs_are_cut() {
    let lines = |count: usize, of: &str| (0..count).map(|at| format!("{of}{at}\n")).collect::<String>();
    let of = |count: usize| unified("a", "", &lines(count, "x"));
    assert_eq!(of(77).lines().count(), 80);
    assert!(of(77).ends_with("+x76\n"));
    assert!(of(78).ends_with("+x76\n… 1 more lines of this file differ\n"), "{}", of(78));
    assert!(of(100).ends_with("+x76\n… 23 more lines of this file differ\n"));
}
