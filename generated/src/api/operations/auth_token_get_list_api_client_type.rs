// Generated from models/operations/AuthTokenGetListApiClientType.md by `tablature generate`. Do not edit.

/// Whether a client application can keep a secret, as OAuth 2.0 tells clients apart.
///
/// - `PUBLIC`: it cannot, like an application in a browser or on a phone.
/// - `CONFIDENTIAL`: it can, like an application on a server.
///
/// From `models/operations/AuthTokenGetListApiClientType.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuthTokenGetListApiClientType {
    /// `PUBLIC`
    Public,
    /// `CONFIDENTIAL`
    Confidential,
    /// A value that is not listed.
    Unknown(crate::support::Unknown<AuthTokenGetListApiClientType>),
}

crate::support::string_enum! {
    AuthTokenGetListApiClientType {
        Public = "PUBLIC",
        Confidential = "CONFIDENTIAL",
    }
}
