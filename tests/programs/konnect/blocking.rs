//! Konnect: something made and read again, pages with a filter, and what goes wrong.

use go_konnect::{
    call::{Fault, SendError},
    client::{Credential, Retry, blocking::Client},
    components::{ControlPlaneFilterParameters, ControlPlaneFilterParametersName as Name, CreateControlPlaneRequest},
    endpoints::control_planes::{CreateControlPlane, GetControlPlane, GetControlPlaneError, ListControlPlanes},
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let credential = Credential::personal_access_token(std::env::var("KONNECT_TOKEN")?);
    let client = Client::new(credential).only_server(std::env::var("SERVER")?);

    let plane = CreateControlPlaneRequest::new("edge").description("Near the users").labels([("env", "test")]);
    let made = client.send(&CreateControlPlane::new(plane))?;
    println!("{} {} {:?}", made.id, made.config.cluster_type, made.labels);

    let edges = ControlPlaneFilterParameters::new().name(Name::new().contains("edge"));
    let mut count = 0;
    for plane in client.pages(&ListControlPlanes::new().filter(edges).page_size(100)).items() {
        assert_eq!(plane?.id, count.to_string());
        count += 1;
    }
    println!("{count} control planes");

    for id in ["bad", "unauthorized", "missing", "busy", "drops"] {
        match client.clone().retry(Retry::times(1)).send(&GetControlPlane::new(id)) {
            Ok(plane) => println!("{id}: {}", plane.name),
            Err(SendError::Operation(GetControlPlaneError::BadRequest(failure))) => {
                println!("{id}: {} parameters", failure.body.invalid_parameters.len());
            }
            Err(SendError::Operation(GetControlPlaneError::NotFound(failure))) => println!("{id}: {:?}", failure.message()),
            Err(SendError::Operation(error)) => println!("{id}: {} {error}", error.status()),
            Err(SendError::Transport(error)) if error.fault() == Fault::Broken => println!("{id}: {error}"),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}
