// Generated from sdks/tokenoperations/README.md by `tablature generate`. Do not edit.

/// Revoke tokens, named by their value, by the client, or by the user.
///
/// `POST /api/{serviceId}/auth/token/revoke`
///
/// From `sdks/tokenoperations/README.md`, line 55.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AuthTokenRevokeApi {
    /// The ID of the service that the access token belongs to.
    pub service_id: String,
    /// The request's body.
    pub body: crate::operations::AuthTokenRevokeApiRequestBody,
}

impl AuthTokenRevokeApi {
    /// The operation with what it requires.
    #[must_use]
    pub fn new(
        service_id: impl Into<String>,
        body: impl Into<crate::operations::AuthTokenRevokeApiRequestBody>,
    ) -> Self {
        Self {
            service_id: service_id.into(),
            body: body.into(),
        }
    }
}

crate::call::endpoint!(AuthTokenRevokeApi);

impl crate::call::Endpoint for AuthTokenRevokeApi {
    type Success = crate::operations::AuthTokenRevokeApiResponseBody;
    type Error = AuthTokenRevokeApiError;
    const ID: &'static str = "auth_token_revoke_api";
    const METHOD: &'static str = "POST";
    const PATH: &'static str = "/api/{serviceId}/auth/token/revoke";
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
    /// What can go wrong with [`AuthTokenRevokeApi`], by status.
    AuthTokenRevokeApiError {
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
