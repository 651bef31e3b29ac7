// Generated from models/operations/AuthTokenDeleteApiRequest.md by `tablature generate`. Do not edit.

/// From `models/operations/AuthTokenDeleteApiRequest.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct AuthTokenDeleteApiRequest {
    /// The ID of the service that the access token belongs to.
    pub service_id: String,
    /// The access token to delete, by its value or by the hash of its value.
    pub access_token_identifier: String,
    extra: crate::support::Extra,
}

crate::support::object! {
    AuthTokenDeleteApiRequest, AuthTokenDeleteApiRequestBuilder<F1, F2>, new(service_id: String, access_token_identifier: String) {
        required "serviceId" service_id: String => <crate::support::Set, F2>;
        required "accessTokenIdentifier" access_token_identifier: String => <F1, crate::support::Set>;
    }
}
