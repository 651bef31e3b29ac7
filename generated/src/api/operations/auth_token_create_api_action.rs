// Generated from models/operations/AuthTokenCreateApiAction.md by `tablature generate`. Do not edit.

/// What the authorization server should do next.
///
/// - `INTERNAL_SERVER_ERROR`: answer that something failed on the server.
/// - `BAD_REQUEST`: answer that the request was wrong.
/// - `FORBIDDEN`: answer that the token may not be made.
/// - `OK`: go on; the token was made.
///
/// From `models/operations/AuthTokenCreateApiAction.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuthTokenCreateApiAction {
    /// `INTERNAL_SERVER_ERROR`
    InternalServerError,
    /// `BAD_REQUEST`
    BadRequest,
    /// `FORBIDDEN`
    Forbidden,
    /// `OK`
    Ok,
    /// A value that is not listed.
    Unknown(crate::support::Unknown<AuthTokenCreateApiAction>),
}

crate::support::string_enum! {
    AuthTokenCreateApiAction {
        InternalServerError = "INTERNAL_SERVER_ERROR",
        BadRequest = "BAD_REQUEST",
        Forbidden = "FORBIDDEN",
        Ok = "OK",
    }
}
