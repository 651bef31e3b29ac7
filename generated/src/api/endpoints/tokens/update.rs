// Generated from sdks/tokens/README.md by `tablature generate`. Do not edit.

use crate::call::{Draft, Endpoint, ReadError, Received, RequestError};
use crate::errors::{
    BadRequestException, ForbiddenException, InternalServerError, UnauthorizedException,
};
use crate::operations::{AuthTokenUpdateApiRequestBody, AuthTokenUpdateApiResponseBody};

/// Update an access token: its expiry, its scopes, its properties, or its value.
///
/// `POST /api/{serviceId}/auth/token/update`
/// (operation id `auth_token_update_api`)
///
/// # Example
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn call(client: &authlete_api::client::blocking::Client) -> Result<(), Box<dyn std::error::Error>> {
/// use authlete_api::{
///     endpoints::tokens::Update, operations::AuthTokenUpdateApiRequestBody,
/// };
///
/// let endpoint = Update::new(
///     "service-id",
///     AuthTokenUpdateApiRequestBody::new("access-token"),
/// );
/// let answer = client.send(&endpoint)?;
/// # Ok(())
/// # }
/// ```
///
/// From `sdks/tokens/README.md`, line 100.
#[doc(alias = "auth_token_update_api")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Update {
    /// The ID of the service that the access token belongs to.
    pub service_id: String,
    /// The request's body.
    pub body: AuthTokenUpdateApiRequestBody,
}

crate::call::endpoint! {
    Update => Result<AuthTokenUpdateApiResponseBody, UpdateError>, UpdateBuilder<[service_id body]>,
    new(service_id: String, body: AuthTokenUpdateApiRequestBody) {
        /// The ID of the service that the access token belongs to.
        required service_id: String => N0 N0;
        /// The request's body.
        required body: AuthTokenUpdateApiRequestBody => N0 N1;
    }
}

impl Endpoint for Update {
    type Success = AuthTokenUpdateApiResponseBody;
    type Error = UpdateError;
    const ID: &'static str = "auth_token_update_api";
    const METHOD: &'static str = "POST";
    const PATH: &'static str = "/api/{serviceId}/auth/token/update";

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
    /// What can go wrong with [`struct@Update`], by status.
    UpdateError of "auth_token_update_api: POST /api/{serviceId}/auth/token/update" {
        400 BadRequest: BadRequestException;
        401 Unauthorized: UnauthorizedException;
        403 Forbidden: ForbiddenException;
        500 InternalServerError: InternalServerError;
    }
}
