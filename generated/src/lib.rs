// Generated from the docs by `tablature generate`. Do not edit.

//! Types and typed endpoints of the Authlete API.
//!
//! Runs the parts of OAuth 2.0 and OpenID Connect that an authorization server needs, and keeps its services, clients
//! and tokens.
//!
//! Structs have a builder, `Type::builder()`; what is required must be set before it can build. Where that is
//! little, `Type::new(…)` takes it, and what may be left out is set behind it.
//! The modules `builders` hold their docs.
//! Fields that this crate does not know are kept in `extra()` and written back.
//!
//! # Sending a request
//!
//! An operation is a struct of its parameters, in [`endpoints`]. A client sends it: `client::Client` is asynchronous, behind the
//! feature `reqwest`; `client::blocking::Client` blocks, behind `ureq`. Both features are off by default. Timeouts, proxies and TLS
//! are those of the HTTP client, so depend on it, too:
//!
//! ```toml
//! [dependencies]
//! authlete-api = { version = "0.1", features = ["ureq"] }
//! ureq = "3"
//! ```
//!
//! ```no_run
//! # #[cfg(not(feature = "ureq"))]
//! # fn main() {}
//! # #[cfg(feature = "ureq")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use authlete_api::{
//!     client::blocking::Client,
//!     endpoints::tokens::Update,
//!     operations::AuthTokenUpdateApiRequestBody,
//! };
//!
//! let client = Client::new("the-credential");
//! match client.send(&Update::new("service-id", AuthTokenUpdateApiRequestBody::new("access-token"))) {
//!     Ok(answer) => println!("{answer:?}"),
//!     Err(error) if error.is_retryable() => println!("try again in {:?}", error.retry_after()),
//!     Err(error) => println!("{error}"),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Without a client
//!
//! An operation makes an `http::Request` and reads an `http::Response`; anything may send the one and receive the other. The features
//! bring `call::reqwest::send` and `call::ureq::send`, too, for a client of your own.
//! The API is at:
//!
//! - `https://us.authlete.com`: United States
//! - `https://jp.authlete.com`: Japan
//! - `https://eu.authlete.com`: Europe
//! - `https://br.authlete.com`: Brazil
//!
//! Credentials are a [`call::Bearer`].
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use authlete_api::{
//!     call::{Authenticate, Bearer},
//!     endpoints::tokens::Update,
//!     operations::AuthTokenUpdateApiRequestBody,
//! };
//!
//! let endpoint = Update::new("service-id", AuthTokenUpdateApiRequestBody::new("access-token"));
//! let mut request = endpoint.to_request("https://us.authlete.com")?;
//! Bearer::new("the-token")?.apply(&mut request);
//! assert_eq!(request.method(), "POST");
//!
//! // The client sends `request`, and this is what came back:
//! let response = http::Response::builder().status(503).body("later")?;
//! let result = Update::parse(response);
//! assert!(result.is_err());
//! # Ok(())
//! # }
//! ```
//!
//! # Enums grow
//!
//! The API may send values that this version does not list. They are read as `Unknown`, and written back as they came. When a
//! later version lists such a value, it becomes a variant, so do not look into `Unknown`: match the variants that you know, and
//! treat all others alike.
//!
//! ```
//! use authlete_api::operations::AuthTokenCreateApiAction;
//!
//! fn describe(value: &AuthTokenCreateApiAction) -> &str {
//!     match value {
//!         AuthTokenCreateApiAction::InternalServerError => "the one that is meant",
//!         other => other.as_str(),
//!     }
//! }
//! ```

#![allow(deprecated)] // what the API deprecates is still read and written
#![allow(clippy::doc_markdown)] // the prose is the vendor's
#![allow(clippy::large_enum_variant)] // boxes are where types are recursive, so that values stay plain to build and match
#![allow(clippy::struct_excessive_bools)] // the API's objects are as they are
#![allow(clippy::struct_field_names)] // so are the names of their fields
#![allow(clippy::type_complexity)] // and their types

#[rustfmt::skip]
mod api;
#[rustfmt::skip]
pub mod call;
#[cfg(any(feature = "reqwest", feature = "ureq"))]
#[rustfmt::skip]
pub mod client;
#[rustfmt::skip]
pub mod support;

pub use api::*;
