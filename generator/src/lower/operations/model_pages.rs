//! What operations ask of the model pages.
//!
//! In: the pages of one docs tree, built. Out: arguments with types, request pages, error pages. It must not know where
//! arguments travel.

use super::{
    argument::{Argument, ArgumentRow, Link, ModelPageKind},
    written::SectionAsWritten,
};
use crate::{
    lower::{
        cells::TypeReader,
        definitions::{BuiltField, BuiltTree, build_field},
        index::ERROR_FOLDERS,
        only,
        vocabulary::{REQUEST_ARGUMENT, SHARED_FOLDERS, STREAM_ARGUMENT},
        written::Row,
    },
    model::{Literal, Shape, Type, TypeId, Union},
    naming::fold,
    source::{Diagnostics, FileId},
};
use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap, HashSet},
    sync::OnceLock,
};

/// The model pages of one docs tree.
pub struct ModelPages<'a> {
    /// Reads type cells, and knows what links and names lead to.
    pub reader: &'a TypeReader<'a>,
    tree: &'a BuiltTree,
    files: HashMap<&'a TypeId, FileId>,
    by_fields: OnceLock<HashMap<BTreeSet<String>, Vec<FileId>>>,
    /// The folded id of the operation whose request page a page may be.
    requests: HashMap<FileId, String>,
    /// The types that pages of other types lead to.
    mentioned: HashSet<&'a TypeId>,
}

impl<'a> ModelPages<'a> {
    /// Puts the pages of a tree in reach.
    pub fn new(reader: &'a TypeReader<'a>, tree: &'a BuiltTree, sections: &[SectionAsWritten]) -> Self {
        let files = reader.index.ids().map(|(file, id)| (id, file)).collect();
        let mentioned = tree.mentioned().collect();
        let mut pages = Self { reader, tree, files, by_fields: OnceLock::new(), requests: HashMap::new(), mentioned };
        let of = |section| pages.wrappers(section).into_iter().map(|page| (page, fold(&section.usage.id)));
        pages.requests = sections.iter().flat_map(of).collect();
        pages
    }

    /// The fields of a page, things of the SDK included.
    pub fn rows(&self, page: FileId) -> Option<&'a [BuiltField]> {
        self.tree.fields.get(&page).map(Vec::as_slice)
    }

    /// The fields of a page as arguments; things of the SDK are left out.
    pub fn fields(&self, page: FileId) -> Vec<Argument> {
        let rows = self.rows(page).unwrap_or_default();
        rows.iter().filter(|field| !field.sdk_only).map(|field| self.argument(field.clone())).collect()
    }

    /// The page of a stem that no other page of a type leads to.
    pub fn unlinked(&self, stem: &str) -> Option<FileId> {
        let index = self.reader.index;
        let is_free = |page: &FileId| index.id(*page).is_some_and(|id| !self.mentioned.contains(id));
        index.by_stem(stem).iter().copied().find(is_free)
    }

    /// A row with its type; nothing where that says that it is a thing of the SDK, whatever its name is.
    pub fn read(&self, row: &Row) -> Option<ArgumentRow> {
        let mut found = Diagnostics::default();
        let mut field = build_field(self.reader, row, &mut found);
        if field.sdk_only {
            return None;
        }
        field.doc_name = field.doc_name.trim_start_matches('$').to_owned();
        Some(ArgumentRow { argument: self.argument(field), found })
    }

    fn argument(&self, field: BuiltField) -> Argument {
        Argument { link: self.link(&field.ty), field }
    }

    /// The page of the named type within a type, even if nothing on it is of the API.
    pub fn page(&self, ty: &Type) -> Option<FileId> {
        self.files.get(ty.named()?).copied()
    }

    /// The page of the named type within a type, and what it holds.
    pub fn link(&self, ty: &Type) -> Option<Link> {
        let id = ty.named()?;
        let page = self.page(ty)?;
        let kind = match &self.tree.types.get(id)?.shape {
            Shape::Struct(_) => ModelPageKind::Struct,
            Shape::Enum(_) => ModelPageKind::Enum,
            Shape::Union(_) | Shape::Opaque => ModelPageKind::Union,
        };
        Some(Link { page, stem: fold(self.stem(page)), kind })
    }

    /// Whether a value of the type may be an object, other than in a list.
    pub fn holds_object(&self, ty: &Type) -> bool {
        let mut open = vec![ty];
        let mut seen = HashSet::new();
        while let Some(ty) = open.pop() {
            match ty {
                Type::Map(_) => return true,
                Type::Nullable(inner) => open.push(inner),
                Type::Named(id) if seen.insert(id) => match self.tree.types.get(id).map(|def| &def.shape) {
                    Some(Shape::Struct(_)) => return true,
                    Some(Shape::Union(union)) => open.extend(union.members.iter().map(|member| &member.ty)),
                    Some(Shape::Enum(_) | Shape::Opaque) | None => {}
                },
                _ => {}
            }
        }
        false
    }

    /// Whether it is a stream of events, or a union with one.
    pub fn may_stream(&self, ty: &Type) -> bool {
        let is_stream = |ty: &Type| matches!(ty, Type::EventStream(_));
        is_stream(ty) || self.union(ty).is_some_and(|union| union.members.iter().any(|member| is_stream(&member.ty)))
    }

    fn union(&self, ty: &Type) -> Option<&Union> {
        let Type::Named(id) = ty else { return None };
        self.tree.types.get(id)?.shape.as_union()
    }

    /// Whether it is a union of any value and text: JSON or bare text, as the media type says.
    pub fn is_any_or_text(&self, ty: &Type) -> bool {
        let Some(union) = self.union(ty) else { return false };
        let has = |wanted: &Type| union.members.iter().any(|member| member.ty == *wanted);
        union.members.len() == 2 && has(&Type::Any) && has(&Type::String)
    }

    fn stem(&self, page: FileId) -> &'a str {
        self.reader.sources.get(page).stem()
    }

    /// Pages that may be an operation's request: each is named after the operation, and no shared type. One in a folder of
    /// operations comes before a type of that name beside the folder. Where the API itself calls a body so, the request page has the
    /// word twice (`AddPetRequestRequest`).
    pub fn wrappers(&self, section: &SectionAsWritten) -> Vec<FileId> {
        let index = self.reader.index;
        let fits = |page: &FileId| !SHARED_FOLDERS.contains(&index.folder(*page)) && self.rows(*page).is_some();
        let named = |name: String| -> Vec<FileId> {
            index.by_stem(&format!("{name}{REQUEST_ARGUMENT}")).iter().copied().filter(fits).collect()
        };
        let around = |name: String| {
            let pages = named(name.clone());
            let outer = named(format!("{name}{REQUEST_ARGUMENT}"));
            if outer.iter().any(|page| self.holds_any(*page, &pages)) { outer } else { pages }
        };
        let mut found = section.names_in_pages().map(around).find(|found| !found.is_empty()).unwrap_or_default();
        found.sort_by_key(|page| Reverse(self.reader.sources.get(*page).path.matches('/').count()));
        found
    }

    /// Whether a field of a page is of the type of one of others.
    fn holds_any(&self, page: FileId, others: &[FileId]) -> bool {
        let fields = self.rows(page).unwrap_or_default().iter();
        fields.filter_map(|field| self.page(&field.ty)).any(|page| others.contains(&page))
    }

    /// The type of a class of the source whose page has all of some arguments for fields.
    pub fn of_class(&self, class: &str, arguments: &[Argument]) -> Option<&'a TypeId> {
        let has_all = |page: &FileId| {
            let names: HashSet<String> =
                self.rows(*page).unwrap_or_default().iter().map(|field| fold(&field.doc_name)).collect();
            arguments.iter().all(|argument| names.contains(&argument.folded()))
        };
        let page = self.reader.index.by_stem(&fold(class)).iter().copied().find(has_all)?;
        self.reader.index.id(page)
    }

    /// The id of an error's type: of the page among the errors, else of any page of that name.
    pub fn error_type(&self, name: &str) -> Option<&'a TypeId> {
        let index = self.reader.index;
        let last = name.rsplit(['.', ':', '\\', '/']).next()?;
        let named = index.by_stem(&fold(last)).iter().copied();
        let page = named.clone().find(|page| self.is_error(*page)).or_else(|| index.by_name(&name.replace('/', ".")));
        index.id(page.or_else(|| named.clone().next())?)
    }

    /// Whether a page lies among the error types.
    pub fn is_error(&self, page: FileId) -> bool {
        ERROR_FOLDERS.contains(&self.reader.index.folder(page))
    }

    /// Whether one of some arguments is a file to upload.
    pub fn has_file(&self, arguments: &[Argument]) -> bool {
        let is_page = |argument: &Argument| argument.field.ty.named().is_some_and(|id| self.reader.index.is_file(id));
        arguments.iter().any(|argument| argument.field.file || is_page(argument))
    }

    /// The only page whose fields have these names, as [`fold`] spells them, and which is no other operation's request.
    pub fn with_fields(&self, names: &BTreeSet<String>, section: &SectionAsWritten) -> Option<&'a TypeId> {
        let own = fold(&section.usage.id);
        match self.by_fields.get_or_init(|| self.pages_by_fields()).get(names)?.as_slice() {
            [only] if self.requests.get(only).is_none_or(|id| *id == own) => self.reader.index.id(*only),
            _ => None,
        }
    }

    /// The only page with these fields and a flag that SDKs set by themselves, of two methods for one operation: whether it streams.
    pub fn with_fields_and_flag(&self, names: &BTreeSet<String>, streams: bool) -> Option<&'a TypeId> {
        let names = names.iter().cloned().chain([STREAM_ARGUMENT.to_owned()]).collect();
        let pages = self.by_fields.get_or_init(|| self.pages_by_fields()).get(&names)?;
        let is_set = |field: &BuiltField| {
            fold(&field.doc_name) == STREAM_ARGUMENT && field.constant == Some(Literal::Boolean(streams))
        };
        let page = only(pages.iter().filter(|page| self.tree.fields[*page].iter().any(is_set)))?;
        self.reader.index.id(*page)
    }

    fn pages_by_fields(&self) -> HashMap<BTreeSet<String>, Vec<FileId>> {
        let mut pages: HashMap<_, Vec<FileId>> = HashMap::new();
        for (page, fields) in &self.tree.fields {
            pages.entry(fields.iter().map(|field| fold(&field.doc_name)).collect()).or_default().push(*page);
        }
        pages
    }
}
