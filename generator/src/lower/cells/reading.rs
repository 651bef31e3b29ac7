//! One cell: its expression to a type, by words, links and what stands around them.
//!
//! In: an expression. Out: a [`ReadType`], and the problems that were met. It must not know markdown.

use super::{
    ReadType, TypeReader, Wrapper,
    choice::{StatedUnion, member, title},
    problem::Problem,
};
use crate::{
    dialect::{Expr, Word, by_shape, leads_out, page_stem},
    lower::index::{PageIndex, module_of},
    model::{Member, Type, TypeId},
    naming::fold,
    source::{FileId, Span},
};

/// The reading of one cell.
pub struct Reading<'r> {
    reader: &'r TypeReader<'r>,
    span: Span,
    /// What was not understood so far.
    pub problems: Vec<Problem>,
}

impl<'r> Reading<'r> {
    pub fn new(reader: &'r TypeReader<'r>, span: Span) -> Self {
        Self { reader, span, problems: Vec::new() }
    }

    /// The model's type for an expression.
    pub fn meaning(&mut self, expr: &Expr) -> ReadType {
        match expr {
            Expr::Word(word) => self.word(word, false),
            Expr::Apply(word, arguments) => self.apply(word, arguments),
            Expr::Array(item) if is_byte(item) => ReadType::plain(Type::Bytes),
            Expr::Array(item) => self.meaning(item).within(Type::Array),
            Expr::Map(value) => self.meaning(value).within(Type::Map),
            Expr::Pointer(inner) => behind_pointer(self.meaning(inner)),
            Expr::Literal(literal) => ReadType::constant(literal.clone()),
            Expr::Link { label, target } => self.link(label, target),
            Expr::Either(all) => self.choice(all),
        }
    }

    fn problem(&mut self, problem: Problem) -> ReadType {
        self.problems.push(problem);
        ReadType::unknown()
    }

    /// What a word means: by the vocabulary, or by its name as a guess; nothing where a page may be meant.
    fn known(&mut self, word: &str, linked: bool, has_arguments: bool) -> Option<&'static Word> {
        let dialect = self.reader.dialect;
        if let Some(meaning) = dialect.word(word, linked) {
            return Some(meaning);
        }
        if self.reader.index.by_name(word).is_some() && !has_arguments {
            return None;
        }
        if let Some(meaning) = dialect.word(word, true) {
            return Some(meaning);
        }
        let guess = by_shape(word, has_arguments)?;
        self.problems.push(Problem::Guessed(word.to_owned()));
        Some(guess)
    }

    fn word(&mut self, word: &str, linked: bool) -> ReadType {
        match self.known(word, linked, false) {
            Some(Word::Scalar(ty)) => ReadType::plain(ty.clone()),
            Some(Word::Bytes) => ReadType::plain(Type::Bytes),
            Some(Word::File) => ReadType::file(),
            Some(Word::SdkOnly) => ReadType::sdk_only(),
            Some(Word::Nothing | Word::Null) => ReadType::nothing(),
            Some(Word::ListOrMap | Word::List) => ReadType::plain(Type::Array(Box::new(Type::Any))),
            Some(Word::Map) => ReadType::plain(Type::Map(Box::new(Type::Any))),
            Some(
                Word::Optional
                | Word::Nullable
                | Word::OptionalNullable
                | Word::Literal
                | Word::Transparent
                | Word::Choice
                | Word::EventStream
                | Word::JsonLines,
            ) => self.problem(Problem::Arguments(word.to_owned())),
            None => match self.reader.index.by_name(word) {
                Some(file) => self.reader.page(file),
                None => self.problem(Problem::Word(word.to_owned())),
            },
        }
    }

    fn apply(&mut self, word: &str, arguments: &[Expr]) -> ReadType {
        let Some(meaning) = self.known(word, false, true) else { return self.problem(Problem::Word(word.to_owned())) };
        let (first, last) = match (meaning, arguments) {
            (Word::Bytes, _) => return ReadType::plain(Type::Bytes),
            (Word::File, _) => return ReadType::file(),
            (Word::SdkOnly, _) => return ReadType::sdk_only(),
            (_, [first, .., last]) => (first, last),
            (_, [only]) => (only, only),
            (_, []) => return self.problem(Problem::Arguments(word.to_owned())),
        };
        match meaning {
            Word::Optional => self.meaning(first).wrapped(Wrapper::Optional),
            Word::Nullable => self.meaning(first).wrapped(Wrapper::Nullable),
            Word::OptionalNullable => self.meaning(first).wrapped(Wrapper::OptionalNullable),
            Word::ListOrMap if arguments.len() == 2 => self.meaning(last).within(Type::Map),
            Word::List | Word::ListOrMap => self.list(first),
            Word::Map => self.meaning(last).within(Type::Map),
            // One of several values is no constant.
            Word::Literal if arguments.len() > 1 => self.choice(arguments),
            Word::Literal | Word::Transparent => self.meaning(first),
            Word::Choice => self.choice(arguments),
            Word::EventStream | Word::JsonLines => {
                let item = self.meaning(first);
                let (ty, lines) = (Type::EventStream(Box::new(item.ty.clone())), *meaning == Word::JsonLines);
                ReadType { ty, lines, unknown: false, ..item }
            }
            Word::Bytes | Word::File | Word::SdkOnly | Word::Scalar(_) | Word::Null | Word::Nothing => {
                self.problem(Problem::Arguments(word.to_owned()))
            }
        }
    }

    fn list(&mut self, item: &Expr) -> ReadType {
        if is_byte(item) { ReadType::plain(Type::Bytes) } else { self.meaning(item).within(Type::Array) }
    }

    /// A link into the docs names a page, whatever its label says beside what stands around that page's own name; a link out of
    /// them is a word.
    fn link(&mut self, label: &Expr, target: &str) -> ReadType {
        if leads_out(target) {
            return self.library(label, target);
        }
        let reader = self.reader;
        if let Some(file) = reader.index.by_link(reader.sources, self.span.file, target) {
            if self.surrounds(label, file, false) || self.says_more(label, file) {
                return self.meaning(label);
            }
            if let Some(word) = self.strange_wrapper(label).map(str::to_owned) {
                if by_shape(&word, true).is_none() {
                    return self.problem(Problem::Word(word));
                }
                self.problems.push(Problem::Guessed(word));
            }
            let read = reader.page(file).wrapped(self.wrapper_of(label));
            return ReadType { unions: self.stated_members(file, label), ..read };
        }
        // A page of the SDK's helpers is called as the word that it explains (`rfcdate.md`).
        let stem = page_stem(target);
        if let Some(Word::Scalar(ty)) = stem.and_then(|stem| reader.dialect.word_in_any_case(stem)) {
            return ReadType::plain(ty.clone()).wrapped(self.wrapper_of(label));
        }
        match stem {
            Some(stem) if self.names_page(label) => {
                let near = reader.index.near(reader.sources, stem).map(str::to_owned);
                self.problems.push(Problem::Link { target: target.to_owned(), near, named: true });
                self.meaning(label)
            }
            Some(stem) if !self.is_spelt_out(label) => self.dangling(label, target, stem),
            _ => self.meaning(label),
        }
    }

    /// A type of a library; one that the vocabulary does not know is like a page that is missing.
    fn library(&mut self, label: &Expr, target: &str) -> ReadType {
        let before = self.problems.len();
        let read = self.outside(label);
        for problem in self.problems.iter_mut().skip(before) {
            if matches!(problem, Problem::Word(_)) {
                *problem = Problem::Link { target: target.to_owned(), near: None, named: false };
            }
        }
        read
    }

    fn outside(&mut self, label: &Expr) -> ReadType {
        match label {
            Expr::Word(word) => self.word(word, true),
            Expr::Pointer(inner) => behind_pointer(self.outside(inner)),
            Expr::Apply(word, arguments) if arguments.len() == 1 => match self.wrapper_word(word) {
                Some(wrapper) => self.outside(&arguments[0]).wrapped(wrapper),
                None => self.meaning(label),
            },
            other => self.meaning(other),
        }
    }

    /// Whether a label is made of the vocabulary's words alone, so that it needs no page.
    fn is_spelt_out(&self, label: &Expr) -> bool {
        match label {
            Expr::Word(word) => {
                self.reader.dialect.word(word, false).is_some() || self.reader.index.by_name(word).is_some()
            }
            Expr::Apply(word, arguments) => {
                self.reader.dialect.word(word, false).is_some() && arguments.iter().all(|one| self.is_spelt_out(one))
            }
            Expr::Array(inner) | Expr::Map(inner) | Expr::Pointer(inner) => self.is_spelt_out(inner),
            Expr::Either(all) => all.iter().all(|one| self.is_spelt_out(one)),
            Expr::Literal(_) => true,
            Expr::Link { .. } => false,
        }
    }

    /// Whether a label is the name of a page, in wrappers or not.
    fn names_page(&self, label: &Expr) -> bool {
        match label {
            Expr::Word(word) => {
                self.reader.dialect.word(word, false).is_none() && self.reader.index.by_name(word).is_some()
            }
            Expr::Pointer(inner) => self.names_page(inner),
            Expr::Apply(word, arguments) => {
                self.wrapper_word(word).is_some() && arguments.iter().all(|one| self.names_page(one))
            }
            _ => false,
        }
    }

    /// Whether a label puts the name of its page into a list, a map or a stream.
    fn surrounds(&self, label: &Expr, file: FileId, within: bool) -> bool {
        match label {
            Expr::Word(word) => within && self.reader.index.by_name(word) == Some(file),
            Expr::Array(inner) | Expr::Map(inner) => self.surrounds(inner, file, true),
            Expr::Pointer(inner) => self.surrounds(inner, file, within),
            Expr::Apply(word, all) => {
                let within = within || self.is_container(word);
                all.last().is_some_and(|inner| self.surrounds(inner, file, within))
            }
            Expr::Literal(_) | Expr::Link { .. } | Expr::Either(_) => false,
        }
    }

    /// Whether the page lists nothing, and the label names another one that does.
    fn says_more(&self, label: &Expr, file: FileId) -> bool {
        match label {
            Expr::Word(word) => self.reader.index.is_bare(file) && self.names_other(word, file),
            Expr::Pointer(inner) => self.says_more(inner, file),
            Expr::Apply(word, all) => {
                self.wrapper_word(word).is_some() && all.iter().all(|it| self.says_more(it, file))
            }
            _ => false,
        }
    }

    fn names_other(&self, word: &str, file: FileId) -> bool {
        let index = self.reader.index;
        let title = |page| index.id(page).map(|id| fold(id.title()));
        index.by_name(word).is_some_and(|other| title(other) != title(file) && !index.is_bare(other))
    }

    fn is_container(&self, word: &str) -> bool {
        let containers = [Word::List, Word::ListOrMap, Word::Map, Word::EventStream, Word::JsonLines];
        let meaning = self.reader.dialect.word(word, false).or_else(|| by_shape(word, true));
        meaning.is_some_and(|meaning| containers.contains(meaning))
    }

    /// The first word around the name in a label that no vocabulary has.
    fn strange_wrapper<'e>(&self, label: &'e Expr) -> Option<&'e str> {
        match label {
            Expr::Apply(word, _) if self.reader.dialect.word(word, false).is_none() => Some(word),
            Expr::Apply(_, all) => self.strange_wrapper(all.last()?),
            Expr::Pointer(inner) | Expr::Array(inner) | Expr::Map(inner) => self.strange_wrapper(inner),
            Expr::Word(_) | Expr::Literal(_) | Expr::Link { .. } | Expr::Either(_) => None,
        }
    }

    /// A type of which only the name is known: what several cells say of it is one type.
    fn dangling(&mut self, label: &Expr, target: &str, stem: &str) -> ReadType {
        let near = self.reader.index.near(self.reader.sources, stem).map(str::to_owned);
        self.problems.push(Problem::Link { target: target.to_owned(), near, named: false });
        match base_name(label) {
            Some(name) => {
                let id = TypeId::new(&format!("{}/{}", module_of(target), name.replace(['~', '#'], "_")));
                ReadType::plain(Type::Named(id)).wrapped(self.wrapper_of(label))
            }
            None => ReadType::unknown(),
        }
    }

    fn wrapper_word(&self, word: &str) -> Option<Wrapper> {
        match self.reader.dialect.word(word, false).or_else(|| by_shape(word, true))? {
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
        matches!(expr, Expr::Word(word) if self.reader.dialect.word(word, false) == Some(&Word::Null))
    }

    /// The members that a label names, where the page that it links to lists none.
    fn stated_members(&mut self, file: FileId, label: &Expr) -> Vec<StatedUnion> {
        let Some(id) = self.reader.index.id(file).filter(|_| self.reader.index.is_bare(file)) else {
            return Vec::new();
        };
        let Some(all) = self.choice_in(label) else { return Vec::new() };
        let Members { members, mut unions, .. } = self.members(all);
        if members.len() > 1 {
            unions.push(StatedUnion { id: id.clone(), members, span: self.span });
        }
        unions
    }

    /// The choice within a label's wrappers.
    fn choice_in<'e>(&self, label: &'e Expr) -> Option<&'e [Expr]> {
        match label {
            Expr::Apply(word, all) => match self.reader.dialect.word(word, false) {
                Some(Word::Choice) => Some(all),
                Some(_) => self.choice_in(all.last()?),
                None => None,
            },
            Expr::Pointer(inner) | Expr::Array(inner) | Expr::Map(inner) => self.choice_in(inner),
            Expr::Either(all) => Some(all),
            Expr::Word(_) | Expr::Literal(_) | Expr::Link { .. } => None,
        }
    }

    /// The types of a choice, each once, without null, and the unions within them.
    fn members(&mut self, all: &[Expr]) -> Members {
        let mut found = Members::default();
        for one in all.iter().filter(|one| !self.is_null(one)).collect::<Vec<_>>() {
            let read = self.meaning(one);
            found.unions.extend(read.unions);
            found.file |= read.file;
            found.lines |= read.lines;
            if !read.unknown && found.members.iter().all(|member| member.ty != read.ty) {
                found.members.push(member(read.ty));
            }
        }
        found.settle_bytes(self.reader.index);
        found
    }

    /// A choice without a page: one type and null, or a union that is named after its members.
    fn choice(&mut self, all: &[Expr]) -> ReadType {
        let wrapper = if all.iter().any(|one| self.is_null(one)) { Wrapper::Optional } else { Wrapper::None };
        let others: Vec<&Expr> = all.iter().filter(|one| !self.is_null(one)).collect();
        if let [only] = others.as_slice() {
            let read = self.meaning(only);
            return if wrapper == Wrapper::None { read } else { read.wrapped(wrapper) };
        }
        let Members { mut members, mut unions, file, lines } = self.members(all);
        if members.iter().any(|member| member.ty == Type::Any) {
            let or_text = members.len() == 2 && members.iter().any(|member| member.ty == Type::String);
            return ReadType { or_text, ..ReadType::plain(Type::Any).wrapped(wrapper) };
        }
        let ty = match members.as_slice() {
            [] => return ReadType::unknown(),
            [_] => members.remove(0).ty,
            _ => {
                let module = module_of(&self.reader.sources.get(self.span.file).path);
                let id = TypeId::new(&format!("{module}/{}", title(&members)));
                unions.push(StatedUnion { id: id.clone(), members, span: self.span });
                Type::Named(id)
            }
        };
        ReadType { unions, file, lines, ..ReadType::plain(ty).wrapped(wrapper) }
    }
}

/// The types of a choice.
#[derive(Default)]
struct Members {
    members: Vec<Member>,
    unions: Vec<StatedUnion>,
    /// Whether one is a file to upload.
    file: bool,
    /// Whether one is a stream of lines.
    lines: bool,
}

impl Members {
    /// Bytes may be given in many ways: beside the page of a file, that page says more; beside text, they say more.
    fn settle_bytes(&mut self, index: &PageIndex) {
        if self.members.iter().all(|member| member.ty != Type::Bytes) {
            return;
        }
        let is_file = |ty: &Type| matches!(ty, Type::Named(id) if index.is_file(id));
        if self.members.iter().any(|member| is_file(&member.ty)) {
            self.members.retain(|member| is_file(&member.ty));
        } else {
            self.members.retain(|member| member.ty != Type::String);
        }
    }
}

fn is_byte(expr: &Expr) -> bool {
    matches!(expr, Expr::Word(word) if word == "byte")
}

/// What a pointer leads to may be absent; a number of any size is behind one in any case.
fn behind_pointer(read: ReadType) -> ReadType {
    if read.ty == Type::Decimal { read } else { read.wrapped(Wrapper::Optional) }
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
