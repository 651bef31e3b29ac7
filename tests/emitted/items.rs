//! What all emitted types have: docs, names, files, and the user's own text.
//!
//! In: types built by hand. Out: nothing.

use super::text;
use crate::built::{
    def, emitted_file, fields, list, map, model_of, model_with, named, operation, replaced, structure, texts, union,
};
use std::collections::HashMap;
use tablature::{
    emit::{EmitOptions, emit},
    model::{Deprecation, Literal, Model, Role, Shape, Source, Type, TypeDef, TypeId},
};

/// The text of a type below its header.
fn item(pet: TypeDef) -> String {
    let text = text(&[pet], "pet");
    text.split_once("\n\n").expect("a header").1.to_owned()
}

#[test]
fn types_of_any_json_are_written_whole() {
    let expected = "\
/// What it is.
///
/// Any JSON value: the docs do not say what it holds.
///
/// The docs link to a page of it that they do not hold.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
#[deprecated(note = \"Use another.\")]
pub struct Pet(pub ::serde_json::Value);

crate::support::opaque!(Pet);
";
    let deprecated = Some(Deprecation { note: Some("Use another.".to_owned()) });
    let pet = TypeDef { docs: Some("What it is.".to_owned()), deprecated, ..def("Pet", Shape::Opaque) };
    assert_eq!(item(pet), expected);
    assert!(
        item(def("Pet", Shape::Opaque))
            .starts_with("/// Any JSON value: the docs do not say what it holds.\n///\n/// The docs link")
    );
}

#[test]
fn types_of_the_users_own_are_aliases() {
    let source = Source { page: "models/Pet.md".to_owned(), line: 3 };
    let pet = TypeDef {
        source,
        deprecated: Some(Deprecation { note: None }),
        ..structure("Pet", &[("tags", map(Type::String))])
    };
    let expected = "/// An object with `tags`.\n///\n/// From `models/Pet.md`, line 3.\n#[deprecated]\npub type Pet = ::acme::Pet;\n";
    assert_eq!(item(replaced(pet, "::acme::Pet")), expected);
}

/// A type of which the docs say nothing is described by its shape.
#[test]
fn shapes_are_summed_up() {
    let first =
        |def: TypeDef| item(TypeDef { rust: "Pet".to_owned(), ..def }).lines().next().expect("a line").to_owned();
    let fields = |names: &[&str]| structure("Pet", &names.iter().map(|name| (*name, Type::String)).collect::<Vec<_>>());
    for (def, expected) in [
        (fields(&[]), "An object of which the docs name no field."),
        (fields(&["a"]), "An object with `a`."),
        (fields(&["a", "b", "c", "d"]), "An object with `a`, `b`, `c` and `d`."),
        (fields(&["a", "b", "c", "d", "e"]), "An object with `a`, `b`, `c` and 2 more."),
        (texts("Pet", &[]), "A value of which the docs list none."),
        (texts("Pet", &["A"]), "The value `A`."),
        (texts("Pet", &["A", "B"]), "One of `A` and `B`."),
        (union("Pet", &[("A", Type::String), ("B", Type::Int64)]), "One of `A` and `B`."),
    ] {
        assert_eq!(first(def), format!("/// {expected}"));
    }
}

/// The search of rustdoc finds a type by the title of its page, too.
#[test]
fn longer_titles_are_aliases() {
    let text = |id: &str, rust: &str| {
        let model = model_with(vec![(id, structure(rust, &[]))], Vec::new());
        emitted_file(&model, &EmitOptions::default(), "src/api/components/pet.rs")
    };
    assert!(text("a/GetPetResponse", "Pet").contains("\n#[doc(alias = \"GetPetResponse\")]\n#[derive"));
    assert!(text("a/Owner#big_pet", "Pet").contains("#[doc(alias = \"OwnerBigPet\")]"));
    assert!(
        !text("a/Pet", "Pet").contains("alias")
            && !text("a/Pet~2", "Pet").contains("alias")
            && !text("a/Dog", "Pet").contains("alias")
    );
}

#[test]
fn attributes_stand_above_the_item() {
    let attributes = HashMap::from([(TypeId::new("Pet"), vec!["must_use".to_owned(), "doc = \"x\"".to_owned()])]);
    let options = EmitOptions { attributes, ..EmitOptions::default() };
    let model = model_of(vec![structure("Pet", &[]), structure("Toy", &[])], Vec::new());
    let pet = emitted_file(&model, &options, "src/api/components/pet.rs");
    assert!(pet.contains("Default)]\n#[must_use]\n///x\n#[non_exhaustive]\n"), "{pet}");
    assert!(!emitted_file(&model, &options, "src/api/components/toy.rs").contains("must_use"));
}

/// Bodies of errors are errors of Rust, whose message is the first of the known fields that is a plain text.
#[test]
fn bodies_of_errors_are_errors() {
    let table = |def: TypeDef| {
        let text = item(TypeDef { role: Role::Error, ..def });
        text.split_once("crate::support::api_error!(")
            .map(|(_, rest)| rest.split(')').next().unwrap_or_default().to_owned())
    };
    let of = |rows: &[(&str, Type)]| table(structure("Pet", rows));
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(of(&[]), some("Pet"));
    assert_eq!(of(&[("error", Type::String), ("title", Type::String), ("message", Type::String)]), some("Pet message"));
    assert_eq!(of(&[("error", Type::String), ("detail", Type::String), ("message", Type::Int64)]), some("Pet detail"));
    assert_eq!(
        of(&[("title", Type::String), ("error_description", Type::String), ("resultMessage", Type::String)]),
        some("Pet resultMessage")
    );
    let mut hidden = structure("Pet", &[("message", Type::String), ("title", Type::String), ("error", Type::String)]);
    (fields(&mut hidden)[0].secret, fields(&mut hidden)[1].boxed) = (true, true);
    fields(&mut hidden)[2].rust = "type".to_owned();
    assert_eq!(table(hidden), some("Pet r#type"));
    assert_eq!(table(texts("Pet", &["A"])), None, "an enum says its value");
    assert_eq!(table(union("Pet", &[("A", Type::String)])), some("Pet"));
    assert_eq!(table(replaced(structure("Pet", &[]), "::acme::Pet")), None);
    assert!(!item(structure("Pet", &[])).contains("api_error"));
    let failing = tablature::model::Operation {
        errors: vec![tablature::model::ErrorBody {
            status: tablature::model::ErrorStatus::Rest,
            ty: TypeId::new("Pet"),
            media: String::new(),
        }],
        ..operation("Get")
    };
    let model = model_of(vec![structure("Pet", &[])], vec![failing]);
    assert!(
        emitted_file(&model, &EmitOptions::default(), "src/api/components/pet.rs")
            .ends_with("\ncrate::support::api_error!(Pet);\n")
    );
}

/// The files of types below `src/api`.
fn files(model: &Model) -> Vec<String> {
    let files = emit(model, &EmitOptions::default()).into_iter().map(|file| file.path.into_string());
    files
        .filter_map(|path| path.strip_prefix("src/api/components/").map(str::to_owned))
        .filter(|path| path != "mod.rs")
        .collect()
}

#[test]
fn files_of_types_have_names_that_file_systems_take() {
    let long = format!("É{}", "é".repeat(60));
    for (rust, file) in [
        ("Pet", "pet.rs"),
        ("HTTPStatus", "http_status.rs"),
        ("Type", "type_.rs"),
        ("Mod", "mod_.rs"),
        ("Builders", "builders_.rs"),
        ("Components", "components_.rs"),
        ("Con", "con_.rs"),
        (&long, &format!("{}.rs", "é".repeat(45))),
        (&format!("A{}", "é".repeat(60)), &format!("a{}.rs", "é".repeat(44))),
        (&format!("{}B", "A".repeat(89)), &format!("{}.rs", "a".repeat(89) + "b")),
        (&"Abcdefghi".repeat(11), &format!("{}.rs", &"abcdefghi_".repeat(11)[..89])),
    ] {
        assert_eq!(files(&model_of(vec![structure(rust, &[])], Vec::new())), [file], "{rust}");
    }
    let twins = vec![
        ("a/1", structure("Pet", &[])),
        ("a/2", structure("PET", &[])),
        ("a/3", structure("Pet2", &[])),
        ("a/4", structure("Con", &[])),
        ("a/5", structure("CON", &[])),
    ];
    assert_eq!(files(&model_with(twins, Vec::new())), ["con_.rs", "con_2.rs", "pet.rs", "pet2.rs", "pet_2.rs"]);
}

/// A type without a page of its own stands in the file of the page that it is of.
#[test]
fn parts_of_pages_share_a_file() {
    let types = vec![
        ("a/Pet", structure("Pet", &[("size", named("a/Pet#size"))])),
        ("a/Pet#size", texts("PetSize", &["A"])),
        ("a/Toy", structure("Toy", &[("pets", list(named("a/Pet")))])),
        ("a/Lone#x", texts("Lone", &["A"])),
    ];
    let model = model_with(types, Vec::new());
    assert_eq!(files(&model), ["lone.rs", "pet.rs", "toy.rs"]);
    let text = emitted_file(&model, &EmitOptions::default(), "src/api/components/pet.rs");
    assert!(
        text.contains("pub struct Pet {\n    pub size: PetSize,")
            && text.contains("pub enum PetSize {")
            && !text.contains("use crate::"),
        "{text}"
    );
    let modules = emitted_file(&model, &EmitOptions::default(), "src/api/components/mod.rs");
    let expected = "\
//! The types of the docs' folder `components`.

mod lone;
mod pet;
mod toy;

pub use self::lone::Lone;
pub use self::pet::{Pet, PetSize};
pub use self::toy::Toy;

/// What builds the structs of this module.
pub mod builders {
    pub use super::pet::PetBuilder;
    pub use super::toy::ToyBuilder;
}
";
    assert!(modules.ends_with(expected), "{modules}");
    let toy = emitted_file(&model, &EmitOptions::default(), "src/api/components/toy.rs");
    assert!(
        !toy.contains("use crate::components") && toy.contains("Vec<crate::components::Pet>"),
        "names of three letters are no imports: {toy}"
    );
}

/// Imports are one a module; a name that means something else in the file, or is short, is called by its path.
#[test]
fn what_a_file_names_is_imported_where_it_is_free() {
    let in_module = |rust: &str, module: &str| TypeDef { module: module.to_owned(), ..texts(rust, &["A"]) };
    let rows = [
        ("a", named("1")),
        ("b", named("2")),
        ("c", named("3")),
        ("d", named("4")),
        ("e", named("5")),
        ("f", named("6")),
        ("g", map(named("7"))),
    ];
    let types = vec![
        ("0", structure("Pet", &rows)),
        ("1", in_module("Kitten", "components")),
        ("2", in_module("Hound", "components")),
        ("3", in_module("Kitten", "errors")),
        ("4", in_module("String", "components")),
        ("5", in_module("Toy", "components")),
        ("6", in_module("PetBuilder", "errors")),
        ("7", in_module("Wing", "type")),
    ];
    let text = emitted_file(&model_with(types, Vec::new()), &EmitOptions::default(), "src/api/components/pet.rs");
    let uses: Vec<&str> = text.lines().filter(|line| line.starts_with("use ")).collect();
    assert_eq!(
        uses,
        ["use crate::components::{Hound, Kitten};", "use crate::r#type::Wing;", "use ::std::collections::BTreeMap;"]
    );
    let rows: Vec<&str> =
        text.lines().map(str::trim).filter(|line| line.starts_with("pub ") && line.ends_with(',')).collect();
    let expected = [
        "pub a: Kitten,",
        "pub b: Hound,",
        "pub c: crate::errors::Kitten,",
        "pub d: crate::components::String,",
        "pub e: crate::components::Toy,",
        "pub f: crate::errors::PetBuilder,",
        "pub g: BTreeMap<String, Wing>,",
    ];
    assert_eq!(rows, expected);
}

/// Numbers in an enum of texts travel as texts.
#[test]
fn values_travel_as_their_enum_says() {
    let mut size = texts("Pet", &["A"]);
    let Shape::Enum(shape) = &mut size.shape else { panic!("an enum") };
    shape.values[0].wire = Literal::Integer(2);
    assert!(item(size).contains("        A = \"2\",\n"));
}

/// Links lead to the names of items that are imported.
#[test]
fn links_lead_to_imported_names() {
    let docs = |markdown: &str| {
        let toy =
            TypeDef { source: Source { page: "models/Toy.md".to_owned(), line: 1 }, ..structure("Plaything", &[]) };
        let source = Source { page: "models/Pet.md".to_owned(), line: 1 };
        let pet = TypeDef {
            docs: Some(markdown.to_owned()),
            source,
            ..structure("Pet", &[("toys", list(named("Plaything")))])
        };
        let text = text(&[pet, toy], "pet");
        text.lines().find_map(|line| line.strip_prefix("/// ")).expect("a line").to_owned()
    };
    assert_eq!(docs("[a](Toy.md)"), "[a](Plaything)");
    assert_eq!(docs("[`Plaything`](Toy.md)"), "[`Plaything`]");
    assert_eq!(docs(&format!("{}{}", "<".repeat(6), "b>".repeat(6))), "\\<\\<b\\>b\\>");
}

#[test]
fn no_text_turns_the_direction_of_a_line() {
    let pet = TypeDef { docs: Some("a\u{202e}b\u{2066}c\u{7f}d".to_owned()), ..structure("Pet", &[]) };
    assert!(item(pet).starts_with("/// abcd\n"));
}
