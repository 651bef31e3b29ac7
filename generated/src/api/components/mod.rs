// Generated from models, folder components by `tablature generate`. Do not edit.

//! The types of the docs' folder `components`.

mod authorization_details;
mod authorization_details_element;
mod property;
mod security;

pub use self::authorization_details::*;
pub use self::authorization_details_element::*;
pub use self::property::*;
pub use self::security::*;
