//! Which fields with a single legal value are sent without being asked for.
//!
//! In: pages of structs, enums and unions. Out: the tables that builders follow.

use crate::{
    docs::Fixture,
    markdown::{self, FIELDS},
};
use tablature::{
    lower::{LowerOptions, lower},
    model::TypeId,
    source::{Diagnostics, Sources},
};

/// A page of fields that may all be left out: name, type cell.
fn page(title: &str, rows: &[(&str, &str)]) -> String {
    let mut text = format!("# {title}\n\n{FIELDS}");
    for (name, ty) in rows {
        text += &format!("| `{name}` | {ty} | :heavy_minus_sign: | x |\n");
    }
    text
}

fn table(fixture: &Fixture, file: &str) -> String {
    let text = fixture.read(&format!("out/src/api/models/{file}.rs"));
    text.split("crate::support::object! {").nth(1).expect("a struct").to_owned()
}

#[test]
fn stated_constants_and_tags_are_sent_and_enums_of_one_value_are_not() {
    let fixture = Fixture::empty();
    fixture.write(
        "docs/models/text.md",
        &page(
            "Text",
            &[
                ("kind", "*Optional[Literal[\"text\"]]*"),
                ("version", "*Optional[Literal[2]]*"),
                ("mode", "[Optional[models.Mode]](../models/mode.md)"),
                ("maybe", "*OptionalNullable[Literal[\"a\"]]*"),
                ("loud", "*Optional[Literal[True]]*"),
            ],
        ),
    );
    fixture.write("docs/models/mode.md", "# Mode\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `DEEP` | deep |\n");
    for name in ["Cat", "Dog"] {
        let kind = format!("[Optional[models.{name}Kind]](../models/{}kind.md)", name.to_lowercase());
        fixture.write(
            &format!("docs/models/{}.md", name.to_lowercase()),
            &page(name, &[("kind", &kind), ("age", "*Optional[int]*")]),
        );
        fixture.write(
            &format!("docs/models/{}kind.md", name.to_lowercase()),
            &format!(
                "# {name}Kind\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `IT` | {} |\n",
                name.to_lowercase()
            ),
        );
    }
    let members = ["Cat", "Dog"]
        .map(|name| format!("### `models.{name}`\n\n```python\nvalue: models.{name} = /* values here */\n```\n\n"));
    fixture.write("docs/models/pet.md", &format!("# Pet\n\n## Supported Types\n\n{}", members.concat()));
    fixture.generate();
    let text = table(&fixture, "text");
    for row in [
        "constant \"kind\" kind: TextKind = \"text\";",
        "constant \"version\" version: i64 = 2;",
        "optional \"mode\" mode: Mode = \"deep\";",
        "optional \"loud\" loud: bool = true;",
        "tristate \"maybe\" maybe:",
    ] {
        assert!(text.contains(row), "{row}\n{text}");
    }
    assert!(table(&fixture, "cat").contains("constant \"kind\" kind: CatKind = \"cat\";"));
    let text = fixture.read("out/src/api/models/text.rs");
    assert!(text.contains("impl ::core::default::Default for Text {"), "a default has its constants: {text}");
}

#[test]
fn structs_of_single_values_and_optional_fields_have_a_default() {
    let mode = "[models.Mode](../models/mode.md)";
    let fields = |rows: &[&str]| format!("{FIELDS}{}", markdown::rows(rows));
    let pages = [
        ("models/mode.md", markdown::values(&["deep"])),
        ("models/speed.md", markdown::values(&["fast", "slow"])),
        ("models/one.md", fields(&[&format!("mode! | {mode}"), "age | *Optional[int]*"])),
        ("models/two.md", fields(&["speed! | [models.Speed](../models/speed.md)"])),
        ("models/three.md", fields(&[&format!("mode! | {mode}"), "age! | *int*"])),
    ]
    .map(|(path, text)| (path, markdown::page(path, &text)));
    let sources = Sources::from_memory(pages.iter().map(|(path, text)| (*path, text.as_str())));
    let model = lower(&sources, &LowerOptions::default(), &mut Diagnostics::default());
    let has_default =
        ["one", "two", "three"].map(|id| model.get(&TypeId::new(&format!("models/{id}"))).derives.default);
    assert_eq!(has_default, [true, false, false]);
}

/// A value that Rust and JSON write in two ways is in no table.
#[test]
fn a_constant_with_quotes_is_no_literal() {
    let fixture = Fixture::empty();
    let values = "## Values\n\n| Name | Value |\n| --- | --- |\n| `IT` | say \"it\" |\n";
    fixture.write("docs/models/word.md", &markdown::page("Word", values));
    let rows = markdown::rows(&["word! | [models.Word](../models/word.md)", "age! | *int*"]);
    fixture.write("docs/models/talk.md", &markdown::page("Talk", &format!("{FIELDS}{rows}")));
    fixture.generate();
    let text = fixture.read("out/src/api/models/talk.rs");
    assert!(syn::parse_file(&text).is_ok() && table(&fixture, "talk").contains("required \"word\""), "{text}");
}
