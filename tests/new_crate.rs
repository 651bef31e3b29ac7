//! The files of a new crate that are the user's from then on, whole, and what `init` says.
//!
//! In: small docs trees. Out: nothing.

use crate::{
    docs::{Fixture, PET, PETS, Ran, tablature},
    markdown,
};
use camino::Utf8PathBuf;
use std::sync::LazyLock;

const CREDENTIALS: &str = "# Pets

<!-- Start Summary [summary] -->
Petshop: All
<!-- End Summary [summary] -->

<!-- Start Security [security] -->
| Name | Type | Scheme |
| - | - | - |
| `token` | http | HTTP Bearer |
| `username`<br/>`password` | http | HTTP Basic |
| `pass` | apiKey | API key |
<!-- End Security [security] -->
";

fn init(fixture: &Fixture, flags: &[&str]) -> Ran {
    let (dir, docs) = (fixture.path("pet-api"), fixture.path("docs"));
    let ran = tablature(&[&["init", dir.as_str(), "--docs", docs.as_str()], flags].concat());
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    ran
}

/// What a new crate begins with, and what was said of it.
struct New {
    dir: Utf8PathBuf,
    said: String,
    settings: String,
    rules: String,
    manifest: String,
    readme: String,
    program: String,
    attributes: String,
}

impl New {
    fn of(fixture: &Fixture, flags: &[&str]) -> Self {
        let said = init(fixture, flags).stdout;
        let read = |file: &str| fixture.read(&format!("pet-api/{file}"));
        Self {
            dir: fixture.path("pet-api"),
            said,
            settings: read("tablature.toml"),
            rules: read("overrides.toml"),
            manifest: read("Cargo.toml"),
            readme: read("README.md"),
            program: read("examples/first_call.rs"),
            attributes: read(".gitattributes") + &read(".gitignore"),
        }
    }
}

/// The small API.
static PLAIN: LazyLock<New> = LazyLock::new(|| New::of(&Fixture::new(), &[]));

/// Docs with two groups, credentials, flaws and guesses.
static EVENTFUL: LazyLock<New> = LazyLock::new(|| {
    let fixture = Fixture::new();
    fixture.write("docs/README.md", CREDENTIALS);
    fixture.write("docs/models/components/Pet.md", &PET.replace("*Optional\\<Integer>*", "*Quux*"));
    let other = PETS.replace("get_pet", "find_pet").replace("# Pets", "# Finds").replace("/pets/", "/finds/");
    fixture.write("docs/sdks/finds/README.md", &other);
    New::of(&fixture, &["--name", "pet-shop-api"])
});

#[test]
fn what_was_found_is_told_whole() {
    let dir = &PLAIN.dir;
    let expected = format!(
        "pet-api: a new crate in {dir}

found
  1 operation and 3 types, from Java docs
  JSON names are in camelCase: spelled as most placeholders of the URL paths are.
  servers: https://pets.example
  credentials: none are named

open
  1 guess: The body is JSON. (`[[operation]] media` settles it)
  1 guess: The operation takes the API's credentials. (`[[operation]] auth` settles it)
  overrides.toml: 2 questions, each with the rule that settles it

next
  cd {dir}
  cargo check --example first_call --features ureq      # builds the call that README.md shows
  tablature survey --format html > survey.html          # what was understood, for a browser
"
    );
    assert_eq!(PLAIN.said, expected);
}

#[test]
fn what_is_open_is_told_with_what_settles_it() {
    let (found, open) = EVENTFUL.said.split_once("\nopen\n").expect("what is open");
    let credentials = "credentials: a bearer token (`token`), user and password (`username:password`), a key (`pass`)";
    assert!(
        found.contains(credentials) && found.contains("servers: none is named, so the base URL is yours to give\n"),
        "{found}"
    );
    assert!(
        found.starts_with("pet-shop-api: a new crate in ")
            && found.contains("  2 operations and 3 types, from Java docs\n"),
        "{found}"
    );
    for line in [
        "2 guesses: The body is JSON. (`[[operation]] media` settles it)",
        "2 guesses: The operation takes the API's credentials. (`[[operation]] auth` settles it)",
        "1 time: a type word is unknown (`tablature explain T0202`)",
    ] {
        assert!(open.lines().any(|own| own.trim() == line), "{line}: {open}");
    }
}

#[test]
fn settings_are_written_whole() {
    let expected = r#"# What `tablature generate` reads and writes. Paths start from this file's folder.

# The pages of the docs. Of several folders, the first leads.
docs = "specs/docs"
# The crate: this folder. `tablature.lock` lists the files in it that are generated.
out = "."
name = "pet-shop-api"
# Facts that the docs do not state, or state wrongly.
overrides = "overrides.toml"

# The language of the SDK, as its pages show it.
language = "java"

# The JSON names are in camelCase: spelled as most placeholders of the URL paths are.
# This line pins it, should later pages say otherwise.
# wire_case = "camel"

# The vendor's pages have flaws, which cost the facts that they concern: `tablature survey` names them.
# Without this line they are errors.
strict = false

# Servers that the docs name: none.
# Credentials that the docs name: a bearer token (`token`), user and password (`username:password`), a key (`pass`).

# Only these operations, and the types that they need (globs on operation ids).
# select.operations = ["pets:*"]

[types]
# What dates and times convert to: "text", "jiff", "chrono" or "time".
# date_time = "text"
# A required field of which the docs do not say whether it may be null: an "option" or a "value".
# unstated_null = "option"
"#;
    assert_eq!(EVENTFUL.settings, expected);
}

#[test]
fn rules_are_written_for_each_question() {
    let rules = &EVENTFUL.rules;
    for rule in [
        ": The body is JSON.\n# [[operation]]\n# id = \"find_pet\"\n# media = …\n# reason = \"…\"\n",
        "\n# the docs do not say in which header the key `pass` travels\n# set what the API takes in overrides.toml:\n\
         # [[security]]\n# scheme = \"pass\"\n# kind = \"api-key\"\n# header = \"…\"\n# reason = \"…\"\n",
        "\n# the docs do not say where the API is: every caller has to give the base URL\n# set what the API takes in overrides.toml:\n\
         # [[server]]\n# url = \"https://…\"\n# reason = \"…\"\n",
    ] {
        assert!(rules.contains(rule), "{rule}\n---\n{rules}");
    }
    let none = Fixture::empty();
    none.write("docs/models/components/Color.md", crate::docs::COLOR);
    let ran = init(&none, &["--language", "java"]);
    assert!(
        ran.stdout.contains("  overrides.toml: no question is left to a rule\n")
            && ran.stdout.contains("  cargo check  "),
        "{}",
        ran.stdout
    );
    assert!(
        none.read("pet-api/overrides.toml")
            .ends_with("\n# (There was none that a rule could settle when this file was written.)\n")
    );
    assert!(!none.path("pet-api/examples").exists() && !none.read("pet-api/README.md").contains("A first call"));
}

const PROGRAM: &str = r#"//! A first call of the API; see README.md.

use pet_api::{
    client::blocking::Client,
    endpoints::pets::Get,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new();
    match client.send(&Get::new("pet-id")) {
        Ok(answer) => println!("{answer:?}"),
        Err(error) if error.is_retryable() => println!("try again in {:?}", error.retry_after()),
        Err(error) => println!("{error}"),
    }
    Ok(())
}
"#;

#[test]
fn the_first_call_is_written_whole() {
    assert_eq!(PLAIN.program, PROGRAM);
    let expected = format!(
        "# pet-api\n\nTypes and typed endpoints of pet-api, written by Tablature from the vendor's Java docs.\n\n## A first call\n\n```toml\n\
         [dependencies]\npet-api = {{ path = \"../pet-api\", features = [\"ureq\"] }}\nureq = \"3\"\n```\n\n\
         [`examples/first_call.rs`](examples/first_call.rs):\n\n```rust,no_run\n{PROGRAM}```\n\n## Keeping it current\n"
    );
    assert!(PLAIN.readme.starts_with(&expected), "{}", PLAIN.readme);
    let needed = "\n[[example]]\nname = \"first_call\"\nrequired-features = [\"ureq\"]\n";
    assert!(PLAIN.manifest.ends_with(needed));
    let needed = "\n[[example]]\nname = \"first_call\"\nrequired-features = [\"ureq\", \"all\"]\n";
    assert!(EVENTFUL.manifest.ends_with(needed), "{}", EVENTFUL.manifest);
}

#[test]
fn generated_files_are_marked_for_git() {
    let paths =
        ["model.json", "src/api/**", "src/call/**", "src/client/**", "src/lib.rs", "src/support.rs", "src/support/**"];
    let lines: String = paths.iter().map(|path| format!("/{path} text eol=lf linguist-generated\n")).collect();
    let expected = format!("{lines}/tablature.lock text eol=lf linguist-generated merge=union\n/target\n");
    assert_eq!(PLAIN.attributes, expected);
}

#[test]
fn docs_of_several_languages_are_told() {
    let fixture = Fixture::new();
    let section = markdown::operation("python", "getPet", "get /pets/{petId}", &["pet_id! | *str*"]);
    fixture.write("more/docs/sdks/pets/README.md", &format!("# Pets\n\n{section}"));
    fixture.write("odd/docs/models/pet.md", "# Pet\n");
    let (more, odd) = (fixture.path("more/docs"), fixture.path("odd/docs"));
    let ran = init(&fixture, &["--docs", more.as_str(), "--docs", odd.as_str(), "--link"]);
    assert!(ran.stdout.contains(", from Java and Python and an unknown language docs\n"), "{}", ran.stdout);
    let settings = fixture.read("pet-api/tablature.toml");
    assert!(
        settings.contains("docs = [\"../docs\", \"../more/docs\", \"../odd/docs\"]\n")
            && !settings.contains("\nlanguage = "),
        "{settings}"
    );
}

#[test]
fn folders_that_cannot_be_a_crate_are_refused() {
    let fixture = Fixture::new();
    fixture.write("file", "");
    fixture.write("held/.git/config", "");
    let docs = fixture.path("docs");
    let say = |dir: &str, flags: &[&str]| {
        let ran = tablature(&[&["init", dir, "--docs", docs.as_str()], flags].concat());
        (ran.status, ran.stderr)
    };
    let file = fixture.path("file");
    assert_eq!(
        say(file.as_str(), &[]),
        (2, format!("error: `{file}` is no folder: name the folder of the new crate\n"))
    );
    assert_eq!(say("", &[]).0, 2);
    let config = "error: `init` writes a configuration, and reads none: leave `--config` out\n";
    assert_eq!(say(fixture.path("new").as_str(), &["--config", file.as_str()]), (2, config.to_owned()));
    assert_eq!(say(fixture.path("held").as_str(), &[]).0, 0, "what git keeps does no harm");
    let held = fixture.path("held");
    let (status, said) = say(held.as_str(), &[]);
    let help = "name a folder that is empty or not there yet; `generate --docs` brings a crate up to date\n";
    assert!(
        status == 2
            && said.starts_with(&format!("error: `{held}` holds `"))
            && said.ends_with(&format!("` already: {help}")),
        "{said}"
    );
}
