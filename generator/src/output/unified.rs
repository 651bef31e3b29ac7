//! Unified diffs, cut where they get long.
//!
//! In: two texts. Out: the text of a diff. It must not know where the texts come from.

use similar::TextDiff;
use std::{fmt::Write, time::Duration};

/// Lines of one file's diff beyond which the rest is only counted.
const LONGEST: usize = 80;

/// Time after which a cruder diff is taken: two large texts without common lines take quadratic time otherwise.
const PATIENCE: Duration = Duration::from_millis(500);

/// The unified diff that leads from `present` to `wanted`.
///
/// ```
/// let diff = tablature::output::unified("src/lib.rs", "a\n", "b\n");
/// assert_eq!(diff, "--- src/lib.rs (present)\n+++ src/lib.rs (wanted)\n@@ -1 +1 @@\n-a\n+b\n");
/// ```
#[must_use]
pub fn unified(path: &str, present: &str, wanted: &str) -> String {
    let diff = TextDiff::configure().timeout(PATIENCE).diff_lines(present, wanted);
    let whole = diff.unified_diff().header(&format!("{path} (present)"), &format!("{path} (wanted)")).to_string();
    cut(&whole)
}

fn cut(diff: &str) -> String {
    let mut lines = diff.split_inclusive('\n');
    let mut text: String = lines.by_ref().take(LONGEST).collect();
    let rest = lines.count();
    if rest > 0 {
        let _ = writeln!(text, "… {rest} more lines of this file differ");
    }
    text
}
