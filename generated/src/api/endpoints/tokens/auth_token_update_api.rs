// Generated from sdks/tokens/README.md by `tablature generate`. Do not edit.

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
    pub body: crate::operations::AuthTokenUpdateApiRequestBody,
}

impl AuthTokenUpdateApi {
    /// The operation with what it requires.
    #[must_use]
    pub fn new(
        service_id: impl Into<String>,
        body: impl Into<crate::operations::AuthTokenUpdateApiRequestBody>,
    ) -> Self {
        Self {
            service_id: service_id.into(),
            body: body.into(),
        }
    }
}

crate::call::endpoint!(AuthTokenUpdateApi);

impl crate::call::Endpoint for AuthTokenUpdateApi {
    type Success = crate::operations::AuthTokenUpdateApiResponseBody;
    type Error = AuthTokenUpdateApiError;
    const ID: &'static str = "auth_token_update_api";
    const METHOD: &'static str = "POST";
    const PATH: &'static str = "/api/{serviceId}/auth/token/update";
    const ACCEPT: &'static str = "application/json";
    const AUTHENTICATED: bool = true;
    fn write(
        &self,
        draft: &mut crate::call::Draft,
    ) -> Result<(), crate::call::RequestError> {
        draft.path("serviceId", &self.service_id)?;
        draft.json(Some(&self.body))
    }
    fn read(
        received: &crate::call::Received<'_>,
    ) -> Result<Self::Success, crate::call::ReadError> {
        received.json()
    }
}

crate::call::operation_error! {
    /// What can go wrong with [`AuthTokenUpdateApi`], by status.
    AuthTokenUpdateApiError {
        /// 400 Bad Request
        400 BadRequest: crate::errors::BadRequestException;
        /// 401 Unauthorized
        401 Unauthorized: crate::errors::UnauthorizedException;
        /// 403 Forbidden
        403 Forbidden: crate::errors::ForbiddenException;
        /// 500 Internal Server Error
        500 InternalServerError: crate::errors::InternalServerError;
    }
}
