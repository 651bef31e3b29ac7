// Generated from sdks/tokens/README.md by `tablature generate`. Do not edit.

use crate::call::{Draft, Endpoint, ReadError, Received, RequestError};
use crate::errors::{
    BadRequestException, ForbiddenException, InternalServerError, UnauthorizedException,
};
use crate::operations::{AuthTokenCreateApiRequestBody, AuthTokenCreateApiResponseBody};

/// Make an access token without going through an OAuth flow.
///
/// This serves tests, administration, and moving tokens over from another system.
///
/// `POST /api/{serviceId}/auth/token/create`
/// (operation id `auth_token_create_api`)
///
/// # Example
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn call(client: &authlete_api::client::blocking::Client) -> Result<(), Box<dyn std::error::Error>> {
/// use authlete_api::{
///     endpoints::tokens::Create,
///     operations::{AuthTokenCreateApiGrantType, AuthTokenCreateApiRequestBody},
/// };
///
/// let endpoint = Create::new(
///     "service-id",
///     AuthTokenCreateApiRequestBody::new(
///         AuthTokenCreateApiGrantType::AuthorizationCode,
///         1,
///     ),
/// );
/// let answer = client.send(&endpoint)?;
/// # Ok(())
/// # }
/// ```
///
/// From `sdks/tokens/README.md`, line 54.
#[doc(alias = "auth_token_create_api")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Create {
    /// The ID of the service that the access token belongs to.
    pub service_id: String,
    /// The request's body.
    pub body: AuthTokenCreateApiRequestBody,
}

crate::call::endpoint! {
    Create => Result<AuthTokenCreateApiResponseBody, CreateError>, CreateBuilder<[service_id body]>,
    new(service_id: String, body: AuthTokenCreateApiRequestBody) {
        /// The ID of the service that the access token belongs to.
        required service_id: String => N0 N0;
        /// The request's body.
        required body: AuthTokenCreateApiRequestBody => N0 N1;
    }
}

impl Endpoint for Create {
    type Success = AuthTokenCreateApiResponseBody;
    type Error = CreateError;
    const ID: &'static str = "auth_token_create_api";
    const METHOD: &'static str = "POST";
    const PATH: &'static str = "/api/{serviceId}/auth/token/create";

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
    /// What can go wrong with [`struct@Create`], by status.
    CreateError of "auth_token_create_api: POST /api/{serviceId}/auth/token/create" {
        400 BadRequest: BadRequestException;
        401 Unauthorized: UnauthorizedException;
        403 Forbidden: ForbiddenException;
        500 InternalServerError: InternalServerError;
    }
}
