//! Credentials: where they go, and that they are not shown.

use crate::call::{ApiKey, Authenticate, Basic, Bearer, InvalidCredential, NoAuth};
use http::Request;

fn authenticated(auth: &dyn Authenticate) -> Request<Vec<u8>> {
    let mut request = Request::new(Vec::new());
    auth.apply(&mut request);
    request
}

#[test]
fn credentials_are_headers() {
    let bearer = authenticated(&Bearer::new("t0ken").unwrap());
    assert_eq!(bearer.headers()["authorization"], "Bearer t0ken");
    let basic = authenticated(&Basic::new("Aladdin", "open sesame").unwrap());
    assert_eq!(basic.headers()["authorization"], "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    let key = authenticated(&ApiKey::new("X-API-Key", "k3y").unwrap());
    assert_eq!(key.headers()["x-api-key"], "k3y");
    assert!(authenticated(&NoAuth).headers().is_empty());
}

#[test]
fn two_credentials_are_both_sent() {
    let pair = (ApiKey::new("X-API-Key", "k3y").unwrap(), ApiKey::new("X-API-Secret", "s3cret").unwrap());
    let request = authenticated(&pair);
    assert_eq!([&request.headers()["x-api-key"], &request.headers()["x-api-secret"]], ["k3y", "s3cret"]);
}

#[test]
fn basic_credentials_are_padded() {
    for (user, password, text) in [("a", "", "YTo="), ("a", "b", "YTpi"), ("a", "bc", "YTpiYw==")] {
        let request = authenticated(&Basic::new(user, password).unwrap());
        assert_eq!(request.headers()["authorization"], format!("Basic {text}"));
    }
}

#[test]
fn secrets_are_not_shown() {
    let shown = [
        format!("{:?}", Bearer::new("s3cret").unwrap()),
        format!("{:?}", Basic::new("user", "s3cret").unwrap()),
        format!("{:?}", ApiKey::new("X-Key", "s3cret").unwrap()),
        format!("{:?}", authenticated(&Bearer::new("s3cret").unwrap())),
    ];
    for text in shown {
        assert!(!text.contains("s3cret") && !text.contains("czNjcmV0"), "{text}");
    }
}

#[test]
fn what_a_header_cannot_hold_is_refused() {
    assert_eq!(Bearer::new("a\r\nb"), Err(InvalidCredential));
    assert_eq!(Basic::new("a:b", "c"), Err(InvalidCredential));
    assert_eq!(ApiKey::new("not a header", "k"), Err(InvalidCredential));
}
