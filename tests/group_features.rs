//! A feature for each group of operations: each compiles by itself, without a warning, with the types that it reaches.
//!
//! In: an API of two groups. Out: its crate, checked by cargo.

use crate::{
    docs::{Fixture, PET, PETS, RESPONSE},
    hostile::compiles::run_cargo,
};

/// Two groups, each with a type of its own; errors are the same.
fn fixture() -> Fixture {
    let toys = |text: &str| text.replace("Pet", "Toy").replace("pet", "toy").replace("Sniptoy", "Snippet");
    let fixture = Fixture::new();
    fixture.write("docs/models/components/Toy.md", &toys(PET));
    fixture.write("docs/models/operations/GetToyResponse.md", &toys(RESPONSE));
    fixture.write("docs/sdks/time/README.md", &toys(PETS).replace("# Toys", "# Time"));
    fixture
}

/// What cargo says of the crate and its docs with these features.
fn said(fixture: &Fixture, features: &str) -> String {
    let ran = run_cargo(fixture, &["check", "--all-targets", "--no-default-features", "--features", features]);
    String::from_utf8_lossy(&ran.stderr).into_owned()
}

#[test]
fn each_group_compiles_by_itself() {
    let fixture = fixture();
    fixture.generate();
    let manifest = fixture.read("out/Cargo.toml");
    for line in ["all = []", "default = [\"all\"]", "pets = []", "time-operations = []"] {
        assert!(manifest.contains(&format!("\n{line}\n")), "{manifest}");
    }
    let types = fixture.read("out/src/api/components/mod.rs");
    assert!(types.contains("#[cfg(any(feature = \"all\", feature = \"pets\"))]\nmod pet;"), "{types}");
    assert!(types.contains("\nmod color;") && !types.contains("]\nmod color;"), "{types}");
    let names = "pub use pet_api::{components::Pet, endpoints::pets::Get};\nfn main() {}\n";
    fixture.write("out/examples/names.rs", names);
    assert_eq!(said(&fixture, "pets"), "");
    let missing = said(&fixture, "time-operations");
    assert!(missing.contains("could not find `pets`") || missing.contains("unresolved import"), "{missing}");
    fixture.remove("out/examples/names.rs");
    for features in ["time-operations", "all,ureq", ""] {
        assert_eq!(said(&fixture, features), "", "{features}");
    }
}

#[test]
fn a_crate_takes_them_once_it_has_the_feature_of_all() {
    let fixture = fixture();
    fixture.generate();
    let whole = fixture.read("out/Cargo.toml");
    let types = || fixture.read("out/src/api/components/mod.rs");
    assert!(types().contains("cfg"));
    let without = |starts: &[&str]| -> String {
        let lines = whole.lines().filter(|line| !starts.iter().any(|start| line.starts_with(start)));
        lines.map(|line| format!("{line}\n")).collect()
    };
    fixture.write("out/Cargo.toml", &without(&["all =", "default =", "pets =", "time-operations ="]));
    fixture.generate();
    assert!(!types().contains("cfg"));
    fixture.write("out/Cargo.toml", &without(&["pets =", "time-operations ="]));
    let ran = fixture.run(&["generate"]);
    assert!(ran.stderr.contains("lacks what the generated files need: `pets`, `time-operations`"), "{}", ran.stderr);
    assert!(types().contains("cfg"));
}
