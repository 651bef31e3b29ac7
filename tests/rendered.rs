//! Findings as text and as JSON, and the places that they point to.
//!
//! In: findings in small texts. Out: nothing.

use serde_json::{Value, json};
use tablature::{
    render::{Count, human, json as json_lines, visible},
    source::{Code, Diagnostic, Diagnostics, File, FileId, Policy, Severity, Sources, Span, is_page},
};

/// A page of one folder.
fn file(root: &str, path: &str, text: &str) -> File {
    File { tree: 0, path: path.to_owned(), root: root.to_owned(), text: text.to_owned() }
}

fn at(start: u32, end: u32) -> Span {
    Span { file: FileId(0), start, end }
}

/// A finding as it is printed on this text.
fn printed(text: &str, finding: Diagnostic) -> String {
    human(&[finding], &Sources::new(vec![file("docs/", "a.md", text)]), false)
}

#[test]
fn a_finding_is_printed_whole() {
    let finding = Diagnostic::at(Code::NoTitle, at(9, 12), "no title").label("here").help("write one\nor two");
    let expected = "\
error[T0101]: no title
 --> docs/a.md:2:4
  |
2 | # täxt
  |    ^^ here
  |
  = help: write one
          or two

";
    assert_eq!(printed("first\n# täxt\nlast\n", finding), expected);
    let general = Diagnostic::general(Code::NoPages, "nothing");
    assert_eq!(printed("", general.clone()), "error[T0504]: nothing\n\n");
    assert_eq!(printed("", general.help("x")), "error[T0504]: nothing\n  |\n  = help: x\n\n");
}

#[test]
fn what_a_terminal_would_act_on_is_shown_as_pictures() {
    let finding = Diagnostic::at(Code::NoTitle, at(2, 5), "a\u{1b}[0m").label("b\u{7}");
    let text = printed("\u{1b}x\u{9b}y\r\n", finding);
    assert!(
        text.contains("error[T0101]: a␛[0m\n") && text.contains("1 | ␛x\u{fffd}y\n") && text.contains("^^ b␇"),
        "{text}"
    );
    for (text, shown) in [
        ("a\tb\n", "a\tb\n"),
        ("\0\r\u{1f}", "␀␍␟"),
        ("\u{7f}", "\u{2421}"),
        ("\u{80}\u{9f}", "\u{fffd}\u{fffd}"),
        ("\u{202a}\u{202e}\u{2066}\u{2069}", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
        ("\u{2029}\u{202f}\u{2065}\u{206a}é", "\u{2029}\u{202f}\u{2065}\u{206a}é"),
    ] {
        assert_eq!(visible(text), shown, "{text:?}");
    }
}

/// What a finding quotes may be of any length.
#[test]
fn long_messages_are_cut() {
    let message = |length: usize| printed("", Diagnostic::general(Code::NoPages, "é".repeat(length)));
    assert_eq!(message(1000), format!("error[T0504]: {}\n\n", "é".repeat(1000)));
    assert_eq!(message(1001), format!("error[T0504]: {}…\n\n", "é".repeat(1000)));
}

#[test]
fn places_in_long_lines_have_their_column() {
    let line = format!("{}here{}", "é".repeat(30_000), "x".repeat(30_000));
    let start = 60_000;
    let text =
        printed(&format!("first\n{line}\n"), Diagnostic::at(Code::NoTitle, at(6 + start, 6 + start + 4), "long"));
    assert!(
        text.contains(" --> docs/a.md:2:30001\n")
            && text.contains("here")
            && text.contains("^^^^")
            && text.len() < 2000,
        "{}",
        &text[..300]
    );
}

/// Ten findings of a code are printed, and the others are counted.
#[test]
fn many_findings_of_one_code_are_counted() {
    let many = |code: Code, count: usize| (0..count).map(move |at| Diagnostic::general(code, format!("number {at}")));
    let list: Vec<Diagnostic> =
        many(Code::NoPages, 11).chain(many(Code::Contradiction, 10)).chain(many(Code::GuessedName, 13)).collect();
    let text = human(&list, &Sources::default(), false);
    assert_eq!(text.matches(": number ").count(), 30, "{text}");
    let [pages, names] = [Code::NoPages, Code::GuessedName].map(Code::title);
    let more = |word: &str, code: &str, title: &str, count: usize| {
        format!("{word}[{code}]: {title}: and {count} more; --format json prints all\n\n")
    };
    let rest = [more("error", "T0504", pages, 1), more("warning", "T0704", names, 3)].concat();
    assert!(text.ends_with(&rest) && text.matches(" more; ").count() == 2, "{text}");
    assert!(human(&list, &Sources::default(), true).contains("\u{1b}["));
}

#[test]
fn findings_are_lines_of_json() {
    let sources = Sources::new(vec![file("docs", "a.md", "first\nsecond\n")]);
    let placed = Diagnostic::at(Code::NoTitle, at(3, 8), "no").label("here").help("write");
    let text = json_lines(&[placed, Diagnostic::general(Code::GuessedName, "so")], &sources);
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let place =
        json!({ "file": "docs/a.md", "line": 1, "column": 4, "end_line": 2, "end_column": 3, "text": "st\nse" });
    let expected = [
        json!({ "code": "T0101", "severity": "error", "message": "no", "place": place, "label": "here", "help": "write" }),
        json!({ "code": "T0704", "severity": "warning", "message": "so", "place": null, "label": null, "help": null }),
    ];
    assert_eq!(lines, expected);
}

#[test]
fn findings_are_counted_by_severity() {
    let of = |errors: usize, warnings: usize| {
        let error = vec![Diagnostic::general(Code::NoPages, "x"); errors];
        let warning = vec![Diagnostic::general(Code::GuessedName, "x"); warnings];
        Count::of(&[error, warning].concat())
    };
    assert_eq!(of(2, 3), Count { errors: 2, warnings: 3 });
    let words = [of(0, 0), of(1, 0), of(0, 1), of(2, 1), of(1, 2)].map(|count| count.to_string());
    assert_eq!(words, ["", "1 error", "1 warning", "2 errors, 1 warning", "1 error, 2 warnings"]);
}

#[test]
fn findings_are_judged_and_sorted() {
    let of = |code: Code, span: Option<Span>, message: &str| Diagnostic::at(code, span, message);
    let mut found = Diagnostics::default();
    let last = of(Code::NoTitle, Some(at(4, 5)), "b");
    for finding in [
        last.clone(),
        of(Code::NoTitle, Some(at(4, 5)), "a"),
        of(Code::Contradiction, None, "x"),
        last,
        of(Code::NoTitle, Some(at(2, 9)), "c"),
    ] {
        found.push(finding);
    }
    found.sort();
    let messages: Vec<&str> = found.list.iter().map(|it| it.message.as_str()).collect();
    assert_eq!(messages, ["x", "c", "a", "b"]);
    assert!(found.has_errors());
    found.judge(Policy::LENIENT);
    assert!(!found.has_errors() && found.list.iter().all(|it| it.severity() == Severity::Warning));
    found.judge(Policy::STRICT);
    assert!(found.has_errors());
    assert!(!Diagnostics { list: vec![Diagnostic::general(Code::GuessedName, "x")] }.has_errors());
    assert_eq!(Diagnostic::general(Code::GuessedName, "x").with_code(Code::NoPages).severity(), Severity::Error);
}

#[test]
fn lines_and_columns_are_counted_from_one() {
    let sources = Sources::new(vec![file("", "a.md", "é b\r\n\r\nc ")]);
    let position = |byte: u32| sources.position(FileId(0), byte);
    assert_eq!(
        [position(0), position(1), position(2), position(4), position(5)],
        [(1, 1), (1, 1), (1, 2), (1, 4), (1, 5)]
    );
    assert_eq!([position(6), position(8), position(100)], [(2, 1), (3, 1), (3, 3)]);
    let line = |line: u32| sources.line(FileId(0), line).map(|span| (span.start, span.end, sources.text(span)));
    assert_eq!([line(0), line(1)], [Some((0, 4, "é b")), Some((0, 4, "é b"))]);
    assert_eq!([line(2), line(3), line(4)], [Some((6, 6, "")), Some((8, 9, "c")), None]);
    assert_eq!(sources.line_of(0, "a.md", 3).map(|span| sources.text(span)), Some("c"));
    assert_eq!(
        [sources.line_of(0, "b.md", 1), sources.line_of(1, "a.md", 1), sources.line(FileId(7), 1)],
        [None, None, None]
    );
    assert_eq!([sources.text(at(3, 1)), sources.text(at(0, 99)), sources.text(at(1, 2))], ["", "", ""]);
}

/// Carriage returns alone are white space, unless a text has no other breaks; marks of editors are dropped.
#[test]
fn odd_line_breaks_are_fixed() {
    for (text, fixed) in [
        ("a\rb\nc", "a b\nc"),
        ("a\rb\rc", "a\nb\nc"),
        ("a\r\nb", "a\r\nb"),
        ("a\r\r\nb\r", "a \r\nb "),
        ("\u{feff}a", "a"),
        ("a\u{feff}", "a\u{feff}"),
    ] {
        assert_eq!(Sources::from_memory([("a.md", text)]).files()[0].text, fixed, "{text:?}");
    }
}

#[test]
fn files_have_ids_by_tree_and_path() {
    let own = |tree: u32, path: &str| File { tree, path: path.to_owned(), root: String::new(), text: path.to_owned() };
    let mut sources = Sources::new(vec![own(1, "a.md"), own(0, "b/c.mdx"), own(0, "b.md"), own(0, ".md")]);
    let paths: Vec<(u32, &str)> = sources.files().iter().map(|file| (file.tree, file.path.as_str())).collect();
    assert_eq!(paths, [(0, ".md"), (0, "b.md"), (0, "b/c.mdx"), (1, "a.md")]);
    assert_eq!(
        [sources.find(0, "b/c.mdx"), sources.find(1, "a.md"), sources.find(1, "b.md")],
        [Some(FileId(2)), Some(FileId(3)), None]
    );
    assert_eq!(sources.files().iter().map(File::stem).collect::<Vec<_>>(), ["", "b", "c", "a"]);
    let [first, second] = ["x.toml", "y.toml"].map(|path| sources.attach(path, format!("of {path}")));
    assert_eq!([first, second].map(|id| sources.get(id).text.as_str()), ["of x.toml", "of y.toml"]);
    assert_eq!(sources.position(second, 3), (1, 4));
    let sources = sources.with_pages(Sources::from_memory([("new.md", "new")]));
    assert_eq!((sources.get(second).path.as_str(), sources.files().len()), ("y.toml", 1));
    let pages = ["a.md", "b.mdx", ".md", "docs/c.md", "a.MD", "a.rs", "md", "a.md.txt"];
    assert_eq!(pages.map(|path| is_page(path.as_ref())), [true, true, true, true, false, false, false, false]);
}

/// The front page is the marked one in the docs folder, else that beside it.
#[test]
fn front_pages_are_marked() {
    let marked = "# A\n<!-- Start Summary [summary] -->\n";
    let front = |inside: Option<&str>, beside: Option<&str>| {
        let pages = [("README.md", inside), ("../README.md", beside)];
        let sources = Sources::from_memory(pages.iter().filter_map(|(path, text)| Some((*path, (*text)?))));
        sources.front_page(0).map(|id| sources.get(id).path.clone())
    };
    let (own, other) = (Some("README.md".to_owned()), Some("../README.md".to_owned()));
    assert_eq!(
        [front(Some(marked), Some(marked)), front(Some("# A\n"), Some(marked)), front(None, Some(marked))],
        [own.clone(), other.clone(), other]
    );
    assert_eq!([front(Some(marked), None), front(Some(" <!-- Start x"), None), front(None, None)], [own, None, None]);
}
