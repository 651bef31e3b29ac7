// Generated from sdks/tokenoperations/README.md by `tablature generate`. Do not edit.

use crate::call::{Draft, Endpoint, ReadError, Received, RequestError};
use crate::errors::{
    BadRequestException, ForbiddenException, InternalServerError, UnauthorizedException,
};
use crate::operations::{AuthTokenRevokeApiRequestBody, AuthTokenRevokeApiResponseBody};

/// Revoke tokens, named by their value, by the client, or by the user.
///
/// `POST /api/{serviceId}/auth/token/revoke`
/// (operation id `auth_token_revoke_api`)
///
/// # Example
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn call(client: &authlete_api::client::blocking::Client) -> Result<(), Box<dyn std::error::Error>> {
/// use authlete_api::{
///     endpoints::token_operations::Revoke, operations::AuthTokenRevokeApiRequestBody,
/// };
///
/// let endpoint = Revoke::new("service-id", AuthTokenRevokeApiRequestBody::new());
/// let answer = client.send(&endpoint)?;
/// # Ok(())
/// # }
/// ```
///
/// From `sdks/tokenoperations/README.md`, line 55.
#[doc(alias = "auth_token_revoke_api")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Revoke {
    /// The ID of the service that the access token belongs to.
    pub service_id: String,
    /// The request's body.
    pub body: AuthTokenRevokeApiRequestBody,
}

crate::call::endpoint! {
    Revoke => Result<AuthTokenRevokeApiResponseBody, RevokeError>, RevokeBuilder<[service_id body]>,
    new(service_id: String, body: AuthTokenRevokeApiRequestBody) {
        /// The ID of the service that the access token belongs to.
        required service_id: String => N0 N0;
        /// The request's body.
        required body: AuthTokenRevokeApiRequestBody => N0 N1;
    }
}

impl Endpoint for Revoke {
    type Success = AuthTokenRevokeApiResponseBody;
    type Error = RevokeError;
    const ID: &'static str = "auth_token_revoke_api";
    const METHOD: &'static str = "POST";
    const PATH: &'static str = "/api/{serviceId}/auth/token/revoke";

    #[inline]
    fn write(&self, draft: &mut Draft) -> Result<(), RequestError> {
        draft.path("serviceId", &self.service_id)?;
        draft.json(Some(&self.body))
    }

    #[inline]
    fn read(received: &Received<'_>) -> Result<Self::Success, ReadError> {
        received.json()
    }
}

crate::call::operation_error! {
    /// What can go wrong with [`struct@Revoke`], by status.
    RevokeError of "auth_token_revoke_api: POST /api/{serviceId}/auth/token/revoke" {
        400 BadRequest: BadRequestException;
        401 Unauthorized: UnauthorizedException;
        403 Forbidden: ForbiddenException;
        500 InternalServerError: InternalServerError;
    }
}
