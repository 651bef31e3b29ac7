// Generated from sdks/tokenoperations/README.md by `tablature generate`. Do not edit.

/// Delete an access token.
///
/// The response has no body.
///
/// `DELETE /api/{serviceId}/auth/token/delete/{accessTokenIdentifier}`
///
/// From `sdks/tokenoperations/README.md`, line 13.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AuthTokenDeleteApi {
    /// The ID of the service that the access token belongs to.
    pub service_id: String,
    /// The access token to delete, by its value or by the hash of its value.
    pub access_token_identifier: String,
}

impl AuthTokenDeleteApi {
    /// The operation with what it requires.
    #[must_use]
    pub fn new(
        service_id: impl Into<String>,
        access_token_identifier: impl Into<String>,
    ) -> Self {
        Self {
            service_id: service_id.into(),
            access_token_identifier: access_token_identifier.into(),
        }
    }
}

crate::call::endpoint!(AuthTokenDeleteApi);

impl crate::call::Endpoint for AuthTokenDeleteApi {
    type Success = ();
    type Error = AuthTokenDeleteApiError;
    const ID: &'static str = "auth_token_delete_api";
    const METHOD: &'static str = "DELETE";
    const PATH: &'static str = "/api/{serviceId}/auth/token/delete/{accessTokenIdentifier}";
    const ACCEPT: &'static str = "application/json";
    const AUTHENTICATED: bool = true;
    fn write(
        &self,
        draft: &mut crate::call::Draft,
    ) -> Result<(), crate::call::RequestError> {
        draft.path("serviceId", &self.service_id)?;
        draft.path("accessTokenIdentifier", &self.access_token_identifier)
    }
    fn read(
        _: &crate::call::Received<'_>,
    ) -> Result<Self::Success, crate::call::ReadError> {
        Ok(())
    }
}

crate::call::operation_error! {
    /// What can go wrong with [`AuthTokenDeleteApi`], by status.
    AuthTokenDeleteApiError {
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
