//! The root of a crate: its docs, and the manifest of a new one.
//!
//! In: models built by hand. Out: nothing.

use crate::built::{body, emitted_file, list, model_of, named, operation, parameter, structure, success, texts};
use tablature::{
    emit::{DateTimes, EmitOptions, crate_manifest},
    model::{
        About, Auth, Basis, Deprecation, Fact, Key, KeyPlace, Media, Model, Operation, PageInput, PageKind, Paging,
        Parameter, Place, Presence, SchemeKind, SecurityScheme, Server, Shape, Type, TypeDef,
    },
};

/// The docs of the crate, without their marks.
fn docs(model: &Model) -> String {
    let text = emitted_file(model, &EmitOptions::default(), "src/lib.rs");
    let lines = text.lines().filter_map(|line| line.strip_prefix("//!"));
    lines.map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line))).collect()
}

/// What stands between two texts.
fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("no {start} in {text}"));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end} in {rest}")).0
}

fn fact(text: &str) -> Option<Fact<String>> {
    Some(Fact::stated(text.to_owned()))
}

#[test]
fn a_crate_is_called_as_the_api_is() {
    let first = |name: &str, title: &str| {
        let about = About { title: fact(title).filter(|_| !title.is_empty()), ..About::default() };
        let model = Model { name: name.to_owned(), about, ..Model::default() };
        docs(&model).lines().next().expect("a line").to_owned()
    };
    for (name, title, expected) in [
        ("pet-api", "", "Pet API"),
        ("big-pet-shop", "", "Big Pet Shop API"),
        ("pet-api", "The Petshop", "The Petshop API"),
        ("pet-api", "Petshop API", "Petshop API"),
        ("pet-api", "N/A", "Pet API"),
        ("pet-api", "*One*\n<b>two</b>", "*One* two API"),
    ] {
        assert_eq!(first(name, title), format!("Types and typed endpoints of the {expected}."));
    }
}

#[test]
fn what_the_api_is_for_is_told() {
    let about = |summary: &str, link: &str| {
        let fact = |text: &str| fact(text).filter(|_| !text.is_empty());
        let model = Model {
            about: About { title: None, summary: fact(summary), link: fact(link) },
            ..model_of(Vec::new(), Vec::new())
        };
        between(&docs(&model), "Pet API.\n\n", "Structs have a builder").to_owned()
    };
    assert_eq!(about("", ""), "");
    assert_eq!(about("All\nthe pets.", ""), "All\nthe pets.\n\n");
    assert_eq!(about("N/A", "https://a.example"), "More is in [the API's own documentation](https://a.example).\n\n");
    assert_eq!(about("A.", "no/where"), "A.\n\n");
}

#[test]
fn servers_and_credentials_are_told() {
    let told = |servers: Vec<Server>, security: Vec<SecurityScheme>| {
        let model = Model { servers, security, ..model_of(Vec::new(), vec![operation("Get")]) };
        between(&docs(&model), "for a client of your own.\n", "\n```\n").to_owned()
    };
    let server = |url: &str, description: &str| Server {
        name: None,
        url: Fact::stated(url.to_owned()),
        description: Some(description.to_owned()),
        variables: Vec::new(),
    };
    let scheme = |kind| SecurityScheme::of("x", Fact::stated(kind));
    let nowhere = "The docs do not say where the API is: the base URL is yours to give.\n\n";
    let nothing = "The docs name no credentials: [`call::NoAuth`] sends none.\n";
    assert_eq!(told(Vec::new(), Vec::new()), format!("{nowhere}{nothing}"));
    let servers = vec![server("https://a.example", "The *one*."), server("/v1", "N/A")];
    assert_eq!(
        told(servers, Vec::new()),
        format!("The API is at:\n\n- `https://a.example`: The *one*.\n- `/v1`\n\n{nothing}")
    );
    let all =
        [SchemeKind::Bearer, SchemeKind::ClientCredentials, SchemeKind::Basic, SchemeKind::ApiKey].map(scheme).to_vec();
    let links = "Credentials are a [`call::Bearer`] or a [`call::Basic`] or a [`call::ApiKey`].\n";
    let unnamed = "The docs do not name the header of the key: `X-API-Key` stands for it.\n";
    assert_eq!(told(Vec::new(), all), format!("{nowhere}{links}{unnamed}"));
    let key = Some(Fact::stated(Key { place: KeyPlace::Query, name: "k".to_owned() }));
    let known = vec![SecurityScheme { key, ..scheme(SchemeKind::ApiKey) }];
    assert_eq!(told(Vec::new(), known), format!("{nowhere}Credentials are a [`call::ApiKey`].\n"));
}

/// The program without a client: how the request is made and authenticated.
fn by_hand(model: &Model) -> (String, String) {
    let text = docs(model);
    let program = between(&text, "call::{Authenticate, ", "# Ok(())");
    let (names, _) = program.split_once("},").expect("names");
    let lines = between(program, "let endpoint = ", "assert_eq!(request").to_owned();
    (names.to_owned(), lines.replace("let mut request = endpoint.to_request", "").replace(".apply(&mut request);", ""))
}

#[test]
fn the_first_request_is_made_as_the_api_wants_it() {
    let with = |security: Vec<SecurityScheme>, url: &str, auth: Auth| {
        let servers =
            vec![Server { name: None, url: Fact::stated(url.to_owned()), description: None, variables: Vec::new() }];
        let get = Operation { auth: Fact::stated(auth), ..operation("Get") };
        by_hand(&Model { servers, security, ..model_of(Vec::new(), vec![get]) })
    };
    let scheme = |name: &str, kind| SecurityScheme::of(name, Fact::stated(kind));
    let found =
        |names: &str, url: &str, made: &str| (names.to_owned(), format!("Get::new();\n(\"{url}\")?;\n{made}\n"));
    let here = "https://a.example/v1";
    assert_eq!(with(Vec::new(), here, Auth::Global), found("NoAuth", here, "NoAuth"));
    for (kind, name, made) in [
        (SchemeKind::Bearer, "Bearer", "Bearer::new(\"the-token\")?"),
        (SchemeKind::ClientCredentials, "Bearer", "Bearer::new(\"the-token\")?"),
        (SchemeKind::Basic, "Basic", "Basic::new(\"user\", \"password\")?"),
        (SchemeKind::ApiKey, "ApiKey", "ApiKey::new(\"X-API-Key\", \"the-key\")?"),
    ] {
        assert_eq!(
            with(vec![scheme("x", kind), scheme("y", SchemeKind::Basic)], here, Auth::Global),
            found(name, here, made)
        );
        assert_eq!(with(Vec::new(), here, Auth::Own(vec![scheme("x", kind)])), found(name, here, made));
        assert_eq!(with(vec![scheme("x", kind)], here, Auth::Public), found("NoAuth", here, "NoAuth"));
    }
    let pair =
        vec![scheme("x", SchemeKind::Bearer), SecurityScheme { with: fact("x"), ..scheme("y", SchemeKind::Basic) }];
    let made = "(Bearer::new(\"the-token\")?, Basic::new(\"user\", \"password\")?)";
    assert_eq!(with(pair, here, Auth::Global), found("Bearer, Basic", here, made));
    for url in ["/v1", "https://{x}.example", "https://a b", "https://ä.example"] {
        assert_eq!(with(Vec::new(), url, Auth::Global), found("NoAuth", "https://api.example.com", "NoAuth"), "{url}");
    }
}

/// The program with a client, from its imports on.
fn sent(model: &Model) -> String {
    let text = docs(model);
    let program = between(&text, "```no_run\n", "# Ok(())");
    program.split_once("use pet_api::{\n").expect("imports").1.to_owned()
}

#[test]
fn the_first_call_shows_pages_and_events_too() {
    let types =
        vec![structure("List", &[("items", list(Type::String))]), structure("Event", &[("data", Type::String)])];
    let put = Operation {
        body: body(Type::String, Media::Json),
        success: vec![success("application/json", named("List"))],
        ..operation("Put")
    };
    let input =
        Some(Fact::stated(PageInput { wire: "page".to_owned(), place: Some(Place::Query), kind: PageKind::Page }));
    let paging = Some(Paging { input, items: fact("items"), ..Paging::of(Basis::Stated) });
    let walk = Operation { paging, success: put.success.clone(), module: "lists".to_owned(), ..operation("Walk") };
    let events = success("text/event-stream", Type::EventStream(Box::new(named("Event"))));
    let watch = Operation {
        success: vec![events],
        parameters: vec![parameter("id", Place::Path, Presence::Required)],
        ..operation("Watch")
    };
    let old = |it: &Operation| Operation { deprecated: Some(Deprecation { note: None }), ..it.clone() };
    let of = |operations: Vec<Operation>| sent(&model_of(types.clone(), operations));
    let matching = "    Ok(answer) => println!(\"{answer:?}\"),\n    Err(error) if error.is_retryable() => println!(\"try again in {:?}\", error.retry_after()),\n    \
        Err(error) => println!(\"{error}\"),\n}\n";
    let begun = "let client = Client::new(\"https://api.example.com\");\nmatch client.send(&Put::new(\"body\")) {\n";
    let alone = format!("    client::blocking::Client,\n    endpoints::pets::Put,\n}};\n\n{begun}{matching}");
    assert_eq!(of(vec![put.clone()]), alone);
    let items = "for item in client.pages(&Walk::new()).items() {\n    println!(\"{:?}\", item?);\n}\n";
    let stream = "for event in client.stream(&Watch::new(\"id\"))? {\n    println!(\"{:?}\", event?);\n}\n";
    let uses = "    client::blocking::Client,\n    endpoints::lists::Walk,\n    endpoints::pets::{Put, Watch},\n};\n\n";
    assert_eq!(of(vec![walk.clone(), put.clone(), watch.clone()]), format!("{uses}{begun}{matching}{items}{stream}"));
    assert_eq!(of(vec![old(&walk), put.clone(), old(&watch)]), alone);
    let twin = Operation { rust: "Put".to_owned(), ..walk };
    assert_eq!(of(vec![twin, put]), alone, "one name cannot mean two operations");
}

#[test]
fn the_first_call_makes_a_client_as_the_docs_allow() {
    let made = |security: Vec<SecurityScheme>| {
        let sent = sent(&Model { security, ..model_of(Vec::new(), vec![operation("Get")]) });
        let client = sent.lines().next().unwrap_or_default().trim().to_owned();
        (client, between(&sent, "let client = ", ";").to_owned())
    };
    let of = |client: &str, made: &str| (client.to_owned(), made.to_owned());
    let scheme = |name: &str, kind| SecurityScheme::of(name, Fact::stated(kind));
    let bearer = || scheme("token", SchemeKind::Bearer);
    let basic = || scheme("user:password", SchemeKind::Basic);
    let base = "\"https://api.example.com\"";
    let plain = "client::blocking::Client,";
    let named = "client::{Credential, blocking::Client},";
    assert_eq!(made(Vec::new()), of(plain, &format!("Client::new({base})")));
    assert_eq!(made(vec![bearer()]), of(plain, &format!("Client::new({base}, \"the-credential\")")));
    let basic_call = format!("Client::new({base}, Credential::basic(\"the-user\", \"the-password\"))");
    assert_eq!(made(vec![basic(), bearer()]), of(named, &basic_call));
    let env = SecurityScheme { env: vec![Fact::stated("TOKEN".to_owned())], ..bearer() };
    assert_eq!(made(vec![basic(), env]), of(plain, &format!("Client::from_env({base})?")));
}

#[test]
fn the_shortest_operation_that_shows_most_is_called_first() {
    let types = vec![structure("Pet", &[]), structure("Own", &["a", "b", "c"].map(|name| (name, Type::String)))];
    let of = |operations: &[Operation]| {
        let text = sent(&model_of(types.clone(), operations.to_vec()));
        between(&text, "match client.send(&", "::").to_owned()
    };
    let answer = || vec![success("application/json", Type::String)];
    let plain = operation("Plain");
    let empty_body = Operation { body: body(named("Pet"), Media::Json), success: answer(), ..operation("Empty") };
    let whole = Operation { body: body(named("Own"), Media::Json), success: answer(), ..operation("Whole") };
    let short = Operation { body: body(Type::String, Media::Json), success: answer(), ..operation("Short") };
    let answering = Operation { success: answer(), ..operation("Answering") };
    let raw = Operation { body: body(Type::Bytes, Media::Raw), success: answer(), ..operation("R") };
    let old = Operation {
        deprecated: Some(Deprecation { note: None }),
        ..Operation { rust: "S".to_owned(), ..short.clone() }
    };
    let asked = |count: usize| {
        (0..count).map(|at| parameter(&format!("p{at}"), Place::Query, Presence::Required)).collect::<Vec<Parameter>>()
    };
    let many = Operation { parameters: asked(3), rust: "M".to_owned(), ..short.clone() };
    assert_eq!(
        of(&[plain.clone(), answering.clone(), empty_body.clone(), whole.clone(), short.clone(), raw, old, many]),
        "Short"
    );
    assert_eq!(of(&[plain.clone(), answering.clone(), empty_body.clone(), whole]), "Whole");
    assert_eq!(of(&[plain.clone(), answering.clone(), empty_body]), "Empty");
    assert_eq!(of(&[plain.clone(), answering]), "Answering");
    assert_eq!(
        of(&[
            Operation { parameters: asked(3), ..operation("Three") },
            Operation { parameters: asked(4), ..operation("Four") }
        ]),
        "Three"
    );
}

#[test]
fn how_to_match_an_open_enum_is_shown() {
    let shown = |types: Vec<TypeDef>| {
        let text = docs(&model_of(types, Vec::new()));
        text.contains("# Enums grow").then(|| between(&text, "use pet_api::", ";").to_owned())
    };
    let closed = |mut def: TypeDef| {
        if let Shape::Enum(shape) = &mut def.shape {
            shape.closed = true;
        }
        def
    };
    let of = |rust: &str| texts(rust, &["A"]);
    let others = vec![
        crate::built::integers("Legs", &[2]),
        closed(of("Closed")),
        crate::built::replaced(of("Own"), "::acme::Own"),
        TypeDef { deprecated: Some(Deprecation { note: None }), ..of("Old") },
        structure("Pet", &[]),
    ];
    assert_eq!(shown(others.clone()), None);
    assert_eq!(shown([others, vec![of("Size"), of("Hue")]].concat()), Some("components::Size".to_owned()));
}

#[test]
fn a_new_crate_has_a_manifest() {
    let manifest = |model: &Model, options: &EmitOptions| crate_manifest(model, options);
    let model = Model {
        about: About {
            title: fact("Pets"),
            summary: fact("All *the*\n\npets \"here\"."),
            link: fact("https://a.example"),
        },
        ..model_of(Vec::new(), Vec::new())
    };
    let expected = "[package]
name = \"pet-api\"
version = \"0.1.0\"
edition = \"2021\"
rust-version = \"1.75\"
keywords = [\"api\", \"client\"]
categories = [\"api-bindings\"]
# Name the license of your crate here; without one, no registry takes it.
# license = \"Apache-2.0 OR MIT\"
# Remove this line to publish the crate: it is a safeguard, for the API may not be yours to name.
publish = false
description = 'All the pets \"here\".'
homepage = \"https://a.example\"

[dependencies]
serde = \"1\"
serde_json = { version = \"1\", features = [\"float_roundtrip\", \"raw_value\"] }
";
    assert_eq!(manifest(&model, &EmitOptions::default()), expected);
    for (date_time, line) in [
        (DateTimes::Jiff, "jiff = \"0.2\"\n"),
        (DateTimes::Chrono, "chrono = { version = \"0.4\", default-features = false, features = [\"std\"] }\n"),
        (DateTimes::Time, "time = { version = \"0.3\", features = [\"formatting\", \"macros\", \"parsing\"] }\n"),
    ] {
        let text = manifest(&model, &EmitOptions { date_time, ..EmitOptions::default() });
        assert_eq!(text.replacen(line, "", 1), expected);
        assert_ne!(text, expected);
    }
    let about = |title: &str, summary: &str| {
        let fact = |text: &str| fact(text).filter(|_| !text.is_empty());
        let model = Model {
            about: About { title: fact(title), summary: fact(summary), link: None },
            ..model_of(Vec::new(), Vec::new())
        };
        between(&manifest(&model, &EmitOptions::default()), "publish = false\n", "\n\n").to_owned()
    };
    assert_eq!(about("*Pets*", ""), "description = \"Pets\"");
    assert_eq!(about("", ""), "description = \"Types and typed endpoints of the Pet API\"");
    assert_eq!(about("Pets", "<br>"), "description = \"Types and typed endpoints of the Pets API\"");
}
