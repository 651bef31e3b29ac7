//! `tablature survey`: what was understood, on standard output.
//!
//! In: the flags. Out: counts. It must not write a file.

use super::{
    Failure,
    args::{Form, Global, Place},
    console::{Console, Format},
    session::Session,
};
use crate::{render, survey::Survey};

pub fn survey(global: &Global, place: &Place, console: &mut Console<'_>) -> Result<(), Failure> {
    let mut session = Session::open(global, place, console)?;
    let understood = session.understand(console);
    let mut survey = Survey::new(&session.sources, &understood);
    if session.config.name.is_none() {
        survey.name = session.config.docs.iter().map(|folder| folder.as_str()).collect::<Vec<_>>().join(", ");
    }
    match console.format {
        _ if global.format == Form::Html => console.result(&survey.to_html(&understood.model)),
        Format::Human => console.result(&render::visible(&survey.to_table())),
        Format::Json => console.json(&survey.to_json()),
    }
    let lost = survey.lost_rows();
    let is_whole = lost.is_empty();
    let mut found = understood.diagnostics;
    found.list.extend(lost);
    session.report(found, console)?;
    if is_whole { Ok(()) } else { Err(Failure::Check("rows of the pages are lost".to_owned())) }
}
