//! HTTP statuses in words.
//!
//! In: a number. Out: what RFC 9110 and the registry call it. It must not know operations.

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

/// A variant's name: `BadRequest`, `Status418`.
pub(super) fn variant(status: u16) -> String {
    words(status).map_or_else(|| format!("Status{status}"), heck::ToUpperCamelCase::to_upper_camel_case)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_statuses_in_words() {
        assert_eq!(variant(400), "BadRequest");
        assert_eq!(variant(414), "UriTooLong");
        assert_eq!(variant(418), "Status418");
    }

    #[test]
    fn lists_each_status_once_and_in_order() {
        assert!(WORDS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
