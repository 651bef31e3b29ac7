//! Lines and columns in pages that end their lines in odd ways, or hold characters that no one sees.
//!
//! In: pages in memory. Out: nothing.

use super::page;
use tablature::{
    config::Config,
    dialect::Language,
    generate::generate,
    render,
    source::{Code, Diagnostic, Sources},
};

/// The findings on a page of Java's, and the sources that they point into.
fn found(text: &str) -> (Vec<Diagnostic>, Sources) {
    let sources = Sources::from_memory([("models/components/Pet.md", text)]);
    let config = Config { language: Some(Language::Java), ..Config::default() };
    let found = generate(&sources, &config).diagnostics.list;
    (found, sources)
}

/// The field `b` is of a type that there is not: where that is said to be.
fn place_of_mistake(text: &str) -> (u32, u32) {
    let (found, sources) = found(text);
    let [finding] = found.as_slice() else { panic!("{text:?}: {found:?}") };
    assert_eq!(finding.code, Code::UnknownWord);
    let span = finding.span.expect("a place");
    assert_eq!(sources.text(span), "Strange");
    let (line, column) = sources.position(span.file, span.start);
    let printed = render::human(&found, &sources, false);
    assert!(printed.contains(&format!("Pet.md:{line}:{column}\n")), "{printed}");
    assert!(printed.contains("\n  |\n8 | | `b` | Strange |"), "{printed}");
    (line, column)
}

#[test]
fn lines_end_in_one_way_or_another() {
    let text = page("Pet", &[("a", "String", "x"), ("b", "Strange", "x")]);
    for lines in ["\n", "\r\n", "\r"] {
        assert_eq!(place_of_mistake(&text.replace('\n', lines)), (8, 9), "{lines:?}");
    }
}

/// A carriage return does not, in a text with line feeds.
#[test]
fn other_signs_end_no_line() {
    for sign in ["\r", "\0", "\u{2028}", "\u{2029}", "\u{85}", "\u{b}", "\u{c}", "\u{feff}", "é", "🦀"] {
        let text = page("Pet", &[("a", "String", sign), ("b", "Strange", &format!("x{sign}y"))]);
        assert_eq!(place_of_mistake(&text), (8, 9), "{sign:?}");
    }
}

#[test]
fn a_mark_of_byte_order_opens_a_page_like_any_other() {
    let text = page("Pet", &[("a", "String", "x"), ("b", "Strange", "x")]);
    assert_eq!(place_of_mistake(&format!("\u{feff}{text}")), (8, 9));
    let (found, _) = found(&format!("\u{feff}{}", page("Pet", &[("a", "String", "x")])));
    assert_eq!(found, []);
}

/// The text around a mistake may be very long, and is told with the right column all the same.
#[test]
fn a_long_line_is_cut_around_the_mistake() {
    let before = "é".repeat(300_000);
    let text = format!(
        "# Pet\n\n## Fields\n\n| Description | Field | Type | Required |\n| --- | --- | --- | --- |\n| {before} | `b` | Strange | :heavy_check_mark: |\n"
    );
    let (found, sources) = found(&text);
    let printed = render::human(&found, &sources, false);
    assert!(printed.contains("Pet.md:7:300012\n") && printed.len() < 2000, "{printed}");
}

/// A line break that is no line feed ends a line of what is written, too: none may get there.
#[test]
fn what_is_written_has_one_kind_of_line() {
    for sign in ["\r", "\0", "\u{85}", "\u{b}", "\u{c}", "\u{202e}"] {
        let text = page("Pet", &[("a", "String", "x")]).replace("# Pet\n\n", &format!("# Pet\n\none{sign}two\n\n"));
        let sources = Sources::from_memory([("models/components/Pet.md", text.as_str())]);
        let config = Config { language: Some(Language::Java), ..Config::default() };
        let generated = generate(&sources, &config);
        assert_eq!(generated.diagnostics.list, []);
        assert!(generated.files.iter().all(|file| !file.text.contains(sign)), "{sign:?}");
    }
}
