//! What a crate's own `Cargo.toml` lacks of what the generated files need: each finding whole.
//!
//! In: manifests. Out: nothing.

use crate::docs::Fixture;
use serde_json::Value;

/// A crate as it is when it is new.
struct New {
    fixture: Fixture,
    manifest: String,
}

impl New {
    fn crate_of_pets() -> Self {
        let fixture = Fixture::new();
        fixture.generate();
        let manifest = fixture.read("out/Cargo.toml");
        Self { fixture, manifest }
    }

    /// What is found in another manifest: line, message and help of each.
    fn found(&self, manifest: &str) -> Vec<(Option<u64>, String, String)> {
        self.fixture.write("out/Cargo.toml", manifest);
        let ran = self.fixture.run(&["check", "--format", "json"]);
        let findings = ran.stderr.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let path = self.fixture.path("out/Cargo.toml");
        let text = |value: &Value| value.as_str().unwrap_or_default().replace(path.as_str(), "Cargo.toml");
        let of = |it: Value| (it["place"]["line"].as_u64(), text(&it["message"]), text(&it["help"]));
        findings.filter(|it| it["code"] == "T0505").map(of).collect()
    }

    /// What is found where one line is another.
    fn with(&self, line: &str, instead: &str) -> Vec<(Option<u64>, String, String)> {
        let own = self.manifest.lines().find(|own| own.starts_with(line)).expect("a line");
        self.found(&self.manifest.replacen(&format!("{own}\n"), instead, 1))
    }

    fn line(&self, start: &str) -> Option<u64> {
        let at = self.manifest.lines().position(|line| line.starts_with(start));
        at.map(|at| at as u64 + 1)
    }
}

#[test]
fn lines_that_are_missing_are_given() {
    let new = New::crate_of_pets();
    assert_eq!(new.found(&new.manifest), []);
    let lacks = |names: &str| format!("`Cargo.toml` lacks what the generated files need: {names}");
    let add = |lines: &str| format!("add these lines to it:{lines}");
    assert_eq!(new.with("http =", ""), [(None, lacks("`http`"), add("\n[dependencies]\nhttp = \"1\""))]);
    assert_eq!(new.with("tracing = [", ""), [], "an optional dependency is a feature while nothing says otherwise");
    let hidden = new.with("tracing = [", "other = [\"dep:tracing\"]\n");
    assert_eq!(hidden, [(None, lacks("`tracing`"), add("\n[features]\ntracing = [\"dep:tracing\"]"))]);
    let both = new.found(&new.manifest.replace("tracing =", "tracking ="));
    let lines = "\n[features]\ntracing = [\"dep:tracing\"]\n[dependencies]\ntracing = { version = \"0.1\", default-features = false, optional = true }";
    assert_eq!(both, [(None, lacks("`tracing`"), add(lines))]);
    let without: String = new
        .manifest
        .lines()
        .filter(|line| !line.starts_with("http ="))
        .fold(String::new(), |text, line| text + line + "\n");
    let of_target = format!("{without}\n[target.'cfg(unix)'.dependencies]\nhttp = \"1\"\n");
    assert_eq!(new.found(&of_target), [], "a dependency of some targets is one");
}

#[test]
fn dependencies_that_will_not_do_are_shown_at_their_lines() {
    let new = New::crate_of_pets();
    let at = |line: &str, instead: &str| {
        let found = new.with(line, &format!("{instead}\n"));
        let [(place, message, help)] = found.as_slice() else { panic!("{instead}: {found:?}") };
        assert_eq!(*place, new.line(line));
        (message.clone(), help.clone())
    };
    let of = |message: &str, help: &str| (message.to_owned(), help.to_owned());
    let other = "the generated files are written for version 1 of `http`, and this is 0.2";
    assert_eq!(at("http =", "http = \"0.2\""), of(other, "write `version = \"1\"`"));
    let optional = "the generated files always need `http`, and it is optional";
    assert_eq!(at("http =", "http = { version = \"1\", optional = true }"), of(optional, "remove `optional = true`"));
    let bare = "the generated files need the standard library's parts of `http`";
    let help = "remove `default-features = false`, or add to its `features`: \"std\"";
    for key in ["default-features", "default_features"] {
        assert_eq!(at("http =", &format!("http = {{ version = \"1\", {key} = false }}")), of(bare, help));
    }
    let one = "the generated files need the feature `raw_value` of `serde_json`";
    let line = "serde_json = { version = \"1\", features = [\"float_roundtrip\"] }";
    assert_eq!(at("serde_json =", line), of(one, "add to its `features`: \"raw_value\""));
    let two = "the generated files need the features `float_roundtrip`, `raw_value` of `serde_json`";
    assert_eq!(
        at("serde_json =", "serde_json = \"1\""),
        of(two, "add to its `features`: \"float_roundtrip\", \"raw_value\"")
    );
    for fine in [
        "http = { version = \"1.2\", default-features = false, features = [\"std\"] }",
        "http = { version = \"1\", default-features = false, features = [\"default\"] }",
        "http = { path = \"../http\" }",
        "http = \"*\"",
        "http = \">=0.2\"",
        "http = \"=1.0\"",
    ] {
        assert_eq!(new.with("http =", &format!("{fine}\n")), [], "{fine}");
    }
}

#[test]
fn features_that_enable_nothing_are_shown_at_their_lines() {
    let new = New::crate_of_pets();
    let idle = |list: &str| {
        let found = new.with("tracing = [", &format!("tracing = {list}\n"));
        found.into_iter().map(|(_, message, help)| format!("{message}: {help}")).collect::<Vec<_>>()
    };
    let told = ["the feature `tracing` does not enable the dependency `tracing`: add `\"dep:tracing\"` to the feature"];
    assert_eq!(idle("[]"), told);
    assert_eq!(idle("[\"dep:http\", \"dep:tracing-core\"]"), told);
    assert_eq!(idle("[\"more\"]\nmore = [\"tracing\", \"dep:http\"]"), told);
    assert_eq!(idle("[\"tracing/std\"]"), [""; 0]);
    assert_eq!(idle("[\"more\"]\nmore = [\"most\"]\nmost = [\"dep:tracing\"]"), [""; 0]);
}
