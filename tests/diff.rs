//! What changed in an API, and what that asks of the next version: `tablature diff`.
//!
//! In: a small docs tree, changed in one way at a time. Out: nothing.

use crate::{
    docs::{Fixture, PET, Ran},
    hostile::files_below,
    program, workspace,
};
use std::{path::Path, process::Command};

const PET_PAGE: &str = "docs/models/components/Pet.md";

/// The kinds of change, each an edit of the pages beside it.
const KINDS: &str = include_str!("semver/kinds.toml");

const OPTIONAL: &str = "| `nick` | *Optional\\<String>* | :heavy_minus_sign: | Another name. |\n";
/// The text without the lines that hold a word.
fn without(text: &str, word: &str) -> String {
    text.lines().filter(|line| !line.contains(word)).map(|line| format!("{line}\n")).collect()
}

fn diff(fixture: &Fixture, old: &str, flags: &[&str]) -> Ran {
    let ran = fixture.run(&[&["diff", old], flags].concat());
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    ran
}

/// The pages that the kinds of change edit.
fn pages() -> Fixture {
    let fixture = Fixture::empty();
    let root = workspace().join("tests/semver/docs");
    for (path, bytes) in files_below(&root) {
        let inside = Path::new(&path).strip_prefix(&root).expect("a page").display().to_string();
        fixture.write(&format!("docs/{inside}"), &String::from_utf8(bytes).expect("UTF-8"));
    }
    fixture
}

/// Makes a change: a page is edited, comes or goes.
fn edit(fixture: &Fixture, kind: &toml::Table) {
    let page = format!("docs/{}", text_of(kind, "page").expect("a page"));
    match (text_of(kind, "old"), text_of(kind, "new")) {
        (None, None) => fixture.remove(&page),
        (None, Some(new)) => fixture.write(&page, new),
        (Some(old), new) => {
            let text = fixture.read(&page);
            assert!(text.contains(old), "{page} does not hold {old}");
            fixture.write(&page, &text.replace(old, new.unwrap_or_default()));
        }
    }
}

fn text_of<'k>(kind: &'k toml::Table, key: &str) -> Option<&'k str> {
    kind.get(key).and_then(toml::Value::as_str)
}

#[test]
fn each_kind_of_change_is_told_with_what_it_asks_for() {
    let kinds: toml::Table = KINDS.parse().expect("TOML");
    let kinds = kinds["kind"].as_array().expect("kinds");
    assert!(kinds.len() >= 20);
    for kind in kinds.iter().filter_map(toml::Value::as_table) {
        let fixture = pages();
        fixture.generate();
        edit(&fixture, kind);
        let ran = diff(&fixture, fixture.path("out/model.json").as_str(), &[]);
        let line = text_of(kind, "line").expect("a line");
        assert!(ran.stdout.lines().any(|it| it.starts_with(line)), "{}: {}", kind["name"], ran.stdout);
    }
}

/// `tests/semver/run` works; what cargo-semver-checks would say is told by a program in its place.
#[test]
fn the_script_of_comparison_runs() {
    let fixture = Fixture::empty();
    program::install(&fixture, "tablature", &program::script(&fixture));
    program::install(&fixture, "checks", "#!/bin/sh\necho 'Summary semver requires new major version' >&2\nexit 1\n");
    for (kind, is_as_told) in [("a value is gone", true), ("a value is new", false)] {
        let mut script = Command::new(workspace().join("tests/semver/run"));
        script.args(["--tablature", fixture.path("tablature").as_str(), "--checks", fixture.path("checks").as_str()]);
        let ran = script.args(["--only", kind]).output().expect("python3");
        assert_eq!(ran.status.success(), is_as_told, "{}", String::from_utf8_lossy(&ran.stderr));
        assert!(String::from_utf8_lossy(&ran.stdout).starts_with(kind));
    }
}

#[test]
fn nothing_changes_by_itself() {
    let fixture = Fixture::new();
    fixture.generate();
    for old in ["out/model.json", "docs"] {
        assert_eq!(diff(&fixture, fixture.path(old).as_str(), &[]).stdout, "nothing changed in the API\n");
    }
}

#[test]
fn what_the_client_gives_and_bodies_that_may_lack_are_optional() {
    let fixture = Fixture::new();
    fixture.generate();
    let mut model: serde_json::Value = serde_json::from_str(&fixture.read("out/model.json")).expect("JSON");
    let operation = &mut model["operations"][0];
    operation["parameters"][0]["global"] = "stated".into();
    operation["bodiless"] = vec![204].into();
    fixture.write("old.json", &model.to_string());
    let told = diff(&fixture, fixture.path("old.json").as_str(), &[]).stdout;
    assert!(told.contains("it was optional and is required"), "{told}");
    assert!(told.contains("or nothing` and is `components/Pet`"), "{told}");
}

#[test]
fn another_media_type_of_an_error_is_a_change_on_the_wire() {
    let fixture = pages();
    fixture.generate();
    let page = "docs/sdks/pets/README.md";
    let errors = fixture.read(page);
    fixture.write(page, &errors.replace("| 404 | application/json |", "| 404 | application/problem+json |"));
    let told = diff(&fixture, fixture.path("out/model.json").as_str(), &[]).stdout;
    let line = "endpoints::pets::Get error-404: what travels was `application/json` and is `application/problem+json`";
    assert!(told.contains(line), "{told}");
}

#[test]
fn the_gravest_change_is_the_bump() {
    let fixture = Fixture::new();
    fixture.generate();
    fixture.write(PET_PAGE, &(without(PET, "`age`") + OPTIONAL));
    let old = fixture.path("out/model.json");
    let json: serde_json::Value =
        serde_json::from_str(&diff(&fixture, old.as_str(), &["--format", "json"]).stdout).expect("JSON");
    assert_eq!((json["bump"].as_str(), json["changes"].as_array().map(Vec::len)), (Some("major"), Some(2)));
    let markdown = diff(&fixture, old.as_str(), &["--form", "markdown"]).stdout;
    assert!(markdown.contains("2 changes: the next version is a major one"), "{markdown}");
    assert!(markdown.contains("#### minor (1)\n\n- `components::Pet.nick`: a new field\n"), "{markdown}");
}

#[test]
fn a_revision_is_compared_with() {
    let fixture = Fixture::new();
    fixture.generate();
    let git = |args: &[&str]| {
        let identity = ["-c", "user.name=x", "-c", "user.email=x@example.com"];
        let mut git = Command::new("git");
        let ran = git.current_dir(fixture.path("out")).args(identity).args(args).output().expect("git");
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    };
    git(&["init", "-q"]);
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "x"]);
    fixture.write(PET_PAGE, &(PET.to_owned() + OPTIONAL));
    fixture.generate();
    assert!(diff(&fixture, "HEAD", &[]).stdout.contains("minor  components::Pet.nick: a new field"));
    for odd in ["nowhere", "--output=x"] {
        let ran = fixture.run(&["diff", "--", odd]);
        assert_eq!(ran.status, 2, "{}", ran.stdout);
    }
}
