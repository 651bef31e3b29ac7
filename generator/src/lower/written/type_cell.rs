//! Type cells as written: the text, and the one expression that it is.
//!
//! In: a cell. Out: its expression, or why it is none. It must not know what words and links mean.

use crate::{
    dialect::{Expr, ExprError, parse_expr},
    page::Cell,
};

/// A type cell, parsed when its row is read and never again.
#[derive(Debug, Clone)]
pub struct TypeCell {
    /// What stands there.
    pub cell: Cell,
    /// What it is.
    pub expr: Result<Expr, ExprError>,
}

impl TypeCell {
    /// Parses a cell.
    pub fn parse(cell: Cell) -> Self {
        let expr = parse_expr(&cell.text);
        Self { cell, expr }
    }
}
