// Generated from sdks/tokens/README.md by `tablature generate`. Do not edit.

use crate::call::{Draft, Endpoint, ReadError, Received, RequestError};
use crate::errors::{
    BadRequestException, ForbiddenException, InternalServerError, UnauthorizedException,
};
use crate::operations::AuthTokenGetListApiResponseBody;

/// List the access tokens of a service, a range at a time.
///
/// The list can be narrowed to the tokens of one client, of one user, or of both.
///
/// `GET /api/{serviceId}/auth/token/get/list`
/// (operation id `auth_token_get_list_api`)
///
/// # Example
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn call(client: &authlete_api::client::blocking::Client) -> Result<(), Box<dyn std::error::Error>> {
/// use authlete_api::endpoints::tokens::List;
///
/// let endpoint = List::new("service-id");
/// let answer = client.send(&endpoint)?;
/// # Ok(())
/// # }
/// ```
///
/// From `sdks/tokens/README.md`, line 14.
#[doc(alias = "auth_token_get_list_api")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct List {
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

crate::call::endpoint! {
    List => Result<AuthTokenGetListApiResponseBody, ListError>, ListBuilder<[service_id]>,
    new(service_id: String) {
        /// Only tokens of this client, by its numeric ID or its alias.
        optional client_identifier: String;
        /// Only tokens of this user.
        optional subject: String;
        /// The index of the first token to return, counted from 0. The default is 0.
        optional start: i32;
        /// The index behind the last token to return. The default is 5.
        optional end: i32;
        /// The ID of the service whose tokens to list.
        required service_id: String => N0 N0;
    }
}

impl Endpoint for List {
    type Success = AuthTokenGetListApiResponseBody;
    type Error = ListError;
    const ID: &'static str = "auth_token_get_list_api";
    const METHOD: &'static str = "GET";
    const PATH: &'static str = "/api/{serviceId}/auth/token/get/list";

    #[inline]
    fn write(&self, draft: &mut Draft) -> Result<(), RequestError> {
        draft.query("clientIdentifier", &self.client_identifier)?;
        draft.query("subject", &self.subject)?;
        draft.query("start", &self.start)?;
        draft.query("end", &self.end)?;
        draft.path("serviceId", &self.service_id)
    }

    #[inline]
    fn read(received: &Received<'_>) -> Result<Self::Success, ReadError> {
        received.json()
    }
}

crate::call::operation_error! {
    /// What can go wrong with [`struct@List`], by status.
    ListError of "auth_token_get_list_api: GET /api/{serviceId}/auth/token/get/list" {
        400 BadRequest: BadRequestException;
        401 Unauthorized: UnauthorizedException;
        403 Forbidden: ForbiddenException;
        500 InternalServerError: InternalServerError;
    }
}
