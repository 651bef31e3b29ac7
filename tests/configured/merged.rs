//! Types of one shape, which the setting `merge_same_shape` makes one.
//!
//! In: models built by hand. Out: nothing.

use super::configured;
use crate::built::{def, integers, list, model_with, named, operation, structure, success, texts, union};
use tablature::model::{Model, Operation, Role, Shape, Type, TypeDef};

/// The ids that are left of these types, where operations are called so.
fn left(types: Vec<(&str, TypeDef)>, operations: &[&str]) -> Vec<String> {
    let operations = operations.iter().map(|rust| operation(rust)).collect();
    ids(&merged(model_with(types, operations)))
}

fn merged(model: Model) -> Model {
    let (model, found) = configured(model, "types.merge_same_shape = true", "");
    assert_eq!(found, [""; 0]);
    model
}

fn ids(model: &Model) -> Vec<String> {
    model.types.keys().map(ToString::to_string).collect()
}

fn size(rust: &str) -> TypeDef {
    texts(rust, &["small", "big"])
}

#[test]
fn like_types_get_the_words_that_their_names_have_in_common() {
    assert_eq!(left(vec![("a/PetSize", size("A")), ("a/SizePet", size("B"))], &[]), ["a/Size"]);
    assert_eq!(left(vec![("a/PetSize", size("PetSize")), ("a/ToySize", size("ToySize"))], &[]), ["a/Size"]);
    assert_eq!(left(vec![("a/GetPetSize", size("A")), ("a/PutPetSize", size("B"))], &["GetPet", "PutPet"]), ["a/Size"]);
    assert_eq!(left(vec![("a/PetSizeKind", size("A")), ("a/PetKind", size("B"))], &[]), ["a/PetKind"]);
}

/// The shortest id is kept where there is no such name, or it says nothing, or is taken.
#[test]
fn like_types_without_a_good_name_keep_the_shortest_id() {
    assert_eq!(left(vec![("a/Size", size("A")), ("a/Bulk", size("B")), ("a/Volume", size("C"))], &[]), ["a/Bulk"]);
    assert_eq!(left(vec![("a/PetRequest", size("A")), ("a/BoatRequest", size("B"))], &[]), ["a/PetRequest"]);
    let taken = vec![("a/PetSize", size("A")), ("a/ToySize", size("B")), ("a/size", integers("Size", &[2]))];
    assert_eq!(left(taken, &[]), ["a/PetSize", "a/size"]);
    let twice = vec![
        ("a/OnePet", texts("A", &["x"])),
        ("a/TwoPet", texts("B", &["x"])),
        ("a/RedPet", texts("C", &["y"])),
        ("a/NewPet", texts("D", &["y"])),
    ];
    assert_eq!(left(twice, &[]), ["a/NewPet", "a/OnePet"]);
}

#[test]
fn types_stay_apart_by_module_role_and_shape() {
    for (of, others) in [
        ("module", vec![("a/PetSize", size("A")), ("b/ToySize", TypeDef { module: "errors".to_owned(), ..size("B") })]),
        ("role", vec![("a/PetSize", size("A")), ("a/ToySize", TypeDef { role: Role::Error, ..size("B") })]),
        ("values", vec![("a/PetSize", size("A")), ("a/ToySize", texts("B", &["small"]))]),
        ("kind", vec![("a/PetLegs", integers("A", &[2])), ("a/ToyLegs", texts("B", &["2"]))]),
        ("nothing said", vec![("a/PetNote", def("A", Shape::Opaque)), ("a/ToyNote", def("B", Shape::Opaque))]),
        ("no field", vec![("a/PetNote", structure("A", &[])), ("a/ToyNote", structure("B", &[]))]),
    ] {
        assert_eq!(left(others, &[]).len(), 2, "{of}");
    }
}

/// Were two members of a union one type, the union would have it twice.
#[test]
fn members_of_unions_stay_apart() {
    let types = |ty: &str| {
        vec![
            ("a/PetSize", size("A")),
            ("a/ToySize", size("B")),
            ("a/Either", union("Either", &[("One", named("a/PetSize")), ("List", list(named(ty)))])),
        ]
    };
    assert_eq!(left(types("a/ToySize"), &[]), ["a/Either", "a/PetSize", "a/ToySize"]);
}

#[test]
fn what_named_a_merged_type_names_the_one_that_is_left() {
    let types = vec![
        ("a/PetSize", size("A")),
        ("a/Pet", structure("Pet", &[("size", named("a/PetSize")), ("old", list(named("a/ToySize")))])),
        ("a/ToySize", size("B")),
    ];
    let get = Operation { success: vec![success("application/json", named("a/ToySize"))], ..operation("Get") };
    let model = merged(model_with(types, vec![get]));
    assert_eq!(ids(&model), ["a/Pet", "a/Size"]);
    let named_by: Vec<Type> = model.types[0].shape.types().cloned().collect();
    assert_eq!(named_by, [named("a/Size"), list(named("a/Size"))]);
    assert_eq!(model.operations[0].success[0].ty, named("a/Size"));
}
