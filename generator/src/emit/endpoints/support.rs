//! The hand-written files that endpoints call, and what the manifest needs for them.
//!
//! In: nothing. Out: the files of `src/call/`, dependencies and features. It must not know the model.

use crate::output::OutFile;

/// The files of `src/call/`, by name.
const FILES: &[(&str, &str)] = &[
    ("auth.rs", include_str!("../../../support/call/auth.rs")),
    ("body.rs", include_str!("../../../support/call/body.rs")),
    ("choice.rs", include_str!("../../../support/call/choice.rs")),
    ("draft.rs", include_str!("../../../support/call/draft.rs")),
    ("error.rs", include_str!("../../../support/call/error.rs")),
    ("events.rs", include_str!("../../../support/call/events.rs")),
    ("message.rs", include_str!("../../../support/call/message.rs")),
    ("mod.rs", include_str!("../../../support/call/mod.rs")),
    ("pages.rs", include_str!("../../../support/call/pages.rs")),
    ("reqwest.rs", include_str!("../../../support/call/reqwest.rs")),
    ("response.rs", include_str!("../../../support/call/response.rs")),
    ("send_error.rs", include_str!("../../../support/call/send_error.rs")),
    ("ureq.rs", include_str!("../../../support/call/ureq.rs")),
    ("value.rs", include_str!("../../../support/call/value.rs")),
];

pub(super) fn files() -> Vec<OutFile> {
    FILES
        .iter()
        .map(|(name, text)| OutFile { path: format!("src/call/{name}").into(), text: (*text).to_owned() })
        .collect()
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
