//! Cells at the edges of what can be read: how deep they may nest, text with brackets in it, choices of one or of none.
//!
//! In: cells of Python and Go. Out: nothing.

use super::fixture::{Layout, shape};
use crate::operations::fixture::Tree;
use tablature::{dialect::Language, model::TypeId};

const PYTHON: Layout = Layout { language: Language::Python, folder: "models", module: "models" };

/// What a cell means, or why it is none.
fn read(language: &'static str, cell: &str) -> Result<String, String> {
    let tree = Tree::of(language).fields("models/components/Case.md", &[&format!("it! | {cell}")]);
    let (model, found) = tree.operation("go", "post /go", &[], "").lower();
    match found.list.first() {
        Some(finding) => Err(finding.label.clone()),
        None => Ok(shape(&model.get(&TypeId::new("components/Case")).shape)),
    }
}

#[test]
fn expressions_nest_ten_deep() {
    let lists = |count: usize| format!("{}*str*{}", "List[".repeat(count), "]".repeat(count));
    let items = |count: usize| format!("`{}string`", "[]".repeat(count));
    let behind = |count: usize| format!("List[str{}]", "[]".repeat(count));
    let too_deep = Err("nested too deeply".to_owned());
    assert!(read("python", &lists(9)).is_ok_and(|it| it.matches("array(").count() == 9));
    assert_eq!(read("python", &lists(10)), too_deep);
    assert!(read("go", &items(9)).is_ok_and(|it| it.matches("array(").count() == 9));
    assert_eq!(read("go", &items(10)), too_deep);
    assert!(read("python", &behind(8)).is_ok_and(|it| it.matches("array(").count() == 9));
    assert_eq!(read("python", &behind(9)), too_deep);
}

#[test]
fn what_is_wrong_with_a_cell_is_told() {
    for (cell, expected) in [
        ("str*", "a `*` too many"),
        ("*str* and more", "`and more` is left over"),
        ("List[str", "a `]` is missing"),
        ("List[str int]", "a `]` is missing"),
        ("[models.Pet", "an unclosed `[`, or a link without a target"),
        ("[a b](https://example.com) c", "`c` is left over"),
        ("{ [k: string]: str", "a `}` is missing"),
        ("{ str", "an unclosed `{`"),
        ("Literal[\"a", "an unclosed string"),
        ("List[\\;]", "a name is missing"),
        (",", "`,` does not begin a type"),
    ] {
        let found = read("python", cell);
        assert_eq!(found, Err(expected.to_owned()), "{cell}");
    }
}

#[test]
fn choices_and_literals_at_the_edges() {
    PYTHON.cells(&[
        ('+', "*Literal[-1]*", "int64 required = -1"),
        ('+', "*Union[Nullable[str]]*", "string nullable"),
        ('+', "*Union[str, None]*", "string nullable"),
        ('-', "*Union[None, Nullable[str]]*", "string optional"),
        ('+', "*Union[str]*", "string required"),
        ('+', "*Union[str, str]*", "string required"),
        ('+', "*Union[str, Any]*", "any required"),
        ('+', "*Union[str, bytes]*", "bytes required"),
        ('+', "*Union[str, str, str, str, str, str, str, str, str, str, str, str]*", "string required"),
        ('+', "[Literal[\"]\"]](https://docs.example.com/)", "Case#f9 required = \"]\""),
    ]);
}
