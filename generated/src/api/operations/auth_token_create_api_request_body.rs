// Generated from models/operations/AuthTokenCreateApiRequestBody.md by `tablature generate`. Do not edit.

use crate::components::{AuthorizationDetails, Property};
use crate::operations::AuthTokenCreateApiGrantType;

/// The access token to make.
///
/// From `models/operations/AuthTokenCreateApiRequestBody.md`, line 1.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct AuthTokenCreateApiRequestBody {
    /// The flow that the token shall count as a result of.
    pub grant_type: AuthTokenCreateApiGrantType,
    /// The ID of the client application that the token is for.
    pub client_id: i64,
    /// The user that the token is for, by the unique identifier that the authorization server gave them.
    /// It is needed for every grant type but `CLIENT_CREDENTIALS`, and holds at most 100 ASCII characters.
    pub subject: Option<String>,
    /// The scopes of the token. A scope that the service does not support makes the call fail.
    pub scopes: Option<Vec<String>>,
    /// How long the access token lives, in seconds. With `0` the settings of the service decide.
    pub access_token_duration: Option<i64>,
    /// How long the refresh token lives, in seconds. With `0` the settings of the service decide.
    ///
    /// No refresh token is made where the service does not support `REFRESH_TOKEN`, nor for the grant types `IMPLICIT` and `CLIENT_CREDENTIALS`.
    pub refresh_token_duration: Option<i64>,
    /// The properties that the token shall carry. They can only be given in a JSON body.
    pub properties: Option<Vec<Property>>,
    /// Whether the token shall look as if the client had introduced itself by its alias instead of its numeric ID.
    ///
    /// It shows only in the `aud` claim of answers of the [UserInfo endpoint](https://openid.net/specs/openid-connect-core-1_0.html#UserInfo), and only for clients that have an alias.
    pub client_id_alias_used: Option<bool>,
    /// The value of the access token. It is generated when this is absent. Give a value only to carry tokens over from another system; a value whose hash is stored already is refused.
    pub access_token: Option<String>,
    /// The value of the refresh token. It is generated when this is absent. Give a value only to carry tokens over from another system; a value whose hash is stored already is refused.
    pub refresh_token: Option<String>,
    /// Whether the token never expires by itself, so that it lives until it is revoked or deleted.
    /// With `true`, `accessTokenDuration` is ignored.
    pub access_token_persistent: Option<bool>,
    /// The SHA-256 thumbprint, base64url-encoded, of the client certificate that the token is bound to.
    /// A client must then present that certificate over mutual TLS whenever it uses the token.
    pub certificate_thumbprint: Option<String>,
    /// The thumbprint of the public key that the token is bound to by DPoP.
    /// A client must then send a DPoP proof signed with the matching private key whenever it uses the token, and the token type becomes `DPoP`.
    pub dpop_key_thumbprint: Option<String>,
    /// What the token permits in detail: the value of `authorization_details` in Rich Authorization Requests.
    pub authorization_details: Option<AuthorizationDetails>,
    /// The resources that the token is for: the values of `resource` in Resource Indicators for OAuth 2.0 ([RFC 8707](https://www.rfc-editor.org/rfc/rfc8707)).
    pub resources: Option<Vec<String>>,
    /// Whether the token is meant for an external attachment.
    pub for_external_attachment: Option<bool>,
    /// Claims to add to the payload of a JWT access token, as the text of one JSON object.
    pub jwt_at_claims: Option<String>,
    /// How the user was authenticated: the Authentication Context Class Reference that was satisfied.
    pub acr: Option<String>,
    /// When the user was authenticated.
    pub auth_time: Option<i64>,
    /// Whether the client introduced itself by its entity ID when it asked for the token.
    pub client_entity_id_used: Option<bool>,
    extra: crate::support::Extra,
}

crate::support::object! {
    AuthTokenCreateApiRequestBody, AuthTokenCreateApiRequestBodyBuilder<[grant_type client_id]>, new(grant_type: AuthTokenCreateApiGrantType, client_id: i64) {
        /// The flow that the token shall count as a result of.
        required "grantType" grant_type: AuthTokenCreateApiGrantType => N0 N0;
        /// The ID of the client application that the token is for.
        required "clientId" client_id: i64 => N0 N1;
        /// The user that the token is for, by the unique identifier that the authorization server gave them.
        /// It is needed for every grant type but `CLIENT_CREDENTIALS`, and holds at most 100 ASCII characters.
        optional "subject" subject: String;
        /// The scopes of the token. A scope that the service does not support makes the call fail.
        optional "scopes" scopes: Vec<String> as crate::support::Items<String>;
        /// How long the access token lives, in seconds. With `0` the settings of the service decide.
        optional "accessTokenDuration" access_token_duration: i64;
        /// How long the refresh token lives, in seconds. With `0` the settings of the service decide.
        ///
        /// No refresh token is made where the service does not support `REFRESH_TOKEN`, nor for the grant types `IMPLICIT` and `CLIENT_CREDENTIALS`.
        optional "refreshTokenDuration" refresh_token_duration: i64;
        /// The properties that the token shall carry. They can only be given in a JSON body.
        optional "properties" properties: Vec<Property> as crate::support::Items<Property>;
        /// Whether the token shall look as if the client had introduced itself by its alias instead of its numeric ID.
        ///
        /// It shows only in the `aud` claim of answers of the [UserInfo endpoint](https://openid.net/specs/openid-connect-core-1_0.html#UserInfo), and only for clients that have an alias.
        optional "clientIdAliasUsed" client_id_alias_used: bool;
        /// The value of the access token. It is generated when this is absent. Give a value only to carry tokens over from another system; a value whose hash is stored already is refused.
        optional "accessToken" access_token: String;
        /// The value of the refresh token. It is generated when this is absent. Give a value only to carry tokens over from another system; a value whose hash is stored already is refused.
        optional "refreshToken" refresh_token: String;
        /// Whether the token never expires by itself, so that it lives until it is revoked or deleted.
        /// With `true`, `accessTokenDuration` is ignored.
        optional "accessTokenPersistent" access_token_persistent: bool;
        /// The SHA-256 thumbprint, base64url-encoded, of the client certificate that the token is bound to.
        /// A client must then present that certificate over mutual TLS whenever it uses the token.
        optional "certificateThumbprint" certificate_thumbprint: String;
        /// The thumbprint of the public key that the token is bound to by DPoP.
        /// A client must then send a DPoP proof signed with the matching private key whenever it uses the token, and the token type becomes `DPoP`.
        optional "dpopKeyThumbprint" dpop_key_thumbprint: String;
        /// What the token permits in detail: the value of `authorization_details` in Rich Authorization Requests.
        optional "authorizationDetails" authorization_details: AuthorizationDetails;
        /// The resources that the token is for: the values of `resource` in Resource Indicators for OAuth 2.0 ([RFC 8707](https://www.rfc-editor.org/rfc/rfc8707)).
        optional "resources" resources: Vec<String> as crate::support::Items<String>;
        /// Whether the token is meant for an external attachment.
        optional "forExternalAttachment" for_external_attachment: bool;
        /// Claims to add to the payload of a JWT access token, as the text of one JSON object.
        optional "jwtAtClaims" jwt_at_claims: String;
        /// How the user was authenticated: the Authentication Context Class Reference that was satisfied.
        optional "acr" acr: String;
        /// When the user was authenticated.
        optional "authTime" auth_time: i64;
        /// Whether the client introduced itself by its entity ID when it asked for the token.
        optional "clientEntityIdUsed" client_entity_id_used: bool;
    }
}

crate::support::setters! {
    AuthTokenCreateApiRequestBody {
        optional subject: String;
        optional scopes: Vec<String> as crate::support::Items<String>;
        optional access_token_duration: i64;
        optional refresh_token_duration: i64;
        optional properties: Vec<Property> as crate::support::Items<Property>;
        optional client_id_alias_used: bool;
        optional access_token: String;
        optional refresh_token: String;
        optional access_token_persistent: bool;
        optional certificate_thumbprint: String;
        optional dpop_key_thumbprint: String;
        optional authorization_details: AuthorizationDetails;
        optional resources: Vec<String> as crate::support::Items<String>;
        optional for_external_attachment: bool;
        optional jwt_at_claims: String;
        optional acr: String;
        optional auth_time: i64;
        optional client_entity_id_used: bool;
    }
}

crate::support::debug! {
    AuthTokenCreateApiRequestBody {
        Shown grant_type,
        Shown client_id,
        Shown subject,
        Shown scopes,
        Shown access_token_duration,
        Shown refresh_token_duration,
        Shown properties,
        Shown client_id_alias_used,
        HiddenOption access_token,
        HiddenOption refresh_token,
        Shown access_token_persistent,
        Shown certificate_thumbprint,
        Shown dpop_key_thumbprint,
        Shown authorization_details,
        Shown resources,
        Shown for_external_attachment,
        Shown jwt_at_claims,
        Shown acr,
        Shown auth_time,
        Shown client_entity_id_used,
        Shown extra,
    }
}
