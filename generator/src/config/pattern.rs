//! Patterns on type ids and operation ids: `components/Property`, `operations/Auth*Action`, `**`.
//!
//! In: a text of the configuration. Out: whether it fits an id. It must not know what has ids.

use globset::{GlobBuilder, GlobMatcher};
use serde::{Deserialize, Deserializer, de::Error};

/// Bytes that a pattern may have. Ids have fewer, and what compiles globs gives up on long ones with a panic.
const LONGEST: usize = 1000;

/// How deep `{…}` may stand within each other.
const DEEPEST: usize = 8;

/// A glob; `*` stops at `/`, `**` does not, `{,Old}` is nothing or `Old`. A name that holds signs of globs (`page[size]`) fits itself, too.
///
/// ```
/// use tablature::config::Pattern;
/// let pattern = Pattern::new("operations/Auth*Action").unwrap();
/// assert!(pattern.matches("operations/AuthTokenUpdateApiAction"));
/// assert!(!pattern.matches("components/Property"));
/// ```
#[derive(Debug, Clone)]
pub struct Pattern(GlobMatcher);

impl Pattern {
    /// A pattern from its text.
    ///
    /// # Errors
    /// When the text is no glob, or longer than any that is of use; the error says why.
    pub fn new(text: &str) -> Result<Self, String> {
        if text.len() > LONGEST {
            return Err(format!("a pattern of {} bytes; {LONGEST} are the most that it may have", text.len()));
        }
        if depth(text) > DEEPEST {
            return Err("the alternatives of a pattern are nested too deeply".to_owned());
        }
        let glob = GlobBuilder::new(text)
            .literal_separator(true)
            .empty_alternates(true)
            .build()
            .map_err(|error| error.kind().to_string())?;
        Ok(Self(glob.compile_matcher()))
    }

    /// Whether it fits a text as a whole.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        self.text() == text || self.0.is_match(text)
    }

    /// As it was written.
    #[must_use]
    pub fn text(&self) -> &str {
        self.0.glob().glob()
    }
}

/// How many `{` are open at once, at most.
fn depth(text: &str) -> usize {
    let (mut open, mut deepest) = (0usize, 0);
    for byte in text.bytes() {
        match byte {
            b'{' => open += 1,
            b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::new(&text).map_err(D::Error::custom)
    }
}
