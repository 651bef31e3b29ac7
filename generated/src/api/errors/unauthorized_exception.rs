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
    UnauthorizedException, UnauthorizedExceptionBuilder<F1>, new(client_locked: bool) {
        required "clientLocked" client_locked: bool => <crate::support::Set>;
    }
}

crate::support::api_error!(UnauthorizedException);
