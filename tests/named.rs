//! Names that pages show, as Rust has them and as they travel.
//!
//! In: one page of fields, values or operations. Out: nothing.

use crate::markdown::{self, FIELDS};
use tablature::{
    lower::{LowerOptions, lower},
    model::{Model, Shape, WireCase},
    source::{Diagnostics, Sources},
};

fn model(language: &str, wire_case: Option<WireCase>, pages: &[(&str, String)]) -> Model {
    let group = format!("# Pets\n\n{}", markdown::operation(language, "visit", "get /visit", &[]));
    let own = [("sdks/pets/README.md", group)];
    let sources = Sources::from_memory(own.iter().chain(pages).map(|(path, text)| (*path, text.as_str())));
    lower(&sources, &LowerOptions { wire_case, ..LowerOptions::default() }, &mut Diagnostics::default())
}

/// The fields of a page that shows these names, as Rust has them and as they travel.
fn fields(wire_case: WireCase, shown: &[&str]) -> Vec<(String, String)> {
    // A name that the SDK's language would spell otherwise is the API's own.
    let (language, path, ty) = match shown[0].contains('_') {
        true => ("python", "models/pet.md", "*str*"),
        false => ("java", "models/components/Pet.md", "*String*"),
    };
    let rows: Vec<String> = shown.iter().map(|name| format!("{name} | {ty}")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let page = markdown::page(path, &format!("{FIELDS}{}", markdown::rows(&rows)));
    let model = model(language, Some(wire_case), &[(path, page)]);
    let pet = model.types.values().find(|def| def.rust == "Pet").expect("the type");
    pet.shape.fields().iter().map(|field| (field.rust.clone(), field.wire.value.clone())).collect()
}

#[track_caller]
fn check(wire_case: WireCase, cases: &[(&str, &str, &str)]) {
    for (shown, rust, wire) in cases {
        assert_eq!(fields(wire_case, &[shown]), [((*rust).to_owned(), (*wire).to_owned())], "{shown}");
    }
}

#[test]
fn words_are_joined_as_the_api_does() {
    check(WireCase::Camel, &[("access_token", "access_token", "accessToken"), ("from_", "from", "from")]);
    check(WireCase::Snake, &[("accessToken", "access_token", "access_token"), ("x5tS256", "x5t_s256", "x5t_s256")]);
    check(WireCase::Kebab, &[("accessToken", "access_token", "access-token")]);
    check(WireCase::Pascal, &[("access_token", "access_token", "AccessToken"), ("id", "id", "Id")]);
}

#[test]
fn fields_have_names_that_rust_takes() {
    check(
        WireCase::AsWritten,
        &[
            ("type", "type", "type"),
            ("self", "self_", "self"),
            ("extra", "extra_field", "extra"),
            ("build", "build_field", "build"),
            ("2fa", "n2fa", "2fa"),
            ("größe", "gre", "größe"),
            ("é", "unnamed", "é"),
            ("a.b c", "a_b_c", "a.b c"),
            ("OAuthToken", "oauth_token", "OAuthToken"),
            ("listACLs", "list_acls", "listACLs"),
            ("UUIDIsSet", "uuid_is_set", "UUIDIsSet"),
            ("isDSyncUser", "is_dsync_user", "isDSyncUser"),
            ("no_auth", "no_auth", "no_auth"),
            ("iPv6", "ipv6", "iPv6"),
        ],
    );
    let twice = fields(WireCase::AsWritten, &["a_b", "aB", "a-b"]);
    assert_eq!(twice.iter().map(|(rust, _)| rust.as_str()).collect::<Vec<_>>(), ["a_b", "a_b2", "a_b3"]);
}

/// The variants of an enum of these values.
fn variants(values: &[&str]) -> Vec<String> {
    let quoted: Vec<String> = values.iter().map(|value| format!("\"{value}\"")).collect();
    let page = format!("# Size\n\n## Values\n\n```typescript\n{}\n```\n", quoted.join(" | "));
    let model = model("typescript", None, &[("models/size.md", page)]);
    let size = model.types.values().find(|def| def.rust == "Size").expect("the type");
    let Shape::Enum(shape) = &size.shape else { panic!("an enum") };
    shape.values.iter().map(|value| value.rust.clone()).collect()
}

#[test]
fn values_have_names_that_rust_takes() {
    for (value, variant) in [
        ("in_progress", "InProgress"),
        ("10.x", "V10X"),
        ("-created_at", "MinusCreatedAt"),
        ("*", "Any"),
        ("self", "Itself"),
        ("!=", "NotEqual"),
        ("a+b", "AB"),
        ("text/plain", "TextPlain"),
        ("USD", "Usd"),
    ] {
        assert_eq!(variants(&[value, "other"])[0], variant, "{value}");
    }
    assert_eq!(variants(&["a-b", "a_b", "A B"]).len(), 3);
    let apart = variants(&["name", "-name", "NAME", "unknown"]);
    assert_eq!(apart.iter().collect::<std::collections::HashSet<_>>().len(), 4, "{apart:?}");
    assert!(!apart.contains(&"Unknown".to_owned()), "{apart:?}");
}

#[test]
fn types_and_groups_have_names_that_rust_takes() {
    let named = |title: &str| {
        let page = format!("# {title}\n\n{FIELDS}{}", markdown::rows(&["a | *str*"]));
        let model = model("python", None, &[("models/x.md", page)]);
        model.types.values().map(|def| def.rust.clone()).collect::<Vec<_>>().join(" ")
    };
    let titles = ["AIGatewayACLS", "2fa method", "Self", "pet_owner", "Übel"].map(named);
    assert_eq!(titles, ["AiGatewayAcls", "T2faMethod", "Itself", "PetOwner", "Bel"]);
}

/// A name that is nearly another one is found, up to two hundred characters.
#[test]
fn names_that_are_near_are_short() {
    let help = |length: usize| {
        let (own, other) = (format!("{}y", "x".repeat(length - 1)), "x".repeat(length));
        let visit = markdown::operation("python", &own, "get /visit", &[]);
        let group = format!("# Pets\n\n{visit}");
        let sources = Sources::from_memory([("sdks/pets/README.md", group.as_str())]);
        let trouble = tablature::specs::add(&other, &Sources::default(), &sources).expect_err("it is not there");
        trouble == tablature::specs::Trouble::Nothing(vec![own])
    };
    assert_eq!([help(20), help(200), help(201)], [true, true, false]);
}
