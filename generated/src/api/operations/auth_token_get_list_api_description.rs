// Generated from models/operations/AuthTokenGetListApiDescription.md by `tablature generate`. Do not edit.

/// The description of a client in one language.
///
/// From `models/operations/AuthTokenGetListApiDescription.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct AuthTokenGetListApiDescription {
    /// The language, as a language tag such as `en` or `ja-JP`.
    pub tag: Option<String>,
    /// The description in that language.
    pub value: Option<String>,
    extra: crate::support::Extra,
}

crate::support::object! {
    AuthTokenGetListApiDescription, AuthTokenGetListApiDescriptionBuilder<>, new() {
        /// The language, as a language tag such as `en` or `ja-JP`.
        optional "tag" tag: String;
        /// The description in that language.
        optional "value" value: String;
    }
}
