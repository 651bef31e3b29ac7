//! What is said of rules that fit nothing, or cannot be: the place, the sentence, and what fixes it.
//!
//! In: models built by hand, and rules. Out: nothing.

use super::configured;
use crate::built::{integers, list, map, model_with, named, operation, parameter, structure, texts, union};
use tablature::model::{
    Derives, Fact, Literal, Model, Operation, Place, Presence, SchemeKind, SecurityScheme, Shape, Type, TypeDef,
};

const REASON: &str = "reason = 'It is so.'\n";

/// A model with something for each kind of rule.
fn model() -> Model {
    let mut member = structure("Dog", &[("kind", Type::String), ("name", Type::String)]);
    crate::built::fields(&mut member)[0].constant = Some(Fact::stated(Literal::String("dog".to_owned())));
    let types = vec![
        ("a/Dog", member),
        ("a/Cat", structure("Cat", &[("name", Type::String), ("kind", Type::String)])),
        ("a/Animal", union("Animal", &[("Dog", named("a/Dog")), ("Cat", named("a/Cat"))])),
        (
            "a/Size",
            TypeDef {
                derives: Derives { eq: true, hash: true, copy: false, default: false },
                ..texts("Size", &["Small"])
            },
        ),
        (
            "a/Legs",
            TypeDef {
                derives: Derives { eq: false, hash: false, copy: true, default: true },
                ..integers("Legs", &[2])
            },
        ),
    ];
    let mut asked = parameter("petId", Place::Path, Presence::Required);
    asked.doc_name = "shownId".to_owned();
    let get = Operation { parameters: vec![asked], ..operation("getDog") };
    let scheme = |name: &str| SecurityScheme::of(name, Fact::stated(SchemeKind::Bearer));
    Model { security: vec![scheme("token"), scheme("apiKey")], ..model_with(types, vec![get, operation("putCat")]) }
}

/// What is found with these rules of `overrides.toml`.
fn of(rule: &str) -> Vec<String> {
    configured(model(), "", &format!("{rule}\n{REASON}")).1
}

/// What is found with these rules of `tablature.toml`.
fn of_settings(rule: &str) -> Vec<String> {
    configured(model(), rule, "").1
}

#[test]
fn a_rule_that_fits_nothing_says_which_of_its_patterns_does() {
    let types = "the types are a/Dog, a/Cat, a/Animal, a/Size, a/Legs";
    for (rule, expected) in [
        (
            "[[field]]\ntype = 'a/Dogg'\nfield = 'x'",
            "'a/Dogg': this rule concerns no field: there is no type `a/Dogg` (did you mean `a/Dog`?)".to_owned(),
        ),
        (
            "[[field]]\ntype = 'b/**'\nfield = 'x'",
            format!("'b/**': this rule concerns no field: there is no type `b/**` ({types})"),
        ),
        (
            "[[field]]\ntype = 'a/Dog'\nfield = 'x'",
            "'x': this rule concerns no field: there is no field `x` (the fields are kind, name)".to_owned(),
        ),
        (
            "[[field]]\ntype = 'a/Dog'\nfield = 'nmae'",
            "'nmae': this rule concerns no field: there is no field `nmae` (did you mean `name`?)".to_owned(),
        ),
        (
            "[[field]]\ntype = 'a/Size'\nfield = 'x'",
            "'x': this rule concerns no field: there is no field `x` (there are no fields: remove the rule)".to_owned(),
        ),
        (
            "[[parameter]]\noperation = 'x'\nname = 'y'",
            "'x': this rule concerns no parameter: there is no operation `x` (the operations are getDog, putCat)".to_owned(),
        ),
        (
            "[[parameter]]\noperation = 'get*'\nname = 'y'",
            "'y': this rule concerns no parameter: there is no parameter `y` (the parameters are petId, shownId)".to_owned(),
        ),
        (
            "[[parameter]]\noperation = 'putCat'\nname = 'petId'",
            "'petId': this rule concerns no parameter: there is no parameter `petId` (there are no parameters: remove the rule)"
                .to_owned(),
        ),
        (
            "[[operation]]\nid = 'getDogs'\nauth = 'public'",
            "'getDogs': this rule concerns no operation: there is no operation `getDogs` (did you mean `getDog`?)".to_owned(),
        ),
        (
            "[[security]]\nscheme = 'x'\nkind = 'basic'",
            "'x': this rule concerns no credentials: there is no scheme `x` (the credentials are token, apiKey)".to_owned(),
        ),
        (
            "[[security]]\nscheme = 'token'\nkind = 'basic'\nwith = 'apikey'",
            "'apikey': this rule concerns no credentials: there is no scheme `apikey` (did you mean `apiKey`?)".to_owned(),
        ),
        (
            "[[union]]\ntype = 'a/Dog'\ndiscriminator = 'kind'",
            "'a/Dog': this rule concerns no union: there is no union `a/Dog` (the unions are a/Animal)".to_owned(),
        ),
        (
            "[[enum]]\ntype = 'a/Dog'\nclosed = true",
            "'a/Dog': this rule concerns no enum: there is no enum `a/Dog` (the enums are a/Size, a/Legs)".to_owned(),
        ),
    ] {
        assert_eq!(of(rule), [format!("T0502 {expected}")], "{rule}");
    }
}

#[test]
fn rules_on_rust_that_fit_nothing_are_told() {
    let types = "there is no type `a/Bird` (the types are a/Dog, a/Cat, a/Animal, a/Size, a/Legs)";
    for (rule, expected) in [
        ("[[inject]]\ntype = 'a/Bird'\nattributes = []", format!("'a/Bird': this rule concerns no type: {types}")),
        ("[[replace]]\ntype = 'a/Bird'\nwith = 'x::Y'", format!("'a/Bird': this rule concerns no type: {types}")),
        ("[[rename]]\ntype = 'a/Bird'\nto = 'B'", format!("'a/Bird': this rule concerns no type and no operation: {types}")),
        (
            "[[rename]]\noperation = 'bird'\nto = 'B'",
            "'bird': this rule concerns no type and no operation: there is no operation `bird` (the operations are getDog, putCat)"
                .to_owned(),
        ),
    ] {
        assert_eq!(of_settings(rule), [format!("T0502 {expected}")], "{rule}");
    }
}

/// Each pattern of the selection is a rule of its own, and an operation that it leaves out may be meant.
#[test]
fn patterns_of_the_selection_are_told_one_by_one() {
    let no_operation = "this rule concerns no operation: there is no operation";
    assert_eq!(
        of_settings("select.operations = ['x', 'getDog', 'putCats']"),
        [
            format!("T0502 'x': {no_operation} `x` (the operations are getDog, putCat)"),
            format!("T0502 'putCats': {no_operation} `putCats` (did you mean `putCat`?)"),
        ]
    );
    let found = of_settings("select.operations = ['get*']\n[[rename]]\noperation = 'putCat'\nto = 'B'");
    assert!(found.len() == 1 && found[0].ends_with("concerns no type and no operation (remove it)"), "{found:?}");
}

/// A rule whose patterns fit something, though it has no effect, is to be removed.
#[test]
fn a_rule_without_effect_is_to_be_removed() {
    let found = of("[[operation]]\nid = 'getDog'\nmedia = 'form'");
    assert_eq!(found.len(), 1);
    assert!(
        found[0].starts_with("T0502 [[operation]]")
            && found[0].ends_with(": this rule concerns no operation (remove it)"),
        "{found:?}"
    );
}

/// Up to twelve names are listed.
#[test]
fn many_names_are_not_listed() {
    let found = |count: usize| {
        let operations = (0..count).map(|at| operation(&format!("number{at}"))).collect();
        configured(
            model_with(Vec::new(), operations),
            "",
            &format!("[[operation]]\nid = '??'\nauth = 'public'\n{REASON}"),
        )
        .1
    };
    let known = (0..12).map(|at| format!("number{at}")).collect::<Vec<_>>().join(", ");
    assert!(found(12)[0].ends_with(&format!("(the operations are {known})")), "{:?}", found(12));
    let otherwise = "(fix the pattern, or remove the rule: model.json has the names of all operations)";
    assert!(found(13)[0].ends_with(otherwise), "{:?}", found(13));
}

#[test]
fn types_that_are_not_there_are_told() {
    for (ty, help) in [
        ("a/Dogs", "did you mean `a/Dog`?"),
        ("b/Elephant", "write a type id as model.json has it, such as `components/Property`"),
    ] {
        let at = format!("is = 'list<{ty}>'");
        let expected = [format!("T0502 'list<{ty}>': there is no type `{ty}` ({help})")];
        assert_eq!(of(&format!("[[field]]\ntype = 'a/Dog'\nfield = 'name'\n{at}")), expected);
        assert_eq!(of(&format!("[[parameter]]\noperation = 'getDog'\nname = 'petId'\n{at}")), expected);
    }
    let (model, _) = configured(
        model(),
        "",
        &format!("[[field]]\ntype = 'a/Dog'\nfield = 'name'\nis = 'a/Dogs'\nsecret = true\n{REASON}"),
    );
    assert!(!model.types[0].shape.fields()[1].secret, "such a rule has no effect");
}

#[test]
fn attributes_and_traits_that_cannot_be_are_told() {
    let found =
        |attribute: &str, of: &str| of_settings(&format!("[[inject]]\ntype = '{of}'\nattributes = ['{attribute}']"));
    let told = |attribute: &str, message: &str| vec![format!("T0503 ['{attribute}']: {message}")];
    let no_attribute = "`1` is no attribute (write what stands within `#[…]`, such as `must_use`)";
    assert_eq!(found("1", "a/Dog"), told("1", no_attribute));
    for name in ["Clone", "Debug", "Deserialize", "PartialEq", "Serialize"] {
        let message = format!("`{name}` is implemented for every generated type (leave `{name}` out of `derive(…)`)");
        assert_eq!(found(&format!("derive({name})"), "a/Dog"), told(&format!("derive({name})"), &message));
    }
    for name in ["Ord", "PartialOrd"] {
        let why = "cannot be derived: unknown fields and values, which the types keep, have no order";
        let message = format!("`{name}` {why} (leave `{name}` out of `derive(…)`)");
        assert_eq!(found(&format!("derive({name})"), "a/Dog"), told(&format!("derive({name})"), &message));
    }
    for (name, has) in [("Eq", "a/Size"), ("Hash", "a/Size"), ("Copy", "a/Legs"), ("Default", "a/Legs")] {
        let has_not = if has == "a/Size" { "a/Legs" } else { "a/Size" };
        let derive = format!("derive(std::{name}, Else)");
        let message = format!("`{name}` is implemented for `{has}` already (leave `{name}` out of `derive(…)`)");
        assert_eq!(found(&derive, has), told(&derive, &message));
        assert_eq!(found(&derive, "a/**"), told(&derive, &message));
        assert_eq!(found(&derive, has_not), [""; 0]);
        assert_eq!(found(&format!("{name}(derive)"), has), [""; 0]);
    }
}

#[test]
fn names_that_two_would_have_are_told() {
    let message = "T0503 'Dog': `Dog` would name 2 types of `components`: a/Dog, a/Cat ()";
    assert_eq!(of_settings("[[rename]]\ntype = 'a/Cat'\nto = 'Dog'"), [message]);
    let message = "T0503 'Do': `Do` would name 2 endpoints of `pets`: getDog, putCat ()";
    assert_eq!(of_settings("[[rename]]\noperation = '*'\nto = 'Do'"), [message]);
    let mut apart = model();
    apart.types[0].module = "errors".to_owned();
    assert_eq!(configured(apart, "[[rename]]\ntype = 'a/Cat'\nto = 'Dog'", "").1, [""; 0]);
}

#[test]
fn a_discriminator_must_tell_all_members_apart() {
    let with = |rule: &str| of(&format!("[[union]]\ntype = 'a/Animal'\n{rule}"));
    let rest = "mapping = { \"dog\" = \"Dog\", \"<value of Cat>\" = \"Cat\" }\nreason = \"It is so.\"";
    let paste = format!(
        "say which value means which member:\n[[union]]\ntype = \"a/Animal\"\ndiscriminator = \"kind\"\n{rest}"
    );
    let message = "1 member has no value of `kind` in `a/Animal`: Cat";
    assert_eq!(with("discriminator = 'kind'"), [format!("T0502 'kind': {message} ({paste})")]);
    let none = "2 members have no value of `name` in `a/Animal`: Dog, Cat";
    assert!(
        with("discriminator = 'name'")[0].starts_with(&format!("T0502 'name': {none} (say which")),
        "{:?}",
        with("discriminator = 'name'")
    );
    for (mapping, message) in [
        ("{ x = 'Bird' }", "`a/Animal` has no member `Bird` (its members are Dog, Cat)"),
        ("{ x = 'Dogg' }", "`a/Animal` has no member `Dogg` (did you mean `Dog`?)"),
        (
            "{ '<value of Cat>' = 'Cat' }",
            "`<value of Cat>` stands for the value that means this member (write the value that the service sends)",
        ),
    ] {
        assert_eq!(
            with(&format!("discriminator = 'kind'\nmapping = {mapping}")),
            [format!("T0502 {mapping}: {message}")]
        );
    }
    for (property, help) in
        [("nam", "did you mean `name`?"), ("wings", "the fields that all members have are kind, name")]
    {
        let message = format!("T0502 '{property}': no member of `a/Animal` has a field `{property}` ({help})");
        assert_eq!(with(&format!("discriminator = '{property}'")), [message]);
    }
}

#[test]
fn discriminators_are_set_by_any_name_of_a_member() {
    let mapped = |mapping: &str| {
        let mut model = model();
        if let Shape::Union(shape) = &mut model.types[2].shape {
            shape.members[0].doc_name = "pets.Dog".to_owned();
            shape.members[1].doc_name = "pets\\Cat".to_owned();
            shape.members[1].tags = vec!["Puss".to_owned()];
        }
        let rule = format!("[[union]]\ntype = 'a/Animal'\ndiscriminator = 'kind'\nmapping = {mapping}\n{REASON}");
        let (model, found) = configured(model, "", &rule);
        assert_eq!(found, [""; 0], "{mapping}");
        let Shape::Union(shape) = &model.types[2].shape else { panic!("a union") };
        serde_json::to_string(&shape.discriminator).expect("JSON")
    };
    let with = |mapping: &str| {
        format!("{{\"value\":{{\"property\":\"kind\",\"mapping\":{{{mapping}}}}},\"override\":\"overrides.toml\"}}")
    };
    for cat in ["Cat", "a/Cat", "Puss", "pets\\Cat"] {
        assert_eq!(mapped(&format!("{{ cat = '{cat}' }}")), with("\"cat\":1,\"dog\":0"), "{cat}");
    }
    assert_eq!(mapped("{ cat = 'Cat', puppy = 'pets.Dog' }"), with("\"cat\":1,\"puppy\":0"));
    assert_eq!(mapped("{ dog = 'Cat', puppy = 'Dog' }"), with("\"dog\":1,\"puppy\":0"));
}

/// A member that is no object needs no value, nor need one know a property that takes any key.
#[test]
fn members_that_are_no_objects_need_no_value() {
    let found = |members: &[(&str, Type)], rule: &str| {
        let mut open = structure("Open", &[]);
        if let Shape::Struct(shape) = &mut open.shape {
            shape.additional = Some(Type::Any);
        }
        let mut model = model();
        model.types.insert(tablature::model::TypeId::new("a/Open"), open);
        model.types.insert(tablature::model::TypeId::new("a/Animal"), union("Animal", members));
        configured(model, "", &format!("[[union]]\ntype = 'a/Animal'\n{rule}\n{REASON}")).1
    };
    let dog = || ("Dog", named("a/Dog"));
    for other in [Type::String, list(named("a/Cat")), map(Type::Any)] {
        assert_eq!(found(&[dog(), ("Other", other)], "discriminator = 'kind'"), [""; 0]);
    }
    let open = [dog(), ("Open", named("a/Open"))];
    assert_eq!(found(&open, "discriminator = 'wings'\nmapping = { two = 'Dog', four = 'Open' }"), [""; 0]);
}
