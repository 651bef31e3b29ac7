//! Texts with ids, and spans within them.
//!
//! In: files. Out: their texts, lines and columns. It must not know where files come from.

use super::Sdk;
use std::{ops::Range, path::Path, sync::OnceLock};

/// A file among [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

impl FileId {
    /// The id of the `index`th file that was attached: such ids count down from the top, apart from those of pages.
    fn attached(index: usize) -> Self {
        Self(u32::MAX - u32::try_from(index).unwrap_or(u32::MAX))
    }
}

/// A range of bytes in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of a range of a file's text.
    #[must_use]
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        Self { file, start: saturating(range.start), end: saturating(range.end) }
    }
}

/// A file's path within its docs folder, with `/` between parts, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Which of the docs folders, counted from 0.
    pub tree: u32,
    /// Path within that folder (`models/components/Property.md`).
    pub path: String,
    /// The folder as the user named it, to print paths that an editor can open; may be empty.
    pub root: String,
    /// Its text.
    pub text: String,
}

impl File {
    /// Its name without folders and the ending of pages.
    #[must_use]
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        without_ending(name).unwrap_or(name)
    }
}

/// How the names of pages end. Some vendors publish their pages as MDX, which differs from markdown in what no SDK's page holds.
const PAGE_ENDINGS: [&str; 2] = [".md", ".mdx"];

/// Whether a file is a page by its name. Some SDKs have a page that is called as the ending alone (`.md`).
///
/// ```
/// use std::path::Path;
/// use tablature::source::is_page;
///
/// assert!(is_page(Path::new("docs/models/Pet.mdx")));
/// assert!(!is_page(Path::new("docs/models/Pet.rs")));
/// ```
#[must_use]
pub fn is_page(path: &Path) -> bool {
    path.file_name().is_some_and(|name| without_ending(&name.to_string_lossy()).is_some())
}

/// The path of a page without the ending; nothing for another file.
pub fn without_ending(path: &str) -> Option<&str> {
    PAGE_ENDINGS.iter().find_map(|ending| path.strip_suffix(ending))
}

/// The name of an SDK's front page.
pub const FRONT_PAGE: &str = "README.md";

/// The path of a front page beside its docs folder.
pub const BESIDE: &str = "../README.md";

/// What the comments begin with that mark the parts of a front page.
const PART: &str = "<!-- Start ";

/// Whether a text is marked as an SDK's front page; any project has a `README.md`.
#[must_use]
pub fn is_front_page(text: &str) -> bool {
    text.lines().any(|line| line.starts_with(PART))
}

/// All files of one run, sorted by tree and path.
///
/// ```
/// let sources = tablature::source::Sources::from_memory([("models/A.md", "# A\n")]);
/// assert_eq!(sources.files()[0].path, "models/A.md");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<File>,
    /// Where the lines of each page begin, counted when it is first asked for: models name a line for every item.
    lines: Vec<OnceLock<Vec<u32>>>,
    attached: Vec<File>,
    sdks: Vec<Sdk>,
    /// As [`Self::lines`], of what is attached.
    attached_lines: Vec<OnceLock<Vec<u32>>>,
}

impl Sources {
    /// Takes files in any order.
    #[must_use]
    pub fn new(mut files: Vec<File>) -> Self {
        for file in &mut files {
            drop_byte_order_mark(&mut file.text);
            mend_returns(&mut file.text);
        }
        files.sort_by(|a, b| (a.tree, &a.path).cmp(&(b.tree, &b.path)));
        let lines = files.iter().map(|_| OnceLock::new()).collect();
        Self { files, lines, ..Self::default() }
    }

    /// One docs tree, from pairs of path and text.
    pub fn from_memory<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let file =
            |(path, text): (&str, &str)| File { tree: 0, path: path.into(), root: String::new(), text: text.into() };
        Self::new(files.into_iter().map(file).collect())
    }

    /// Takes a file that is no page (the configuration), so that findings can point into it.
    ///
    /// The id does not depend on how many pages there are.
    pub fn attach(&mut self, path: &str, text: String) -> FileId {
        let id = FileId::attached(self.attached.len());
        self.attached.push(File { tree: u32::MAX, path: path.into(), root: String::new(), text });
        self.attached_lines.push(OnceLock::new());
        id
    }

    /// Takes over the pages of `pages`, and keeps what is attached here.
    #[must_use]
    pub fn with_pages(self, pages: Sources) -> Self {
        Self { attached: self.attached, attached_lines: self.attached_lines, ..pages }
    }

    /// Adds the source of an SDK whose docs are among the pages.
    pub fn add_sdk(&mut self, sdk: Sdk) {
        self.sdks.push(sdk);
    }

    /// The source of each SDK.
    #[must_use]
    pub fn sdks(&self) -> &[Sdk] {
        &self.sdks
    }

    /// The source of the SDK that a docs tree belongs to.
    #[must_use]
    pub fn sdk(&self, tree: u32) -> Option<&Sdk> {
        self.sdks.iter().find(|sdk| sdk.tree == tree)
    }

    /// The pages, in order of their ids.
    #[must_use]
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// The file behind an id.
    ///
    /// # Panics
    /// When the id is of other sources.
    #[must_use]
    pub fn get(&self, id: FileId) -> &File {
        self.files.get(id.0 as usize).unwrap_or_else(|| &self.attached[(u32::MAX - id.0) as usize])
    }

    /// The text that a span covers; empty when it does not lie within the file.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        self.get(span.file).text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// A page by its path.
    #[must_use]
    pub fn find(&self, tree: u32, path: &str) -> Option<FileId> {
        let at = self.files.binary_search_by(|file| (file.tree, file.path.as_str()).cmp(&(tree, path))).ok()?;
        Some(FileId(saturating(at)))
    }

    /// The SDK's front page: the `README.md` in a docs folder, else that beside it, if it is marked as one.
    #[must_use]
    pub fn front_page(&self, tree: u32) -> Option<FileId> {
        let candidates = [FRONT_PAGE, BESIDE].into_iter().filter_map(|path| self.find(tree, path));
        candidates.into_iter().find(|file| is_front_page(&self.get(*file).text))
    }

    /// The text of a line, counted from 1, of a page, without the white space behind it.
    #[must_use]
    pub fn line(&self, file: FileId, line: u32) -> Option<Span> {
        self.files.get(file.0 as usize)?;
        let start = *self.line_starts(file).get(line.max(1) as usize - 1)?;
        let line = self.get(file).text[start as usize..].split('\n').next()?.trim_end();
        Some(Span { file, start, end: start.saturating_add(saturating(line.len())) })
    }

    /// The text of a line of the page at a path, where there is one.
    #[must_use]
    pub fn line_of(&self, tree: u32, path: &str, line: u32) -> Option<Span> {
        self.line(self.find(tree, path)?, line)
    }

    /// The first byte of each line of a file, counted once.
    fn line_starts(&self, file: FileId) -> &[u32] {
        let counted =
            self.lines.get(file.0 as usize).unwrap_or_else(|| &self.attached_lines[(u32::MAX - file.0) as usize]);
        counted.get_or_init(|| line_starts(&self.get(file).text))
    }

    /// Line and column of a byte, both counted from 1; the column counts characters.
    #[must_use]
    pub fn position(&self, file: FileId, byte: u32) -> (u32, u32) {
        let text = &self.get(file).text;
        let at = floor_boundary(text, byte as usize);
        let starts = self.line_starts(file);
        let line = starts.partition_point(|start| *start as usize <= at);
        let start = line.checked_sub(1).map_or(0, |before| starts[before] as usize);
        (saturating(line), saturating(text[start..at].chars().count() + 1))
    }
}

/// Carriage returns that do not belong to a line break are white space: some vendors' descriptions have them within a table row,
/// which markdown would end there. In a text without line feeds, they are the line breaks. No byte moves.
fn mend_returns(text: &mut String) {
    if !text.contains('\r') {
        return;
    }
    let alone = if text.contains('\n') { ' ' } else { '\n' };
    let mut fixed = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        fixed.push(if c == '\r' && rest.peek() != Some(&'\n') { alone } else { c });
    }
    *text = fixed;
}

/// Editors neither show nor count the mark that some of them put in front of a text.
fn drop_byte_order_mark(text: &mut String) {
    if text.starts_with(BYTE_ORDER_MARK) {
        text.remove(0);
    }
}

const BYTE_ORDER_MARK: char = '\u{feff}';

/// The first byte of each line.
fn line_starts(text: &str) -> Vec<u32> {
    let after_breaks = text.match_indices('\n').map(|(at, _)| saturating(at + 1));
    std::iter::once(0).chain(after_breaks).collect()
}

fn saturating(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The last place at or before `at` where a character of the text begins.
pub(crate) fn floor_boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
