//! Calling endpoints: requests out of an endpoint's parameters, results out of responses, and no HTTP client.
//!
//! In: the endpoints of this crate (their parameters and tables). Out: [`http::Request`]s to send with any client, and typed
//! results from [`http::Response`]s. It must not know any particular operation, nor open a connection: what does stands
//! behind the features `reqwest` and `ureq`.
//!
//! ```text
//! let request = endpoint.to_request("https://api.example.com")?;
//! let response: http::Response<Vec<u8>> = any_client(request);
//! let result = TheEndpoint::parse(response)?;
//! ```

mod auth;
mod body;
mod choice;
mod draft;
mod error;
mod event_lines;
mod events;
mod globals;
mod message;
mod pages;
mod response;
mod secret_headers;
mod send_error;
mod value;

#[cfg(feature = "reqwest")]
pub mod reqwest;
#[cfg(feature = "ureq")]
pub mod ureq;

pub use auth::{ApiKey, Authenticate, Basic, Bearer, InvalidCredential, NoAuth};
pub use body::{FileContent, FileField, RawBody};
pub use choice::FitOf;
pub use draft::{Draft, RequestError};
pub use error::{ErrorParts, ErrorRow, Failure, Fallback, OperationError, ReadError};
pub use events::{EventDecoder, EventError, EventStream, Frame, Streams};
pub use globals::{Globals, Place};
pub use pages::{Argument, Items, Moves, Pages, Paging, Walk};
pub use response::{Choice, Received};
pub use send_error::{Fault, SendError, TransportError};

pub(crate) use error::{operation_error, show};
#[cfg(feature = "ureq")]
pub(crate) use events::feed_from;
#[allow(unused_imports)] // not every API has several bodies for one response
pub(crate) use {choice::fit_of, response::success};

use http::{Request, Response};

/// An operation of the API, with the values of its parameters.
///
/// Every endpoint of this crate has `to_request` and `parse` as methods of its own, too; the trait is for code that is
/// generic over endpoints.
pub trait Endpoint {
    /// What a successful response holds.
    type Success;
    /// What any other response holds, by status.
    type Error: OperationError;
    /// The operation's id in the API's documentation.
    const ID: &'static str;
    /// The HTTP method.
    const METHOD: &'static str;
    /// The path below the base URL, with `{placeholders}`.
    const PATH: &'static str;
    /// The media types that a success response may have, as the `Accept` header lists them.
    const ACCEPT: &'static str = "application/json";
    /// The operation's own base URL, where it is not the API's. Clients send it there; who gives a base URL decides alone.
    const SERVER: Option<&'static str> = None;
    /// Whether the operation wants credentials; the adapters send none to those that do not.
    const AUTHENTICATED: bool = true;

    /// Writes the parameters and the body into a draft of the request.
    ///
    /// # Errors
    /// When a value cannot be written at its place.
    fn write(&self, draft: &mut Draft) -> Result<(), RequestError>;

    /// Reads the body of a success response.
    ///
    /// # Errors
    /// When the body is not what the documentation says.
    fn read(received: &Received<'_>) -> Result<Self::Success, ReadError>;

    /// The request, addressed below `base` (`https://api.example.com/v1`).
    ///
    /// # Errors
    /// When `base` is no URL, or a value cannot be written at its place.
    fn to_request(&self, base: &str) -> Result<Request<Vec<u8>>, RequestError> {
        self.to_request_with(base, &Globals::default())
    }

    /// As [`to_request`](Self::to_request), with values for parameters that are given none.
    ///
    /// # Errors
    /// As [`to_request`](Self::to_request).
    fn to_request_with(&self, base: &str, globals: &Globals) -> Result<Request<Vec<u8>>, RequestError> {
        let mut draft = Draft::new(Self::PATH).globals(globals);
        self.write(&mut draft)?;
        draft.finish(Self::METHOD, base, Self::ACCEPT)
    }

    /// The result that a response stands for. Any 2xx status is a success.
    ///
    /// # Errors
    /// The operation's error, for any other status or for a success body that cannot be read.
    fn parse<B: AsRef<[u8]>>(response: Response<B>) -> Result<Self::Success, Self::Error> {
        Self::parse_whole(response).map(Response::into_body)
    }

    /// As [`parse`](Self::parse), with the status and the headers beside the result.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    fn parse_whole<B: AsRef<[u8]>>(response: Response<B>) -> Result<Response<Self::Success>, Self::Error> {
        let (mut head, body) = response.into_parts();
        error::hide_secrets(&mut head.headers);
        let body = body.as_ref();
        if !head.status.is_success() {
            return Err(Self::Error::from_response(Fallback::new(head.status, head.headers, body)));
        }
        match Self::read(&Received::new(&head.headers, body)) {
            Ok(success) => Ok(Response::from_parts(head, success)),
            Err(reason) => Err(Self::Error::unreadable(Fallback::new(head.status, head.headers, body).because(reason))),
        }
    }
}

/// The request with its credentials on, for the adapters.
#[cfg(any(feature = "reqwest", feature = "ureq"))]
fn authenticated<E: Endpoint, A: Authenticate + ?Sized>(
    base: &str,
    auth: &A,
    endpoint: &E,
) -> Result<Request<Vec<u8>>, RequestError> {
    let mut request = endpoint.to_request(base)?;
    if E::AUTHENTICATED {
        auth.apply(&mut request);
    }
    Ok(request)
}

/// Whether a response is a stream of events, and no answer in its place.
#[cfg(any(feature = "reqwest", feature = "ureq"))]
pub(crate) fn is_stream(status: http::StatusCode, headers: &http::HeaderMap, frame: Frame) -> bool {
    status.is_success() && response::check_events(headers, frame).is_ok()
}

/// What came in place of a stream of events.
#[cfg(any(feature = "reqwest", feature = "ureq"))]
pub(crate) fn no_stream(response: Response<Vec<u8>>, frame: Frame) -> Box<Fallback> {
    let (head, body) = response.into_parts();
    let reason = response::check_events(&head.headers, frame).err().filter(|_| head.status.is_success());
    let fallback = Fallback::new(head.status, head.headers, &body);
    match reason {
        Some(reason) => fallback.because(reason),
        None => fallback,
    }
}

/// The error that stands in for a stream of events.
#[cfg(any(feature = "reqwest", feature = "ureq"))]
fn refusal<E: Streams>(response: Response<Vec<u8>>) -> E::Error {
    let answer = no_stream(response, E::FRAME);
    if answer.status.is_success() { E::Error::unreadable(answer) } else { E::Error::from_response(answer) }
}

/// Gives an endpoint what all have: the methods of [`Endpoint`] as its own, `new`, a builder and setters.
///
/// A row is a field: its type, and what its setter takes where that is another. A field that is required has its place in the
/// builder's state; one that may be left out has a setter on the endpoint, too, under another name where that one is taken.
macro_rules! endpoint {
    (
        $name:ident => Result<$success:ty, $error:ty>, $builder:ident<$([$($required:ident)*])*>
        $(, new($($argument:ident: $argument_type:ty),*))?
        { $($(#[$meta:meta])* $kind:ident $field:ident $([$setter:ident])?: $type:ty $(as $given:ty)? $(=> $group:ident $place:ident)?;)* }
    ) => {
        $crate::support::builder! { $name, $builder<$([$($required)*])*> }

        impl $name {
            $(
                /// The operation with what it requires; all else is left out.
                #[must_use]
                #[inline]
                pub fn new($($argument: impl ::core::convert::Into<$argument_type>),*) -> Self {
                    Self::builder()$(.$argument($argument))*.build()
                }
            )?

            #[doc = ::core::concat!("A builder, [`struct@", ::core::stringify!($builder), "`]; it can `build` once all that is required is set.")]
            #[inline]
            pub fn builder() -> $builder {
                let slots = <Self as $crate::support::builder::Builds>::slots();
                $builder { slots, state: ::core::marker::PhantomData }
            }

            /// The request, addressed below `base` (`https://api.example.com`).
            ///
            /// # Errors
            /// When `base` is no URL, or a value cannot be written at its place.
            #[inline]
            pub fn to_request(
                &self,
                base: &str,
            ) -> ::core::result::Result<::http::Request<::std::vec::Vec<u8>>, $crate::call::RequestError> {
                $crate::call::Endpoint::to_request(self, base)
            }

            /// The result that a response stands for. Any 2xx status is a success.
            ///
            /// # Errors
            /// For any other status, and for a success body that cannot be read.
            #[inline]
            pub fn parse<B: ::core::convert::AsRef<[u8]>>(
                response: ::http::Response<B>,
            ) -> ::core::result::Result<$success, $error> {
                <Self as $crate::call::Endpoint>::parse(response)
            }

            $($crate::support::own_setter! { $kind [$(#[$meta])*] $field [$($setter)?]: $type $(as $given)? })*
        }

        // A parameter may have the name of a standard operator's method.
        #[allow(clippy::should_implement_trait)]
        impl<S> $builder<S> {
            $($crate::call::endpoint_row! { $kind $builder [$(#[$meta])*] $field: $type $(as $given)?; $($group $place)? })*
        }

        const _: () = {
            pub struct __Slots {
                $($field: ::core::option::Option<$type>,)*
            }

            impl $crate::support::builder::Builds for $name {
                type Slots = __Slots;

                #[inline]
                fn slots() -> __Slots {
                    __Slots { $($field: ::core::option::Option::None,)* }
                }

                #[inline]
                fn finish(slots: __Slots) -> Self {
                    let _ = &slots;
                    Self { $($field: $crate::call::endpoint_take!($kind slots $field),)* }
                }
            }
        };
    };
}
pub(crate) use endpoint;

/// The setter of one row on the builder.
#[allow(unused_macros)] // an API may have no endpoint with a field
macro_rules! endpoint_row {
    (required $builder:ident [$($meta:tt)*] $field:ident: $type:ty $(as $given:ty)?; $($place:tt)*) => {
        $crate::support::builder_setter! {
            $builder [$($meta)*] $field: $type $(as $given)? => $($place)*; |value| ::core::option::Option::Some(value.into())
        }
    };
    (optional $builder:ident [$($meta:tt)*] $field:ident: $type:ty $(as $given:ty)?;) => {
        $crate::support::object_setter! { optional $builder [$($meta)*] $field: $type $(as $given)?; }
    };
}
#[allow(unused_imports)]
pub(crate) use endpoint_row;

/// What an endpoint's field holds once its builder is done.
#[allow(unused_macros)] // an API may have no endpoint with a field
macro_rules! endpoint_take {
    (required $slots:ident $field:ident) => {
        $crate::support::builder::set($slots.$field)
    };
    (optional $slots:ident $field:ident) => {
        $slots.$field
    };
}
#[allow(unused_imports)]
pub(crate) use endpoint_take;

/// `Debug` for an endpoint with values that must not be shown.
#[allow(unused_macros)] // not every API has such values
macro_rules! redacted_debug {
    ($name:ident { $($field:ident)* } secret { $($secret:ident)* }) => {
        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_struct(::core::stringify!($name))
                    $(.field(::core::stringify!($field), &self.$field))*
                    $(.field(::core::stringify!($secret), &::core::format_args!("[redacted]")))*
                    .finish()
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use redacted_debug;
