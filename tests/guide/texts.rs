//! What can be judged without running it: chapters, links, settings, workflows, and which languages blocks are in.

use super::{CHAPTERS, in_language, pages};
use crate::{
    docs::{Fixture, tablature},
    workspace,
};
use saphyr::{LoadableYamlNode, Yaml};
use std::path::Path;

/// What is done with the blocks of a language; a block in another one would be looked at by nobody.
const LANGUAGES: &[(&str, &str)] = &[
    ("sh", "run in a folder of its own"),
    ("console", "run, and its output compared"),
    ("toml", "read as what it is"),
    ("yaml", "parsed"),
    ("rust", "compiled by the doc tests of tests/packages/authlete, or compared with the example of a build script"),
    ("text", "what a command prints; where a transcript stands, by the script that writes it"),
    ("markdown", "a row of a page in specs/"),
];

#[test]
fn every_block_is_in_a_language_that_is_looked_at() {
    for page in pages() {
        for block in super::blocks(&page.text) {
            let is_known = LANGUAGES.iter().any(|(language, _)| *language == block.language());
            assert!(is_known, "{}:{}: a block in `{}`", page.path, block.line, block.info);
        }
    }
}

#[test]
fn the_summary_lists_every_chapter_once() {
    let summary = std::fs::read_to_string(workspace().join(CHAPTERS).join("SUMMARY.md")).expect("the summary");
    for page in pages().iter().filter(|page| page.path.starts_with(CHAPTERS) && !page.path.ends_with("SUMMARY.md")) {
        let name = page.path.rsplit('/').next().expect("a name");
        assert_eq!(summary.matches(&format!("({name})")).count(), 1, "{name}");
    }
    let book = std::fs::read_to_string(workspace().join("docs/guide/book.toml")).expect("the book's settings");
    assert!(book.parse::<toml::Table>().expect("TOML").contains_key("book"));
}

/// Links within the repository lead to files.
#[test]
fn links_lead_somewhere() {
    for page in pages() {
        let folder = Path::new(&page.path).parent().expect("a folder").to_owned();
        let targets = page.text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        for target in targets.filter(|target| !target.is_empty() && !target.contains("://") && !target.contains('…'))
        {
            let path = workspace().join(&folder).join(target.replace('\n', ""));
            assert!(path.exists(), "{}: {target}", page.path);
        }
    }
}

/// Settings are read without a complaint of their own: a rule may name what only the reader's API has.
#[test]
fn settings_are_understood() {
    for (path, block) in in_language("toml") {
        let table: toml::Table = block.text.parse().unwrap_or_else(|error| panic!("{path}:{}: {error}", block.line));
        let is_of = |keys: &[&str]| keys.iter().any(|key| table.contains_key(*key));
        if is_of(&["package", "dependencies", "build-dependencies"]) {
            continue;
        }
        let fixture = Fixture::new();
        let settings = if is_of(&["docs"]) {
            block.text.clone()
        } else {
            fixture.write("overrides.toml", &block.text);
            "docs = \"docs\"\nout = \".\"\nname = \"acme-api\"\noverrides = \"overrides.toml\"\n".to_owned()
        };
        fixture.write("tablature.toml", &settings);
        let ran = tablature(&["survey", "--config", fixture.path("tablature.toml").as_str()]);
        assert!(!ran.stderr.contains("error[T0503]"), "{path}:{}: {}", block.line, ran.stderr);
    }
}

#[test]
fn workflows_are_yaml() {
    let blocks = in_language("yaml");
    assert!(blocks.len() >= 4, "the guide shows workflows");
    for (path, block) in blocks {
        Yaml::load_from_str(&block.text).unwrap_or_else(|error| panic!("{path}:{}: {error}", block.line));
    }
}

/// The three files of a build script are those of the example that CI builds.
#[test]
fn the_build_script_is_the_example() {
    let read = |path: &str| std::fs::read_to_string(workspace().join("examples/build-script").join(path)).expect(path);
    for (path, block) in in_language("rust") {
        let file = match block.info.as_str() {
            "rust,build" => "build.rs",
            "rust,include" => "src/main.rs",
            _ => continue,
        };
        assert!(read(file).contains(block.text.trim_end()), "{path}:{}: {file}", block.line);
    }
}

/// The picture in the README shows fields of a page, and the fields that come of them.
#[test]
fn the_picture_shows_what_is_there() {
    let read = |path: &str| std::fs::read_to_string(workspace().join(path)).expect(path);
    let picture = read("docs/page-and-type.svg");
    let named = |class: &str| -> Vec<String> {
        let of_class = format!("class=\"{class}\">");
        picture.split(&of_class).skip(1).filter_map(|rest| Some(rest.split_once('<')?.0.to_owned())).collect()
    };
    let page = read("specs/models/operations/AuthTokenUpdateApiResponseBody.md");
    let rust = read("generated/src/api/operations/auth_token_update_api_response_body.rs");
    assert_eq!(named("shown").len(), named("field").len());
    assert!(named("field").len() >= 4);
    named("shown").iter().for_each(|name| assert!(page.contains(&format!("| `{name}` |")), "{name}"));
    named("field").iter().for_each(|name| assert!(rust.contains(&format!("    pub {name}: ")), "{name}"));
}
