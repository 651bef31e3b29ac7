//! Nothing but the Rust of README.md and of the guide, as doc tests: this package is its tests.

/// What the README shows compiles and runs.
#[cfg(doctest)]
#[doc = include_str!("../../../../README.md")]
pub struct Readme;

/// So does what the guide shows.
#[cfg(doctest)]
#[doc = include_str!("../../../../docs/guide/src/emitted-code.md")]
pub struct EmittedCode;

/// A builder builds once what is required is set.
///
/// ```
/// use authlete_api::operations::AuthTokenUpdateApiRequestBody;
/// let body = AuthTokenUpdateApiRequestBody::builder().access_token("token").build();
/// assert_eq!(body.access_token, "token");
/// ```
///
/// ```compile_fail,E0599
/// use authlete_api::operations::AuthTokenUpdateApiRequestBody;
/// let body = AuthTokenUpdateApiRequestBody::builder().build();
/// ```
///
/// Only an enum's own conversions make a value that it does not list.
///
/// ```
/// use authlete_api::operations::AuthTokenUpdateApiAction;
/// assert!(!AuthTokenUpdateApiAction::from("TEAPOT").is_known());
/// ```
///
/// ```compile_fail,E0624
/// use authlete_api::{operations::AuthTokenUpdateApiAction, support::Unknown};
/// let action = AuthTokenUpdateApiAction::Unknown(Unknown::new("OK".into()));
/// ```
///
/// Fields may be added later, so no one else writes a struct as a literal.
///
/// ```compile_fail,E0639
/// let value = authlete_api::components::Property { ..Default::default() };
/// ```
#[cfg(doctest)]
pub struct Emitted;
