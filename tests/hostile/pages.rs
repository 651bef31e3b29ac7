//! Small pages of great effect: cells that nest, names that repeat, text that takes a reader back to its start again and again.
//!
//! What takes the square of its size would not end here: no case looks at a clock.
//!
//! In: pages in memory. Out: nothing; a panic fails a test, and so does a stack that overflows or a run without end.

use super::{operation, page, usage};
use tablature::{
    config::Config,
    dialect::Language,
    generate::{Generated, generate},
    source::{Code, Sources},
};

/// Generates from Java pages.
fn run(pages: &[(&str, String)]) -> Generated {
    let sources = Sources::from_memory(pages.iter().map(|(path, text)| (*path, text.as_str())));
    generate(&sources, &Config { language: Some(Language::Java), ..Config::default() })
}

fn pet(rows: &[(&str, &str, &str)]) -> Generated {
    run(&[("models/components/Pet.md", page("Pet", rows))])
}

/// The code of the first finding, if there is one.
fn first(generated: &Generated) -> Option<Code> {
    let guesses = [Code::GuessedPlace, Code::GuessedName, Code::NoServer];
    let mut codes = generated.diagnostics.list.iter().map(|finding| finding.code);
    codes.find(|code| !guesses.contains(code))
}

/// Each stands a hundred thousand times before or behind a type.
#[test]
fn types_nest_only_so_deep() {
    for (before, after) in [
        ("", "[]"),
        ("[]", ""),
        ("map[string]", ""),
        ("List<", ""),
        ("List<", ">"),
        ("[", ""),
        ("[", "](x.md)"),
        ("?", ""),
        ("{ [k: string]: ", ""),
        ("\"", ""),
        ("x(", ""),
    ] {
        let cell = format!("{}String{}", before.repeat(100_000), after.repeat(100_000));
        let generated = pet(&[("a", &cell, "x")]);
        assert!(generated.files.is_empty() && generated.diagnostics.has_errors(), "{before:?} {after:?}");
    }
}

/// Each is repeated until it is 40,000 bytes long.
#[test]
fn prose_takes_time_in_proportion() {
    for piece in [
        "<",
        "<b",
        "<b>",
        "<!--",
        "<!-- -->",
        "<?",
        "<![CDATA[",
        "&",
        "&lt;",
        "`",
        "*_",
        "[",
        "[x](",
        "![x](",
        "> ",
        "- ",
        "1. ",
        "http://",
        "https://a.example ",
        "<br/>",
        "- <br/>",
        "~~",
        "\\",
        "[a]: x<br/>",
        "é",
    ] {
        let docs = piece.repeat(40_000 / piece.len());
        let generated = pet(&[("a", "String", &docs)]);
        assert!(!generated.diagnostics.has_errors(), "{piece:?}");
        let quoted =
            format!("# Pet\n\n{}\n\n{}", docs.replace("<br/>", "\n"), &page("Pet", &[("a", "String", "x")])[7..]);
        run(&[("models/components/Pet.md", quoted)]);
    }
}

#[test]
fn names_may_be_long_or_many() {
    pet(&[(&"a".repeat(200_000), "String", "x")]);
    pet(&[(&"ID".repeat(100_000), "String", "x")]);
    let names: Vec<String> = (0..3_000)
        .map(|number| format!("- `\"{}\"`\n", "é".repeat(number % 100 + 1) + &"ü".repeat(number / 100)))
        .collect();
    let generated = run(&[("models/components/Kind.md", format!("# Kind\n\n## Values\n\n{}", names.concat()))]);
    assert!(!generated.diagnostics.has_errors());
}

/// A builder names every required field in the setter of each.
#[test]
fn a_type_has_only_so_many_fields() {
    let names: Vec<String> = (0..1001).map(|number| format!("a{number}")).collect();
    let rows: Vec<_> = names.iter().map(|name| (name.as_str(), "String", "x")).collect();
    assert_eq!(first(&pet(&rows)), Some(Code::BrokenTable));
    assert_eq!(first(&pet(&rows[..200])), None);
}

/// A builder would be the square of them: one that is required beside a hundred others is an argument.
#[test]
fn an_operation_has_only_so_many_parameters() {
    let names: Vec<String> = (0..1001).map(|number| format!("a{number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let section = |count: usize| format!("# Pets\n\n{}", operation("get", &usage("get", "get", "/x"), &names[..count]));
    let run = |count: usize| run(&[("sdks/pets/README.md", section(count))]);
    assert_eq!(first(&run(1001)), Some(Code::BrokenTable));
    let generated = run(1000);
    assert_eq!(first(&generated), None);
    assert!(generated.files.iter().all(|file| file.text.len() < 1_000_000));
}

#[test]
fn an_enum_has_only_so_many_values() {
    let list = |count: usize| {
        let values: String = (0..count).map(|number| format!("- `\"v{number}\"`\n")).collect();
        let page = format!("# Kind\n\n## Values\n\n{values}");
        run(&[("models/components/Kind.md", page)])
    };
    assert_eq!(first(&list(100_000)), Some(Code::BrokenTable));
    assert_eq!(first(&list(10_000)), None);
}

/// Unions of unions, in a chain and in a ring.
#[test]
fn unions_may_be_deep() {
    for last in ["String", "T0"] {
        let pages: Vec<(String, String)> = (0..1000)
            .map(|number| {
                let next = if number == 999 { last.to_owned() } else { format!("T{}", number + 1) };
                let members = [next.as_str(), "Long"].map(|member| format!("### `{member}`\n\n```java\nx\n```\n\n"));
                let page = format!("# T{number}\n\n## Supported Types\n\n{}", members.concat());
                (format!("models/components/T{number}.md"), page)
            })
            .collect();
        let pages: Vec<_> = pages.iter().map(|(path, text)| (path.as_str(), text.clone())).collect();
        let generated = run(&pages);
        assert!(!generated.diagnostics.has_errors(), "{last}");
        let _ = tablature::export::openapi(&generated.model);
    }
}

/// A chain of types, the last of which has a float or closes a ring: what is known of the last goes the whole way.
#[test]
fn graphs_may_be_deep() {
    for last in ["Double", "[T0](T0.md)", "List<[T0](T0.md)>"] {
        let link = |number: usize| format!("[T{number}](T{number}.md)");
        let pages: Vec<(String, String)> = (0..1000)
            .map(|number| {
                let cell = if number == 999 { last.to_owned() } else { link(number + 1) };
                (format!("models/components/T{number}.md"), page(&format!("T{number}"), &[("a", &cell, "x")]))
            })
            .collect();
        let pages: Vec<_> = pages.iter().map(|(path, text)| (path.as_str(), text.clone())).collect();
        let generated = run(&pages);
        assert_eq!(first(&generated), None, "{last}");
        let _ = tablature::export::openapi(&generated.model);
    }
}

/// The values of keys that are not fields stand in a map, so that no box is needed, and none of the fields is meant.
#[test]
fn a_type_may_hold_itself_as_an_additional_value() {
    let row = "| `additionalProperties` | Map\\<String, [Pet](Pet.md)> | :heavy_minus_sign: | x |\n";
    let generated = run(&[("models/components/Pet.md", page("Pet", &[("a", "String", "x")]) + row)]);
    assert_eq!(first(&generated), None);
}

/// `~` marks a twin and `#` a part of another type: a title with either is no type's but its own.
#[test]
fn no_title_takes_the_place_of_another() {
    let titles = ["Pet", "Pet", "Pet~2", "Pet#kind", "pet", "P\u{e9}t", "Pe\u{301}t", "🦀", "🐾", ""];
    let pages: Vec<(String, String)> = titles
        .iter()
        .enumerate()
        .map(|(at, title)| {
            (
                format!("models/components/P{at}.md"),
                page(title, &[("kind", "\"a\"", "x"), ("n", "Long", &format!("mark {at}"))]),
            )
        })
        .collect();
    let pages: Vec<_> = pages.iter().map(|(path, text)| (path.as_str(), text.clone())).collect();
    let generated = run(&pages);
    assert_eq!(first(&generated), None);
    let text: String = generated.files.iter().map(|file| file.text.as_str()).collect();
    for (at, title) in titles.iter().enumerate() {
        assert_eq!(text.matches(&format!("    /// mark {at}\n    pub ")).count(), 1, "`{title}`");
    }
}

/// Names that are one in the API's spelling are two fields all the same.
#[test]
fn no_two_fields_have_one_wire_name() {
    for names in [["a_b", "aB"], ["aB", "a_b"], ["from_", "from"], ["AB", "aB"], ["x-y", "x_y"]] {
        let rows = names.map(|name| (name, "Long", "x"));
        let generated = pet(&rows);
        let file = generated.files.iter().find(|file| file.path.ends_with("pet.rs")).expect("the type's file");
        let wire: Vec<&str> =
            file.text.lines().filter_map(|line| line.trim().strip_prefix("required \"")?.split('"').next()).collect();
        assert_eq!(wire.len(), 2, "{}", file.text);
        assert_ne!(wire[0], wire[1]);
    }
}

/// Behind `https://api.example`, a path that begins otherwise than with a slash would be a part of the host's name, and the
/// credential would be sent there.
#[test]
fn requests_go_to_the_host_that_the_user_names() {
    for path in [
        "@evil.example/x",
        ".evil.example/x",
        ":80@evil.example/",
        "https://evil.example/x",
        "x",
        "/a?b=c",
        "/a/{b",
        "/a/b}",
        "/{}",
        "/../../x",
        "/a b",
        "/é",
        "/a/{{b}}",
        "\\evil.example",
    ] {
        let text = format!("# Pets\n\n{}", operation("get", &usage("get", "get", path), &["b"]));
        assert_eq!(first(&run(&[("sdks/pets/README.md", text)])), Some(Code::OddOperation), "{path}");
    }
    for method in ["g t", "é", "GET /x HTTP/1.1", "connect", "get:"] {
        let text = format!("# Pets\n\n{}", operation("get", &usage("get", method, "/x"), &[]));
        assert_eq!(first(&run(&[("sdks/pets/README.md", text)])), Some(Code::OddOperation), "{method}");
    }
}
