// Generated from sdks/tokens/README.md by `tablature generate`. Do not edit.

/// Make an access token without going through an OAuth flow.
///
/// This serves tests, administration, and moving tokens over from another system.
///
/// `POST /api/{serviceId}/auth/token/create`
///
/// From `sdks/tokens/README.md`, line 54.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AuthTokenCreateApi {
    /// The ID of the service that the access token belongs to.
    pub service_id: String,
    /// The request's body.
    pub body: crate::operations::AuthTokenCreateApiRequestBody,
}

impl AuthTokenCreateApi {
    /// The operation with what it requires.
    #[must_use]
    pub fn new(
        service_id: impl Into<String>,
        body: impl Into<crate::operations::AuthTokenCreateApiRequestBody>,
    ) -> Self {
        Self {
            service_id: service_id.into(),
            body: body.into(),
        }
    }
}

crate::call::endpoint!(AuthTokenCreateApi);

impl crate::call::Endpoint for AuthTokenCreateApi {
    type Success = crate::operations::AuthTokenCreateApiResponseBody;
    type Error = AuthTokenCreateApiError;
    const ID: &'static str = "auth_token_create_api";
    const METHOD: &'static str = "POST";
    const PATH: &'static str = "/api/{serviceId}/auth/token/create";
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
    /// What can go wrong with [`AuthTokenCreateApi`], by status.
    AuthTokenCreateApiError {
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
