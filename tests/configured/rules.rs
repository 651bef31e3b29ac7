//! What each rule of `overrides.toml` makes of what it fits.
//!
//! In: models built by hand, and rules. Out: nothing.

use super::configured;
use crate::built::{
    body, fields, integers, list, map, model_with, named, nullable, operation, parameter, structure, success, texts,
};
use serde_json::{Value, json};
use tablature::model::{
    Auth, Basis, Fact, Field, Media, Model, Operation, Parameter, Place, Presence, Rule, SchemeKind, SecurityScheme,
    Server, Shape, Style, SuccessBody, Type,
};

const REASON: &str = "reason = \"It is so.\"\n";

/// The model with this rule, of which nothing is wrong.
fn with(model: Model, rule: &str) -> Model {
    let (model, found) = configured(model, "", &format!("{rule}\n{REASON}"));
    assert_eq!(found, [""; 0], "{rule}");
    model
}

/// Two structs in two folders.
fn pets() -> Model {
    let rows = [("name", Type::String), ("age", Type::Int64)];
    let mut model =
        model_with(vec![("a/Pet", structure("Pet", &rows)), ("b/Toy", structure("Toy", &rows))], Vec::new());
    for def in model.types.values_mut() {
        let [name, age] = fields(def) else { panic!("two fields") };
        name.doc_name = "petName".to_owned();
        age.presence = Fact::stated(Presence::OptionalNullable);
    }
    model
}

/// Each field as its type's name, its own, and what a look at it gives.
fn each<T: PartialEq>(model: &Model, look: impl Fn(&Field) -> T) -> Vec<(String, T)> {
    let rows = |def: &tablature::model::TypeDef| -> Vec<(String, T)> {
        let rows = def.shape.fields().iter();
        rows.map(|field| (format!("{}.{}", def.rust, field.rust), look(field))).collect()
    };
    model.types.values().flat_map(rows).collect()
}

/// The fields of which something is another than without the rule.
fn changed<T: PartialEq>(rule: &str, look: impl Fn(&Field) -> T) -> Vec<(String, T)> {
    let (before, after) = (each(&pets(), &look), each(&with(pets(), rule), &look));
    before.into_iter().zip(after).filter(|(before, after)| before != after).map(|(_, after)| after).collect()
}

fn of<T>(name: &str, value: T) -> (String, T) {
    (name.to_owned(), value)
}

#[test]
fn rules_fit_fields_by_type_and_by_either_name() {
    let secret = |types: &str, field: &str| {
        let rule = format!("[[field]]\ntype = {types:?}\nfield = {field:?}\nsecret = true");
        changed(&rule, |field| field.secret).into_iter().map(|(name, _)| name).collect::<Vec<_>>()
    };
    assert_eq!(secret("a/Pet", "name"), ["Pet.name"]);
    assert_eq!(secret("*/*", "petName"), ["Pet.name", "Toy.name"]);
    assert_eq!(secret("b/*", "*"), ["Toy.name", "Toy.age"]);
}

#[test]
fn facts_of_fields_are_overridden() {
    let rule = |fact: &str| format!("[[field]]\ntype = \"a/Pet\"\nfield = \"age\"\n{fact}");
    assert_eq!(
        changed(&rule("wire = \"AGE\""), |field| field.wire.clone()),
        [of("Pet.age", Fact::overridden("AGE".to_owned()))]
    );
    let constant = changed(&rule("constant = 7"), |field| json!(field.constant));
    assert_eq!(constant, [of("Pet.age", json!({ "value": 7, "override": "overrides.toml" }))]);
    for (text, ty) in [
        ("list<map<b/Toy>>", list(map(named("b/Toy")))),
        ("nullable<date>", nullable(Type::Date)),
        ("bytes", Type::Bytes),
    ] {
        assert_eq!(changed(&rule(&format!("is = {text:?}")), |field| field.ty.clone()), [of("Pet.age", ty)]);
    }
}

/// Each half of a presence is said by itself; what the pages say of the other one stays.
#[test]
fn halves_of_presences_are_overridden() {
    use Presence::{Optional, OptionalNullable, Required, RequiredNullUnstated, RequiredNullable};
    let become_of = |presence: Presence, facts: &str| {
        let mut model = pets();
        fields(&mut model.types[0])[0].presence = Fact::stated(presence);
        let model = with(model, &format!("[[field]]\ntype = \"a/Pet\"\nfield = \"name\"\nsecret = true\n{facts}"));
        model.types[0].shape.fields()[0].presence.clone()
    };
    let required = "required = true";
    let optional = "required = false";
    for (before, facts, after) in [
        (Required, "", Fact::stated(Required)),
        (Required, required, Fact::stated(Required)),
        (RequiredNullUnstated, required, Fact::stated(RequiredNullUnstated)),
        (RequiredNullUnstated, optional, Fact::overridden(Optional)),
        (Required, optional, Fact::overridden(Optional)),
        (RequiredNullable, optional, Fact::overridden(OptionalNullable)),
        (OptionalNullable, required, Fact::overridden(RequiredNullable)),
        (Optional, required, Fact::overridden(Required)),
        (Optional, "nullable = true", Fact::overridden(OptionalNullable)),
        (OptionalNullable, "nullable = false", Fact::overridden(Optional)),
        (RequiredNullUnstated, "nullable = false", Fact::overridden(Required)),
        (Optional, "required = true\nnullable = true", Fact::overridden(RequiredNullable)),
    ] {
        assert_eq!(become_of(before, facts), after, "{before:?} {facts}");
    }
}

/// Two operations with a parameter in each place.
fn visits() -> Model {
    let names = [("id", Place::Path), ("tag", Place::Query), ("key", Place::Header)];
    let of = |(name, place): (&str, Place)| {
        let shown = format!("{name}Shown");
        Parameter { doc_name: shown, ..parameter(name, place, Presence::Optional) }
    };
    let visit = |rust: &str| Operation { parameters: names.map(of).to_vec(), ..operation(rust) };
    model_with(vec![("a/Pet", structure("Pet", &[]))], vec![visit("Get"), visit("Put")])
}

#[test]
fn facts_of_parameters_are_overridden() {
    let found = |rule: &str, look: fn(&Parameter) -> Value| -> Vec<String> {
        let rows = |model: &Model| -> Vec<(String, Value)> {
            let of = |operation: &Operation| -> Vec<(String, Value)> {
                let rows = operation.parameters.iter();
                rows.map(|it| (format!("{}.{}", operation.rust, it.rust), look(it))).collect()
            };
            model.operations.iter().flat_map(of).collect()
        };
        let changed = rows(&visits()).into_iter().zip(rows(&with(visits(), &format!("[[parameter]]\n{rule}"))));
        changed.filter(|(before, after)| before != after).map(|(_, (name, value))| format!("{name} {value}")).collect()
    };
    let overridden = |value: &str| format!("{{\"value\":\"{value}\",\"override\":\"overrides.toml\"}}");
    let key = "operation = \"Get\"\nname = \"keyShown\"\n";
    assert_eq!(
        found(&format!("{key}place = \"query\""), |it| json!(it.place)),
        [format!("Get.key {}", overridden("query"))]
    );
    assert_eq!(found(&format!("{key}wire = \"Key\""), |it| json!(it.wire)), [format!("Get.key {}", overridden("Key"))]);
    assert_eq!(
        found(&format!("{key}style = \"deep-object\""), |it| json!(it.style)),
        [format!("Get.key {}", overridden("deep-object"))]
    );
    assert_eq!(found(&format!("{key}secret = true"), |it| json!(it.secret)), ["Get.key true"]);
    assert_eq!(found(&format!("{key}is = \"a/Pet\""), |it| json!(it.ty)), ["Get.key {\"named\":\"a/Pet\"}"]);
    // What is in the path must be given in any case.
    let required = "operation = \"*\"\nname = \"*\"\nrequired = true";
    let all = ["Get.tag", "Get.key", "Put.tag", "Put.key"].map(|name| format!("{name} {}", overridden("required")));
    assert_eq!(found(required, |it| json!(it.presence)), all);
    assert_eq!(found("operation = \"P*\"\nname = \"tag\"\nsecret = true", |it| json!(it.secret)), ["Put.tag true"]);
}

/// What a rule took for the body, and the user places elsewhere, is a parameter; what a page calls the body stays it.
#[test]
fn a_body_that_is_placed_elsewhere_is_a_parameter() {
    let placed = |basis: Basis, required: bool, rule: &str| {
        let mut sent = body(named("a/Pet"), Media::Json).expect("a body");
        (sent.basis, sent.required, sent.docs) = (basis, required, Some("The pet.".to_owned()));
        sent.doc_name = "Id".to_owned();
        let mut model = visits();
        model.operations[0].body = Some(sent);
        let (model, _) = configured(model, "", &format!("[[parameter]]\noperation = \"Get\"\n{rule}\n{REASON}"));
        let operation = model.operations[0].clone();
        (operation.body.is_some(), operation.parameters.get(3).cloned())
    };
    let (has_body, last) = placed(Basis::Rule(Rule::BodyLastArgument), true, "name = \"Id\"\nplace = \"header\"");
    let expected = Parameter {
        ty: named("a/Pet"),
        wire: Fact::assumed("Id".to_owned(), Rule::WireNameAsShown),
        presence: Fact::assumed(Presence::Required, Rule::BodyLastArgument),
        style: Some(Fact::assumed(Style::DeepObject, Rule::StyleObject)),
        docs: Some("The pet.".to_owned()),
        ..Parameter::text("Id", "id2".to_owned(), Fact::overridden(Place::Header))
    };
    assert_eq!((has_body, json!(last)), (false, json!(expected)));
    let optional = placed(Basis::Rule(Rule::BodyLastArgument), false, "name = \"Id\"\nplace = \"query\"").1;
    assert_eq!(optional.map(|it| it.presence.value), Some(Presence::Optional));
    for (basis, rule) in [
        (Basis::Stated, "name = \"Id\"\nplace = \"query\""),
        (Basis::Rule(Rule::BodyLastArgument), "name = \"Id\"\nwire = \"x\""),
        (Basis::Rule(Rule::BodyLastArgument), "name = \"id\"\nplace = \"query\""),
    ] {
        assert!(placed(basis, true, rule).0, "{rule}");
    }
}

#[test]
fn facts_of_operations_are_overridden() {
    let model = || {
        let pet = success("application/json", named("a/Pet"));
        let maybe = success("application/json", nullable(named("a/Pet")));
        let get = Operation { body: body(named("a/Pet"), Media::Json), success: vec![pet, maybe], ..operation("Get") };
        model_with(vec![("a/Pet", structure("Pet", &[]))], vec![get, operation("Put")])
    };
    let get = |facts: &str| with(model(), &format!("[[operation]]\nid = \"Get\"\n{facts}")).operations[0].clone();
    let said = |value: u16| Some(Fact::overridden(value));
    assert_eq!(get("media = \"form\"").body.map(|it| it.media), Some(Fact::overridden(Media::Form)));
    assert_eq!(get("auth = \"public\"").auth, Fact::overridden(Auth::Public));
    assert_eq!(get("auth = \"global\"").auth, Fact::overridden(Auth::Global));
    let answered = get("success_status = 201");
    let statuses: Vec<_> = answered.success.iter().map(|body| body.status.clone()).collect();
    assert_eq!((answered.status, statuses), (said(201), vec![said(201), said(201)]));
    let types =
        |operation: Operation| operation.success.into_iter().map(|body: SuccessBody| body.ty).collect::<Vec<_>>();
    assert_eq!(types(get("success_may_be_empty = true")), vec![nullable(named("a/Pet")); 2]);
    let media: Vec<_> = get("success_media = \"text/pet\"").success.into_iter().map(|body| body.media).collect();
    assert_eq!(media, vec![Fact::overridden("text/pet".to_owned()); 2]);
    let other = with(model(), "[[operation]]\nid = \"Put\"\nauth = \"public\"\nsuccess_status = 202").operations;
    assert_eq!((&other[0].auth.value, &other[0].status), (&Auth::Global, &None));
    assert_eq!((&other[1].auth.value, &other[1].status), (&Auth::Public, &said(202)));
}

#[test]
fn enums_are_closed_by_id() {
    let types = vec![
        ("a/Size", texts("Size", &["Small"])),
        ("a/Legs", integers("Legs", &[2])),
        ("a/Pet", structure("Pet", &[])),
    ];
    let closed = |model: &Model| -> Vec<bool> {
        let enums = model.types.values().filter_map(|def| match &def.shape {
            Shape::Enum(shape) => Some(shape.closed),
            _ => None,
        });
        enums.collect()
    };
    let model = || model_with(types.clone(), Vec::new());
    assert_eq!(closed(&with(model(), "[[enum]]\ntype = \"a/Size\"\nclosed = true")), [true, false]);
    let twice = format!("[[enum]]\ntype = \"a/*\"\nclosed = true\n{REASON}[[enum]]\ntype = \"a/Legs\"\nclosed = false");
    assert_eq!(closed(&with(model(), &twice)), [true, false]);
}

#[test]
fn credentials_are_overridden_wherever_they_are_named() {
    let scheme = |name: &str| SecurityScheme::of(name, Fact::stated(SchemeKind::Bearer));
    let own = Operation { auth: Fact::stated(Auth::Own(vec![scheme("key")])), ..operation("Get") };
    let security = ["token", "key", "secret"].map(scheme).to_vec();
    let model = || Model { security: security.clone(), ..model_with(Vec::new(), vec![own.clone()]) };
    let shown = |rule: &str| {
        let model = with(model(), &format!("[[security]]\n{rule}"));
        let Auth::Own(own) = model.operations[0].auth.value.clone() else { panic!("its own") };
        let text = |it: &SecurityScheme| {
            let key =
                it.key.as_ref().map(|key| format!(" in {:?} {}", key.value.place, key.value.name)).unwrap_or_default();
            let with = it.with.as_ref().map(|with| format!(" with {}", with.value)).unwrap_or_default();
            let basis = if it.kind.basis == Basis::Override { "!" } else { "" };
            format!("{} {:?}{basis}{key}{with}", it.doc_name, it.kind.value)
        };
        model.security.iter().chain(&own).map(text).collect::<Vec<_>>()
    };
    assert_eq!(
        shown("scheme = \"key\"\nkind = \"api-key\"\nheader = \"X-Key\""),
        ["token Bearer", "key ApiKey! in Header X-Key", "secret Bearer", "key ApiKey! in Header X-Key"]
    );
    assert_eq!(
        shown("scheme = \"{key,secret}\"\nkind = \"basic\"\nwith = \"key\""),
        ["token Bearer", "key Basic!", "secret Basic! with key", "key Basic!"]
    );
}

#[test]
fn servers_of_the_user_take_the_place_of_all_others() {
    let server = |url: &str| Server {
        name: Some("eu".to_owned()),
        url: Fact::stated(url.to_owned()),
        description: None,
        variables: Vec::new(),
    };
    let model = || Model { servers: vec![server("https://old.example")], ..Model::default() };
    let rule = format!(
        "[[server]]\nurl = \"https://a.example/v1//\"\ndescription = \"One.\"\n{REASON}[[server]]\nurl = \"http://b\""
    );
    let new = |url: &str, description: Option<&str>| Server {
        name: None,
        url: Fact::overridden(url.to_owned()),
        description: description.map(str::to_owned),
        variables: Vec::new(),
    };
    assert_eq!(with(model(), &rule).servers, [new("https://a.example/v1", Some("One.")), new("http://b", None)]);
    assert_eq!(configured(model(), "", "").0.servers, model().servers);
}
