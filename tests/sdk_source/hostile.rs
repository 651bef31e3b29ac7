//! Source that is none, and source that leads elsewhere.

use super::fixture::{fleet, model};
use crate::docs::Fixture;
use tablature::{
    config::Config,
    generate::{Understood, understand},
    model::Model,
    source::{Diagnostics, Sdk, SourceFile, load, read_sdk},
};

const SHIP: &str = "src/main/java/com/fleet/models/components/Ship.java";

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    let fixture = fleet();
    let text = fixture.read(SHIP);
    std::fs::remove_file(fixture.path(SHIP)).expect("removed");
    fixture.write("elsewhere/Ship.java", &text);
    std::os::unix::fs::symlink(fixture.path("elsewhere/Ship.java"), fixture.path(SHIP)).expect("a link");
    let fields = &model(&fixture, &[])["types"]["components/Ship"]["shape"]["struct"]["fields"];
    assert_eq!(fields[0]["wire"]["value"], "hullNumber");
}

#[test]
fn a_file_that_is_too_large_is_a_warning() {
    let fixture = fleet();
    fixture.write(SHIP, &" ".repeat((4 << 20) + 1));
    let ran = fixture.run(&["generate"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("T0004") && ran.stderr.contains("at most 4 are read"), "{}", ran.stderr);
}

#[test]
fn bytes_that_are_no_text_are_harmless() {
    let fixture = fleet();
    std::fs::write(fixture.path(SHIP), [b"@JsonProperty(\"", &[0xff, 0xfe, 0x00][..], b"\")\n}{"].concat())
        .expect("written");
    fixture.write(".speakeasy/gen.lock", "examples:\n  listShips:\n    - {\n      \u{0}: :\n");
    model(&fixture, &[]);
}

/// The docs, with source.
fn read_with(fixture: &Fixture, files: Vec<SourceFile>, lock: Option<SourceFile>) -> Model {
    let mut sources = load(&[fixture.path("docs")], &mut Diagnostics::default()).expect("pages");
    sources.add_sdk(Sdk { files, lock, ..Sdk::default() });
    let Understood { model, diagnostics, .. } = understand(&sources, &Config { strict: false, ..Config::default() });
    assert!(!diagnostics.has_errors(), "{:?}", diagnostics.list);
    model
}

/// What source may not change, whatever it holds: which types, fields and operations there are, and which of them are required.
fn skeleton(model: &Model) -> String {
    let mut text = String::new();
    for (id, definition) in &model.types {
        let fields = definition.shape.fields().iter();
        let fields: Vec<_> = fields.map(|field| (&field.doc_name, field.presence.value.is_required())).collect();
        text += &format!("{id} {fields:?}\n");
    }
    for operation in &model.operations {
        let shown: Vec<&String> = operation.parameters.iter().map(|it| &it.doc_name).collect();
        text += &format!("{} {} {} {shown:?}\n", operation.method, operation.path, operation.id);
    }
    text
}

#[test]
fn broken_source_adds_and_removes_nothing() {
    let fixture = fleet();
    let sdk = read_sdk(0, &fixture.path(""), &|path| path.ends_with(".java"), &mut Diagnostics::default());
    let whole = skeleton(&read_with(&fixture, Vec::new(), None));
    for at in 0..sdk.files.len() {
        for text in broken(&sdk.files[at].text) {
            let mut files = sdk.files.clone();
            files[at].text = text;
            assert_eq!(skeleton(&read_with(&fixture, files, sdk.lock.clone())), whole);
        }
    }
    for text in broken(&sdk.lock.as_ref().expect("a lockfile").text) {
        let lock = sdk.lock.clone().map(|lock| SourceFile { text, ..lock });
        assert_eq!(skeleton(&read_with(&fixture, sdk.files.clone(), lock)), whole);
    }
}

/// A text without every other line, cut off in it, or with it reversed; and with what it names turned into something else.
fn broken(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = vec![text.replace('"', "'"), text.replace(char::is_alphabetic, "é"), text.replace('\n', "\r")];
    for at in (0..lines.len()).step_by(2) {
        let (before, after) = (lines[..at].join("\n"), lines[at + 1..].join("\n"));
        let half: String = lines[at].chars().take(lines[at].chars().count() / 2).collect();
        let turned: String = lines[at].chars().rev().collect();
        found.push(match at % 6 {
            0 => format!("{before}\n{after}"),
            2 => format!("{before}\n{half}"),
            _ => format!("{before}\n{turned}\n{after}"),
        });
    }
    found
}
