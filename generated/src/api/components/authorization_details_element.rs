// Generated from models/components/AuthorizationDetailsElement.md by `tablature generate`. Do not edit.

/// One entry of an `authorization_details` array, with the members that [RFC 9396](https://www.rfc-editor.org/rfc/rfc9396) names.
///
/// From `models/components/AuthorizationDetailsElement.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct AuthorizationDetailsElement {
    /// The kind of authorization that this entry is about. It decides which other members make sense, and is never `null`.
    pub r#type: String,
    /// Where the authorization holds: the resources or resource servers, usually as URIs. May be `null`.
    pub locations: Option<Vec<String>>,
    /// What may be done at the resource. The API that is protected defines the words. May be `null`.
    pub actions: Option<Vec<String>>,
    /// Which kinds of data may be asked for. May be `null`.
    pub data_types: Option<Vec<String>>,
    /// One particular resource of the API, by its identifier. May be `null`.
    pub identifier: Option<String>,
    /// The kinds or levels of privilege at the resource. May be `null`.
    pub privileges: Option<Vec<String>>,
    /// All further members of the entry, as the text of one JSON object.
    /// Members that have a field of their own, such as `type` and `locations`, are not repeated here.
    pub other_fields: Option<String>,
    extra: crate::support::Extra,
}

crate::support::object! {
    AuthorizationDetailsElement, AuthorizationDetailsElementBuilder<[r#type]>, new(r#type: String) {
        /// The kind of authorization that this entry is about. It decides which other members make sense, and is never `null`.
        required "type" r#type: String => N0 N0;
        /// Where the authorization holds: the resources or resource servers, usually as URIs. May be `null`.
        optional "locations" locations: Vec<String> as crate::support::Items<String>;
        /// What may be done at the resource. The API that is protected defines the words. May be `null`.
        optional "actions" actions: Vec<String> as crate::support::Items<String>;
        /// Which kinds of data may be asked for. May be `null`.
        optional "dataTypes" data_types: Vec<String> as crate::support::Items<String>;
        /// One particular resource of the API, by its identifier. May be `null`.
        optional "identifier" identifier: String;
        /// The kinds or levels of privilege at the resource. May be `null`.
        optional "privileges" privileges: Vec<String> as crate::support::Items<String>;
        /// All further members of the entry, as the text of one JSON object.
        /// Members that have a field of their own, such as `type` and `locations`, are not repeated here.
        optional "otherFields" other_fields: String;
    }
}

crate::support::setters! {
    AuthorizationDetailsElement {
        optional locations: Vec<String> as crate::support::Items<String>;
        optional actions: Vec<String> as crate::support::Items<String>;
        optional data_types: Vec<String> as crate::support::Items<String>;
        optional identifier: String;
        optional privileges: Vec<String> as crate::support::Items<String>;
        optional other_fields: String;
    }
}
