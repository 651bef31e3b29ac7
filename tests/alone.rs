//! Any page may be given by itself: a crate is written of it, whatever it links to.
//!
//! In: single pages of each language, and of docs trees where they lie beside this repository. Out: nothing.

use crate::{
    campaign::Draw,
    docs::PAGES,
    markdown::{self, FIELDS},
    rows::{archives, pages_of},
};
use tablature::{
    config::Config,
    generate::generate,
    model::{Model, Shape, Type},
    source::{Severity, Sources},
};

/// How pages of a language show a type: its file, an optional text, a link to another page, and a list of what is there.
const LANGUAGES: &[(&str, &str, [&str; 3])] = &[
    (
        "java",
        "Ship.md",
        [
            r"*Optional\<String>*",
            r"[Optional\<Hull>](../../models/components/Hull.md)",
            r"List\<[Hull](../../models/components/Hull.md)>",
        ],
    ),
    (
        "csharp",
        "Ship.md",
        ["*string*", "[Hull](../../Models/Components/Hull.md)", "List<[Hull](../../Models/Components/Hull.md)>"],
    ),
    (
        "typescript",
        "ship.md",
        [
            "*string*",
            "[components.Hull](../../models/components/hull.md)",
            "[components.Hull](../../models/components/hull.md)[]",
        ],
    ),
    (
        "python",
        "ship.md",
        [
            "*Optional[str]*",
            "[Optional[components.Hull]](../../models/components/hull.md)",
            "List[[components.Hull](../../models/components/hull.md)]",
        ],
    ),
    (
        "go",
        "ship.md",
        [
            "`*string`",
            "[*components.Hull](../../models/components/hull.md)",
            "[][components.Hull](../../models/components/hull.md)",
        ],
    ),
    (
        "php",
        "Ship.md",
        [
            "*?string*",
            r"[?Components\Hull](../../Models/Components/Hull.md)",
            r"array<[Components\Hull](../../Models/Components/Hull.md)>",
        ],
    ),
    (
        "ruby",
        "ship.md",
        [
            "*T.nilable(::String)*",
            "[T.nilable(Models::Components::Hull)](../../models/components/hull.md)",
            "T::Array<[Models::Components::Hull](../../models/components/hull.md)>",
        ],
    ),
];

/// What comes of a page alone, which must be a crate.
fn alone(path: &str, text: &str) -> Model {
    let name = path.rsplit('/').next().unwrap_or(path);
    let config = Config { strict: false, ..Config::default() };
    let generated = generate(&Sources::from_memory([(name, text)]), &config);
    let errors: Vec<_> =
        generated.diagnostics.list.iter().filter(|finding| finding.severity() == Severity::Error).collect();
    assert!(errors.is_empty() && !generated.files.is_empty(), "{path}: {errors:#?}");
    generated.model
}

fn assert_generates(path: &str, text: &str) {
    alone(path, text);
}

/// Gives so many pages of a docs tree one by one.
fn give_alone(sources: &Sources, pages: usize, draw: &mut Draw) {
    for _ in 0..pages {
        let page = draw.of(sources.files());
        assert_generates(&page.path, &page.text);
    }
}

#[test]
fn a_page_alone_gives_a_crate() {
    PAGES.iter().filter(|(path, _)| *path != "README.md").for_each(|(path, text)| assert_generates(path, text));
}

#[test]
fn a_page_of_fields_alone_is_read_in_its_language() {
    for (language, file, [text, link, list]) in LANGUAGES {
        let rows = [("name", text), ("hull", link), ("spares", list)].map(|(name, cell)| format!("{name} | {cell}"));
        let rows = markdown::rows(&rows.each_ref().map(String::as_str));
        let model = alone(file, &format!("# Ship\n\n{FIELDS}{rows}"));
        let ship = model.types.iter().find(|(id, _)| id.0.ends_with("Ship")).expect("the type");
        let Shape::Struct(ship) = &ship.1.shape else { panic!("{language}: {:?}", ship.1.shape) };
        let types: Vec<_> = ship.fields.iter().map(|field| &field.ty).collect();
        let hull = model.types.iter().find(|(id, _)| id.0.ends_with("Hull")).expect("the type that is linked");
        assert!(matches!(hull.1.shape, Shape::Opaque), "{language}");
        let hull = Type::Named(hull.0.clone());
        assert_eq!(types, [&Type::String, &hull, &Type::Array(Box::new(hull.clone()))], "{language}");
    }
}

#[test]
fn a_page_of_values_alone_is_an_enum() {
    for (language, file, _) in LANGUAGES {
        let model = alone(file, &format!("# Ship\n\n{}", markdown::values(&["brig", "sloop"])));
        let shapes: Vec<_> = model.types.values().map(|definition| &definition.shape).collect();
        assert!(matches!(shapes[..], [Shape::Enum(shape)] if shape.values.len() == 2), "{language}: {shapes:?}");
    }
}

#[test]
fn a_page_of_operations_alone_has_its_endpoints() {
    for (language, _, [text, link, _]) in LANGUAGES {
        let (name, hull) = (format!("name! | {text}"), format!("hull! | {link}"));
        let section = markdown::operation(language, "launch", "post /ships/{name}", &[&name, &hull]);
        let model = alone("README.md", &format!("# Ships\n\n{section}"));
        let [launch] = &model.operations[..] else { panic!("{language}: {} operations", model.operations.len()) };
        assert_eq!((launch.method.as_str(), launch.path.as_str()), ("POST", "/ships/{name}"), "{language}");
        assert_eq!(launch.parameters[0].ty, Type::String, "{language}");
    }
}

#[test]
fn a_vendors_page_alone_gives_a_crate() {
    let archives = archives();
    let small = archives.iter().filter(|path| path.as_str().contains("php-dub"));
    small.filter_map(pages_of).for_each(|sources| give_alone(&sources, 20, &mut Draw::new(1)));
}

#[test]
#[ignore = "takes minutes: generates crates from 2,080 pages of the docs trees beside the repository"]
fn any_vendors_page_alone_gives_a_crate() {
    let mut draw = Draw::new(2);
    archives().iter().filter_map(pages_of).for_each(|sources| give_alone(&sources, 80, &mut draw));
}
