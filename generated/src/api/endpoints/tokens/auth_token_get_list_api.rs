// Generated from sdks/tokens/README.md by `tablature generate`. Do not edit.

/// List the access tokens of a service, a range at a time.
///
/// The list can be narrowed to the tokens of one client, of one user, or of both.
///
/// `GET /api/{serviceId}/auth/token/get/list`
///
/// From `sdks/tokens/README.md`, line 14.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AuthTokenGetListApi {
    /// Only tokens of this client, by its numeric ID or its alias.
    pub client_identifier: Option<String>,
    /// Only tokens of this user.
    pub subject: Option<String>,
    /// The index of the first token to return, counted from 0. The default is 0.
    pub start: Option<i32>,
    /// The index behind the last token to return. The default is 5.
    pub end: Option<i32>,
    /// The ID of the service whose tokens to list.
    pub service_id: String,
}

impl AuthTokenGetListApi {
    /// The operation with what it requires.
    #[must_use]
    pub fn new(service_id: impl Into<String>) -> Self {
        Self {
            client_identifier: None,
            subject: None,
            start: None,
            end: None,
            service_id: service_id.into(),
        }
    }
}

crate::call::endpoint!(AuthTokenGetListApi {
    client_identifier: String;
    subject: String;
    start: i32;
    end: i32;
});

impl crate::call::Endpoint for AuthTokenGetListApi {
    type Success = crate::operations::AuthTokenGetListApiResponseBody;
    type Error = AuthTokenGetListApiError;
    const ID: &'static str = "auth_token_get_list_api";
    const METHOD: &'static str = "GET";
    const PATH: &'static str = "/api/{serviceId}/auth/token/get/list";
    const ACCEPT: &'static str = "application/json";
    const AUTHENTICATED: bool = true;
    fn write(
        &self,
        draft: &mut crate::call::Draft,
    ) -> Result<(), crate::call::RequestError> {
        draft.query("clientIdentifier", &self.client_identifier)?;
        draft.query("subject", &self.subject)?;
        draft.query("start", &self.start)?;
        draft.query("end", &self.end)?;
        draft.path("serviceId", &self.service_id)
    }
    fn read(
        received: &crate::call::Received<'_>,
    ) -> Result<Self::Success, crate::call::ReadError> {
        received.json()
    }
}

crate::call::operation_error! {
    /// What can go wrong with [`AuthTokenGetListApi`], by status.
    AuthTokenGetListApiError {
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
