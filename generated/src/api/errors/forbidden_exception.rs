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
    ForbiddenException, ForbiddenExceptionBuilder<S1>, new(client_locked: bool) {
        required "clientLocked" client_locked: bool => <crate::support::Set>;
    }
}

crate::support::api_error!(ForbiddenException);
