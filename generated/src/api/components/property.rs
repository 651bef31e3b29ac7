// Generated from models/components/Property.md by `tablature generate`. Do not edit.

/// A name and a text that travel with an access token.
///
/// The authorization server attaches properties when a token is made or updated, and gets them back whenever it asks about that token.
///
/// From `models/components/Property.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct Property {
    /// The name of the property.
    pub key: Option<String>,
    /// The text stored under that name.
    pub value: Option<String>,
    /// Whether the property is kept from client applications.
    /// With `true` only the authorization server sees it; otherwise it is shown to the client together with the token.
    pub hidden: Option<bool>,
    extra: crate::support::Extra,
}

crate::support::object! {
    Property, PropertyBuilder<>, new() {
        /// The name of the property.
        optional "key" key: String;
        /// The text stored under that name.
        optional "value" value: String;
        /// Whether the property is kept from client applications.
        /// With `true` only the authorization server sees it; otherwise it is shown to the client together with the token.
        optional "hidden" hidden: bool;
    }
}

crate::support::setters! {
    Property {
        optional key: String;
        optional value: String;
        optional hidden: bool;
    }
}
