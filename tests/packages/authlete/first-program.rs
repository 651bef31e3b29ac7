//! The first program of README.md, which sends to the server that `AUTHLETE_SERVER` names.

use authlete_api::{call::SendError, client::blocking::Client, endpoints::tokens, operations};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(std::env::var("AUTHLETE_CREDENTIAL")?).server(std::env::var("AUTHLETE_SERVER")?);
    let update = tokens::Update::new("12345", operations::AuthTokenUpdateApiRequestBody::new("the-token"));
    match client.send(&update) {
        Ok(updated) => println!("{:?}", updated.scopes),
        Err(SendError::Operation(tokens::UpdateError::BadRequest(failure))) => println!("{:?}", failure.message()),
        Err(error) => println!("not updated: {error}"),
    }
    Ok(())
}
