//! Which member of a union the value of an Example cell is.
//!
//! In: a union whose variants say its members' types. Out: nothing.

use super::values::written;
use crate::built::{def, fields, integers, list, map, named, nullable, structure, texts, union};
use tablature::model::{Fact, Literal, Presence, Shape, Type, TypeDef};

/// The variant that the example of an operation shows of a union of these members.
fn shown(types: &[TypeDef], members: &[(&str, Type)], cell: &str) -> String {
    let types = [types, &[union("Either", members)]].concat();
    let text = written(&types, nullable(named("Either")), cell);
    let variant = text.strip_prefix("Some(Either::").and_then(|text| text.split_once('('));
    variant.unwrap_or_else(|| panic!("{text}")).0.to_owned()
}

/// Members `Other`, which is first and so what stands where nothing fits, and `It`.
#[track_caller]
fn check(types: &[TypeDef], other: &Type, ty: &Type, fitting: &[&str], unfit: &[&str]) {
    let members = [("Other", other.clone()), ("It", ty.clone())];
    for cell in fitting {
        assert_eq!(shown(types, &members, cell), "It", "{ty:?}: {cell}");
    }
    for cell in unfit {
        assert_eq!(shown(types, &members, cell), "Other", "{ty:?}: {cell}");
    }
}

#[test]
fn values_of_each_kind_of_member() {
    let other = Type::Bytes;
    for (ty, fitting, unfit) in [
        (Type::String, &["Rex", "\"7\""][..], &["7", "true", "[]"][..]),
        (Type::DateTime, &["soon"], &["{}"]),
        (Type::Boolean, &["true", "false"], &["\"true\"", "1"]),
        (Type::Int32, &["7", "-7"], &["7.5", "seven", "18446744073709551615"]),
        (Type::Int64, &["7"], &["7.5", "\"7\""]),
        (Type::Number, &["7", "7.5"], &["true", "seven"]),
        (Type::Float32, &["7.5"], &["\"7.5\""]),
        (Type::Float64, &["7"], &["[7]"]),
        (list(Type::Int64), &["[]", "[1, 2]"], &["[1, true]", "[\"a\"]", "7", "{}"]),
        (map(Type::Boolean), &["{}", "{\"a\": true}"], &["{\"a\": 1}", "{\"a\": true, \"b\": 1}", "[]"]),
        (list(nullable(Type::Int64)), &["[1, null]"], &["[true, null]"]),
        (Type::Any, &["7", "{}", "Rex"], &[]),
        (Type::Decimal, &[], &["7", "7.5"]),
    ] {
        check(&[], &other, &ty, fitting, unfit);
    }
}

#[test]
fn values_of_named_members() {
    let types = [
        texts("Size", &["small", "big"]),
        integers("Legs", &[2, 4]),
        union("Mixed", &[("Count", Type::Int64), ("Flag", Type::Boolean)]),
        def("Opaque", Shape::Opaque),
    ];
    check(&types, &Type::Bytes, &named("Size"), &["small", "big"], &["huge", "2"]);
    check(&types, &Type::Bytes, &named("Legs"), &["2", "4"], &["3", "\"2\""]);
    check(&types, &Type::Bytes, &named("Mixed"), &["3", "true"], &["three", "[3]"]);
    check(&types, &Type::Bytes, &named("Opaque"), &[], &["3", "{}"]);
}

/// An object fits a struct that knows all its keys, and of which it has all that must be there.
#[test]
fn objects_fit_structs_by_their_keys() {
    let mut pet = structure(
        "Pet",
        &[("name", Type::String), ("age", Type::Int64), ("kind", Type::String), ("note", Type::String)],
    );
    let presences = [Presence::Required, Presence::Optional, Presence::Required, Presence::RequiredNullable];
    for (field, presence) in fields(&mut pet).iter_mut().zip(presences) {
        field.presence = Fact::stated(presence);
        field.constant = (field.rust == "kind").then(|| Fact::stated(Literal::String("pet".to_owned())));
    }
    let fitting = [
        "{\"name\": \"Rex\", \"kind\": \"pet\", \"note\": null}",
        "{\"name\": 7, \"kind\": \"pet\", \"note\": \"a\", \"age\": 7}",
    ];
    let unfit = [
        "{\"name\": \"Rex\", \"kind\": \"toy\", \"note\": null}",
        "{\"name\": \"Rex\", \"kind\": \"pet\"}",
        "{\"kind\": \"pet\", \"note\": null}",
        "{\"name\": \"Rex\", \"note\": null}",
        "{\"name\": \"Rex\", \"kind\": \"pet\", \"note\": null, \"wings\": 2}",
        "{}",
        "[]",
        "Rex",
    ];
    check(&[pet], &Type::Bytes, &named("Pet"), &fitting, &unfit);
    let empty = structure("Empty", &[]);
    check(&[empty], &Type::Bytes, &named("Empty"), &["{}"], &["{\"a\": 1}", "[]"]);
}

#[test]
fn of_several_members_that_fit_the_first_is_shown() {
    let members = [("Flag", Type::Boolean), ("Number", Type::Number), ("Count", Type::Int64)];
    assert_eq!(["7", "true", "Rex"].map(|cell| shown(&[], &members, cell)), ["Number", "Flag", "Flag"]);
}
