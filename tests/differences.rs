//! What differs between two models built by hand, and what each difference asks of the next version.
//!
//! In: models. Out: nothing.

use crate::built::{
    body, fields, list, map, model_with, named, nullable, operation, parameter, structure, success, texts, union,
};
use serde_json::{Value, json};
use tablature::{
    diff::{Bump, Change, Diff},
    model::{
        Basis, Derives, ErrorBody, ErrorStatus, Fact, Literal, Media, Model, Operation, Place, Presence, Shape, Type,
        TypeDef, TypeId,
    },
};

fn diff(old: &Model, new: &Model) -> Diff {
    let json = |model: &Model| serde_json::to_value(model).expect("JSON");
    Diff::of(&json(old), &json(new))
}

/// A model with one of each: a struct, an enum, a union, an operation.
fn model() -> Model {
    let types = vec![
        ("a/Pet", structure("Pet", &[("name", Type::String), ("toys", list(named("a/Toy")))])),
        ("a/Size", texts("Size", &["small", "big"])),
        ("a/Either", union("Either", &[("Pet", named("a/Pet")), ("Text", Type::String)])),
    ];
    let get = Operation {
        parameters: vec![
            parameter("id", Place::Path, Presence::Required),
            parameter("tag", Place::Query, Presence::Optional),
        ],
        body: body(named("a/Pet"), Media::Json),
        success: vec![success("application/json", named("a/Pet"))],
        errors: vec![ErrorBody {
            status: ErrorStatus::One(404),
            ty: TypeId::new("a/Pet"),
            media: "application/json".to_owned(),
        }],
        ..operation("Get")
    };
    model_with(types, vec![get])
}

/// The changes that an edit of the model makes, in both directions.
fn both(edit: impl Fn(&mut Model)) -> [Vec<String>; 2] {
    let (old, mut new) = (model(), model());
    edit(&mut new);
    let text = |diff: Diff| {
        let line = |it: Change| {
            format!("{} {}: {}{}", it.bump.word(), it.item, it.what, if it.wire { "" } else { " (Rust only)" })
        };
        diff.changes.into_iter().map(line).collect()
    };
    [text(diff(&old, &new)), text(diff(&new, &old))]
}

/// Checks what an edit makes, and what it makes when it is undone.
#[track_caller]
fn check(edit: impl Fn(&mut Model), made: &[&str], undone: &[&str]) {
    assert_eq!(both(edit), [made, undone].map(|lines| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>()));
}

fn pet(model: &mut Model) -> &mut TypeDef {
    &mut model.types[0]
}

#[test]
fn whole_items_come_and_go() {
    let types: [(&str, TypeDef); 4] = [
        ("struct", structure("New", &[("a", Type::String)])),
        ("enum", texts("New", &["a"])),
        ("union", union("New", &[("A", Type::String)])),
        ("type of any JSON", crate::built::def("New", Shape::Opaque)),
    ];
    for (noun, def) in types {
        let edit = |model: &mut Model| drop(model.types.insert(TypeId::new("a/New"), def.clone()));
        check(
            edit,
            &[&format!("minor components::New: a new {noun}")],
            &[&format!("major components::New: the {noun} is gone")],
        );
    }
    let edit = |model: &mut Model| model.operations.push(model.operations[0].clone());
    check(edit, &[], &[]);
    let edit = |model: &mut Model| model.operations.push(Operation { module: "toys".to_owned(), ..operation("Put") });
    check(
        edit,
        &["minor endpoints::toys::Put: a new operation"],
        &["major endpoints::toys::Put: the operation is gone"],
    );
}

#[test]
fn a_type_of_another_kind() {
    let edit = |model: &mut Model| model.types[0] = texts("Pet", &["a"]);
    let gone = "major components::Pet: the struct is an enum now";
    check(
        edit,
        &[
            gone,
            "major components::Pet.name: the field is gone",
            "major components::Pet.toys: the field is gone",
            "minor components::Pet.a: a new value",
        ],
        &[
            "major components::Pet: the enum is a struct now",
            "major components::Pet.a: the value is gone",
            "major components::Pet.name: a new required field, which constructors take",
            "major components::Pet.toys: a new required field, which constructors take",
        ],
    );
}

#[test]
fn fields_change() {
    check(
        |model| fields(pet(model))[0].ty = map(Type::Int64),
        &["major components::Pet.name: its type was `string` and is `{int64}`"],
        &["major components::Pet.name: its type was `{int64}` and is `string`"],
    );
    check(
        |model| fields(pet(model))[1].ty = list(list(named("a/Size"))),
        &["major components::Pet.toys: its type was `[a/Toy]` and is `[[a/Size]]`"],
        &["major components::Pet.toys: its type was `[[a/Size]]` and is `[a/Toy]`"],
    );
    check(
        |model| fields(pet(model))[0].ty = nullable(Type::String),
        &["major components::Pet.name: its type was `string` and is `{\"nullable\":\"string\"}`"],
        &["major components::Pet.name: its type was `{\"nullable\":\"string\"}` and is `string`"],
    );
    check(
        |model| fields(pet(model))[0].presence = Fact::stated(Presence::Optional),
        &["major components::Pet.name: it was required and is optional"],
        &["major components::Pet.name: it was optional and is required"],
    );
    check(
        |model| fields(pet(model))[0].presence = Fact::stated(Presence::OptionalNullable),
        &["major components::Pet.name: its type was `string` and is `string or null`"],
        &["major components::Pet.name: its type was `string or null` and is `string`"],
    );
    check(
        |model| fields(pet(model))[0].wire = Fact::overridden("NAME".to_owned()),
        &["patch components::Pet.name: what travels was `name` and is `NAME`"],
        &["patch components::Pet.name: what travels was `NAME` and is `name`"],
    );
    check(|model| fields(pet(model))[0].presence = Fact::overridden(Presence::Required), &[], &[]);
}

#[test]
fn fields_values_and_members_come_and_go() {
    let add = |presence: Presence| {
        move |model: &mut Model| {
            let Shape::Struct(shape) = &mut pet(model).shape else { panic!("a struct") };
            let mut field = shape.fields[0].clone();
            (field.rust, field.presence) = ("age".to_owned(), Fact::stated(presence));
            shape.fields.push(field);
        }
    };
    let gone = "major components::Pet.age: the field is gone";
    check(add(Presence::Optional), &["minor components::Pet.age: a new field"], &[gone]);
    let required = "major components::Pet.age: a new required field, which constructors take";
    check(add(Presence::RequiredNullable), &[required], &[gone]);
    let add_value = |model: &mut Model, closed: bool| {
        let Shape::Enum(shape) = &mut model.types[1].shape else { panic!("an enum") };
        let mut value = shape.values[0].clone();
        (value.rust, value.wire) = ("Huge".to_owned(), Literal::String("huge".to_owned()));
        shape.values.push(value);
        shape.closed = closed;
    };
    let gone = "major components::Size.Huge: the value is gone";
    check(|model| add_value(model, false), &["minor components::Size.Huge: a new value"], &[gone]);
    let opened = ["Size", "Size.big", "Size.small"]
        .map(|item| format!("major components::{item}: the enum was closed and is open (Rust only)"));
    let closed = opened.clone().map(|line| line.replace("closed and is open", "open and is closed"));
    let made = [&closed[0], "major components::Size.Huge: a new value of a closed enum", &closed[1], &closed[2]];
    check(|model| add_value(model, true), &made, &[&opened[0], gone, &opened[1], &opened[2]]);
    let add_member = |model: &mut Model| {
        let Shape::Union(shape) = &mut model.types[2].shape else { panic!("a union") };
        let mut member = shape.members[0].clone();
        member.rust = "Toy".to_owned();
        shape.members.push(member);
    };
    check(
        add_member,
        &["minor components::Either.Toy: a new member"],
        &["major components::Either.Toy: the member is gone"],
    );
}

#[test]
fn traits_come_and_go() {
    let edit = |model: &mut Model| pet(model).derives = Derives { eq: true, hash: false, copy: true, default: false };
    let [now, no_longer] = [
        "minor components::Pet: it is `{}` now (Rust only)",
        "major components::Pet: it is no longer `{}` (Rust only)",
    ]
    .map(|text| ["copy", "eq"].map(|name| text.replace("{}", name)));
    check(edit, &[&now[0], &now[1]], &[&no_longer[0], &no_longer[1]]);
}

#[test]
fn operations_change() {
    let item = "endpoints::pets::Get";
    let get = |model: &mut Model, edit: fn(&mut Operation)| edit(&mut model.operations[0]);
    let what = |bump: &str, of: &str, before: &str, after: &str, what: &str| {
        [(before, after), (after, before)]
            .map(|(old, new)| format!("{bump} {item}{of}: {what} was `{old}` and is `{new}`"))
    };
    let check_of =
        |edit: fn(&mut Operation), [made, undone]: [String; 2]| check(|model| get(model, edit), &[&made], &[&undone]);
    check_of(|it| it.path = "/x".to_owned(), what("patch", "", "POST /pets/{petId}", "POST /x", "what travels"));
    check_of(
        |it| it.parameters[0].place = Fact::stated(Place::Header),
        what("patch", ".id", "path id", "header id", "what travels"),
    );
    check_of(|it| it.parameters[0].ty = Type::Int32, what("major", ".id", "string", "int32", "its type"));
    check_of(|it| it.body = body(Type::Bytes, Media::Json), what("major", " request", "a/Pet", "bytes", "its type"));
    check_of(
        |it| it.body = body(named("a/Pet"), Media::Form),
        what("patch", " request", "json", "form", "what travels"),
    );
    check_of(
        |it| it.success[0].ty = Type::String,
        what("major", " success-application/json", "a/Pet", "string", "its type"),
    );
    check_of(|it| it.errors[0].ty = TypeId::new("a/Size"), what("major", " error-404", "a/Pet", "a/Size", "its type"));
    check_of(
        |it| it.parameters[1].presence = Fact::stated(Presence::Required),
        ["optional and is required", "required and is optional"].map(|what| format!("major {item}.tag: it was {what}")),
    );
    check_of(
        |it| it.parameters[0].global = Some(Basis::Stated),
        ["required and is optional", "optional and is required"].map(|what| format!("major {item}.id: it was {what}")),
    );
    check_of(
        |it| it.body = None,
        [
            format!("major {item} request: the request body is gone"),
            format!("minor {item} request: a new request body"),
        ],
    );
    let gone = ["404", "4XX"].map(|status| format!("major {item} error-{status}: the error body is gone"));
    let new = ["404", "4XX"].map(|status| format!("minor {item} error-{status}: a new error body"));
    let edit = |model: &mut Model| model.operations[0].errors[0].status = ErrorStatus::Class(4);
    check(edit, &[&gone[0], &new[1]], &[&gone[1], &new[0]]);
}

/// A body that may be missing is an option, unless it may be empty as it is.
#[test]
fn successes_that_may_have_no_body() {
    let or_nothing = |ty: Type, bodiless: &[u16], also: &[u16]| {
        let facts = |statuses: &[u16]| statuses.iter().map(|status| Fact::stated(*status)).collect::<Vec<_>>();
        let mut new = model();
        new.operations[0].success[0].ty = ty.clone();
        let old = new.clone();
        new.operations[0].bodiless = facts(bodiless);
        new.operations[0].success[0].also = facts(also);
        diff(&old, &new).changes.iter().any(|change| change.what.ends_with(" or nothing`"))
    };
    for (ty, bodiless, also, expected) in [
        (named("a/Pet"), &[202][..], &[][..], true),
        (Type::String, &[], &[201, 204], true),
        (Type::String, &[], &[205], true),
        (Type::String, &[], &[201], false),
        (Type::Bytes, &[202], &[], false),
        (nullable(Type::String), &[202], &[204], false),
        (Type::EventStream(Box::new(Type::String)), &[], &[204], false),
    ] {
        assert_eq!(or_nothing(ty.clone(), bodiless, also), expected, "{ty:?} {bodiless:?} {also:?}");
    }
}

#[test]
fn a_diff_is_shown_in_three_ways() {
    let (old, mut new) = (model(), model());
    assert_eq!(diff(&old, &new).to_text(), "nothing changed in the API\n");
    assert_eq!(diff(&old, &new).to_markdown(), "### API changes\n\nnothing changed in the API\n");
    assert_eq!(diff(&old, &new).to_json(), "{\"bump\":null,\"changes\":[]}\n");
    fields(pet(&mut new))[0].wire = Fact::stated("it".to_owned());
    let one = "1 change: the next version is a patch one\n";
    let patch = "what travels was `name` and is `it`";
    assert_eq!(diff(&old, &new).to_text(), format!("patch  components::Pet.name: {patch}\n{one}"));
    new.types.insert(TypeId::new("a/New"), structure("New", &[]));
    new.types.shift_remove(&TypeId::new("a/Size"));
    let found = diff(&old, &new);
    let lines = [
        "components::Size: the enum is gone",
        "components::New: a new struct",
        &format!("components::Pet.name: {patch}"),
    ];
    let advice = "3 changes: the next version is a major one\n";
    assert_eq!(found.to_text(), format!("major  {}\nminor  {}\npatch  {}\n{advice}", lines[0], lines[1], lines[2]));
    let quoted = lines.map(|line| line.replacen("components", "- `components", 1).replacen(": ", "`: ", 1));
    let groups = ["major", "minor", "patch"]
        .into_iter()
        .zip(quoted)
        .map(|(bump, line)| format!("\n#### {bump} (1)\n\n{line}\n"));
    assert_eq!(found.to_markdown(), format!("### API changes\n\n{advice}{}", groups.collect::<String>()));
    let json: Value = serde_json::from_str(&found.to_json()).expect("JSON");
    assert_eq!(
        (&json["bump"], &json["changes"][1]),
        (&json!("major"), &json!({ "bump": "minor", "item": "components::New", "what": "a new struct", "wire": true }))
    );
    assert_eq!(found.bump(), Some(Bump::Major));
}

/// What is no model has no items.
#[test]
fn any_json_can_be_compared() {
    for value in [json!(null), json!([]), json!({ "types": 7, "operations": {} }), json!({ "types": { "a": null } })] {
        assert_eq!(Diff::of(&value, &value), Diff::default());
    }
    let nothing = json!({});
    let odd = Diff::of(&nothing, &json!({ "types": { "a": null }, "operations": [7] }));
    let items: Vec<&str> = odd.changes.iter().map(|change| change.item.as_str()).collect();
    assert_eq!(items, ["::", "endpoints::::"]);
}
