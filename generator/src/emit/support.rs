//! The hand-written files that generated types call. Every crate has all of them: which types an API has today says little about
//! tomorrow, and a macro that nothing calls costs nothing. What the configuration may change is a file of its own.

use super::{DateTimes, EmitOptions};
use crate::output::OutFile;

macro_rules! files {
    ($($name:literal)*) => {
        &[$((concat!("src/support/", $name, ".rs"), include_str!(concat!("../../support/", $name, ".rs"))),)*]
    };
}

/// The files that are the same in every crate.
const FILES: &[(&str, &str)] = files! {
    "api_error"
    "builder"
    "bytes"
    "closed_enum"
    "date"
    "debug"
    "decimal"
    "decode"
    "depth"
    "extra"
    "fields"
    "fit"
    "integer_enum"
    "items"
    "nullable"
    "number"
    "object"
    "opaque"
    "seen"
    "string_enum"
    "text"
    "union"
    "unknown"
};

/// The files for one API.
pub(super) fn files(options: &EmitOptions) -> Vec<OutFile> {
    let chosen = [
        ("src/support.rs", include_str!("../../support/support.rs")),
        ("src/support/date_crate.rs", date_crate(options.date_time)),
        ("src/support/unknown_fields.rs", unknown_fields(options.extra)),
    ];
    let all = FILES.iter().copied().chain(chosen);
    all.map(|(path, text)| OutFile { path: path.into(), text: text.to_owned() }).collect()
}

fn date_crate(choice: DateTimes) -> &'static str {
    match choice {
        DateTimes::Text => include_str!("../../support/date_crate.rs"),
        DateTimes::Jiff => include_str!("../../support/variants/date_crate/jiff.rs"),
        DateTimes::Chrono => include_str!("../../support/variants/date_crate/chrono.rs"),
        DateTimes::Time => include_str!("../../support/variants/date_crate/time.rs"),
    }
}

fn unknown_fields(kept: bool) -> &'static str {
    if kept {
        include_str!("../../support/unknown_fields.rs")
    } else {
        include_str!("../../support/variants/unknown_fields/dropped.rs")
    }
}
