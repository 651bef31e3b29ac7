//! Whether a field may be absent or null, as two trees say it.
//!
//! In: two cells of a field. Out: nothing.

use super::fixture::{Docs, merged, shown};

/// The cells of a field in the first and in the second tree, what it is, and what is reported.
type Case = (&'static str, &'static str, &'static str, &'static str);

/// A field of Go that may be absent, and may be null.
const NULLS: &str = "it | optionalnullable.OptionalNullable[`string`]";

/// Each row is `name | cell`, or `name! | cell`, where the name is always `it`.
fn join(first: &'static str, second: &'static str, cases: &[Case]) {
    for (one, other, expected, clash) in cases {
        let tree = |language, row: &str| Docs::of(language).fields("models/components/Case.md", &[row]);
        let (model, clashes) = merged(vec![tree(first, one), tree(second, other)]);
        let said = match *clash {
            "" => vec![],
            clash => vec![format!("the presence of `components/Case.it` is {clash} in 1/models/components/Case.md:7")],
        };
        assert_eq!(clashes, said, "{one} and {other}");
        assert_eq!(shown(&model, "components/Case"), format!("struct {{it: {expected}}}"), "{one} and {other}");
    }
}

#[test]
fn what_must_be_there_is_reported_where_it_differs() {
    join(
        "go",
        "go",
        &[
            ("it! | `string`", "it! | `string`", "string required", ""),
            ("it! | `string`", "it | `string`", "string required", "required here and optional"),
            ("it | `string`", "it! | `string`", "string optional", "optional here and required"),
        ],
    );
}

#[test]
fn a_null_that_both_can_show_is_reported_where_it_differs() {
    join(
        "go",
        "go",
        &[
            ("it! | `string`", "it! | `*string`", "string required", "never null here and nullable"),
            ("it! | `*string`", "it! | `string`", "string nullable", "nullable here and never null"),
            ("it! | `*string`", "it! | `*string`", "string nullable", ""),
            (NULLS, NULLS, "string optional-nullable", ""),
            (NULLS, "it | `string`", "string optional-nullable", ""),
            ("it | `string`", NULLS, "string optional-nullable", ""),
        ],
    );
}

/// That no field is marked says something where others are.
#[test]
fn an_optional_field_without_a_mark_is_never_null_where_marks_are_used() {
    let tree = |row: &str| Docs::of("go").fields("models/components/Case.md", &[row, &NULLS.replace("it", "other")]);
    let (model, clashes) = merged(vec![tree("it | `string`"), tree(NULLS)]);
    let clash = "the presence of `components/Case.it` is never null here and nullable in 1/models/components/Case.md:7";
    assert_eq!(clashes, [clash]);
    assert_eq!(shown(&model, "components/Case"), "struct {it: string optional, other: string optional-nullable}");
    let (_, clashes) = merged(vec![tree(NULLS), tree("it | `string`")]);
    assert_eq!(clashes, [clash.replace("never null here and nullable", "nullable here and never null")]);
}

#[test]
fn a_null_that_the_first_cannot_show_is_that_of_the_second() {
    join(
        "php",
        "python",
        &[
            ("it! | *string*", "it! | *str*", "string required", ""),
            ("it! | *string*", "it! | *Nullable[str]*", "string nullable", ""),
            ("it | *?string*", "it | *Optional[str]*", "string optional", ""),
            ("it | *?string*", "it | *OptionalNullable[str]*", "string optional-nullable", ""),
            ("it! | *string*", "it | *Optional[str]*", "string null-unstated", "required here and optional"),
            ("it! | *string*", "it | *OptionalNullable[str]*", "string nullable", "required here and optional"),
            ("it | *?string*", "it! | *Nullable[str]*", "string optional-nullable", "optional here and required"),
        ],
    );
    join("php", "php", &[("it! | *string*", "it! | *string*", "string null-unstated", "")]);
    join("python", "php", &[("it! | *Nullable[str]*", "it! | *string*", "string nullable", "")]);
}

/// Go and Python show no null of a list, and Python none of a date.
#[test]
fn a_null_is_shown_of_some_types_only() {
    let list = "it | optionalnullable.OptionalNullable[[]`string`]";
    join(
        "go",
        "go",
        &[
            ("it! | []`string`", "it! | []`string`", "array(string) null-unstated", ""),
            ("it | []`string`", list, "array(string) optional-nullable", ""),
            ("it | map[string]`string`", "it | map[string]`string`", "map(string) optional", ""),
        ],
    );
    let date = "it! | [date](https://docs.example.com/datetime.html#date-objects)";
    join("python", "go", &[(date, "it! | [time.Time](https://pkg.go.dev/time#Time)", "date-time required", "")]);
}
