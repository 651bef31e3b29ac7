//! Code of a page is shown, and never compiled or run: whatever stands behind a fence, and whatever a page is called.
//!
//! In: one docs tree in which code stands wherever text may. Out: a crate, whose doc tests rustdoc lists.

use super::{compiles::cargo, operation, page, usage};
use crate::docs::Fixture;

/// What rustdoc takes for an order behind a fence, what it takes for a typo of one, and what it may take for one some day.
const ORDERS: &[&str] = &[
    "",
    "rust",
    "Rust",
    "rs",
    "rust,ignore",
    "ignore",
    "ignore-wasm",
    "ignore-windows",
    "ignore-x86_64,rust",
    "should_panic",
    "should-panic",
    "no_run",
    "no-run",
    "compile_fail",
    "compile_fail,E0277",
    "compile-fail",
    "E0277",
    "E0277,rust",
    "test_harness",
    "standalone",
    "standalone_crate",
    "standalone-crate",
    "edition2015",
    "edition2018",
    "edition2021",
    "edition2024",
    "rust2018",
    "rust2021",
    "rust2024",
    "custom",
    "custom,rust",
    "{.rust}",
    "{class=rust}",
    "rust {.class}",
    "custom,{.class}",
    "class:rust",
    "(comment) rust",
    ".rust",
    "text rust",
    "json,rust",
    "\"rust\"",
    "allow_fail",
    "unknown",
    "\u{a0}rust",
];

const CODE: &str = "fn main() { panic!() }";

/// Prose with the code in fences, lists, quotes, HTML and indents.
fn prose() -> String {
    let fences = ORDERS.iter().flat_map(|order| {
        ["", "> ", "- x\n  ", "1. "].map(|before| {
            let indent = " ".repeat(if before.starts_with("> ") { 0 } else { before.len().min(3) });
            let again = if before == "> " { "> " } else { indent.as_str() };
            format!("Text.\n\n{before}```{order}\n{again}{CODE}\n{again}```\n\n~~~{order}\n{CODE}\n~~~\n\n")
        })
    });
    let odd = format!(
        "<pre><code class=\"language-rust\">{CODE}</code></pre>\n\nA\n\n    {CODE}\n\n\t{CODE}\n\n<details>\n\n    {CODE}\n\n</details>\n"
    );
    fences.chain([odd]).collect()
}

fn tree(fixture: &Fixture) {
    let prose = prose();
    let cell = prose.replace('\n', "<br/>");
    let model = page("Pet", &[("a", "String", &cell), ("b", "String", "x")]);
    fixture.write("docs/models/components/Pet.md", &model.replacen("\n\n", &format!("\n\n{prose}\n\n"), 1));
    fixture
        .write("docs/models/components/Kind.md", &format!("# Kind\n\n{prose}\n\n## Values\n\n- `\"a\"`\n- `\"b\"`\n"));
    let members = "### `String`\n\n```java\nx\n```\n\n### `Long`\n\n```java\nx\n```\n";
    fixture.write("docs/models/components/Any.md", &format!("# Any\n\n{prose}\n\n## Supported Types\n\n{members}"));
    let section = operation(&format!("get\n\n{prose}"), &usage("get", "get", "/x"), &["a", "b", "c", "d", "e"]);
    fixture.write(
        "docs/sdks/pets/README.md",
        &format!("# Pets\n\n{prose}\n\n{}", section.replace("| x |", &format!("| {cell} |"))),
    );
}

/// Names of files may hold the ends of lines, where the file system has them.
#[cfg(unix)]
fn odd_names(fixture: &Fixture) {
    for (at, name) in ["\n\n    fn main() { panic!() }\n", "x\n~~~\nfn main() { panic!() }\n~~~\n"].iter().enumerate() {
        fixture
            .write(&format!("docs/models/components/{name}.md"), &page(&format!("Odd {at}"), &[("a", "String", "x")]));
        fixture.write(
            &format!("docs/sdks/{name}/README.md"),
            &format!("# Odd {at}\n\n{}", operation("o", &usage(&format!("odd{at}"), "get", "/x"), &["a"])),
        );
    }
}

#[test]
fn no_code_of_a_page_is_a_doc_test() {
    let fixture = Fixture::empty();
    tree(&fixture);
    #[cfg(unix)]
    odd_names(&fixture);
    fixture.generate();
    let listed = cargo(&fixture, &["test", "--doc", "--", "--list"]);
    let mut files: Vec<&str> = listed.lines().filter_map(|line| line.split_once(" - ").map(|(file, _)| file)).collect();
    files.retain(|file| file.contains("src/api"));
    // The generator's own example of an endpoint is the only one in its file.
    let (all, endpoints) = (files.len(), files.iter().all(|file| file.contains("src/api/endpoints/")));
    files.dedup();
    assert!(endpoints && all == files.len() && all > 0, "{listed}");
}
