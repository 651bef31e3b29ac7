//! Results out of responses: what any endpoint makes of statuses, headers and bodies.

use super::count::{Count, CountError};
use crate::call::{Endpoint, ReadError, Reader, Received};
use http::{HeaderMap, HeaderValue, Response, header};
use std::{error::Error, time::Duration};

fn failed(status: u16, body: &str) -> CountError {
    let response = Response::builder().status(status).body(body).expect("the status is valid");
    Count::parse(response).expect_err("the response is no success")
}

#[test]
fn any_2xx_is_a_success() {
    for status in [200, 201, 204, 207] {
        let response = Response::builder().status(status).body("").expect("the status is valid");
        Count::parse(response).expect("the status says success");
    }
}

#[test]
fn a_declared_error_has_its_body() {
    let CountError::NotFound(failure) = failed(404, r#"{"id":7}"#) else { panic!("404 is declared") };
    assert_eq!(failure.body["id"], 7);
}

#[test]
fn a_body_that_does_not_fit_its_status_keeps_the_response() {
    let CountError::Other(response) = failed(404, "<html>") else { panic!("the body is no JSON") };
    assert_eq!((response.status.as_u16(), response.text().as_ref()), (404, "<html>"));
    assert!(response.reason.is_some_and(|reason| reason.json().is_some()));
}

#[test]
fn a_status_that_is_not_declared_keeps_the_response() {
    let CountError::Other(response) = failed(418, "tea") else { panic!("418 is not declared") };
    assert_eq!((response.status.as_u16(), response.body.as_slice()), (418, b"tea".as_slice()));
    assert!(response.reason.is_none());
}

#[test]
fn statuses_say_what_may_succeed_later() {
    for (status, retryable) in [(400, false), (408, true), (429, true), (500, true), (501, false), (503, true)] {
        let error = failed(status, "");
        assert_eq!((error.status().as_u16(), error.is_retryable()), (status, retryable));
    }
}

#[test]
fn waiting_times_are_seconds() {
    for (value, wait) in [("120", Some(120)), ("Wed, 21 Oct 2026 07:28:00 GMT", None), ("-1", None)] {
        let response = Response::builder().status(503).header("Retry-After", value).body("");
        let error = Count::parse(response.expect("the header is valid")).expect_err("503 is no success");
        assert_eq!(error.retry_after(), wait.map(Duration::from_secs), "{value}");
        assert_eq!(error.headers()["retry-after"], value);
    }
}

#[test]
fn errors_read_well_and_show_no_body() {
    let error: Box<dyn Error> = Box::new(failed(404, r#""s3cret""#));
    assert_eq!(error.to_string(), "HTTP 404 Not Found");
    assert_eq!(failed(502, "s3cret").to_string(), "HTTP 502 Bad Gateway");
}

/// Reads a body with a media type as one of three types.
fn chosen(media_type: &'static str, body: &str) -> Result<String, ReadError> {
    let headers: HeaderMap = [(header::CONTENT_TYPE, HeaderValue::from_static(media_type))].into_iter().collect();
    let choices: [(&str, Reader<String>); 3] = [
        ("application/json", |received| received.json::<u8>().map(|number| format!("number {number}"))),
        ("application/json", |received| received.json::<bool>().map(|truth| format!("truth {truth}"))),
        ("image/png", |received| received.bytes().map(|bytes| format!("{} bytes", bytes.len()))),
    ];
    Received::new(&headers, body.as_bytes()).choose(&choices)
}

#[test]
fn one_of_several_bodies_is_chosen_by_media_type_and_fit() {
    assert_eq!(chosen("application/json; charset=utf-8", "7").unwrap(), "number 7");
    assert_eq!(chosen("application/problem+json", "true").unwrap(), "truth true");
    assert_eq!(chosen("IMAGE/PNG", "7").unwrap(), "1 bytes");
    assert_eq!(chosen("text/plain", "true").unwrap(), "truth true", "JSON is read whatever it is called");
    assert!(chosen("text/html", "<html>").is_err());
}

#[test]
fn texts_are_plain_or_json() {
    for (media_type, body, text) in [
        ("text/plain", "\"quoted\"", "\"quoted\""),
        ("application/json", "\"quoted\"", "quoted"),
        ("", "\"quoted\"", "quoted"),
        ("", "plain", "plain"),
    ] {
        let headers: HeaderMap = [(header::CONTENT_TYPE, HeaderValue::from_static(media_type))].into_iter().collect();
        assert_eq!(Received::new(&headers, body.as_bytes()).text().unwrap(), text);
    }
}
