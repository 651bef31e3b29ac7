// Generated from models/errors/UnauthorizedException.md by `tablature generate`. Do not edit.

/// The request carries no credential, or one that is not valid.
///
/// From `models/errors/UnauthorizedException.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct UnauthorizedException {
    /// Whether the client application is locked.
    pub client_locked: bool,
    extra: crate::support::Extra,
}

crate::support::object! {
    UnauthorizedException, UnauthorizedExceptionBuilder<[client_locked]>, new(client_locked: bool) {
        /// Whether the client application is locked.
        required "clientLocked" client_locked: bool => N0 N0;
    }
}

crate::support::api_error!(UnauthorizedException);
