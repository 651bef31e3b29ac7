//! `tablature explain`: what a finding means.
//!
//! In: a code. Out: its explanation. It must not read a page.

use super::{Failure, console::Console};
use crate::source::{Code, Weight};

/// What is added of flaws of pages.
const LENIENT: &str =
    "\nIt is a warning where docs are tried out: with --docs and no configuration, or with `strict = false`.\n";

pub fn explain(wanted: Option<&str>, console: &mut Console<'_>) -> Result<(), Failure> {
    let Some(wanted) = wanted else {
        let mut codes = Code::ALL.to_vec();
        codes.sort_by_key(|code| code.text());
        let list: String = codes.iter().map(|code| format!("{}  {}\n", code.text(), code.title())).collect();
        console.result(&list);
        return Ok(());
    };
    let code = Code::ALL.iter().find(|code| code.text().eq_ignore_ascii_case(wanted));
    let code = code.ok_or_else(|| {
        Failure::input(format!("there is no code `{wanted}`; `tablature explain` lists those that there are"))
    })?;
    let (severity, more) = match code.weight() {
        Weight::Error => ("error", ""),
        Weight::Flaw | Weight::Link => ("error", LENIENT),
        Weight::Warning => ("warning", ""),
    };
    console.result(&format!("{severity}[{}]: {}\n\n{}\n{more}", code.text(), code.title(), code.explanation()));
    Ok(())
}
