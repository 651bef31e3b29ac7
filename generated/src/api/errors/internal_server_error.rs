// Generated from models/errors/InternalServerError.md by `tablature generate`. Do not edit.

/// The server failed to process the request.
///
/// From `models/errors/InternalServerError.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct InternalServerError {
    /// Whether the client application is locked.
    pub client_locked: bool,
    extra: crate::support::Extra,
}

crate::support::object! {
    InternalServerError, InternalServerErrorBuilder<[client_locked]>, new(client_locked: bool) {
        /// Whether the client application is locked.
        required "clientLocked" client_locked: bool => N0 N0;
    }
}

crate::support::api_error!(InternalServerError);
