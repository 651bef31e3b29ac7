//! A new crate for another API: `tablature init`.
//!
//! In: a small docs tree. Out: nothing.

use crate::docs::{Bench, Ran, tablature};

fn init(bench: &Bench, flags: &[&str]) -> Ran {
    let (dir, docs) = (bench.path("pet-api"), bench.path("docs"));
    tablature(&[&["init", dir.as_str(), "--docs", docs.as_str()], flags].concat())
}

/// What a command says in the new crate's folder.
fn run(bench: &Bench, command: &str) -> Ran {
    tablature(&[command, "--config", bench.path("pet-api/tablature.toml").as_str()])
}

#[test]
fn a_new_crate_is_whole_and_current() {
    let bench = Bench::new();
    let ran = init(&bench, &[]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    for text in ["pet-api: a new crate", "1 operation and", "java docs", "servers: ", "credentials: "] {
        assert!(ran.stdout.contains(text), "{text}: {}", ran.stdout);
    }
    for file in
        ["Cargo.toml", "README.md", "src/lib.rs", ".gitattributes", ".github/workflows/docs.yml", "overrides.toml"]
    {
        assert!(bench.path("pet-api").join(file).is_file(), "{file}");
    }
    assert_eq!(bench.read("pet-api/specs/docs/sdks/pets/README.md"), bench.read("docs/sdks/pets/README.md"));
    for command in ["check", "generate", "survey"] {
        let ran = run(&bench, command);
        assert_eq!(ran.status, 0, "{command}: {}{}", ran.stdout, ran.stderr);
    }
}

#[test]
fn settings_say_what_was_found() {
    let bench = Bench::new();
    init(&bench, &[]);
    let settings = bench.read("pet-api/tablature.toml");
    for line in ["docs = \"specs/docs\"", "name = \"pet-api\"", "language = \"java\"", "# wire_case = \"camel\""] {
        assert!(settings.lines().any(|it| it == line), "{line}: {settings}");
    }
}

/// A rule is worth more than a question: what is left to do is to fill it in.
#[test]
fn each_question_comes_with_its_rule() {
    let bench = Bench::new();
    init(&bench, &[]);
    let rules = bench.read("pet-api/overrides.toml");
    assert!(rules.contains("# [[operation]]\n# id = \"get_pet\"\n# media = …\n# reason = \"…\"\n"), "{rules}");
    assert!(rules.lines().all(|line| line.is_empty() || line.starts_with('#')), "{rules}");
}

#[test]
fn pages_may_stay_where_they_are() {
    let bench = Bench::new();
    assert_eq!(init(&bench, &["--link"]).status, 0);
    assert!(bench.read("pet-api/tablature.toml").contains("docs = \"../docs\""));
    assert!(!bench.path("pet-api/specs").exists());
    assert_eq!(run(&bench, "check").status, 0);
}

#[test]
fn a_first_call_is_a_program() {
    let bench = Bench::new();
    init(&bench, &[]);
    let program = bench.read("pet-api/examples/first_call.rs");
    assert!(
        syn::parse_file(&program).is_ok()
            && program.contains("client.send(&Get::new(\"pet-id\"))")
            && program.ends_with("    }\n    Ok(())\n}\n"),
        "{program}"
    );
    assert!(bench.read("pet-api/README.md").contains(&program));
    let manifest = bench.read("pet-api/Cargo.toml");
    assert!(manifest.contains("required-features = [\"ureq\"]"), "{manifest}");
}

#[test]
fn a_folder_that_holds_something_is_left_alone() {
    let bench = Bench::new();
    bench.write("pet-api/notes.md", "mine");
    let ran = init(&bench, &[]);
    assert!(ran.status == 2 && ran.stderr.contains("holds `notes.md` already"), "{}", ran.stderr);
    assert_eq!(std::fs::read_dir(bench.path("pet-api")).expect("a folder").count(), 1);
}

#[test]
fn nothing_is_made_of_docs_with_an_error() {
    let bench = Bench::new();
    bench.write("docs/models/components/Pet.md", "\u{feff}# Pet\n\n## Fields\n\nno table\n");
    let ran = tablature(&["init", bench.path("new").as_str(), "--docs", bench.path("none").as_str()]);
    assert_eq!(ran.status, 2, "{}", ran.stderr);
    assert!(!bench.path("new").exists());
}

/// Several docs folders of one API are copied side by side, and stay in their order.
#[test]
fn several_docs_are_all_brought() {
    let bench = Bench::new();
    crate::docs::PAGES.iter().for_each(|(path, text)| bench.write(&format!("more/docs/{path}"), text));
    let more = bench.path("more/docs");
    assert_eq!(init(&bench, &["--docs", more.as_str()]).status, 0);
    assert!(bench.read("pet-api/tablature.toml").contains("docs = [\"specs/1/docs\", \"specs/2/docs\"]"));
    assert_eq!(run(&bench, "check").status, 0);
}

/// Below another workspace, cargo would refuse a crate that is no member.
#[test]
fn a_crate_below_a_workspace_is_one_of_its_own() {
    let bench = Bench::new();
    bench.write("Cargo.toml", "[workspace]\nmembers = []\n");
    assert_eq!(init(&bench, &[]).status, 0);
    assert!(bench.read("pet-api/Cargo.toml").contains("\n[workspace]\n"));
}
