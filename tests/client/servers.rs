//! Servers: the enum of an API's base URLs.

crate::client::server::servers! {
    /// Europe.
    Eu "https://eu.example.com/v1";
    /// One of many.
    Tenant {
        /// Its name.
        tenant "tenant" = "acme";
        region "region" = "eu";
    } "https://{tenant}.{region}.example.com";
    Own { url "url" = "http://localhost"; } "{url}/v1";
}

#[test]
fn servers_are_urls() {
    assert_eq!(String::from(Server::default()), "https://eu.example.com/v1");
    let tenant = Server::Tenant { tenant: "evil.com/".to_owned(), region: "us".to_owned() };
    assert_eq!(tenant.url(), "https://evil.com%2F.us.example.com", "a variable leads to no other host");
    assert_eq!(Server::Own { url: "http://127.0.0.1:80".to_owned() }.url(), "http://127.0.0.1:80/v1");
}
