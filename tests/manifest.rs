//! A `Cargo.toml` of the user's own stays as it is, and what it lacks is told with what mends it.
//!
//! In: a small docs tree and manifests. Out: nothing.

use crate::docs::Bench;

/// What a new crate gets.
fn whole(bench: &Bench) -> String {
    bench.generate();
    bench.read("out/Cargo.toml")
}

/// The manifest without the lines that start so.
fn without(manifest: &str, starts: &[&str]) -> String {
    let lines = manifest.lines().filter(|line| !starts.iter().any(|start| line.starts_with(start)));
    lines.map(|line| format!("{line}\n")).collect()
}

/// What `generate` and `check` say of a manifest, without the margin. Neither fails for it.
fn told(bench: &Bench, manifest: &str) -> String {
    bench.write("out/Cargo.toml", manifest);
    let said = ["generate", "check"].map(|command| {
        let ran = bench.run(&[command]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let lines = ran.stderr.lines().filter(|line| !line.starts_with("out: "));
        lines.map(|line| line.trim_start_matches([' ', '=', '|'])).collect::<Vec<_>>().join("\n")
    });
    assert_eq!(bench.read("out/Cargo.toml"), manifest);
    let [said, again] = said;
    let findings = |text: &str| text.matches("T0505").count();
    assert_eq!(findings(&said), findings(&again), "{said}\n{again}");
    said
}

#[test]
fn what_is_missing_is_shown_as_lines_to_paste() {
    let bench = Bench::new();
    let whole = whole(&bench);
    assert!(!told(&bench, &whole).contains("T0505"));
    let said = told(&bench, &without(&whole, &["http =", "reqwest =", "[features]"]));
    assert!(said.contains("Cargo.toml` lacks what the generated files need: `http`, `reqwest`\n"), "{said}");
    for lines in ["[features]\nreqwest = [\"dep:backon\", ", "\n[dependencies]\nhttp = \"1\"\nreqwest = {"] {
        assert!(said.contains(lines), "{said}");
    }
}

#[test]
fn a_dependency_that_does_not_do_is_shown_at_its_line() {
    let bench = Bench::new();
    let whole = whole(&bench);
    let cases = [
        ("serde_json =", "serde_json = \"1\"", "add to its `features`: \"float_roundtrip\", \"raw_value\""),
        ("http =", "http = \"0.2\"", "write `version = \"1\"`"),
        ("http =", "http = { version = \"1\", optional = true }", "remove `optional = true`"),
        ("serde =", "serde = { version = \"1\", default-features = false }", "remove `default-features = false`"),
    ];
    for (line, instead, cure) in cases {
        let manifest = format!("{}{instead}\n", without(&whole, &[line]));
        let said = told(&bench, &manifest);
        let place = format!("out/Cargo.toml:{}:1", manifest.lines().count());
        assert!(said.contains(&place) && said.contains(instead) && said.contains(cure), "{said}");
        assert_eq!(said.matches("T0505").count(), 1, "{said}");
    }
    let needs = "[\"dep:backon\", \"dep:httpdate\", \"dep:ureq\", \"backon/std-blocking-sleep\"]";
    let idle = whole.replace(&format!("ureq = {needs}"), "ureq = [\"more\"]\nmore = []\nother = [\"dep:ureq\"]");
    assert!(told(&bench, &idle).contains("\"dep:ureq\""), "{}", told(&bench, &idle));
    let reached = idle.replace("more = []", &format!("more = {needs}"));
    assert!(!told(&bench, &reached).contains("T0505"));
}

#[test]
fn a_dependency_of_the_workspace_is_looked_up_there() {
    let bench = Bench::new();
    let whole = whole(&bench);
    let inherited =
        without(&whole, &["serde_json ="]).replace("[dependencies]", "[dependencies]\nserde_json.workspace = true");
    assert!(!told(&bench, &inherited).contains("T0505"), "no workspace, no complaint: cargo says it");
    let workspace = |line: &str| format!("[workspace]\nmembers = [\"out\"]\n\n[workspace.dependencies]\n{line}\n");
    bench.write("Cargo.toml", &workspace("serde_json = \"1\""));
    assert!(told(&bench, &inherited).contains("the features `float_roundtrip`, `raw_value` of `serde_json`"));
    let features = "serde_json = { workspace = true, features = [\"raw_value\"] }";
    let partly = inherited.replace("serde_json.workspace = true", features);
    assert!(told(&bench, &partly).contains("the feature `float_roundtrip` of `serde_json`"));
    bench.write(
        "Cargo.toml",
        &workspace("serde_json = { version = \"1\", features = [\"raw_value\", \"float_roundtrip\"] }"),
    );
    assert!(!told(&bench, &inherited).contains("T0505"));
}

#[test]
fn dependencies_of_ones_own_are_nobodys_business() {
    let bench = Bench::new();
    let manifest = whole(&bench);
    let more = format!(
        "{manifest}http-body = {{ version = \"0.4\", optional = true }}\n\n[target.'cfg(unix)'.dependencies]\nlibc = \"0.2\"\n"
    );
    assert!(!told(&bench, &more).contains("T0505"));
    let path = manifest.replace("http = \"1\"", "http = { path = \"../http\" }");
    assert!(!told(&bench, &path).contains("T0505"));
    assert!(!told(&bench, "this is no TOML").contains("T0505"));
}
