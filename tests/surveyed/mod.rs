//! The survey of models built by hand: counts, places, and the rules that settle what is open.
//!
//! In: models and findings. Out: nothing.

mod page;

use crate::built::{
    body, def, fields, list, map, model_with, named, operation, parameter, structure, success, texts, union,
};
use serde_json::{Value, json};
use tablature::{
    generate::Understood,
    model::{
        Discriminator, ErrorBody, ErrorStatus, Evidence, Fact, Media, Model, Operation, Place, Presence, Refused,
        RowCount, Rule, SchemeKind, SecurityScheme, Shape, Source, Taken, Type, TypeDef, TypeId,
    },
    source::{Code, Diagnostic, Diagnostics, Sources},
    survey::{Survey, settle},
};

fn survey(model: Model, found: Vec<Diagnostic>) -> (Survey, Understood) {
    let understood = Understood { model, diagnostics: Diagnostics { list: found }, facts: String::new() };
    (Survey::new(&Sources::default(), &understood), understood)
}

fn json(model: Model) -> Value {
    serde_json::from_str(&survey(model, Vec::new()).0.to_json()).expect("JSON")
}

fn at(line: u32) -> Source {
    Source { page: "p.md".to_owned(), line }
}

/// Types of each shape, and operations.
fn model() -> Model {
    let one = TypeDef {
        source: at(2),
        ..structure("Pet", &[("name", Type::String), ("toys", list(named("a/Toy"))), ("age", Type::Int32)])
    };
    let types = vec![
        ("a/Pet", one),
        ("a/Toy", structure("Toy", &[("name", Type::String)])),
        ("a/Size", texts("Size", &["small", "big"])),
        ("a/Either", union("Either", &[("Pet", named("a/Pet")), ("Toy", named("a/Toy")), ("Text", Type::String)])),
        ("a/Loose", union("Loose", &[("Pet", named("a/Pet")), ("Text", Type::String)])),
        ("a/Lost", def("Lost", Shape::Opaque)),
    ];
    let get = Operation {
        method: "GET".to_owned(),
        parameters: vec![
            parameter("id", Place::Path, Presence::Required),
            parameter("tag", Place::Query, Presence::Optional),
        ],
        success: vec![success("application/json", named("a/Pet"))],
        ..operation("Get")
    };
    let put = Operation {
        body: body(named("a/Pet"), Media::Json),
        errors: vec![ErrorBody { status: ErrorStatus::One(404), ty: TypeId::new("a/Pet"), media: String::new() }],
        ..operation("Put")
    };
    model_with(types, vec![put, get, operation("Visit")])
}

#[test]
fn what_there_is_is_counted() {
    let found = json(model());
    assert_eq!(found["name"], "pet-api");
    assert_eq!(found["types"], json!({ "structs": 2, "unions": 2, "enums": 1, "opaque": 1 }));
    assert_eq!(found["operations"], json!({ "POST": 2, "GET": 1 }));
    assert_eq!(
        found["rows"],
        json!({ "fields": 4, "values": 2, "members": 5, "parameters": 2, "bodies": 2, "errors": 1 })
    );
    let counted = json(Model::default());
    assert_eq!(
        counted["rows"],
        json!({ "fields": 0, "values": 0, "members": 0, "parameters": 0, "bodies": 0, "errors": 0 })
    );
}

#[test]
fn facts_are_counted_by_basis_and_by_rule() {
    let mut model = Model::default();
    let kinds = [
        (Evidence::Annotation, "an annotation in the source"),
        (Evidence::UsageCode, "usage code"),
        (Evidence::FrontPage, "the front page"),
        (Evidence::OtherDocs, "another docs tree"),
        (Evidence::Lockfile, "the lockfile"),
    ];
    let with = |kind: Fact<SchemeKind>| SecurityScheme::of("token", kind);
    let read = |evidence| with(Fact::read(SchemeKind::Bearer, evidence, "x:1"));
    model.security.extend(kinds.map(|(evidence, _)| read(evidence)));
    model.security.extend([
        read(Evidence::Prose),
        with(Fact::stated(SchemeKind::Bearer)),
        with(Fact::stated(SchemeKind::Bearer)),
    ]);
    let guessed = |rule| with(Fact::assumed(SchemeKind::Bearer, rule));
    let rules = [Rule::SecurityFieldName, Rule::SecurityDefaultBearer, Rule::SecurityDefaultBearer];
    model.security.extend(rules.map(guessed));
    model.security.push(with(Fact::overridden(SchemeKind::Bearer)));
    let found = json(model);
    let mut expected = json!({ "concluded by a rule": 3, "stated by a page": 2, "settled in overrides.toml": 1, "stated in prose or an example": 1 });
    kinds.iter().for_each(|(_, words)| expected[format!("stated by {words}")] = json!(1));
    assert_eq!(found["facts"], expected);
    let counts: Vec<&Value> = found["facts"].as_object().expect("counts").values().collect();
    assert_eq!(counts, [3, 2, 1, 1, 1, 1, 1, 1, 1], "the most frequent first");
    assert_eq!(found["assumed"].to_string(), "{\"security:default-bearer\":2,\"security:field-name\":1}");
    assert_eq!(found["guesses"], json!({ "security:default-bearer": 2 }));
    let place = json!({ "of": "credentials token", "at": null });
    assert_eq!(
        found["assumed_at"],
        json!({ "security:default-bearer": [place, place], "security:field-name": [place] })
    );
}

#[test]
fn what_the_docs_leave_open_is_told_with_its_place() {
    let mut model = model();
    let pet = &mut model.types[0];
    fields(pet)[0].presence = Fact::stated(Presence::RequiredNullUnstated);
    (fields(pet)[0].doc_name, fields(pet)[0].line) = ("shown".to_owned(), 7);
    fields(pet)[1].ty = list(named("a/Empty"));
    let opaque = |line| TypeDef { source: at(line), ..def("Empty", Shape::Opaque) };
    model.types.insert(TypeId::new("a/Empty"), opaque(9));
    model.types.insert(TypeId::new("a/Unused"), opaque(11));
    model.types.insert(TypeId::new("a/Sent"), opaque(13));
    model.operations[0].body = body(map(named("a/Sent")), Media::Json);
    let mut told = union("Told", &[("Pet", named("a/Pet")), ("Toy", named("a/Toy"))]);
    if let Shape::Union(shape) = &mut told.shape {
        shape.discriminator =
            Some(Fact::stated(Discriminator { property: "kind".to_owned(), mapping: Default::default() }));
    }
    model.types.insert(TypeId::new("a/Told"), told);
    model
        .types
        .insert(TypeId::new("a/Lists"), union("Lists", &[("Pet", named("a/Pet")), ("Toys", list(named("a/Toy")))]));
    let found = json(model);
    let expected = json!({
        "types whose page lists neither fields, values nor members": [{ "of": "a/Empty", "at": "p.md:9" }, { "of": "a/Sent", "at": "p.md:13" }],
        "required fields that may be null or not": [{ "of": "a/Pet.shown", "at": "p.md:7" }],
        "success bodies without a status": [{ "of": "Get", "at": "sdks/pets/README.md:7" }],
        "types that no page describes": [{ "of": "a/Lost", "at": null }],
        "types whose page lists nothing, and to which nothing leads": [{ "of": "a/Unused", "at": "p.md:11" }],
        "unions of objects without a discriminator": [{ "of": "a/Either", "at": null }],
    });
    assert_eq!(found["unknown_at"], expected);
    assert_eq!(found["unknown"]["types whose page lists neither fields, values nor members"], 2);
    assert_eq!(found["unknown"].as_object().map(|it| it.len()), Some(6));
}

/// A model of which some rows are lost, some are left out, and some facts were taken from elsewhere.
fn eventful() -> (Survey, Understood) {
    let mut model = model();
    let mut rows = RowCount { read: 9, kept: 5, ..RowCount::default() };
    rows.left_out.insert("examples".to_owned(), 2);
    model.rows.insert("fields", rows);
    model.rows.insert("values", RowCount { read: 2, kept: 2, ..RowCount::default() });
    model.left_out.insert("no path".to_owned(), 4);
    model.left_out.insert("twice".to_owned(), 1);
    let refused = |line| Refused { name: format!("Pets.get{line}"), reason: "no path", source: at(line) };
    model.refused = (1..5).map(refused).collect();
    model.taken.push(Taken { of: "a/Pet".to_owned(), fact: "type", from: "x".to_owned() });
    survey(model, vec![Diagnostic::general(Code::UnknownWord, "x"), Diagnostic::general(Code::Contradiction, "y")])
}

#[test]
fn rows_that_are_lost_are_told() {
    let (found, _) = eventful();
    let lost = found.lost_rows();
    let message = "2 of 9 fields of the pages are neither in the model nor left out for a reason";
    assert_eq!((lost.len(), lost[0].message.as_str(), lost[0].code), (1, message, Code::LostRows));
    let accounts: Value = serde_json::to_value(&found.accounts).expect("JSON");
    let expected = json!({
        "fields": { "read": 9, "in_model": 5, "left_out": { "examples": 2 }, "lost": 2 },
        "values": { "read": 2, "in_model": 2, "left_out": {}, "lost": 0 },
    });
    assert_eq!((accounts, found.unknown_words), (expected, 1));
}

#[test]
fn the_table_is_written_whole() {
    let (found, _) = eventful();
    let codes = [Code::UnknownWord, Code::Contradiction].map(Code::text);
    let mut codes = codes.map(|code| format!("       1    {code}\n"));
    codes.sort();
    let facts = format!("{:>8}", found.facts.values().sum::<usize>());
    let expected = format!(
        "pet-api

       0  pages

       6  types
       2    structs
       2    unions
       1    enums
       1    opaque

       3  operations
       2    POST
       1    GET

      16  rows read
       4    fields
       2    values
       5    members
       2    parameters
       2    bodies
       1    errors

{facts}  facts
{facts}    stated by a page

       0  concluded, by rule

       1  taken from later docs
       1    type

       3  unknown
       1    success bodies without a status
              Get (sdks/pets/README.md:7)
       1    types that no page describes
              a/Lost
       1    unions of objects without a discriminator
              a/Either

       5  left out, by reason
       4    no path
              Pets.get1 (p.md:1)
              Pets.get2 (p.md:2)
              Pets.get3 (p.md:3)
              and 1 more: --format json lists all
       1    twice

       2  findings
{}
    read  in model  left out  lost  rows of the pages
       9         5         2     2    fields
       2         2         0     0    values
",
        codes.concat()
    );
    assert_eq!(found.to_table(), expected);
}

#[test]
fn rules_that_settle_are_written_for_the_first_place() {
    let reason = "reason = \"…\"";
    for (rule, of, expected) in [
        ("[[field]] wire", "a/Pet.name", Some("[[field]]\ntype = \"a/Pet\"\nfield = \"name\"\nwire = …\n")),
        ("[[field]] wire", "a/Pet", None),
        (
            "[[parameter]] place",
            "get pet id",
            Some("[[parameter]]\noperation = \"get\"\nname = \"pet id\"\nplace = …\n"),
        ),
        ("[[parameter]] place", "get", None),
        ("[[operation]] media", "get", Some("[[operation]]\nid = \"get\"\nmedia = …\n")),
        ("[[union]] discriminator", "a/Either", Some("[[union]]\ntype = \"a/Either\"\ndiscriminator = …\n")),
        ("[[enum]] closed", "a/Size", Some("[[enum]]\ntype = \"a/Size\"\nclosed = …\n")),
        ("[[security]] kind", "credentials token", Some("[[security]]\nscheme = \"token\"\nkind = …\n")),
        ("[[security]] kind", "token", None),
        ("[[other]] kind", "token", None),
    ] {
        let expected = expected.map(|lines| format!("{lines}{reason}"));
        assert_eq!(settle::rule(rule, of), expected, "{rule} {of}");
    }
    assert_eq!(settle::rule("wire_case", "any"), Some("wire_case = …".to_owned()));
    assert_eq!(settle::rule("", "any"), None);
}
