//! The command line: exit statuses, what goes to which stream, how findings look, what the configuration may say.
//!
//! In: arguments. Out: nothing.

use crate::{
    docs::{COLOR, Fixture, PET, PETS, Ran, tablature},
    markdown, workspace,
};
use tablature::{
    config::Config,
    generate::generate,
    source::{Code, Sources},
};

#[test]
fn help_is_a_result() {
    let ran = tablature(&["--help"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    for command in ["generate", "check", "survey", "export", "explain"] {
        assert!(ran.stdout.contains(command), "{}", ran.stdout);
    }
}

#[test]
fn the_last_line_of_a_run_says_what_there_is() {
    let fixture = Fixture::new();
    let last = |ran: Ran| ran.stderr.lines().last().unwrap_or_default().to_owned();
    let line = last(fixture.run(&["generate"]));
    assert!(line.contains("1 operation and 3 types from ") && line.ends_with(" files written"), "{line}");
    assert!(last(fixture.run(&["generate"])).ends_with(" files, all current"));
    assert!(last(fixture.run(&["check"])).ends_with(" files, all current"));
    fixture.remove("docs/models/errors/NotFound.md");
    let line = last(fixture.run(&["generate"]));
    assert!(line.contains(" written, 2 removed; 1 warning"), "{line}");
}

#[test]
fn a_verbose_run_says_where_the_time_went() {
    let ran = Fixture::new().run(&["generate", "-v"]);
    for stage in ["s  pages read", "s  pages understood, files made", "s  files written"] {
        assert!(ran.stderr.contains(stage), "{}", ran.stderr);
    }
    assert!(!Fixture::new().run(&["generate"]).stderr.contains("pages read"));
}

#[test]
fn shells_and_manuals_are_told_of_the_commands() {
    for args in [&["completions", "bash"][..], &["completions", "zsh"], &["completions", "fish"], &["man"]] {
        let ran = tablature(args);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{args:?}");
        assert!(ran.stdout.contains("survey") && ran.stdout.contains("tablature"), "{args:?}");
    }
}

#[test]
fn wrong_usage_is_bad_input() {
    for args in [&["generat"][..], &["generate", "--docs"], &["survey", "--format", "xml"]] {
        let ran = tablature(args);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{args:?}");
    }
}

#[test]
fn a_docs_folder_that_is_not_there_is_bad_input() {
    let ran = tablature(&["survey", "--docs", "no/such/folder"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("cannot read `no/such/folder`"), "{}", ran.stderr);
}

#[test]
fn an_output_folder_has_a_name_and_is_a_folder() {
    let fixture = Fixture::new();
    fixture.write("file", "mine");
    for (out, message) in [("", "`--out` is empty"), (fixture.path("file").as_str(), "is a file")] {
        let ran = tablature(&["generate", "--docs", fixture.path("docs").as_str(), "--name", "pet-api", "--out", out]);
        assert!(ran.status == 2 && ran.stderr.contains(message), "{}", ran.stderr);
    }
    let ran = tablature(&["export", "openapi", "--docs", fixture.path("docs").as_str(), "--out", ""]);
    assert!(ran.status == 2 && ran.stderr.contains("`--out` is empty"), "{}", ran.stderr);
}

#[test]
fn a_name_that_no_crate_can_have_is_refused_with_the_rule() {
    let fixture = Fixture::new();
    for name in ["Q", "a--b", "", &"a".repeat(300)] {
        let ran = tablature(&["check", "--docs", fixture.path("docs").as_str(), "--name", name, "--out", "x"]);
        assert_eq!(ran.status, 2, "{name}");
        assert!(ran.stderr.contains("cannot be the name of a crate: ") && ran.stderr.contains("write small letters"));
        // A build script or another caller of the library names crates, too.
        let config = Config { name: Some(name.to_owned()), ..Config::default() };
        let generated = generate(&Sources::from_memory([("models/Pet.md", "# Pet\n\n## Fields\n")]), &config);
        assert!(generated.diagnostics.has_errors() && generated.files.is_empty(), "{name}");
    }
}

#[test]
fn codes_are_listed_in_order() {
    let ran = tablature(&["explain"]);
    assert!(ran.stdout.lines().is_sorted() && ran.stdout.lines().count() == Code::ALL.len(), "{}", ran.stdout);
}

#[test]
fn an_empty_docs_folder_is_bad_input() {
    let fixture = Fixture::new();
    std::fs::create_dir(fixture.path("empty")).expect("a folder");
    let ran = tablature(&["survey", fixture.path("empty").as_str()]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("error[T0504]"), "{}", ran.stderr);
}

#[test]
fn every_code_is_explained() {
    for code in Code::ALL {
        let ran = tablature(&["explain", &code.text().to_lowercase()]);
        assert_eq!(ran.status, 0);
        assert!(ran.stdout.contains(code.title()) && ran.stdout.contains(code.explanation()), "{}", ran.stdout);
    }
    assert_eq!(tablature(&["explain", "T9999"]).status, 2);
}

#[test]
fn findings_point_at_the_page() {
    let fixture = Fixture::new();
    fixture.write("docs/models/components/Pet.md", &PET.replace("Color", "Collar"));
    let ran = fixture.run(&["check", "--strict"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("error[T0203]: "), "{}", ran.stderr);
    assert!(ran.stderr.contains("docs/models/components/Pet.md:12:"), "{}", ran.stderr);
    assert!(ran.stderr.contains("^^^^"), "{}", ran.stderr);
    assert!(ran.stderr.ends_with("error: could not generate `pet-api`: 1 error\n"), "{}", ran.stderr);
    fixture.write("docs/models/components/Pet.md", &PET.replace("*String*", "*Quux*"));
    let ran = fixture.run(&["check"]);
    assert!(ran.stderr.contains("\n   |             ^^^^\n"), "{}", ran.stderr);
}

#[test]
fn findings_as_json_say_the_same() {
    let fixture = Fixture::new();
    fixture.write("docs/models/components/Pet.md", &PET.replace("Color", "Collar"));
    let ran = fixture.run(&["check", "--strict", "--format", "json"]);
    let first = ran.stderr.lines().next().expect("a line");
    let finding: serde_json::Value = serde_json::from_str(first).expect("JSON");
    assert_eq!(finding["code"], "T0203");
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["place"]["line"], 12);
    assert!(finding["place"]["file"].as_str().is_some_and(|file| file.ends_with("docs/models/components/Pet.md")));
}

#[test]
fn dangling_links_may_be_any_json() {
    let fixture = Fixture::new();
    fixture.write("docs/models/components/Pet.md", &PET.replace("Color", "Collar"));
    let status = |flags: &[&str]| fixture.run(&[&["survey"], flags].concat()).status;
    assert_eq!(status(&["--strict"]), 2);
    assert_eq!(status(&["--strict", "--dangling", "any"]), 0);
    assert_eq!(status(&["--dangling", "error"]), 2);
}

/// A vendor's docs as they are: a flaw of a page costs that page's fact; in docs that are checked in, it is an error.
#[test]
fn a_flaw_is_an_error_where_there_is_a_configuration() {
    let fixture = Fixture::new();
    fixture.write("docs/models/components/Pet.md", &PET.replace("Color", "Collar").replace("String", "Sentence"));
    let tried = tablature(&["survey", fixture.path("docs").as_str()]);
    assert_eq!(tried.status, 0, "{}", tried.stderr);
    assert!(tried.stderr.contains("warning[T0203]") && tried.stderr.contains("warning[T0202]"), "{}", tried.stderr);
    fixture.write("tablature.toml", "docs = \"docs\"\nout = \"out\"\n");
    let config = fixture.path("tablature.toml");
    let checked_in = || tablature(&["survey", "--config", config.as_str()]);
    assert!(checked_in().status == 2 && checked_in().stderr.contains("error[T0202]"), "{}", checked_in().stderr);
    fixture.write("tablature.toml", "docs = \"docs\"\nout = \"out\"\nstrict = false\n");
    assert_eq!(checked_in().status, 0, "{}", checked_in().stderr);
}

#[test]
fn a_page_may_be_given_apart_from_its_tree() {
    let fixture = Fixture::new();
    let page = fixture.path("docs/models/components/Pet.md");
    let ran = tablature(&["generate", "--docs", page.as_str(), "--out", fixture.path("out").as_str()]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(
        ran.stderr.contains("warning[T0203]: `../../models/components/Color.md` leads to no page"),
        "{}",
        ran.stderr
    );
    assert!(fixture.read("out/src/api/models/pet.rs").contains("pub color: Option<Color>"));
}

#[test]
fn the_survey_counts_what_was_read() {
    let ran = Fixture::new().run(&["survey", "--format", "json"]);
    let survey: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(survey["pages"]["types"], 4);
    assert_eq!(survey["pages"]["front page"], 1);
    assert_eq!(survey["types"]["enums"], 1);
    let account = |kind: &str, what: &str| survey["accounts"][kind][what].as_u64();
    assert_eq!((account("fields", "read"), account("fields", "lost")), (Some(8), Some(0)));
    assert_eq!((account("values", "in_model"), account("values", "lost")), (Some(2), Some(0)));
    assert_eq!(survey["unknown_words"], 0);
    assert_eq!(survey["rows"]["values"], 2);
}

/// PHP marks no nulls: a required field may be null or not.
#[test]
fn the_survey_counts_what_no_page_says() {
    let fixture = Fixture::empty();
    let rows = markdown::rows(&["name! | *string*", "tag! | *string*", "age | *?int*"]);
    fixture.write("docs/models/Pet.md", &format!("# Pet\n\n{}{rows}", markdown::FIELDS));
    let ran = fixture.run(&["survey", "--language", "php", "--format", "json"]);
    let survey: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(survey["unknown"], serde_json::json!({ "required fields that may be null or not": 2 }));
}

#[test]
fn the_survey_counts_what_is_not_selected() {
    let fixture = Fixture::new();
    let second = PETS.replace("## get", "## find").replace("get_pet", "find_pet");
    fixture.write("docs/sdks/finders/README.md", &second.replace("# Pets", "# Finders"));
    fixture.write("tablature.toml", "docs = \"docs\"\nname = \"pet-api\"\n[select]\noperations = [\"get_*\"]\n");
    let ran = tablature(&["survey", "--format", "json", "--config", fixture.path("tablature.toml").as_str()]);
    let survey: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(survey["left_out"]["not selected in tablature.toml"], 1, "{}", ran.stdout);
}

fn with_config(config: &str, overrides: &str) -> crate::docs::Ran {
    let fixture = Fixture::new();
    fixture.write("tablature.toml", &format!("docs = \"docs\"\nout = \"out\"\nname = \"pet-api\"\n{config}"));
    fixture.write("overrides.toml", overrides);
    tablature(&["survey", "--format", "json", "--config", fixture.path("tablature.toml").as_str()])
}

#[test]
fn all_unknown_keys_are_reported_together() {
    let ran = with_config("langage = \"java\"\n[types]\ndate_tim = \"jiff\"\n", "");
    assert_eq!(ran.status, 2);
    for text in ["unknown key `langage`", "write `language`", "unknown key `date_tim` in `types`", "write `date_time`"]
    {
        assert!(ran.stderr.contains(text), "{}", ran.stderr);
    }
}

#[test]
fn values_that_are_not_understood_are_located() {
    let ran = with_config("dangling = \"perhaps\"\n", "");
    assert_eq!(ran.status, 2);
    let finding: serde_json::Value = serde_json::from_str(ran.stderr.lines().next().expect("a line")).expect("JSON");
    assert_eq!(finding["place"]["line"], 4);
}

#[test]
fn an_override_settles_a_fact() {
    let rule = "[[field]]\ntype = \"components/Pet\"\nfield = \"age\"\nwire = \"age_in_years\"\nreason = \"seen on the wire\"\n";
    let ran = with_config("overrides = \"overrides.toml\"\n", rule);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let survey: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(survey["facts"]["settled in overrides.toml"], 1);
}

#[test]
fn an_override_that_concerns_nothing_is_an_error() {
    let rule =
        "[[field]]\ntype = \"components/Dog\"\nfield = \"age\"\nnullable = true\nreason = \"seen on the wire\"\n";
    let ran = with_config("overrides = \"overrides.toml\"\n", rule);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("T0502") && ran.stderr.contains("overrides.toml"), "{}", ran.stderr);
}

#[test]
fn types_of_one_shape_become_one_on_request() {
    let fixture = Fixture::new();
    fixture.write("docs/models/components/CoatColor.md", &COLOR.replace("# Color", "# CoatColor"));
    fixture.write("tablature.toml", "docs = \"docs\"\n[types]\nmerge_same_shape = true\n");
    let ran = tablature(&["survey", "--format", "json", "--config", fixture.path("tablature.toml").as_str()]);
    let survey: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(survey["types"]["enums"], 1, "{}", ran.stderr);
}

#[test]
fn like_types_that_hold_themselves_become_one_under_their_common_name() {
    let fixture = Fixture::new();
    for (name, words) in [("OakTreeNode", "Of an oak."), ("ElmTreeNode", "Of an elm.")] {
        let row = format!(
            "| `next` | [Optional\\<{name}>](../../models/components/{name}.md) | :heavy_minus_sign: | {words} |"
        );
        let table = "| Field | Type | Required | Description |\n| --- | --- | --- | --- |";
        fixture
            .write(&format!("docs/models/components/{name}.md"), &format!("# {name}\n\n## Fields\n\n{table}\n{row}\n"));
    }
    let ran = generate_with(&fixture, "[types]\nmerge_same_shape = true\n");
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let text = fixture.read("out/src/api/components/tree_node.rs");
    assert!(text.contains("pub next: Option<Box<TreeNode>>"), "{text}");
    assert!(!fixture.path("out/src/api/components/elm_tree_node.rs").exists());
}

#[test]
fn attributes_and_names_reach_the_text() {
    let fixture = Fixture::new();
    let rules = "[[inject]]\ntype = \"components/*\"\nattributes = [\"must_use\"]\n\
                 [[rename]]\ntype = \"components/Pet\"\nto = \"Animal\"\n";
    fixture.write("tablature.toml", &format!("docs = \"docs\"\nout = \"out\"\n{rules}"));
    let ran = tablature(&["generate", "--config", fixture.path("tablature.toml").as_str()]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let text = fixture.read("out/src/api/components/animal.rs");
    assert!(text.contains("#[must_use]\n#[non_exhaustive]\npub struct Animal"), "{text}");
}

#[test]
fn endpoints_have_other_names_on_request() {
    let fixture = Fixture::new();
    let ran = generate_with(&fixture, "[[rename]]\noperation = \"get_*\"\nto = \"LookUpPet\"\n");
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let text = fixture.read("out/src/api/endpoints/pets/look_up_pet.rs");
    assert!(text.contains("pub struct LookUpPet") && text.contains("\"get_pet\""), "{text}");
    for (rule, message) in [
        ("operation = \"get_pot\"\nto = \"Pot\"", "this rule concerns no type and no operation"),
        ("to = \"Pot\"", "a new name is for a `type` or for an `operation`"),
    ] {
        let ran = generate_with(&fixture, &format!("[[rename]]\n{rule}\n"));
        assert_eq!(ran.status, 2);
        assert!(ran.stderr.contains(message), "{}", ran.stderr);
    }
}

fn generate_with(fixture: &Fixture, rules: &str) -> Ran {
    fixture.write("tablature.toml", &format!("docs = \"docs\"\nout = \"out\"\n{rules}"));
    tablature(&["generate", "--config", fixture.path("tablature.toml").as_str()])
}

#[test]
fn a_type_of_the_user_stands_in_for_a_generated_one() {
    let fixture = Fixture::new();
    let ran = generate_with(&fixture, "[[replace]]\ntype = \"components/Color\"\nwith = \"::paint::Color\"\n");
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let color = fixture.read("out/src/api/components/color.rs");
    assert!(color.contains("pub type Color = ::paint::Color;") && !color.contains("enum"), "{color}");
    let pet = fixture.read("out/src/api/components/pet.rs");
    assert!(pet.contains("pub color: Option<Color>") && !pet.contains("Eq, Hash"), "{pet}");
    let ran = generate_with(&fixture, "[[replace]]\ntype = \"**/Color\"\nwith = \"paint::Color\"\neq = true\n");
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(fixture.read("out/src/api/components/pet.rs").contains("Eq, Hash"));
}

#[test]
fn a_replacement_that_is_no_type_or_replaces_nothing_is_an_error() {
    for (rule, message) in [
        ("type = \"components/Colour\"\nwith = \"paint::Color\"", "this rule concerns no type"),
        ("type = \"components/Color\"\nwith = \"paint color\"", "`paint color` is no Rust type"),
    ] {
        let ran = generate_with(&Fixture::new(), &format!("[[replace]]\n{rule}\n"));
        assert_eq!(ran.status, 2);
        assert!(ran.stderr.contains(message), "{}", ran.stderr);
    }
}

#[test]
fn an_override_needs_a_reason() {
    let rule = "[[enum]]\ntype = \"components/Color\"\nclosed = true\n";
    let ran = with_config("overrides = \"overrides.toml\"\n", rule);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("reason"), "{}", ran.stderr);
}

#[test]
fn the_configuration_of_this_repository_is_understood() {
    let config = workspace().join("tablature.toml");
    let ran = tablature(&["check", "--config", config.to_str().expect("UTF-8")]);
    assert_ne!(ran.status, 2, "{}", ran.stderr);
}
