// Generated from models/operations/AuthTokenRevokeApiResponseBody.md by `tablature generate`. Do not edit.

/// What became of a revocation.
///
/// From `models/operations/AuthTokenRevokeApiResponseBody.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct AuthTokenRevokeApiResponseBody {
    /// A short code that names the outcome of the call, for log entries and support requests.
    pub result_code: Option<String>,
    /// The same outcome in a sentence for people. The wording may change, so do not test for it.
    pub result_message: Option<String>,
    /// How many tokens were revoked.
    pub count: Option<i64>,
    extra: crate::support::Extra,
}

crate::support::object! {
    AuthTokenRevokeApiResponseBody, AuthTokenRevokeApiResponseBodyBuilder<>, new() {
        /// A short code that names the outcome of the call, for log entries and support requests.
        optional "resultCode" result_code: String;
        /// The same outcome in a sentence for people. The wording may change, so do not test for it.
        optional "resultMessage" result_message: String;
        /// How many tokens were revoked.
        optional "count" count: i64;
    }
}
