// Generated from models/operations/AuthTokenUpdateApiResponse.md by `tablature generate`. Do not edit.

/// From `models/operations/AuthTokenUpdateApiResponse.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct AuthTokenUpdateApiResponse {
    /// The media type of the answer.
    pub content_type: String,
    /// The HTTP status of the answer.
    pub status_code: i32,
    pub object: Option<crate::operations::AuthTokenUpdateApiResponseBody>,
    extra: crate::support::Extra,
}

crate::support::object! {
    AuthTokenUpdateApiResponse, AuthTokenUpdateApiResponseBuilder<F1, F2>, new(content_type: String, status_code: i32) {
        required "contentType" content_type: String => <crate::support::Set, F2>;
        required "statusCode" status_code: i32 => <F1, crate::support::Set>;
        optional "object" object: crate::operations::AuthTokenUpdateApiResponseBody;
    }
}
