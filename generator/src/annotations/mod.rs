//! Facts that the source of an SDK states beside its docs, in machine-written annotations.
//!
//! In: source files and the SDK's language. Out: [`Annotations`], each fact with its file and line. It must not know the model, nor
//! what the facts are used for.
//!
//! No language is parsed. One scanner (`lines`) goes through the lines of models, another (`calls`) through the text of methods;
//! what they look for is a table per language (`tables`).

mod answers;
mod area;
mod calls;
mod fact;
mod lines;
mod lockfile;
mod recorded;
mod table;
mod tables;
#[cfg(test)]
mod tests;
mod values;

pub use fact::{Annotations, Call, Key, Said, Subject};
pub use lockfile::{Example, read_examples};
pub use recorded::{Recorded, read_facts, write_facts};

use crate::{dialect::Language, source::SourceFile};
use area::{Area, area};
use calls::CallScanner;
use lines::LineScanner;
use rayon::prelude::*;
use table::Table;

/// Whether a file of this path may state facts in an SDK of this language.
#[must_use]
pub fn may_state(path: &str, language: Language) -> bool {
    tables::of(language).iter().any(|table| area(path, table) != Area::Other)
}

/// Reads what the source files of an SDK state.
///
/// ```
/// use tablature::{annotations::{Key, read}, dialect::Language, source::SourceFile};
/// let text = "type Ship struct {\n\tHullNo string `json:\"hull_no\"`\n}\n";
/// let file = SourceFile { path: "models/components/ship.go".into(), text: text.into() };
/// let facts = read(&[file], Language::Go);
/// let (subject, said) = &facts.classes[0];
/// assert_eq!((&*subject.member, said.key, &*said.value, said.line), ("HullNo", Key::Wire, "hull_no", 2));
/// ```
#[must_use]
pub fn read(files: &[SourceFile], language: Language) -> Annotations {
    let table = table(files, language);
    read_all(files, table, &LineScanner::new(table), &CallScanner::new(table))
}

/// The table of an SDK's language that its files are written by.
fn table(files: &[SourceFile], language: Language) -> &'static Table {
    let tables = tables::of(language);
    let is_call =
        |file: &SourceFile, table: &Table| area(&file.path, table) == Area::Calls && file.text.contains(table.sign);
    let has_calls = |table: &&&Table| files.iter().any(|file| is_call(file, table));
    tables.iter().find(has_calls).copied().unwrap_or(tables[0])
}

fn read_all(files: &[SourceFile], table: &Table, lines: &LineScanner<'_>, calls: &CallScanner<'_>) -> Annotations {
    let numbered: Vec<(u32, &SourceFile)> = (0u32..).zip(files).collect();
    let read = |(number, file): &(u32, &SourceFile)| read_file(*number, file, table, lines, calls);
    let parts: Vec<Annotations> = numbered.par_iter().map(read).collect();
    let mut all = Annotations { files: files.iter().map(|file| file.path.clone()).collect(), ..Annotations::default() };
    for part in parts {
        all.classes.extend(part.classes);
        all.calls.extend(part.calls);
        all.api.extend(part.api);
    }
    all
}

fn read_file(
    number: u32,
    file: &SourceFile,
    table: &Table,
    lines: &LineScanner<'_>,
    calls: &CallScanner<'_>,
) -> Annotations {
    let mut found = Annotations::default();
    match area(&file.path, table) {
        Area::Other => return found,
        Area::Models(folder) => found.classes = lines.scan(number, &folder.into(), &file.text),
        Area::Security => found.classes = lines.scan(number, &"".into(), &file.text),
        Area::Calls => {
            found.calls = calls.scan(number, &file.path, &file.text);
            if table.calls_state_security {
                found.classes = lines.scan(number, &"".into(), &file.text);
            }
        }
        Area::Beside => {}
    }
    for (subject, said) in calls.servers(number, &file.text) {
        match found.calls.as_mut_slice() {
            [call] if table.call.is_none() => call.said.push(said),
            _ if subject.class.is_empty() => found.api.push(said),
            _ => found.classes.push((subject, said)),
        }
    }
    found
}
