// Generated from models, folder errors by `tablature generate`. Do not edit.

//! The types of the docs' folder `errors`.

mod bad_request_exception;
mod forbidden_exception;
mod internal_server_error;
mod unauthorized_exception;

pub use self::bad_request_exception::BadRequestException;
pub use self::forbidden_exception::ForbiddenException;
pub use self::internal_server_error::InternalServerError;
pub use self::unauthorized_exception::UnauthorizedException;

/// What builds the structs of this module.
pub mod builders {
    pub use super::bad_request_exception::BadRequestExceptionBuilder;
    pub use super::forbidden_exception::ForbiddenExceptionBuilder;
    pub use super::internal_server_error::InternalServerErrorBuilder;
    pub use super::unauthorized_exception::UnauthorizedExceptionBuilder;
}
