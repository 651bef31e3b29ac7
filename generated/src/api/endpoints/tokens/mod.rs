// Generated from sdks/tokens/README.md by `tablature generate`. Do not edit.

//! The operations of Tokens.

mod auth_token_create_api;
mod auth_token_get_list_api;
mod auth_token_update_api;

pub use self::auth_token_create_api::{AuthTokenCreateApi, AuthTokenCreateApiError};
pub use self::auth_token_get_list_api::{AuthTokenGetListApi, AuthTokenGetListApiError};
pub use self::auth_token_update_api::{AuthTokenUpdateApi, AuthTokenUpdateApiError};
