// Generated from models/operations/AuthTokenUpdateApiRequest.md by `tablature generate`. Do not edit.

/// From `models/operations/AuthTokenUpdateApiRequest.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct AuthTokenUpdateApiRequest {
    /// The ID of the service that the access token belongs to.
    pub service_id: String,
    pub request_body: crate::operations::AuthTokenUpdateApiRequestBody,
    extra: crate::support::Extra,
}

crate::support::object! {
    AuthTokenUpdateApiRequest, AuthTokenUpdateApiRequestBuilder<F1, F2>, new(service_id: String, request_body: crate::operations::AuthTokenUpdateApiRequestBody) {
        required "serviceId" service_id: String => <crate::support::Set, F2>;
        required "requestBody" request_body: crate::operations::AuthTokenUpdateApiRequestBody => <F1, crate::support::Set>;
    }
}
