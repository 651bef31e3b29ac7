//! How endpoints read what comes back: bodies, choices among them, events, errors.
//!
//! In: operations built by hand. Out: nothing.

use crate::built::{emitted_file, list, map, model_of, named, nullable, operation, structure, success, texts};
use tablature::{
    emit::EmitOptions,
    model::{ErrorBody, ErrorStatus, Fact, Model, Operation, Rule, SuccessBody, Type, TypeId},
};

fn model(operation: Operation) -> Model {
    let event = structure("Event", &[("data", Type::String), ("id", Type::String)]);
    let types = vec![
        structure("Hound", &[]),
        structure("Kitten", &[]),
        texts("Size", &["A"]),
        event,
        structure("Chunk", &[("data", Type::String), ("more", Type::String)]),
    ];
    model_of(types, vec![operation])
}

/// The file of an operation, each run of white space as one space.
fn text(operation: Operation) -> String {
    let text = emitted_file(&model(operation), &EmitOptions::default(), "src/api/endpoints/pets/get.rs");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("no {start} in {text}"));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end} in {rest}")).0
}

fn get(success: Vec<SuccessBody>) -> Operation {
    Operation { success, ..operation("Get") }
}

fn events(of: &str) -> Type {
    Type::EventStream(Box::new(named(of)))
}

/// The type of a success, and how it is read.
fn read(operation: Operation) -> (String, String) {
    let text = text(operation);
    let body = between(&text, "fn read(", "} }");
    let call = body.split_once("ReadError> { ").unwrap_or_else(|| panic!("{body}")).1;
    (between(&text, "type Success = ", ";").to_owned(), call.trim().to_owned())
}

fn of(ty: &str, call: &str) -> (String, String) {
    (ty.to_owned(), call.to_owned())
}

#[test]
fn a_body_is_read_by_its_type() {
    let only = |ty: Type| read(get(vec![success("application/json", ty)]));
    assert_eq!(read(get(Vec::new())), of("()", "Ok(())"));
    assert_eq!(only(named("Hound")), of("Hound", "received.json()"));
    assert_eq!(only(list(named("Hound"))), of("Vec<Hound>", "received.json()"));
    assert_eq!(only(map(Type::Int64)), of("BTreeMap<String, i64>", "received.json()"));
    assert_eq!(only(Type::Bytes), of("Vec<u8>", "received.bytes()"));
    assert_eq!(only(Type::String), of("String", "received.text()"));
    assert_eq!(only(nullable(named("Hound"))), of("Option<Hound>", "received.optional_json()"));
    assert_eq!(only(Type::Int32), of("i32", "received.json()"));
}

#[test]
fn events_are_read_by_what_their_type_describes() {
    let frame = |media: &str, of: &str| {
        let text = text(get(vec![success(media, events(of))]));
        let streams = between(&text, "impl Streams for Get {", "} crate::call::operation_error!").trim().to_owned();
        (between(&text, "ReadError> { ", " }").to_owned(), streams)
    };
    let expected = |of: &str, frame: &str| {
        (format!("received.events(Frame::{frame})"), format!("type Event = {of}; const FRAME: Frame = Frame::{frame};"))
    };
    let stream = "text/event-stream";
    assert_eq!(frame(stream, "Event"), expected("Event", "Event"));
    assert_eq!(frame(stream, "Chunk"), expected("Chunk", "Data"), "an event has no key `more`");
    assert_eq!(frame(stream, "Hound"), expected("Hound", "Data"), "an event has data");
    assert_eq!(frame(stream, "Size"), expected("Size", "Data"));
    for lines in ["application/x-ndjson", "application/ndjson", "application/jsonl"] {
        assert_eq!(frame(lines, "Event"), expected("Event", "Line"));
    }
    let until = SuccessBody { sentinel: Some(Fact::stated("[DO\"NE]".to_owned())), ..success(stream, events("Chunk")) };
    let (_, call) = read(get(vec![until]));
    assert_eq!(call, "received.events_until(Frame::Data, \"[DO\\\"NE]\")");
}

#[test]
fn successes_without_a_body_are_none() {
    let also = |statuses: &[u16]| statuses.iter().map(|status| Fact::stated(*status)).collect::<Vec<_>>();
    let maybe = |ty: Type, bodiless: &[u16], others: &[u16]| {
        let body = SuccessBody { also: also(others), ..success("application/json", ty) };
        read(Operation { bodiless: also(bodiless), ..get(vec![body]) })
    };
    let json = "received.optional(Received::json)";
    assert_eq!(maybe(named("Hound"), &[202], &[]), of("Option<Hound>", json));
    assert_eq!(maybe(Type::String, &[], &[204]), of("Option<String>", "received.optional(Received::text)"));
    assert_eq!(maybe(Type::String, &[], &[205, 206]), of("Option<String>", "received.optional(Received::text)"));
    assert_eq!(maybe(named("Hound"), &[], &[206]), of("Hound", "received.json()"));
    assert_eq!(maybe(Type::Bytes, &[202], &[]), of("Vec<u8>", "received.bytes()"));
    assert_eq!(maybe(nullable(Type::Int32), &[202], &[204]), of("Option<i32>", "received.optional_json()"));
    assert_eq!(maybe(events("Event"), &[204], &[]), of("EventStream<Event>", "received.events(Frame::Event)"));
    let docs = text(Operation {
        bodiless: also(&[204, 202]),
        ..get(vec![SuccessBody { also: also(&[205, 204, 201]), ..success("application/json", Type::Int32) }])
    });
    assert!(docs.contains("/// With the status 202 or 204 or 205, it answers without a body: `None`."), "{docs}");
    assert_eq!(read(Operation { bodiless: also(&[204]), ..get(Vec::new()) }), of("()", "Ok(())"));
}

/// The variants of a success of several bodies.
fn variants(bodies: Vec<SuccessBody>) -> Vec<String> {
    let text = text(get(bodies));
    let table = between(&text, "GetSuccess { ", " } }");
    table.trim_end_matches(';').split("; ").map(str::to_owned).collect()
}

#[test]
fn several_bodies_are_told_apart_by_media_type_then_by_type() {
    let json = "application/json";
    let bodies = vec![
        success(json, named("Hound")),
        success(json, named("Kitten")),
        success(json, named("Hound")),
        success(json, list(named("Kitten"))),
        success(json, map(nullable(Type::Int64))),
        success("text/plain", Type::String),
        success("text/event-stream", events("Event")),
        success("*/*", Type::Bytes),
        success("application/vnd.pet+json", named("Hound")),
        success("image/png", Type::Bytes),
        success("image-png", Type::Bytes),
        success("4/5", Type::Bytes),
    ];
    let expected = [
        "\"application/json\" Hound(crate::components::Hound) = json()",
        "\"application/json\" Kitten(crate::components::Kitten) = json()",
        "\"application/json\" KittenList(Vec<crate::components::Kitten>) = json()",
        "\"application/json\" Int64Map(BTreeMap<String, Option<i64>>) = json()",
        "\"text/plain\" Text(String) = text()",
        "\"text/event-stream\" Events(EventStream<Event>) = events(Frame::Event)",
        "\"*/*\" Any(Vec<u8>) = bytes()",
        "\"application/vnd.pet+json\" VndPetJson(crate::components::Hound) = json()",
        "\"image/png\" Bytes(Vec<u8>) = bytes()",
    ];
    let found = variants(bodies);
    let shown: Vec<String> = found
        .iter()
        .map(|row| {
            row.replace("(Hound)", "(crate::components::Hound)")
                .replace("(Kitten)", "(crate::components::Kitten)")
                .replace("<Kitten>", "<crate::components::Kitten>")
        })
        .collect();
    assert_eq!(shown[..9], expected);
    assert_eq!(found[9..], ["\"image-png\" ImagePngBytes(Vec<u8>) = bytes()", "\"4/5\" Body45(Vec<u8>) = bytes()"]);
    let twice = vec![
        success(json, Type::Int32),
        success(json, list(Type::Int32)),
        success("text/a", Type::Int32),
        success("text/a", Type::Bytes),
    ];
    let names: Vec<String> =
        variants(twice).iter().filter_map(|row| Some(row.split(' ').nth(1)?.split('(').next()?.to_owned())).collect();
    assert_eq!(names, ["Int32", "Int32List", "TextAInt32", "Bytes"]);
    let described = SuccessBody { docs: Some("One.\n\nTwo.".to_owned()), ..success("text/plain", Type::String) };
    let text = text(get(vec![described, success(json, Type::Int32)]));
    assert!(text.contains("GetSuccess { /// One. /// /// Two. \"text/plain\" Text(String) = text();"), "{text}");
    let choice = Operation {
        bodiless: vec![Fact::stated(202)],
        ..get(vec![success("text/plain", Type::String), success(json, Type::Int32)])
    };
    let chosen = "received.optional(|received| received.choose(GetSuccess::CHOICES))";
    assert_eq!(read(choice), of("Option<GetSuccess>", chosen));
}

/// What is asked for, in the words of `Accept`.
fn accept(operation: Operation) -> String {
    let text = text(operation);
    match text.split_once("const ACCEPT: &'static str = ") {
        Some((_, rest)) => rest.split(';').next().unwrap_or_default().trim_matches('"').to_owned(),
        None => "application/json".to_owned(),
    }
}

#[test]
fn what_is_accepted_is_what_is_stated() {
    let guessed = |media: &str, ty: Type| SuccessBody {
        media: Fact::assumed(media.to_owned(), Rule::MediaDefaultJson),
        ..success("", ty)
    };
    for (bodies, expected) in [
        (vec![], "*/*"),
        (vec![success("application/json", Type::Int32)], "application/json"),
        (
            vec![
                success("text/csv", Type::String),
                success("application/json", Type::Int32),
                success("text/csv", Type::Bytes),
            ],
            "text/csv, application/json",
        ),
        (vec![guessed("text/plain", Type::String)], "*/*"),
        (vec![guessed("text/plain", Type::Bytes)], "*/*"),
        (vec![guessed("text/plain", events("Event"))], "*/*"),
        (vec![guessed("text/plain", Type::Int32)], "text/plain"),
        (vec![success("json", Type::Int32)], "*/*"),
        (vec![success("a/ä", Type::Int32), success("b/c d", Type::Int32), success("b/c\r\n", Type::Int32)], "b/c d"),
    ] {
        assert_eq!(accept(get(bodies)), expected);
    }
    let error =
        |media: &str| ErrorBody { status: ErrorStatus::One(404), ty: TypeId::new("Hound"), media: media.to_owned() };
    let failing = |success: Vec<SuccessBody>| Operation {
        errors: vec![error("a/b"), error("c/d"), error("a/b"), error("")],
        ..get(success)
    };
    assert_eq!(accept(failing(Vec::new())), "a/b, c/d");
    assert_eq!(accept(failing(vec![success("e/f", Type::Int32)])), "e/f");
}

#[test]
fn errors_are_told_apart_by_status_then_by_type() {
    let error =
        |status: ErrorStatus, ty: &str| ErrorBody { status, ty: TypeId::new(ty), media: "application/json".to_owned() };
    let errors = vec![
        error(ErrorStatus::One(404), "Hound"),
        error(ErrorStatus::One(404), "Hound"),
        error(ErrorStatus::One(400), "Hound"),
        error(ErrorStatus::One(400), "Kitten"),
        error(ErrorStatus::One(409), "Hound"),
        error(ErrorStatus::One(409), "Kitten"),
        error(ErrorStatus::One(299), "Hound"),
        error(ErrorStatus::Class(1), "Hound"),
        error(ErrorStatus::Class(5), "Hound"),
        error(ErrorStatus::Rest, "Size"),
    ];
    let bodiless_errors = vec![Fact::stated(401), Fact::stated(403)];
    let text = text(Operation { errors, bodiless_errors, path: "/a".to_owned(), ..operation("Get") });
    let expected = "/// What can go wrong with [`struct@Get`], by status. /// /// `Other` for 401, 403: no body is declared. GetError of \"Get: POST /a\" { \
        404 NotFound: Hound; 400 Hound: Hound; 400 Kitten: Kitten; 409 ConflictHound: Hound; 409 ConflictKitten: Kitten; 299 Status299: Hound; \
        \"1XX\" Informational: Hound; \"5XX\" ServerError: Hound; \"default\" Default: Size; } }";
    assert_eq!(text.split_once("crate::call::operation_error! { ").expect("a table").1, expected);
}
