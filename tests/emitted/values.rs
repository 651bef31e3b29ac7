//! Values as Rust expressions, in the examples of operations.
//!
//! In: a type, and an Example cell. Out: nothing.

use crate::built::{
    def, emitted_file, fields, integers, list, map, model_of, named, nullable, operation, parameter, replaced,
    structure, texts, union,
};
use tablature::{
    emit::EmitOptions,
    model::{
        Deprecation, Fact, Field, Literal, Model, Operation, Parameter, Place, Presence, Shape, Type, TypeDef, TypeId,
    },
};

/// How the example of an operation writes its only parameter, `petName`, with this Example cell.
pub fn written(types: &[TypeDef], ty: Type, cell: &str) -> String {
    let example = Some(cell.to_owned());
    let asked = Parameter { ty, example, ..parameter("petName", Place::Query, Presence::Required) };
    let asked = Parameter { rust: "pet_name".to_owned(), ..asked };
    let program = program(types, vec![asked]);
    let value = program
        .strip_prefix("let endpoint = Ask::new(")
        .and_then(|rest| rest.strip_suffix("); client.send(&endpoint)?;"));
    value.unwrap_or_else(|| panic!("{program}")).to_owned()
}

/// The program in the docs of an operation, without its imports.
fn program(types: &[TypeDef], parameters: Vec<Parameter>) -> String {
    part(&model_of(types.to_vec(), vec![Operation { parameters, ..operation("Ask") }]), "let ")
}

/// What the program of an operation with a parameter of this type imports.
fn imports(types: &[TypeDef], ty: Type) -> String {
    let asked = Parameter { ty, ..parameter("pet", Place::Query, Presence::Required) };
    let model = model_of(types.to_vec(), vec![Operation { parameters: vec![asked], ..operation("Ask") }]);
    part(&model, "use ").split_inclusive(';').next().unwrap_or_default().to_owned()
}

/// The program in the docs of the operation `Ask` from the line that begins so, on one line.
fn part(model: &Model, start: &str) -> String {
    let text = emitted_file(model, &EmitOptions::default(), "src/api/endpoints/pets/ask.rs");
    let docs = text.lines().filter_map(|line| line.strip_prefix("/// "));
    let lines = docs.skip_while(|line| !line.starts_with(start)).take_while(|line| !line.starts_with('#'));
    on_one_line(&lines.map(str::trim).collect::<Vec<_>>().join(" "))
}

/// Rust without what the breaks of its lines add.
fn on_one_line(text: &str) -> String {
    let broken = [
        ("( ", "("),
        ("[ ", "["),
        ("{ ", "{"),
        (" )", ")"),
        (" ]", "]"),
        (",)", ")"),
        (",]", "]"),
        (", }", "}"),
        (" .", "."),
    ];
    broken.iter().fold(text.to_owned(), |text, (broken, whole)| text.replace(broken, whole))
}

#[track_caller]
fn check(types: &[TypeDef], cases: &[(Type, &str, &str)]) {
    let found: Vec<String> = cases.iter().map(|(ty, cell, _)| written(types, ty.clone(), cell)).collect();
    let expected: Vec<&str> = cases.iter().map(|(_, _, expected)| *expected).collect();
    assert_eq!(found, expected);
}

#[test]
fn scalars_are_those_of_the_cell_where_they_fit() {
    let (longest, longer) = ("x".repeat(100), "x".repeat(101));
    check(
        &[],
        &[
            (Type::String, "Rex", "\"Rex\""),
            (Type::String, "a \"b\"", "\"a \\\"b\\\"\""),
            (Type::String, "\"Rex\"", "\"Rex\""),
            (Type::String, "7", "\"7\""),
            (Type::String, "null", "\"null\""),
            (Type::String, "N/A", "\"pet-name\""),
            (Type::String, "\"\"", "\"pet-name\""),
            (Type::String, &longest, &format!("\"{longest}\"")),
            (Type::String, &longer, "\"pet-name\""),
            (Type::String, "**Example 1:** Rex<br/>**Example 2:** Tom", "\"Rex\""),
            (Type::Boolean, "false", "false"),
            (Type::Boolean, "perhaps", "true"),
            (Type::Int32, "-5", "-5"),
            (Type::Int32, "3000000000", "1"),
            (Type::Int32, "2.5", "1"),
            (Type::Int64, "7", "7"),
            (Type::Int64, "3000000000", "3000000000_i64"),
            (Type::Int64, "N/A", "1"),
            (Type::Float64, "2.5", "2.5"),
            (Type::Float32, "2", "2.0"),
            (Type::Number, "many", "1.0"),
            (Type::Decimal, "2.50", "Decimal::from(1)"),
            (Type::Bytes, "abc", "b\"content\".to_vec()"),
        ],
    );
}

#[test]
fn dates_that_are_none_are_passed_by() {
    let (moment, day) = ("\"2026-01-31T12:00:00Z\"", "\"2026-01-31\"");
    check(
        &[],
        &[
            (Type::DateTime, "1999-12-31T23:59:59Z", "\"1999-12-31T23:59:59Z\""),
            (Type::DateTime, "1999-12-31", "\"1999-12-31\""),
            (Type::DateTime, "1999-12-3", moment),
            (Type::DateTime, "yesterday evening", moment),
            (Type::DateTime, "N/A", moment),
            (Type::Date, "1999-12-31", "\"1999-12-31\""),
            (Type::Date, "19991231", day),
            (Type::Date, "20991231000", "\"20991231000\""),
            (Type::Date, "the 31st of May", day),
        ],
    );
}

#[test]
fn any_json_is_a_scalar_or_a_short_text() {
    check(
        &[],
        &[
            (Type::Any, "true", "serde_json::json!(true)"),
            (Type::Any, "3", "serde_json::json!(3)"),
            (Type::Any, "-3000000000", "serde_json::json!(- 3000000000_i64)"),
            (Type::Any, "2.5", "serde_json::json!(2.5)"),
            (Type::Any, "18446744073709551615", "serde_json::json!(\"pet-name\")"),
            (Type::Any, "by the gate", "serde_json::json!(\"by the gate\")"),
            (Type::Any, "{\"a\": 1}", "serde_json::json!(\"pet-name\")"),
        ],
    );
}

#[test]
fn lists_and_maps_show_three_items_at_most() {
    let texts = || list(Type::String);
    check(
        &[],
        &[
            (texts(), "[\"a\", \"b\", \"c\"]", "[\"a\", \"b\", \"c\"]"),
            (texts(), "[\"a\", \"b\", \"c\", \"d\"]", "[\"a\", \"b\", \"c\"]"),
            (texts(), "[]", "[\"pet-name\"]"),
            (texts(), "a", "[\"pet-name\"]"),
            (list(Type::Int64), "[1, 2]", "[1_i64, 2_i64]"),
            (list(Type::Int32), "[1, 2]", "[1, 2]"),
            (list(Type::Number), "[1, 2.5]", "[1.0, 2.5]"),
            (list(texts()), "[[\"a\"], [\"b\"]]", "[vec![\"a\".to_owned()], vec![\"b\".to_owned()]]"),
            (list(nullable(Type::Boolean)), "[false]", "[Some(false)]"),
            (
                map(Type::Boolean),
                "{\"a\": true, \"b\": false, \"c\": true, \"d\": true}",
                "[(\"a\", true), (\"b\", false), (\"c\", true)]",
            ),
            (map(Type::String), "{}", "[(\"key\", \"pet-name\")]"),
            (map(Type::String), "[]", "[(\"key\", \"pet-name\")]"),
            (
                map(map(Type::Int64)),
                "{\"a\": {\"b\": 1}}",
                "[(\"a\", std::collections::BTreeMap::from([(\"b\".to_owned(), 1_i64)]))]",
            ),
        ],
    );
}

/// What stands within something that converts nothing has its very type.
#[test]
fn values_within_values_are_of_the_very_type() {
    let cases = [
        (Type::String, "\"a\"", "\"a\".to_owned()"),
        (Type::Boolean, "false", "false"),
        (Type::Int32, "2", "2"),
        (Type::Int64, "2", "2_i64"),
        (Type::Float64, "2.5", "Number::from(2.5)"),
        (Type::Decimal, "1", "Decimal::from(1)"),
        (Type::DateTime, "\"1999-12-31T00:00:00Z\"", "DateTime::from(\"1999-12-31T00:00:00Z\")"),
        (Type::Date, "\"1999-12-31\"", "Date::from(\"1999-12-31\")"),
        (Type::Bytes, "\"a\"", "Bytes::from(b\"content\".to_vec())"),
        (Type::Any, "2", "serde_json::json!(2)"),
        (list(Type::String), "[\"a\"]", "vec![\"a\".to_owned()]"),
    ];
    for (ty, cell, expected) in cases {
        assert_eq!(written(&[], nullable(ty.clone()), cell), format!("Some({expected})"), "{ty:?}");
    }
}

#[test]
fn enums_show_the_value_of_the_cell_or_the_first() {
    let types =
        [texts("Size", &["Small", "Big"]), integers("Legs", &[2, 4]), texts("None", &["One"]), texts("Nil", &[])];
    check(
        &types,
        &[
            (named("Size"), "Big", "Size::Big"),
            (named("Size"), "Huge", "Size::Small"),
            (named("Legs"), "4", "Legs::N4"),
            (named("Legs"), "N/A", "Legs::N2"),
            (list(named("Size")), "[\"Big\", \"Small\"]", "[Size::Big, Size::Small]"),
            (named("None"), "One", "pet_api::components::None::One"),
            (nullable(named("Nil")), "a", "None"),
        ],
    );
}

/// A pet: a name and an age that are asked for, and three fields that may be left out.
fn pet() -> TypeDef {
    let rows = ["name", "age", "color", "home", "old", "kind", "more"].map(|name| (name, Type::String));
    let mut pet = structure("Pet", &rows);
    for (index, field) in fields(&mut pet).iter_mut().enumerate() {
        field.example = Some(format!("own {}", field.rust));
        field.presence = Fact::stated(if index < 2 { Presence::Required } else { Presence::Optional });
        match field.rust.as_str() {
            "age" => field.ty = Type::Int64,
            "old" => field.deprecated = Some(Deprecation { note: None }),
            "kind" => field.constant = Some(Fact::stated(Literal::String("pet".to_owned()))),
            _ => {}
        }
    }
    pet
}

#[test]
fn structs_show_what_is_asked_and_what_the_example_has() {
    let whole =
        "{\"name\": \"Rex\", \"age\": 7, \"color\": \"grey\", \"home\": null, \"old\": \"a\", \"kind\": \"pet\"}";
    check(
        &[pet()],
        &[
            (named("Pet"), "N/A", "Pet::new(\"own name\", 1)"),
            (named("Pet"), "{\"name\": \"Rex\"}", "Pet::new(\"Rex\", 1)"),
            (named("Pet"), "{\"name\": null, \"age\": 7}", "Pet::new(\"own name\", 7)"),
            (named("Pet"), whole, "Pet::builder().name(\"Rex\").age(7).color(\"grey\").build()"),
            (nullable(named("Pet")), "{\"age\": 7}", "Some(Pet::new(\"own name\", 7))"),
        ],
    );
}

#[test]
fn fields_beyond_the_third_that_may_be_left_out_are_not_shown() {
    let mut crowd = structure("Crowd", &["a", "b", "c", "d"].map(|name| (name, Type::Boolean)));
    let example = "{\"a\": true, \"b\": true, \"c\": true, \"d\": true}";
    assert_eq!(
        written(std::slice::from_ref(&crowd), named("Crowd"), example),
        "Crowd::builder().a(true).b(true).c(true).d(true).build()"
    );
    fields(&mut crowd).iter_mut().for_each(|field| field.presence = Fact::stated(Presence::Optional));
    assert_eq!(
        written(std::slice::from_ref(&crowd), named("Crowd"), example),
        "Crowd::builder().a(true).b(true).c(true).build()"
    );
    assert_eq!(written(&[crowd], named("Crowd"), "N/A"), "Crowd::new()");
}

#[test]
fn secrets_and_boxes_of_structs() {
    let mut den = structure("Den", &[("code", Type::String), ("owner", Type::String), ("parts", Type::Int64)]);
    let set = |field: &mut Field| {
        field.example = Some("open sesame".to_owned());
        field.secret = field.rust == "code";
        field.boxed = field.rust != "code";
    };
    fields(&mut den).iter_mut().for_each(set);
    let expected = "Den::new(\"code\", Box::new(\"open sesame\".to_owned()), Box::new(1_i64))";
    assert_eq!(written(&[den], named("Den"), "N/A"), expected);
}

#[test]
fn the_cell_of_a_secret_is_not_shown() {
    let mut asked = parameter("key", Place::Header, Presence::Required);
    asked.example = Some("s3cret".to_owned());
    asked.secret = true;
    assert_eq!(program(&[], vec![asked]), "let endpoint = Ask::new(\"key\"); client.send(&endpoint)?;");
}

#[test]
fn types_of_the_users_own_are_not_written() {
    let money = replaced(structure("Money", &[]), "::acme::Money");
    let holder = structure("Holder", &[("money", named("Money"))]);
    let types = [money, holder];
    check(
        &types,
        &[
            (nullable(named("Money")), "N/A", "None"),
            (list(named("Money")), "[1]", "vec![]"),
            (map(named("Money")), "{\"a\": 1}", "std::collections::BTreeMap::new()"),
            (nullable(named("Holder")), "N/A", "None"),
            (list(nullable(named("Money"))), "[1]", "[None]"),
        ],
    );
    let asked = |name: &str| Parameter { ty: named(name), ..parameter("pet", Place::Query, Presence::Required) };
    assert_eq!(["Money", "Holder"].map(|name| program(&types, vec![asked(name)])), ["", ""]);
}

/// A type within itself ends where a value of it need not be.
#[test]
fn types_within_themselves_end() {
    let tree = structure("Tree", &[("roots", list(named("Tree"))), ("next", nullable(named("Tree")))]);
    assert_eq!(written(&[tree], named("Tree"), "N/A"), "Tree::new(vec![], None)");
}

#[test]
fn values_are_written_eight_types_deep() {
    let name = |at: usize| format!("Level{at}");
    let level = |at: usize| structure(&name(at), &[("next", named(&name(at + 1)))]);
    let chain =
        |length: usize| -> Vec<TypeDef> { (1..length).map(level).chain([structure(&name(length), &[])]).collect() };
    let written = |length: usize| written(&chain(length), nullable(named("Level1")), "N/A");
    let eight: String = (1..8).map(|at| format!("Level{at}::new(")).collect();
    assert_eq!(written(8), format!("Some({eight}Level8::new(){})", ")".repeat(7)));
    assert_eq!(written(9), "None");
}

/// Types may lead to each other in many ways, all of which nobody tries.
#[test]
fn no_more_than_three_hundred_values_are_tried() {
    let written = |count: usize| {
        let rows: Vec<(String, Type)> = (0..count).map(|at| (format!("f{at}"), named("Leaf"))).collect();
        let rows: Vec<(&str, Type)> = rows.iter().map(|(name, ty)| (name.as_str(), ty.clone())).collect();
        written(&[structure("Leaf", &[]), structure("Wide", &rows)], nullable(named("Wide")), "N/A")
    };
    assert_eq!(written(299).matches("Leaf::new()").count(), 299);
    assert_eq!(written(300), "None");
}

#[test]
fn opaque_types_hold_json() {
    let note = def("Note", Shape::Opaque);
    check(
        &[note],
        &[
            (named("Note"), "7", "Note(serde_json::json!(7))"),
            (named("Note"), "N/A", "Note(serde_json::json!(\"pet-name\"))"),
        ],
    );
}

#[test]
fn names_that_mean_something_else_are_paths() {
    let named_as = |rust: &str, module: &str| TypeDef { module: module.to_owned(), ..texts(rust, &["One"]) };
    let (client, ask) = (named_as("Client", "components"), named_as("Ask", "components"));
    let cases = [("Client", "pet_api::components::Client::One"), ("Ask", "pet_api::components::Ask::One")];
    check(&[client, ask.clone()], &cases.map(|(name, path)| (named(name), "N/A", path)));
    let pair = structure("Pair", &[("a", named("Size")), ("b", named("Twin")), ("c", named("Ask"))]);
    let mut model = model_of(vec![texts("Size", &["Small"]), ask, pair], Vec::new());
    model.types.insert(TypeId::new("Twin"), named_as("Size", "errors"));
    let asked = Parameter { ty: named("Pair"), ..parameter("pair", Place::Query, Presence::Required) };
    model.operations = vec![Operation { parameters: vec![asked], ..operation("Ask") }];
    let values = "Size::Small, pet_api::errors::Size::One, pet_api::components::Ask::One";
    assert_eq!(part(&model, "let "), format!("let endpoint = Ask::new(Pair::new({values})); client.send(&endpoint)?;"));
}

#[test]
fn what_is_named_is_imported() {
    let types = [texts("Size", &["Small"]), structure("Pet", &[("size", named("Size")), ("worth", Type::Decimal)])];
    for (ty, expected) in [
        (Type::String, "use pet_api::endpoints::pets::Ask;"),
        (nullable(Type::Date), "use pet_api::{endpoints::pets::Ask, support::Date};"),
        (named("Pet"), "use pet_api::{components::{Pet, Size}, endpoints::pets::Ask, support::Decimal};"),
    ] {
        assert_eq!(imports(&types, ty), expected);
    }
}

/// A union's member converts into it where no other has its type, else its variant is named.
#[test]
fn members_of_unions_that_convert_are_written_plainly() {
    let dog = structure("Dog", &[("name", Type::String)]);
    let either = |members: &[(&str, Type)]| union("Either", members);
    for (members, cell, expected) in [
        (vec![("Text", Type::String), ("Dog", named("Dog"))], "Rex", "\"Rex\""),
        (vec![("Text", Type::String), ("Dog", named("Dog"))], "{\"name\": \"Rex\"}", "Dog::new(\"Rex\")"),
        (vec![("One", Type::String), ("Other", Type::String)], "Rex", "Either::One(\"Rex\".to_owned())"),
        (vec![("Count", Type::Int64), ("Text", Type::String)], "7", "Either::Count(7_i64)"),
        (vec![("Count", Type::Int64), ("Text", Type::String)], "true", "Either::Count(1_i64)"),
        (vec![("List", list(Type::String)), ("Text", Type::String)], "[\"a\"]", "Either::List(vec![\"a\".to_owned()])"),
        (vec![("Own", named("Own")), ("Flag", Type::Boolean)], "{}", "Either::Flag(true)"),
        (vec![("Own", named("Own")), ("Text", Type::String)], "{}", "\"pet-name\""),
    ] {
        let own = replaced(structure("Own", &[]), "::acme::Own");
        assert_eq!(written(&[either(&members), dog.clone(), own], named("Either"), cell), expected, "{cell}");
    }
    let strict = [either(&[("Text", Type::String), ("Dog", named("Dog"))]), dog];
    assert_eq!(written(&strict, nullable(named("Either")), "Rex"), "Some(Either::Text(\"Rex\".to_owned()))");
    assert_eq!(written(&strict, list(named("Either")), "[\"Rex\"]"), "[\"Rex\"]");
    let mixed = "[Either::Text(\"Rex\".to_owned()), Either::Dog(Dog::new(\"Tom\"))]";
    assert_eq!(written(&strict, list(named("Either")), "[\"Rex\", {\"name\": \"Tom\"}]"), mixed);
}
