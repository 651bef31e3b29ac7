//! A local server that speaks the paths of the token group. The service's id says how it answers.

use axum::{
    Json, Router,
    body::{Body, Bytes},
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{delete, get, post},
};
use futures_util::stream;
use serde_json::{Value, json};
use std::{
    convert::Infallible,
    io,
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
    thread,
    time::Duration,
};
use tokio::{net::TcpListener, runtime, sync::oneshot};

/// How long a slow answer takes.
const SLOW: Duration = Duration::from_secs(5);

/// A server on a free port of the loopback address; it stops when it is dropped.
pub struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
}

impl Server {
    /// Starts one on any port that is free.
    pub fn start() -> Self {
        Self::start_on(0)
    }

    /// Starts one on a port.
    pub fn start_on(port: u16) -> Self {
        let (ready, address) = std::sync::mpsc::channel();
        let (stop, stopped) = oneshot::channel();
        thread::spawn(move || {
            let runtime = runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
            runtime.block_on(async {
                let listener = TcpListener::bind(("127.0.0.1", port)).await.expect("the port is free");
                ready.send(listener.local_addr().expect("the listener is bound")).expect("the test waits");
                let serve = axum::serve(listener, routes());
                tokio::select! {
                    result = serve => result.expect("the server runs"),
                    _ = stopped => {}
                }
            });
        });
        let address = address.recv_timeout(Duration::from_secs(10)).expect("the server starts");
        Self { address, stop: Some(stop) }
    }

    /// The base URL.
    pub fn base(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
    }
}

fn routes() -> Router {
    Router::new()
        .route("/api/{service}/auth/token/update", post(update))
        .route("/api/{service}/auth/token/get/list", get(list))
        .route("/api/{service}/auth/token/delete/{token}", delete(remove))
        .route("/api/{service}/count", get(count))
        .with_state(Arc::new(AtomicU8::new(FRESH)))
}

/// What was asked for, for the tests to look at.
fn echo(headers: &HeaderMap, body: &Bytes) -> Value {
    let sent: Value = serde_json::from_slice(body).unwrap_or_default();
    json!({
        "resultCode": "A135001",
        "action": "OK",
        "accessToken": sent["accessToken"],
        "scopes": sent["scopes"],
        "resultMessage": headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()),
    })
}

/// Whether the server was busy once, and whether it was given a rest since then.
type Rest = Arc<AtomicU8>;
const FRESH: u8 = 0;
const BUSY: u8 = 1;
const RESTED: u8 = 2;

/// Less than the second that it asks for: a client that waits comes later, whatever the clocks.
const REST: Duration = Duration::from_millis(500);

/// Busy at first, for as long as it takes to rest; a client that does not wait is told so.
fn busy_once(rest: &Rest) -> Option<Response> {
    match rest.compare_exchange(FRESH, BUSY, Ordering::Relaxed, Ordering::Relaxed) {
        Ok(_) => {
            let rest = Arc::clone(rest);
            tokio::spawn(async move {
                tokio::time::sleep(REST).await;
                rest.store(RESTED, Ordering::Relaxed);
            });
            Some(busy("1"))
        }
        Err(BUSY) => Some(StatusCode::BAD_REQUEST.into_response()),
        Err(_) => None,
    }
}

async fn update(State(rest): State<Rest>, Path(service): Path<String>, headers: HeaderMap, body: Bytes) -> Response {
    let refusal = json!({"resultCode": "A001", "resultMessage": "Refused."});
    match service.as_str() {
        "well" | "12345" => Json(echo(&headers, &body)).into_response(),
        "new-action" => Json(json!({"action": "REBOOT", "colour": "green"})).into_response(),
        "bad-request" => (StatusCode::BAD_REQUEST, Json(refusal)).into_response(),
        "unauthorized" => (StatusCode::UNAUTHORIZED, Json(json!({"clientLocked": false}))).into_response(),
        "broken" => (StatusCode::INTERNAL_SERVER_ERROR, Json(json!({"clientLocked": true}))).into_response(),
        "busy" => busy("3"),
        "busy-once" => busy_once(&rest).unwrap_or_else(|| Json(echo(&headers, &body)).into_response()),
        "gateway" => (StatusCode::BAD_GATEWAY, "<html>Bad Gateway</html>").into_response(),
        "no-json" => "<html>Welcome</html>".into_response(),
        "no-fit" => Json(json!({"scopes": ["a", 7]})).into_response(),
        "mislabelled" => ([(header::CONTENT_TYPE, "text/html")], echo(&headers, &body).to_string()).into_response(),
        "moved" => (StatusCode::FOUND, [(header::LOCATION, "/elsewhere")]).into_response(),
        "truncated" => truncated(),
        "slow" => {
            tokio::time::sleep(SLOW).await;
            Json(json!({})).into_response()
        }
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

fn busy(seconds: &'static str) -> Response {
    (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, seconds)], "later").into_response()
}

/// An answer whose connection breaks in the middle of the body.
fn truncated() -> Response {
    let pieces = [Ok("{\"action\":"), Err(io::Error::from(io::ErrorKind::ConnectionReset))];
    let mut response = Response::new(Body::from_stream(stream::iter(pieces)));
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"));
    response
}

async fn list(Path(service): Path<String>, request: axum::extract::Request) -> Response {
    let query = request.uri().query().unwrap_or_default();
    if service == "moved" {
        let place = format!("/api/well/auth/token/get/list?{query}");
        return (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, place)]).into_response();
    }
    Json(json!({"subject": query})).into_response()
}

async fn remove(Path((_, token)): Path<(String, String)>) -> StatusCode {
    if token == "a/b c" { StatusCode::NO_CONTENT } else { StatusCode::NOT_FOUND }
}

/// Two events, cut in the middle of the second one.
async fn count(Path(service): Path<String>) -> Response {
    match service.as_str() {
        "well" => {}
        "no-stream" => {
            return ([(header::CONTENT_TYPE, "application/problem+json; charset=utf-8")], "{}").into_response();
        }
        _ => return StatusCode::NOT_FOUND.into_response(),
    }
    let pieces = ["event: count\ndata: 1\n\nevent: cou", "nt\ndata: 2\n\ndata: [DONE]\n\n"];
    let pieces = stream::iter(pieces.map(Ok::<_, Infallible>));
    ([(header::CONTENT_TYPE, "Text/Event-Stream; charset=UTF-8")], Body::from_stream(pieces)).into_response()
}
