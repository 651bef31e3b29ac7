//! The adapters: endpoints sent to a local server with both HTTP clients.

use crate::server::Server;
use authlete_api::{
    call::{Authenticate, Bearer, Endpoint, SendError},
    endpoints::{
        token_operations::Delete,
        tokens::{List, Update, UpdateError},
    },
    operations::{AuthTokenUpdateApiAction, AuthTokenUpdateApiRequestBody, AuthTokenUpdateApiResponseBody},
};
use reqwest::redirect::Policy;
use std::{net::TcpListener, time::Duration};

/// Longer than the server needs on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// Shorter than the server's slow answer.
const IMPATIENCE: Duration = Duration::from_millis(300);

/// The result of an endpoint, whichever client sent it.
type Outcome<E> = Result<<E as Endpoint>::Success, SendError<<E as Endpoint>::Error, String>>;

/// How a client behaves.
#[derive(Clone, Copy)]
struct Manner {
    patience: Duration,
    follows: bool,
}

const PLAIN: Manner = Manner { patience: PATIENCE, follows: true };

fn with_ureq<E: Endpoint>(base: &str, auth: &impl Authenticate, endpoint: &E, manner: Manner) -> Outcome<E> {
    let redirects = if manner.follows { 10 } else { 0 };
    let agent = ureq::Agent::config_builder()
        .timeout_global(Some(manner.patience))
        .max_redirects(redirects)
        .max_redirects_will_error(false)
        .build()
        .new_agent();
    authlete_api::call::ureq::send(&agent, base, auth, endpoint)
        .map_err(|error| erased(error, |error| error.to_string()))
}

fn with_reqwest<E: Endpoint>(base: &str, auth: &impl Authenticate, endpoint: &E, manner: Manner) -> Outcome<E> {
    let redirects = if manner.follows { Policy::limited(10) } else { Policy::none() };
    let builder = reqwest::Client::builder().timeout(manner.patience).redirect(redirects).no_proxy();
    let client = builder.build().expect("a client is made");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
    let result = runtime.block_on(authlete_api::call::reqwest::send(&client, base, auth, endpoint));
    result.map_err(|error| erased(error, |error| error.to_string()))
}

fn erased<E, T>(error: SendError<E, T>, text: impl Fn(T) -> String) -> SendError<E, String> {
    match error {
        SendError::Request(error) => SendError::Request(error),
        SendError::Transport(error) => SendError::Transport(error.map(text)),
        SendError::Operation(error) => SendError::Operation(error),
        _ => unreachable!("there is no other reason"),
    }
}

/// Sends an endpoint with each adapter and looks at the outcome.
fn with_each<E: Endpoint>(endpoint: &E, check: impl Fn(Outcome<E>)) {
    in_manner(PLAIN, endpoint, check);
}

fn in_manner<E: Endpoint>(manner: Manner, endpoint: &E, check: impl Fn(Outcome<E>)) {
    let server = Server::start();
    at(&server.base(), manner, endpoint, check);
}

fn at<E: Endpoint>(base: &str, manner: Manner, endpoint: &E, check: impl Fn(Outcome<E>)) {
    let auth = Bearer::new("t0ken").expect("the token is plain");
    check(with_ureq(base, &auth, endpoint, manner));
    check(with_reqwest(base, &auth, endpoint, manner));
}

fn update(service: &str) -> Update {
    Update::new(service, AuthTokenUpdateApiRequestBody::new("old-token"))
}

/// Sends an update and looks at what came back.
fn updated(service: &str, check: impl Fn(AuthTokenUpdateApiResponseBody)) {
    with_each(&update(service), |outcome| check(outcome.expect("the update succeeds")));
}

/// Sends an update and looks at the operation's error.
fn refused(service: &str, check: impl Fn(UpdateError)) {
    with_each(&update(service), |outcome| match outcome {
        Err(SendError::Operation(error)) => check(error),
        other => panic!("the API does not refuse: {other:?}"),
    });
}

#[test]
fn a_success_is_decoded() {
    updated("well", |token| {
        assert_eq!(token.action, Some(AuthTokenUpdateApiAction::Ok));
        assert_eq!(token.access_token.as_deref(), Some("old-token"), "the body was sent");
        assert_eq!(token.result_message.as_deref(), Some("Bearer t0ken"), "the credential was sent");
    });
}

#[test]
fn an_unknown_action_is_no_failure() {
    updated("new-action", |token| {
        let action = token.action.expect("the action is there");
        assert_eq!(action.as_str(), "REBOOT");
        assert!(!action.is_known());
    });
}

#[test]
fn declared_errors_have_their_body() {
    refused("bad-request", |error| match error {
        UpdateError::BadRequest(failure) => assert_eq!(failure.body.result_code.as_deref(), Some("A001")),
        other => panic!("not a bad request: {other:?}"),
    });
    refused("unauthorized", |error| assert!(matches!(error, UpdateError::Unauthorized(_)), "{error:?}"));
    refused("broken", |error| {
        assert!(error.is_retryable());
        match error {
            UpdateError::InternalServerError(failure) => assert!(failure.body.client_locked),
            other => panic!("not an internal error: {other:?}"),
        }
    });
}

#[test]
fn other_errors_keep_status_headers_and_body() {
    refused("busy", |error| {
        assert_eq!(error.status(), 429);
        assert_eq!(error.retry_after(), Some(Duration::from_secs(3)));
        assert!(error.is_retryable());
    });
    refused("gateway", |error| match error {
        UpdateError::Other(response) => assert_eq!(response.text(), "<html>Bad Gateway</html>"),
        other => panic!("not an undeclared status: {other:?}"),
    });
}

#[test]
fn a_success_that_cannot_be_read_says_where() {
    refused("no-json", |error| match error {
        UpdateError::Decode(response) => {
            assert_eq!(response.status, 200);
            assert_eq!(response.text(), "<html>Welcome</html>");
        }
        other => panic!("the body was read: {other:?}"),
    });
    refused("no-fit", |error| match error {
        UpdateError::Decode(response) => {
            let reason = response.reason.as_ref().and_then(|reason| reason.json()).expect("the JSON is wrong");
            assert_eq!(reason.path(), "scopes[1]");
        }
        other => panic!("the body was read: {other:?}"),
    });
}

#[test]
fn a_truncated_answer_is_a_transport_error() {
    with_each(&update("truncated"), |outcome| assert!(matches!(outcome, Err(SendError::Transport(_))), "{outcome:?}"));
}

#[test]
fn a_connection_that_is_refused_is_a_transport_error() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let base = format!("http://{}", listener.local_addr().expect("the listener is bound"));
    drop(listener);
    at(&base, PLAIN, &update("well"), |outcome| {
        assert!(matches!(outcome, Err(SendError::Transport(_))), "{outcome:?}");
        assert!(outcome.is_err_and(|error| error.status().is_none()));
    });
}

#[test]
fn json_is_read_whatever_the_answer_calls_it() {
    updated("mislabelled", |token| assert_eq!(token.action, Some(AuthTokenUpdateApiAction::Ok)));
}

#[test]
fn redirects_are_the_clients_matter() {
    with_each(&List::new("moved").start(0), |outcome| {
        assert_eq!(outcome.expect("the list is elsewhere").subject.as_deref(), Some("start=0"));
    });
    in_manner(Manner { follows: false, ..PLAIN }, &update("moved"), |outcome| match outcome {
        Err(SendError::Operation(UpdateError::Other(response))) => {
            assert_eq!(
                (response.status.as_u16(), &response.headers["location"]),
                (302, &"/elsewhere".parse().unwrap())
            );
        }
        other => panic!("the answer was not kept: {other:?}"),
    });
}

/// A client that waits for the answer has one, which is no error.
#[test]
fn the_clients_timeout_holds() {
    in_manner(Manner { patience: IMPATIENCE, ..PLAIN }, &update("slow"), |outcome| {
        assert!(matches!(outcome, Err(SendError::Transport(_))), "{outcome:?}")
    });
}

#[test]
fn a_request_that_cannot_be_made_is_not_sent() {
    with_each(&update(".."), |outcome| assert!(matches!(outcome, Err(SendError::Request(_))), "{outcome:?}"));
}

#[test]
fn query_parameters_arrive() {
    let endpoint = List::new("well").subject("j&n").start(0);
    with_each(&endpoint, |outcome| {
        let mut pairs: Vec<String> = sent_query(&outcome.expect("the list is there").subject);
        pairs.sort_unstable();
        assert_eq!(pairs, ["start=0", "subject=j%26n"]);
    });
}

fn sent_query(echo: &Option<String>) -> Vec<String> {
    echo.iter().flat_map(|query| query.split('&').map(str::to_owned)).collect()
}

#[test]
fn an_answer_without_a_body_is_a_success() {
    let endpoint = Delete::new("well", "a/b c");
    with_each(&endpoint, |outcome| outcome.expect("the token is deleted"));
}
