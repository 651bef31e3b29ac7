//! The hand-written files that endpoints call, and what the manifest needs for them.
//!
//! In: the names of headers that hold secrets. Out: the files of `src/call/`, dependencies and features. It must not know operations.

use crate::output::OutFile;
use std::collections::BTreeSet;

/// The files of `src/call/`, by name.
const FILES: &[(&str, &str)] = &[
    ("auth.rs", include_str!("../../../support/call/auth.rs")),
    ("body.rs", include_str!("../../../support/call/body.rs")),
    ("choice.rs", include_str!("../../../support/call/choice.rs")),
    ("draft.rs", include_str!("../../../support/call/draft.rs")),
    ("error.rs", include_str!("../../../support/call/error.rs")),
    ("event_lines.rs", include_str!("../../../support/call/event_lines.rs")),
    ("events.rs", include_str!("../../../support/call/events.rs")),
    ("globals.rs", include_str!("../../../support/call/globals.rs")),
    ("message.rs", include_str!("../../../support/call/message.rs")),
    ("mod.rs", include_str!("../../../support/call/mod.rs")),
    ("pages.rs", include_str!("../../../support/call/pages.rs")),
    ("reqwest.rs", include_str!("../../../support/call/reqwest.rs")),
    ("response.rs", include_str!("../../../support/call/response.rs")),
    ("send_error.rs", include_str!("../../../support/call/send_error.rs")),
    ("ureq.rs", include_str!("../../../support/call/ureq.rs")),
    ("value.rs", include_str!("../../../support/call/value.rs")),
];

pub(super) fn files(secret_headers: &BTreeSet<String>) -> Vec<OutFile> {
    let shared = FILES.iter().map(|(name, text)| (*name, (*text).to_owned()));
    let all = shared.chain([("secret_headers.rs", self::secret_headers(secret_headers))]);
    all.map(|(name, text)| OutFile { path: format!("src/call/{name}").into(), text }).collect()
}

/// The file as it stands, with a line for each name.
fn secret_headers(names: &BTreeSet<String>) -> String {
    let none = include_str!("../../../support/call/secret_headers.rs");
    let lines: String = names.iter().map(|name| format!("    {name:?}\n")).collect();
    match none.strip_suffix("{}\n").filter(|_| !names.is_empty()) {
        Some(start) => format!("{start}{{\n{lines}}}\n"),
        None => none.to_owned(),
    }
}

/// Lines of `[dependencies]` that the endpoints need beside `serde` and `serde_json`.
#[must_use]
pub fn dependencies() -> &'static [(&'static str, &'static str)] {
    &[
        ("backon", r#"{ version = "1.6", default-features = false, features = ["std"], optional = true }"#),
        ("futures-core", r#"{ version = "0.3", optional = true }"#),
        ("http", r#""1""#),
        ("httpdate", r#"{ version = "1.0", optional = true }"#),
        ("percent-encoding", r#""2.3""#),
        ("reqwest", r#"{ version = "0.13", default-features = false, optional = true }"#),
        ("tracing", r#"{ version = "0.1", default-features = false, optional = true }"#),
        ("ureq", r#"{ version = "3", default-features = false, optional = true }"#),
    ]
}

/// Lines of `[features]`, all off by default.
#[must_use]
pub fn features() -> &'static [(&'static str, &'static str)] {
    &[
        ("reqwest", r#"["dep:backon", "dep:futures-core", "dep:httpdate", "dep:reqwest", "backon/tokio-sleep"]"#),
        ("tracing", r#"["dep:tracing"]"#),
        ("ureq", r#"["dep:backon", "dep:httpdate", "dep:ureq", "backon/std-blocking-sleep"]"#),
    ]
}
