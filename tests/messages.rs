//! What findings say: one for a cause, at its place, with what fixes it.
//!
//! In: a small docs tree with a fault. Out: nothing.

use crate::docs::{COLOR, Fixture, PAGES, PET, tablature};
use serde_json::{Value, json};

/// The findings of a run: code, place (`Pet.md:5`) and help of each.
fn found(fixture: &Fixture) -> Vec<[String; 3]> {
    let ran = fixture.run(&["generate", "--format", "json", "--dangling", "error"]);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let place = |place: &Value| {
        let file = text(&place["file"]);
        format!("{}:{}", file.rsplit('/').next().unwrap_or_default(), place["line"])
    };
    let lines = ran.stderr.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    lines
        .filter(|it| it["code"].is_string())
        .map(|it| [text(&it["code"]), place(&it["place"]), text(&it["help"])])
        .collect()
}

#[test]
fn a_page_that_is_not_understood_is_one_finding() {
    let of = |color: &[u8]| {
        let fixture = Fixture::new();
        std::fs::write(fixture.path("docs/models/components/Color.md"), color).expect("a page");
        found(&fixture)
    };
    let one = |code: &str, line: u32, help: &str| vec![[code.to_owned(), format!("Color.md:{line}"), help.to_owned()]];
    assert_eq!(
        of(COLOR.replace("## Values", "## Valeus").as_bytes()),
        one("T0111", 4, "write the heading `## Values`")
    );
    assert_eq!(of(COLOR.replace("# Color\n", "").as_bytes()), one("T0101", 1, "write `# Color` as its first line"));
    let help = "save the page as UTF-8, for example by `iconv -f WINDOWS-1252 -t UTF-8`";
    assert_eq!(of(&[COLOR.as_bytes(), b"\n\xe9t\xe9\n"].concat()), one("T0001", 11, help));
    assert_eq!(of(COLOR.replace("| Value |", "| Valu |").as_bytes()), one("T0104", 6, "write `Value`"));
}

#[test]
fn a_page_that_nothing_links_to_need_not_be_understood() {
    let fixture = Fixture::new();
    let notes = PET.replace("# Pet", "# Notes").replace("## Fields", "## Remarks").replace("| Field |", "| Remark |");
    fixture.write("docs/models/components/Notes.md", &notes);
    let codes: Vec<String> = found(&fixture).into_iter().map(|[code, ..]| code).collect();
    assert_eq!(codes, ["T0102"]);
}

#[test]
fn errors_of_one_kind_are_counted_beyond_the_tenth() {
    let fixture = Fixture::new();
    let row = |at: usize| format!("| `field{at}` | *Bool{at}* | :heavy_minus_sign: | N/A |\n");
    fixture.write("docs/models/components/Pet.md", &(PET.to_owned() + &(0..15).map(row).collect::<String>()));
    let ran = fixture.run(&["generate"]);
    assert_eq!(ran.stderr.matches("the type word `Bool").count(), 10, "{}", ran.stderr);
    assert!(ran.stderr.contains("warning[T0202]: a type word is unknown: and 5 more"), "{}", ran.stderr);
}

/// What a run on another folder than that of the docs prints.
fn survey_of(fixture: &Fixture, folder: &str) -> (u8, String) {
    let ran = tablature(&["survey", "--docs", fixture.path(folder).as_str()]);
    (ran.status, ran.stderr)
}

#[test]
fn a_folder_that_is_not_the_docs_folder_is_told() {
    let fixture = Fixture::empty();
    for vendor in ["one", "two"] {
        PAGES.iter().for_each(|(path, text)| fixture.write(&format!("all/{vendor}/docs/{path}"), text));
    }
    PAGES.iter().for_each(|(path, text)| fixture.write(&format!("site/pages/{path}"), text));
    for (folder, status, texts) in [
        ("all", 2, ["error[T0504]: ", "all` holds 2 docs folders: one/docs, two/docs", "--docs "]),
        ("site", 0, ["warning[T0506]: ", "lie in its folder `pages`", "site/pages`"]),
        ("all/one/docs/models", 2, ["error[T0504]: ", "/models` is a part of a docs folder", "all/one/docs`"]),
        ("all/one/docs/sdks", 2, ["error[T0504]: ", "/sdks` is a part of a docs folder", "all/one/docs`"]),
    ] {
        let (found, stderr) = survey_of(&fixture, folder);
        assert_eq!(found, status, "{stderr}");
        for text in texts {
            assert!(stderr.contains(text), "{folder}: {stderr}");
        }
        assert_eq!(stderr.matches("[T05").count(), 1, "{stderr}");
    }
    for folder in ["all/one/docs", "all/one"] {
        assert_eq!(survey_of(&fixture, folder), (0, String::new()));
    }
}

#[test]
fn an_empty_folder_is_one_finding() {
    let fixture = Fixture::empty();
    std::fs::create_dir(fixture.path("docs")).expect("a folder");
    let docs = fixture.path("docs");
    let ran = tablature(&["generate", "--docs", docs.as_str(), "--out", fixture.path("out").as_str()]);
    assert_eq!((ran.status, ran.stderr.matches("[T").count()), (2, 1), "{}", ran.stderr);
    assert!(ran.stderr.contains("there is no page in"), "{}", ran.stderr);
}

#[test]
fn a_foreign_file_is_to_be_moved() {
    let fixture = Fixture::new();
    fixture.generate();
    fixture.write("out/src/api/mine.rs", "//! Mine.\n");
    let ran = fixture.run(&["check"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("1 file differs"), "{}", ran.stderr);
    assert!(ran.stderr.contains("move or delete it") && !ran.stderr.contains("generate`"), "{}", ran.stderr);
}

#[test]
fn a_run_without_a_name_does_not_invent_one() {
    let fixture = Fixture::new();
    let docs = fixture.path("docs");
    let survey = tablature(&["survey", docs.as_str()]);
    assert!(survey.stdout.starts_with(docs.as_str()), "{}", survey.stdout);
    fixture.write("tablature.toml", "docs = \"docs\"\nlangage = \"java\"\n");
    let ran = tablature(&["survey", "--config", fixture.path("tablature.toml").as_str()]);
    assert!(ran.stderr.ends_with("error: could not generate: 1 error\n"), "{}", ran.stderr);
    let ran = tablature(&["survey", docs.as_str(), "--name", "my api"]);
    assert!(ran.stderr.contains("such as `my-api`"), "{}", ran.stderr);
}

#[test]
fn a_reason_has_words() {
    let fixture = Fixture::new();
    fixture.write("tablature.toml", "docs = \"docs\"\noverrides = \"overrides.toml\"\n");
    for reason in ["", " ", "…"] {
        let rule = format!("[[enum]]\ntype = \"components/Color\"\nclosed = true\nreason = \"{reason}\"\n");
        fixture.write("overrides.toml", &rule);
        let ran = tablature(&["survey", "--config", fixture.path("tablature.toml").as_str()]);
        assert_eq!(ran.status, 2);
        assert!(ran.stderr.contains("the reason is empty") && ran.stderr.contains("toml:4:"), "{}", ran.stderr);
    }
}

#[test]
fn what_cannot_be_derived_is_told() {
    let fixture = Fixture::new();
    for (derive, text) in [
        ("derive(PartialOrd)", "`PartialOrd` cannot be derived"),
        ("derive(serde::Serialize)", "`Serialize` is implemented for every generated type"),
        ("derive(Eq)", "`Eq` is implemented for `components/Pet` already"),
    ] {
        let rule = format!("[[inject]]\ntype = \"components/Pet\"\nattributes = [\"{derive}\"]\n");
        fixture.write("tablature.toml", &format!("docs = \"docs\"\n{rule}"));
        let ran = tablature(&["survey", "--config", fixture.path("tablature.toml").as_str()]);
        assert!(ran.status == 2 && ran.stderr.contains(text), "{}", ran.stderr);
    }
}

#[test]
fn the_survey_says_where_what_is_assumed_or_unknown_stands() {
    let fixture = Fixture::new();
    fixture.write("docs/models/components/Color.md", "# Color\n");
    let survey: Value = serde_json::from_str(&fixture.run(&["survey", "--format", "json"]).stdout).expect("JSON");
    let color = json!({ "of": "components/Color", "at": "models/components/Color.md:1" });
    assert_eq!(survey["unknown_at"]["types whose page lists neither fields, values nor members"], json!([color]));
    let assumed = survey["assumed_at"].as_object().expect("rules");
    for (rule, places) in assumed {
        assert_eq!(places.as_array().map(Vec::len), survey["assumed"][rule].as_u64().map(|it| it as usize), "{rule}");
    }
    assert!(assumed.values().any(|places| places[0]["at"].is_string()), "{survey}");
    let text = fixture.run(&["survey"]).stdout;
    assert!(text.contains("components/Color (models/components/Color.md:1)\n"), "{text}");
}

#[test]
fn a_misspelt_link_is_not_fixed_in_silence() {
    let fixture = Fixture::new();
    fixture.write("docs/models/components/Pet.md", &PET.replace("components/Color.md", "components/Colr.md"));
    assert_eq!(found(&fixture), [["T0203", "Pet.md:12", "did you mean `Color.md`?"].map(str::to_owned)]);
    let ran = fixture.run(&["survey", "--dangling", "any"]);
    assert_eq!(ran.status, 0);
    assert!(
        ran.stderr.contains("warning[T0203]: `../../models/components/Colr.md` leads to no page"),
        "{}",
        ran.stderr
    );
    fixture
        .write("docs/models/components/Pet.md", &PET.replace("models/components/Color.md", "models/shared/Color.md"));
    assert_eq!(found(&fixture), [[""; 3]; 0]);
}
