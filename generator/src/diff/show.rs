//! A diff as text, as markdown and as JSON.
//!
//! In: changes. Out: texts. It must not know how changes are judged.

use super::{Bump, Change, Diff};
use serde_json::json;
use std::fmt::Write as _;

impl Bump {
    /// In words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

const GROUPS: [Bump; 3] = [Bump::Major, Bump::Minor, Bump::Patch];

impl Diff {
    /// For a terminal: a line a change, and the bump that is advised.
    #[must_use]
    pub fn to_text(&self) -> String {
        let line = |change: &Change| format!("{}  {}: {}\n", change.bump.word(), change.item, change.what);
        let lines: String = self.changes.iter().map(line).collect();
        format!("{lines}{}\n", self.advice())
    }

    /// For a pull request: a list for each bump.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut text = format!("### API changes\n\n{}\n", self.advice());
        for bump in GROUPS {
            let changes: Vec<&Change> = self.changes.iter().filter(|change| change.bump == bump).collect();
            if !changes.is_empty() {
                let _ = write!(text, "\n#### {} ({})\n\n", bump.word(), changes.len());
                let line = |it: &&Change| format!("- `{}`: {}\n", it.item.replace('`', ""), it.what);
                text.extend(changes.iter().map(line));
            }
        }
        text
    }

    /// For machines.
    #[must_use]
    pub fn to_json(&self) -> String {
        format!("{}\n", json!({"bump": self.bump(), "changes": self.changes}))
    }

    fn advice(&self) -> String {
        match self.bump() {
            None => "nothing changed in the API".to_owned(),
            Some(bump) => {
                let count = self.changes.len();
                let noun = if count == 1 { "change" } else { "changes" };
                format!("{count} {noun}: the next version is a {} one", bump.word())
            }
        }
    }
}
