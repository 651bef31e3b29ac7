//! Facts of source in a checked-in file: a crate with copied pages is generated where its SDK is not.

use super::fixture::fleet;
use crate::docs::{Fixture, Ran, tablature};

const FACTS: &str = "fleet-api/specs/facts.toml";
const CLASS: &str = "src/main/java/com/fleet/models/operations/ListShipsRequest.java";

/// A new crate of the SDK, with copies of its pages.
fn new_crate() -> Fixture {
    let fixture = fleet();
    let (dir, docs) = (fixture.path("fleet-api"), fixture.path("docs"));
    let ran = tablature(&["init", dir.as_str(), "--docs", docs.as_str()]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    fixture
}

/// What a command says in the crate's folder.
fn run(fixture: &Fixture, command: &[&str]) -> Ran {
    tablature(&[command, &["--config", fixture.path("fleet-api/tablature.toml").as_str()]].concat())
}

#[test]
fn a_crate_of_copied_pages_needs_no_sdk() {
    let fixture = new_crate();
    assert!(fixture.read("fleet-api/tablature.toml").contains("\nfacts = \"specs/facts.toml\"\n"));
    let facts = fixture.read(FACTS);
    for line in [
        "name = \"operations/ListShipsRequest\"",
        "    { of = \"harbour\", header = \"X-Harbour\", line = 3 },",
        "    { answer = \"206\", with = \"application/vnd.fleet+json\", line = 8 },",
        "    { parameter = \"page_mark\", with = \"query\", line = 7 },",
        "lock = \".speakeasy/gen.lock\"",
    ] {
        assert!(facts.lines().any(|own| own == line), "{line}: {facts}");
    }
    let model = fixture.read("fleet-api/model.json");
    assert!(model.contains(&format!("{CLASS}:3")), "{model}");
    let ran = run(&fixture, &["check"]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(!ran.stderr.contains("T0605"), "{}", ran.stderr);
    let ran = run(&fixture, &["survey"]);
    assert!(ran.stdout.contains("files of facts"), "{}", ran.stdout);
    let ran = run(&fixture, &["check", "--source", "none"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
}

/// Facts name the docs folder that they are of.
#[test]
fn a_later_docs_folder_keeps_its_facts() {
    let fixture = fleet();
    fixture.write(
        "first/models/components/Crane.md",
        "# Crane\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `A` | a |\n",
    );
    let [dir, first, second] = ["fleet-api", "first", "docs"].map(|path| fixture.path(path));
    let init = ["init", dir.as_str(), "--docs", first.as_str(), "--docs", second.as_str(), "--language", "java"];
    let ran = tablature(&init);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(fixture.read(FACTS).contains("\ntree = 1\n"), "{}", fixture.read(FACTS));
    let ran = run(&fixture, &["check"]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
}

#[test]
fn the_source_is_compared_and_the_file_written_anew() {
    let fixture = new_crate();
    fixture.write(CLASS, &fixture.read(CLASS).replace("X-Harbour", "X-Port"));
    let sdk = fixture.path("");
    let ran = run(&fixture, &["check", "--source", sdk.as_str()]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("T0605") && ran.stdout.contains("X-Port"), "{}{}", ran.stdout, ran.stderr);
    let ran = run(&fixture, &["generate", "--source", sdk.as_str()]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("facts.toml, what the SDK's source states"), "{}", ran.stderr);
    assert!(fixture.read(FACTS).contains("X-Port"));
    assert_eq!(run(&fixture, &["check"]).status, 0);
    assert_eq!(run(&fixture, &["check", "--source", sdk.as_str()]).status, 0);
}

#[test]
fn a_file_of_facts_alone_may_be_stale() {
    let fixture = new_crate();
    let more = "\n[[sdk.class]]\nname = \"components/Raft\"\nfile = \"Raft.java\"\nfacts = []\n\n\
                [[sdk.class]]\nname = \"components/Barge\"\nfile = \"Barge.java\"\n\
                facts = [{ of = \"a\", wire = \"b\", line = 1 }]\n";
    fixture.write(FACTS, &(fixture.read(FACTS) + more));
    let ran = run(&fixture, &["check"]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stderr.contains("holds facts of what no page has: `components/Barge`"), "{}", ran.stderr);
    fixture.write(FACTS, "[[sdk]]\ntree = \"first\"\n");
    let ran = run(&fixture, &["check"]);
    assert!(ran.status != 0 && ran.stderr.contains("facts.toml:2:8"), "{}", ran.stderr);
}

#[test]
fn a_source_that_is_set_may_be_missing_where_its_facts_are() {
    let fixture = new_crate();
    let settings = fixture.read("fleet-api/tablature.toml");
    fixture.write("fleet-api/tablature.toml", &format!("source = \"../no-sdk\"\n{settings}"));
    assert_eq!(run(&fixture, &["check"]).status, 0);
    fixture.remove(FACTS);
    let ran = run(&fixture, &["check"]);
    assert!(ran.status == 2 && ran.stderr.contains("no such folder"), "{}", ran.stderr);
    fixture.write("fleet-api/tablature.toml", &settings);
    let ran = run(&fixture, &["check"]);
    assert!(ran.status == 2 && ran.stderr.contains("facts.toml"), "{}", ran.stderr);
}
