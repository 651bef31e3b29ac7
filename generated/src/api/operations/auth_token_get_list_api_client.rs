// Generated from models/operations/AuthTokenGetListApiClient.md by `tablature generate`. Do not edit.

use crate::operations::{
    AuthTokenGetListApiClientName, AuthTokenGetListApiClientType,
    AuthTokenGetListApiDescription,
};

/// A client application, as far as a list of tokens shows it.
///
/// From `models/operations/AuthTokenGetListApiClient.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct AuthTokenGetListApiClient {
    /// The sequence number of the client, assigned by the server.
    pub number: Option<i32>,
    /// The name of the client: `client_name` of [OpenID Connect Dynamic Client Registration](https://openid.net/specs/openid-connect-registration-1_0.html#ClientMetadata).
    pub client_name: Option<String>,
    /// The name of the client in further languages.
    pub client_names: Option<Vec<AuthTokenGetListApiClientName>>,
    /// What the client is.
    pub description: Option<String>,
    /// What the client is, in further languages.
    pub descriptions: Option<Vec<AuthTokenGetListApiDescription>>,
    /// The number that identifies the client in calls of this API, assigned by the server.
    pub client_id: Option<i64>,
    /// The `client_id` that the client uses in OAuth and OpenID Connect. Without an alias of its own it is `clientId` as a text.
    pub client_id_alias: Option<String>,
    /// Whether the alias may be used. It is always `true` by now.
    pub client_id_alias_enabled: Option<bool>,
    /// Whether the client can keep a secret ([RFC 6749, section 2.1](https://www.rfc-editor.org/rfc/rfc6749#section-2.1)).
    pub client_type: Option<AuthTokenGetListApiClientType>,
    extra: crate::support::Extra,
}

crate::support::object! {
    AuthTokenGetListApiClient, AuthTokenGetListApiClientBuilder<>, new() {
        /// The sequence number of the client, assigned by the server.
        optional "number" number: i32;
        /// The name of the client: `client_name` of [OpenID Connect Dynamic Client Registration](https://openid.net/specs/openid-connect-registration-1_0.html#ClientMetadata).
        optional "clientName" client_name: String;
        /// The name of the client in further languages.
        optional "clientNames" client_names: Vec<AuthTokenGetListApiClientName> as crate::support::Items<AuthTokenGetListApiClientName>;
        /// What the client is.
        optional "description" description: String;
        /// What the client is, in further languages.
        optional "descriptions" descriptions: Vec<AuthTokenGetListApiDescription> as crate::support::Items<AuthTokenGetListApiDescription>;
        /// The number that identifies the client in calls of this API, assigned by the server.
        optional "clientId" client_id: i64;
        /// The `client_id` that the client uses in OAuth and OpenID Connect. Without an alias of its own it is `clientId` as a text.
        optional "clientIdAlias" client_id_alias: String;
        /// Whether the alias may be used. It is always `true` by now.
        optional "clientIdAliasEnabled" client_id_alias_enabled: bool;
        /// Whether the client can keep a secret ([RFC 6749, section 2.1](https://www.rfc-editor.org/rfc/rfc6749#section-2.1)).
        optional "clientType" client_type: AuthTokenGetListApiClientType;
    }
}
