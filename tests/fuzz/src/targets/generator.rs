//! What the generator reads: pages, cells, settings, and what lies beside the docs.
//!
//! In: bytes. Out: nothing; a property of the campaign that does not hold is a panic.

use crate::campaign::{Files, examine, examine_with};
use tablature::{
    config::{Config, parse_config, parse_overrides},
    dialect::Language,
    render,
    source::{Diagnostics, FileId, Sources},
};

/// A small SDK, whose parts the bytes stand in for.
const SDK: &[(&str, &str)] = &[
    ("models/components/Pet.md", include_str!("../../sdk/docs/models/components/Pet.md")),
    ("models/components/Kind.md", include_str!("../../sdk/docs/models/components/Kind.md")),
    ("models/components/Food.md", include_str!("../../sdk/docs/models/components/Food.md")),
    ("models/operations/ListPetsRequest.md", include_str!("../../sdk/docs/models/operations/ListPetsRequest.md")),
    ("sdks/pets/README.md", include_str!("../../sdk/docs/sdks/pets/README.md")),
    ("../README.md", include_str!("../../sdk/README.md")),
    ("../.speakeasy/gen.lock", include_str!("../../sdk/.speakeasy/gen.lock")),
];

/// The small SDK with other files in the place of its own, or beside them.
fn sdk(changed: &[(&str, &[u8])]) -> Files {
    let kept = SDK.iter().filter(|(path, _)| changed.iter().all(|(other, _)| other != path));
    let kept = kept.map(|(path, text)| (*path, text.as_bytes()));
    kept.chain(changed.iter().copied()).map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect()
}

fn holds(outcome: Result<(), String>) {
    outcome.unwrap_or_else(|broken| panic!("{broken}"));
}

/// A page, whatever it is of.
pub fn page(bytes: &[u8]) {
    let places = ["models/components/Pet.md", "sdks/pets/README.md"];
    holds(examine(&sdk(&places.map(|path| (path, bytes)))));
}

/// A type cell. The first byte is the language.
pub fn cell(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let language = Language::ALL[usize::from(*first) % Language::ALL.len()];
    let cell = String::from_utf8_lossy(rest).replace(['\n', '\r'], " ");
    let row = |name: &str| format!("| `{name}` | {cell} | :heavy_check_mark: | x |\n");
    let table = "Type | Required | Description |\n| --- | --- | --- | --- |\n";
    let fields = format!("# Pet\n\n## Fields\n\n| Field | {table}{}{}", row("name"), row("kind"));
    let usage =
        format!("<!-- UsageSnippet language=\"{}\" operationID=\"a\" method=\"get\" path=\"/a\" -->", language.name());
    let group = format!(
        "# Pets\n\n## a\n\n### Example Usage\n\n{usage}\n\n### Parameters\n\n| Parameter | {table}{}",
        row("size")
    );
    let files = sdk(&[("models/components/Pet.md", fields.as_bytes()), ("sdks/pets/README.md", group.as_bytes())]);
    holds(examine_with(&files, &Config { language: Some(language), ..lenient() }, &Sources::default()));
}

fn lenient() -> Config {
    Config { name: Some("fuzzed-api".into()), strict: false, ..Config::default() }
}

/// `tablature.toml`.
pub fn config(bytes: &[u8]) {
    with_settings(bytes, parse_config);
}

/// `overrides.toml`.
pub fn overrides(bytes: &[u8]) {
    with_settings(bytes, |file, sources, found| Config {
        overrides: parse_overrides(file, sources, found),
        ..lenient()
    });
}

fn with_settings(bytes: &[u8], read: fn(FileId, &Sources, &mut Diagnostics) -> Config) {
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let file = sources.attach("settings.toml", String::from_utf8_lossy(bytes).into_owned());
    let config = read(file, &sources, &mut found);
    match found.has_errors() {
        true => drop(render::human(&found.list, &sources, false)),
        false => holds(examine_with(&sdk(&[]), &config, &sources)),
    }
}

/// The front page.
pub fn front_page(bytes: &[u8]) {
    holds(examine(&sdk(&[("../README.md", bytes)])));
}

/// The lockfile.
pub fn lockfile(bytes: &[u8]) {
    holds(examine(&sdk(&[("../.speakeasy/gen.lock", bytes)])));
}

/// Where each language keeps a class, and the code of its operations.
const PLACES: [(Language, &str, &str); 7] = [
    (
        Language::Java,
        "src/main/java/org/pets/models/components/Pet.java",
        "src/main/java/org/pets/operations/ListPets.java",
    ),
    (Language::Csharp, "src/Pets/Models/Components/Pet.cs", "src/Pets/Pets.cs"),
    (Language::Typescript, "src/models/components/pet.ts", "src/funcs/petsList.ts"),
    (Language::Python, "src/pets/models/components/pet.py", "src/pets/pets.py"),
    (Language::Go, "models/components/pet.go", "pets.go"),
    (Language::Php, "src/Models/Components/Pet.php", "src/Pets.php"),
    (Language::Ruby, "lib/pets/models/components/pet.rb", "lib/pets/pets.rb"),
];

/// A file of the SDK's source. The first byte is the language.
pub fn annotations(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let (language, class, calls) = PLACES[usize::from(*first) % PLACES.len()];
    let group = SDK[4].1.replace("language=\"java\"", &format!("language=\"{}\"", language.name()));
    let files = sdk(&[
        ("sdks/pets/README.md", group.as_bytes()),
        (&format!("../{class}"), rest),
        (&format!("../{calls}"), rest),
    ]);
    holds(examine(&files));
}
