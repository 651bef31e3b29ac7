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
        optional "accessTokenHash" access_token_hash: String;
        optional "accessTokenExpiresAt" access_token_expires_at: i64;
        optional "refreshTokenHash" refresh_token_hash: String;
        optional "refreshTokenExpiresAt" refresh_token_expires_at: i64;
        optional "createdAt" created_at: i64;
        optional "lastRefreshedAt" last_refreshed_at: i64;
        optional "clientId" client_id: i64;
        optional "subject" subject: String;
        optional "grantType" grant_type: AuthTokenGetListApiGrantType;
        optional "scopes" scopes: Vec<String> as crate::support::Items<String>;
        optional "properties" properties: Vec<Property> as crate::support::Items<Property>;
    }
}
