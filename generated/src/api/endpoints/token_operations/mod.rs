// Generated from sdks/tokenoperations/README.md by `tablature generate`. Do not edit.

//! The operations of TokenOperations.

mod auth_token_delete_api;
mod auth_token_revoke_api;

pub use self::auth_token_delete_api::{AuthTokenDeleteApi, AuthTokenDeleteApiError};
pub use self::auth_token_revoke_api::{AuthTokenRevokeApi, AuthTokenRevokeApiError};
