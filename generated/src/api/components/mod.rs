// Generated from models, folder components by `tablature generate`. Do not edit.

//! The types of the docs' folder `components`.

mod authorization_details;
mod authorization_details_element;
mod property;

pub use self::authorization_details::AuthorizationDetails;
pub use self::authorization_details_element::AuthorizationDetailsElement;
pub use self::property::Property;

/// What builds the structs of this module.
pub mod builders {
    pub use super::authorization_details::AuthorizationDetailsBuilder;
    pub use super::authorization_details_element::AuthorizationDetailsElementBuilder;
    pub use super::property::PropertyBuilder;
}
