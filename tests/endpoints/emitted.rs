//! The text of emitted endpoints, from operations built by hand.

use crate::built::{body, model, named, operation, parameter, success};
use tablature::{
    emit::{EmitOptions, emit},
    model::{
        Auth, Deprecation, ErrorBody, ErrorStatus::*, Fact, Literal, Media, Model, Operation, Parameter, Place,
        Presence, Preset, Server, Shape, Style, SuccessBody, Type, TypeId,
    },
    output::OutFile,
};

/// The files of the endpoints among all that are emitted.
fn endpoints(model: &Model) -> Vec<OutFile> {
    let mut files = emit(model, &EmitOptions::default());
    files.retain(|file| file.path.starts_with("src/api/endpoints"));
    files
}

/// The text of a model's only endpoint, with each run of white space as one space.
fn emitted(model: &Model) -> String {
    let files = endpoints(model);
    let file =
        files.iter().find(|file| file.path.starts_with("src/api/endpoints/pets") && !file.path.ends_with("mod.rs"));
    let text = &file.expect("the operation has a file").text;
    syn::parse_file(text).expect("the text is Rust");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn holds(text: &str, pieces: &[&str]) {
    for piece in pieces {
        assert!(text.contains(piece), "`{piece}` is not in:\n{text}");
    }
}

#[test]
fn no_operation_needs_no_file() {
    assert!(endpoints(&Model::default()).is_empty());
}

#[test]
fn each_parameter_is_one_line_of_its_place() {
    let mut filter = parameter("filter", Place::Query, Presence::Optional);
    filter.style = Some(Fact::stated(Style::DeepObject));
    let mut key = parameter("key", Place::Header, Presence::Optional);
    key.secret = true;
    let id = Parameter { rust: "pet_id".to_owned(), ..parameter("petId", Place::Path, Presence::Required) };
    let mut operation = operation("GetPet");
    operation.parameters = vec![id, filter, key];
    let text = emitted(&model(&[], operation));
    holds(
        &text,
        &[
            "pub pet_id: String, /// The parameter `filter`. pub filter: Option<String>,",
            "endpoint! { GetPet => Result<(), GetPetError>, GetPetBuilder<[pet_id]>, new(pet_id: String) { /// The parameter `petId`. required pet_id: String => N0 N0; /// The parameter `filter`. optional filter: String;",
            "draft.path(\"petId\", &self.pet_id)?;",
            "draft.query_deep(\"filter\", &self.filter)?;",
            "draft.secret_header(\"key\", &self.key)",
            "redacted_debug!(GetPet { pet_id filter } secret { key });",
            "#[derive(Clone, PartialEq)]",
            "type Success = ();",
        ],
    );
}

#[test]
fn many_required_parameters_are_given_by_name() {
    let mut operation = operation("MovePet");
    let required = |rust| parameter(rust, Place::Query, Presence::Required);
    operation.parameters = vec![required("a"), required("b"), required("c"), required("type")];
    let text = emitted(&model(&[], operation));
    holds(
        &text,
        &[
            "use crate::call::{Draft, Endpoint, ReadError, Received, RequestError};",
            "endpoint! { MovePet => Result<(), MovePetError>, MovePetBuilder<[a b c r#type]> {",
            "/// The parameter `type`. required r#type: String => N0 N3; } }",
        ],
    );
    assert!(!text.contains("new("));
}

#[test]
fn bodies_are_written_by_their_media() {
    let json = Operation { body: body(named("Puppy"), Media::Json), ..operation("AddPet") };
    holds(
        &emitted(&model(&[("Puppy", &[])], json)),
        &["use crate::components::Puppy;", "pub body: Puppy,", "draft.json(Some(&self.body))"],
    );
    let raw = Operation { body: body(Type::Bytes, Media::Raw), ..operation("AddPet") };
    holds(
        &emitted(&model(&[], raw)),
        &["RawBody, ReadError, Received, RequestError};", "pub body: RawBody,", "draft.raw(Some(&self.body))"],
    );
}

#[test]
fn multipart_bodies_name_their_files() {
    let file: &[(&str, Type)] = &[("file_name", Type::String), ("content", Type::Bytes)];
    let upload: &[(&str, Type)] = &[("note", Type::String), ("photo", named("File")), ("raw", Type::Bytes)];
    let operation = Operation { body: body(named("Upload"), Media::Multipart), ..operation("AddPhoto") };
    let text = emitted(&model(&[("File", file), ("Upload", upload)], operation));
    let files = "FileField::object(\"photo\", \"file_name\", \"content\"), FileField::bytes(\"raw\"),";
    holds(&text, &["draft .multipart( Some(&self.body), &[", files]);
}

#[test]
fn what_is_sent_unless_the_body_says_otherwise_is_written_first() {
    let stream = Preset { wire: "stream".to_owned(), value: Fact::stated(Literal::Boolean(true)) };
    let operation =
        Operation { presets: vec![stream], body: body(named("Visit"), Media::Json), ..operation("WatchPets") };
    let text = emitted(&model(&[("Visit", &[])], operation));
    let said = "Its body is sent with `stream: true` unless it says otherwise.";
    holds(&text, &["draft.preset(\"stream\", \"true\"); draft.json(Some(&self.body))", said]);
}

#[test]
fn several_media_types_are_an_enum() {
    let pictures = Operation {
        success: vec![
            success("image/jpeg", Type::Bytes),
            success("application/json", named("Pet")),
            success("application/json", Type::String),
            success("text/event-stream", Type::EventStream(Box::new(named("Event")))),
        ],
        ..operation("ShowPet")
    };
    let text = emitted(&model(&[("Pet", &[]), ("Event", &[("data", Type::Int64)])], pictures));
    holds(
        &text,
        &[
            "type Success = ShowPetSuccess;",
            "const ACCEPT: &'static str = \"image/jpeg, application/json, text/event-stream\";",
            "received.choose(ShowPetSuccess::CHOICES)",
            "\"image/jpeg\" ImageJpeg(Vec<u8>) = bytes();",
            "\"application/json\" Pet(crate::components::Pet) = json();",
            "\"application/json\" String(String) = text();",
            "\"text/event-stream\" Events(EventStream<Event>) = events(Frame::Event);",
            "It answers with server-sent events",
            "const FRAME: Frame = Frame::Event;",
        ],
    );
}

#[test]
fn a_success_that_may_have_no_body_is_an_option() {
    let pet = || success("application/json", named("Pet"));
    let check = |success: Vec<SuccessBody>, bodiless: &[u16], pieces: &[&str]| {
        let bodiless = bodiless.iter().map(|status| Fact::stated(*status)).collect();
        let text = emitted(&model(&[("Pet", &[])], Operation { success, bodiless, ..operation("TakePet") }));
        holds(&text, pieces);
    };
    let said = "With the status 204, it answers without a body: `None`.";
    check(
        vec![pet()],
        &[204],
        &["type Success = Option<crate::components::Pet>;", "received.optional(Received::json)", said],
    );
    let also = SuccessBody { also: vec![Fact::stated(201), Fact::stated(204)], ..pet() };
    check(
        vec![also],
        &[],
        &["Result<Option<crate::components::Pet>, TakePetError>", "received.optional(Received::json)", said],
    );
    let text = success("text/plain", Type::String);
    let chosen = "received.optional(|received| received.choose(TakePetSuccess::CHOICES))";
    check(vec![pet(), text], &[202], &["type Success = Option<TakePetSuccess>;", chosen, "With the status 202"]);
    check(vec![success("image/jpeg", Type::Bytes)], &[204], &["type Success = Vec<u8>;", "received.bytes()"]);
    check(vec![SuccessBody { also: vec![Fact::stated(201)], ..pet() }], &[], &["received.json()"]);
    check(Vec::new(), &[202], &["type Success = ();"]);
}

#[test]
fn other_forms_of_a_body_are_told() {
    let mut take = operation("TakePet");
    take.body = body(named("Pet"), Media::Json);
    take.body.iter_mut().for_each(|body| body.also = vec![Fact::stated(Media::Form)]);
    let said = "Its body is sent as JSON; the API takes it as a form (`application/x-www-form-urlencoded`), too.";
    holds(&emitted(&model(&[("Pet", &[])], take)), &[said]);
}

#[test]
fn the_end_of_events_that_is_known_is_named() {
    let events = success("text/event-stream", Type::EventStream(Box::new(named("Event"))));
    let events = SuccessBody { sentinel: Some(Fact::stated("[END]".to_owned())), ..events };
    let operation = Operation { success: vec![events], ..operation("WatchPets") };
    let text = emitted(&model(&[("Event", &[("data", Type::Int64)])], operation));
    holds(
        &text,
        &["received.events_until(Frame::Event, \"[END]\")", "const SENTINEL: Option<&'static str> = Some(\"[END]\");"],
    );
}

#[test]
fn errors_are_a_table_by_status() {
    let error = |status, ty| ErrorBody { status, ty: TypeId::new(ty), media: "application/json".to_owned() };
    let (missing, gone) = (error(One(404), "Missing"), error(One(404), "Gone"));
    let teapot = error(One(418), "Gone");
    let errors = vec![missing, gone.clone(), gone, teapot, error(Class(4), "Gone"), error(Rest, "Gone")];
    let operation = Operation { errors, ..operation("FindPet") };
    let text = emitted(&model(&[("Missing", &[]), ("Gone", &[])], operation));
    holds(
        &text,
        &[
            "404 Missing: Missing;",
            "404 Gone: Gone; 418 Status418: Gone; \"4XX\" ClientError: Gone; \"default\" Default: Gone;",
        ],
    );
}

#[test]
fn names_that_are_taken_are_passed_by() {
    let mut first = operation("Find");
    first.parameters =
        vec![parameter("read", Place::Query, Presence::Optional), parameter("body", Place::Query, Presence::Optional)];
    first.body = body(Type::String, Media::Json);
    let second = operation("FindError");
    let model = Model { operations: vec![first, second], ..Model::default() };
    let files = endpoints(&model);
    let find = files.iter().find(|file| file.path.ends_with("find.rs")).expect("the file is there");
    holds(
        &find.text,
        &[
            "FindErrorOperation2 of \"Find: POST /pets/{petId}\" {}",
            "new(request_body: String) {\n        /// The parameter `read`.\n        optional read [with_read]: String;",
            "pub request_body: String,",
        ],
    );
}

#[test]
fn types_whose_names_are_taken_are_called_by_their_path() {
    let sent = Operation { body: body(named("Draft"), Media::Json), ..operation("Endpoint") };
    let text = emitted(&model(&[("Draft", &[])], sent));
    holds(
        &text,
        &["impl crate::call::Endpoint for Endpoint {", "pub body: crate::components::Draft,", "draft: &mut Draft"],
    );
    let names = [("Tag", &[][..]), ("BTreeMap", &[])];
    let maps = Operation { body: body(Type::Map(Box::new(named("BTreeMap"))), Media::Json), ..operation("Tags") };
    holds(&emitted(&model(&names, maps)), &["::std::collections::BTreeMap<String, BTreeMap>"]);
}

/// The search of rustdoc finds an endpoint by the operation's id, which may be anything.
#[test]
fn an_id_that_rustdoc_can_hold_is_an_alias() {
    let of = |id: &str| emitted(&model(&[], Operation { id: id.to_owned(), ..operation("GetPet") }));
    assert!(
        of("get_pet").contains("doc (alias = \"get_pet\")") || of("get_pet").contains("#[doc(alias = \"get_pet\")]")
    );
    for id in ["get \"pet\"", "get 'pet'", "get pet", "GetPet", ""] {
        assert!(!of(id).contains("alias"), "{id}");
    }
}

#[test]
fn files_named_as_keywords_devices_or_modules_take_a_mark() {
    for (rust, stem) in [
        ("Get", "get"),
        ("Move", "move_operation"),
        ("Con", "con_operation"),
        ("Mod", "mod_operation"),
        ("Pets", "pets_operation"),
    ] {
        let files = endpoints(&model(&[], operation(rust)));
        let path = format!("src/api/endpoints/pets/{stem}.rs");
        assert!(files.iter().any(|file| file.path == path), "{rust}");
    }
}

#[test]
fn deprecation_is_marked() {
    let deprecated = Some(Deprecation { note: Some("Use another.".to_owned()) });
    let text = emitted(&model(&[], Operation { deprecated, ..operation("OldPet") }));
    holds(&text, &["#[deprecated(note = \"Use another.\")] #[derive(Debug, Clone, PartialEq, Default)]"]);
    let color = Parameter {
        deprecated: Some(Deprecation { note: None }),
        ..parameter("color", Place::Query, Presence::Optional)
    };
    let text = emitted(&model(&[], Operation { parameters: vec![color], ..operation("FindPet") }));
    holds(&text, &["#[deprecated] pub color: Option<String>,", "#[deprecated] optional color: String;"]);
}

#[test]
fn what_is_sent_has_setters_of_what_may_be_left_out() {
    let fields = ["name", "default", "with_default"].map(|name| (name, Type::String));
    let mut model = model(&[("Pet", &fields)], operation("FindPet"));
    let text = |model: &Model| {
        let files = emit(model, &EmitOptions::default());
        let file = files.iter().find(|file| file.path == "src/api/components/pet.rs").expect("the type has a file");
        file.text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let pet = model.types.values_mut().next().expect("a type");
    pet.usage.sent = true;
    let Shape::Struct(shape) = &mut pet.shape else { panic!("a struct") };
    shape.fields[1..].iter_mut().for_each(|field| field.presence = Fact::stated(Presence::Optional));
    let setters = "Pet { optional default [with_default]: String; optional with_default [with_with_default]: String; }";
    holds(&text(&model), &[&format!("crate::support::setters! {{ {setters} }}")]);
    model.types.values_mut().next().expect("a type").usage.sent = false;
    assert!(!text(&model).contains("setters!"));
}

#[test]
fn public_operations_want_no_credentials() {
    let public = Operation { auth: Fact::stated(Auth::Public), ..operation("Health") };
    holds(&emitted(&model(&[], public)), &["const AUTHENTICATED: bool = false;"]);
}

#[test]
fn an_operation_names_its_own_server() {
    let server =
        |url: &str| Server { name: None, url: Fact::stated(url.to_owned()), description: None, variables: vec![] };
    let own = Operation { servers: vec![server("https://own.example.com")], ..operation("GetPet") };
    let text = emitted(&model(&[], own));
    holds(&text, &["const SERVER: Option<&'static str> = Some(\"https://own.example.com\");", "a server of its own"]);
    let open = Operation { servers: vec![server("https://{tenant}.example.com")], ..operation("GetPet") };
    assert!(!emitted(&model(&[], open)).contains("SERVER"));
}
