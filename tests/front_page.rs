//! The docs of a crate's root show how to call one of its own operations.
//!
//! In: a small API. Out: nothing. That the examples compile and run is a doc test of the checked-in crate.

use crate::docs::{FRONT_PAGE, Fixture, PETS};

/// The root's docs, without the marks of comments.
fn front_page(fixture: &Fixture) -> String {
    fixture.generate();
    let text = fixture.read("out/src/lib.rs");
    text.lines().filter_map(|line| line.strip_prefix("//!")).map(|line| format!("{}\n", line.trim_start())).collect()
}

#[test]
fn a_call_of_the_crates_own_is_shown() {
    let fixture = Fixture::new();
    let page = front_page(&fixture);
    for line in [
        "# Sending a request",
        "call::{Authenticate, NoAuth},",
        "client::blocking::Client,",
        "let client = Client::new();",
        "match client.send(&Get::new(\"pet-id\")) {",
        "endpoints::pets::Get,",
        "let endpoint = Get::new(\"pet-id\");",
        "assert_eq!(request.method(), \"GET\");",
        "let result = Get::parse(response);",
        "pet-api = { version = \"0.1\", features = [\"ureq\"] }",
    ] {
        assert!(page.contains(&format!("\n{line}\n")), "no line `{line}` in\n{page}");
    }
    assert!(fixture.read("out/Cargo.toml").contains("[package.metadata.docs.rs]\nall-features = true\n"));
}

/// Of a type without prose, its docs say what it is made of.
#[test]
fn types_and_the_crate_are_described() {
    let fixture = Fixture::new();
    fixture.generate();
    for (file, line) in [
        ("src/api/components/color.rs", "/// One of `red-brown` and `grey`."),
        ("src/api/components/pet.rs", "/// An animal of the household."),
        ("src/api/errors/not_found.rs", "/// An object with `message`."),
        ("Cargo.toml", "description = \"Types and typed endpoints of the Pet API\""),
    ] {
        let text = fixture.read(&format!("out/{file}"));
        assert!(text.lines().any(|it| it == line), "{file}: {text}");
    }
}

#[test]
fn any_json_is_shown_as_such() {
    let fixture = Fixture::new();
    fixture.write("docs/sdks/pets/README.md", &PETS.replace("*String*", "*Object*"));
    let page = front_page(&fixture);
    assert!(page.contains("match client.send(&Get::new(serde_json::json!(\"pet-id\"))) {"), "{page}");
}

#[test]
fn an_api_without_operations_has_nothing_to_send() {
    let fixture = Fixture::new();
    fixture.remove("docs/sdks/pets/README.md");
    assert!(!front_page(&fixture).contains("request"));
    assert!(!fixture.read("out/Cargo.toml").contains("docs.rs"));
}

/// Older front pages show the defaults of variables in the table of servers.
#[test]
fn variables_of_a_servers_own_row_are_its() {
    let fixture = Fixture::new();
    let front = FRONT_PAGE.replace("| # | Server |\n| --- | --- |", "| # | Server | Variables |\n| - | - | - |");
    let row = "| 0 | `https://{tenant}.pets.example` | `tenant` (default is `me`) |";
    fixture.write("docs/README.md", &front.replace("| 0 | `https://pets.example` |", row));
    fixture.generate();
    let client = fixture.read("out/src/client/mod.rs");
    assert!(client.contains("tenant \"tenant\" = \"me\";"), "{client}");
}
