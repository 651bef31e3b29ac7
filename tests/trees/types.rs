//! The type of one field in two trees: the more precise one is taken, and two that cannot be one are reported.
//!
//! In: two cells of a field. Out: nothing.

use super::fixture::{Docs, merged};
use crate::cells::fixture::ty;
use tablature::model::{Model, TypeId};

/// The cells of a field in the first and in the second tree; and its type, or both where they differ.
type Case = (&'static str, &'static str, &'static str);

const HOME: &str = "[components.Home](../../models/components/Home.md)";
const VOID: &str = "[components.Void](../../models/components/Void.md)";
const KIND: &str = "[components.Kind](../../models/components/Kind.md)";
const LEVEL: &str = "[components.Level](../../models/components/Level.md)";
const OWNER: &str = "[components.Owner](../../models/components/Owner.md)";
const CHOICE: &str = "[components.Choice](../../models/components/Choice.md)";
const INSTANT: &str = "[time.Time](https://pkg.go.dev/time#Time)";
const DATE: &str = "[types.Date](https://pkg.go.dev/example/types#Date)";

/// A tree whose page `Case` has a field for each cell, beside a type of each kind.
fn tree<'c>(language: &'static str, cells: impl Iterator<Item = &'c str>) -> Docs {
    let rows: Vec<String> = cells.enumerate().map(|(at, cell)| format!("f{at}! | {cell}")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let text = match language {
        "java" => "String",
        "python" => "str",
        _ => "string",
    };
    Docs::of(language)
        .fields("models/components/Case.md", &rows)
        .fields("models/components/Home.md", &[&format!("street! | *{text}*")])
        .fields("models/components/Void.md", &[])
        .values("models/components/Kind.md", &["cat"])
        .values("models/components/Level.md", &["1"])
        .page("models/components/Owner.md", "")
        .union("models/components/Choice.md", &["components.Home", text])
        .get_pet(&[], "[components.Case](../../models/components/Case.md)")
}

/// What became of each field's type.
fn outcome(model: &Model, clashes: &[String], at: usize) -> String {
    let field = &model.get(&TypeId::new("components/Case")).shape.fields()[at];
    let start = format!("the type of `components/Case.{}` is ", field.wire.value);
    let end = format!(" in 1/models/components/Case.md:{}", at + 7);
    let clash = clashes.iter().find_map(|it| it.strip_prefix(&start)?.strip_suffix(&end));
    clash.map_or_else(|| ty(&field.ty), |it| it.replace(" here and ", ", not "))
}

/// Checks what becomes of fields: of the cell in the first tree, and the cell in the second.
fn join(first: &'static str, second: &'static str, cases: &[Case]) {
    let trees = vec![tree(first, cases.iter().map(|it| it.0)), tree(second, cases.iter().map(|it| it.1))];
    let (model, clashes) = merged(trees);
    let row = |(one, other, ty): (&str, &str, &str)| format!("{one} and {other} => {ty}");
    let expected: Vec<String> = cases.iter().copied().map(row).collect();
    let found = cases.iter().enumerate();
    let found = found.map(|(at, (one, other, _))| row((one, other, &outcome(&model, &clashes, at))));
    assert_eq!(found.collect::<Vec<_>>(), expected);
}

#[test]
fn anything_says_less_than_a_type() {
    join(
        "go",
        "go",
        &[
            ("`any`", "`string`", "string"),
            ("`string`", "`any`", "string"),
            ("`any`", HOME, "Home"),
            (HOME, "`any`", "Home"),
            ("[]`any`", "[]`string`", "array(string)"),
            ("[]`string`", "[]`any`", "array(string)"),
            ("`any`", "[]`string`", "array(string)"),
            ("map[string]`any`", "map[string]`int64`", "map(int64)"),
            ("map[string]`int64`", "map[string]`any`", "map(int64)"),
            ("[]map[string]`any`", "[]map[string]`int64`", "array(map(int64))"),
            ("[]`string`", "map[string]`any`", "a list of `string`, not a map to `any`"),
        ],
    );
}

#[test]
fn an_item_that_may_be_null_in_either_tree_may_be_null() {
    join(
        "go",
        "go",
        &[
            ("[]`string`", "[]`*string`", "array(nullable(string))"),
            ("[]`*string`", "[]`string`", "array(nullable(string))"),
            ("[]`*string`", "[]`*string`", "array(nullable(string))"),
            ("[]`string`", "[][*time.Time](https://pkg.go.dev/time#Time)", "array(nullable(date-time))"),
            ("[]`*string`", "[][time.Time](https://pkg.go.dev/time#Time)", "array(nullable(date-time))"),
            ("[]`*any`", "[]`*string`", "array(nullable(string))"),
            ("[]`*string`", "[]`bool`", "a list of `string` or null, not a list of `boolean`"),
            ("map[string]`string`", "map[string]`*int64`", "a map to `string`, not a map to `int64` or null"),
        ],
    );
}

#[test]
fn text_of_a_form_says_more_than_text() {
    let forms = [
        ("`string`", INSTANT, "date-time"),
        (INSTANT, "`string`", "date-time"),
        ("`string`", DATE, "date"),
        (DATE, "`string`", "date"),
        ("`string`", "`[]byte`", "bytes"),
        ("`[]byte`", "`string`", "bytes"),
        ("`string`", "`types.Decimal`", "decimal"),
        ("`types.Decimal`", "`string`", "decimal"),
        (INSTANT, "`[]byte`", "`date-time`, not `bytes`"),
        ("`bool`", INSTANT, "`boolean`, not `date-time`"),
        (INSTANT, "`bool`", "`date-time`, not `boolean`"),
    ];
    join("go", "go", &forms);
}

#[test]
fn dates_are_told_apart_by_the_tree_whose_words_do() {
    let (php, php_date) =
        (r"[\DateTime](https://www.php.net/manual/en/class.datetime.php)", "[LocalDate](https://example.com)");
    join("go", "go", &[(INSTANT, DATE, "`date-time`, not `date`"), (DATE, INSTANT, "`date`, not `date-time`")]);
    join("php", "go", &[(php, DATE, "date"), (php_date, INSTANT, "date-time")]);
    join("go", "php", &[(DATE, php, "date"), (INSTANT, php_date, "date-time")]);
    join("php", "php", &[(php, php_date, "date-time")]);
}

#[test]
fn numbers_have_the_width_of_the_tree_whose_words_tell_it() {
    join(
        "go",
        "go",
        &[
            ("`int32`", "`int64`", "`int32`, not `int64`"),
            ("`float32`", "`float64`", "`float32`, not `float64`"),
            ("`types.Decimal`", "`float64`", "`decimal`, not `float64`"),
            ("`int64`", "`float64`", "`int64`, not `float64`"),
            ("`string`", "`float64`", "`string`, not `float64`"),
            ("`float64`", "`string`", "`float64`, not `string`"),
        ],
    );
    join(
        "python",
        "go",
        &[
            ("*int*", "`int32`", "int32"),
            ("*float*", "`float32`", "float32"),
            ("*float*", "`types.Decimal`", "decimal"),
            ("*int*", "`float64`", "`int64`, not `float64`"),
            ("*float*", "`int32`", "`float64`, not `int32`"),
        ],
    );
    join(
        "go",
        "python",
        &[
            ("`int32`", "*int*", "int32"),
            ("`float32`", "*float*", "float32"),
            ("`types.Decimal`", "*float*", "decimal"),
            ("`int32`", "*float*", "`int32`, not `float64`"),
        ],
    );
    join("python", "python", &[("*float*", "*Decimal*", "float64")]);
    join(
        "typescript",
        "go",
        &[
            ("*number*", "`int32`", "int32"),
            ("*number*", "`float32`", "float32"),
            ("*number*", "`types.Decimal`", "decimal"),
            ("*number*", "`bool`", "`number`, not `boolean`"),
        ],
    );
    join("go", "typescript", &[("`int32`", "*number*", "int32"), ("`float32`", "*number*", "float32")]);
}

#[test]
fn a_named_type_says_more_than_what_it_is_in_json() {
    join(
        "go",
        "go",
        &[
            (HOME, "map[string]`any`", "Home"),
            (HOME, "map[string]`string`", "`components/Home`, not a map to `string`"),
            (HOME, "`string`", "`components/Home`, not `string`"),
            (VOID, "map[string]`string`", "Void"),
            (VOID, "`string`", "`components/Void`, not `string`"),
            (KIND, "`string`", "Kind"),
            (KIND, "`int64`", "`components/Kind`, not `int64`"),
            (LEVEL, "`int64`", "Level"),
            (LEVEL, "`float32`", "Level"),
            (LEVEL, "`string`", "`components/Level`, not `string`"),
            (OWNER, "`bool`", "Owner"),
            (CHOICE, "`bool`", "Choice"),
            (CHOICE, "[]`bool`", "Choice"),
        ],
    );
    join(
        "go",
        "go",
        &[
            ("map[string]`any`", HOME, "Home"),
            ("map[string]`string`", HOME, "a map to `string`, not `components/Home`"),
            ("`string`", HOME, "`string`, not `components/Home`"),
            ("map[string]`string`", VOID, "map(string)"),
            ("map[string]`any`", VOID, "map(any)"),
            ("`string`", VOID, "`string`, not `components/Void`"),
            ("`string`", KIND, "Kind"),
            ("`int64`", KIND, "`int64`, not `components/Kind`"),
            ("`int64`", LEVEL, "Level"),
            ("`float64`", LEVEL, "Level"),
            ("`string`", LEVEL, "`string`, not `components/Level`"),
            ("`bool`", OWNER, "boolean"),
            ("`bool`", CHOICE, "boolean"),
            ("[]`bool`", CHOICE, "array(boolean)"),
            ("map[string]`any`", CHOICE, "map(any)"),
        ],
    );
}

#[test]
fn named_types_of_two_kinds_differ() {
    join(
        "go",
        "go",
        &[
            (HOME, KIND, "`components/Home`, not `components/Kind`"),
            (KIND, HOME, "`components/Kind`, not `components/Home`"),
            (KIND, VOID, "`components/Kind`, not `components/Void`"),
            (HOME, VOID, "Home"),
            (HOME, OWNER, "Home"),
            (CHOICE, HOME, "Choice"),
            (HOME, LEVEL, "`components/Home`, not `components/Level`"),
        ],
    );
}
