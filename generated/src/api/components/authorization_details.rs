// Generated from models/components/AuthorizationDetails.md by `tablature generate`. Do not edit.

use crate::components::AuthorizationDetailsElement;

/// What an access token permits, in more detail than scopes can say.
///
/// It stands for the JSON array of the `authorization_details` request parameter of OAuth 2.0 Rich Authorization Requests ([RFC 9396](https://www.rfc-editor.org/rfc/rfc9396)).
///
/// From `models/components/AuthorizationDetails.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct AuthorizationDetails {
    /// The entries, in the order in which they were requested.
    pub elements: Option<Vec<AuthorizationDetailsElement>>,
    extra: crate::support::Extra,
}

crate::support::object! {
    AuthorizationDetails, AuthorizationDetailsBuilder<>, new() {
        /// The entries, in the order in which they were requested.
        optional "elements" elements: Vec<AuthorizationDetailsElement> as crate::support::Items<AuthorizationDetailsElement>;
    }
}

crate::support::setters! {
    AuthorizationDetails {
        optional elements: Vec<AuthorizationDetailsElement> as crate::support::Items<AuthorizationDetailsElement>;
    }
}
