//! The text of unions: variants, the table of their members, and what converts into them.
//!
//! In: unions built by hand. Out: nothing.

use super::text;
use crate::built::{def, fields, integers, list, map, named, nullable, replaced, structure, texts, union};
use tablature::model::{Discriminator, Fact, Literal, Presence, Shape, Type, TypeDef};

/// The text of a union `Either` below its header and its docs.
fn below_docs(types: &[TypeDef], either: TypeDef) -> String {
    let text = text(&[types, &[either]].concat(), "either");
    let at = text.find("#[derive").expect("an item");
    text[at..].to_owned()
}

/// The rows of the table of a union of these members.
fn rows(types: &[TypeDef], members: &[(&str, Type)]) -> Vec<String> {
    let text = below_docs(types, union("Either", members));
    let table = text.split("crate::support::union! {").nth(1).expect("a table");
    let rows = table.lines().skip(2).take_while(|line| *line != "    }");
    rows.map(|row| row.trim().trim_end_matches(';').to_owned()).collect()
}

/// What converts into a union of these members, by variant.
fn conversions(types: &[TypeDef], members: &[(&str, Type)]) -> Vec<String> {
    let text = below_docs(types, union("Either", members));
    let Some(table) = text.split("crate::support::union_through! {").nth(1) else { return Vec::new() };
    let rows = table.lines().skip(2).take_while(|line| *line != "    }");
    rows.map(|row| row.trim().trim_end_matches(';').to_owned()).collect()
}

#[test]
fn a_union_is_written_whole() {
    let dog = TypeDef { docs: Some("A dog.\n\nIt barks.".to_owned()), ..structure("Hound", &[]) };
    let cat = structure("Kitten", &[]);
    let members = [
        ("Hound", named("Hound")),
        ("Kitten", named("Kitten")),
        ("Text", Type::String),
        ("Kittens", list(named("Kitten"))),
    ];
    let mut either = union("Either", &members);
    let Shape::Union(shape) = &mut either.shape else { panic!("a union") };
    shape.members[1].boxed = true;
    let mapping =
        [("dog", 0), ("pup\"`", 0), ("cat", 1)].map(|(value, at)| (value.to_owned(), at)).into_iter().collect();
    shape.discriminator = Some(Fact::stated(Discriminator { property: "ki`nd".to_owned(), mapping }));
    let expected = "\
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Either {
    /// A dog.
    ///
    /// Its `ki'nd` is `dog` or `pup\"'`.
    Hound(Hound),
    /// Its `ki'nd` is `cat`.
    Kitten(Box<Kitten>),
    Text(String),
    Kittens(Vec<Kitten>),
    /// A value that is none of the listed types.
    Unknown(crate::support::UnknownMember<Either>),
}

crate::support::union! {
    Either by \"ki`nd\" {
        only Hound(Hound) is_hound as_hound into_hound \"dog\" \"pup\\\"`\";
        only Kitten(Kitten) is_kitten as_kitten into_kitten \"cat\";
        only Text(String) is_text as_text into_text;
        only Kittens(Vec<Kitten>) is_kittens as_kittens into_kittens;
    }
}

crate::support::union_through! {
    Either {
        Text(String): &str;
    }
}
";
    assert_eq!(below_docs(&[dog, cat], either), expected);
}

#[test]
fn members_of_one_type_share_it() {
    let members = [("A", Type::String), ("B", Type::String), ("Itself", named("Either")), ("Type", Type::Boolean)];
    let expected = [
        "shared A(String) is_a as_a into_a",
        "shared B(String) is_b as_b into_b",
        "shared Itself(Either) is_itself as_itself into_itself",
        "only Type(bool) is_type as_type into_type",
    ];
    assert_eq!(rows(&[], &members), expected);
}

#[test]
fn methods_of_members_are_told_apart() {
    let members = [("DogOne", Type::String), ("Dog1", Type::Boolean), ("DOG1", Type::Int64)];
    let rows = rows(&[], &members);
    let methods: Vec<&str> = rows.iter().filter_map(|row| row.split(' ').nth(2)).collect();
    assert_eq!(methods, ["is_dog_one", "is_dog1", "is_dog1_2"]);
}

/// A type of the user's own does not say what it fits: the table does.
#[test]
fn types_of_the_users_own_are_told_by_their_shape() {
    let mut own = structure(
        "Own",
        &[("kind", Type::String), ("size", Type::Int64), ("note", Type::String), ("flag", Type::Boolean)],
    );
    let [kind, size, note, flag] = fields(&mut own) else { panic!("four fields") };
    kind.constant = Some(Fact::stated(Literal::String("a".to_owned())));
    size.constant = Some(Fact::stated(Literal::Integer(7)));
    note.presence = Fact::stated(Presence::Optional);
    note.constant = Some(Fact::stated(Literal::String("b".to_owned())));
    flag.presence = Fact::stated(Presence::OptionalNullable);
    let types = [
        replaced(own, "::acme::Own"),
        replaced(texts("Size", &["Small"]), "::acme::Size"),
        replaced(integers("Legs", &[2]), "::acme::Legs"),
        replaced(union("Mixed", &[("Text", Type::String)]), "::acme::Mixed"),
        replaced(def("Note", Shape::Opaque), "::acme::Note"),
        structure("Ours", &[]),
    ];
    let fit = |ty: Type| {
        let row = rows(&types, &[("It", ty)]).remove(0);
        row.split_once(" fits ").map(|(_, fit)| fit.to_owned())
    };
    let through = |ty: &str| Some(format!("<{ty} as crate::support::fit::Fit>::fit"));
    let keys = [
        "crate::support::fit::Key::new(\"kind\", true).constant(\"\\\"a\\\"\")",
        "crate::support::fit::Key::new(\"size\", true).constant(\"7\")",
        "crate::support::fit::Key::new(\"note\", false).constant(\"\\\"b\\\"\")",
        "crate::support::fit::Key::new(\"flag\", false)",
    ];
    assert_eq!(fit(named("Own")), Some(format!("|peek| peek.fit_object(&[{}])", keys.join(", "))));
    assert_eq!(fit(named("Size")), through("String"));
    assert_eq!(fit(named("Legs")), through("i64"));
    assert_eq!(fit(named("Mixed")), through("::serde_json::Value"));
    assert_eq!(fit(named("Note")), through("::serde_json::Value"));
    assert_eq!(fit(list(named("Own"))), through("Vec<::serde_json::Value>"));
    assert_eq!(fit(nullable(list(named("Own")))), through("Option<Vec<::serde_json::Value>>"));
    assert_eq!(fit(map(named("Own"))), through("BTreeMap<String, ::serde_json::Value>"));
    assert_eq!(fit(Type::EventStream(Box::new(named("Own")))), through("::serde_json::Value"));
    assert_eq!([named("Ours"), list(named("Ours")), Type::String].map(fit), [None, None, None]);
}

/// Types of the user's own are one if the last word of their paths is, however they are called.
#[test]
fn one_type_by_several_paths_is_shared() {
    let own = |rust: &str, with: &str| replaced(texts(rust, &["Small"]), with);
    let kinds = |one: &str, other: &str| {
        let types = [own("One", one), own("Other", other)];
        let rows = rows(&types, &[("One", named("One")), ("Other", named("Other"))]);
        rows.iter().map(|row| row.split(' ').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(kinds("::acme::Money", "crate::Money"), ["shared", "shared"]);
    assert_eq!(kinds("::acme::Money < u8 >", "Money<u8>"), ["shared", "shared"]);
    assert_eq!(kinds("::acme::Money", "::acme::Price"), ["only", "only"]);
}

#[test]
fn what_converts_into_members() {
    let types = [
        texts("Size", &["Small"]),
        integers("Legs", &[2]),
        replaced(texts("Own", &["Small"]), "::acme::Own"),
        structure("Hound", &[]),
    ];
    let closed = |mut def: TypeDef| {
        if let Shape::Enum(shape) = &mut def.shape {
            shape.closed = true;
        }
        def
    };
    let types = [&types[..], &[closed(texts("Shut", &["A"])), closed(texts("Empty", &[]))]].concat();
    let of = |members: &[(&str, Type)]| conversions(&types, members);
    let number = "crate::support::Number";
    for (ty, expected) in [
        (Type::String, Some("It(String): &str".to_owned())),
        (Type::Int64, Some("It(i64): i32".to_owned())),
        (Type::Int32, None),
        (Type::Number, Some(format!("It({number}): f64, i64, i32"))),
        (Type::Float32, Some(format!("It({number}): f64, i64, i32"))),
        (Type::Float64, Some(format!("It({number}): f64, i64, i32"))),
        (Type::DateTime, Some("It(crate::support::DateTime): &str, String".to_owned())),
        (Type::Date, Some("It(crate::support::Date): &str, String".to_owned())),
        (Type::Bytes, Some("It(crate::support::Bytes): &[u8]".to_owned())),
        (named("Size"), Some("It(Size): &str, String".to_owned())),
        (named("Empty"), Some("It(Empty): &str, String".to_owned())),
        (named("Shut"), None),
        (named("Legs"), None),
        (named("Own"), None),
        (named("Hound"), None),
        (Type::Boolean, None),
        (Type::Decimal, None),
        (list(Type::String), None),
    ] {
        assert_eq!(of(&[("It", ty.clone())]), expected.into_iter().collect::<Vec<_>>(), "{ty:?}");
    }
}

/// What two members would take goes to the kind that stands first; what two of one kind would take, to none.
#[test]
fn what_converts_into_several_members() {
    let types = [texts("Size", &["Small"]), texts("Hue", &["Red"])];
    let of = |members: &[(&str, Type)]| conversions(&types, members);
    let number = "Number(crate::support::Number)";
    let size = || ("Size", named("Size"));
    assert_eq!(of(&[size(), ("Text", Type::String)]), ["Text(String): &str"]);
    assert_eq!(of(&[size(), ("Day", Type::Date)]), ["Size(Size): &str, String"]);
    assert_eq!(of(&[size(), ("Hue", named("Hue"))]), [""; 0]);
    assert_eq!(of(&[("Day", Type::Date), ("Time", Type::DateTime)]), [""; 0]);
    assert_eq!(
        of(&[("Number", Type::Number), ("Count", Type::Int64)]),
        [format!("{number}: f64"), "Count(i64): i32".to_owned()]
    );
    assert_eq!(of(&[("Number", Type::Number), ("Small", Type::Int32)]), [format!("{number}: f64, i64")]);
    assert_eq!(of(&[("Count", Type::Int64), ("Small", Type::Int32)]), [""; 0]);
    assert_eq!(of(&[("A", Type::String), ("B", Type::String)]), [""; 0]);
}

/// A union whose members' names shadow the prelude calls that by its path.
#[test]
fn conversions_call_the_prelude_by_its_path_where_it_is_shadowed() {
    let text = text(&[TypeDef { rust: "String".to_owned(), ..union("Either", &[("Day", Type::Date)]) }], "string");
    assert!(text.contains("        Day(crate::support::Date): &str, ::std::string::String;\n"), "{text}");
}
