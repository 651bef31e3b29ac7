// Generated from models/operations/AuthTokenUpdateApiAction.md by `tablature generate`. Do not edit.

/// What the authorization server should do next.
///
/// - `INTERNAL_SERVER_ERROR`: answer that something failed on the server.
/// - `BAD_REQUEST`: answer that the request was wrong.
/// - `FORBIDDEN`: answer that the update is not allowed.
/// - `NOT_FOUND`: answer that there is no such token.
/// - `OK`: go on; the token was updated.
///
/// From `models/operations/AuthTokenUpdateApiAction.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuthTokenUpdateApiAction {
    /// `INTERNAL_SERVER_ERROR`
    InternalServerError,
    /// `BAD_REQUEST`
    BadRequest,
    /// `FORBIDDEN`
    Forbidden,
    /// `NOT_FOUND`
    NotFound,
    /// `OK`
    Ok,
    /// A value that is not listed.
    Unknown(crate::support::Unknown<AuthTokenUpdateApiAction>),
}

crate::support::string_enum! {
    AuthTokenUpdateApiAction {
        InternalServerError = "INTERNAL_SERVER_ERROR",
        BadRequest = "BAD_REQUEST",
        Forbidden = "FORBIDDEN",
        NotFound = "NOT_FOUND",
        Ok = "OK",
    }
}
