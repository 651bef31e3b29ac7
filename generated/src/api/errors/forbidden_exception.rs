// Generated from models/errors/ForbiddenException.md by `tablature generate`. Do not edit.

/// The credential is valid, but does not allow this operation on this service.
///
/// From `models/errors/ForbiddenException.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ForbiddenException {
    /// Whether the client application is locked.
    pub client_locked: bool,
    extra: crate::support::Extra,
}

crate::support::object! {
    ForbiddenException, ForbiddenExceptionBuilder<[client_locked]>, new(client_locked: bool) {
        /// Whether the client application is locked.
        required "clientLocked" client_locked: bool => N0 N0;
    }
}

crate::support::api_error!(ForbiddenException);
