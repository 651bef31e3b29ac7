//! The text form of the model, `model.json`: stable, sorted, one fact a line.

use super::{Model, Source};
use serde::{Serialize, Serializer};

impl Model {
    /// The model as pretty JSON with a final newline.
    ///
    /// # Panics
    /// Never: every map of the model has string keys.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("maps have string keys");
        text.push('\n');
        text
    }
}

/// Written as `page.md:12`.
impl Serialize for Source {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{}:{}", self.page, self.line))
    }
}
