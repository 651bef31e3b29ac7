//! Type cells to types of the model: words by the dialect, links by the index.
//!
//! In: a cell. Out: a [`ReadType`], or a diagnostic at the cell. It must not know fields, presence or wire names.

use super::{Dangling, LowerOptions, index::PageIndex};
use crate::{
    dialect::{Dialect, Expr, Word, leads_out, parse_expr},
    model::{Literal, Type, TypeId},
    page::Cell,
    source::{Code, Diagnostic, Diagnostics, FileId, Sources, Span},
};

/// What a type cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadType {
    /// The type of a value.
    pub ty: Type,
    /// What stands around it.
    pub wrapper: Wrapper,
    /// The only legal value.
    pub constant: Option<Literal>,
    /// A thing of the SDK, not of the API.
    pub sdk_only: bool,
    /// No value at all (`void`).
    pub nothing: bool,
    /// The name of a library's type of which nothing is known.
    pub foreign: Option<String>,
    /// The target of a link that leads nowhere, while its text names this type.
    pub guessed_from: Option<String>,
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
            nothing: false,
            foreign: None,
            guessed_from: None,
        }
    }

    fn sdk_only() -> Self {
        Self { sdk_only: true, ..Self::plain(Type::Any) }
    }

    fn wrapped(mut self, wrapper: Wrapper) -> Self {
        self.wrapper = wrapper;
        self
    }

    /// A list or a map of it. Of things of the SDK, that is one itself; nothing else of the item shows.
    fn within(self, around: fn(Box<Type>) -> Type) -> Self {
        let item = if self.wrapper == Wrapper::None { self.ty } else { Type::Nullable(Box::new(self.ty)) };
        Self { ty: around(Box::new(item)), wrapper: Wrapper::None, constant: None, ..self }
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
    /// What to do about missing pages.
    pub options: &'a LowerOptions,
}

impl TypeReader<'_> {
    /// Reads a cell; nothing, and a diagnostic, when it is not understood.
    pub fn read(&self, cell: &Cell, diagnostics: &mut Diagnostics) -> Option<ReadType> {
        let expr = match parse_expr(&cell.text) {
            Ok(expr) => expr,
            Err(error) => {
                let span = inner_span(cell, error.at);
                let message = format!("`{}` is not a type", cell.text.replace('`', ""));
                diagnostics.push(Diagnostic::at(Code::BadType, span, message).label(error.message));
                return None;
            }
        };
        match self.meaning(&expr, cell.span.file) {
            Ok(read) => {
                self.warn_of_missing(&read, cell, diagnostics);
                Some(read)
            }
            Err(problem) => {
                diagnostics.push(problem.diagnostic(cell));
                None
            }
        }
    }

    /// A type without a page is carried as raw JSON; the reader of the diagnostics learns where.
    fn warn_of_missing(&self, read: &ReadType, cell: &Cell, diagnostics: &mut Diagnostics) {
        let missing = read.ty.named().filter(|id| !self.index.defines(id)).map(ToString::to_string);
        if let Some(target) = &read.guessed_from {
            let message = format!("`{target}` leads to no page: the page that the link's text names is taken");
            diagnostics.push(Diagnostic::at(Code::DanglingAny, cell.span, message));
        }
        if let Some(name) = missing.as_ref().or(read.foreign.as_ref()) {
            let message = format!("no page describes `{name}`: its values are carried as raw JSON");
            diagnostics.push(Diagnostic::at(Code::DanglingAny, cell.span, message));
        }
    }

    /// The model's type for an expression that stands on a page.
    fn meaning(&self, expr: &Expr, from: FileId) -> Result<ReadType, Problem> {
        match expr {
            Expr::Word(word) => self.word(word, false),
            Expr::Apply(word, arguments) => self.apply(word, arguments, from),
            Expr::Array(item) if is_byte(item) => Ok(ReadType::plain(Type::Bytes)),
            Expr::Array(item) => Ok(self.meaning(item, from)?.within(Type::Array)),
            Expr::Map(value) => Ok(self.meaning(value, from)?.within(Type::Map)),
            Expr::Pointer(inner) => Ok(self.meaning(inner, from)?.wrapped(Wrapper::Optional)),
            Expr::Literal(literal) => Ok(constant(literal.clone())),
            Expr::Link { label, target } => self.link(label, target, from),
            Expr::Either(all) => self.either(all, from),
        }
    }

    fn word(&self, word: &str, linked: bool) -> Result<ReadType, Problem> {
        match self.dialect.word(word, linked) {
            Some(Word::Scalar(ty)) => Ok(ReadType::plain(ty.clone())),
            Some(Word::Bytes) => Ok(ReadType::plain(Type::Bytes)),
            Some(Word::SdkOnly) => Ok(ReadType::sdk_only()),
            Some(Word::Nothing | Word::Null) => Ok(ReadType { nothing: true, ..ReadType::plain(Type::Any) }),
            Some(Word::ListOrMap | Word::List) => Ok(ReadType::plain(Type::Array(Box::new(Type::Any)))),
            Some(Word::Map) => Ok(ReadType::plain(Type::Map(Box::new(Type::Any)))),
            Some(_) => Err(Problem::Word(word.to_owned())),
            None => match self.index.by_name(word) {
                Some(file) => Ok(self.page(file)),
                None => Err(Problem::Word(word.to_owned())),
            },
        }
    }

    /// The type on a page.
    pub fn page(&self, file: FileId) -> ReadType {
        match self.index.id(file) {
            Some(id) => ReadType::plain(Type::Named(id.clone())),
            None => ReadType::sdk_only(),
        }
    }

    fn apply(&self, word: &str, arguments: &[Expr], from: FileId) -> Result<ReadType, Problem> {
        let Some(meaning) = self.dialect.word(word, false) else { return Err(Problem::Word(word.to_owned())) };
        let argument = |at: usize| arguments.get(at).ok_or_else(|| Problem::Word(format!("{word}<>")));
        let last = arguments.len().saturating_sub(1);
        let wrap = |wrapper| Ok(self.meaning(argument(0)?, from)?.wrapped(wrapper));
        match meaning {
            Word::Optional => wrap(Wrapper::Optional),
            Word::Nullable => wrap(Wrapper::Nullable),
            Word::OptionalNullable => wrap(Wrapper::OptionalNullable),
            Word::ListOrMap if arguments.len() == 2 => self.meaning(&Expr::Map(Box::new(argument(1)?.clone())), from),
            Word::List | Word::ListOrMap => self.meaning(&Expr::Array(Box::new(argument(0)?.clone())), from),
            Word::Map => self.meaning(&Expr::Map(Box::new(argument(last)?.clone())), from),
            Word::Literal | Word::Transparent => self.meaning(argument(0)?, from),
            Word::EventStream => {
                let item = self.meaning(argument(0)?, from)?;
                Ok(ReadType { ty: Type::EventStream(Box::new(item.ty.clone())), ..item })
            }
            Word::Bytes => Ok(ReadType::plain(Type::Bytes)),
            Word::SdkOnly => Ok(ReadType::sdk_only()),
            Word::Scalar(_) | Word::Null | Word::Nothing => Err(Problem::Word(format!("{word}<…>"))),
        }
    }

    /// A link into the docs names a page, whatever its label says beside wrappers; a link out of them is a word.
    fn link(&self, label: &Expr, target: &str, from: FileId) -> Result<ReadType, Problem> {
        if leads_out(target) {
            return self.outside(label, from).or_else(|problem| self.foreign(problem, target));
        }
        if let Some(file) = self.index.by_link(self.sources, from, target) {
            let wrapper = self.wrapper_of(label);
            return Ok(self.page(file).wrapped(wrapper));
        }
        let named = self.meaning(label, from);
        let empty = target.rsplit('/').next().is_some_and(|name| name == ".md");
        match named {
            Ok(read) if empty => Ok(read),
            Ok(read) if self.only_names(label) => self.guess(read, target),
            _ if empty => Err(self.leads_nowhere(target)),
            _ => self.dangling(label, target),
        }
    }

    /// A link to a file that no folder has, whose text names a page: a slip of one of the two.
    fn guess(&self, read: ReadType, target: &str) -> Result<ReadType, Problem> {
        match self.options.dangling {
            _ if file_stem(target).is_none() => Ok(read),
            Dangling::Error => Err(self.leads_nowhere(target)),
            Dangling::Any => Ok(ReadType { guessed_from: Some(target.to_owned()), ..read }),
        }
    }

    fn leads_nowhere(&self, target: &str) -> Problem {
        let near = file_stem(target).and_then(|stem| self.index.near(self.sources, stem));
        Problem::Link { target: target.to_owned(), near: near.map(str::to_owned) }
    }

    fn outside(&self, label: &Expr, from: FileId) -> Result<ReadType, Problem> {
        match label {
            Expr::Word(word) => self.word(word, true),
            Expr::Pointer(inner) => Ok(self.outside(inner, from)?.wrapped(Wrapper::Optional)),
            Expr::Apply(word, arguments) if self.wrapper_word(word).is_some() && arguments.len() == 1 => {
                let inner = self.outside(&arguments[0], from)?;
                Ok(inner.wrapped(self.wrapper_word(word).unwrap_or(Wrapper::None)))
            }
            other => self.meaning(other, from),
        }
    }

    /// A type of a library that the vocabulary does not know: like a page that is missing.
    fn foreign(&self, problem: Problem, target: &str) -> Result<ReadType, Problem> {
        match (problem, self.options.dangling) {
            (Problem::Word(word), Dangling::Any) => Ok(ReadType { foreign: Some(word), ..ReadType::plain(Type::Any) }),
            (Problem::Word(_), Dangling::Error) => Err(Problem::Link { target: target.to_owned(), near: None }),
            (problem, _) => Err(problem),
        }
    }

    /// Whether a label whose link leads nowhere is made of names of existing pages.
    fn only_names(&self, label: &Expr) -> bool {
        match label {
            Expr::Word(word) => self.dialect.word(word, false).is_none(),
            Expr::Pointer(inner) => self.only_names(inner),
            Expr::Apply(word, arguments) => {
                self.wrapper_word(word).is_some() && arguments.iter().all(|a| self.only_names(a))
            }
            _ => false,
        }
    }

    fn dangling(&self, label: &Expr, target: &str) -> Result<ReadType, Problem> {
        let Some(name) = base_name(label).filter(|_| self.options.dangling == Dangling::Any) else {
            return Err(self.leads_nowhere(target));
        };
        let folder = super::index::module_of(target);
        let id = TypeId::new(&format!("{folder}/{name}"));
        Ok(ReadType::plain(Type::Named(id)).wrapped(self.wrapper_of(label)))
    }

    fn wrapper_word(&self, word: &str) -> Option<Wrapper> {
        match self.dialect.word(word, false)? {
            Word::Optional => Some(Wrapper::Optional),
            Word::Nullable => Some(Wrapper::Nullable),
            Word::OptionalNullable => Some(Wrapper::OptionalNullable),
            _ => None,
        }
    }

    fn wrapper_of(&self, label: &Expr) -> Wrapper {
        match label {
            Expr::Pointer(_) => Wrapper::Optional,
            Expr::Apply(word, _) => self.wrapper_word(word).unwrap_or(Wrapper::None),
            Expr::Either(all) if all.iter().any(|one| self.is_null(one)) => Wrapper::Optional,
            _ => Wrapper::None,
        }
    }

    fn is_null(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Word(word) if self.dialect.word(word, false) == Some(&Word::Null))
    }

    /// A choice without a page: one type and null, or any value.
    fn either(&self, all: &[Expr], from: FileId) -> Result<ReadType, Problem> {
        let others: Vec<&Expr> = all.iter().filter(|one| !self.is_null(one)).collect();
        let read = match others.as_slice() {
            [one] => self.meaning(one, from)?,
            _ => ReadType::plain(Type::Any),
        };
        Ok(if others.len() < all.len() { read.wrapped(Wrapper::Optional) } else { read })
    }
}

fn constant(literal: Literal) -> ReadType {
    let ty = match literal {
        Literal::String(_) => Type::String,
        Literal::Boolean(_) => Type::Boolean,
        Literal::Integer(_) => Type::Int64,
    };
    ReadType { constant: Some(literal), ..ReadType::plain(ty) }
}

fn is_byte(expr: &Expr) -> bool {
    matches!(expr, Expr::Word(word) if word == "byte")
}

/// The last name of a label, without wrappers and folders.
fn base_name(label: &Expr) -> Option<String> {
    match label {
        Expr::Word(word) => word.rsplit(['.', ':', '\\']).next().map(str::to_owned),
        Expr::Apply(_, arguments) => arguments.last().and_then(base_name),
        Expr::Pointer(inner) => base_name(inner),
        _ => None,
    }
}

/// Why an expression has no meaning.
enum Problem {
    Word(String),
    Link {
        target: String,
        /// The file that is probably meant, without `.md`.
        near: Option<String>,
    },
}

impl Problem {
    fn diagnostic(self, cell: &Cell) -> Diagnostic {
        let mut near = None;
        let (code, text, message) = match self {
            Problem::Word(word) => (Code::UnknownWord, word.clone(), format!("the type word `{word}` is unknown")),
            Problem::Link { target, near: file } => {
                near = file;
                (Code::DanglingLink, target.clone(), format!("`{target}` leads to no page"))
            }
        };
        let at = cell.text.find(&text).unwrap_or(0);
        let start = cell.span.start + u32::try_from(at).unwrap_or(0);
        let end = (start + u32::try_from(text.len()).unwrap_or(0)).min(cell.span.end);
        let diagnostic = Diagnostic::at(code, Span { start, end, ..cell.span }, message);
        match code {
            Code::DanglingLink => {
                let help = "add the page, or pass `--dangling any` to carry such values as raw JSON";
                diagnostic.help(near.map_or(help.to_owned(), |file| format!("did you mean `{file}.md`?")))
            }
            _ => diagnostic.help("check the spelling, or set `language` in tablature.toml"),
        }
    }
}

fn inner_span(cell: &Cell, at: usize) -> Span {
    let start = cell.span.start + u32::try_from(at).unwrap_or(0);
    if start < cell.span.end { Span { start, ..cell.span } } else { cell.span }
}

/// The name of the file that a link leads to, without folders and `.md`.
fn file_stem(target: &str) -> Option<&str> {
    let path = target.split('#').next()?;
    path.rsplit('/').next()?.strip_suffix(".md").filter(|stem| !stem.is_empty())
}
