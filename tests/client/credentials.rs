//! Credentials: where their secrets go, and that none is shown.

use super::{Client, Credential, Scheme, Settings, api::*};
use crate::call::{ApiKey, Authenticate, RequestError, SendError};
use http::Request;

fn client(server: &Counting, credential: Credential) -> Client {
    Client::of(Settings::new(server.base(), Some(credential)))
}

#[tokio::test]
async fn client_credentials_are_exchanged_once_and_renewed() {
    let server = Counting::start();
    let client = client(&server, Credential::two(Scheme::ClientCredentials("token"), "me", "s&cret"));
    client.send(&Call("well")).await.expect("an answer");
    client.send(&Call("well")).await.expect("an answer");
    assert_eq!(server.seen(), ["POST /token -", "GET /well Bearer t0ken", "GET /well Bearer t0ken"]);
    client.send(&Call("expired")).await.expect_err("the token is refused");
    client.send(&Call("expired")).await.expect("a new token");
    assert_eq!(server.seen(), ["GET /expired Bearer t0ken", "POST /token -", "GET /expired Bearer t0ken"]);
}

#[tokio::test]
async fn a_refused_exchange_is_an_error_without_the_secret() {
    let server = Counting::start();
    let client = client(&server, Credential::two(Scheme::ClientCredentials("/token"), "me", "wrong"));
    let error = client.send(&Call("well")).await.expect_err("there is no token");
    assert_eq!(error.to_string(), "call: GET /{manner}: no token for the credential: HTTP 403 Forbidden");
    assert!(!format!("{error:?} {client:?}").contains("wrong"));
}

#[tokio::test]
async fn a_credential_that_no_header_holds_is_an_error() {
    let server = Counting::start();
    let error = client(&server, Credential::one(Scheme::Bearer, "a\nb")).send(&Call("well")).await.expect_err("a line");
    assert!(matches!(error, SendError::Request(RequestError::Credential)));
}

#[tokio::test]
async fn credentials_that_belong_together_are_all_sent() {
    let server = Counting::start();
    let token = Credential::two(Scheme::ClientCredentials("token"), "me", "s&cret");
    let both = Credential::one(Scheme::Query("key"), "k").and(token);
    client(&server, both).send(&Call("well")).await.expect("an answer");
    assert_eq!(server.seen(), ["POST /token -", "GET /well?key=k Bearer t0ken"]);
}

#[test]
fn keys_go_where_the_api_wants_them() {
    let request = || Request::get("https://api.example.com/pets?a=1").body(Vec::new()).expect("a request");
    let sent = |key: &dyn Authenticate| {
        let mut request = request();
        key.apply(&mut request);
        let headers: Vec<String> = request.headers().iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
        (request.uri().to_string(), headers.join(" "))
    };
    let (uri, headers) = sent(&ApiKey::in_query("api key", "s&cret"));
    assert_eq!((uri.as_str(), headers.as_str()), ("https://api.example.com/pets?a=1&api%20key=s%26cret", ""));
    let (uri, headers) = sent(&ApiKey::in_cookie("key", "s3cret").expect("a cookie"));
    assert_eq!((uri.as_str(), headers.as_str()), ("https://api.example.com/pets?a=1", "cookie: Sensitive"));
    assert!(ApiKey::in_cookie("key", "a; b").is_err());
    assert!(!format!("{:?}", ApiKey::in_query("key", "s3cret")).contains("s3cret"));
}

#[test]
fn the_environment_names_what_is_missing() {
    let ways: &[&[(Scheme, &[&'static str])]] = &[
        &[(Scheme::Bearer, &["TABLATURE_NO_SUCH_TOKEN"])],
        &[(Scheme::Basic, &["TABLATURE_NO_USER", "TABLATURE_NO_PASSWORD"])],
        &[(Scheme::Header("x-key"), &["PATH"]), (Scheme::Header("x-secret"), &["TABLATURE_NO_SECRET"])],
    ];
    let error = Credential::from_env(ways).expect_err("nobody sets these");
    assert_eq!(
        error.to_string(),
        "the environment has no credential: set TABLATURE_NO_SUCH_TOKEN, or TABLATURE_NO_USER and TABLATURE_NO_PASSWORD, \
         or PATH and TABLATURE_NO_SECRET"
    );
    assert!(Credential::from_env(&[&[(Scheme::Bearer, &["PATH"])]]).is_ok());
}
