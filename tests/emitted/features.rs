//! Features of cargo's, one for each group of operations: which parts of a crate are there with which of them.
//!
//! In: models built by hand. Out: nothing.

use crate::built::{emitted_file, list, map, model_of, named, nullable, operation, structure, success, texts};
use tablature::{
    emit::{EmitOptions, crate_manifest},
    model::{Operation, SuccessBody, Type},
};

/// What stands between two texts.
fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("no {start} in {text}"));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end} in {rest}")).0
}

/// The lines of `[features]` of an API with these groups of operations.
fn features(groups: &[(&str, &str)]) -> Vec<String> {
    let of = |(module, group): &(&str, &str)| Operation {
        module: (*module).to_owned(),
        group: (*group).to_owned(),
        ..operation("Get")
    };
    let model = model_of(Vec::new(), groups.iter().map(of).collect());
    let text = crate_manifest(&model, &EmitOptions { group_features: true, ..EmitOptions::default() });
    let lines = between(&text, "[features]\n", "\n\n")
        .lines()
        .map(|line| line.split(' ').next().unwrap_or_default().to_owned());
    lines.filter(|name| !["reqwest", "tracing", "ureq"].contains(&name.as_str())).collect()
}

#[test]
fn each_group_of_operations_has_a_feature() {
    assert_eq!(features(&[("pets", "Pets")]), [""; 0], "one group needs no feature");
    assert_eq!(features(&[("pets", "Pets"), ("big_toys", "BigToys")]), ["all", "big-toys", "default", "pets"]);
    assert_eq!(
        features(&[("time", "Time"), ("http", "Http")]),
        ["all", "default", "http-operations", "time-operations"]
    );
    assert_eq!(features(&[("a_b", "X"), ("a-b", "Y")]), ["a-b", "a-b-operations", "all", "default"]);
}

/// crates.io takes so many features only: groups within a group share one, or there are none.
#[test]
fn very_many_groups_share_their_features() {
    let groups = |count: usize, outer: usize| -> Vec<(String, String)> {
        (0..count).map(|at| (format!("m{at}"), format!("Outer{}.Inner.M{at}", at % outer))).collect()
    };
    let of = |count: usize, outer: usize| {
        let groups = groups(count, outer);
        features(&groups.iter().map(|(module, group)| (module.as_str(), group.as_str())).collect::<Vec<_>>())
    };
    assert_eq!(of(290, 2).len(), 292);
    assert_eq!(of(291, 2), ["all", "default", "outer0", "outer1"]);
    assert_eq!(of(291, 1), [""; 0]);
    assert_eq!(of(291, 291), [""; 0]);
}

/// Types are there with the groups that reach them, through whatever other types.
#[test]
fn types_are_there_with_the_groups_that_reach_them() {
    let in_module = |module: &str, rust: &str, ty: Type| Operation {
        module: module.to_owned(),
        success: vec![SuccessBody { ..success("application/json", ty) }],
        ..operation(rust)
    };
    let types = vec![
        structure("Pet", &[("toys", list(named("Toy")))]),
        structure("Toy", &[("size", nullable(named("Size")))]),
        texts("Size", &["A"]),
        structure("Shop", &[("pets", map(named("Pet")))]),
        structure("Lost", &[]),
        structure("Boat", &[]),
    ];
    let operations = vec![
        in_module("pets", "Get", named("Pet")),
        in_module("shops", "Get", named("Shop")),
        in_module("toys", "Get", list(named("Size"))),
        in_module("toys", "Sail", named("Boat")),
    ];
    let options = EmitOptions { group_features: true, ..EmitOptions::default() };
    let model = model_of(types, operations);
    let text = emitted_file(&model, &options, "src/api/components/mod.rs");
    let gate = |module: &str| {
        let before = text.split_once(&format!("mod {module};\n")).expect("a module").0;
        before.lines().last().filter(|line| line.starts_with("#[cfg(")).map(str::to_owned)
    };
    let of = |gate: &str| Some(format!("#[cfg({gate})]"));
    assert_eq!(gate("pet"), of("any(feature = \"all\", feature = \"pets\", feature = \"shops\")"));
    assert_eq!(gate("toy"), of("any(feature = \"all\", feature = \"pets\", feature = \"shops\")"));
    assert_eq!(gate("size"), None, "all groups reach it");
    assert_eq!(gate("shop"), of("any(feature = \"all\", feature = \"shops\")"));
    assert_eq!(gate("boat"), of("any(feature = \"all\", feature = \"toys\")"));
    assert_eq!(gate("lost"), of("feature = \"all\""));
    let groups = emitted_file(&model, &options, "src/api/endpoints/mod.rs");
    assert!(groups.contains("#[cfg(any(feature = \"all\", feature = \"toys\"))]\npub mod toys;\n"), "{groups}");
    let told = between(
        &emitted_file(&model, &options, "src/lib.rs").replace("//! ", "").replace("//!", ""),
        "# Only what you use\n\n",
        "\n\n",
    )
    .to_owned();
    assert!(told.starts_with("Each group of operations has a feature of cargo's,"), "{told}");
    let root = emitted_file(&model, &options, "src/lib.rs");
    assert!(
        root.contains("#![cfg_attr(not(feature = \"all\"), allow(dead_code, unused_imports, unused_macros))]"),
        "{root}"
    );
}
