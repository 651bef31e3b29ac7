//! Any text may stand in a page: the worst is a diagnostic.
//!
//! In: the pages of `specs/`, with something broken into them. Out: nothing; a panic fails the test.

use crate::workspace;
use proptest::prelude::*;
use std::sync::OnceLock;
use tablature::{
    config::Config,
    generate::{Generated, generate},
    source::{Diagnostics, File, Sources, load},
};

/// Pieces on which readers of markdown, of tables and of type cells have stumbled.
const PIECES: &[&str] = &[
    "|",
    "\\|",
    "\n",
    "\r\n",
    "`",
    "```",
    "~~",
    "*",
    "**",
    "_",
    "<",
    ">",
    "\\<",
    "[",
    "](",
    ")",
    "](../../models/.md)",
    "](../../../../etc/passwd)",
    "# ",
    "## Fields\n",
    "## Values\n",
    "| --- |",
    "<!--",
    "-->",
    "<br/>",
    "&amp;",
    "\0",
    "\u{202e}",
    "é",
    "🦀",
    "{",
    "}",
    "{{",
    "Optional\\<",
    "List\\<List\\<",
    "T.nilable(",
    ":heavy_check_mark:",
    ":warning:",
    "://",
    "\t",
    "    ",
    "'",
    "\"",
    "#[doc",
    "*/",
    "r#type",
    "Self",
    "crate::",
    "9",
    "-",
    "UsageSnippet",
    "path=\"/{a}/{a}/{\"",
];

fn specs() -> &'static [File] {
    static FILES: OnceLock<Vec<File>> = OnceLock::new();
    FILES.get_or_init(|| {
        let root = workspace().join("specs").try_into().expect("a path in UTF-8");
        load(&[root], &mut Diagnostics::default()).expect("specs/ is readable").files().to_vec()
    })
}

/// Replaces `length` bytes at `at` (both brought within bounds) by some pieces.
fn splice(text: &str, at: usize, length: usize, pieces: &[&str]) -> String {
    let floor = |byte: usize| (0..=byte.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
    let start = floor(at % (text.len() + 1));
    let end = floor(start + length).max(start);
    format!("{}{}{}", &text[..start], pieces.concat(), &text[end..])
}

fn run(files: Vec<File>) -> Generated {
    generate(&Sources::new(files), &Config::default())
}

fn pieces() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(PIECES), 0..5)
}

/// The more pages, the fewer cases: each generates the whole crate.
fn cases() -> u32 {
    u32::try_from(96 * 64 / specs().len().max(64)).unwrap_or(1).max(2)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_broken_page_is_a_diagnostic_at_worst(
        page in 0..specs().len(), at in any::<usize>(), length in 0..80_usize, pieces in pieces(),
    ) {
        let mut files = specs().to_vec();
        files[page].text = splice(&files[page].text, at, length, &pieces);
        let generated = run(files);
        prop_assert_eq!(generated.files.is_empty(), generated.diagnostics.has_errors());
    }

    #[test]
    fn a_page_of_any_text_is_a_diagnostic_at_worst(text in "\\PC{0,200}", path in "(models|sdks)/[a-zA-Z]{1,9}/[^/\\x00]{1,9}") {
        let file = File { tree: 0, path: format!("{path}.md"), root: String::new(), text };
        run(vec![file]);
    }

    #[test]
    fn the_order_of_files_does_not_show(files in Just(specs().to_vec()).prop_shuffle()) {
        let (ours, theirs) = (run(specs().to_vec()), run(files));
        prop_assert_eq!(ours.files, theirs.files);
        prop_assert_eq!(ours.diagnostics.list, theirs.diagnostics.list);
    }
}
