//! Updates an access token, with a client that blocks.
//!
//! In: a base URL, a service's id and an access token as arguments, the credential in `AUTHLETE_CREDENTIAL`. Out: what came of it.
//! It must not know how requests are made: `authlete_api` does.

use authlete_api::{
    call::{Bearer, SendError, ureq::Error, ureq::send},
    endpoints::tokens,
    operations::{
        AuthTokenUpdateApiAction as Action, AuthTokenUpdateApiRequestBody as Update,
        AuthTokenUpdateApiResponseBody as Updated,
    },
};
use std::{env, thread, time::Duration};
use ureq::Agent;

/// How often a request is sent at most.
const ATTEMPTS: u32 = 3;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [base, service, token] = arguments.as_slice() else {
        return Err("usage: update-token BASE_URL SERVICE_ID ACCESS_TOKEN".into());
    };
    let credential = Bearer::new(env::var("AUTHLETE_CREDENTIAL")?)?;
    println!("{}", told(update(base, &credential, service, token)));
    Ok(())
}

/// Gives the token another scope, and tries again where the API says that this may help.
pub fn update(base: &str, credential: &Bearer, service: &str, token: &str) -> Result<Updated, Error<tokens::Update>> {
    let agent: Agent = Agent::config_builder().timeout_global(Some(Duration::from_secs(10))).build().into();
    let body = Update::builder().access_token(token).scopes(["history.read"]).build();
    let endpoint = tokens::Update::new(service, body);
    let mut attempt = 1;
    loop {
        match send(&agent, base, credential, &endpoint) {
            Err(error) if error.is_retryable() && attempt < ATTEMPTS => {
                thread::sleep(error.retry_after().unwrap_or(Duration::from_millis(200 << attempt)));
                attempt += 1;
            }
            outcome => return outcome,
        }
    }
}

/// What came of an update, in words.
pub fn told(outcome: Result<Updated, Error<tokens::Update>>) -> String {
    let error = match outcome {
        Ok(updated) => return told_success(&updated),
        Err(SendError::Operation(error)) => error,
        Err(other) => return format!("the API was not reached: {other}"),
    };
    match error {
        tokens::UpdateError::BadRequest(failure) => {
            format!("the request is wrong: {}", failure.body.result_message.as_deref().unwrap_or("no reason is given"))
        }
        tokens::UpdateError::Unauthorized(_) => "the credential is refused".to_owned(),
        tokens::UpdateError::Decode(response) => format!("updated, but the answer is not understood: {response}"),
        other => format!("not updated: {other}"),
    }
}

fn told_success(updated: &Updated) -> String {
    match &updated.action {
        Some(Action::Ok) => format!("the token has the scopes {:?}", updated.scopes.as_deref().unwrap_or_default()),
        Some(Action::NotFound) => "there is no such token".to_owned(),
        Some(other) => format!("not updated: {other}"),
        None => "the API does not say what it did".to_owned(),
    }
}
