// Generated from models, folder errors by `tablature generate`. Do not edit.

//! The types of the docs' folder `errors`.

mod bad_request_exception;
mod forbidden_exception;
mod internal_server_error;
mod unauthorized_exception;

pub use self::bad_request_exception::*;
pub use self::forbidden_exception::*;
pub use self::internal_server_error::*;
pub use self::unauthorized_exception::*;
