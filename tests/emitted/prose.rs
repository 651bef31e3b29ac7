//! Prose of the docs as rustdoc.
//!
//! In: markdown as pages have it. Out: nothing.

use super::text;
use crate::built::{fields, structure};
use tablature::model::{Deprecation, Source, Type, TypeDef};

/// The docs of a type, without the line that says where it is from.
fn docs(markdown: &str) -> Vec<String> {
    let source = Source { page: "models/Pet.md".to_owned(), line: 3 };
    let pet = TypeDef { docs: Some(markdown.to_owned()), source, ..structure("Pet", &[]) };
    let toy = TypeDef { source: Source { page: "models/Toy.md".to_owned(), line: 3 }, ..structure("Plaything", &[]) };
    let text = text(&[pet, toy], "pet");
    let lines = text.lines().filter_map(|line| line.strip_prefix("///"));
    let lines: Vec<String> = lines.map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned()).collect();
    let [lines @ .., empty, from] = lines.as_slice() else { panic!("{text}") };
    assert_eq!((empty.as_str(), from.as_str()), ("", "From `models/Pet.md`, line 3."));
    lines.to_vec()
}

#[track_caller]
fn check(cases: &[(&str, &[&str])]) {
    for (markdown, expected) in cases {
        assert_eq!(docs(markdown), *expected, "{markdown:?}");
    }
}

#[test]
fn paragraphs_breaks_and_rules() {
    check(&[
        ("One.\nTwo.\n\n\nThree.", &["One.", "Two.", "", "Three."]),
        ("One.<br>Two.<br />Three.<BR>Four.</br>Five.", &["One.", "Two.", "Three.", "Four.", "Five."]),
        ("One.  \nTwo.", &["One.\\", "Two."]),
        ("One.\r\nTwo.\u{7}", &["One.", "Two."]),
        ("One.\n\n---\n\nTwo.", &["One.", "", "---", "", "Two."]),
        ("# A *b*\nc\n\n### D", &["# A *b*", "", "c", "", "### D"]),
        ("**a** _b_ ~~c~~ d", &["**a** *b* ~~c~~ d"]),
        ("a\tb", &["a    b"]),
        ("N/A", &["An object of which the docs name no field."]),
    ]);
}

#[test]
fn lists_and_quotes_nest() {
    check(&[
        ("- a\n- b\n  - c\n\nd", &["- a", "- b", "  - c", "", "d"]),
        ("x\n- a\n  b", &["x", "", "- a", "  b"]),
        ("7. a\n8. b", &["7. a", "8. b"]),
        ("9. a\n10. b\n    - c", &["9. a", "10. b", "    - c"]),
        ("- \n- b", &["-", "- b"]),
        ("> a\n> b\n>\n> - c\n\nd", &["> a", "> b", ">", "> - c", "", "d"]),
        ("- > a\n  > b", &["- > a", "  > b"]),
        ("- a\n\n  b\n- c", &["- a", "", "  b", "- c"]),
    ]);
}

#[test]
fn code_is_fenced_and_has_a_language_that_is_not_run() {
    check(&[
        ("```rust\nfn a() {}\n```", &["```text", "fn a() {}", "```"]),
        ("```JSON\n{}\n```", &["```json", "{}", "```"]),
        ("```sh,ignore\na\n```", &["```sh", "a", "```"]),
        ("```py title\na\n```", &["```py", "a", "```"]),
        ("```ts{1}\na\n```", &["```ts", "a", "```"]),
        ("```\na\n```\nb", &["```text", "a", "```", "", "b"]),
        ("````\n```\n````", &["````text", "```", "````"]),
        ("- x\n  ```\n  a\n\n  b\n  ```", &["- x", "", "  ```text", "  a", "", "  b", "  ```"]),
        ("``a`b`` and ` `` `", &["``a`b`` and ``` `` ```"]),
        ("` a`", &["`  a`"]),
    ]);
}

#[test]
fn links_lead_to_urls_and_types() {
    check(&[
        ("[a](https://a.example/b)", &["[a](https://a.example/b)"]),
        ("[a](mailto:a@b.example)", &["[a](mailto:a@b.example)"]),
        ("[a](<https://a.example/(b)>)", &["[a](<https://a.example/(b)>)"]),
        ("[a](ftp://a.example) [b](http://)", &["a b"]),
        ("[a](Toy.md)", &["[a](crate::components::Plaything)"]),
        ("[a](../models/TOY.md#fields)", &["[a](crate::components::Plaything)"]),
        ("[a](./toy.md?x=1)", &["[a](crate::components::Plaything)"]),
        ("[itself](Pet.md) [none](Nobody.md)", &["itself none"]),
        ("[`crate::components::Plaything`](Toy.md)", &["[`crate::components::Plaything`]"]),
        ("![a](https://a.example/b.png)", &["a"]),
        ("[a ![b](c.png)](https://d.example)", &["[a b](https://d.example)"]),
        ("<a@b.example>", &["a@b.example"]),
        ("see https://a.example/b, or (http://c.example).", &["see <https://a.example/b>, or (<http://c.example>)."]),
        ("[see https://a.example](https://b.example)", &["[see https://a.example](https://b.example)"]),
        ("https:// and http", &["https\\: // and http"]),
    ]);
}

#[test]
fn signs_that_mean_something_are_escaped() {
    check(&[
        ("a \\* b \\_c\\_ d_e _", &["a \\* b \\_c\\_ d_e \\_"]),
        ("1\\. a", &["1\\. a"]),
        ("12) a b", &["12. a b"]),
        (
            "a\n\\- b\n\\+ c\n\\= d\n\\| e\n: f\n\\~~~ g",
            &["a", "\\- b", "\\+ c", "\\= d", "\\| e", "\\: f", "\\~\\~\\~ g"],
        ),
        ("[a] b\\]", &["\\[a\\] b\\]"]),
        ("a ~ b \\~~ c", &["a ~ b \\~\\~ c"]),
        ("x & y &amp; z &#38; &amp;amp;", &["x & y & z & \\&amp;"]),
        ("a > b", &["a \\> b"]),
    ]);
}

#[test]
fn tags_of_html_go_and_what_is_no_tag_stays() {
    check(&[
        ("<b>a</b> <code>c</code>", &["a c"]),
        ("a <B>b</B> <Span x=\"y\">c</Span>", &["a b c"]),
        ("<p>a</p><p>b</p>", &["a", "", "b"]),
        ("<ul><li>a</li><li>b</li></ul>", &["a", "", "b"]),
        ("a <!-- <b>no</b> --> b", &["a  b"]),
        ("a <token> <1 b> </x>", &["a \\<token\\> \\<1 b\\> \\</x\\>"]),
        ("<Pet> is one", &["\\<Pet\\> is one"]),
        ("`<b>` stays", &["`<b>` stays"]),
        ("a\n\n    b <b>c</b>\n    d", &["a", "", "b c", "d"]),
        ("<!-- a", &["\\<!-- a"]),
    ]);
}

#[test]
fn tables_are_kept() {
    check(&[
        (
            "| a | b |\n| :- | - |\n| 1 `x\\|y` | *2* |\n\nc",
            &["| a | b |", "| --- | --- |", "| 1 `x\\|y` | *2* |", "", "c"],
        ),
        ("x\n\n| a |\n| - |", &["x", "", "| a |", "| --- |"]),
    ]);
}

/// What rustdoc would object to even so is written as plain text.
#[test]
fn what_cannot_be_written_safely_is_plain() {
    check(&[
        ("[a](https://b.example) [x]: c", &["[a](https://b.example) \\[x\\]: c"]),
        ("[a](https://b.example) http:// x", &["\\[a\\]\\(https\\: //b.example\\) http\\: // x"]),
        ("- [ ] todo", &["- \\[ \\] todo"]),
        ("a[^1] b", &["a\\[^1\\] b"]),
    ]);
    let deep = format!("{}end", "> ".repeat(65));
    assert_eq!(docs(&deep), [format!("{}end", "\\> ".repeat(65))]);
    let kept = format!("{}end", "> ".repeat(63));
    assert_eq!(docs(&kept), [kept]);
}

/// The docs of the only field.
fn field_docs(markdown: Option<&str>, example: &str) -> Vec<String> {
    let mut pet = structure("Pet", &[("it", Type::String)]);
    fields(&mut pet)[0].docs = markdown.map(str::to_owned);
    fields(&mut pet)[0].example = Some(example.to_owned());
    let text = text(&[pet], "pet");
    let lines = text.lines().filter_map(|line| line.strip_prefix("    ///"));
    lines.map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned()).collect()
}

#[test]
fn examples_are_code_on_one_line() {
    let long = "x".repeat(201);
    let cut = format!("Example: `{}`…", "x".repeat(200));
    for (example, expected) in [
        ("7", "Example: `7`"),
        ("{<br/>  \"a\": 1<br/>}", "Example: `{ \"a\": 1 }`"),
        ("`a`", "Example: `` `a` ``"),
        ("**Example 1:** a<br/>**Example 2:** b", "Examples: `a`, `b`"),
        ("**Example 1:** a<br/>**Example 2:** N/A", "Example: `a`"),
        ("x **Example 1:** a", "Example: `x **Example 1:** a`"),
        ("**Example a:** b", "Example: `**Example a:** b`"),
        (&long, &cut),
        (&long[1..], &format!("Example: `{}`", &long[1..])),
    ] {
        assert_eq!(field_docs(None, example), [expected], "{example}");
    }
    assert_eq!(field_docs(Some("It."), "7"), ["It.", "", "Example: `7`"]);
    assert_eq!(field_docs(Some("N/A"), " N/A "), [""; 0]);
}

/// What is advised in place of something deprecated is text on one line, in which no link opens.
#[test]
fn advice_is_plain_text() {
    let note = |text_of: &str| {
        let deprecated = Some(Deprecation { note: Some(text_of.to_owned()) });
        let text = text(&[TypeDef { deprecated, ..structure("Pet", &[]) }], "pet");
        let line = text.lines().find(|line| line.starts_with("#[deprecated")).expect("a line").to_owned();
        line.trim_start_matches("#[deprecated(note = \"").trim_end_matches("\")]").to_owned()
    };
    assert_eq!(note("Use **`b[0]`**\n\ninstead of <b>this</b>."), "Use b\\\\[0\\\\] instead of this.");
    assert_eq!(note("- a\n- b<br/>c &lt;d>"), "a b c \\\\<d>");
}
