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

/// crates.io refuses a crate with more than 300 features.
#[test]
fn no_crate_has_more_features_than_a_registry_takes() {
    let fixture = fixture();
    let group = |title: &str, at: usize| {
        let text = PETS.replace("# Pets", &format!("# {title}")).replace("get_pet", &format!("get_pet_{at}"));
        fixture.write(&format!("docs/sdks/group{at}/README.md"), &text);
    };
    let features = || {
        let made = fixture.run(&["generate", "--force"]);
        assert_eq!(made.status, 0, "{}", made.stderr);
        let manifest: toml::Table = fixture.read("out/Cargo.toml").parse().expect("TOML");
        manifest["features"].as_table().expect("a table").keys().cloned().collect::<Vec<_>>()
    };
    for at in 0..300 {
        group(&format!("{}.Group{at}", if at % 2 == 0 { "Even" } else { "Odd" }), at);
    }
    let shared = features();
    assert_eq!(shared, ["all", "default", "even", "odd", "pets", "reqwest", "time-operations", "tracing", "ureq"]);
    assert!(fixture.read("out/src/lib.rs").contains("with the groups within it,"));
    assert!(fixture.read("out/src/api/endpoints/mod.rs").contains("feature = \"even\"))]\npub mod group0;"));
    for at in 0..300 {
        group(&format!("Group{at}"), at);
    }
    fixture.remove("out/Cargo.toml");
    assert_eq!(features(), ["reqwest", "tracing", "ureq"], "none is better than a crate that cannot be published");
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
