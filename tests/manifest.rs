//! A `Cargo.toml` of the user's own stays as it is, and what it lacks is told with what fixes it.
//!
//! In: a small docs tree and manifests. Out: nothing.

use crate::docs::Fixture;

/// What a new crate gets.
fn whole(fixture: &Fixture) -> String {
    fixture.generate();
    fixture.read("out/Cargo.toml")
}

/// The manifest without the lines that start so.
fn without(manifest: &str, starts: &[&str]) -> String {
    let lines = manifest.lines().filter(|line| !starts.iter().any(|start| line.starts_with(start)));
    lines.map(|line| format!("{line}\n")).collect()
}

/// What `generate` and `check` say of a manifest, without the margin. Neither fails for it.
fn told(fixture: &Fixture, manifest: &str) -> String {
    fixture.write("out/Cargo.toml", manifest);
    let said = ["generate", "check"].map(|command| {
        let ran = fixture.run(&[command]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let lines = ran.stderr.lines().filter(|line| !line.starts_with("out: "));
        lines.map(|line| line.trim_start_matches([' ', '=', '|'])).collect::<Vec<_>>().join("\n")
    });
    assert_eq!(fixture.read("out/Cargo.toml"), manifest);
    let [said, again] = said;
    let findings = |text: &str| text.matches("T0505").count();
    assert_eq!(findings(&said), findings(&again), "{said}\n{again}");
    said
}

#[test]
fn what_is_missing_is_shown_as_lines_to_paste() {
    let fixture = Fixture::new();
    let whole = whole(&fixture);
    assert!(!told(&fixture, &whole).contains("T0505"));
    let said = told(&fixture, &without(&whole, &["http =", "reqwest =", "[features]"]));
    assert!(said.contains("Cargo.toml` lacks what the generated files need: `http`, `reqwest`\n"), "{said}");
    for lines in ["[features]\nreqwest = [\"dep:backon\", ", "\n[dependencies]\nhttp = \"1\"\nreqwest = {"] {
        assert!(said.contains(lines), "{said}");
    }
}

#[test]
fn a_dependency_that_does_not_do_is_shown_at_its_line() {
    let fixture = Fixture::new();
    let whole = whole(&fixture);
    let cases = [
        ("serde_json =", "serde_json = \"1\"", "add to its `features`: \"float_roundtrip\", \"raw_value\""),
        ("http =", "http = \"0.2\"", "write `version = \"1\"`"),
        ("http =", "http = { version = \"1\", optional = true }", "remove `optional = true`"),
        ("serde =", "serde = { version = \"1\", default-features = false }", "remove `default-features = false`"),
    ];
    for (line, instead, cure) in cases {
        let manifest = format!("{}{instead}\n", without(&whole, &[line]));
        let said = told(&fixture, &manifest);
        let place = format!("out/Cargo.toml:{}:1", manifest.lines().count());
        assert!(said.contains(&place) && said.contains(instead) && said.contains(cure), "{said}");
        assert_eq!(said.matches("T0505").count(), 1, "{said}");
    }
    let needs = "[\"dep:backon\", \"dep:httpdate\", \"dep:ureq\", \"backon/std-blocking-sleep\"]";
    let idle = whole.replace(&format!("ureq = {needs}"), "ureq = [\"more\"]\nmore = []\nother = [\"dep:ureq\"]");
    assert!(told(&fixture, &idle).contains("\"dep:ureq\""), "{}", told(&fixture, &idle));
    let reached = idle.replace("more = []", &format!("more = {needs}"));
    assert!(!told(&fixture, &reached).contains("T0505"));
    let always = whole.replace("\"dep:ureq\", ", "").replace(
        "ureq = { version = \"3\", default-features = false, optional = true }",
        "ureq = { version = \"3\", default-features = false }",
    );
    assert!(!told(&fixture, &always).contains("T0505"), "what is always there, no feature has to enable");
}

#[test]
fn a_dependency_of_the_workspace_is_looked_up_there() {
    let fixture = Fixture::new();
    let whole = whole(&fixture);
    let inherited =
        without(&whole, &["serde_json ="]).replace("[dependencies]", "[dependencies]\nserde_json.workspace = true");
    assert!(!told(&fixture, &inherited).contains("T0505"), "no workspace, no complaint: cargo says it");
    let workspace = |line: &str| format!("[workspace]\nmembers = [\"out\"]\n\n[workspace.dependencies]\n{line}\n");
    fixture.write("Cargo.toml", &workspace("serde_json = \"1\""));
    assert!(told(&fixture, &inherited).contains("the features `float_roundtrip`, `raw_value` of `serde_json`"));
    let features = "serde_json = { workspace = true, features = [\"raw_value\"] }";
    let partly = inherited.replace("serde_json.workspace = true", features);
    assert!(told(&fixture, &partly).contains("the feature `float_roundtrip` of `serde_json`"));
    fixture.write(
        "Cargo.toml",
        &workspace("serde_json = { version = \"1\", features = [\"raw_value\", \"float_roundtrip\"] }"),
    );
    assert!(!told(&fixture, &inherited).contains("T0505"));
}

#[test]
fn dependencies_of_ones_own_are_nobodys_business() {
    let fixture = Fixture::new();
    let manifest = whole(&fixture);
    let more = format!(
        "{manifest}http-body = {{ version = \"0.4\", optional = true }}\n\n[target.'cfg(unix)'.dependencies]\nlibc = \"0.2\"\n"
    );
    assert!(!told(&fixture, &more).contains("T0505"));
    let path = manifest.replace("http = \"1\"", "http = { path = \"../http\" }");
    assert!(!told(&fixture, &path).contains("T0505"));
    assert!(!told(&fixture, "this is no TOML").contains("T0505"));
}
