//! Updates an access token, with an asynchronous client.
//!
//! In: a base URL, a service's id and an access token as arguments, the credential in `AUTHLETE_CREDENTIAL`. Out: what came of it.
//! It must not know how requests are made: `authlete_api` does.

use authlete_api::{
    call::{Bearer, SendError, reqwest::Error, reqwest::send},
    endpoints::tokens,
    operations::{AuthTokenUpdateApiRequestBody as Update, AuthTokenUpdateApiResponseBody as Updated},
};
use reqwest::Client;
use std::{env, time::Duration};

/// How often a request is sent at most.
const ATTEMPTS: u32 = 3;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [base, service, token] = arguments.as_slice() else {
        return Err("usage: update-token-async BASE_URL SERVICE_ID ACCESS_TOKEN".into());
    };
    let credential = Bearer::new(env::var("AUTHLETE_CREDENTIAL")?)?;
    let client = Client::builder().timeout(Duration::from_secs(10)).build()?;
    match update(&client, base, &credential, service, token).await {
        Ok(updated) => println!("{:?}, with the scopes {:?}", updated.action, updated.scopes),
        Err(SendError::Operation(tokens::UpdateError::Unauthorized(_))) => println!("the credential is refused"),
        Err(SendError::Operation(error)) => println!("not updated: {error}"),
        Err(error) => println!("the API was not reached: {error}"),
    }
    Ok(())
}

/// Gives the token another scope, and tries again where the API says that this may help.
pub async fn update(
    client: &Client,
    base: &str,
    credential: &Bearer,
    service: &str,
    token: &str,
) -> Result<Updated, Error<tokens::Update>> {
    let body = Update::builder().access_token(token).scopes(["history.read"]).build();
    let endpoint = tokens::Update::new(service, body);
    let mut attempt = 1;
    loop {
        match send(client, base, credential, &endpoint).await {
            Err(error) if error.is_retryable() && attempt < ATTEMPTS => {
                tokio::time::sleep(error.retry_after().unwrap_or(Duration::from_millis(200 << attempt))).await;
                attempt += 1;
            }
            outcome => return outcome,
        }
    }
}
