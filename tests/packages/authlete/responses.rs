//! Requests out of endpoints and results out of responses, without any client.

use authlete_api::{
    endpoints::{
        token_operations::Delete,
        tokens::{Update, UpdateError},
    },
    operations::{AuthTokenUpdateApiRequestBody, AuthTokenUpdateApiResponseBody},
};
use http::Response;
use std::error::Error;

fn parsed(status: u16, body: &str) -> Result<AuthTokenUpdateApiResponseBody, UpdateError> {
    Update::parse(Response::builder().status(status).body(body).expect("the status is valid"))
}

fn failed(status: u16, body: &str) -> UpdateError {
    parsed(status, body).expect_err("the response is no success")
}

#[test]
fn an_endpoint_is_a_request() {
    let mut body = AuthTokenUpdateApiRequestBody::new("token");
    body.scopes = Some(vec!["read".to_owned()]);
    let request = Update::new("12 34", body).to_request("https://api.example.com/").unwrap();
    assert_eq!(request.method(), "POST");
    assert_eq!(request.uri(), "https://api.example.com/api/12%2034/auth/token/update");
    assert_eq!(request.headers()["content-type"], "application/json");
    assert_eq!(request.headers()["accept"], "application/json");
    let sent: serde_json::Value = serde_json::from_slice(request.body()).unwrap();
    assert_eq!(sent, serde_json::json!({"accessToken": "token", "scopes": ["read"]}));
}

#[test]
fn any_2xx_is_a_success() {
    for status in [200, 201, 202, 207] {
        assert_eq!(parsed(status, r#"{"tokenId":"1"}"#).unwrap().token_id.as_deref(), Some("1"));
    }
    for status in [200, 204] {
        let response = Response::builder().status(status).body("").unwrap();
        Delete::parse(response).expect("there is no body to read");
    }
}

#[test]
fn a_body_that_does_not_fit_its_status_keeps_the_response() {
    let error = failed(403, r#"{"resultCode":"A001"}"#);
    assert_eq!(error.status(), 403);
    let UpdateError::Other(response) = error else { panic!("the body does not fit") };
    assert_eq!(response.body, br#"{"resultCode":"A001"}"#);
    assert!(response.reason.expect("a body is documented").to_string().contains("clientLocked"));
}

#[test]
fn a_success_without_its_body_is_an_error_with_its_status() {
    let error = failed(200, "");
    assert!(matches!(error, UpdateError::Decode(_)));
    assert_eq!(error.status(), 200);
    assert!(!error.is_retryable());
}

#[test]
fn errors_read_well_and_show_no_body() {
    let error: Box<dyn Error> = Box::new(failed(400, r#"{"resultCode":"s3cret"}"#));
    assert!(error.to_string().contains(": HTTP 400 Bad Request"), "{error}");
    assert!(!failed(200, r#"{"tokenId":"s3cret","scopes":7}"#).to_string().contains("s3cret"));
}
