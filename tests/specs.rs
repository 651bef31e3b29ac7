//! Operations that come into a crate's pages, go out, and follow the vendor's.
//!
//! In: a vendor's docs tree and a crate's folder. Out: nothing.

use crate::{
    docs::{Fixture, PET, Ran, tablature},
    hostile::files_below,
};
use std::collections::BTreeMap;

/// The vendor's page: three operations, the middle one with a type of its own.
const PETS: &str = "# Pets
(*pets()*)

## Overview

### Available Operations

* [list](#list) - List pets
* [adopt](#adopt) - Adopt a pet
* [get](#get) - Look up a pet

## list

List pets.

### Example Usage

<!-- UsageSnippet language=\"java\" operationID=\"list_pets\" method=\"get\" path=\"/pets\" -->
```java
sdk.pets().list().call();
```

### Response

**[ListPetsResponse](../../models/operations/ListPetsResponse.md)**

## adopt

Adopt a pet.

### Example Usage

<!-- UsageSnippet language=\"java\" operationID=\"adopt_pet\" method=\"post\" path=\"/pets\" -->
```java
sdk.pets().adopt().call();
```

### Parameters

| Parameter | Type | Required | Description |
| --- | --- | --- | --- |
| `request` | [Toy](../../models/components/Toy.md) | :heavy_check_mark: | A toy. |

### Errors

| Error Type | Status Code | Content Type |
| --- | --- | --- |
| models/errors/NotFound | 404 | application/json |

## get

Look up a pet.

### Example Usage

<!-- UsageSnippet language=\"java\" operationID=\"get_pet\" method=\"get\" path=\"/pets/{petId}\" -->
```java
sdk.pets().get().petId(\"7\").call();
```

### Parameters

| Parameter | Type | Required | Description |
| --- | --- | --- | --- |
| `petId` | *String* | :heavy_check_mark: | Which pet. |

### Response

**[GetPetResponse](../../models/operations/GetPetResponse.md)**
";

/// A crate without pages, and the vendor's docs.
fn fixture() -> Fixture {
    let fixture = Fixture::new();
    fixture.write("docs/sdks/pets/README.md", PETS);
    fixture.write("docs/models/components/Toy.md", &PET.replace("# Pet", "# Toy"));
    fixture.write("docs/models/components/Unused.md", &PET.replace("# Pet", "# Unused"));
    fixture.write("docs/models/operations/ListPetsResponse.md", &crate::docs::RESPONSE.replace("GetPet", "ListPets"));
    fixture.write("tablature.toml", "docs = \"specs\"\nout = \"out\"\nname = \"pet-api\"\n");
    fixture
}

fn run(fixture: &Fixture, args: &[&str]) -> Ran {
    let (config, docs) = (fixture.path("tablature.toml"), fixture.path("docs"));
    let with_docs = ["add", "update"].contains(&args[0]);
    let docs: &[&str] = if with_docs { &["--docs", docs.as_str()] } else { &[] };
    let ran = tablature(&[args, &["--config", config.as_str()], docs].concat());
    assert_eq!(ran.status, 0, "{args:?}: {}", ran.stderr);
    ran
}

/// The crate's pages.
fn specs(fixture: &Fixture) -> BTreeMap<String, String> {
    let root = fixture.path("specs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let files = files_below(root.as_std_path()).into_iter();
    files.map(|(path, bytes)| (path.replace(&format!("{root}/"), ""), text(bytes))).collect()
}

fn names(fixture: &Fixture) -> Vec<String> {
    specs(fixture).into_keys().collect()
}

#[test]
fn an_operation_brings_what_it_needs_and_no_more() {
    let fixture = fixture();
    let ran = run(&fixture, &["add", "adopt_pet"]);
    assert_eq!(
        names(&fixture),
        ["models/components/Color.md", "models/components/Toy.md", "models/errors/NotFound.md", "sdks/pets/README.md"]
    );
    let page = fixture.read("specs/sdks/pets/README.md");
    assert!(page.contains("* [adopt]") && page.contains("## adopt") && !page.contains("get"), "{page}");
    assert!(ran.stdout.starts_with("added    operation adopt_pet\n"), "{}", ran.stdout);
    let config = fixture.path("tablature.toml");
    assert_eq!(tablature(&["generate", "--config", config.as_str()]).status, 0);
}

/// As any new file, a page may be read by whom the user lets read files.
#[cfg(unix)]
#[test]
fn pages_are_files_like_others() {
    use std::os::unix::fs::PermissionsExt;
    let fixture = fixture();
    run(&fixture, &["add", "adopt_pet"]);
    let mode = |path: &str| std::fs::metadata(fixture.path(path)).expect("a file").permissions().mode();
    assert_eq!(mode("specs/sdks/pets/README.md"), mode("tablature.toml"));
}

#[test]
fn taking_an_operation_out_restores_the_bytes_before() {
    for before in [&["list_pets"][..], &["get_pet"], &["list_pets", "get_pet"], &[]] {
        let fixture = fixture();
        before.iter().for_each(|id| drop(run(&fixture, &["add", id])));
        let pages = specs(with_folder(&fixture));
        run(&fixture, &["add", "adopt_pet"]);
        assert_ne!(specs(&fixture), pages);
        run(&fixture, &["remove", "adopt_pet"]);
        assert_eq!(specs(with_folder(&fixture)), pages, "{before:?}");
    }
}

/// The folder is not there before something is in it.
fn with_folder(fixture: &Fixture) -> &Fixture {
    std::fs::create_dir_all(fixture.path("specs")).expect("a folder");
    fixture
}

/// A second group of operations, whose types lead back to each other and to those of the first.
fn with_shelters(fixture: &Fixture) {
    let row = |field: &str, page: &str| {
        format!("| `{field}` | [{page}](../../models/components/{page}.md) | :heavy_minus_sign: | Another. |\n")
    };
    let page = |title: &str, rows: &[String]| PET.replace("# Pet", &format!("# {title}")) + &rows.concat();
    let pages = [
        ("Shelter", vec![row("keeper", "Keeper"), row("parent", "Shelter")]),
        ("Keeper", vec![row("shelter", "Shelter"), row("toy", "Toy")]),
        ("Ward", vec![row("keeper", "Keeper")]),
    ];
    for (title, rows) in pages {
        fixture.write(&format!("docs/models/components/{title}.md"), &page(title, &rows));
    }
    let section = |id: &str, body: &str| {
        let renamed = PETS[PETS.find("## adopt").expect("adopt")..PETS.find("## get").expect("get")]
            .replace("adopt_pet", id)
            .replace("/pets", &format!("/{id}"))
            .replace("Toy", body);
        renamed.replace("## adopt", &format!("## {id}"))
    };
    let sections = [section("open_shelter", "Shelter"), section("open_ward", "Ward")].concat();
    fixture.write("docs/sdks/shelters/README.md", &format!("# Shelters\n(*shelters()*)\n\n{sections}"));
}

#[test]
fn types_that_lead_to_each_other_come_and_go_together() {
    let fixture = fixture();
    with_shelters(&fixture);
    run(&fixture, &["add", "open_ward"]);
    let types = ["Color", "Keeper", "Shelter", "Toy", "Ward"].map(|name| format!("models/components/{name}.md"));
    let others = ["models/errors/NotFound.md", "sdks/shelters/README.md"].map(str::to_owned);
    assert_eq!(names(&fixture), [&types[..], &others].concat());
    let config = fixture.path("tablature.toml");
    assert_eq!(tablature(&["generate", "--config", config.as_str()]).status, 0);

    let ward = specs(&fixture);
    run(&fixture, &["add", "adopt_pet"]);
    run(&fixture, &["add", "open_shelter"]);
    let three = specs(&fixture);
    run(&fixture, &["remove", "open_ward"]);
    assert!(!names(&fixture).contains(&"models/components/Ward.md".to_owned()));
    assert!(names(&fixture).contains(&"models/components/Keeper.md".to_owned()), "another operation needs it");
    run(&fixture, &["add", "open_ward"]);
    assert_eq!(specs(&fixture), three);
    run(&fixture, &["remove", "{adopt_pet,open_shelter}"]);
    assert_eq!(specs(&fixture), ward);
    run(&fixture, &["remove", "open_ward"]);
    assert!(specs(with_folder(&fixture)).is_empty(), "a cycle does not keep itself alive");
}

#[test]
fn all_operations_make_the_vendors_page() {
    let fixture = fixture();
    for id in ["get_pet", "list_pets", "adopt_pet"] {
        run(&fixture, &["add", id]);
    }
    assert_eq!(fixture.read("specs/sdks/pets/README.md"), PETS);
    assert!(!fixture.path("specs/models/components/Unused.md").exists());
}

#[test]
fn types_come_by_their_ids() {
    let fixture = fixture();
    run(&fixture, &["add", "components/Pet"]);
    assert_eq!(names(&fixture), ["models/components/Color.md", "models/components/Pet.md"]);
    run(&fixture, &["remove", "components/Pet"]);
    assert!(specs(with_folder(&fixture)).is_empty());
}

#[test]
fn a_dry_run_writes_nothing() {
    let fixture = fixture();
    let ran = run(&fixture, &["add", "*", "--dry-run"]);
    assert!(ran.stdout.contains("added    page      models/components/Toy.md\n"), "{}", ran.stdout);
    assert!(!fixture.path("specs").exists());
}

#[test]
fn a_pattern_that_fits_nothing_is_bad_input() {
    let fixture = fixture();
    let (config, docs) = (fixture.path("tablature.toml"), fixture.path("docs"));
    let ran = tablature(&["add", "adopt_pat", "--config", config.as_str(), "--docs", docs.as_str()]);
    assert_eq!(ran.status, 2);
    assert!(
        ran.stderr.contains("no operation and no type is called `adopt_pat`; `adopt_pet` is there"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_newer_release_is_followed_and_told() {
    let fixture = fixture();
    run(&fixture, &["add", "{adopt,get}_pet"]);
    let before = specs(&fixture);
    assert!(run(&fixture, &["update"]).stdout.is_empty());
    assert_eq!(specs(&fixture), before, "the same release changes nothing");

    let page = PETS.replace("Look up a pet.", "Look a pet up.").replace("adopt_pet", "buy_pet");
    fixture.write("docs/sdks/pets/README.md", &page);
    fixture.write("docs/models/components/Color.md", &crate::docs::COLOR.replace("grey", "gray"));
    let toy = "| `toy` | [Toy](../../models/components/Toy.md) | :heavy_check_mark: | New. |\n";
    fixture.write("docs/models/components/Pet.md", &format!("{PET}{toy}"));
    let told = run(&fixture, &["update"]).stdout;
    let expected = "removed  operation adopt_pet
changed  operation get_pet
changed  page      models/components/Color.md
changed  page      models/components/Pet.md
removed  page      models/errors/NotFound.md
changed  page      sdks/pets/README.md
";
    assert_eq!(told, expected);
    assert!(fixture.read("specs/sdks/pets/README.md").contains("Look a pet up."));
}
