//! What commands print, whole: for people, and for machines.
//!
//! In: a small docs tree. Out: nothing.

use crate::docs::{Fixture, PET, Ran, tablature};
use serde_json::{Value, json};

fn parsed(ran: &Ran) -> Value {
    serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {}{}", ran.stdout, ran.stderr))
}

const FILE: &str = "src/api/components/pet.rs";

/// A crate of which a file is missing, one is edited, one differs, one is not wanted, and one is someone's own.
fn eventful() -> Fixture {
    let fixture = Fixture::new();
    fixture.generate();
    fixture.remove("out/src/api/mod.rs");
    fixture.write(&format!("out/{FILE}"), "mine\n");
    fixture.write("out/src/api/mine.rs", "mine\n");
    fixture.remove("docs/models/errors/NotFound.md");
    fixture
}

#[test]
fn check_tells_each_difference() {
    let fixture = eventful();
    let ran = fixture.run(&["check"]);
    let out = fixture.path("out");
    let told: Vec<&str> = ran
        .stdout
        .lines()
        .filter(|line| ["missing", "orphan", "foreign", "---"].iter().any(|word| line.starts_with(word)))
        .collect();
    let expected = [
        format!("--- {out}/model.json (present)"),
        format!("--- {out}/{FILE} (present)"),
        format!("foreign: {out}/src/api/mine.rs (not generated; it does not belong there)"),
        format!("missing: {out}/src/api/mod.rs"),
    ];
    for line in &expected {
        assert!(told.contains(&line.as_str()), "{line}: {told:#?}");
    }
    let orphan = format!("orphan: {out}/src/api/errors/not_found.rs (generated, and no page gives it any more)");
    assert!(told.contains(&orphan.as_str()) && ran.status == 1, "{told:#?}");
    let help: Vec<&str> = ran.stderr.lines().filter(|line| line.starts_with("help: ")).collect();
    let [run, force, foreign] = help.as_slice() else { panic!("{help:?}") };
    assert!(run.starts_with("help: run `") && run.contains(" generate --docs ") && !run.contains("check"), "{run}");
    assert_eq!(*force, "help: what is not the generator's own text is kept; `generate --force` overwrites it");
    assert_eq!(*foreign, "help: what is foreign lies in a folder that is generated: move or delete it");
    fixture.write("out/src/api/more.rs", "mine\n");
    let ran = fixture.run(&["check"]);
    assert!(ran.stderr.contains("is generated: move or delete them\n"), "{}", ran.stderr);
}

#[test]
fn check_tells_machines_the_same() {
    let fixture = eventful();
    fixture.write("out/src/api/errors/not_found.rs", "mine\n");
    let told = parsed(&fixture.run(&["check", "--format", "json"]));
    assert_eq!(told["out"], fixture.path("out").as_str());
    let drift = told["drift"].as_array().expect("a list");
    let of = |path: &str| drift.iter().find(|it| it["path"] == path).unwrap_or_else(|| panic!("{path}: {told}"));
    assert_eq!(*of("src/api/mod.rs"), json!({ "path": "src/api/mod.rs", "change": "missing" }));
    assert_eq!(*of("src/api/mine.rs"), json!({ "path": "src/api/mine.rs", "change": "orphan", "origin": "foreign" }));
    assert_eq!(of("src/api/errors/not_found.rs")["origin"], "edited");
    let edited = of(FILE);
    assert_eq!((&edited["change"], &edited["origin"]), (&json!("differs"), &json!("edited")));
    let diff = edited["diff"].as_str().expect("a diff");
    assert!(diff.starts_with(&format!("--- {FILE} (present)\n")) && diff.contains("\n-mine\n"), "{diff}");
    assert_eq!((&of("model.json")["change"], &of("model.json")["origin"]), (&json!("differs"), &json!("generated")));
    fixture.write("docs/models/errors/NotFound.md", crate::docs::NOT_FOUND);
    assert_eq!(fixture.run(&["generate", "--force"]).status, 0);
    fixture.remove("out/src/api/mine.rs");
    assert_eq!(parsed(&fixture.run(&["check", "--format", "json"]))["drift"], json!([]));
}

/// Twenty files are shown in full; of the rest, that they differ.
#[test]
fn check_shows_twenty_diffs() {
    let fixture = Fixture::new();
    let page = |at: usize, field: &str| {
        fixture.write(
            &format!("docs/models/components/Pet{at}.md"),
            &PET.replace("# Pet", &format!("# Pet{at}")).replace("`name`", &format!("`{field}`")),
        );
    };
    (0..25).for_each(|at| page(at, "name"));
    fixture.generate();
    (0..25).for_each(|at| page(at, "title"));
    let ran = fixture.run(&["check"]);
    let count = |start: &str| ran.stdout.lines().filter(|line| line.starts_with(start)).count();
    assert_eq!((count("--- "), count("differs: ")), (20, 7), "{}", ran.stderr);
    assert!(ran.stderr.contains(": 27 files differ from what the pages give\n"), "{}", ran.stderr);
}

#[test]
fn generate_says_what_it_did() {
    let fixture = eventful();
    let ran = fixture.run(&["generate"]);
    let (out, docs) = (fixture.path("out"), fixture.path("docs"));
    let notes: Vec<&str> =
        ran.stderr.lines().filter(|line| line.contains("removed: ") || line.starts_with(out.as_str())).collect();
    let [removed @ .., summary] = notes.as_slice() else { panic!("{}", ran.stderr) };
    assert_eq!(*removed, ["mod", "not_found"].map(|name| format!("removed: {out}/src/api/errors/{name}.rs")));
    assert!(
        summary.starts_with(&format!("{out}: 1 operation and ")) && summary.contains(&format!(" types from {docs}: ")),
        "{summary}"
    );
    assert!(summary.contains(" files written, 2 removed, 1 kept as they are"), "{summary}");
    let errors: Vec<&str> = ran.stderr.lines().filter(|line| line.starts_with("error: ")).collect();
    assert_eq!((ran.status, errors), (1, vec!["error: 1 file was kept that is not what the pages give"]));
    let again = parsed(&fixture.run(&["generate", "--format", "json"]));
    assert_eq!([&again["written"], &again["removed"], &again["occupied"]], [&json!(0), &json!([]), &json!([])]);
    assert_eq!([&again["edited"], &again["foreign"]], [&json!([FILE]), &json!(["src/api/mine.rs"])]);
    fixture.write("out/src/lib.rs", "mine\n");
    let ran = fixture.run(&["generate", "--format", "json"]);
    let error: Value = serde_json::from_str(ran.stderr.lines().last().expect("a line")).expect("JSON");
    assert_eq!(error, json!({ "severity": "error", "message": "2 files were kept that are not what the pages give" }));
}

#[test]
fn a_quiet_run_prints_errors_alone() {
    let fixture = eventful();
    let ran = fixture.run(&["generate", "--quiet"]);
    assert_eq!(
        (ran.stdout.as_str(), ran.stderr.as_str()),
        ("", "error: 1 file was kept that is not what the pages give\n")
    );
}

/// The pages of a crate, and the vendor's.
fn pages() -> Fixture {
    let fixture = Fixture::new();
    fixture.write("tablature.toml", "docs = \"own\"\nout = \"out\"\nname = \"pet-api\"\n");
    fixture
}

fn with(fixture: &Fixture, command: &[&str]) -> Ran {
    let config = fixture.path("tablature.toml");
    tablature(&[command, &["--config", config.as_str()]].concat())
}

#[test]
fn pages_that_come_and_go_are_told() {
    let fixture = pages();
    let (docs, own) = (fixture.path("docs"), fixture.path("own"));
    let add = |more: &[&str]| with(&fixture, &[&["add", "get_pet", "--docs", docs.as_str()], more].concat());
    let change = |how: &str, kind: &str, name: &str| json!({ "change": how, "kind": kind, "name": name });
    let mut told = parsed(&add(&["--dry-run", "--format", "json"]));
    let changes = told["changes"].take();
    assert_eq!(told, json!({ "folder": own.as_str(), "dry_run": true, "changes": null }));
    for (kind, name) in
        [("operation", "get_pet"), ("page", "models/components/Pet.md"), ("page", "models/errors/NotFound.md")]
    {
        assert!(changes.as_array().expect("a list").contains(&change("added", kind, name)), "{changes}");
    }
    assert!(!own.exists());
    let ran = add(&["--dry-run"]);
    assert!(
        ran.stdout.contains("added    operation get_pet\nadded    page      models/components/Color.md\n"),
        "{}",
        ran.stdout
    );
    assert_eq!(ran.stderr, format!("{own}: nothing is written, as this is a dry run\n"));
    let ran = add(&[]);
    assert_eq!(ran.stderr, format!("{own}: written; `tablature generate` brings the crate up to date\n"));
    let ran = add(&[]);
    assert_eq!((ran.stdout.as_str(), ran.stderr), ("", format!("{own}: nothing changes\n")));
    fixture.write("docs/models/components/Color.md", &crate::docs::COLOR.replace("grey", "gray"));
    let ran = with(&fixture, &["update", "--docs", docs.as_str()]);
    assert_eq!(ran.stdout, "changed  page      models/components/Color.md\n");
    fixture.write("own/models/components/Own.md", "# Own\n");
    let ran = with(&fixture, &["update", "--docs", docs.as_str()]);
    assert_eq!(
        ran.stdout, "kept     page      models/components/Own.md (the newer docs do not have it)\n",
        "{}",
        ran.stderr
    );
    let ran = with(&fixture, &["remove", "get_pet"]);
    assert!(
        ran.stdout.contains("removed  operation get_pet\n")
            && ran.stdout.contains("removed  page      models/components/Pet.md\n"),
        "{}",
        ran.stdout
    );
}

#[test]
fn patterns_that_fit_no_page_are_told() {
    let fixture = pages();
    let docs = fixture.path("docs");
    for (pattern, expected) in [
        ("get_pets", "error: no operation and no type is called `get_pets`; `get_pet` is there\n"),
        ("elephant", "error: no operation and no type is called `elephant`\n"),
    ] {
        let ran = with(&fixture, &["add", pattern, "--docs", docs.as_str()]);
        assert_eq!((ran.status, ran.stderr.as_str()), (2, expected));
    }
    let ran = with(&fixture, &["add", "a{b", "--docs", docs.as_str()]);
    assert!(ran.status == 2 && ran.stderr.starts_with("error: `a{b` is no pattern: "), "{}", ran.stderr);
}

#[test]
fn init_tells_machines_what_it_found() {
    let fixture = Fixture::new();
    let (dir, docs) = (fixture.path("pet-api"), fixture.path("docs"));
    let ran = tablature(&["init", dir.as_str(), "--docs", docs.as_str(), "--format", "json"]);
    let mut told = parsed(&ran);
    let (types, questions) = (told["types"].take(), told["questions"].take());
    assert!(types.as_u64() > Some(2) && questions.is_u64(), "{types} {questions}");
    let guesses = told["guesses"].take();
    assert!(guesses.as_object().is_some_and(|it| it.values().all(|count| count.as_u64() > Some(0))), "{guesses}");
    let expected = json!({
        "name": "pet-api", "dir": dir.as_str(), "languages": ["java"], "wire_case": "camel", "servers": ["https://pets.example"],
        "credentials": [], "operations": 1, "types": null, "guesses": null, "questions": null,
    });
    assert_eq!(told, expected);
}

/// Facts that the source states otherwise are shown to people; machines are told that they are stale.
#[test]
fn stale_facts_are_told() {
    let fixture = crate::sdk_source::fixture::fleet();
    let (dir, docs, sdk) = (fixture.path("fleet-api"), fixture.path("docs"), fixture.path(""));
    assert_eq!(tablature(&["init", dir.as_str(), "--docs", docs.as_str()]).status, 0);
    let config = fixture.path("fleet-api/tablature.toml");
    let check =
        |format: &str| tablature(&["check", "--config", config.as_str(), "--source", sdk.as_str(), "--format", format]);
    assert_eq!(check("json").status, 0);
    let facts = fixture.path("fleet-api/specs/facts.toml");
    fixture.write("fleet-api/specs/facts.toml", "");
    let ran = check("human");
    assert!(ran.stdout.starts_with(&format!("--- {facts} (present)\n")), "{}", ran.stdout);
    let note = ran.stderr.lines().rev().nth(1).expect("a note");
    assert!(note.starts_with(&format!("{dir}: ")) && note.ends_with(": the file of facts differs"), "{}", ran.stderr);
    assert!(ran.stderr.lines().last().is_some_and(|line| line.starts_with("help: run `")), "{}", ran.stderr);
    let told = check("json");
    assert_eq!((ran.status, told.status, parsed(&told)["drift"].clone()), (1, 1, json!([])));
    assert!(told.stderr.contains("is not what the SDK's source states"), "{}", told.stderr);
}
