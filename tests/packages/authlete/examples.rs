//! The examples, run against the local server.

use crate::server::Server;
use authlete_api::{call::Bearer, operations::AuthTokenUpdateApiAction as Action};

#[path = "../../../generated/examples/update-token-async.rs"]
#[allow(dead_code)] // `main` is not called here
mod asynchronous;
#[path = "../../../generated/examples/update-token.rs"]
#[allow(dead_code)]
mod blocking;

fn told(service: &str) -> String {
    let credential = Bearer::new("t0ken").expect("the token is plain");
    blocking::told(blocking::update(&Server::start().base(), &credential, service, "old-token"))
}

#[test]
fn the_blocking_example_says_what_came_of_it() {
    assert_eq!(told("well"), "the token has the scopes [\"history.read\"]");
    assert_eq!(told("new-action"), "not updated: REBOOT");
    assert_eq!(told("bad-request"), "the request is wrong: Refused.");
    assert_eq!(told("unauthorized"), "the credential is refused");
    assert!(told("gone").ends_with("/auth/token/update: HTTP 404 Not Found"));
    assert!(told("no-json").starts_with("updated, but the answer is not understood: HTTP 200 OK: "));
    assert!(told("truncated").starts_with("the API was not reached: "));
}

/// The server tells one that comes again too early that the request is wrong.
#[test]
fn the_examples_wait_as_long_as_the_api_asks() {
    assert_eq!(told("busy-once"), "the token has the scopes [\"history.read\"]");
}

#[tokio::test]
async fn the_asynchronous_example_updates_the_token() {
    let server = Server::start();
    let credential = Bearer::new("t0ken").expect("the token is plain");
    let client = reqwest::Client::builder().no_proxy().build().expect("a client is made");
    let updated = asynchronous::update(&client, &server.base(), &credential, "well", "old-token").await;
    assert_eq!(updated.expect("the update succeeds").action, Some(Action::Ok));
    let refused = asynchronous::update(&client, &server.base(), &credential, "unauthorized", "old-token").await;
    assert_eq!(refused.expect_err("the server refuses").status().map(|status| status.as_u16()), Some(401));
}
