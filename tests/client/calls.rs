//! What a client sends, how often, and what its errors say.

use super::{Client, Credential, Retry, Scheme, Settings, api::*, blocking};
use crate::call::{Fault, SendError};
use http::{HeaderName, HeaderValue};
use serde_json::json;
use std::{error::Error, time::Duration};

fn settings(server: &Counting) -> Settings {
    Settings::new(server.base(), Some(Credential::one(Scheme::Bearer, "s3cret")))
}

fn soon() -> Retry {
    Retry::default().first(Duration::from_millis(1))
}

fn blocking_client(server: &Counting) -> blocking::Client {
    blocking::Client::of(settings(server)).retry(soon())
}

fn client(server: &Counting) -> Client {
    Client::of(settings(server)).retry(soon())
}

#[tokio::test]
async fn a_call_carries_the_credential_and_the_headers() {
    let server = Counting::start();
    let header = (HeaderName::from_static("x-version"), HeaderValue::from_static("1"));
    let answer =
        client(&server).header(header.0.clone(), header.1.clone()).send(&Call("well")).await.expect("an answer");
    assert_eq!(answer, json!({"nth": 1}));
    let client = blocking_client(&server).header(header.0, header.1);
    let answer = tokio::task::spawn_blocking(move || client.send(&Call("well"))).await.expect("no panic");
    assert_eq!(answer.expect("an answer"), json!({"nth": 2}));
    assert_eq!(server.seen(), ["GET /well Bearer s3cret", "GET /well Bearer s3cret"]);
}

#[tokio::test]
async fn idempotent_requests_are_sent_again() {
    let server = Counting::start();
    for (manner, sent) in [("busy-twice", 3), ("asks-to-wait", 2)] {
        client(&server).send(&Call(manner)).await.expect("it is busy for a while only");
        assert_eq!(server.seen().len(), sent, "{manner}");
        let blocking = blocking_client(&server);
        let answer = tokio::task::spawn_blocking(move || blocking.send(&Call(manner))).await.expect("no panic");
        answer.expect("it is busy for a while only");
        assert_eq!(server.seen().len(), sent, "{manner}");
    }
}

#[tokio::test]
async fn retries_have_an_end() {
    let server = Counting::start();
    for (retry, manner, sent) in [
        (soon(), "always-busy", 4),
        (Retry::times(1).first(Duration::from_millis(1)), "always-busy", 2),
        (Retry::off(), "always-busy", 1),
        (soon().total(Duration::ZERO), "always-busy", 1),
        (soon(), "asks-too-much", 1),
    ] {
        let error = client(&server).retry(retry.clone()).send(&Call(manner)).await.expect_err("it is busy");
        assert!(error.is_retryable());
        assert_eq!(server.seen().len(), sent, "{manner} {retry:?}");
    }
}

#[tokio::test]
async fn other_requests_are_sent_once() {
    let server = Counting::start();
    for manner in ["busy-twice", "asks-to-wait", "always-busy"] {
        client(&server).send(&Post(manner)).await.expect_err("it is busy");
        assert_eq!(server.seen().len(), 1, "{manner}");
    }
}

#[tokio::test]
async fn errors_tell_the_story_on_one_line() {
    let server = Counting::start();
    let told = |error: &dyn Error| error.to_string();
    let error = client(&server).send(&Call("bad")).await.expect_err("it is bad");
    assert_eq!(told(&error), "call: GET /{manner}: HTTP 400 Bad Request: no such pet");
    let error = client(&server).retry(Retry::off()).send(&Call("always-busy")).await.expect_err("it is busy");
    assert_eq!(told(&error), "call: GET /{manner}: HTTP 502 Bad Gateway: <html>Bad Gateway</html>");
    assert!(!format!("{error:?} {:?}", client(&server)).contains("s3cret"));
}

#[tokio::test]
async fn a_refused_connection_names_the_host() {
    let server = Counting::start();
    let base = server.base();
    drop(server);
    // The server stops in its own time.
    for _ in 0..100 {
        let gone = Client::of(Settings::new(base.clone(), None)).retry(Retry::times(1).first(Duration::from_millis(1)));
        match gone.send(&Call("well")).await {
            Err(SendError::Transport(error)) if error.fault() == Fault::Refused => {
                assert_eq!(
                    (error.to_string().as_str(), error.host()),
                    ("127.0.0.1 refuses the connection", Some("127.0.0.1"))
                );
                assert!(error.source().is_some() && SendError::<CallError, _>::Transport(error).is_retryable());
                let blocking = blocking::Client::of(Settings::new(base, None)).retry(Retry::off());
                let error = tokio::task::spawn_blocking(move || blocking.send(&Call("well"))).await.expect("no panic");
                let error = error.expect_err("there is no server");
                assert_eq!(error.to_string(), "call: GET /{manner}: 127.0.0.1 refuses the connection");
                return;
            }
            _ => tokio::time::sleep(Duration::from_millis(10)).await,
        }
    }
    panic!("the server does not stop");
}

#[tokio::test]
async fn an_operation_with_a_server_of_its_own_goes_there() {
    let server = Counting::start();
    let client = client(&server).retry(Retry::off());
    match client.send(&Elsewhere).await {
        Err(SendError::Transport(error)) => assert_eq!(error.host(), Some("own.invalid")),
        other => panic!("{other:?}"),
    }
    assert_eq!(server.seen(), Vec::<String>::new());
    client.only_server(server.base()).send(&Elsewhere).await.expect("an answer");
    assert_eq!(server.seen(), ["GET /well Bearer s3cret"]);
}
