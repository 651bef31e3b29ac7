//! The commands of README and guide, run page by page in folders of their own.
//!
//! In: blocks of shell. Out: nothing. `tablature` is this test's own program; `cargo` is a stand-in that runs the tool for
//! `cargo run --` and otherwise knows which commands there are, as the real one would build for minutes.

use super::{Block, Page, blocks, pages};
use crate::{
    docs::{Fixture, PAGES, PET, PETS, RESPONSE},
    program,
};
use std::{
    fs::{copy, create_dir_all, read_dir},
    io::Write,
    path::Path,
    process::Command,
};

/// What cargo is asked for, and what runs it for real.
const CARGO: &[(&str, &str)] = &[
    ("install --path generator --locked", ".ci/package"),
    ("check --example first_call --features ureq", "tests/corpora/transcripts"),
    ("test --workspace", ".ci/run"),
];

/// The operation of which the guide speaks beside `get_pet`.
const LIST: &str = "
## list

List pets.

### Example Usage

<!-- UsageSnippet language=\"java\" operationID=\"list_pets\" method=\"get\" path=\"/pets\" -->
```java
ListPetsResponse response = sdk.pets().list().call();
```

### Response

**[ListPetsResponse](../../models/operations/ListPetsResponse.md)**

### Errors

| Error Type | Status Code | Content Type |
| --- | --- | --- |
| models/errors/NotFound | 404 | application/json |
";

/// What the SDK's source states of a field.
const SOURCE: &str = "public class Pet {
    @JsonProperty(\"name\")
    private String name;
}
";

const OPTIONAL: &str = "| `nick` | *Optional\\<String>* | :heavy_minus_sign: | Another name. |\n";

/// A vendor's SDK in `path/to/sdk`, its next release in `path/to/newer`, and the two programs.
fn folder() -> Fixture {
    let fixture = Fixture::empty();
    for release in ["sdk", "newer"] {
        for (path, text) in PAGES {
            let place = if *path == "README.md" { "" } else { "docs/" };
            fixture.write(&format!("path/to/{release}/{place}{path}"), text);
        }
        fixture.write(&format!("path/to/{release}/src/main/java/pets/models/components/Pet.java"), SOURCE);
        let docs = format!("path/to/{release}/docs");
        let response = RESPONSE.replace("GetPet", "ListPets");
        fixture.write(&format!("{docs}/models/operations/ListPetsResponse.md"), &response);
        fixture.write(&format!("{docs}/sdks/pets/README.md"), &format!("{PETS}{LIST}"));
    }
    fixture.write("path/to/newer/docs/models/components/Pet.md", &format!("{PET}{OPTIONAL}"));
    program::install(&fixture, "bin/tablature", &program::script(&fixture));
    program::install(&fixture, "bin/cargo", &cargo());
    fixture
}

fn cargo() -> String {
    let known: String = CARGO.iter().map(|(command, _)| format!("    \"{command}\") exit 0 ;;\n")).collect();
    format!(
        "#!/bin/sh\nif [ \"$1\" = run ]; then\n    while [ \"$1\" != -- ]; do shift; done\n    shift\n    exec tablature \"$@\"\nfi\n\
         case \"$*\" in\n{known}    *) echo \"what runs \\`cargo $*\\` for real?\" >&2; exit 9 ;;\nesac\n"
    )
}

/// This repository's own pages and crate.
fn bring_repository(fixture: &Fixture) {
    for name in ["specs", "generated", "tests/packages/authlete"] {
        copy_all(&crate::workspace().join(name), fixture.path(name).as_std_path());
    }
    copy(crate::workspace().join("tablature.toml"), fixture.path("tablature.toml")).expect("copied");
}

fn copy_all(from: &Path, to: &Path) {
    create_dir_all(to).expect("a folder");
    for entry in read_dir(from).expect("a folder").map(|entry| entry.expect("an entry")) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_all(&entry.path(), &target);
        } else {
            copy(entry.path(), target).expect("copied");
        }
    }
}

/// The block as a script: of a transcript, the commands, each with its output in a file of its own.
fn script(block: &Block) -> String {
    if block.language() == "sh" {
        return block.text.clone();
    }
    let line = |(number, (command, _)): (usize, (String, String))| {
        format!("{{ {command} ; }} > \"$OUTPUT/{}-{number}\" 2>&1\n", block.line)
    };
    exchanges(block).into_iter().enumerate().map(line).collect()
}

/// The commands of a transcript, each with what it prints.
fn exchanges(block: &Block) -> Vec<(String, String)> {
    let mut exchanges: Vec<(String, String)> = Vec::new();
    for line in block.text.lines() {
        match (line.strip_prefix("$ "), exchanges.last_mut()) {
            (Some(command), _) => exchanges.push((command.to_owned(), String::new())),
            (None, Some((_, output))) => output.extend([line, "\n"]),
            (None, None) => panic!("line {}: a transcript begins with a command", block.line),
        }
    }
    exchanges
}

fn run_blocks(page: &Page, kind: &str, blocks: &[&Block]) {
    let fixture = folder();
    if kind == "repository" {
        bring_repository(&fixture);
    }
    create_dir_all(fixture.path("output")).expect("a folder");
    let steps = blocks.iter().map(|block| format!("echo '# line {}' >&2\n{}", block.line, script(block)));
    fixture.write("script", &steps.collect::<String>());
    let path = format!("{}:{}", fixture.path("bin"), std::env::var("PATH").unwrap_or_default());
    let mut shell = Command::new("sh");
    shell.args(["-e", fixture.path("script").as_str()]).current_dir(fixture.path("")).env("PATH", path);
    let ran = shell.env("OUTPUT", fixture.path("output").as_str()).output().expect("a shell");
    if !ran.status.success() {
        let _ = std::io::stdout().write_all(&ran.stdout);
        panic!("{}: {}", page.path, String::from_utf8_lossy(&ran.stderr));
    }
    for block in blocks.iter().filter(|block| block.language() == "console") {
        for (number, (command, expected)) in exchanges(block).into_iter().enumerate() {
            let printed = fixture.read(&format!("output/{}-{number}", block.line));
            assert_eq!(printed, expected, "{}: {command}", page.path);
        }
    }
}

#[test]
fn every_command_runs() {
    for page in pages() {
        let blocks: Vec<Block> =
            blocks(&page.text).into_iter().filter(|block| ["sh", "console"].contains(&block.language())).collect();
        for kind in ["", "repository"] {
            let of_kind = |block: &&Block| block.info.split_once(',').map_or("", |(_, kind)| kind) == kind;
            let chosen: Vec<&Block> = blocks.iter().filter(of_kind).collect();
            if !chosen.is_empty() {
                run_blocks(&page, kind, &chosen);
            }
        }
    }
}
