//! Which pages a docs tree holds, and what a link or a name leads to.
//!
//! In: sources and the pages as written. Out: look-ups. It must not know what the pages say.
//!
//! Docs trees link carelessly: in another case than the file's, to a folder that does not exist, or to no file at all. So a
//! link is tried by path, then by path without regard to case, then by file stem in the other folders.

use super::written::{Content, Row, WrittenPage};
use crate::{
    dialect::{Dialect, Expr, Word, leads_out},
    model::{TypeId, names_a_file},
    naming::{fold, near, root_module},
    source::{FileId, Sources, without_ending},
};
use heck::ToSnakeCase;
use std::collections::{HashMap, HashSet};

/// The Rust module of a model page: the folder that it lies in.
#[must_use]
pub fn module_of(path: &str) -> String {
    let folder = path.rsplit('/').nth(1).unwrap_or("models");
    root_module(&folder.to_snake_case())
}

/// The pages of one docs tree.
#[derive(Debug, Default)]
pub struct PageIndex {
    paths: HashMap<String, FileId>,
    folded_paths: HashMap<String, FileId>,
    stems: HashMap<String, Vec<FileId>>,
    titles: HashMap<String, Vec<FileId>>,
    ids: HashMap<FileId, TypeId>,
    tags: HashMap<String, Vec<FileId>>,
    folders: HashMap<FileId, String>,
    bare: HashSet<FileId>,
    files: HashSet<TypeId>,
}

/// Folders of error pages.
pub const ERROR_FOLDERS: &[&str] = &["errors", "sdkerrors", "apierrors"];

/// Folders whose pages are preferred when several have one stem.
const PREFERRED: &[&str] = &["components", "shared", "models", "operations"];

/// Letters that a misspelt name has more or less.
const MOST_SLIPS: usize = 2;

impl PageIndex {
    /// Indexes the model pages of a tree.
    #[must_use]
    pub fn new<'p>(sources: &Sources, pages: impl Iterator<Item = &'p WrittenPage> + Clone, dialect: &Dialect) -> Self {
        let mut index = Self::default();
        let mut taken: HashMap<TypeId, u32> = HashMap::new();
        for page in pages.clone() {
            index.titles.entry(fold(&page.title)).or_default().push(page.file);
        }
        for page in pages.clone() {
            let path = &sources.get(page.file).path;
            let stem = sources.get(page.file).stem();
            let module = module_of(path);
            index.paths.insert(path.clone(), page.file);
            index.folded_paths.insert(path.to_lowercase(), page.file);
            index.stems.entry(fold(stem)).or_default().push(page.file);
            // `~` marks a twin and `#` a part, so that no title can be taken for either.
            let title = page.title.replace(['~', '#'], "_");
            let plain = TypeId::new(&format!("{module}/{title}"));
            let count = taken.entry(plain.clone()).or_insert(0);
            *count += 1;
            let id = if *count == 1 { plain } else { TypeId::new(&format!("{module}/{title}~{count}")) };
            if page.content_is_type() && !describes_sdk(page, dialect, &index.titles) {
                if holds_file(page) {
                    index.files.insert(id.clone());
                }
                index.ids.insert(page.file, id);
            }
            index.folders.insert(page.file, module);
            if matches!(page.content, Content::Bare) {
                index.bare.insert(page.file);
            }
        }
        if dialect.headings_are_tags {
            index.tags = index.tags(pages);
        }
        index
    }

    /// Whether a type is that of a file to upload.
    #[must_use]
    pub fn is_file(&self, id: &TypeId) -> bool {
        self.files.contains(id)
    }

    /// Whether a page lists neither fields nor values nor members.
    #[must_use]
    pub fn is_bare(&self, file: FileId) -> bool {
        self.bare.contains(&file)
    }

    /// From the value of one-value enums to the pages that have a field of such an enum.
    fn tags<'p>(&self, pages: impl Iterator<Item = &'p WrittenPage> + Clone) -> HashMap<String, Vec<FileId>> {
        let mut values: HashMap<FileId, &str> = HashMap::new();
        for page in pages.clone() {
            if let Content::Values { values: rows, .. } = &page.content
                && let [only] = rows.as_slice()
            {
                values.insert(page.file, &only.value);
            }
        }
        let mut tags: HashMap<String, Vec<FileId>> = HashMap::new();
        for page in pages {
            let Content::Fields(rows) = &page.content else { continue };
            let linked = rows.iter().filter_map(|row| match &row.ty.expr {
                Ok(Expr::Link { label, .. }) => self.by_name(&plain_word(label)?),
                _ => None,
            });
            for value in linked.filter_map(|file| values.get(&file)) {
                tags.entry(fold(value)).or_default().push(page.file);
            }
        }
        tags
    }

    /// The page of this very title.
    #[must_use]
    pub fn titled(&self, title: &str) -> Option<FileId> {
        let titled = self.titles.get(&fold(title)).map_or(&[][..], Vec::as_slice);
        titled.iter().copied().find(|file| self.ids.get(file).is_some_and(|id| id.title() == title))
    }

    /// The page of a union member whose heading is its tag in another spelling: the page of that title where it has the tag,
    /// else the only page that has it, else the page of that title.
    #[must_use]
    pub fn by_tag(&self, heading: &str) -> Option<FileId> {
        let tagged = self.tags.get(&fold(heading)).map_or(&[][..], Vec::as_slice);
        let titled = self.titles.get(&fold(heading)).map_or(&[][..], Vec::as_slice);
        let both = titled.iter().copied().find(|file| tagged.contains(file));
        both.or_else(|| tagged.first().copied()).or_else(|| self.prefer(titled, ""))
    }

    /// The page that a link on `from` leads to.
    #[must_use]
    pub fn by_link(&self, sources: &Sources, from: FileId, target: &str) -> Option<FileId> {
        let target = target.split('#').next().unwrap_or_default();
        let path = join(&sources.get(from).path, target)?;
        let exact = self.paths.get(&path).or_else(|| self.folded_paths.get(&path.to_lowercase()));
        exact.copied().or_else(|| {
            let stem = without_ending(path.rsplit('/').next()?)?;
            self.prefer(self.by_stem(&fold(stem)), "")
        })
    }

    /// The file name without `.md` that is most like another; only names that begin alike and are as long are looked at, for a
    /// folder may hold links to thousands of files that it lacks.
    #[must_use]
    pub fn near<'s>(&self, sources: &'s Sources, stem: &str) -> Option<&'s str> {
        let first = |name: &str| name.chars().next().map(|c| c.to_ascii_lowercase());
        let is_like = |name: &&str| first(name) == first(stem) && name.len().abs_diff(stem.len()) <= MOST_SLIPS;
        let mut known: Vec<&str> = self.folders.keys().map(|file| sources.get(*file).stem()).filter(is_like).collect();
        known.sort_unstable();
        near(stem, known)
    }

    /// Pages whose file name without `.md` folds to `stem`.
    #[must_use]
    pub fn by_stem(&self, stem: &str) -> &[FileId] {
        self.stems.get(stem).map_or(&[], Vec::as_slice)
    }

    /// The page of a type's name (`models.Pet`, `Models::Components::Pet`); the part before the last names its folder.
    #[must_use]
    pub fn by_name(&self, name: &str) -> Option<FileId> {
        let parts: Vec<&str> = name.split(['.', ':', '\\']).filter(|part| !part.is_empty()).collect();
        let (last, before) = parts.split_last()?;
        let folder = before.last().map(|part| part.to_snake_case()).unwrap_or_default();
        let found = self.titles.get(&fold(last)).map_or(&[][..], Vec::as_slice);
        self.prefer(found, &folder)
    }

    fn prefer(&self, files: &[FileId], folder: &str) -> Option<FileId> {
        let rank = |file: &FileId| {
            let own = self.folder(*file);
            let place = PREFERRED.iter().position(|known| *known == own).unwrap_or(PREFERRED.len());
            (own != folder, place)
        };
        files.iter().copied().min_by_key(rank)
    }

    /// The module of a page's folder (`components`); empty for a page that is not a model page.
    #[must_use]
    pub fn folder(&self, file: FileId) -> &str {
        self.folders.get(&file).map_or("", String::as_str)
    }

    /// All pages of types, with their ids.
    pub fn ids(&self) -> impl Iterator<Item = (FileId, &TypeId)> {
        self.ids.iter().map(|(file, id)| (*file, id))
    }

    /// The id of the type on a page; none for pages of SDK helpers.
    #[must_use]
    pub fn id(&self, file: FileId) -> Option<&TypeId> {
        self.ids.get(&file)
    }
}

impl WrittenPage {
    /// Whether the page describes a type of the API, as far as the page alone can tell.
    #[must_use]
    pub fn content_is_type(&self) -> bool {
        !matches!(self.content, Content::Utility)
    }
}

/// Whether the rows of a page are those of a file to upload.
fn holds_file(page: &WrittenPage) -> bool {
    let Content::Fields(rows) = &page.content else { return false };
    names_a_file(&rows.iter().map(|row| fold(&row.name)).collect::<Vec<_>>())
}

/// Whether every row of a page is a thing of the SDK (a raw HTTP response). A bare word is one where it would be with a link and no
/// page has its name.
fn describes_sdk(page: &WrittenPage, dialect: &Dialect, titles: &HashMap<String, Vec<FileId>>) -> bool {
    let Content::Fields(rows) = &page.content else { return false };
    let of_sdk = |label: &Expr, leads_out: bool| {
        let Some(word) = plain_word(label) else { return false };
        dialect.word(&word, leads_out || !titles.contains_key(&fold(&word))) == Some(&Word::SdkOnly)
    };
    let outside = |row: &Row| match &row.ty.expr {
        Ok(Expr::Link { label, target }) => leads_out(target) && of_sdk(label, true),
        Ok(label) => of_sdk(label, false),
        Err(_) => false,
    };
    !rows.is_empty() && rows.iter().all(outside)
}

fn plain_word(label: &Expr) -> Option<String> {
    match label {
        Expr::Word(word) | Expr::Apply(word, _) => Some(word.clone()),
        Expr::Pointer(inner) => plain_word(inner),
        _ => None,
    }
}

/// Follows a relative link; nothing when it leads out of the docs folder or has no file name.
fn join(from: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                // A link may climb above the root of the docs when a page was moved; the look-up by stem still finds it.
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    let path = parts.join("/");
    let is_named = without_ending(&path).is_none_or(|stem| !stem.is_empty() && !stem.ends_with('/'));
    (!path.is_empty() && is_named).then_some(path)
}
