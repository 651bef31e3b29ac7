//! What differs by SDK language: the grammar's words and the rules of presence, as data.
//!
//! In: the raw text of a type cell. Out: an `Expr` (one grammar for all languages), and what its words mean in a
//! `Dialect`. It must not know pages, links' targets or the model's named types.

mod detect;
mod expr;
mod language;
mod rules;
mod shape;
mod tags;
mod words;

pub(crate) use detect::{Detected, Shows, detect};
pub(crate) use expr::{Expr, ExprError, leads_out, page_stem, parse_expr};
pub use language::Language;
pub(crate) use rules::{Dialect, Hidden, Shown};
pub(crate) use shape::by_shape;
pub(crate) use tags::parse_tag;
pub(crate) use words::Word;
