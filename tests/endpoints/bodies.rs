//! Bodies of requests: JSON, forms, multipart, raw.

use crate::call::{Draft, FileField, RawBody};
use http::Request;
use serde_json::json;

/// The first boundary that is tried.
const BOUNDARY: &str = "part-boundary-0000000000000000";

fn finished(draft: Draft) -> Request<Vec<u8>> {
    draft.finish("POST", "https://api.example.com", "*/*").expect("the URL is valid")
}

fn text(request: &Request<Vec<u8>>) -> String {
    String::from_utf8_lossy(request.body()).into_owned()
}

#[test]
fn json_is_written_as_it_serializes() {
    let mut draft = Draft::new("/");
    draft.json(Some(&json!({"a": [1, null]}))).unwrap();
    let request = finished(draft);
    assert_eq!(request.headers()["content-type"], "application/json");
    assert_eq!(text(&request), r#"{"a":[1,null]}"#);
}

#[test]
fn a_preset_is_sent_unless_the_body_has_it() {
    for (body, sent) in [
        (json!({}), r#"{"stream":true}"#),
        (json!({"a": "}"}), r#"{"a":"}","stream":true}"#),
        (json!({"stream": false}), r#"{"stream":false}"#),
        (json!(["stream"]), r#"["stream"]"#),
    ] {
        let mut draft = Draft::new("/");
        draft.preset("stream", "true");
        draft.json(Some(&body)).unwrap();
        assert_eq!(text(&finished(draft)), sent);
    }
    let mut draft = Draft::new("/");
    draft.preset("stream", "true");
    draft.form(Some(&json!({"a": 1}))).unwrap();
    assert_eq!(text(&finished(draft)), "a=1&stream=true");
}

#[test]
fn an_absent_body_has_no_media_type() {
    let mut draft = Draft::new("/");
    draft.json::<String>(None).unwrap();
    let request = finished(draft);
    assert!(request.body().is_empty());
    assert!(!request.headers().contains_key("content-type"));
}

#[test]
fn forms_repeat_lists_and_leave_nulls_out() {
    let mut draft = Draft::new("/");
    draft.form(Some(&json!({"a": "x y", "deep": {"k": 1}, "list": [1, 2], "none": null}))).unwrap();
    let request = finished(draft);
    assert_eq!(request.headers()["content-type"], "application/x-www-form-urlencoded");
    assert_eq!(text(&request), "a=x%20y&deep=%7B%22k%22%3A1%7D&list=1&list=2");
}

#[test]
fn a_form_must_be_an_object() {
    assert!(Draft::new("/").form(Some(&json!([1]))).is_err());
}

#[test]
fn multipart_holds_files_as_bytes() {
    let mut draft = Draft::new("/");
    let body = json!({"file": {"content": "AP8=", "fileName": "a\"b.bin"}, "meta": {"k": 1}, "purpose": "x"});
    draft.multipart(Some(&body), &[FileField::object("file", "fileName", "content")]).unwrap();
    let request = finished(draft);
    assert_eq!(request.headers()["content-type"], format!("multipart/form-data; boundary={BOUNDARY}"));
    let lines = [
        "--part-boundary-0000000000000000",
        "Content-Disposition: form-data; name=\"file\"; filename=\"a%22b.bin\"",
        "Content-Type: application/octet-stream",
        "",
        "\0\u{fffd}",
        "--part-boundary-0000000000000000",
        "Content-Disposition: form-data; name=\"meta\"",
        "Content-Type: application/json",
        "",
        "{\"k\":1}",
        "--part-boundary-0000000000000000",
        "Content-Disposition: form-data; name=\"purpose\"",
        "",
        "x",
        "--part-boundary-0000000000000000--",
        "",
    ];
    assert_eq!(text(&request), lines.join("\r\n"));
    assert!(request.body().contains(&0xff), "bytes that are not text are sent as they are");
}

#[test]
fn a_boundary_occurs_in_no_part() {
    let mut draft = Draft::new("/");
    draft.multipart(Some(&json!({"a": "--part-boundary-0000000000000000"})), &[]).unwrap();
    let request = finished(draft);
    assert_eq!(request.headers()["content-type"], "multipart/form-data; boundary=part-boundary-0000000000000001");
}

#[test]
fn files_may_be_lists_and_name_their_media_type() {
    let mut draft = Draft::new("/");
    let file = json!({"file_name": "a.png", "content": "YQ==", "contentType": "image/png"});
    draft.multipart(Some(&json!({"f": [file, file]})), &[FileField::object("f", "file_name", "content")]).unwrap();
    let body = text(&finished(draft));
    assert_eq!(body.matches("name=\"f\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\na\r\n").count(), 2);
}

#[test]
fn raw_bodies_have_the_media_type_of_the_caller() {
    let mut draft = Draft::new("/");
    draft.raw(Some(&RawBody::new("image/png", *b"\x89PNG"))).unwrap();
    let request = finished(draft);
    assert_eq!(request.headers()["content-type"], "image/png");
    assert_eq!(request.body(), b"\x89PNG");
}
