//! `tablature explain`: what a finding means.
//!
//! In: a code. Out: its explanation. It must not read a page.

use super::{Failure, console::Console};
use crate::source::{Code, Severity};

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
    let severity = match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    console.result(&format!("{severity}[{}]: {}\n\n{}\n", code.text(), code.title(), code.explanation()));
    Ok(())
}
