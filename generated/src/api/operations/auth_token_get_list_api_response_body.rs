// Generated from models/operations/AuthTokenGetListApiResponseBody.md by `tablature generate`. Do not edit.

use crate::operations::{AccessToken, AuthTokenGetListApiClient};

/// One range of a list of access tokens.
///
/// From `models/operations/AuthTokenGetListApiResponseBody.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct AuthTokenGetListApiResponseBody {
    /// The index of the first token of this range.
    pub start: Option<i32>,
    /// The index behind the last token of this range.
    pub end: Option<i32>,
    /// How many tokens there are in all, in this range and outside.
    pub total_count: Option<i32>,
    /// The client whose tokens were asked for.
    pub client: Option<AuthTokenGetListApiClient>,
    /// The user whose tokens were asked for.
    pub subject: Option<String>,
    /// The tokens of this range.
    ///
    /// Example: `[{"accessTokenHash": "dGhlIGhhc2g", "accessTokenExpiresAt": 1798761600000, "createdAt": 1798758000000, "clientId": 26888344961664, "grantType": "CLIENT_CREDENTIALS"}]`
    pub access_tokens: Option<Vec<AccessToken>>,
    extra: crate::support::Extra,
}

crate::support::object! {
    AuthTokenGetListApiResponseBody, AuthTokenGetListApiResponseBodyBuilder<>, new() {
        /// The index of the first token of this range.
        optional "start" start: i32;
        /// The index behind the last token of this range.
        optional "end" end: i32;
        /// How many tokens there are in all, in this range and outside.
        optional "totalCount" total_count: i32;
        /// The client whose tokens were asked for.
        optional "client" client: AuthTokenGetListApiClient;
        /// The user whose tokens were asked for.
        optional "subject" subject: String;
        /// The tokens of this range.
        ///
        /// Example: `[{"accessTokenHash": "dGhlIGhhc2g", "accessTokenExpiresAt": 1798761600000, "createdAt": 1798758000000, "clientId": 26888344961664, "grantType": "CLIENT_CREDENTIALS"}]`
        optional "accessTokens" access_tokens: Vec<AccessToken> as crate::support::Items<AccessToken>;
    }
}
