// Generated from models/operations/AuthTokenGetListApiClientName.md by `tablature generate`. Do not edit.

/// The name of a client in one language.
///
/// From `models/operations/AuthTokenGetListApiClientName.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct AuthTokenGetListApiClientName {
    /// The language, as a language tag such as `en` or `ja-JP`.
    pub tag: Option<String>,
    /// The name in that language.
    pub value: Option<String>,
    extra: crate::support::Extra,
}

crate::support::object! {
    AuthTokenGetListApiClientName, AuthTokenGetListApiClientNameBuilder<>, new() {
        /// The language, as a language tag such as `en` or `ja-JP`.
        optional "tag" tag: String;
        /// The name in that language.
        optional "value" value: String;
    }
}
