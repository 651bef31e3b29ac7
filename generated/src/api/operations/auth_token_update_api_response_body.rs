// Generated from models/operations/AuthTokenUpdateApiResponseBody.md by `tablature generate`. Do not edit.

use crate::components::{AuthorizationDetails, Property};
use crate::operations::AuthTokenUpdateApiAction;

/// An access token as it is after an update.
///
/// From `models/operations/AuthTokenUpdateApiResponseBody.md`, line 1.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct AuthTokenUpdateApiResponseBody {
    /// A short code that names the outcome of the call, for log entries and support requests.
    pub result_code: Option<String>,
    /// The same outcome in a sentence for people. The wording may change, so do not test for it.
    pub result_message: Option<String>,
    /// What the authorization server should do next.
    pub action: Option<AuthTokenUpdateApiAction>,
    /// The access token that was updated. It is the new value when the request asked for one.
    pub access_token: Option<String>,
    /// When the access token expires, in milliseconds since the Unix epoch.
    pub access_token_expires_at: Option<i64>,
    /// The properties that the token carries now.
    pub properties: Option<Vec<Property>>,
    /// The scopes that the token has now.
    pub scopes: Option<Vec<String>>,
    /// What the token permits in detail: the value of `authorization_details` in Rich Authorization Requests.
    pub authorization_details: Option<AuthorizationDetails>,
    /// How the token is to be presented, such as `Bearer` or `DPoP`.
    pub token_type: Option<String>,
    /// Whether the token is meant for an external attachment.
    pub for_external_attachment: Option<bool>,
    /// The unique identifier of the token.
    pub token_id: Option<String>,
    /// When the newly issued refresh token expires, in milliseconds since the Unix epoch.
    pub refresh_token_expires_at: Option<i64>,
    extra: crate::support::Extra,
}

crate::support::object! {
    AuthTokenUpdateApiResponseBody, AuthTokenUpdateApiResponseBodyBuilder<>, new() {
        /// A short code that names the outcome of the call, for log entries and support requests.
        optional "resultCode" result_code: String;
        /// The same outcome in a sentence for people. The wording may change, so do not test for it.
        optional "resultMessage" result_message: String;
        /// What the authorization server should do next.
        optional "action" action: AuthTokenUpdateApiAction;
        /// The access token that was updated. It is the new value when the request asked for one.
        optional "accessToken" access_token: String;
        /// When the access token expires, in milliseconds since the Unix epoch.
        optional "accessTokenExpiresAt" access_token_expires_at: i64;
        /// The properties that the token carries now.
        optional "properties" properties: Vec<Property> as crate::support::Items<Property>;
        /// The scopes that the token has now.
        optional "scopes" scopes: Vec<String> as crate::support::Items<String>;
        /// What the token permits in detail: the value of `authorization_details` in Rich Authorization Requests.
        optional "authorizationDetails" authorization_details: AuthorizationDetails;
        /// How the token is to be presented, such as `Bearer` or `DPoP`.
        optional "tokenType" token_type: String;
        /// Whether the token is meant for an external attachment.
        optional "forExternalAttachment" for_external_attachment: bool;
        /// The unique identifier of the token.
        optional "tokenId" token_id: String;
        /// When the newly issued refresh token expires, in milliseconds since the Unix epoch.
        optional "refreshTokenExpiresAt" refresh_token_expires_at: i64;
    }
}

crate::support::debug! {
    AuthTokenUpdateApiResponseBody {
        Shown result_code,
        Shown result_message,
        Shown action,
        HiddenOption access_token,
        Shown access_token_expires_at,
        Shown properties,
        Shown scopes,
        Shown authorization_details,
        Shown token_type,
        Shown for_external_attachment,
        Shown token_id,
        Shown refresh_token_expires_at,
        Shown extra,
    }
}
