//! Events over connections that break: each comes once and in order, and no request is repeated that may do something twice.

use super::{Client, EventError, Retry, Settings, api::*, blocking};
use crate::call::Streams;
use futures_util::{StreamExt, stream};
use std::{error::Error, time::Duration};

fn soon() -> Retry {
    Retry::times(2).first(Duration::from_millis(1))
}

/// What came: the numbers, and the error that ended them.
#[derive(Debug, PartialEq)]
struct Came {
    numbers: Vec<u64>,
    error: Option<String>,
    requests: Vec<String>,
}

fn came(server: &Counting, events: Vec<Result<u64, String>>) -> Came {
    let mut came = Came { numbers: Vec::new(), error: None, requests: server.seen() };
    for event in events {
        assert!(came.error.is_none(), "an event behind an error: {event:?}");
        match event {
            Ok(number) => came.numbers.push(number),
            Err(error) => came.error = Some(error),
        }
    }
    came
}

fn told<T>(error: EventError<T>) -> String
where
    EventError<T>: Error,
{
    error.to_string()
}

/// The events by both clients, which agree.
async fn all<E: Streams<Event = u64> + Send + 'static>(endpoint: E, retry: Retry, resumable: bool) -> Came {
    let server = Counting::start();
    let settings = Settings::new(server.base(), None);
    let mut events = Client::of(settings.clone()).retry(retry.clone()).stream(&endpoint).await.expect("events");
    if resumable {
        events = events.resumable();
    }
    let begun: Vec<_> = events.next().await.map(|event| event.map_err(told)).into_iter().collect();
    let all = stream::iter(begun).chain(events.map(|event| event.map_err(told))).collect().await;
    let first = came(&server, all);
    let again = tokio::task::spawn_blocking(move || {
        let events = blocking::Client::of(settings).retry(retry).stream(&endpoint).expect("events");
        let events = if resumable { events.resumable() } else { events };
        events.map(|event| event.map_err(told)).collect()
    });
    assert_eq!(came(&server, again.await.expect("no panic")), first, "both clients give the same");
    first
}

fn requests(method: &str, manner: &str, after: &[&str]) -> Vec<String> {
    let first = format!("{method} /{manner} -");
    let others = after.iter().map(|id| format!("{first} {id}")).collect::<Vec<_>>();
    [first.clone()].into_iter().chain(others).collect()
}

#[tokio::test]
async fn events_go_on_behind_the_last() {
    for (manner, after) in
        [("count", &["2", "4", "6"][..]), ("count-busy", &["2", "2", "4", "6"]), ("count-ended", &["2", "4", "6"])]
    {
        let expected = Came { numbers: (1..=6).collect(), error: None, requests: requests("GET", manner, after) };
        assert_eq!(all(Count(manner), soon(), false).await, expected);
    }
}

#[tokio::test]
async fn a_request_without_an_event_is_sent_again() {
    let came = all(Count("count-late"), soon(), false).await;
    assert_eq!((came.numbers, came.error), ((1..=6).collect(), None));
}

#[tokio::test]
async fn what_may_do_something_twice_is_sent_once() {
    let came = all(CountByPost("count"), soon(), false).await;
    assert_eq!((came.numbers, came.requests), (vec![1, 2], requests("POST", "count", &[])));
    assert_eq!(came.error.as_deref(), Some("the connection to 127.0.0.1 broke"));
    let came = all(CountByPost("count"), soon(), true).await;
    assert_eq!((came.numbers, came.error), ((1..=6).collect(), None), "the user says that it does not");
    let came = all(CountByPost("count-late"), soon(), true).await;
    assert_eq!((came.numbers, came.requests.len()), (vec![], 1), "no event says where to go on");
}

#[tokio::test]
async fn no_event_comes_twice() {
    for (manner, error, after) in [
        ("count-nameless", "the connection to 127.0.0.1 broke", &[][..]),
        ("count-anew", "the events do not go on: the API began anew", &["2"]),
    ] {
        let came = all(Count(manner), soon(), false).await;
        assert_eq!((came.numbers, came.error.as_deref()), (vec![1, 2], Some(error)), "{manner}");
        assert_eq!(came.requests, requests("GET", manner, after));
    }
}

#[tokio::test]
async fn connections_have_an_end() {
    let broke = Some("the connection to 127.0.0.1 broke");
    let refused = |said| Some(said);
    for (manner, retry, error, sent) in [
        ("count-lost", soon(), broke, 3),
        ("count", Retry::off(), broke, 1),
        ("count-slow", soon(), broke, 1),
        ("count-gone", soon(), None, 2),
        ("count-deaf", soon(), refused("the events do not go on: HTTP 503 Service Unavailable"), 3),
        (
            "count-page",
            soon(),
            refused(
                "the events do not go on: HTTP 200 OK: the media type `text/html` is not that of a stream of events",
            ),
            2,
        ),
    ] {
        let came = all(Count(manner), retry, false).await;
        assert_eq!((came.numbers, came.error.as_deref(), came.requests.len()), (vec![1, 2], error, sent), "{manner}");
    }
}

#[tokio::test]
async fn an_end_that_nothing_contradicts_is_the_end() {
    let came = all(CountUnended("count-ended"), soon(), false).await;
    assert_eq!((came.numbers, came.error, came.requests.len()), (vec![1, 2], None, 1));
}

#[tokio::test]
async fn what_is_waited_for_no_longer_is_not_lost() {
    fn moves<T: Send>(value: T) -> T {
        value
    }
    let server = Counting::start();
    let settings = Settings::new(server.base(), None);
    let events = Client::of(settings).retry(soon()).stream(&Count("count")).await.expect("events");
    let mut events = moves(events);
    let mut numbers = Vec::new();
    loop {
        match tokio::time::timeout(Duration::from_millis(5), moves(events.next())).await {
            Err(_) => {}
            Ok(Some(event)) => numbers.push(event.expect("a number")),
            Ok(None) => break,
        }
    }
    assert_eq!(numbers, (1..=6).collect::<Vec<_>>());
}
