//! A new crate for another API: `tablature init`.
//!
//! In: a small docs tree. Out: nothing.

use crate::docs::{Fixture, PET, Ran, tablature};

fn init(fixture: &Fixture, flags: &[&str]) -> Ran {
    let (dir, docs) = (fixture.path("pet-api"), fixture.path("docs"));
    tablature(&[&["init", dir.as_str(), "--docs", docs.as_str()], flags].concat())
}

/// What a command says in the new crate's folder.
fn run(fixture: &Fixture, command: &str) -> Ran {
    tablature(&[command, "--config", fixture.path("pet-api/tablature.toml").as_str()])
}

#[test]
fn a_new_crate_is_whole_and_current() {
    let fixture = Fixture::new();
    let ran = init(&fixture, &[]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    for text in [
        "pet-api: a new crate",
        "1 operation and",
        "Java docs",
        "servers: https://pets.example\n",
        "credentials: none are named",
    ] {
        assert!(ran.stdout.contains(text), "{text}: {}", ran.stdout);
    }
    for file in
        ["Cargo.toml", "README.md", "src/lib.rs", ".gitattributes", ".github/workflows/docs.yml", "overrides.toml"]
    {
        assert!(fixture.path("pet-api").join(file).is_file(), "{file}");
    }
    assert_eq!(fixture.read("pet-api/specs/docs/sdks/pets/README.md"), fixture.read("docs/sdks/pets/README.md"));
    for command in ["check", "generate", "survey"] {
        let ran = run(&fixture, command);
        assert_eq!(ran.status, 0, "{command}: {}{}", ran.stdout, ran.stderr);
    }
}

#[test]
fn settings_say_what_was_found() {
    let fixture = Fixture::new();
    init(&fixture, &[]);
    let settings = fixture.read("pet-api/tablature.toml");
    for line in ["docs = \"specs/docs\"", "name = \"pet-api\"", "language = \"java\"", "# wire_case = \"camel\""] {
        assert!(settings.lines().any(|it| it == line), "{line}: {settings}");
    }
}

/// What a strict run would not let pass, a new crate lets pass and says so.
#[test]
fn settings_let_flaws_of_the_docs_pass() {
    let fixture = Fixture::new();
    init(&fixture, &[]);
    assert!(!fixture.read("pet-api/tablature.toml").contains("strict = false"));
    let fixture = Fixture::new();
    fixture.write("docs/models/components/Pet.md", &PET.replace("*String*", "*Quux*"));
    init(&fixture, &[]);
    assert!(fixture.read("pet-api/tablature.toml").contains("\nstrict = false\n"));
}

/// What is open is named: guesses with what settles them, other findings with the code that explains them.
#[test]
fn what_is_open_is_named() {
    let fixture = Fixture::new();
    fixture.write("docs/models/components/Stray.md", "# Stray\n\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| `a` | *Quux* | :heavy_check_mark: | A. |\n");
    let printed = init(&fixture, &[]).stdout;
    assert!(printed.contains("  1 time: a type word is unknown (`tablature explain T0202`)\n"), "{printed}");
    assert!(printed.contains("cargo check --example first_call --features ureq"), "{printed}");
}

/// A rule is worth more than a question: what is left to do is to fill it in.
#[test]
fn each_question_comes_with_its_rule() {
    let fixture = Fixture::new();
    init(&fixture, &[]);
    let rules = fixture.read("pet-api/overrides.toml");
    assert!(rules.contains("# [[operation]]\n# id = \"get_pet\"\n# media = …\n# reason = \"…\"\n"), "{rules}");
    assert!(rules.lines().all(|line| line.is_empty() || line.starts_with('#')), "{rules}");
}

#[test]
fn pages_may_stay_where_they_are() {
    let fixture = Fixture::new();
    assert_eq!(init(&fixture, &["--link"]).status, 0);
    assert!(fixture.read("pet-api/tablature.toml").contains("docs = \"../docs\""));
    assert!(!fixture.path("pet-api/specs").exists());
    assert_eq!(run(&fixture, "check").status, 0);
}

#[test]
fn a_first_call_is_a_program() {
    let fixture = Fixture::new();
    init(&fixture, &[]);
    let program = fixture.read("pet-api/examples/first_call.rs");
    assert!(
        syn::parse_file(&program).is_ok()
            && program.starts_with("//! A first call of the API; see README.md.\n\nuse pet_api::")
            && program.contains("client.send(&Get::new(\"pet-id\"))")
            && program.ends_with("    }\n    Ok(())\n}\n"),
        "{program}"
    );
    assert!(fixture.read("pet-api/README.md").contains(&program));
    let manifest = fixture.read("pet-api/Cargo.toml");
    assert!(manifest.contains("required-features = [\"ureq\"]"), "{manifest}");
}

#[test]
fn a_folder_that_holds_something_is_left_alone() {
    let fixture = Fixture::new();
    fixture.write("pet-api/notes.md", "mine");
    let ran = init(&fixture, &[]);
    assert!(ran.status == 2 && ran.stderr.contains("holds `notes.md` already"), "{}", ran.stderr);
    assert_eq!(std::fs::read_dir(fixture.path("pet-api")).expect("a folder").count(), 1);
}

#[test]
fn nothing_is_made_of_docs_with_an_error() {
    let fixture = Fixture::new();
    fixture.write("docs/models/components/Pet.md", "\u{feff}# Pet\n\n## Fields\n\nno table\n");
    let ran = tablature(&["init", fixture.path("new").as_str(), "--docs", fixture.path("none").as_str()]);
    assert_eq!(ran.status, 2, "{}", ran.stderr);
    assert!(!fixture.path("new").exists());
}

/// Several docs folders of one API are copied side by side, and stay in their order.
#[test]
fn several_docs_are_all_brought() {
    let fixture = Fixture::new();
    crate::docs::PAGES.iter().for_each(|(path, text)| fixture.write(&format!("more/docs/{path}"), text));
    let more = fixture.path("more/docs");
    assert_eq!(init(&fixture, &["--docs", more.as_str()]).status, 0);
    assert!(fixture.read("pet-api/tablature.toml").contains("docs = [\"specs/1/docs\", \"specs/2/docs\"]"));
    assert_eq!(run(&fixture, "check").status, 0);
}

/// Below another workspace, cargo would refuse a crate that is no member.
#[test]
fn a_crate_below_a_workspace_is_one_of_its_own() {
    let fixture = Fixture::new();
    fixture.write("Cargo.toml", "[workspace]\nmembers = []\n");
    assert_eq!(init(&fixture, &[]).status, 0);
    assert!(fixture.read("pet-api/Cargo.toml").contains("\n[workspace]\n"));
}
