//! The text of a new `tablature.toml`.
//!
//! In: what was found. Out: settings, each with a comment that says what it does. It must not know what the settings lead to.

use super::{
    OVERRIDES,
    found::{Found, case_words},
    pages::FACTS,
};
use camino::Utf8PathBuf;
use std::fmt::Write as _;

/// The text, for docs folders as seen from the crate's folder.
pub fn text(found: &Found, docs: &[Utf8PathBuf], has_facts: bool) -> String {
    let mut text = format!(
        "# What `tablature generate` reads and writes. Paths start from this file's folder.\n\n\
         # The pages of the docs. Of several folders, the first leads.\n\
         docs = {}\n\
         # The crate: this folder. `tablature.lock` lists the files in it that are generated.\n\
         out = \".\"\n\
         name = {:?}\n\
         # Facts that the docs do not state, or state wrongly.\n\
         overrides = {OVERRIDES:?}\n",
        list(docs),
        found.name
    );
    if has_facts {
        let _ = write!(
            text,
            "# What the SDK's source states, for runs without it; `tablature generate --source DIR` writes it anew.\nfacts = {FACTS:?}\n"
        );
    }
    push_found(&mut text, found);
    text.push_str(CHOICES);
    text
}

/// What was told from the pages.
fn push_found(text: &mut String, found: &Found) {
    if let [Some(language)] = found.languages.as_slice() {
        let _ = write!(text, "\n# The language of the SDK, as its pages show it.\nlanguage = {:?}\n", language.name());
    }
    if let Some((case, why)) = &found.wire_case {
        let (words, key) = (case_words(*case), serde_json::json!(case));
        let _ = write!(
            text,
            "\n# The JSON names are {words}: {why}\n# This line pins it, should later pages say otherwise.\n# wire_case = {key}\n"
        );
    }
    if found.is_flawed {
        text.push_str("\n# The vendor's pages have flaws, which cost the facts that they concern: `tablature survey` names them.\n");
        text.push_str("# Without this line they are errors.\nstrict = false\n");
    }
    let _ = write!(text, "\n# Servers that the docs name: {}.\n", none_or(&found.servers));
    let _ = writeln!(text, "# Credentials that the docs name: {}.", none_or(&found.credentials));
}

fn none_or(names: &[String]) -> String {
    if names.is_empty() { "none".to_owned() } else { names.join(", ").replace('\n', " ") }
}

fn list(docs: &[Utf8PathBuf]) -> String {
    let quoted: Vec<String> = docs.iter().map(|path| toml::Value::from(path.as_str()).to_string()).collect();
    if let [only] = quoted.as_slice() { only.clone() } else { format!("[{}]", quoted.join(", ")) }
}

/// Settings that a user may want, with their defaults.
const CHOICES: &str = r#"
# Only these operations, and the types that they need (globs on operation ids).
# select.operations = ["pets:*"]

[types]
# What dates and times convert to: "text", "jiff", "chrono" or "time".
# date_time = "text"
# A required field of which the docs do not say whether it may be null: an "option" or a "value".
# unstated_null = "option"
"#;
