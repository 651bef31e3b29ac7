// Generated from sdks/tokenoperations/README.md by `tablature generate`. Do not edit.

use crate::call::{Draft, Endpoint, ReadError, Received, RequestError};
use crate::errors::{
    BadRequestException, ForbiddenException, InternalServerError, UnauthorizedException,
};

/// Delete an access token.
///
/// The response has no body.
///
/// `DELETE /api/{serviceId}/auth/token/delete/{accessTokenIdentifier}`
/// (operation id `auth_token_delete_api`)
///
/// # Example
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn call(client: &authlete_api::client::blocking::Client) -> Result<(), Box<dyn std::error::Error>> {
/// use authlete_api::endpoints::token_operations::Delete;
///
/// let endpoint = Delete::new("service-id", "access-token-identifier");
/// client.send(&endpoint)?;
/// # Ok(())
/// # }
/// ```
///
/// From `sdks/tokenoperations/README.md`, line 13.
#[doc(alias = "auth_token_delete_api")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Delete {
    /// The ID of the service that the access token belongs to.
    pub service_id: String,
    /// The access token to delete, by its value or by the hash of its value.
    pub access_token_identifier: String,
}

crate::call::endpoint! {
    Delete => Result<(), DeleteError>, DeleteBuilder<[service_id access_token_identifier]>,
    new(service_id: String, access_token_identifier: String) {
        /// The ID of the service that the access token belongs to.
        required service_id: String => N0 N0;
        /// The access token to delete, by its value or by the hash of its value.
        required access_token_identifier: String => N0 N1;
    }
}

impl Endpoint for Delete {
    type Success = ();
    type Error = DeleteError;
    const ID: &'static str = "auth_token_delete_api";
    const METHOD: &'static str = "DELETE";
    const PATH: &'static str = "/api/{serviceId}/auth/token/delete/{accessTokenIdentifier}";

    #[inline]
    fn write(&self, draft: &mut Draft) -> Result<(), RequestError> {
        draft.path("serviceId", &self.service_id)?;
        draft.path("accessTokenIdentifier", &self.access_token_identifier)
    }

    #[inline]
    fn read(_: &Received<'_>) -> Result<Self::Success, ReadError> {
        Ok(())
    }
}

crate::call::operation_error! {
    /// What can go wrong with [`struct@Delete`], by status.
    DeleteError of "auth_token_delete_api: DELETE /api/{serviceId}/auth/token/delete/{accessTokenIdentifier}" {
        400 BadRequest: BadRequestException;
        401 Unauthorized: UnauthorizedException;
        403 Forbidden: ForbiddenException;
        500 InternalServerError: InternalServerError;
    }
}
