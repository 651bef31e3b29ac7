// Generated from models/operations/AuthTokenGetListApiRequest.md by `tablature generate`. Do not edit.

/// From `models/operations/AuthTokenGetListApiRequest.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct AuthTokenGetListApiRequest {
    /// Only tokens of this client, by its numeric ID or its alias.
    pub client_identifier: Option<String>,
    /// Only tokens of this user.
    pub subject: Option<String>,
    /// The index of the first token to return, counted from 0. The default is 0.
    pub start: Option<i32>,
    /// The index behind the last token to return. The default is 5.
    pub end: Option<i32>,
    /// The ID of the service whose tokens to list.
    pub service_id: String,
    extra: crate::support::Extra,
}

crate::support::object! {
    AuthTokenGetListApiRequest, AuthTokenGetListApiRequestBuilder<F1>, new(service_id: String) {
        optional "clientIdentifier" client_identifier: String;
        optional "subject" subject: String;
        optional "start" start: i32;
        optional "end" end: i32;
        required "serviceId" service_id: String => <crate::support::Set>;
    }
}
