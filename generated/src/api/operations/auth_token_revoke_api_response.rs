// Generated from models/operations/AuthTokenRevokeApiResponse.md by `tablature generate`. Do not edit.

/// From `models/operations/AuthTokenRevokeApiResponse.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct AuthTokenRevokeApiResponse {
    /// The media type of the answer.
    pub content_type: String,
    /// The HTTP status of the answer.
    pub status_code: i32,
    pub object: Option<crate::operations::AuthTokenRevokeApiResponseBody>,
    extra: crate::support::Extra,
}

crate::support::object! {
    AuthTokenRevokeApiResponse, AuthTokenRevokeApiResponseBuilder<F1, F2>, new(content_type: String, status_code: i32) {
        required "contentType" content_type: String => <crate::support::Set, F2>;
        required "statusCode" status_code: i32 => <F1, crate::support::Set>;
        optional "object" object: crate::operations::AuthTokenRevokeApiResponseBody;
    }
}
