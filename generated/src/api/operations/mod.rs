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

pub use self::access_token::AccessToken;
pub use self::auth_token_create_api_action::AuthTokenCreateApiAction;
pub use self::auth_token_create_api_grant_type::AuthTokenCreateApiGrantType;
pub use self::auth_token_create_api_request_body::AuthTokenCreateApiRequestBody;
pub use self::auth_token_create_api_response_body::AuthTokenCreateApiResponseBody;
pub use self::auth_token_get_list_api_client::AuthTokenGetListApiClient;
pub use self::auth_token_get_list_api_client_name::AuthTokenGetListApiClientName;
pub use self::auth_token_get_list_api_client_type::AuthTokenGetListApiClientType;
pub use self::auth_token_get_list_api_description::AuthTokenGetListApiDescription;
pub use self::auth_token_get_list_api_grant_type::AuthTokenGetListApiGrantType;
pub use self::auth_token_get_list_api_response_body::AuthTokenGetListApiResponseBody;
pub use self::auth_token_revoke_api_request_body::AuthTokenRevokeApiRequestBody;
pub use self::auth_token_revoke_api_response_body::AuthTokenRevokeApiResponseBody;
pub use self::auth_token_update_api_action::AuthTokenUpdateApiAction;
pub use self::auth_token_update_api_request_body::AuthTokenUpdateApiRequestBody;
pub use self::auth_token_update_api_response_body::AuthTokenUpdateApiResponseBody;

/// What builds the structs of this module.
pub mod builders {
    pub use super::access_token::AccessTokenBuilder;
    pub use super::auth_token_create_api_request_body::AuthTokenCreateApiRequestBodyBuilder;
    pub use super::auth_token_create_api_response_body::AuthTokenCreateApiResponseBodyBuilder;
    pub use super::auth_token_get_list_api_client::AuthTokenGetListApiClientBuilder;
    pub use super::auth_token_get_list_api_client_name::AuthTokenGetListApiClientNameBuilder;
    pub use super::auth_token_get_list_api_description::AuthTokenGetListApiDescriptionBuilder;
    pub use super::auth_token_get_list_api_response_body::AuthTokenGetListApiResponseBodyBuilder;
    pub use super::auth_token_revoke_api_request_body::AuthTokenRevokeApiRequestBodyBuilder;
    pub use super::auth_token_revoke_api_response_body::AuthTokenRevokeApiResponseBodyBuilder;
    pub use super::auth_token_update_api_request_body::AuthTokenUpdateApiRequestBodyBuilder;
    pub use super::auth_token_update_api_response_body::AuthTokenUpdateApiResponseBodyBuilder;
}
