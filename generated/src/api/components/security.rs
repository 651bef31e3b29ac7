// Generated from models/components/Security.md by `tablature generate`. Do not edit.

/// An object with `authlete` and `bearer`.
///
/// From `models/components/Security.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct Security {
    pub authlete: Option<String>,
    pub bearer: Option<String>,
    extra: crate::support::Extra,
}

crate::support::object! {
    Security, SecurityBuilder<>, new() {
        /// Sets `authlete`.
        optional "authlete" authlete: String;
        /// Sets `bearer`.
        optional "bearer" bearer: String;
    }
}
