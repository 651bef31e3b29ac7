//! Events through the adapters, as they come.

use super::{count::Count, server::Server};
use crate::call::NoAuth;
use serde_json::{Value, json};

fn expected() -> Vec<Value> {
    vec![json!({"event": "count", "data": 1}), json!({"event": "count", "data": 2})]
}

#[test]
fn ureq_reads_events() {
    let server = Server::start();
    let agent = ureq::Agent::new_with_defaults();
    let count = Count { service: "well" };
    let events = crate::call::ureq::stream(&agent, &server.base(), &NoAuth, &count).expect("the server answers");
    let events: Vec<Value> = events.map(|event| event.expect("the event is JSON")).collect();
    assert_eq!(events, expected());
}

#[tokio::test]
async fn reqwest_reads_events() {
    let server = Server::start();
    let client = reqwest::Client::builder().no_proxy().build().expect("a client is made");
    let count = Count { service: "well" };
    let stream = crate::call::reqwest::stream(&client, &server.base(), &NoAuth, &count).await;
    let mut stream = stream.expect("the server answers");
    let mut events = Vec::new();
    while let Some(event) = stream.next().await {
        events.push(event.expect("the event is JSON"));
    }
    assert_eq!(events, expected());
}

#[tokio::test]
async fn a_refused_stream_is_the_operations_error() {
    let server = Server::start();
    let client = reqwest::Client::builder().no_proxy().build().expect("a client is made");
    let count = Count { service: "nobody" };
    let result = crate::call::reqwest::stream(&client, &server.base(), &NoAuth, &count).await;
    let error = result.map(|_| ()).expect_err("the server refuses");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
}

#[tokio::test]
async fn an_answer_that_is_no_stream_is_an_error() {
    let server = Server::start();
    let told = "HTTP 200 OK: the media type `application/problem+json` is not that of a stream of events";
    let agent = ureq::Agent::new_with_defaults();
    let count = Count { service: "no-stream" };
    let error =
        crate::call::ureq::stream(&agent, &server.base(), &NoAuth, &count).map(|_| ()).expect_err("it is no stream");
    assert_eq!(error.to_string(), told);
    let client = reqwest::Client::builder().no_proxy().build().expect("a client is made");
    let result = crate::call::reqwest::stream(&client, &server.base(), &NoAuth, &count).await;
    assert_eq!(result.map(|_| ()).expect_err("it is no stream").to_string(), told);
}

#[tokio::test]
async fn sending_can_move_between_threads() {
    let server = Server::start();
    let base = server.base();
    let task = tokio::spawn(async move {
        let client = reqwest::Client::builder().no_proxy().build().expect("a client is made");
        crate::call::reqwest::send(&client, &base, &NoAuth, &Count { service: "well" }).await.is_ok()
    });
    assert!(task.await.expect("the task runs"));
}
