//! Whatever the pages name things, and whatever their prose is, the crate compiles without a warning.
//!
//! In: one docs tree of all that is odd. Out: a crate in a temporary folder, checked by cargo with this workspace's lock file and
//! build folder, so that its dependencies are there.

use super::{operation, page, usage};
use crate::{docs::Bench, workspace};
use std::process::Command;

/// Names of fields, parameters and values.
const NAMES: &[&str] = &[
    "self",
    "Self",
    "crate",
    "super",
    "_",
    "__",
    "type",
    "async",
    "dyn",
    "gen",
    "try",
    "abstract",
    "macro_rules",
    "union",
    "static",
    "r#fn",
    "🦀",
    "\u{202e}name",
    "zero\u{200b}width",
    "\u{e9}",
    "e\u{301}",
    "Ünï",
    "a b",
    "a/b",
    "a{b}",
    "a}b",
    "a\"b",
    "a\\b",
    "a#b",
    "a~b",
    "new",
    "build",
    "builder",
    "extra",
    "slots",
    "state",
    "additional_properties",
    "additionalProperties",
    "Extra",
    "clone",
    "eq",
    "fmt",
    "default",
    "drop",
    "into",
    "from",
    "f",
    "value",
    "name",
    "fields",
    "_0",
    "0",
    "00",
    "9lives",
    "-",
    "--",
    ".",
    "$ref",
    "@id",
    "#/x",
    "*/",
    "/*",
    "//",
    "\"",
    "\"#",
    "{}",
    "{0}",
    "]]",
    "<!--",
    "<script>",
    "&amp;",
    "true",
    "None",
    "Some",
    "Ok",
    "u8",
    "str",
    "String",
    "self_",
    "crate_",
    "Unknown",
    "with",
    "set_x",
    "x",
    "extra_field",
    "build_field",
    "a_1",
    "a1",
    "A1",
    "ab",
    "aB",
    "AB",
    "a-b",
    "draft",
    "body",
    "request_body",
    "parse",
    "write",
    "read",
    "into_request",
    "to_request",
];

/// Titles of types; each is a field's type, too.
const TITLES: &[&str] = &[
    "Option",
    "Result",
    "String",
    "Vec",
    "Box",
    "Extra",
    "Unknown",
    "Endpoint",
    "Draft",
    "Builder",
    "Some",
    "None",
    "Ok",
    "Err",
    "Self",
    "self",
    "crate",
    "super",
    "Map",
    "BTreeMap",
    "Value",
    "Number",
    "I64",
    "bool",
    "Bool",
    "u8",
    "Default",
    "Clone",
    "Debug",
    "PartialEq",
    "Eq",
    "Hash",
    "From",
    "Into",
    "Send",
    "Sync",
    "Sized",
    "Drop",
    "Fn",
    "Copy",
    "Serialize",
    "Deserialize",
    "UnknownMember",
    "Nullable",
    "Field",
    "PetBuilder",
    "Pet",
    "Con",
    "Aux",
    "Nul",
    "mod",
    "lib",
    "core",
    "std",
    "serde",
    "http",
    "Components",
    "Builders",
    "support",
    "call",
    "Bytes",
    "DateTime",
    "Decimal",
    "Error",
    "AsRef",
    "é",
    "Set",
    "Missing",
    "Object",
    "F1",
    "S1",
    "Case",
    "case",
    "CASE",
];

/// Folders of types, and titles of groups of operations.
const FOLDERS: &[&str] = &[
    "endpoints",
    "support",
    "call",
    "api",
    "mod",
    "self",
    "crate",
    "super",
    "type",
    "aux",
    "con",
    "std",
    "core",
    "serde",
    "http",
    "lib",
    "9",
    "é",
    "a b",
    "builders",
    "examples",
    "Box",
];

/// Prose, as it stands in a cell.
const PROSE: &[&str] = &[
    "*/ x",
    "\"# x",
    "/// x",
    "//! x",
    "#![deny(x)]",
    "</div><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "![x](data:text/html,x)",
    "<javascript:alert(1)>",
    "[a]: javascript:x<br/>[a]",
    "\u{202e} rtl",
    "\u{2066} isolate \u{2069}",
    "\u{200b}",
    "\\",
    "\\u{0}",
    "{}{0}",
    "```<br/>fn main(){}",
    "~~~<br/>x",
    "    code",
    "```rust<br/>compile_error!()<br/>```",
    "> ```<br/>> assert!(false)",
    "- ```<br/>  assert!(false)",
    "\t\tindented",
    "&lt;script&gt;",
    "&#60;script&#62;",
    "a&#13;b",
    "a&#10;b",
    "a&#10;```rust&#10;b",
    "&#x202E;x",
    "a&#0;b",
    "<ScRiPt >x</sCrIpT>",
    "<a href=\"javascript:x\">y</a>",
    "<!-- x",
    "<![CDATA[x]]>",
    "<?php ?>",
    "[`x`]",
    "[crate::secret]",
    "[Vec]",
    "[x][crate]",
    "[^1]",
    "[ ] x",
    "a\u{b}b",
    "a\u{c}b",
    "a\u{85}b",
    "a\u{2028}b",
    "http://",
    "https://a b",
    "http://a.b/<script>",
    "[x](http://a.b/\"onx=\"y)",
    "[x](<http://a.b/ onx>)",
    "www.a.b",
    "<a@b.c>",
    "`` ` ``",
    "`x",
    "**x",
    "_x_y_",
    "http://a.b)c",
    "setext<br/>===",
    "setext<br/>---",
    "1. a<br/>5. b",
    "* a<br/>+ b",
    "x\\",
    "#[cfg(x)]",
    "'",
    "\u{7f}",
    "\u{1b}[31mred",
    "<svg/onload=alert(1)>",
    "`<script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
];

/// Java's spellings of what a union may be of; each page has several of them.
const MEMBERS: &[&str] = &[
    "String",
    "Long",
    "Double",
    "Boolean",
    "List<String>",
    "List<List<String>>",
    "Map<String, String>",
    "Map<String, List<String>>",
    "OffsetDateTime",
    "byte[]",
    "Object",
    "Names",
    "Itself",
    "Union",
];

fn types(bench: &Bench) {
    let write = |path: &str, text: &str| bench.write(&format!("docs/models/{path}.md"), text);
    let fields: Vec<_> = NAMES.iter().map(|name| (*name, "String", "x")).collect();
    write("components/Names", &page("Names", &fields));
    write("components/OptionalNames", &page("Optional Names", &fields).replace("heavy_check_mark", "heavy_minus_sign"));
    let values: String = NAMES.iter().map(|name| format!("- `{}`\n", serde_json::json!(name))).collect();
    write("components/Values", &format!("# Values\n\n## Values\n\n{values}"));
    for title in TITLES {
        let link = format!("[Optional\\<{title}>]({title}Page.md)");
        let rows = [
            ("a", "String", "x"),
            ("b", "List\\<String>", "x"),
            ("c", "Map\\<String, String>", "x"),
            ("d", link.as_str(), "x"),
        ];
        write(
            &format!("components/{title}Page"),
            &page(title, &rows).replace(":heavy_check_mark: | x |\n| `d`", ":heavy_minus_sign: | x |\n| `d`"),
        );
    }
    let links: Vec<String> = TITLES.iter().map(|title| format!("List\\<[{title}]({title}Page.md)>")).collect();
    let rows: Vec<_> = TITLES.iter().zip(&links).map(|(title, link)| (*title, link.as_str(), "x")).collect();
    write("components/Lists", &page("Lists", &rows));
    let deep = [
        format!("{}String{}", "List<".repeat(9), ">".repeat(9)),
        format!("{}Deep{}", "Map<String, ".repeat(9), ">".repeat(9)),
    ];
    write("components/Deep", &page("Deep", &[("a", &deep[0], "x"), ("b", &deep[1], "x")]));
    write(
        "components/Itself",
        &page("Itself", &[("a", "[Itself](Itself.md)", "x"), ("b", "Map<String, [Union](Union.md)>", "x")]),
    );
    for folder in FOLDERS {
        write(&format!("{folder}/Thing"), &page("Thing", &[("a", "String", "x")]));
        write(&format!("{folder}/Same"), &page(folder, &[("a", "String", "x")]));
    }
}

fn unions(bench: &Bench) {
    for (title, members) in
        [("Union", MEMBERS), ("Only", &["Only"]), ("Ring", &["Circle"]), ("Circle", &["Ring", "Only"]), ("Empty", &[])]
    {
        let members: String = members.iter().map(|member| format!("### `{member}`\n\n```java\nx\n```\n\n")).collect();
        bench.write(
            &format!("docs/models/components/{title}.md"),
            &format!("# {title}\n\n## Supported Types\n\n{members}"),
        );
    }
}

fn prose(bench: &Bench) {
    let names: Vec<String> = (0..PROSE.len()).map(|at| format!("p{at}")).collect();
    let rows: Vec<_> = names.iter().zip(PROSE).map(|(name, prose)| (name.as_str(), "String", *prose)).collect();
    bench.write("docs/models/prose/Cells.md", &page("Cells", &rows));
    let table = "## Fields\n\n| Field | Type | Required | Description | Example |\n| --- | --- | --- | --- | --- |\n";
    for (at, prose) in PROSE.iter().enumerate() {
        let block = prose.replace("<br/>", "\n");
        let title = prose.replace("<br/>", " ");
        let row = format!(
            "| ~~`x`~~ | String | :heavy_minus_sign: | : warning: ** DEPRECATED **: {prose}<br/><br/>x | {prose} |\n"
        );
        bench.write(&format!("docs/models/prose/P{at}.md"), &format!("# T {title}\n\n{block}\n\n{table}{row}"));
        bench.write(
            &format!("docs/sdks/prose{at}/README.md"),
            &format!(
                "# G {title}\n\n{}",
                operation(&format!("o {title}"), &usage(&format!("o{at}"), "get", "/x"), &[])
            ),
        );
    }
}

fn operations(bench: &Bench) {
    let all = operation("post", &usage("all", "post", "/x/{self}/{type}"), NAMES);
    let none = all
        .replace("\"all\"", "\"none\"")
        .replace("/{self}/{type}", "")
        .replace("heavy_check_mark", "heavy_minus_sign");
    let few = operation("few", &usage("few", "get", "/x/{a_1}"), &["a_1", "a1", "A1", "builder", "b", "c", "state"]);
    let errors = "### Response\n\n**[Pet](../../models/components/PetPage.md)**\n\n### Errors\n\n| Error Type | Status Code | Content Type |\n| --- | --- | --- |\n| models/components/PetPage | 404, 404 | text/é² |\n| models/components/PetPage | 418 | */*\" |\n| models/errors/APIException | 4XX, 5XX | \\*/\\* |\n\n";
    let wrong = operation("wrong", &usage("wrong", "get", "/x"), &[]) + errors;
    let beside =
        ["few-error", "fewBuilder", "FewSuccess"].map(|id| operation(id, &usage(id, "get", "/x"), &[])).concat();
    bench.write("docs/sdks/odd/README.md", &format!("# Odd\n\n{all}{none}{few}{wrong}{beside}"));
    for name in TITLES.iter().chain(FOLDERS) {
        let section = operation(name, &usage(name, "get", "/x"), &["a", "b", "c", "d"]);
        bench.write(&format!("docs/sdks/{name}/README.md"), &format!("# {name}\n\n{}", section));
    }
}

#[test]
fn odd_docs_give_rust_without_a_warning() {
    let bench = Bench::new();
    [types, unions, prose, operations].iter().for_each(|write| write(&bench));
    bench.generate();
    let lock = workspace().join("Cargo.lock");
    std::fs::copy(lock, bench.path("out/Cargo.lock")).expect("the lock file");
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .args(["check", "--offline", "--quiet", "--color", "never"])
        .env("CARGO_TARGET_DIR", workspace().join("target"));
    let checked = cargo.current_dir(bench.path("out")).output().expect("cargo");
    let said = String::from_utf8_lossy(&checked.stderr);
    assert!(checked.status.success() && !said.contains("warning"), "{said}");
}
