// Generated from models/operations/AccessToken.md by `tablature generate`. Do not edit.

use crate::components::Property;
use crate::operations::AuthTokenGetListApiGrantType;

/// An access token that was issued, by its hash.
///
/// From `models/operations/AccessToken.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct AccessToken {
    /// The hash of the access token, by which other operations can name it.
    pub access_token_hash: Option<String>,
    /// When the access token expires.
    pub access_token_expires_at: Option<i64>,
    /// The hash of the refresh token.
    pub refresh_token_hash: Option<String>,
    /// When the refresh token expires.
    pub refresh_token_expires_at: Option<i64>,
    /// When the access token was made.
    pub created_at: Option<i64>,
    /// When the access token was last renewed by its refresh token.
    pub last_refreshed_at: Option<i64>,
    /// The ID of the client application that the token is for.
    pub client_id: Option<i64>,
    /// The user that the token is for.
    pub subject: Option<String>,
    /// The flow in which the token came into being.
    pub grant_type: Option<AuthTokenGetListApiGrantType>,
    /// The scopes of the token.
    pub scopes: Option<Vec<String>>,
    /// The properties that the token carries.
    pub properties: Option<Vec<Property>>,
    extra: crate::support::Extra,
}

crate::support::object! {
    AccessToken, AccessTokenBuilder<>, new() {
        /// The hash of the access token, by which other operations can name it.
        optional "accessTokenHash" access_token_hash: String;
        /// When the access token expires.
        optional "accessTokenExpiresAt" access_token_expires_at: i64;
        /// The hash of the refresh token.
        optional "refreshTokenHash" refresh_token_hash: String;
        /// When the refresh token expires.
        optional "refreshTokenExpiresAt" refresh_token_expires_at: i64;
        /// When the access token was made.
        optional "createdAt" created_at: i64;
        /// When the access token was last renewed by its refresh token.
        optional "lastRefreshedAt" last_refreshed_at: i64;
        /// The ID of the client application that the token is for.
        optional "clientId" client_id: i64;
        /// The user that the token is for.
        optional "subject" subject: String;
        /// The flow in which the token came into being.
        optional "grantType" grant_type: AuthTokenGetListApiGrantType;
        /// The scopes of the token.
        optional "scopes" scopes: Vec<String> as crate::support::Items<String>;
        /// The properties that the token carries.
        optional "properties" properties: Vec<Property> as crate::support::Items<Property>;
    }
}
