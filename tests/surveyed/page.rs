//! The survey as a page for browsers: its words, and the graph of types within it.
//!
//! In: models. Out: nothing.

use super::{eventful, model, survey};
use crate::built::{fields, map, model_with, named, nullable, operation, parameter, structure, success};
use serde_json::{Value, json};
use tablature::{
    model::{
        Fact, Literal, Model, Operation, Parameter, Place, Presence, Rule, SchemeKind, SecurityScheme, Shape, Type,
    },
    source::{Code, Diagnostic},
    survey::Survey,
};

/// The graph of types within the page for browsers.
fn graph(model: Model) -> Value {
    let (found, understood) = survey(model, Vec::new());
    let page = found.to_html(&understood.model);
    let (_, rest) = page.split_once("<script id=\"graph\" type=\"application/json\">").expect("the graph");
    serde_json::from_str(rest.split_once("</script>").expect("its end").0).expect("JSON")
}

#[test]
fn the_graph_names_what_names_what() {
    let scalars = [
        (Type::Boolean, "true or false"),
        (Type::Int32, "integer"),
        (Type::Int64, "integer"),
        (Type::Float32, "number"),
        (Type::Float64, "number"),
        (Type::Number, "number"),
        (Type::Decimal, "decimal"),
        (Type::DateTime, "date and time"),
        (Type::Date, "date"),
        (Type::Bytes, "bytes"),
        (Type::Any, "any JSON"),
        (nullable(map(Type::String)), "map of text or null"),
        (Type::EventStream(Box::new(Type::String)), "events of text"),
    ];
    for (ty, words) in scalars {
        let found = graph(model_with(vec![("a/Pet", structure("Pet", &[("it", ty)]))], Vec::new()));
        assert_eq!(found["types"][0]["rows"], json!([["it", words, null]]));
    }
    let mut model = model();
    fields(&mut model.types[0])[2].presence = Fact::stated(Presence::OptionalNullable);
    if let Shape::Struct(shape) = &mut model.types[0].shape {
        shape.additional = Some(named("a/Size"));
    }
    if let Shape::Enum(shape) = &mut model.types[2].shape {
        shape.values[0].wire = Literal::String("</script>".to_owned());
    }
    model.operations[1].success[0].status = Some(Fact::stated(200));
    model.operations[1]
        .parameters
        .push(Parameter { doc_name: "X".to_owned(), ..parameter("x", Place::Header, Presence::Optional) });
    let found = graph(model);
    let node = |id: &str, kind: &str, at: &str, rows: Value| json!({ "id": id, "kind": kind, "at": at, "rows": rows });
    let expected = json!([
        node(
            "a/Pet",
            "struct",
            "p.md:2",
            json!([
                ["name", "text", null],
                ["toys", "list of Toy", 1],
                ["age?", "integer", null],
                ["any other key", "Size", 2]
            ])
        ),
        node("a/Toy", "struct", "", json!([["name", "text", null]])),
        node("a/Size", "enum", "", json!([["</script>", "", null], ["big", "", null]])),
        node("a/Either", "union", "", json!([["or", "Pet", 0], ["or", "Toy", 1], ["or", "text", null]])),
        node("a/Loose", "union", "", json!([["or", "Pet", 0], ["or", "text", null]])),
        node("a/Lost", "opaque", "", json!([])),
    ]);
    assert_eq!(found["types"], expected);
    let page = "sdks/pets/README.md:7";
    let expected = json!([
        node("Put", "POST /pets/{petId}", page, json!([["body", "Pet", 0], ["404", "Pet", 0]])),
        node(
            "Get",
            "GET /pets/{petId}",
            page,
            json!([
                ["path id", "text", null],
                ["query tag?", "text", null],
                ["header X?", "text", null],
                ["200", "Pet", 0]
            ])
        ),
        node("Visit", "POST /pets/{petId}", page, json!([])),
    ]);
    assert_eq!(found["operations"], expected);
}

/// The text of the page for browsers, without its style, its scripts and its tags.
fn words_of_page(found: &Survey, model: &Model) -> String {
    let page = found.to_html(model);
    let body = page.split_once("<body>").expect("a body").1.split_once("<svg").expect("a picture").0;
    let mut words = String::new();
    for piece in body.split('<') {
        words.push(' ');
        words.push_str(piece.split_once('>').map_or("", |(_, text)| text));
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ").replace("&quot;", "\"")
}

#[test]
fn the_page_for_browsers_says_what_was_concluded_and_how_to_settle_it() {
    let (_, understood) = eventful();
    let mut model = understood.model;
    model.security.push(SecurityScheme::of("token", Fact::assumed(SchemeKind::Bearer, Rule::SecurityFieldName)));
    for parameter in &mut model.operations[1].parameters {
        parameter.place = Fact::assumed(Place::Query, Rule::PlaceDefaultQuery);
    }
    model.wire_case = None;
    let (found, understood) = survey(model, vec![Diagnostic::general(Code::Contradiction, "y")]);
    let words = words_of_page(&found, &understood.model);
    let code = Code::Contradiction;
    for piece in [
        "What is understood of pet-api".to_owned(),
        "Types 6 2 structs 2 unions 1 enums 1 opaque Operations 3 2 POST 1 GET Facts".to_owned(),
        "kind read in the model left out lost why fields 9 5 2 2 2 examples values 2 2 0 0".to_owned(),
        format!(
            "What rules concluded 2 place:default-query guess {} To settle it, in overrides.toml (the first of them; a glob such as components/* takes many): \
             [[parameter]] operation = \"Get\" name = \"id\" place = … reason = \"…\" Get id sdks/pets/README.md:7 Get tag sdks/pets/README.md:7 \
             1 security:field-name {} To settle it, in overrides.toml : [[security]] scheme = \"token\" kind = … reason = \"…\" credentials token",
            Rule::PlaceDefaultQuery.sentence(),
            Rule::SecurityFieldName.sentence()
        ),
        "1 success bodies without a status To settle it, in overrides.toml : [[operation]] id = \"Get\" success_status = …".to_owned(),
        "Left out, by reason 4 no path Pets.get1 p.md:1 Pets.get2 p.md:2 Pets.get3 p.md:3 Pets.get4 p.md:4 1 twice".to_owned(),
        format!("Findings 1 {} {} Operations", code.text(), code.title()),
        "POST /pets/{petId} Put GET /pets/{petId} Get POST /pets/{petId} Visit Types".to_owned(),
        "struct a/Pet p.md struct a/Toy enum a/Size union a/Either union a/Loose opaque a/Lost".to_owned(),
    ] {
        assert!(words.contains(&piece), "{piece}\n---\n{words}");
    }
    let (empty, understood) = survey(Model::default(), Vec::new());
    let words = words_of_page(&empty, &understood.model);
    for piece in ["What rules concluded Nothing: all is stated.", "What the docs leave open Nothing.", "Findings None."]
    {
        assert!(words.contains(piece), "{piece}\n---\n{words}");
    }
}

/// Two hundred places of one kind are listed.
#[test]
fn the_page_for_browsers_lists_only_so_many_places() {
    let listed = |count: usize| {
        let operations = (0..count)
            .map(|at| Operation { success: vec![success("a/b", Type::String)], ..operation(&format!("Get{at}")) });
        let (found, understood) = survey(model_with(Vec::new(), operations.collect()), Vec::new());
        let page = found.to_html(&understood.model);
        (page.matches("data-find=").count(), page.contains("and 1 more: --format json lists all"))
    };
    assert_eq!([listed(200), listed(201)], [(200, false), (200, true)]);
}
