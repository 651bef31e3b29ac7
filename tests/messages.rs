//! What findings say: one for a cause, at its place, with what mends it.
//!
//! In: a small docs tree with a fault. Out: nothing.

use crate::docs::{Bench, COLOR, PET};
use serde_json::Value;

/// The findings of a run: code, place (`Pet.md:5`) and help of each.
fn found(bench: &Bench) -> Vec<[String; 3]> {
    let ran = bench.run(&["generate", "--format", "json", "--dangling", "error"]);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let place = |place: &Value| {
        let file = text(&place["file"]);
        format!("{}:{}", file.rsplit('/').next().unwrap_or_default(), place["line"])
    };
    let lines = ran.stderr.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    lines
        .filter(|it| it["code"].is_string())
        .map(|it| [text(&it["code"]), place(&it["place"]), text(&it["help"])])
        .collect()
}

#[test]
fn a_page_that_is_not_understood_is_one_finding() {
    let of = |color: &[u8]| {
        let bench = Bench::new();
        std::fs::write(bench.path("docs/models/components/Color.md"), color).expect("a page");
        found(&bench)
    };
    let one = |code: &str, line: u32, help: &str| vec![[code.to_owned(), format!("Color.md:{line}"), help.to_owned()]];
    assert_eq!(
        of(COLOR.replace("## Values", "## Valeus").as_bytes()),
        one("T0109", 4, "write the heading `## Values`")
    );
    assert_eq!(of(COLOR.replace("# Color\n", "").as_bytes()), one("T0101", 1, "write `# Color` as its first line"));
    let help = "save the page as UTF-8, for example by `iconv -f WINDOWS-1252 -t UTF-8`";
    assert_eq!(of(&[COLOR.as_bytes(), b"\n\xe9t\xe9\n"].concat()), one("T0001", 11, help));
    assert_eq!(of(COLOR.replace("| Value |", "| Valu |").as_bytes()), one("T0104", 6, "write `Value`"));
}

#[test]
fn a_page_that_nothing_links_to_need_not_be_understood() {
    let bench = Bench::new();
    bench.write("docs/models/components/Notes.md", &PET.replace("# Pet", "# Notes").replace("## Fields", "## Remarks"));
    let codes: Vec<String> = found(&bench).into_iter().map(|[code, ..]| code).collect();
    assert_eq!(codes, ["T0102"]);
}
