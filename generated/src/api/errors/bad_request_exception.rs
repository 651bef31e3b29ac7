// Generated from models/errors/BadRequestException.md by `tablature generate`. Do not edit.

/// The request was malformed, or lacks something that the operation needs.
///
/// From `models/errors/BadRequestException.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct BadRequestException {
    /// A short code that names the outcome of the call, for log entries and support requests.
    pub result_code: Option<String>,
    /// The same outcome in a sentence for people. The wording may change, so do not test for it.
    pub result_message: Option<String>,
    extra: crate::support::Extra,
}

crate::support::object! {
    BadRequestException, BadRequestExceptionBuilder<>, new() {
        /// A short code that names the outcome of the call, for log entries and support requests.
        optional "resultCode" result_code: String;
        /// The same outcome in a sentence for people. The wording may change, so do not test for it.
        optional "resultMessage" result_message: String;
    }
}

crate::support::api_error!(BadRequestException result_message);
