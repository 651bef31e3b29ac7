//! The hand-written files that generated types call: those that this API needs.
//!
//! In: what the model uses. Out: `src/support.rs` and `src/support/`. It must not know what the files do.

use super::{DateTimes, EmitOptions, errors};
use crate::{
    model::{Model, Shape},
    output::OutFile,
};

/// A file that types call.
struct Part {
    name: &'static str,
    text: &'static str,
    needed: fn(&Model) -> bool,
}

macro_rules! parts {
    ($($name:literal: $needed:expr,)*) => {
        &[$(Part { name: $name, text: include_str!(concat!("../../support/", $name, ".rs")), needed: $needed },)*]
    };
}

/// The files of `src/support/`. A macro that nothing calls would be a warning, so these come only where they are of use.
const PARTS: &[Part] = parts! {
    "api_error": |model| !errors::errors(model).is_empty(),
    "bytes": always,
    "closed_enum": |model| has(model, |shape| matches!(shape, Shape::Enum(shape) if shape.closed && !shape.values.is_empty())),
    "date": always,
    "debug": |model| has(model, |shape| matches!(shape, Shape::Struct(shape) if shape.fields.iter().any(|field| field.secret))),
    "decimal": always,
    "decode": always,
    "extra": always,
    "fields": always,
    "fit": always,
    "integer_enum": |model| has(model, |shape| matches!(shape, Shape::Enum(shape) if shape.integer && !shape.closed)),
    "nullable": always,
    "number": always,
    "object": |model| has(model, |shape| matches!(shape, Shape::Struct(_))),
    "opaque": |model| has(model, |shape| matches!(shape, Shape::Opaque)),
    "string_enum": |model| {
        has(model, |shape| matches!(shape, Shape::Enum(shape) if !shape.integer && (!shape.closed || shape.values.is_empty())))
    },
    "text": always,
    "union": |model| has(model, |shape| matches!(shape, Shape::Union(_))),
    "unknown": always,
};

/// The index of the parts: a line or two for each.
const INDEX: &str = include_str!("../../support/support.rs");

fn always(_: &Model) -> bool {
    true
}

fn has(model: &Model, is: impl Fn(&Shape) -> bool) -> bool {
    model.types.values().any(|def| is(&def.shape))
}

/// The files for one API.
pub(super) fn files(model: &Model, options: &EmitOptions) -> Vec<OutFile> {
    let (needed, idle): (Vec<&Part>, Vec<&Part>) = PARTS.iter().partition(|part| (part.needed)(model));
    let mut files: Vec<OutFile> = needed
        .iter()
        .map(|part| OutFile { path: format!("src/support/{}.rs", part.name).into(), text: text_of(part, options) })
        .collect();
    files.push(OutFile { path: "src/support.rs".into(), text: index(&idle) });
    files
}

fn text_of(part: &Part, options: &EmitOptions) -> String {
    match (part.name, options.date_time) {
        ("extra", _) if !options.extra => part.text.replace("KEEP_UNKNOWN: bool = true", "KEEP_UNKNOWN: bool = false"),
        ("date", DateTimes::Jiff) => format!("{}\n{}", part.text, include_str!("../../support/dates/jiff.rs")),
        ("date", DateTimes::Chrono) => format!("{}\n{}", part.text, include_str!("../../support/dates/chrono.rs")),
        ("date", DateTimes::Time) => format!("{}\n{}", part.text, include_str!("../../support/dates/time.rs")),
        _ => part.text.to_owned(),
    }
}

/// The index without the lines of parts that are not there.
fn index(idle: &[&Part]) -> String {
    let is_idle = |line: &str| {
        idle.iter()
            .any(|part| line.contains(&format!("mod {};", part.name)) || line.contains(&format!("use {}::", part.name)))
    };
    let mut text = String::new();
    let mut pending = String::new();
    for line in INDEX.lines() {
        if line.starts_with("#[") {
            pending = format!("{line}\n");
        } else if is_idle(line) {
            pending.clear();
        } else {
            text.push_str(&pending);
            pending.clear();
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}
