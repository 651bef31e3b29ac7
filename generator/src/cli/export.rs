//! `tablature export`: the API in another form.
//!
//! In: the flags. Out: a document, on standard output or in a file. It must not know its form.

use super::{
    Failure,
    args::{ExportPlace, Global, Place},
    console::Console,
    session::Session,
};
use crate::{export, model::visible_json};
use camino::Utf8Path;

pub fn openapi(global: &Global, place: ExportPlace, console: &mut Console<'_>) -> Result<(), Failure> {
    let ExportPlace { out, pages } = place;
    let mut session = Session::open(global, &Place { out: None, pages }, console)?;
    let understood = session.understand(console);
    session.report(understood.diagnostics, console)?;
    let document = export::openapi_text(&understood.model);
    match out {
        Some(path) => write(&path, &document, console),
        None => {
            console.json(&document);
            Ok(())
        }
    }
}

fn write(path: &Utf8Path, document: &str, console: &mut Console<'_>) -> Result<(), Failure> {
    if path == "" {
        return Err(Failure::input("`--out` is empty: name the file to write"));
    }
    if path.is_dir() {
        return Err(Failure::input(format!("`{path}` is a folder: name the file to write")));
    }
    std::fs::write(path, visible_json(document))
        .map_err(|error| Failure::input(format!("cannot write `{path}`: {error}")))?;
    console.note(&format!("{path}: written"));
    Ok(())
}
