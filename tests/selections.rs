//! Pages that come in, go out and change, as plans.
//!
//! In: small trees of pages in memory. Out: nothing.

use crate::markdown::{self, FIELDS};
use tablature::{
    source::Sources,
    specs::{Change, How, Item, Plan, Trouble, add, remove, update},
};

/// A page of operations, each with the type that its body is of, in the order of a list above them.
fn group(operations: &[(&str, &str)]) -> String {
    let list: String = operations.iter().map(|(id, _)| format!("* [{id}](#{id}) - One\n")).collect();
    let section = |(id, ty): &(&str, &str)| {
        let row = format!("request! | [models.{ty}](../../models/{}.md)", ty.to_lowercase());
        markdown::operation("python", id, &format!("post /{id}"), &[&row]).trim_end().to_owned() + "\n"
    };
    let sections: Vec<String> = operations.iter().map(section).collect();
    format!("# Pets\n\n### Available Operations\n\n{list}\n{}", sections.join("\n"))
}

fn fields(title: &str, rows: &[&str]) -> String {
    format!("# {title}\n\n{FIELDS}{}", markdown::rows(rows))
}

/// The vendor's pages: three operations, a type that leads to another, one of its own, and one that nothing needs.
fn vendor() -> Vec<(&'static str, String)> {
    vec![
        ("sdks/pets/README.md", group(&[("get", "Pet"), ("put", "Pet"), ("feed", "Food")])),
        (
            "models/pet.md",
            fields("Pet", &["size | [models.Size](../models/size.md)", "next | [models.Pet](./pet.md#fields)"]),
        ),
        ("models/size.md", fields("Size", &["a | *str*"])),
        (
            "models/food.md",
            fields(
                "Food",
                &[
                    "size | [models.Size](size.md)",
                    "out | [x](../../../etc/passwd.md)",
                    "url | [y](https://a.example/pet.md)",
                ],
            ),
        ),
        ("models/security.md", fields("Security", &["token | *str*"])),
        ("models/lost.md", fields("Lost", &["a | *str*"])),
    ]
}

fn sources(pages: &[(&'static str, String)]) -> Sources {
    Sources::from_memory(pages.iter().map(|(path, text)| (*path, text.as_str())))
}

/// The pages after a plan.
fn after(pages: &[(&'static str, String)], plan: &Plan) -> Vec<(String, String)> {
    let mut all: std::collections::BTreeMap<String, String> =
        pages.iter().map(|(path, text)| ((*path).to_owned(), text.clone())).collect();
    all.retain(|path, _| !plan.remove.contains(path));
    all.extend(plan.write.clone());
    all.into_iter().collect()
}

/// The changes of a plan, in short.
fn changes(plan: &Plan) -> Vec<String> {
    let line = |Change { of, how }: &Change| {
        let how = match how {
            How::Added => "+",
            How::Changed => "!",
            How::Removed => "-",
            How::Kept => "=",
        };
        match of {
            Item::Operation(id) => format!("{how}{id}"),
            Item::Page(path) => format!("{how}{path}"),
        }
    };
    plan.changes.iter().map(line).collect()
}

fn added(pattern: &str, here: &[(&'static str, String)]) -> Plan {
    add(pattern, &sources(here), &sources(&vendor())).unwrap_or_else(|trouble| panic!("{trouble:?}"))
}

fn removed(pattern: &str, here: &[(&'static str, String)]) -> Plan {
    remove(pattern, &sources(here)).unwrap_or_else(|trouble| panic!("{trouble:?}"))
}

/// Pages of a crate with these operations.
fn with(pattern: &str) -> Vec<(&'static str, String)> {
    let pages = after(&[], &added(pattern, &[]));
    let known = vendor();
    let path =
        |path: &str| known.iter().map(|(known, _)| *known).find(|known| *known == path).expect("a page of the vendor");
    pages.into_iter().map(|(own, text)| (path(&own), text)).collect()
}

#[test]
fn operations_come_with_what_they_need() {
    let pet = ["+models/pet.md", "+models/security.md", "+models/size.md", "+sdks/pets/README.md"];
    assert_eq!(changes(&added("get", &[])), [&["+get"][..], &pet].concat());
    assert_eq!(changes(&added("{get,put}", &[])), [&["+get", "+put"][..], &pet].concat());
    let food = ["+feed", "+models/food.md", "+models/security.md", "+models/size.md", "+sdks/pets/README.md"];
    assert_eq!(changes(&added("f*", &[])), food);
    assert_eq!(changes(&added("put", &with("get"))), ["+put", "!sdks/pets/README.md"]);
    assert_eq!(changes(&added("feed", &with("get"))), ["+feed", "+models/food.md", "!sdks/pets/README.md"]);
    let again = added("get", &with("get"));
    assert!(again.is_empty() && again.changes.is_empty());
    let text = &added("put", &[]).write["sdks/pets/README.md"];
    assert_eq!(*text, group(&[("put", "Pet")]));
    assert_eq!(after(&with("get"), &added("feed", &with("get")))[4].1, group(&[("get", "Pet"), ("feed", "Food")]));
}

/// Where no operation fits, pages of types do, by their ids.
#[test]
fn types_come_with_what_they_need() {
    assert_eq!(changes(&added("models/lost", &[])), ["+models/lost.md"]);
    assert_eq!(changes(&added("models/pet", &[])), ["+models/pet.md", "+models/size.md"]);
    assert_eq!(changes(&added("models/{food,lost}", &[])), ["+models/food.md", "+models/lost.md", "+models/size.md"]);
    let deep = vec![("models/components/pet.md", fields("Pet", &["a | *str*"]))];
    let plan = add("components/pet", &Sources::default(), &sources(&deep)).expect("it is there");
    assert_eq!(changes(&plan), ["+models/components/pet.md"]);
}

#[test]
fn what_is_there_stays_as_it_is() {
    let mut mine = with("get");
    mine[0].1 = fields("Pet", &["own | *str*"]);
    let plan = added("put", &mine);
    assert_eq!(changes(&plan), ["+put", "!sdks/pets/README.md"]);
}

#[test]
fn what_fits_nothing_is_told_with_what_is_near() {
    let trouble = |pattern: &str| add(pattern, &Sources::default(), &sources(&vendor())).expect_err("nothing fits");
    assert_eq!(trouble("fede"), Trouble::Nothing(vec!["feed".to_owned()]));
    assert_eq!(trouble("models/losst"), Trouble::Nothing(vec!["models/lost".to_owned()]));
    assert_eq!(trouble("zzzzzz"), Trouble::Nothing(Vec::new()));
    assert!(matches!(trouble("{"), Trouble::Pattern(_)));
    let near = Trouble::Nothing(vec!["models/pet".to_owned()]);
    assert_eq!(remove("put", &sources(&with("get"))), Err(near));
}

#[test]
fn operations_go_with_what_only_they_need() {
    let all = with("*");
    let plan = removed("feed", &all);
    assert_eq!(changes(&plan), ["-feed", "-models/food.md", "!sdks/pets/README.md"]);
    assert_eq!(plan.write["sdks/pets/README.md"], group(&[("get", "Pet"), ("put", "Pet")]));
    assert_eq!(changes(&removed("get", &all)), ["-get", "!sdks/pets/README.md"]);
    assert_eq!(changes(&removed("{get,put}", &all)), ["-get", "-put", "-models/pet.md", "!sdks/pets/README.md"]);
    let everything = [
        "-feed",
        "-get",
        "-put",
        "-models/food.md",
        "-models/pet.md",
        "-models/security.md",
        "-models/size.md",
        "-sdks/pets/README.md",
    ];
    assert_eq!(changes(&removed("*", &all)), everything);
}

#[test]
fn pages_that_nothing_needs_stay_until_they_are_named() {
    let mut own = with("get");
    own.push(("models/lost.md", fields("Lost", &["size | [models.Size](size.md)"])));
    let everything = ["-get", "-models/pet.md", "-models/security.md", "-sdks/pets/README.md"];
    assert_eq!(changes(&removed("get", &own)), everything, "the lost page needs the size");
    assert_eq!(changes(&removed("models/lost", &own)), ["-models/lost.md"]);
}

/// What the newer pages make of a crate's.
fn updated(mine: &[(&'static str, String)], newer: &[(&'static str, String)]) -> Plan {
    update(&sources(mine), &sources(newer))
}

fn change(pages: &[(&'static str, String)], path: &str, text: String) -> Vec<(&'static str, String)> {
    let change = |(own, old): &(&'static str, String)| (*own, if *own == path { text.clone() } else { old.clone() });
    pages.iter().map(change).collect()
}

#[test]
fn newer_pages_are_followed() {
    let mine = with("get");
    assert!(updated(&mine, &vendor()).is_empty());
    let size = change(&vendor(), "models/size.md", fields("Size", &["b | *str*"]));
    assert_eq!(changes(&updated(&mine, &size)), ["!models/size.md"]);
    let lost = change(&vendor(), "models/lost.md", fields("Lost", &["b | *str*"]));
    assert!(updated(&mine, &lost).is_empty(), "what is not the crate's is nothing to it");
    let path = "sdks/pets/README.md";
    let food = change(&vendor(), path, group(&[("get", "Food"), ("put", "Pet")]));
    assert_eq!(changes(&updated(&mine, &food)), ["!get", "+models/food.md", "-models/pet.md", "!sdks/pets/README.md"]);
    let more = change(&vendor(), path, group(&[("new", "Food"), ("get", "Pet")]));
    assert!(updated(&mine, &more).is_empty(), "a new operation is not the crate's");
}

#[test]
fn what_newer_pages_no_longer_have_goes_or_is_kept() {
    let mut mine = with("{get,put}");
    mine.push(("models/lost.md", fields("Lost", &["a | *str*"])));
    let path = "sdks/pets/README.md";
    let without = |ids: &[(&str, &str)]| change(&vendor(), path, group(ids));
    assert_eq!(changes(&updated(&mine, &without(&[("put", "Pet")]))), ["-get", "!sdks/pets/README.md"]);
    let gone = ["-get", "-put", "-models/pet.md", "-models/security.md", "-models/size.md", "-sdks/pets/README.md"];
    assert_eq!(changes(&updated(&mine, &without(&[("feed", "Food")]))), gone);
    let mut elsewhere = vendor();
    elsewhere.retain(|(own, _)| *own != path && *own != "models/lost.md");
    assert_eq!(changes(&updated(&mine, &elsewhere)), [&gone[..2], &["=models/lost.md"], &gone[2..]].concat());
}
