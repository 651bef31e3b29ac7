// Generated from models/operations/AuthTokenRevokeApiRequest.md by `tablature generate`. Do not edit.

/// From `models/operations/AuthTokenRevokeApiRequest.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct AuthTokenRevokeApiRequest {
    /// The ID of the service that the access token belongs to.
    pub service_id: String,
    pub request_body: crate::operations::AuthTokenRevokeApiRequestBody,
    extra: crate::support::Extra,
}

crate::support::object! {
    AuthTokenRevokeApiRequest, AuthTokenRevokeApiRequestBuilder<F1, F2>, new(service_id: String, request_body: crate::operations::AuthTokenRevokeApiRequestBody) {
        required "serviceId" service_id: String => <crate::support::Set, F2>;
        required "requestBody" request_body: crate::operations::AuthTokenRevokeApiRequestBody => <F1, crate::support::Set>;
    }
}
