//! Tables of fields and of parameters.
//!
//! In: a table. Out: its rows. It must not know what a type cell means.

use super::{
    Content, Row, RowId, TypeCell,
    prose::read_description,
    table::{columns, drop_repeated, read_mark, read_name, the_table, whole_rows},
};
use crate::{
    model::Deprecation,
    page::{Cell, Page, Section, Table},
    source::{Code, Diagnostic, Diagnostics, Sources},
};

/// The columns beside that of the names.
const COLUMNS: [&str; 3] = ["Type", "Required", "Description"];

/// The column that a table may have beside them.
const EXAMPLE: &str = "Example";

/// Rows beyond which a table is refused: a builder names each required field in the setter of each, which is the square of them.
const MOST_ROWS: usize = 1000;

/// Reads the Fields section of a page.
pub(super) fn read(_: &Sources, page: &Page, at: usize, diagnostics: &mut Diagnostics) -> Content {
    let section = Section::whole(&page.sections, at);
    let table = the_table(&section, diagnostics);
    Content::Fields(table.map(|table| read_rows(&table, "Field", diagnostics)).unwrap_or_default())
}

/// Reads a table of fields or parameters, whose name column is `name_column`.
pub fn read_rows(table: &Table, name_column: &str, diagnostics: &mut Diagnostics) -> Vec<Row> {
    let [ty, required, docs] = COLUMNS;
    let [name, ty, required, docs] = columns(table, [name_column, ty, required, docs], &[EXAMPLE], diagnostics);
    let Some(name) = name else { return Vec::new() };
    if table.rows.len() > MOST_ROWS {
        let message = format!("a table of {} rows; {MOST_ROWS} are the most that a type may have", table.rows.len());
        diagnostics.push(Diagnostic::at(Code::BrokenTable, table.header[name].span, message));
        return Vec::new();
    }
    let columns = Columns { name, ty, required, docs, example: table.column(EXAMPLE) };
    let whole = whole_rows(table, diagnostics).into_iter();
    let mut rows: Vec<Row> = whole.filter_map(|cells| columns.read(cells, diagnostics)).collect();
    drop_repeated(&mut rows, |row| (&row.name, row.span), diagnostics);
    rows
}

/// Where the columns of a table stand; of the rows, all but the name may be missing.
struct Columns {
    name: usize,
    ty: Option<usize>,
    required: Option<usize>,
    docs: Option<usize>,
    example: Option<usize>,
}

impl Columns {
    fn read(&self, cells: &[Cell], diagnostics: &mut Diagnostics) -> Option<Row> {
        let name = &cells[self.name];
        let (shown, is_struck) = read_name(name, diagnostics)?;
        let text = |column: Option<usize>| column.map_or("", |at| cells[at].text.as_str());
        let (docs, note) = read_description(text(self.docs));
        let nothing = || Cell { text: String::new(), span: name.span };
        Some(Row {
            id: RowId::at(name.span),
            name: shown,
            span: name.span,
            ty: TypeCell::parse(self.ty.map_or_else(nothing, |at| cells[at].clone())),
            required: self.required.is_some_and(|at| read_mark(&cells[at], diagnostics)),
            docs,
            example: self.example.map(|at| cells[at].text.clone()).filter(|text| !text.is_empty()),
            deprecated: is_struck.then_some(Deprecation { note }),
        })
    }
}
