//! What the source says of a field: its name in JSON, whether it may be null, its only value.
//!
//! In: a row of a page, and facts of the class. Out: nothing.

use super::facts::class;
use crate::{cells::fixture::shape, operations::fixture::Tree};
use tablature::model::{Basis, Evidence, Field, Model, Rule, TypeId};

/// The page `Ship` with these rows, and what the source says of its class.
fn ship(language: &'static str, rows: &[&str], facts: &[&str]) -> Model {
    let answer = "### Response\n\n**[components.Ship](../../models/components/Ship.md)**\n";
    let tree =
        Tree::of(language).fields("models/components/Ship.md", rows).operation("sail", "post /sail", &[], answer);
    tree.facts(&class("components/Ship", facts)).model()
}

fn shown(model: &Model) -> String {
    shape(&model.get(&TypeId::new("components/Ship")).shape)
}

fn fields(model: &Model) -> &[Field] {
    model.get(&TypeId::new("components/Ship")).shape.fields()
}

/// What the field `mast` becomes.
fn mast(language: &'static str, row: &str, facts: &[&str]) -> String {
    let facts: Vec<String> = facts.iter().map(|fact| format!("of = \"mast\", {fact}")).collect();
    let facts: Vec<&str> = facts.iter().map(String::as_str).collect();
    shown(&ship(language, &[row], &facts)).trim_start_matches("struct {").trim_end_matches('}').to_owned()
}

#[test]
fn a_field_has_the_name_that_the_source_gives_it() {
    for (facts, expected) in [
        (&["wire = 'MAST'"][..], "MAST"),
        (&["form = 'm[]'"], "m[]"),
        (&["multipart = 'm'"], "m"),
        (&["query = 'q'"], "q"),
        (&["header = 'H'"], "H"),
        (&["path = 'p'"], "p"),
        (&["path = 'p'", "query = 'q'", "form = 'f'", "wire = 'w'"], "w"),
        (&["path = 'p'", "header = 'h'", "query = 'q'", "multipart = 'm'"], "m"),
        (&["path = 'p'", "header = 'h'"], "h"),
        (&["wire = 'one'", "wire = 'two'", "form = 'f'"], "f"),
        (&["wire = 'one'", "wire = 'one'", "form = 'f'"], "one"),
        (&["wire = ''", "form = 'f'"], "f"),
        (&["wire = 'w'", "body = ''"], "mast"),
        (&["default = 'd'"], "mast"),
    ] {
        assert_eq!(mast("python", "mast! | *str*", facts), format!("{expected}: string required"), "{facts:?}");
    }
    let model =
        ship("python", &["mast! | *str*", "sail! | *str*"], &["of = 'sail', wire = 'S'", "of = 'mast', wire = 'M'"]);
    let places: Vec<&Basis> = fields(&model).iter().map(|field| &field.wire.basis).collect();
    let at = |line| Basis::Read(Evidence::Annotation, format!("components/Ship.src:{line}"));
    assert_eq!(places, [&at(2), &at(1)]);
}

#[test]
fn a_number_is_whole_where_the_source_says_so() {
    for (cell, plain, whole) in [
        ("*number*", "number", "int64"),
        ("*number*[]", "array(number)", "array(int64)"),
        ("Record<string, *number*>", "map(number)", "map(int64)"),
        ("*string*", "string", "string"),
        ("*bigint*", "int64", "int64"),
        ("*Decimal*", "decimal", "decimal"),
    ] {
        let row = format!("mast! | {cell}");
        let of = |fact| mast("typescript", &row, &["wire = 'mast'", fact]);
        assert_eq!(of("default = '1'"), format!("mast: {plain} required"));
        assert_eq!(of("integer = ''"), format!("mast: {whole} required"));
    }
}

/// Names of Go's fields are made by a rule, which must not give the name of another field.
#[test]
fn a_name_that_a_rule_made_gives_way_to_one_of_the_source() {
    let names = |facts: &[&str]| {
        let model = ship("go", &["MastHead! | `string`", "Sail! | `string`", "Boom! | `string`"], facts);
        fields(&model).iter().map(|field| field.wire.value.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&["of = 'Sail', wire = 's'"]), ["mastHead", "s", "boom"]);
    assert_eq!(names(&["of = 'Sail', wire = 'mastHead'"]), ["MastHead", "mastHead", "boom"]);
    let both = ["of = 'Sail', wire = 'mastHead'", "of = 'Boom', wire = 'MastHead'"];
    assert_eq!(names(&both), ["mastHead", "mastHead", "MastHead"], "its own name is taken, too");
    let model = ship("go", &["MastHead! | `string`", "Sail! | `string`"], &["of = 'Sail', wire = 'mastHead'"]);
    assert_eq!(fields(&model)[0].wire.basis, Basis::Rule(Rule::WireNameToStayApart));
}

#[test]
fn null_is_what_the_source_says_where_the_page_cannot() {
    let (null, name) = (&["wire = 'mast'", "nullable = 'true'"][..], &["wire = 'mast'"][..]);
    for (language, row, facts, expected) in [
        ("python", "mast! | *str*", null, "string nullable"),
        ("python", "mast! | *str*", name, "string required"),
        ("python", "mast! | *Nullable[str]*", name, "string nullable"),
        ("python", "mast! | List[*str*]", null, "array(string) nullable"),
        ("python", "mast! | List[*str*]", name, "array(string) required"),
        ("python", "mast! | List[*str*]", &["default = 'x'"], "array(string) null-unstated"),
        ("python", "mast | *Optional[str]*", null, "string optional-nullable"),
        ("python", "mast | *Optional[str]*", name, "string optional"),
        ("python", "mast | *OptionalNullable[str]*", name, "string optional-nullable"),
        ("python", "mast! | *Literal[True]*", null, "boolean required = true"),
        ("typescript", "mast! | *string*", name, "string required"),
        ("typescript", "mast! | *string*", &["default = 'x'"], "string null-unstated"),
        ("typescript", "mast | *string*", null, "string optional-nullable"),
        ("java", "mast! | List\\<*String*>", name, "array(string) required"),
        ("java", "mast | *Optional\\<String>*", null, "string optional-nullable"),
        ("go", "mast! | []`string`", name, "array(string) null-unstated"),
        ("go", "mast! | []`string`", null, "array(string) nullable"),
        ("go", "mast! | map[string]`string`", name, "map(string) null-unstated"),
        ("go", "mast | `*string`", null, "string optional-nullable"),
        ("csharp", "mast! | *string*", name, "string required"),
        ("csharp", "mast! | *string*", null, "string nullable"),
        ("csharp", "mast! | *decimal*", name, "decimal required"),
        ("csharp", "mast | *string*", null, "string optional"),
        ("php", "mast! | *string*", name, "string required"),
        ("php", "mast! | array<*string*>", name, "array(string) required"),
        ("php", "mast | *?string*", null, "string optional"),
        ("ruby", "mast! | *::String*", name, "string required"),
        ("ruby", "mast | *T.nilable(::String)*", null, "string optional"),
    ] {
        assert_eq!(mast(language, row, facts), format!("mast: {expected}"), "{language} {row} {facts:?}");
    }
}

#[test]
fn the_only_value_of_a_field_is_a_constant_of_its_type() {
    for (cell, facts, expected) in [
        ("*str*", &["constant = '\"oak\"'"][..], "string required = \"oak\""),
        ("*str*", &["constant = \"'oak'\""], "string required = \"oak\""),
        ("*str*", &["constant = '\\\"oak\\\"'"], "string required = \"oak\""),
        ("*str*", &["constant = '3'"], "string required = \"3\""),
        ("*int*", &["constant = '3'"], "int64 required = 3"),
        ("*int*", &["constant = 'three'"], "int64 required"),
        ("*bool*", &["constant = 'True'"], "boolean required = true"),
        ("*bool*", &["constant = 'false'"], "boolean required = false"),
        ("*bool*", &["constant = '1'"], "boolean required"),
        ("*float*", &["constant = '3'"], "float64 required"),
        ("*str*", &["fixed = ''", "default = 'oak'"], "string required = \"oak\""),
        ("*str*", &["fixed = ''"], "string required"),
        ("*str*", &["default = 'oak'"], "string required"),
        ("*str*", &["fixed = ''", "default = 'oak'", "constant = 'elm'"], "string required = \"elm\""),
        ("*Literal[True]*", &["constant = 'false'"], "boolean required = true"),
    ] {
        let row = format!("mast! | {cell}");
        assert_eq!(mast("python", &row, facts), format!("mast: {expected}"), "{cell} {facts:?}");
    }
    let model = ship("java", &["mast! | *int*"], &["of = 'mast', constant = '3'"]);
    let fact = fields(&model)[0].constant.as_ref().expect("a constant");
    assert_eq!(fact.basis, Basis::Read(Evidence::Annotation, "components/Ship.src:1".to_owned()));
}
