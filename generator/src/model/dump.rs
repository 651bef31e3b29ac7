//! The text form of the model, `model.json`: stable, sorted, one fact a line.
//!
//! In: the model. Out: JSON. It must not know who reads it.

use super::{Model, Source};
use serde::{Serialize, Serializer};
use std::fmt::Write;

impl Model {
    /// The model as pretty JSON with a final newline.
    ///
    /// # Panics
    /// Never: every map of the model has string keys.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("maps have string keys");
        text.push('\n');
        visible_json(&text)
    }
}

/// JSON text in which characters that steer a terminal, end a line or turn the direction of text are escaped. The values are the
/// same: such characters stand in strings only.
///
/// ```
/// assert_eq!(tablature::model::visible_json("[\"a\u{202e}b\"]"), r#"["a\u202eb"]"#);
/// ```
#[must_use]
pub fn visible_json(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '\u{7f}'..='\u{9f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {
                let _ = write!(text, "\\u{:04x}", u32::from(c));
            }
            c => text.push(c),
        }
    }
    text
}

/// Written as `page.md:12`; as null where there is no page.
impl Serialize for Source {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.at_line(self.line).serialize(serializer)
    }
}
