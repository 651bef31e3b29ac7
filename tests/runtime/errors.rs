//! Errors say where in the text they stand.

use super::error_of;
use crate::support::Extra;

macro_rules! object {
    ($name:ident $builder:ident $([$($required:ident)*])? { $($table:tt)* } $($field:ident: $type:ty),*) => {
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name { $(pub $field: $type,)* extra: Extra }
        crate::support::object! { $name, $builder<$([$($required)*])?> { $($table)* } }
    };
}

object!(Outer OuterBuilder { preset "properties" properties: Vec<Inner>; optional "odd key" odd: Inner; } properties: Vec<Inner>, odd: Option<Inner>);
object!(Inner InnerBuilder [key] { required "key" key: String => N0 N0; optional "list" list: Vec<i64>; } key: String, list: Option<Vec<i64>>);

fn check(json: &str, expected: &str) {
    assert_eq!(error_of::<Outer>(json), expected, "{json}");
}

#[test]
fn paths_name_keys_and_indexes() {
    check(
        r#"{"properties":[{"key":"a"},{"key":5}]}"#,
        "at `properties[1].key`: invalid type: integer `5`, expected a string",
    );
    check(r#"{"properties":[{"list":[1]}]}"#, "at `properties[0]`: missing field `key`");
    check(r#"{"properties":[{}]}"#, "at `properties[0]`: missing field `key`");
    check(r#"{}"#, "missing field `properties`");
    check(
        r#"{"properties":[], "odd key":{"key":"\"","list":[true]}}"#,
        "at `[\"odd key\"].list[0]`: invalid type: boolean `true`, expected i64",
    );
    check(
        "{\n \"properties\":\n  [ {\n \"key\" : {} }]}",
        "at `properties[0].key`: invalid type: map, expected a string",
    );
    check(r#"[]"#, "invalid type: sequence, expected an object, `Outer`");
}

#[test]
fn texts_that_were_found_are_not_told() {
    check(
        r#"{"properties":[{"key":"a","list":["s3cret, expected"]}]}"#,
        "at `properties[0].list[0]`: invalid type: string, expected i64",
    );
    check(r#""s3cret""#, "invalid type: string, expected an object, `Outer`");
    let error = crate::support::decode::<Outer>(br#"{"properties":"s3cret"}"#).unwrap_err();
    assert!(error.excerpt().contains("s3cret") && !format!("{error:?}").contains("s3cret"));
}

#[test]
fn broken_text_is_located_too() {
    check(r#"{"properties":[{"key":"a"#, "at `properties[0].key`: EOF while parsing a string");
    check("", "EOF while parsing a value");
    check("<html>", "expected value");
}

/// Keys are the server's: an error does not grow with them, nor with how deep they stand.
#[test]
fn paths_of_long_keys_are_cut() {
    let key = "\\u001b".repeat(2_000);
    let error = error_of::<Outer>(&format!(r#"{{"{key}":[}}"#));
    assert!(error.starts_with("at `[\"\\u{1b}") && error.len() < 1_000, "{error}");
    let deep = format!("{}[x", format!(r#"{{"{}":"#, "é".repeat(300)).repeat(60));
    let error = error_of::<Outer>(&format!(r#"{{"odd":{deep}"#));
    assert!(error.starts_with("at `…é") && error.len() < 1_200, "{error}");
}

#[test]
fn excerpts_stay_within_the_text() {
    let json = format!("{{\"properties\":[{{\"key\":\"{}\", \"list\": 5}}]}}", "é".repeat(100));
    let error = crate::support::decode::<Outer>(json.as_bytes()).unwrap_err();
    assert!(error.excerpt().len() <= 70 && error.excerpt().contains("\"list\""));
}

#[derive(Debug, Clone, PartialEq)]
pub struct NotFound {
    pub message: Option<String>,
    extra: Extra,
}

crate::support::object! {
    NotFound, NotFoundBuilder<>, new() {
        optional "message" message: String;
    }
}

crate::support::api_error!(NotFound message);

#[test]
fn bodies_of_errors_are_errors_of_rust() {
    let boxed: Box<dyn std::error::Error> = NotFound::builder().message("there is no such pet").build().into();
    assert_eq!(boxed.to_string(), "NotFound: there is no such pet");
    assert_eq!(NotFound::new().to_string(), "NotFound");
}
