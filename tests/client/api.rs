//! A server that counts requests, and an endpoint of it.

use crate::call::{
    Argument, Draft, Endpoint, Frame, Items, Moves, Pages, Paging, ReadError, Received, RequestError, Streams,
};
use axum::{
    Json, Router,
    body::{Body, Bytes},
    extract::{Path, Query, State},
    http::{HeaderMap, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
    routing::any,
};
use futures_util::{StreamExt, stream};
use serde_json::{Value, json};
use std::{
    collections::HashMap,
    io,
    net::SocketAddr,
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};
use tokio::{net::TcpListener, runtime, sync::oneshot};

crate::call::operation_error! {
    /// What can go wrong with [`Call`].
    CallError of "call: GET /{manner}" {
        400 BadRequest: Value;
    }
}

/// An operation of the server, which answers in the manner that its path says.
pub struct Call(pub &'static str);

/// As [`Call`], by a method that is not idempotent.
pub struct Post(pub &'static str);

macro_rules! endpoint {
    ($name:ident $method:literal) => {
        impl Endpoint for $name {
            type Success = Value;
            type Error = CallError;
            const ID: &'static str = "call";
            const METHOD: &'static str = $method;
            const PATH: &'static str = "/{manner}";

            fn write(&self, draft: &mut Draft) -> Result<(), RequestError> {
                draft.path("manner", self.0)
            }

            fn read(received: &Received<'_>) -> Result<Value, ReadError> {
                received.json()
            }
        }
    };
}
endpoint!(Call "GET");
endpoint!(Post "POST");

/// An operation with a server of its own, at which nothing listens.
pub struct Elsewhere;

impl Endpoint for Elsewhere {
    type Success = Value;
    type Error = CallError;
    const ID: &'static str = "elsewhere";
    const METHOD: &'static str = "GET";
    const PATH: &'static str = "/well";
    const SERVER: Option<&'static str> = Some("http://own.invalid");

    fn write(&self, _: &mut Draft) -> Result<(), RequestError> {
        Ok(())
    }

    fn read(received: &Received<'_>) -> Result<Value, ReadError> {
        received.json()
    }
}

/// Events, whose connections break.
macro_rules! events {
    ($name:ident $method:literal $sentinel:expr) => {
        pub struct $name(pub &'static str);

        impl Endpoint for $name {
            type Success = ();
            type Error = CallError;
            const ID: &'static str = "count";
            const METHOD: &'static str = $method;
            const PATH: &'static str = "/{manner}";

            fn write(&self, draft: &mut Draft) -> Result<(), RequestError> {
                draft.path("manner", self.0)
            }

            fn read(_: &Received<'_>) -> Result<(), ReadError> {
                Ok(())
            }
        }

        impl Streams for $name {
            type Event = u64;
            const FRAME: Frame = Frame::Data;
            const SENTINEL: Option<&'static str> = $sentinel;
        }
    };
}
events!(Count "GET" Some("[END]"));
events!(CountUnended "GET" None);
events!(CountByPost "POST" Some("[END]"));

/// Two of the numbers from 1 to 6, those behind the event that the request names, and what comes then.
fn count(manner: &str, nth: usize, headers: &HeaderMap) -> Response {
    let after = headers.get("last-event-id").and_then(|id| id.to_str().ok()?.parse().ok());
    let first = if manner == "count-anew" { 1 } else { after.unwrap_or(0) + 1 };
    match (manner, nth) {
        ("count-page", 2..) => return ([(header::CONTENT_TYPE, "text/html")], "<html>Hello</html>").into_response(),
        ("count-gone", 2..) => return StatusCode::NO_CONTENT.into_response(),
        ("count-busy", 2) | ("count-deaf", 2..) => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
        ("count-lost", 2..) => return events(String::new(), true),
        ("count-late", 1) => return events(String::new(), true),
        _ => {}
    }
    if first > 6 {
        return events("data: [END]\n\n".to_owned(), false);
    }
    let id = |number: u64| if manner == "count-nameless" { String::new() } else { format!("id: {number}\n") };
    let retry = if manner == "count-slow" { "retry: 3600000\n\n" } else { "retry: 1\n\n" };
    let text = (first..first + 2).map(|number| format!("{}data: {number}\n\n", id(number))).collect::<String>();
    events(format!("{retry}{text}id: 9\ndata: cut"), manner != "count-ended")
}

/// Events on a connection that breaks behind them, or ends.
fn events(text: String, breaks: bool) -> Response {
    // The events are on their way before the connection breaks.
    let broken = stream::iter(breaks.then_some(())).then(|()| async {
        tokio::time::sleep(Duration::from_millis(20)).await;
        Err(io::Error::from(io::ErrorKind::ConnectionReset))
    });
    let mut response = Response::new(Body::from_stream(stream::iter([Ok(text)]).chain(broken)));
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("text/event-stream"));
    response
}

/// A list in pages.
macro_rules! list {
    ($name:ident $path:literal $moves:expr) => {
        pub struct $name(pub Option<u32>);

        impl Endpoint for $name {
            type Success = Value;
            type Error = CallError;
            const ID: &'static str = "list";
            const METHOD: &'static str = "GET";
            const PATH: &'static str = $path;

            fn write(&self, draft: &mut Draft) -> Result<(), RequestError> {
                draft.query("limit", &self.0)
            }

            fn read(received: &Received<'_>) -> Result<Value, ReadError> {
                received.json()
            }
        }

        impl Pages for $name {
            const PAGING: Paging = Paging { moves: $moves, limit: Some("limit"), items: Some("/items"), total: None };
        }

        impl Items for $name {
            type Item = u64;

            fn items(page: Value) -> Vec<u64> {
                page["items"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect()
            }
        }
    };
}
list!(ByPage "/by-page" Moves::Page(Argument::Query("page")));
list!(ByOffset "/by-offset" Moves::Offset(Argument::Query("offset")));
list!(ByCursor "/by-cursor" Moves::Cursor(Argument::Query("after"), "/next"));
list!(ByUrl "/by-url" Moves::Url("/next"));
list!(SamePage "/same-page" Moves::Page(Argument::Query("page")));
list!(SameCursor "/same-cursor" Moves::Cursor(Argument::Query("after"), "/next"));
list!(ElsewhereUrl "/elsewhere" Moves::Url("/next"));

/// All items of the lists.
pub const ITEMS: u64 = 10_000;

/// A page of a list, as its query says.
fn page(manner: &str, query: &HashMap<String, String>) -> Value {
    let number = |name: &str| query.get(name).and_then(|value| value.parse::<u64>().ok());
    let limit = number("limit").unwrap_or(100);
    let start = match manner {
        "by-page" => (number("page").unwrap_or(1) - 1) * limit,
        "by-offset" => number("offset").unwrap_or(0),
        "same-page" => 0,
        _ => number("after").unwrap_or(0),
    };
    let items: Vec<u64> = (start..ITEMS.min(start + limit)).collect();
    let next = start + limit;
    let next = match manner {
        "elsewhere" => json!("https://elsewhere.example.com/list"),
        "same-cursor" => json!("7"),
        _ if next >= ITEMS => Value::Null,
        "by-url" => json!(format!("/by-url?limit={limit}&after={next}")),
        _ => json!(next.to_string()),
    };
    json!({"items": items, "next": next})
}

/// What came in: each request as `METHOD /path?query authorization`, and the last event's id where it is named.
type Log = Arc<Mutex<Vec<String>>>;

/// A server on a free port; it stops when it is dropped.
pub struct Counting {
    address: SocketAddr,
    log: Log,
    stop: Option<oneshot::Sender<()>>,
}

impl Counting {
    pub fn start() -> Self {
        let (ready, address) = std::sync::mpsc::channel();
        let (stop, stopped) = oneshot::channel();
        let log = Log::default();
        let routes = Router::new().route("/{manner}", any(answer)).with_state(Arc::clone(&log));
        thread::spawn(move || {
            let runtime = runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
            runtime.block_on(async {
                let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port is free");
                ready.send(listener.local_addr().expect("the listener is bound")).expect("the test waits");
                tokio::select! {
                    result = axum::serve(listener, routes) => result.expect("the server runs"),
                    _ = stopped => {}
                }
            });
        });
        Self { address: address.recv().expect("the server starts"), log, stop: Some(stop) }
    }

    pub fn base(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What came in since this was asked last.
    pub fn seen(&self) -> Vec<String> {
        std::mem::take(&mut self.log.lock().expect("no request panics"))
    }
}

impl Drop for Counting {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
    }
}

async fn answer(
    State(log): State<Log>,
    Path(manner): Path<String>,
    Query(query): Query<HashMap<String, String>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let authorization = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or("-");
    let nth = {
        let mut log = log.lock().expect("no request panics");
        let after = headers.get("last-event-id").and_then(|id| id.to_str().ok());
        log.push(format!("{method} {uri} {authorization}{}", after.map(|id| format!(" {id}")).unwrap_or_default()));
        log.iter().filter(|line| line.split(' ').nth(1) == Some(&uri.to_string())).count()
    };
    match manner.as_str() {
        "busy-twice" if nth < 3 => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        "asks-to-wait" if nth < 2 => (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "0")]).into_response(),
        "asks-too-much" => (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "3600")]).into_response(),
        "always-busy" => (StatusCode::BAD_GATEWAY, "<html>Bad\nGateway</html>").into_response(),
        "bad" => (StatusCode::BAD_REQUEST, Json(json!({"detail": "no such\npet"}))).into_response(),
        "token" => token(&body),
        "expired" if nth < 2 => StatusCode::UNAUTHORIZED.into_response(),
        manner if manner.starts_with("count") => count(manner, nth, &headers),
        "by-page" | "by-offset" | "by-cursor" | "by-url" | "same-page" | "same-cursor" | "elsewhere" => {
            Json(page(&manner, &query)).into_response()
        }
        _ => Json(json!({"nth": nth})).into_response(),
    }
}

fn token(body: &Bytes) -> Response {
    if &body[..] == b"grant_type=client_credentials&client_id=me&client_secret=s%26cret" {
        return Json(json!({"access_token": "t0ken", "expires_in": 3600})).into_response();
    }
    StatusCode::FORBIDDEN.into_response()
}
