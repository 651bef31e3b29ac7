//! The README of a new crate.
//!
//! In: what was found, and the first call. Out: markdown. It must not know how the call is made.

use super::{first_call::FirstCall, found::Found};
use std::fmt::Write as _;

/// The text.
pub fn text(found: &Found, call: Option<&FirstCall>) -> String {
    let name = &found.name;
    let title = found.title.clone().unwrap_or_else(|| name.clone());
    let mut text = format!(
        "# {name}\n\nTypes and typed endpoints of {}, written by Tablature from the vendor's {}.\n",
        one_line(&title),
        found.language_words()
    );
    call.iter().for_each(|call| push_call(&mut text, name, call));
    text.push_str(CURRENT);
    text
}

/// What a vendor wrote, as text of one line.
fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ").replace(['<', '`', '['], "")
}

fn push_call(text: &mut String, name: &str, call: &FirstCall) {
    let features = call.feature.iter().map(|feature| format!(", features = [{feature:?}]")).collect::<String>();
    let client = call.client.iter().map(|(client, version)| format!("{client} = {version:?}\n")).collect::<String>();
    let _ = write!(
        text,
        "\n## A first call\n\n```toml\n[dependencies]\n{name} = {{ path = \"../{name}\"{features} }}\n{client}```\n\n\
         [`examples/first_call.rs`](examples/first_call.rs):\n\n```rust,no_run\n{}```\n",
        call.program
    );
}

const CURRENT: &str = "
## Keeping it current

| command | what it does |
|---|---|
| `tablature check` | exits with 1 and shows a diff if the crate is not what its pages give |
| `tablature generate` | brings it up to date |
| `tablature survey` | shows what was understood, guessed and left out |

The settings are in `tablature.toml`, and facts that the docs do not state go into `overrides.toml`. Files that `tablature.lock`
lists are generated: what is edited in them is reported and kept.
";
