// Generated from models/operations/AuthTokenUpdateApiRequestBody.md by `tablature generate`. Do not edit.

use crate::components::{AuthorizationDetails, Property};

/// Which access token to update, and what to change. Whatever is left out stays as it is.
///
/// From `models/operations/AuthTokenUpdateApiRequestBody.md`, line 1.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct AuthTokenUpdateApiRequestBody {
    /// The access token to update.
    pub access_token: String,
    /// When the token shall expire from now on, in milliseconds since the Unix epoch.
    /// If it is absent, zero or negative, the expiry stays as it is.
    pub access_token_expires_at: Option<i64>,
    /// The scopes that replace those of the token. Scopes that the service does not know, or that the client may not request, are ignored.
    /// If it is absent or `null`, the scopes stay as they are.
    pub scopes: Option<Vec<String>>,
    /// The properties that replace those of the token.
    /// If it is absent or `null`, the properties stay as they are. They can only be given in a JSON body.
    pub properties: Option<Vec<Property>>,
    /// Whether a change of scopes also moves the expiry of the token.
    pub access_token_expires_at_updated_on_scope_update: Option<bool>,
    /// The hash of the access token, for callers who know the hash but not the token itself. `accessToken` takes precedence over it.
    pub access_token_hash: Option<String>,
    /// Whether to give the token a new value. With `true` the response holds the value that replaces the old one.
    pub access_token_value_updated: Option<bool>,
    /// Whether the token never expires by itself, so that it lives until it is revoked or deleted.
    /// With `true`, `accessTokenExpiresAt` is ignored.
    pub access_token_persistent: Option<bool>,
    /// The SHA-256 thumbprint, base64url-encoded, of the client certificate that the token is bound to.
    /// A client must then present that certificate over mutual TLS whenever it uses the token.
    pub certificate_thumbprint: Option<String>,
    /// The thumbprint of the public key that the token is bound to by DPoP.
    /// A client must then send a DPoP proof signed with the matching private key whenever it uses the token, and the token type becomes `DPoP`.
    pub dpop_key_thumbprint: Option<String>,
    /// What the token permits in detail: the value of `authorization_details` in Rich Authorization Requests.
    pub authorization_details: Option<AuthorizationDetails>,
    /// Whether the token is meant for an external attachment.
    pub for_external_attachment: Option<bool>,
    extra: crate::support::Extra,
}

crate::support::object! {
    AuthTokenUpdateApiRequestBody, AuthTokenUpdateApiRequestBodyBuilder<[access_token]>, new(access_token: String) {
        /// The access token to update.
        required "accessToken" access_token: String => N0 N0;
        /// When the token shall expire from now on, in milliseconds since the Unix epoch.
        /// If it is absent, zero or negative, the expiry stays as it is.
        optional "accessTokenExpiresAt" access_token_expires_at: i64;
        /// The scopes that replace those of the token. Scopes that the service does not know, or that the client may not request, are ignored.
        /// If it is absent or `null`, the scopes stay as they are.
        optional "scopes" scopes: Vec<String> as crate::support::Items<String>;
        /// The properties that replace those of the token.
        /// If it is absent or `null`, the properties stay as they are. They can only be given in a JSON body.
        optional "properties" properties: Vec<Property> as crate::support::Items<Property>;
        /// Whether a change of scopes also moves the expiry of the token.
        optional "accessTokenExpiresAtUpdatedOnScopeUpdate" access_token_expires_at_updated_on_scope_update: bool;
        /// The hash of the access token, for callers who know the hash but not the token itself. `accessToken` takes precedence over it.
        optional "accessTokenHash" access_token_hash: String;
        /// Whether to give the token a new value. With `true` the response holds the value that replaces the old one.
        optional "accessTokenValueUpdated" access_token_value_updated: bool;
        /// Whether the token never expires by itself, so that it lives until it is revoked or deleted.
        /// With `true`, `accessTokenExpiresAt` is ignored.
        optional "accessTokenPersistent" access_token_persistent: bool;
        /// The SHA-256 thumbprint, base64url-encoded, of the client certificate that the token is bound to.
        /// A client must then present that certificate over mutual TLS whenever it uses the token.
        optional "certificateThumbprint" certificate_thumbprint: String;
        /// The thumbprint of the public key that the token is bound to by DPoP.
        /// A client must then send a DPoP proof signed with the matching private key whenever it uses the token, and the token type becomes `DPoP`.
        optional "dpopKeyThumbprint" dpop_key_thumbprint: String;
        /// What the token permits in detail: the value of `authorization_details` in Rich Authorization Requests.
        optional "authorizationDetails" authorization_details: AuthorizationDetails;
        /// Whether the token is meant for an external attachment.
        optional "forExternalAttachment" for_external_attachment: bool;
    }
}

crate::support::setters! {
    AuthTokenUpdateApiRequestBody {
        optional access_token_expires_at: i64;
        optional scopes: Vec<String> as crate::support::Items<String>;
        optional properties: Vec<Property> as crate::support::Items<Property>;
        optional access_token_expires_at_updated_on_scope_update: bool;
        optional access_token_hash: String;
        optional access_token_value_updated: bool;
        optional access_token_persistent: bool;
        optional certificate_thumbprint: String;
        optional dpop_key_thumbprint: String;
        optional authorization_details: AuthorizationDetails;
        optional for_external_attachment: bool;
    }
}

crate::support::debug! {
    AuthTokenUpdateApiRequestBody {
        Hidden access_token,
        Shown access_token_expires_at,
        Shown scopes,
        Shown properties,
        Shown access_token_expires_at_updated_on_scope_update,
        Shown access_token_hash,
        Shown access_token_value_updated,
        Shown access_token_persistent,
        Shown certificate_thumbprint,
        Shown dpop_key_thumbprint,
        Shown authorization_details,
        Shown for_external_attachment,
        Shown extra,
    }
}
