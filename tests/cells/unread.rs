//! Cells that are no type: what is said of them, and where.
//!
//! In: cells of Python's docs. Out: nothing.

use crate::markdown::{self, FIELDS};
use tablature::{
    config::Config,
    generate::understand,
    source::{Code, Sources},
};

/// The findings on a cell: the text that is marked, the code, and what is wrong with it.
fn findings(cell: &str) -> Vec<String> {
    let front = "<!-- Start Servers [server] -->\n| # | Server |\n| - | - |\n| 0 | `https://pets.example` |\n";
    let page = markdown::page("models/pet.md", &format!("{FIELDS}{}", markdown::rows(&[&format!("x | {cell}")])));
    let section = markdown::operation("python", "go", "get /go", &[]);
    let pages =
        [("README.md", front), ("models/pet.md", &page), ("sdks/pets/README.md", &format!("# Pets\n\n{section}"))];
    let sources = Sources::from_memory(pages);
    let found = understand(&sources, &Config::default()).diagnostics.list;
    let of_page =
        found.iter().filter_map(|it| Some((it, it.span?))).filter(|(it, _)| it.code != Code::GuessedCredential);
    of_page
        .map(|(it, span)| {
            let (line, column) = sources.position(span.file, span.start);
            format!("{}:{line}:{column} {} ({})", it.code.text(), it.message, it.label)
        })
        .collect()
}

#[test]
fn what_is_no_type_is_told_at_its_place() {
    for (cell, column, why) in [
        ("", 10, "the type ends too early"),
        ("str[", 9, "the type ends too early"),
        ("str*", 12, "a `*` too many"),
        ("str)", 12, "`)` is left over"),
        ("str str", 13, "`str` is left over"),
        ("a-b", 10, "`-b` is left over"),
        ("List[str", 9, "a `]` is missing"),
        ("List[str]]", 18, "`]` is left over"),
        ("[x](", 9, "an unclosed `[`, or a link without a target"),
    ] {
        let told = format!("T0201:7:{column} `{cell}` is not a type: its values are carried as raw JSON ({why})");
        assert_eq!(findings(cell), [told]);
    }
    for cell in ["*str", "`str", "Literal[\"a]\"]"] {
        assert_eq!(findings(cell), [""; 0], "{cell}");
    }
}

/// Real cells nest three levels.
#[test]
fn types_nest_ten_levels() {
    let nested = |depth: usize| format!("{}str{}", "List[".repeat(depth), "]".repeat(depth));
    assert_eq!(findings(&nested(9)), [""; 0]);
    let found = findings(&nested(10));
    assert!(found.len() == 1 && found[0].ends_with("(nested too deeply)"), "{found:?}");
    // How many stand beside each other does not count.
    let wide = vec![nested(3); 12].join(", ");
    assert_eq!(findings(&format!("Union[{wide}]")), [""; 0]);
}
