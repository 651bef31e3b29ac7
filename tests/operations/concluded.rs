//! What names alone tell of an operation: texts that are secrets, names with brackets in the query.
//!
//! In: arguments and cells. Out: nothing.

use super::fixture::{Tree, places};
use tablature::model::ErrorStatus;

#[test]
fn texts_with_names_of_secrets_are_secret() {
    let names = [
        ("password", "*str*", true),
        ("old_passwd", "*str*", true),
        ("client_secret", "*str*", true),
        ("access_token", "*str*", true),
        ("token_count", "*str*", false),
        ("tokens", "*str*", false),
        ("page_token", "*str*", false),
        ("next_token", "*str*", false),
        ("api_key", "*str*", true),
        ("key", "*str*", false),
        ("sort_key", "*str*", false),
        ("credentials", "*str*", true),
        ("secret", "*int*", false),
        ("password_list", "List[*str*]", false),
    ];
    let rows: Vec<String> = names.iter().map(|(name, ty, _)| format!("{name}! | {ty}")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let tree = Tree::of("python").fields("models/components/Pet.md", &rows);
    let model = tree.operation("find", "get /pets", &rows, "").model();
    let expected: Vec<bool> = names.iter().map(|(_, _, is_secret)| *is_secret).collect();
    let fields: Vec<bool> = model.types[0].shape.fields().iter().map(|field| field.secret).collect();
    let parameters: Vec<bool> = model.operations[0].parameters.iter().map(|parameter| parameter.secret).collect();
    assert_eq!((fields, parameters), (expected.clone(), expected));
}

/// Pages of errors write statuses in many ways.
#[test]
fn statuses_of_errors() {
    use ErrorStatus::{Class, One, Rest};
    for (cell, expected) in [
        ("404", Some(vec![One(404)])),
        ("100, 599", Some(vec![One(100), One(599)])),
        ("4XX", Some(vec![Class(4)])),
        ("4xx,5xX", Some(vec![Class(4), Class(5)])),
        ("4XX - 5XX", Some(vec![Class(4), Class(5)])),
        ("1XX-3XX", Some(vec![Class(1), Class(2), Class(3)])),
        ("5XX-4XX", None),
        ("Default", Some(vec![Rest])),
        ("404, default", Some(vec![One(404), Rest])),
        ("99", None),
        ("600", None),
        ("6XX", None),
        ("0XX", None),
        ("4X", None),
        ("404-410", None),
        ("404,", None),
        ("", None),
    ] {
        assert_eq!(ErrorStatus::read(cell), expected, "{cell}");
    }
    assert_eq!([One(404), Class(4), Rest].map(|it| it.to_string()), ["404", "4XX", "default"]);
}

/// That one parameter of a family is shown with brackets says how the others are written.
#[test]
fn a_query_that_the_docs_show_with_brackets_has_them() {
    let of = |shown: &str| {
        let tree = Tree::of("python").operation("find", "get /pets", &["filter_owner_name | *Optional[str]*"], shown);
        places(&tree.only())
    };
    assert_eq!(of("Such as `?filter[kind]=cat`.\n"), ["query filter[owner_name]"]);
    assert_eq!(of("Such as `?filter[pet_kind]=cat`.\n"), ["query filter[owner_name]"]);
    assert_eq!(of("Such as `?filter[pet_kind][eq]=cat`.\n"), ["query filter[owner_name]"]);
    for shown in [
        "",
        "Such as `filter[]`.\n",
        "Such as `filter[Kind]`.\n",
        "Such as `filter[a-b]`.\n",
        "Such as `prefilter[a]`.\n",
    ] {
        assert_eq!(of(shown), ["query filter_owner_name"], "{shown}");
    }
}
