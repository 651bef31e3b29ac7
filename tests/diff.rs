//! What changed in an API, and what that asks of the next version: `tablature diff`.
//!
//! In: a small docs tree, changed in one way at a time. Out: nothing.

use crate::docs::{COLOR, Fixture, PET, PETS, Ran};
use std::process::Command;

const PET_PAGE: &str = "docs/models/components/Pet.md";
const COLOR_PAGE: &str = "docs/models/components/Color.md";
const PETS_PAGE: &str = "docs/sdks/pets/README.md";

/// A change, its page, what that holds afterwards, and the line that says so.
type Case = (&'static str, &'static str, fn() -> String, &'static str);

const CASES: &[Case] = &[
    ("a field is gone", PET_PAGE, || without(PET, "`age`"), "major  components::Pet.age: the field is gone"),
    ("a field is new", PET_PAGE, || PET.to_owned() + OPTIONAL, "minor  components::Pet.nick: a new field"),
    (
        "a required field is new",
        PET_PAGE,
        || PET.to_owned() + REQUIRED,
        "major  components::Pet.nick: a new required field",
    ),
    ("a type changes", PET_PAGE, || PET.replace("Integer", "String"), "major  components::Pet.age: its type was"),
    ("it may be missing", PET_PAGE, || optional_name(), "major  components::Pet.name: it was required and is optional"),
    ("a value is gone", COLOR_PAGE, || without(COLOR, "`GREY`"), "major  components::Color.Grey: the value is gone"),
    (
        "a value is new",
        COLOR_PAGE,
        || COLOR.to_owned() + "| `BLUE` | blue |\n",
        "minor  components::Color.Blue: a new value",
    ),
    (
        "a value travels otherwise",
        COLOR_PAGE,
        || COLOR.replace("| grey", "| gray"),
        "patch  components::Color.Grey: what travels",
    ),
    (
        "a parameter is gone",
        PETS_PAGE,
        || PETS.replace("{petId}", "7").replace("| `petId` | *String* | :heavy_check_mark: | Which pet. |\n", ""),
        "major  endpoints::pets::Get.pet_id: the parameter is gone",
    ),
    (
        "a path changes",
        PETS_PAGE,
        || PETS.replace("\"/pets/", "\"/animals/"),
        "patch  endpoints::pets::Get: what travels",
    ),
    (
        "a method changes",
        PETS_PAGE,
        || PETS.replace("\"get\"", "\"post\""),
        "patch  endpoints::pets::Get: what travels",
    ),
    (
        "an error is gone",
        PETS_PAGE,
        || without(PETS, "NotFound |"),
        "major  endpoints::pets::Get error-404: the error body is gone",
    ),
];

const OPTIONAL: &str = "| `nick` | *Optional\\<String>* | :heavy_minus_sign: | Another name. |\n";
const REQUIRED: &str = "| `nick` | *String* | :heavy_check_mark: | Another name. |\n";

fn optional_name() -> String {
    PET.replace("| *String* | :heavy_check_mark:", "| *Optional\\<String>* | :heavy_minus_sign:")
}

/// The text without the lines that hold a word.
fn without(text: &str, word: &str) -> String {
    text.lines().filter(|line| !line.contains(word)).map(|line| format!("{line}\n")).collect()
}

fn diff(fixture: &Fixture, old: &str, flags: &[&str]) -> Ran {
    let ran = fixture.run(&[&["diff", old], flags].concat());
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    ran
}

#[test]
fn each_change_is_told_with_what_it_asks_for() {
    for (name, page, text, line) in CASES {
        let fixture = Fixture::new();
        fixture.generate();
        fixture.write(page, &text());
        let ran = diff(&fixture, fixture.path("out/model.json").as_str(), &[]);
        assert!(ran.stdout.lines().any(|it| it.starts_with(line)), "{name}: {}", ran.stdout);
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
