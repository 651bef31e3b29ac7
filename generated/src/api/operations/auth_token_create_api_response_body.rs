// Generated from models/operations/AuthTokenCreateApiResponseBody.md by `tablature generate`. Do not edit.

use crate::components::{AuthorizationDetails, Property};
use crate::operations::AuthTokenCreateApiAction;

/// The access token that was made.
///
/// From `models/operations/AuthTokenCreateApiResponseBody.md`, line 1.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct AuthTokenCreateApiResponseBody {
    /// A short code that names the outcome of the call, for log entries and support requests.
    pub result_code: Option<String>,
    /// The same outcome in a sentence for people. The wording may change, so do not test for it.
    pub result_message: Option<String>,
    /// What the authorization server should do next.
    pub action: Option<AuthTokenCreateApiAction>,
    /// The new access token.
    pub access_token: Option<String>,
    /// The ID of the client application that the token is for.
    pub client_id: Option<i64>,
    /// When the access token expires.
    pub expires_at: Option<i64>,
    /// How long the access token lives from now on, in seconds.
    pub expires_in: Option<i64>,
    /// The flow that the token counts as a result of. See [AuthTokenCreateApiGrantType](crate::operations::AuthTokenCreateApiGrantType) for the words in use.
    pub grant_type: Option<String>,
    /// The properties that the token carries.
    pub properties: Option<Vec<Property>>,
    /// The refresh token that was made together with it.
    pub refresh_token: Option<String>,
    /// The scopes of the access token.
    pub scopes: Option<Vec<String>>,
    /// The user that the token is for.
    pub subject: Option<String>,
    /// How the token is to be presented, such as `Bearer` or `DPoP`.
    pub token_type: Option<String>,
    /// The same access token as a JWT, where the service is set up to issue JWTs (by its `accessTokenSignAlg`).
    pub jwt_access_token: Option<String>,
    /// What the token permits in detail: the value of `authorization_details` in Rich Authorization Requests.
    pub authorization_details: Option<AuthorizationDetails>,
    /// Whether the token is meant for an external attachment.
    pub for_external_attachment: Option<bool>,
    /// The unique identifier of the token.
    pub token_id: Option<String>,
    /// The scopes of the refresh token. May be `null`.
    pub refresh_token_scopes: Option<Vec<String>>,
    extra: crate::support::Extra,
}

crate::support::object! {
    AuthTokenCreateApiResponseBody, AuthTokenCreateApiResponseBodyBuilder<>, new() {
        /// A short code that names the outcome of the call, for log entries and support requests.
        optional "resultCode" result_code: String;
        /// The same outcome in a sentence for people. The wording may change, so do not test for it.
        optional "resultMessage" result_message: String;
        /// What the authorization server should do next.
        optional "action" action: AuthTokenCreateApiAction;
        /// The new access token.
        optional "accessToken" access_token: String;
        /// The ID of the client application that the token is for.
        optional "clientId" client_id: i64;
        /// When the access token expires.
        optional "expiresAt" expires_at: i64;
        /// How long the access token lives from now on, in seconds.
        optional "expiresIn" expires_in: i64;
        /// The flow that the token counts as a result of. See [AuthTokenCreateApiGrantType](crate::operations::AuthTokenCreateApiGrantType) for the words in use.
        optional "grantType" grant_type: String;
        /// The properties that the token carries.
        optional "properties" properties: Vec<Property> as crate::support::Items<Property>;
        /// The refresh token that was made together with it.
        optional "refreshToken" refresh_token: String;
        /// The scopes of the access token.
        optional "scopes" scopes: Vec<String> as crate::support::Items<String>;
        /// The user that the token is for.
        optional "subject" subject: String;
        /// How the token is to be presented, such as `Bearer` or `DPoP`.
        optional "tokenType" token_type: String;
        /// The same access token as a JWT, where the service is set up to issue JWTs (by its `accessTokenSignAlg`).
        optional "jwtAccessToken" jwt_access_token: String;
        /// What the token permits in detail: the value of `authorization_details` in Rich Authorization Requests.
        optional "authorizationDetails" authorization_details: AuthorizationDetails;
        /// Whether the token is meant for an external attachment.
        optional "forExternalAttachment" for_external_attachment: bool;
        /// The unique identifier of the token.
        optional "tokenId" token_id: String;
        /// The scopes of the refresh token. May be `null`.
        optional "refreshTokenScopes" refresh_token_scopes: Vec<String> as crate::support::Items<String>;
    }
}

crate::support::debug! {
    AuthTokenCreateApiResponseBody {
        Shown result_code,
        Shown result_message,
        Shown action,
        HiddenOption access_token,
        Shown client_id,
        Shown expires_at,
        Shown expires_in,
        Shown grant_type,
        Shown properties,
        HiddenOption refresh_token,
        Shown scopes,
        Shown subject,
        Shown token_type,
        HiddenOption jwt_access_token,
        Shown authorization_details,
        Shown for_external_attachment,
        Shown token_id,
        Shown refresh_token_scopes,
        Shown extra,
    }
}
