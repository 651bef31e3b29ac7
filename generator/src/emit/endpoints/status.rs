//! HTTP statuses in words.
//!
//! In: a status, or a range of them. Out: what RFC 9110 and the registry call it. It must not know operations.

use crate::model::ErrorStatus;

/// Statuses of errors, with the words for them.
const WORDS: &[(u16, &str)] = &[
    (400, "Bad Request"),
    (401, "Unauthorized"),
    (402, "Payment Required"),
    (403, "Forbidden"),
    (404, "Not Found"),
    (405, "Method Not Allowed"),
    (406, "Not Acceptable"),
    (407, "Proxy Authentication Required"),
    (408, "Request Timeout"),
    (409, "Conflict"),
    (410, "Gone"),
    (411, "Length Required"),
    (412, "Precondition Failed"),
    (413, "Content Too Large"),
    (414, "URI Too Long"),
    (415, "Unsupported Media Type"),
    (416, "Range Not Satisfiable"),
    (417, "Expectation Failed"),
    (421, "Misdirected Request"),
    (422, "Unprocessable Content"),
    (423, "Locked"),
    (424, "Failed Dependency"),
    (425, "Too Early"),
    (426, "Upgrade Required"),
    (428, "Precondition Required"),
    (429, "Too Many Requests"),
    (431, "Request Header Fields Too Large"),
    (451, "Unavailable For Legal Reasons"),
    (500, "Internal Server Error"),
    (501, "Not Implemented"),
    (502, "Bad Gateway"),
    (503, "Service Unavailable"),
    (504, "Gateway Timeout"),
    (505, "HTTP Version Not Supported"),
    (506, "Variant Also Negotiates"),
    (507, "Insufficient Storage"),
    (508, "Loop Detected"),
    (511, "Network Authentication Required"),
];

fn words(status: u16) -> Option<&'static str> {
    WORDS.iter().find(|(number, _)| *number == status).map(|(_, words)| *words)
}

/// What RFC 9110 calls classes of statuses, by their digit.
const CLASSES: &[&str] = &["Informational", "Success", "Redirection", "ClientError", "ServerError"];

/// A variant's name: `BadRequest`, `Status418`, `ClientError`, `Default`.
pub(super) fn variant(status: ErrorStatus) -> String {
    match status {
        ErrorStatus::One(status) => {
            words(status).map_or_else(|| format!("Status{status}"), heck::ToUpperCamelCase::to_upper_camel_case)
        }
        ErrorStatus::Class(digit) => {
            let class = usize::from(digit).checked_sub(1).and_then(|at| CLASSES.get(at));
            class.map_or_else(|| format!("Class{digit}"), |class| (*class).to_owned())
        }
        ErrorStatus::Rest => "Default".to_owned(),
    }
}

/// The status in a table of `operation_error!`: `404`, `"4XX"`, `"default"`.
pub(super) fn row(status: ErrorStatus) -> String {
    match status {
        ErrorStatus::One(status) => status.to_string(),
        ErrorStatus::Class(_) | ErrorStatus::Rest => format!("\"{status}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_statuses_in_words() {
        assert_eq!(variant(ErrorStatus::One(400)), "BadRequest");
        assert_eq!(variant(ErrorStatus::One(414)), "UriTooLong");
        assert_eq!(variant(ErrorStatus::One(418)), "Status418");
        assert_eq!(variant(ErrorStatus::Class(4)), "ClientError");
        assert_eq!(variant(ErrorStatus::Rest), "Default");
    }

    #[test]
    fn lists_each_status_once_and_in_order() {
        assert!(WORDS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
