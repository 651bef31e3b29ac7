//! Results out of responses: what any endpoint makes of statuses, headers and bodies.

use super::count::{Count, CountError, RangesError};
use crate::call::{Endpoint, Fallback, Frame, OperationError, ReadError, Received};
use http::{HeaderMap, HeaderValue, Response, StatusCode, header};
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
fn the_nearest_error_is_taken() {
    let parse = |status, body| {
        let status = StatusCode::from_u16(status).expect("the status is valid");
        RangesError::from_response(Fallback::new(status, HeaderMap::new(), body))
    };
    assert!(matches!(parse(404, b"true"), RangesError::NotFound(failure) if failure.body));
    assert!(matches!(parse(418, b"7"), RangesError::ClientError(failure) if failure.body == 7));
    assert!(matches!(parse(503, b"\"later\""), RangesError::Default(failure) if failure.body == "later"));
    assert!(matches!(parse(404, b"7"), RangesError::Other(response) if response.reason.is_some()));
    let later = parse(503, b"\"later\"");
    assert_eq!((later.status().as_u16(), later.is_retryable(), later.retry_after()), (503, true, None));
    assert!(later.headers().is_empty());
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
fn errors_tell_the_apis_own_message_or_the_start_of_an_untyped_body() {
    let error: Box<dyn Error> = Box::new(failed(404, r#""s3cret""#));
    assert_eq!(error.to_string(), "HTTP 404 Not Found");
    for (body, told) in [
        ("<html>\n  Bad", "HTTP 502 Bad Gateway: <html> Bad"),
        (r#"{"error": {"message": "No such pet."}}"#, "HTTP 502 Bad Gateway: No such pet."),
        (r#"{"code": 7, "resultMessage": "No such pet."}"#, "HTTP 502 Bad Gateway: No such pet."),
        (r#"{"errors": [{"message": "No such pet."}]}"#, "HTTP 502 Bad Gateway: No such pet."),
        ("", "HTTP 502 Bad Gateway"),
    ] {
        assert_eq!(failed(502, body).to_string(), told);
    }
    assert!(failed(502, &"long ".repeat(1000)).to_string().len() < 300);
}

crate::call::success! {
    /// Several bodies.
    Several {
        /// A number.
        "application/json" Number(i64) = json();
        "application/json" Truth(bool) = json();
        "application/json" Texts(Vec<String>) = json();
        "image/png" Picture(Vec<u8>) = bytes();
    }
}

/// Reads a body with a media type as one of several.
fn chosen(media_type: &'static str, body: &str) -> Result<Several, ReadError> {
    let headers: HeaderMap = [(header::CONTENT_TYPE, HeaderValue::from_static(media_type))].into_iter().collect();
    Received::new(&headers, body.as_bytes()).choose(Several::CHOICES)
}

#[test]
fn one_of_several_bodies_is_chosen_by_media_type_and_fit() {
    assert!(matches!(chosen("application/json; charset=utf-8", "7"), Ok(Several::Number(7))));
    assert!(matches!(chosen("application/problem+json", "true"), Ok(Several::Truth(true))));
    assert!(matches!(chosen("IMAGE/PNG", "7"), Ok(Several::Picture(bytes)) if bytes == b"7"));
    assert!(matches!(chosen("text/plain", "true"), Ok(Several::Truth(true))), "JSON is read whatever it is called");
    assert!(matches!(chosen("application/json", "[]"), Ok(Several::Texts(texts)) if texts.is_empty()));
}

#[test]
fn a_body_of_none_of_the_types_says_so() {
    let reason = |media_type, body| chosen(media_type, body).expect_err("nothing fits").to_string();
    assert_eq!(reason("text/html", "<html>"), "the body is of none of the documented types");
    assert_eq!(reason("application/json", "{}"), "the body is of none of the documented types");
    assert_eq!(reason("application/json", "[7]"), "the body is of none of the documented types");
    assert!(reason("application/json", "[\"a\", 7]").starts_with("at `[1]`: invalid type"));
}

#[test]
fn an_empty_body_is_no_json() {
    assert_eq!(Received::new(&HeaderMap::new(), b"").optional(Received::json::<u8>).unwrap(), None);
    assert_eq!(Received::new(&HeaderMap::new(), b"7").optional(Received::json::<u8>).unwrap(), Some(7));
    let reason = Received::new(&HeaderMap::new(), b"").json::<u8>().expect_err("there is nothing to read");
    assert_eq!(reason.to_string(), "the body is empty");
}

/// One of two refusals that have a status in common: each names itself.
#[allow(dead_code)] // no test asks when to try again
mod refusals {
    use serde::Deserialize;

    crate::call::operation_error! {
        /// What can go wrong.
        Refused {
            403 Closed: Closed;
            403 Expired: Expired;
        }
    }

    #[derive(Debug, Clone, Deserialize)]
    pub struct Closed {}

    #[derive(Debug, Clone, Deserialize)]
    pub struct Expired {}

    macro_rules! fit {
        ($type:ident) => {
            impl crate::support::fit::Fit for $type {
                fn fit(peek: &crate::support::fit::Peek<'_>) -> Option<crate::support::fit::Rank> {
                    let key = crate::support::fit::Key::new("error", true);
                    peek.fit_object(&[key.constant(concat!("\"", stringify!($type), "\""))])
                }
            }
        };
    }
    fit!(Closed);
    fit!(Expired);
}

#[test]
fn errors_of_one_status_are_told_apart_by_fit() {
    use refusals::Refused;
    let refused =
        |body: &str| Refused::from_response(Fallback::new(StatusCode::FORBIDDEN, HeaderMap::new(), body.as_bytes()));
    assert!(matches!(refused(r#"{"error":"Closed"}"#), Refused::Closed(_)));
    assert!(matches!(refused(r#"{"error":"Expired"}"#), Refused::Expired(_)));
    for body in [r#"{"error":"Tomorrow"}"#, "<html>"] {
        let Refused::Other(response) = refused(body) else { panic!("neither fits {body}") };
        assert!(response.to_string().starts_with("HTTP 403 Forbidden: the body is of none of the documented types"));
    }
}

#[test]
fn results_keep_status_and_headers_where_they_are_asked_for() {
    let response = Response::builder().status(202).header("X-Trace", "t1").body("");
    let whole = Count::parse_whole(response.expect("the header is valid")).expect("202 is a success");
    assert_eq!((whole.status().as_u16(), &whole.headers()["x-trace"]), (202, &HeaderValue::from_static("t1")));
}

#[test]
fn debug_output_holds_no_body() {
    for error in [failed(502, "s3cret"), failed(404, "s3cret")] {
        assert!(!format!("{error:?}").contains("s3cret"), "{error:?}");
    }
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

#[test]
fn headers_that_may_hold_secrets_are_not_printed() {
    let headers = ["set-cookie", "authorization", "proxy-authorization", "x-api-key", "x-amz-security-token"];
    let all: HeaderMap = headers
        .iter()
        .chain(&["retry-after"])
        .map(|name| (name.parse().expect("a name"), HeaderValue::from_static("v4lue")))
        .collect();
    let fallback = Fallback::new(StatusCode::FORBIDDEN, all, b"");
    let shown = format!("{fallback:?}");
    assert_eq!((shown.matches("v4lue").count(), shown.matches("Sensitive").count()), (1, headers.len()), "{shown}");
    assert_eq!(fallback.headers["set-cookie"], "v4lue");
}

/// The configuration of the crate `shapes` names `X-Seal`.
#[test]
fn headers_that_the_configuration_names_are_not_printed() {
    let headers = [("x-seal", "v4lue"), ("x-weight", "7")];
    let headers = headers.map(|(name, value)| (name.parse().expect("a name"), HeaderValue::from_static(value)));
    let fallback = shapes::call::Fallback::new(StatusCode::FORBIDDEN, headers.into_iter().collect::<HeaderMap>(), b"");
    let shown = format!("{fallback:?}");
    assert!(shown.contains("Sensitive") && !shown.contains("v4lue") && shown.contains("\"7\""), "{shown}");
}

#[test]
fn events_are_read_from_what_may_be_a_stream() {
    let told = |media_type: Option<&'static str>| {
        let headers =
            media_type.map(|value| (header::CONTENT_TYPE, HeaderValue::from_static(value))).into_iter().collect();
        let events = Received::new(&headers, b"data: 1\n\n").events::<u8>(Frame::Data);
        events.map(Iterator::count).map_err(|error| error.to_string())
    };
    for media_type in [None, Some(""), Some("text/event-stream"), Some("TEXT/event-stream ; charset=utf-8")] {
        assert_eq!(told(media_type), Ok(1), "{media_type:?}");
    }
    for media_type in ["application/json", "application/vnd.x+json; charset=utf-8", "text/html"] {
        assert!(told(Some(media_type)).is_err_and(|error| error.contains("is not that of a stream of events")));
    }
}
