//! Calls an operation that the build script has generated, without a client: the request is printed, the response is made up.

include!(concat!(env!("OUT_DIR"), "/pet_api.rs"));

use endpoints::pets::Get;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let request = Get::new("7").to_request("https://api.example.com")?;
    println!("{} {}", request.method(), request.uri());

    let response = http::Response::builder().status(200).body(r#"{"name":"Minka","color":"grey"}"#)?;
    let pet = Get::parse(response)?;
    println!("{} is {:?}", pet.name, pet.color);
    Ok(())
}
