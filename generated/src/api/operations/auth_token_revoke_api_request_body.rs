// Generated from models/operations/AuthTokenRevokeApiRequestBody.md by `tablature generate`. Do not edit.

/// The tokens to revoke, named by their value, by the client, or by the user.
///
/// From `models/operations/AuthTokenRevokeApiRequestBody.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct AuthTokenRevokeApiRequestBody {
    /// The access token to revoke, by its value or by the hash of its value.
    pub access_token_identifier: Option<String>,
    /// The refresh token to revoke, by its value or by the hash of its value.
    pub refresh_token_identifier: Option<String>,
    /// The client whose tokens to revoke, by its numeric ID or its alias.
    pub client_identifier: Option<String>,
    /// The user whose tokens to revoke.
    pub subject: Option<String>,
    extra: crate::support::Extra,
}

crate::support::object! {
    AuthTokenRevokeApiRequestBody, AuthTokenRevokeApiRequestBodyBuilder<>, new() {
        /// The access token to revoke, by its value or by the hash of its value.
        optional "accessTokenIdentifier" access_token_identifier: String;
        /// The refresh token to revoke, by its value or by the hash of its value.
        optional "refreshTokenIdentifier" refresh_token_identifier: String;
        /// The client whose tokens to revoke, by its numeric ID or its alias.
        optional "clientIdentifier" client_identifier: String;
        /// The user whose tokens to revoke.
        optional "subject" subject: String;
    }
}

crate::support::setters! {
    AuthTokenRevokeApiRequestBody {
        optional access_token_identifier: String;
        optional refresh_token_identifier: String;
        optional client_identifier: String;
        optional subject: String;
    }
}
