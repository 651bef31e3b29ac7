// Generated from models, folder operations by `tablature generate`. Do not edit.

//! The types of the docs' folder `operations`.

mod access_token;
mod auth_token_create_api_action;
mod auth_token_create_api_grant_type;
mod auth_token_create_api_request_body;
mod auth_token_create_api_response_body;
mod auth_token_get_list_api_client;
mod auth_token_get_list_api_client_name;
mod auth_token_get_list_api_client_type;
mod auth_token_get_list_api_description;
mod auth_token_get_list_api_grant_type;
mod auth_token_get_list_api_response_body;
mod auth_token_revoke_api_request_body;
mod auth_token_revoke_api_response_body;
mod auth_token_update_api_action;
mod auth_token_update_api_request_body;
mod auth_token_update_api_response_body;

pub use self::access_token::*;
pub use self::auth_token_create_api_action::*;
pub use self::auth_token_create_api_grant_type::*;
pub use self::auth_token_create_api_request_body::*;
pub use self::auth_token_create_api_response_body::*;
pub use self::auth_token_get_list_api_client::*;
pub use self::auth_token_get_list_api_client_name::*;
pub use self::auth_token_get_list_api_client_type::*;
pub use self::auth_token_get_list_api_description::*;
pub use self::auth_token_get_list_api_grant_type::*;
pub use self::auth_token_get_list_api_response_body::*;
pub use self::auth_token_revoke_api_request_body::*;
pub use self::auth_token_revoke_api_response_body::*;
pub use self::auth_token_update_api_action::*;
pub use self::auth_token_update_api_request_body::*;
pub use self::auth_token_update_api_response_body::*;
