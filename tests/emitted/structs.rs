//! The text of structs: fields, the table that the support code reads, setters, and `Debug` where there are secrets.
//!
//! In: structs built by hand. Out: nothing.

use super::text;
use crate::built::{def, fields, integers, list, map, named, nullable, replaced, structure, texts};
use tablature::model::{
    Basis, Deprecation, Fact, Field, Literal, Presence, Rule, Shape, Source, Struct, Type, TypeDef, Usage,
};

/// A struct with a field of each presence.
fn pet() -> TypeDef {
    let kinds = [
        ("id", Type::String, Presence::Required),
        ("kind", Type::String, Presence::Required),
        ("tags", list(Type::String), Presence::Required),
        ("limits", map(Type::Int64), Presence::Optional),
        ("owner", Type::String, Presence::RequiredNullable),
        ("nick", Type::String, Presence::Optional),
        ("type", Type::String, Presence::OptionalNullable),
        ("unstated", Type::String, Presence::RequiredNullUnstated),
        ("new", Type::Date, Presence::Optional),
    ];
    let mut pet = structure("Pet", &kinds.clone().map(|(name, ty, _)| (name, ty)));
    for (field, (_, _, presence)) in fields(&mut pet).iter_mut().zip(kinds) {
        field.presence = Fact::stated(presence);
        field.constant = (field.rust == "kind").then(|| Fact::stated(Literal::String("pet".to_owned())));
    }
    let [id, .., nick, _, _, _] = fields(&mut pet) else { panic!("nine fields") };
    (id.docs, id.example) = (Some("Which one.".to_owned()), Some("7".to_owned()));
    nick.deprecated = Some(Deprecation { note: Some("Use another.".to_owned()) });
    pet
}

const PET: &str = "\
/// An object with `id`, `kind`, `tags` and 6 more.
///
/// From `models/Pet.md`, line 3.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// Which one.
    ///
    /// Example: `7`
    pub id: String,
    pub kind: String,
    pub tags: Vec<String>,
    pub limits: Option<BTreeMap<String, i64>>,
    pub owner: Option<String>,
    #[deprecated(note = \"Use another.\")]
    pub nick: Option<String>,
    pub r#type: crate::support::Nullable<String>,
    pub unstated: Option<String>,
    pub new: Option<crate::support::Date>,
    extra: crate::support::Extra,
}

crate::support::object! {
    Pet, PetBuilder<[id tags owner unstated]> {
        /// Which one.
        ///
        /// Example: `7`
        required \"id\" id: String => N0 N0;
        preset \"kind\" kind: String = \"pet\";
        /// Sets `tags`.
        list \"tags\" tags: Vec<String> as crate::support::Items<String> => N0 N1;
        /// Sets `limits`.
        optional \"limits\" limits: BTreeMap<String, i64> as crate::support::Entries<i64>;
        /// Sets `owner`.
        nullable \"owner\" owner: String => N0 N2;
        /// Sets `nick`.
        #[deprecated]
        optional \"nick\" nick: String;
        /// Sets `type`.
        tristate \"type\" r#type: String;
        /// Sets `unstated`.
        nullable \"unstated\" unstated: String => N0 N3;
        /// Sets `new`.
        optional \"new\" new: crate::support::Date;
    }
}
";

#[test]
fn a_struct_is_written_whole() {
    let source = Source { page: "models/Pet.md".to_owned(), line: 3 };
    let pet = TypeDef { source, usage: Usage { sent: true, received: true }, ..pet() };
    let text = text(&[pet], "pet");
    let (_, below) = text.split_once("\n\nuse ::std::collections::BTreeMap;\n\n").expect("maps are imported");
    assert_eq!(below, PET, "{text}");
}

/// The tables of a struct, which stand behind its definition.
fn tables(pet: TypeDef) -> String {
    let text = text(&[pet], "pet");
    let at = text.find("crate::support::object! {").expect("a table");
    text[at..].to_owned()
}

/// What is not stated to be null may be null where it is received, and only there.
#[test]
fn nulls_that_no_page_states_count_where_they_are_received() {
    let row = |received: bool, ty: Type| {
        let mut pet = structure("Pet", &[("it", ty)]);
        fields(&mut pet)[0].presence = Fact::stated(Presence::RequiredNullUnstated);
        pet.usage.received = received;
        let tables = tables(pet);
        let row = tables.lines().find(|line| line.contains("\"it\"")).expect("a row").trim().to_owned();
        row.split(' ').next().expect("a word").to_owned()
    };
    assert_eq!([true, false].map(|received| row(received, Type::String)), ["nullable", "required"]);
    assert_eq!([true, false].map(|received| row(received, list(Type::String))), ["list", "list"]);
    assert_eq!([true, false].map(|received| row(received, map(Type::String))), ["list", "list"]);
    assert_eq!([true, false].map(|received| row(received, Type::Any)), ["required", "required"]);
}

/// The row of a field with a constant, and what is derived or implemented for the struct.
fn constant(types: &[TypeDef], ty: Type, value: Literal, change: fn(&mut Field)) -> (String, String) {
    let mut pet = structure("Pet", &[("it", ty)]);
    let it = &mut fields(&mut pet)[0];
    it.constant = Some(Fact::stated(value));
    change(it);
    let text = text(&[types, &[pet]].concat(), "pet");
    let row = text.lines().find(|line| line.contains("\"it\"")).expect("a row").trim().trim_end_matches(';');
    let derived = text.contains("PartialEq, Default)]");
    let written = text.contains(
        "impl ::core::default::Default for Pet {\n    fn default() -> Self {\n        Self::new()\n    }\n}\n",
    );
    let default = match (derived, written) {
        (true, false) => "derived",
        (false, true) => "written",
        (false, false) => "none",
        (true, true) => "both",
    };
    (row.to_owned(), default.to_owned())
}

#[test]
fn constants_that_are_literals_of_their_type_are_preset() {
    let text = |text: &str| Literal::String(text.to_owned());
    let types = [
        texts("Size", &["Small"]),
        integers("Legs", &[4]),
        structure("Box", &[]),
        replaced(texts("Own", &["Small"]), "::acme::Own"),
        def("Note", Shape::Opaque),
    ];
    let preset = |rest: &str| (format!("preset \"it\" it: {rest}"), "written".to_owned());
    let required = |ty: &str| (format!("required \"it\" it: {ty} => N0 N0"), "none".to_owned());
    for (ty, value, expected) in [
        (Type::String, text("a pet!"), preset("String = \"a pet!\"")),
        (Type::String, text("a\"b"), required("String")),
        (Type::String, text("a\\b"), required("String")),
        (Type::String, text("é"), required("String")),
        (Type::String, text("a\nb"), required("String")),
        (Type::String, text(""), preset("String = \"\"")),
        (Type::String, Literal::Integer(7), required("String")),
        (Type::Boolean, Literal::Boolean(false), preset("bool = false")),
        (Type::Boolean, text("false"), required("bool")),
        (Type::Int64, Literal::Integer(-3_000_000_000), preset("i64 = -3000000000")),
        (Type::Int32, Literal::Integer(-7), preset("i32 = -7")),
        (Type::Int32, Literal::Integer(3_000_000_000), required("i32")),
        (Type::Number, Literal::Integer(7), required("crate::support::Number")),
        (named("Size"), text("Small"), preset("Size = \"Small\"")),
        (named("Size"), text("Big"), required("Size")),
        (named("Legs"), Literal::Integer(4), preset("Legs = 4")),
        (named("Legs"), text("4"), required("Legs")),
        (named("Box"), text("x"), required("crate::components::Box")),
        (named("Own"), text("Small"), required("crate::components::Own")),
        (named("Note"), text("x"), required("Note")),
    ] {
        assert_eq!(constant(&types, ty.clone(), value.clone(), |_| {}), expected, "{ty:?} {value:?}");
    }
}

#[test]
fn constants_that_may_be_left_out_are_sent_where_something_says_so() {
    let text = || Literal::String("a".to_owned());
    let number = || Literal::Integer(7);
    let optional = |field: &mut Field| field.presence = Fact::stated(Presence::Optional);
    let sent = |field: &mut Field| {
        field.presence = Fact::stated(Presence::Optional);
        field.sent_unasked = Some(Basis::Rule(Rule::SentTag));
    };
    let nullable_one = |field: &mut Field| {
        field.presence = Fact::stated(Presence::OptionalNullable);
        field.sent_unasked = Some(Basis::Rule(Rule::SentTag));
    };
    let of = |row: &str, default: &str| (row.to_owned(), default.to_owned());
    assert_eq!(constant(&[], Type::String, text(), optional), of("optional \"it\" it: String = \"a\"", "derived"));
    assert_eq!(constant(&[], Type::String, text(), sent), of("constant \"it\" it: String = \"a\"", "written"));
    assert_eq!(constant(&[], Type::Int64, number(), optional), of("optional \"it\" it: i64", "derived"));
    assert_eq!(constant(&[], Type::Int64, number(), sent), of("constant \"it\" it: i64 = 7", "written"));
    assert_eq!(
        constant(&[], Type::Number, number(), sent),
        of("optional \"it\" it: crate::support::Number", "derived")
    );
    assert_eq!(constant(&[], Type::String, text(), nullable_one), of("tristate \"it\" it: String = \"a\"", "derived"));
}

/// With up to three fields that are asked for, there is `new`; of more, a builder alone.
#[test]
fn few_required_fields_are_arguments() {
    let head = |names: &[&str]| {
        let rows: Vec<(&str, Type)> = names.iter().map(|name| (*name, Type::Int32)).collect();
        tables(structure("Pet", &rows)).lines().nth(1).expect("a line").trim().to_owned()
    };
    assert_eq!(head(&[]), "Pet, PetBuilder<>, new() {");
    assert_eq!(head(&["a", "type", "c"]), "Pet, PetBuilder<[a r#type c]>, new(a: i32, r#type: i32, c: i32) {");
    assert_eq!(head(&["a", "b", "c", "d"]), "Pet, PetBuilder<[a b c d]> {");
}

#[test]
fn arguments_take_what_converts() {
    let rows = [("tags", list(Type::Date)), ("limits", map(Type::Int64)), ("owner", list(Type::String))];
    let mut pet = structure("Pet", &rows);
    fields(&mut pet)[2].presence = Fact::stated(Presence::RequiredNullable);
    let tables = tables(pet);
    let arguments = "tags: crate::support::Items<crate::support::Date>, limits: crate::support::Entries<i64>, \
        owner: crate::support::Nullable<Vec<String>>";
    assert!(tables.contains(&format!("PetBuilder<[tags limits owner]>, new({arguments}) {{\n")), "{tables}");
    assert!(tables.contains("        nullable \"owner\" owner: Vec<String> => N0 N2;\n"), "{tables}");
}

/// Groups of thirty-two tell a builder's states apart.
#[test]
fn many_required_fields_are_in_groups() {
    let names: Vec<String> = (0..33).map(|at| format!("f{at}")).collect();
    let rows: Vec<(&str, Type)> = names.iter().map(|name| (name.as_str(), Type::Boolean)).collect();
    let tables = tables(structure("Pet", &rows));
    assert!(tables.contains(&format!("PetBuilder<[{}] [f32]> {{", names[..32].join(" "))), "{tables}");
    assert!(tables.contains("f31: bool => N0 N31;") && tables.contains("f32: bool => N1 N0;"), "{tables}");
}

/// A type that is sent and made by `new` has setters of what may be left out.
#[test]
fn setters_of_what_is_sent() {
    let mut pet = pet();
    if let Shape::Struct(shape) = &mut pet.shape {
        shape.fields.retain(|field| !field.presence.value.is_required());
    }
    let setters = |pet: TypeDef| {
        let tables = tables(pet);
        tables.find("crate::support::setters! {").map(|at| tables[at..].to_owned())
    };
    assert_eq!(setters(pet.clone()), None, "it is not sent");
    pet.usage.sent = true;
    let expected = "\
crate::support::setters! {
    Pet {
        optional limits: BTreeMap<String, i64> as crate::support::Entries<i64>;
        #[deprecated]
        optional nick: String;
        tristate r#type: String;
        optional new [with_new]: crate::support::Date;
    }
}
";
    assert_eq!(setters(pet).as_deref(), Some(expected));
    assert_eq!(
        setters(TypeDef { usage: Usage { sent: true, received: false }, ..self::pet() }),
        None,
        "it has no `new`"
    );
    let all = structure("Pet", &[("a", Type::String)]);
    assert_eq!(
        setters(TypeDef { usage: Usage { sent: true, received: false }, ..all }),
        None,
        "nothing may be left out"
    );
}

#[test]
fn secrets_are_hidden_however_they_are_held() {
    let mut pet = pet();
    fields(&mut pet)
        .iter_mut()
        .for_each(|field| field.secret = matches!(field.rust.as_str(), "id" | "owner" | "nick" | "type" | "tags"));
    if let Shape::Struct(shape) = &mut pet.shape {
        shape.additional = Some(Type::Boolean);
    }
    let text = text(&[pet], "pet");
    assert!(text.contains("\n#[derive(Clone, PartialEq)]\n"), "{text}");
    let hidden = "\
crate::support::debug! {
    Pet {
        Hidden id,
        Shown kind,
        Hidden tags,
        Shown limits,
        HiddenOption owner,
        HiddenOption nick,
        Hidden r#type,
        Shown unstated,
        Shown new,
        Shown additional_properties,
        Shown extra,
    }
}
";
    assert!(text.ends_with(&format!("\n\n{hidden}")), "{text}");
    let table = "PetBuilder<[id tags owner unstated]>, additional(bool) {";
    let field = "    /// The values of keys that are not fields.\n    pub additional_properties: BTreeMap<String, bool>,\n    extra:";
    assert!(text.contains(table) && text.contains(field), "{text}");
}

#[test]
fn fields_that_are_boxed_say_so() {
    let mut pet = structure("Pet", &[("next", named("Pet")), ("maybe", named("Pet")), ("list", nullable(Type::Bytes))]);
    fields(&mut pet)[0].boxed = true;
    (fields(&mut pet)[1].boxed, fields(&mut pet)[1].presence) = (true, Fact::stated(Presence::Optional));
    let text = text(&[pet], "pet");
    let rows: Vec<&str> =
        text.lines().map(str::trim).filter(|line| line.starts_with("pub ") || line.contains('"')).collect();
    let expected = [
        "pub struct Pet {",
        "pub next: Box<crate::components::Pet>,",
        "pub maybe: Option<Box<crate::components::Pet>>,",
        "pub list: Option<crate::support::Bytes>,",
        "required \"next\" next: Box<crate::components::Pet> => N0 N0;",
        "optional \"maybe\" maybe: Box<crate::components::Pet>;",
        "required \"list\" list: Option<crate::support::Bytes> => N0 N1;",
    ];
    assert_eq!(rows, expected);
}

/// Names that generated text uses plainly are paths where a type has them.
#[test]
fn names_of_the_prelude_give_way() {
    let rows = [("texts", list(Type::String)), ("more", nullable(Type::String))];
    let text = text(&[TypeDef { rust: "Option".to_owned(), ..structure("Pet", &rows) }], "option");
    assert!(
        text.contains("pub more: ::core::option::Option<String>,") && text.contains("pub texts: Vec<String>,"),
        "{text}"
    );
}

#[test]
fn odd_names_on_the_wire_are_escaped() {
    let mut pet = structure("Pet", &[("it", Type::String)]);
    fields(&mut pet)[0].wire = Fact::stated("a`\"b\n".to_owned());
    let tables = tables(pet);
    let rows: Vec<&str> = tables.lines().skip(2).take(2).map(str::trim).collect();
    assert_eq!(rows, ["/// Sets `a'\"b\\n`.", "required \"a`\\\"b\\n\" it: String => N0 N0;"]);
}

#[test]
fn eq_and_hash_are_derived_where_they_are_legal() {
    let mut pet = def("Pet", Shape::Struct(Struct::default()));
    let derives = |pet: &TypeDef| {
        let text = text(std::slice::from_ref(pet), "pet");
        text.lines().find(|line| line.starts_with("#[derive")).expect("a line").to_owned()
    };
    assert_eq!(derives(&pet), "#[derive(Debug, Clone, PartialEq, Default)]");
    pet.derives.eq = true;
    assert_eq!(derives(&pet), "#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]");
}
