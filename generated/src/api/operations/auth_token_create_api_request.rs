// Generated from models/operations/AuthTokenCreateApiRequest.md by `tablature generate`. Do not edit.

/// From `models/operations/AuthTokenCreateApiRequest.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct AuthTokenCreateApiRequest {
    /// The ID of the service that the access token belongs to.
    pub service_id: String,
    pub request_body: crate::operations::AuthTokenCreateApiRequestBody,
    extra: crate::support::Extra,
}

crate::support::object! {
    AuthTokenCreateApiRequest, AuthTokenCreateApiRequestBuilder<F1, F2>, new(service_id: String, request_body: crate::operations::AuthTokenCreateApiRequestBody) {
        required "serviceId" service_id: String => <crate::support::Set, F2>;
        required "requestBody" request_body: crate::operations::AuthTokenCreateApiRequestBody => <F1, crate::support::Set>;
    }
}
