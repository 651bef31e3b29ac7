//! `tablature export`: the API in another form, on standard output.
//!
//! In: the flags. Out: a document. It must not write a file.

use super::{
    Failure,
    args::{Global, Place},
    console::Console,
    session::Session,
};
use crate::{export, generate};

pub fn openapi(global: &Global, place: &Place, console: &mut Console<'_>) -> Result<(), Failure> {
    let mut session = Session::open(global, place, console)?;
    let understood = generate::understand(&session.sources, &session.config);
    session.report(understood.diagnostics, console)?;
    let document = export::openapi(&understood.model);
    console.json(&format!("{document:#}\n"));
    Ok(())
}
