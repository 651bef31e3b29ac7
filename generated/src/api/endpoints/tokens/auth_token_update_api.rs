// Generated from sdks/tokens/README.md by `tablature generate`. Do not edit.

use crate::call::{Draft, Endpoint, ReadError, Received, RequestError};
use crate::errors::{
    BadRequestException, ForbiddenException, InternalServerError, UnauthorizedException,
};
use crate::operations::{AuthTokenUpdateApiRequestBody, AuthTokenUpdateApiResponseBody};

/// Update an access token: its expiry, its scopes, its properties, or its value.
///
/// `POST /api/{serviceId}/auth/token/update`
///
/// From `sdks/tokens/README.md`, line 100.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AuthTokenUpdateApi {
    /// The ID of the service that the access token belongs to.
    pub service_id: String,
    /// The request's body.
    pub body: AuthTokenUpdateApiRequestBody,
}

crate::call::endpoint! {
    AuthTokenUpdateApi => Result<AuthTokenUpdateApiResponseBody, AuthTokenUpdateApiError>,
    new(service_id: String, body: AuthTokenUpdateApiRequestBody)
}

impl Endpoint for AuthTokenUpdateApi {
    type Success = AuthTokenUpdateApiResponseBody;
    type Error = AuthTokenUpdateApiError;
    const ID: &'static str = "auth_token_update_api";
    const METHOD: &'static str = "POST";
    const PATH: &'static str = "/api/{serviceId}/auth/token/update";

    fn write(&self, draft: &mut Draft) -> Result<(), RequestError> {
        draft.path("serviceId", &self.service_id)?;
        draft.json(Some(&self.body))
    }

    fn read(received: &Received<'_>) -> Result<Self::Success, ReadError> {
        received.json()
    }
}

crate::call::operation_error! {
    /// What can go wrong with [`struct@AuthTokenUpdateApi`], by status.
    AuthTokenUpdateApiError {
        400 BadRequest: BadRequestException;
        401 Unauthorized: UnauthorizedException;
        403 Forbidden: ForbiddenException;
        500 InternalServerError: InternalServerError;
    }
}
