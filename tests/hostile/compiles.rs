//! Whatever the pages name things, and whatever their prose is, the crate compiles without a warning.
//!
//! In: one docs tree of all that is odd. Out: a crate in a temporary folder, checked by cargo with this workspace's lock file and
//! build folder, so that its dependencies are there.

use super::{
    operation, page, usage,
    words::{FOLDERS, NAMES, ODD_TITLES, PROSE, TITLES, VALUES},
};
use crate::{docs::Fixture, workspace};
use std::{
    path::Path,
    process::{Command, Output},
};

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

fn types(fixture: &Fixture) {
    let write = |path: &str, text: &str| fixture.write(&format!("docs/models/{path}.md"), text);
    let fields: Vec<_> = NAMES.iter().map(|name| (*name, "String", "x")).collect();
    write("components/Names", &page("Names", &fields));
    write("components/OptionalNames", &page("Optional Names", &fields).replace("heavy_check_mark", "heavy_minus_sign"));
    let values: String = NAMES.iter().chain(VALUES).map(|name| format!("- `{}`\n", serde_json::json!(name))).collect();
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
    for (at, title) in ODD_TITLES.iter().enumerate() {
        write(&format!("components/Odd{at}"), &page(title, &[("a", "String", "x")]));
    }
    for folder in FOLDERS {
        write(&format!("{folder}/Thing"), &page("Thing", &[("a", "String", "x")]));
        write(&format!("{folder}/Same"), &page(folder, &[("a", "String", "x")]));
    }
}

fn unions(fixture: &Fixture) {
    for (title, members) in
        [("Union", MEMBERS), ("Only", &["Only"]), ("Ring", &["Circle"]), ("Circle", &["Ring", "Only"]), ("Empty", &[])]
    {
        let members: String = members.iter().map(|member| format!("### `{member}`\n\n```java\nx\n```\n\n")).collect();
        fixture.write(
            &format!("docs/models/components/{title}.md"),
            &format!("# {title}\n\n## Supported Types\n\n{members}"),
        );
    }
}

fn prose(fixture: &Fixture) {
    let names: Vec<String> = (0..PROSE.len()).map(|at| format!("p{at}")).collect();
    let rows: Vec<_> = names.iter().zip(PROSE).map(|(name, prose)| (name.as_str(), "String", *prose)).collect();
    fixture.write("docs/models/prose/Cells.md", &page("Cells", &rows));
    let table = "## Fields\n\n| Field | Type | Required | Description | Example |\n| --- | --- | --- | --- | --- |\n";
    for (at, prose) in PROSE.iter().enumerate() {
        let block = prose.replace("<br/>", "\n");
        let title = prose.replace("<br/>", " ");
        let row = format!(
            "| ~~`x`~~ | String | :heavy_minus_sign: | : warning: ** DEPRECATED **: {prose}<br/><br/>x | {prose} |\n"
        );
        fixture.write(&format!("docs/models/prose/P{at}.md"), &format!("# T {title}\n\n{block}\n\n{table}{row}"));
        fixture.write(
            &format!("docs/sdks/prose{at}/README.md"),
            &format!(
                "# G {title}\n\n{}",
                operation(&format!("o {title}"), &usage(&format!("o{at}"), "get", "/x"), &[])
            ),
        );
    }
}

fn operations(fixture: &Fixture) {
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
    fixture.write("docs/sdks/odd/README.md", &format!("# Odd\n\n{all}{none}{few}{wrong}{beside}"));
    for name in TITLES.iter().chain(FOLDERS) {
        let section = operation(name, &usage(name, "get", "/x"), &["a", "b", "c", "d"]);
        fixture.write(&format!("docs/sdks/{name}/README.md"), &format!("# {name}\n\n{}", section));
    }
}

#[test]
fn odd_docs_give_rust_without_a_warning() {
    let fixture = Fixture::new();
    [types, unions, prose, operations].iter().for_each(|write| write(&fixture));
    fixture.generate();
    cargo(&fixture, &["check"]);
    cargo(&fixture, &["doc", "--no-deps"]);
    runs_no_script(&workspace().join("target/doc/pet_api"));
}

/// Runs cargo on the crate, and gives what it lists: no compiler, and no rustdoc, has anything to say.
pub fn cargo(fixture: &Fixture, command: &[&str]) -> String {
    let ran = run_cargo(fixture, command);
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success() && !said.contains("warning"), "{said}");
    String::from_utf8_lossy(&ran.stdout).into_owned()
}

pub fn run_cargo(fixture: &Fixture, command: &[&str]) -> Output {
    std::fs::copy(workspace().join("Cargo.lock"), fixture.path("out/Cargo.lock")).expect("the lock file");
    let mut cargo = Command::new(env!("CARGO"));
    let (first, rest) = command.split_first().expect("a command");
    cargo.arg(first).args(["--offline", "--quiet", "--color", "never"]).args(rest).current_dir(fixture.path("out"));
    cargo.env("CARGO_TARGET_DIR", workspace().join("target")).output().expect("cargo")
}

/// What a browser would run, were it not escaped.
const SCRIPTS: &[&str] = &[
    "<script>alert",
    "<script >alert",
    "<img src=x",
    "<svg/onload",
    "<iframe",
    "<object",
    "<style>*",
    "<base href=//",
    "<p onclick",
    "<a href=\"javascript:",
    "<a href=\"vbscript:",
    "<a href=\"data:",
    "<a href=\"file:",
    "<a href=\"//evil",
];

fn runs_no_script(folder: &Path) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            runs_no_script(&path);
        } else if path.extension().is_some_and(|ending| ending == "html") {
            let page = std::fs::read_to_string(&path).expect("a page").to_lowercase();
            let found = SCRIPTS.iter().find(|script| page.contains(**script));
            assert_eq!(found, None, "{}", path.display());
        }
    }
}
