//! Type cells to types of the model: words by the dialect, links by the index.
//!
//! In: a cell. Out: a [`ReadType`], always; what is not understood is any JSON value and a finding at the cell. It must not know
//! fields, presence or wire names.

mod choice;
mod problem;
mod reading;

pub use choice::StatedUnion;

use super::{LowerOptions, index::PageIndex, written::TypeCell};
use crate::{
    dialect::{Dialect, Expr, parse_expr},
    model::{Literal, Member, Type},
    page::Cell,
    source::{Code, Diagnostic, Diagnostics, FileId, Sources, Span},
};
use reading::Reading;

/// What a type cell says.
#[derive(Debug, Clone)]
pub struct ReadType {
    /// The type of a value.
    pub ty: Type,
    /// What stands around it.
    pub wrapper: Wrapper,
    /// The only legal value.
    pub constant: Option<Literal>,
    /// A thing of the SDK, not of the API.
    pub sdk_only: bool,
    /// A file to upload.
    pub file: bool,
    /// Of a stream: the values stand one on a line.
    pub lines: bool,
    /// Any value or text, which are told apart by the media type alone.
    pub or_text: bool,
    /// No value at all (`void`).
    pub nothing: bool,
    /// Whether the cell as a whole is not understood.
    pub unknown: bool,
    /// Unions whose members the cell names.
    pub unions: Vec<StatedUnion>,
}

/// What a type stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrapper {
    /// Nothing.
    None,
    /// `Optional`, a pointer, `T.nilable`.
    Optional,
    /// `Nullable`.
    Nullable,
    /// `JsonNullable`, `OptionalNullable`.
    OptionalNullable,
}

impl ReadType {
    fn plain(ty: Type) -> Self {
        Self {
            ty,
            wrapper: Wrapper::None,
            constant: None,
            sdk_only: false,
            file: false,
            lines: false,
            or_text: false,
            nothing: false,
            unknown: false,
            unions: Vec::new(),
        }
    }

    fn sdk_only() -> Self {
        Self { sdk_only: true, ..Self::plain(Type::Any) }
    }

    fn nothing() -> Self {
        Self { nothing: true, ..Self::plain(Type::Any) }
    }

    fn file() -> Self {
        Self { file: true, ..Self::plain(Type::Bytes) }
    }

    fn unknown() -> Self {
        Self { unknown: true, ..Self::plain(Type::Any) }
    }

    fn constant(literal: Literal) -> Self {
        let ty = match literal {
            Literal::String(_) => Type::String,
            Literal::Boolean(_) => Type::Boolean,
            Literal::Integer(_) => Type::Int64,
        };
        Self { constant: Some(literal), ..Self::plain(ty) }
    }

    fn wrapped(mut self, wrapper: Wrapper) -> Self {
        self.wrapper = wrapper;
        self
    }

    /// A list or a map of it. Of things of the SDK, that is one itself; nothing else of the item shows.
    fn within(self, around: fn(Box<Type>) -> Type) -> Self {
        let item = if self.wrapper == Wrapper::None { self.ty } else { Type::Nullable(Box::new(self.ty)) };
        Self { ty: around(Box::new(item)), wrapper: Wrapper::None, constant: None, unknown: false, ..self }
    }
}

/// Reads the type cells of one docs tree.
pub struct TypeReader<'a> {
    /// All files.
    pub sources: &'a Sources,
    /// The tree's pages.
    pub index: &'a PageIndex,
    /// The tree's language.
    pub dialect: &'static Dialect,
    /// How pages are lowered.
    pub options: &'a LowerOptions,
}

impl TypeReader<'_> {
    /// Reads a cell.
    pub fn read(&self, TypeCell { cell, expr }: &TypeCell, diagnostics: &mut Diagnostics) -> ReadType {
        match expr {
            Ok(expr) => self.read_expr(expr, cell, diagnostics),
            Err(error) => {
                let message = format!("`{}` is not a type: its values are carried as raw JSON", shown(&cell.text));
                let finding =
                    Diagnostic::at(Code::BadType, inner_span(cell, error.at), message).label(error.message.as_str());
                diagnostics.push(finding);
                ReadType::unknown()
            }
        }
    }

    /// Reads the expression of a cell.
    pub fn read_expr(&self, expr: &Expr, cell: &Cell, diagnostics: &mut Diagnostics) -> ReadType {
        let mut reading = Reading::new(self, cell.span);
        let read = reading.meaning(expr);
        diagnostics.list.extend(reading.problems.into_iter().map(|problem| problem.diagnostic(cell)));
        read
    }

    /// The member of a union that the SDK's source names where a page leaves members open; nothing where the text is not understood
    /// as a whole, or says nothing of the value. A class goes by its name, which is looked for in the page's own folder first.
    pub fn stated_member(&self, text: &str, page: FileId) -> Option<Member> {
        let expr = self.in_folder(parse_expr(text).ok()?, self.index.folder(page));
        let mut reading = Reading::new(self, Span { file: page, start: 0, end: 0 });
        let read = reading.meaning(&expr);
        let is_value = !(read.sdk_only || read.nothing || read.ty == Type::Any);
        (is_value && reading.problems.is_empty()).then(|| choice::member(read.ty))
    }

    /// An expression whose plain words are those of a folder, but for words of the language.
    fn in_folder(&self, expr: Expr, folder: &str) -> Expr {
        match expr {
            Expr::Word(word) if !word.contains('.') && self.dialect.word(&word, false).is_none() => {
                Expr::Word(format!("{folder}.{word}"))
            }
            Expr::Apply(word, all) => {
                Expr::Apply(word, all.into_iter().map(|one| self.in_folder(one, folder)).collect())
            }
            other => other,
        }
    }

    /// The type on a page.
    pub fn page(&self, file: FileId) -> ReadType {
        match self.index.id(file) {
            Some(id) => ReadType::plain(Type::Named(id.clone())),
            None => ReadType::sdk_only(),
        }
    }
}

/// A cell without its code marks, which would end those of a message.
fn shown(text: &str) -> String {
    text.replace('`', "")
}

fn inner_span(cell: &Cell, at: usize) -> Span {
    let start = cell.span.start + u32::try_from(at).unwrap_or(0);
    if start < cell.span.end { Span { start, ..cell.span } } else { cell.span }
}
