//! Choices of `tablature.toml`: which operations, and which Rust.
//!
//! In: models built by hand, and settings. Out: nothing.

use super::{configured, read};
use crate::built::{body, fields, list, map, model_with, named, operation, structure, success};
use tablature::{
    model::{Basis, Fact, Media, Model, Operation, Presence, Replacement, Role, Type, TypeDef, TypeId},
    source::{Diagnostics, Sources},
};

/// Operations that reach types, one through another.
fn model() -> Model {
    let leaf = |rust: &str| structure(rust, &[]);
    let types = vec![
        ("a/Pet", structure("Pet", &[("toys", list(named("a/Toy")))])),
        ("a/Toy", structure("Toy", &[("owners", map(named("a/Pet")))])),
        ("a/Shop", leaf("Shop")),
        ("b/Lost", leaf("Lost")),
        ("b/Security", TypeDef { role: Role::Security, ..leaf("Security") }),
    ];
    let get = Operation { success: vec![success("application/json", named("a/Pet"))], ..operation("GetPet") };
    let put =
        Operation { body: body(named("a/Shop"), Media::Json), heading: "open".to_owned(), ..operation("OpenShop") };
    let other = Operation { module: "shops".to_owned(), ..put.clone() };
    model_with(types, vec![get, put, Operation { rust: "Third".to_owned(), id: "third".to_owned(), ..other }])
}

/// The names of operations and types that a selection keeps, and how much it leaves out.
fn kept(patterns: &str) -> (Vec<String>, Vec<String>, Option<usize>) {
    let (model, found) = configured(model(), &format!("select.operations = {patterns}"), "");
    assert_eq!(found, [""; 0]);
    let operations = model.operations.iter().map(|it| it.id.clone()).collect();
    let types = model.types.values().map(|def| def.rust.clone()).collect();
    (operations, types, model.left_out.get("not selected in tablature.toml").copied())
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn selected_operations_keep_the_types_that_they_reach() {
    let all = names(&["Pet", "Toy", "Shop", "Lost", "Security"]);
    assert_eq!(kept("[]"), (names(&["GetPet", "OpenShop", "third"]), all, None));
    assert_eq!(kept("['GetPet']"), (names(&["GetPet"]), names(&["Pet", "Toy", "Security"]), Some(4)));
    assert_eq!(kept("['pets/open']"), (names(&["OpenShop"]), names(&["Shop", "Security"]), Some(5)));
    let two = (names(&["OpenShop", "third"]), names(&["Shop", "Security"]), Some(4));
    assert_eq!(kept("['*/open', 'third']"), two);
}

#[test]
fn names_are_changed_where_rules_fit() {
    let rules = "[[rename]]\ntype = 'a/Pet'\nto = 'Animal'\n[[rename]]\noperation = 'third'\nto = 'Reopen'\n";
    let (model, found) = configured(model(), rules, "");
    assert_eq!(found, [""; 0]);
    let types: Vec<&str> = model.types.values().map(|def| def.rust.as_str()).collect();
    assert_eq!(types, ["Animal", "Toy", "Shop", "Lost", "Security"]);
    let operations: Vec<&str> = model.operations.iter().map(|it| it.rust.as_str()).collect();
    assert_eq!(operations, ["GetPet", "OpenShop", "Reopen"]);
}

#[test]
fn the_last_replacement_that_fits_counts() {
    let rules = "[[replace]]\ntype = 'a/*'\nwith = '::acme::Any'\n[[replace]]\ntype = 'a/Toy'\nwith = 'crate::Toy'\neq = true\n";
    let (model, found) = configured(model(), rules, "");
    assert_eq!(found, [""; 0]);
    let replaced: Vec<_> = model.types.values().map(|def| def.replaced.clone()).collect();
    let with = |with: &str, eq| Some(Replacement { with: with.to_owned(), eq });
    assert_eq!(
        replaced,
        [with("::acme::Any", false), with("crate::Toy", true), with("::acme::Any", false), None, None]
    );
}

#[test]
fn attributes_are_added_in_the_order_of_the_rules() {
    let rules = "[[inject]]\ntype = 'a/*'\nattributes = ['one', 'two(2)']\n[[inject]]\ntype = '*/{Toy,Lost}'\nattributes = ['three']\n";
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let injected = read(rules, "", &mut sources, &mut found).injected(&model());
    let mut rows: Vec<(&TypeId, String)> = injected.iter().map(|(id, texts)| (id, texts.join(" "))).collect();
    rows.sort();
    let id = TypeId::new;
    let expected =
        [("a/Pet", "one two(2)"), ("a/Shop", "one two(2)"), ("a/Toy", "one two(2) three"), ("b/Lost", "three")];
    assert_eq!(
        rows,
        expected
            .map(|(of, text)| (id(of), text.to_owned()))
            .iter()
            .map(|(of, text)| (of, text.clone()))
            .collect::<Vec<_>>()
    );
}

/// With the setting, a field that the docs do not call nullable is never null.
#[test]
fn nulls_that_no_page_states_are_none_on_request() {
    let presences = |config: &str| {
        let mut pet = structure("Pet", &["a", "b", "c", "d"].map(|name| (name, Type::String)));
        let unstated = Fact { value: Presence::RequiredNullUnstated, basis: Basis::Stated };
        let all = [
            unstated,
            Fact::stated(Presence::RequiredNullable),
            Fact::stated(Presence::Optional),
            Fact::stated(Presence::Required),
        ];
        fields(&mut pet).iter_mut().zip(all).for_each(|(field, presence)| field.presence = presence);
        let model = configured(model_with(vec![("a/Pet", pet)], Vec::new()), config, "").0;
        model.types[0].shape.fields().iter().map(|field| field.presence.clone()).collect::<Vec<_>>()
    };
    let stated = |presence| Fact::stated(presence);
    let rest = [stated(Presence::RequiredNullable), stated(Presence::Optional), stated(Presence::Required)];
    let first = |first| [vec![first], rest.to_vec()].concat();
    assert_eq!(presences(""), first(stated(Presence::RequiredNullUnstated)));
    assert_eq!(presences("types.unstated_null = 'option'"), first(stated(Presence::RequiredNullUnstated)));
    assert_eq!(presences("types.unstated_null = 'value'"), first(Fact::overridden(Presence::Required)));
}
