//! Reading a docs folder: what is no page, what cannot be read, what leads elsewhere.
//!
//! In: a temporary folder. Out: nothing.

use crate::docs::{Fixture, PAGES, PET, tablature};
use camino::Utf8PathBuf;
use tablature::source::{Code, Diagnostics, Sources, load};

fn loaded(fixture: &Fixture) -> (Sources, Vec<Code>) {
    let mut found = Diagnostics::default();
    let sources = load(&[fixture.path("docs")], &mut found).expect("a folder");
    (sources, found.list.iter().map(|finding| finding.code).collect())
}

#[test]
fn what_is_no_page_is_passed_over() {
    let fixture = Fixture::new();
    let before = loaded(&fixture).0.files().len();
    fixture.write("docs/models/notes.txt", "no page");
    std::fs::create_dir(fixture.path("docs/models/folder.md")).expect("a folder");
    let (sources, found) = loaded(&fixture);
    assert_eq!((sources.files().len(), found), (before, vec![]));
}

#[test]
fn bytes_that_are_no_text_are_an_error() {
    let fixture = Fixture::new();
    std::fs::write(fixture.path("docs/models/components/Pet.md"), b"# P\xffet\n").expect("a file");
    assert_eq!(loaded(&fixture).1, [Code::NotUtf8]);
}

#[cfg(unix)]
#[test]
fn a_path_that_is_no_text_is_an_error() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt, path::PathBuf};
    let fixture = Fixture::new();
    let path = PathBuf::from(fixture.path("docs/models")).join(OsStr::from_bytes(b"P\xffet.md"));
    if std::fs::write(&path, "# Pet\n").is_err() {
        println!("not run: this file system takes no such names");
        return;
    }
    assert_eq!(loaded(&fixture).1, [Code::NotUtf8]);
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_are_not_followed() {
    let fixture = Fixture::new();
    let before = loaded(&fixture).0.files().len();
    fixture.write("outside/Secret.md", "# Secret\n");
    let link = |from: &str, to: &str| std::os::unix::fs::symlink(fixture.path(from), fixture.path(to)).expect("a link");
    link("outside", "docs/models/outside");
    link("outside/Secret.md", "docs/models/Secret.md");
    let (sources, found) = loaded(&fixture);
    assert_eq!((sources.files().len(), found), (before, vec![Code::OutsideDocs; 2]));
}

#[test]
fn a_folder_that_is_not_there_is_an_error() {
    let error = load(&[Utf8PathBuf::from("no/such/folder")], &mut Diagnostics::default()).expect_err("no folder");
    assert_eq!(error.to_string(), "cannot read `no/such/folder`: no such file or folder");
}

#[test]
fn a_build_script_says_where_it_looked() {
    let error = tablature::Builder::new().docs("nowhere").out_dir("elsewhere").compile().expect_err("no such folder");
    let here = std::env::current_dir().expect("a folder");
    let said = error.to_string();
    assert!(said.contains("`nowhere`") && said.contains(&format!("paths start from `{}`", here.display())), "{said}");
}

#[test]
fn a_build_script_writes_a_root_that_names_the_files() {
    let fixture = Fixture::new();
    let built = tablature::Builder::new().docs(fixture.path("docs")).out_dir(fixture.path("built")).name("pet-api");
    built.compile().expect("files");
    let root = fixture.read("built/pet_api.rs");
    assert!(root.contains("mod api;") || root.contains("mod api {"), "{root}");
    assert!(fixture.read("built/pet_api/src/api/components/pet.rs").contains("pub struct Pet"));
}

/// A page of a group of operations, by another path than that of its tree.
#[test]
fn a_page_may_be_given_by_itself() {
    let fixture = Fixture::new();
    for page in ["docs/sdks/pets/README.md", "docs/models/components/Pet.md", "docs/models/components/Color.md"] {
        let (docs, out) = (fixture.path(page), fixture.path("out"));
        let ran = tablature(&["generate", "--docs", docs.as_str(), "--out", out.as_str(), "--name", "one"]);
        assert_eq!(ran.status, 0, "{page}: {}", ran.stderr);
    }
    assert!(fixture.read("out/model.json").contains("Color"));
    let (docs, out) = (fixture.path("docs"), fixture.path("whole"));
    let ran = tablature(&["generate", docs.as_str(), "--out", out.as_str(), "--name", "whole"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    fixture.write("docs/sdks/root/README.md", "# Root\n\n### Available Operations\n");
    let (docs, out) = (fixture.path("docs/sdks/root/README.md"), fixture.path("empty"));
    let ran = tablature(&["generate", "--docs", docs.as_str(), "--out", out.as_str(), "--name", "one"]);
    assert!(ran.status == 0 && ran.stderr.contains("T0507"), "{}", ran.stderr);
}

#[test]
fn pages_in_other_folders_are_told_by_their_headings() {
    let fixture = Fixture::new();
    fixture.write("docs/api/Collar.md", &PET.replace("# Pet", "# Collar"));
    let links = PET.replace("../../models/components/Color.md", "../../api/Collar.md");
    fixture.write("docs/models/components/Pet.md", &links);
    let ran = fixture.run(&["generate", "--strict"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(fixture.read("out/model.json").contains("/Collar\""));
}

#[test]
fn a_page_may_have_no_name() {
    let fixture = Fixture::new();
    let group = PAGES.iter().find(|(path, _)| path.starts_with("sdks")).expect("a group").1;
    fixture.write("docs/sdks/pets/.md", group);
    fixture.remove("docs/sdks/pets/README.md");
    fixture.generate();
    assert!(fixture.read("out/model.json").contains("get_pet"));
}

#[test]
fn docs_of_no_sdk_are_said_to_be_none() {
    let fixture = Fixture::empty();
    fixture.write("docs/guide/start.md", "# Start\n\n## Install\n\nText.\n");
    fixture.write("docs/about.md", "# About\n\n## Us\n\nText.\n");
    let ran = fixture.run(&["generate"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("holds no page of an SDK's docs: no `## Fields`"), "{}", ran.stderr);
}

/// Where nothing tells the language, the one that fits best is taken, and that is said; a flag settles it.
#[test]
fn the_language_may_be_a_guess() {
    let fixture = Fixture::empty();
    let row = "| `name` | *string* | :heavy_check_mark: | N/A |\n| `Name` | *string* | :heavy_check_mark: | N/A |\n";
    fixture.write("docs/Pet.md", &format!("# Pet\n\n{}{row}", crate::markdown::FIELDS));
    let ran = fixture.run(&["survey"]);
    assert!(ran.status == 0 && ran.stderr.contains("T0501"), "{}", ran.stderr);
    // Nor does prose behind an example in no language.
    let prose = "\n## Example Usage\n\n```\nx\n```\ngo and see.\n";
    fixture.write("docs/Pet.md", &format!("# Pet\n\n{}{row}{prose}", crate::markdown::FIELDS));
    let ran = fixture.run(&["survey"]);
    assert!(ran.status == 0 && ran.stderr.contains("T0501"), "{}", ran.stderr);
    let ran = fixture.run(&["survey", "--language", "csharp"]);
    assert!(ran.status == 0 && !ran.stderr.contains("T0501"), "{}", ran.stderr);
}

/// A type is called as its page's title, be the file's name cut and hashed, or another file's in other letters; which some systems
/// take for one name.
#[cfg(target_os = "linux")]
#[test]
fn a_title_is_the_name_and_a_file_the_link() {
    let page = |title: &str, rows: &str| {
        format!(
            "# {title}\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n{rows}"
        )
    };
    let row = |name: &str, ty: &str| format!("| `{name}` | {ty} | :heavy_check_mark: | x |\n");
    let linked =
        |name: &str, title: &str, file: &str| row(name, &format!("[{title}](../../models/components/{file}.md)"));
    let fixture = Fixture::new();
    let links = [
        linked("long", "PetWithAVeryLongName", "PetWithAVery_5f262c"),
        linked("upper", "PETChip", "PETChip"),
        linked("lower", "PetChip", "PetChip"),
        linked("empty", "Nothing", "Nothing"),
    ];
    for (file, title, rows) in [
        ("Links", "Links", links.concat()),
        ("PetWithAVery_5f262c", "PetWithAVeryLongName", row("a", "*String*")),
        ("PETChip", "PETChip", row("b", "*String*")),
        ("PetChip", "PetChip", row("c", "*Long*")),
        ("Nothing", "Nothing", String::new()),
    ] {
        fixture.write(&format!("titles/models/components/{file}.md"), &page(title, &rows));
    }
    let [docs, out] = ["titles", "out"].map(|path| fixture.path(path));
    let ran = tablature(&["generate", "--docs", docs.as_str(), "--out", out.as_str(), "--language", "java"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let model: serde_json::Value = serde_json::from_str(&fixture.read("out/model.json")).expect("JSON");
    let fields = |id: &str| {
        let fields =
            model["types"][id]["shape"]["struct"]["fields"].as_array().unwrap_or_else(|| panic!("{id}: {model:#}"));
        fields.iter().map(|field| field["type"].to_string()).collect::<Vec<_>>()
    };
    let named = |id: &str| format!("{{\"named\":\"components/{id}\"}}");
    assert_eq!(fields("components/Links"), ["PetWithAVeryLongName", "PETChip", "PetChip", "Nothing"].map(named));
    assert_eq!(fields("components/PetWithAVeryLongName").len(), 1);
    assert_ne!(fields("components/PETChip"), fields("components/PetChip"));
    assert!(fields("components/Nothing").is_empty());
}

/// As MDX: the title stands in the front matter, and links name such files.
#[test]
fn pages_may_be_mdx() {
    let fixture = Fixture::new();
    let model = |fixture: &Fixture| {
        fixture.generate();
        let model: serde_json::Value = serde_json::from_str(&fixture.read("out/model.json")).expect("JSON");
        (model["types"].as_object().expect("types").keys().cloned().collect::<Vec<_>>(), model["operations"].clone())
    };
    let (types, operations) = model(&fixture);
    for (path, _) in PAGES.iter().filter(|(path, _)| path.contains('/')) {
        let text = fixture.read(&format!("docs/{path}")).replace(".md)", ".mdx)");
        let (title, body) = text.split_once('\n').expect("a title");
        let title = title.strip_prefix("# ").expect("a title");
        fixture.remove(&format!("docs/{path}"));
        fixture.write(&format!("docs/{path}x"), &format!("---\ntitle: \"{title}\"\n---\n{body}"));
    }
    let (as_mdx, operations_as_mdx) = model(&fixture);
    assert_eq!(as_mdx, types);
    assert_eq!(operations_as_mdx[0]["success"][0]["type"], operations[0]["success"][0]["type"]);
}
