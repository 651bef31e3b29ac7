//! Parameters at their places: paths, queries, headers.

use crate::call::{Draft, Globals, Place, RequestError};
use serde_json::{Value, json};

/// A way to write a query parameter.
type Style = fn(&mut Draft, &'static str, &Value) -> Result<(), RequestError>;

fn query(style: Style, value: &Value) -> String {
    let mut draft = Draft::new("/search");
    style(&mut draft, "a", value).expect("values of JSON serialize");
    let request = draft.finish("GET", "https://api.example.com", "*/*").expect("the URL is valid");
    request.uri().query().unwrap_or_default().to_owned()
}

fn path(value: &Value) -> Result<String, RequestError> {
    let mut draft = Draft::new("/things/{id}/parts");
    draft.path("id", value)?;
    Ok(draft.finish("GET", "https://api.example.com/v1/", "*/*")?.uri().to_string())
}

fn header(value: &Value) -> Result<Option<Vec<u8>>, RequestError> {
    let mut draft = Draft::new("/");
    draft.header("X-Thing", value)?;
    let request = draft.finish("GET", "https://api.example.com", "*/*")?;
    Ok(request.headers().get("x-thing").map(|value| value.as_bytes().to_vec()))
}

#[test]
fn scalars_in_a_query_are_escaped() {
    for style in [Draft::query::<Value> as Style, Draft::query_joined::<Value>, Draft::query_deep::<Value>] {
        assert_eq!(query(style, &json!("a b&c=d/é+%")), "a=a%20b%26c%3Dd%2F%C3%A9%2B%25");
        assert_eq!(query(style, &json!(12)), "a=12");
        assert_eq!(query(style, &json!(true)), "a=true");
        assert_eq!(query(style, &json!("")), "a=");
        assert_eq!(query(style, &Value::Null), "");
    }
}

#[test]
fn lists_in_a_query_follow_their_style() {
    let list = json!(["x,y", 2, null]);
    assert_eq!(query(Draft::query::<Value>, &list), "a=x%2Cy&a=2");
    assert_eq!(query(Draft::query_joined::<Value>, &list), "a=x%2Cy,2");
    assert_eq!(query(Draft::query_deep::<Value>, &list), "a=x%2Cy&a=2");
    assert_eq!(query(Draft::query_joined::<Value>, &json!([])), "");
}

#[test]
fn objects_in_a_query_follow_their_style() {
    let object = json!({"deep": {"er": true}, "k": "v", "list": [1, 2], "n": null});
    assert_eq!(
        query(Draft::query_deep::<Value>, &object),
        "a%5Bdeep%5D%5Ber%5D=true&a%5Bk%5D=v&a%5Blist%5D=1&a%5Blist%5D=2"
    );
    assert_eq!(query(Draft::query::<Value>, &json!({"k": "v", "n": 1})), "k=v&n=1");
    assert_eq!(query(Draft::query_joined::<Value>, &json!({"k": "v", "n": 1})), "a=k,v,n,1");
}

#[test]
fn json_in_a_query_is_text() {
    assert_eq!(query(Draft::query_json::<Value>, &json!({"k": [1, null]})), "a=%7B%22k%22%3A%5B1%2Cnull%5D%7D");
    assert_eq!(query(Draft::query_json::<Value>, &json!("b")), "a=%22b%22");
    assert_eq!(query(Draft::query_json::<Value>, &Value::Null), "");
}

#[test]
fn path_parameters_are_escaped_below_the_base() {
    assert_eq!(path(&json!("a/b?c")).unwrap(), "https://api.example.com/v1/things/a%2Fb%3Fc/parts");
    assert_eq!(path(&json!("{id}")).unwrap(), "https://api.example.com/v1/things/%7Bid%7D/parts");
    assert_eq!(path(&json!(7)).unwrap(), "https://api.example.com/v1/things/7/parts");
    assert_eq!(path(&json!(["a", "b"])).unwrap(), "https://api.example.com/v1/things/a,b/parts");
}

#[test]
fn path_parameters_cannot_leave_their_segment() {
    for value in [json!(""), json!("."), json!(".."), Value::Null] {
        assert_eq!(path(&value), Err(RequestError::PathParameter { name: "id" }), "{value}");
    }
}

#[test]
fn a_placeholder_without_a_parameter_is_an_error() {
    let draft = Draft::new("/things/{id}");
    let error = draft.finish("GET", "https://api.example.com", "*/*").unwrap_err();
    assert_eq!(error.to_string(), "no parameter fills a placeholder of `/things/{id}`");
}

#[test]
fn headers_hold_text_and_no_line_breaks() {
    assert_eq!(header(&json!("plain")), Ok(Some(b"plain".to_vec())));
    assert_eq!(header(&json!(["a", 1])), Ok(Some(b"a,1".to_vec())));
    assert_eq!(header(&Value::Null), Ok(None));
    assert_eq!(header(&json!("a\r\nX-Other: b")), Err(RequestError::Header { name: "X-Thing".to_owned() }));
}

#[test]
fn a_header_of_a_parameter_is_not_overwritten() {
    let mut draft = Draft::new("/");
    draft.header("Accept", "text/csv").unwrap();
    let request = draft.finish("GET", "https://api.example.com", "application/json").unwrap();
    assert_eq!(request.headers()["accept"], "text/csv");
}

#[test]
fn secret_headers_are_marked() {
    let mut draft = Draft::new("/");
    draft.secret_header("X-Key", "s3cret").unwrap();
    let request = draft.finish("GET", "https://api.example.com", "*/*").unwrap();
    assert!(request.headers()["x-key"].is_sensitive());
    assert!(!format!("{request:?}").contains("s3cret"));
}

#[test]
fn a_base_needs_a_scheme_and_a_host() {
    for base in ["", "api.example.com", "/v1", "https://", "https://a b", "https://api.example.com?x=1", "https://x#y"]
    {
        let error = Draft::new("/things").finish("GET", base, "*/*").unwrap_err();
        assert!(matches!(error, RequestError::Url { .. }), "{base}: {error}");
    }
}

#[test]
fn errors_show_no_values() {
    let mut draft = Draft::new("/things/{id}");
    draft.path("id", "s3cret").unwrap();
    draft.query("key", "s3cret").unwrap();
    let error = draft.finish("GET", "nowhere", "*/*").unwrap_err();
    assert!(!format!("{error} {error:?}").contains("s3cret"));
}

#[test]
fn what_a_call_does_not_give_is_the_clients() {
    let mut globals = Globals::default();
    let rows = [
        (Place::Path, "id", "own"),
        (Place::Query, "page", "1"),
        (Place::Query, "page", "2"),
        (Place::Header, "x-a", "b"),
    ];
    rows.iter().for_each(|(place, name, value)| globals.set(*place, name, value));
    assert!(!format!("{globals:?}").contains("own"), "values may be secrets");
    let sent = |given: Option<&str>| {
        let mut draft = Draft::new("/things/{id}").globals(&globals);
        draft.demand(Place::Path, "id", given.is_some())?;
        draft.path("id", &given)?;
        draft.query("page", &given)?;
        draft.query_json("page", &given)?;
        draft.header("x-a", &given)?;
        let request = draft.finish("GET", "https://api.example.com", "*/*")?;
        let header = request.headers().get("x-a").and_then(|value| value.to_str().ok()).map(str::to_owned);
        Ok::<_, RequestError>((request.uri().to_string(), header))
    };
    assert_eq!(
        sent(None),
        Ok(("https://api.example.com/things/own?page=2&page=%222%22".to_owned(), Some("b".to_owned())))
    );
    assert_eq!(
        sent(Some("7")),
        Ok(("https://api.example.com/things/7?page=7&page=%227%22".to_owned(), Some("7".to_owned())))
    );
    let missing = Draft::new("/{id}").demand(Place::Path, "id", false).expect_err("nobody gives it");
    assert_eq!(missing.to_string(), "neither the call nor the client gives `id`");
}
