//! Which SDK language a docs tree is of: its `UsageSnippet` comments, else its code blocks, else the words of its type cells and
//! how its names are spelled.
//!
//! In: the texts of a tree. Out: a [`Language`]. It must not know how pages are read.

use super::{Dialect, Expr, Language, Shown};

/// How the usage comment of an operation begins.
pub const USAGE_COMMENT: &str = "<!-- UsageSnippet";

/// What stands between that and the language's name.
const LANGUAGE: &str = " language=\"";

/// How a block of code begins, before the language's name.
const FENCE: &str = "\n```";

/// How many cells and names are looked at.
const LOOKED_AT: usize = 2000;

/// What a type word of a language counts beside a spelling that the language has.
const WORD_WEIGHT: usize = 4;

/// What the pages of a tree show of their language.
pub struct Shows<'t> {
    /// The texts of pages, those of operations first.
    pub pages: Vec<&'t str>,
    /// The raw type cells.
    pub cells: Vec<&'t str>,
    /// What they are.
    pub types: Vec<&'t Expr>,
    /// The names of fields.
    pub names: Vec<&'t str>,
    /// The names of the files of types.
    pub stems: Vec<&'t str>,
}

/// A language, and whether the pages leave no doubt of it.
pub struct Detected {
    /// The language.
    pub language: Language,
    /// Whether it is a guess: other languages have as much for them, and it matters.
    pub guessed: bool,
}

/// Tells the language from usage comments and, where no page has one, from examples, and from cells and names.
pub fn detect(shows: &Shows<'_>) -> Detected {
    stated(&shows.pages).map_or_else(|| by_spelling(shows), |language| Detected { language, guessed: false })
}

/// The language that usage comments name, or else examples.
pub fn stated(pages: &[&str]) -> Option<Language> {
    by_snippets(pages).or_else(|| by_fences(pages))
}

fn by_snippets(pages: &[&str]) -> Option<Language> {
    pages.iter().find_map(|text| {
        let name = text.split(USAGE_COMMENT).skip(1).find_map(|comment| comment.strip_prefix(LANGUAGE))?;
        Language::from_name(name.split_once('"')?.0)
    })
}

/// The language of the first example in one of the languages.
fn by_fences(pages: &[&str]) -> Option<Language> {
    let first_word = |text: &str| Language::from_name(text.split_whitespace().next().unwrap_or_default());
    pages.iter().find_map(|text| text.split(FENCE).skip(1).find_map(first_word))
}

/// The language that has most for it. A page without type cells is read alike in all.
fn by_spelling(shows: &Shows<'_>) -> Detected {
    let mut words = Vec::new();
    shows.types.iter().take(LOOKED_AT).for_each(|ty| collect(ty, &mut words));
    let votes = |language| {
        let dialect = Dialect::of(language);
        let known = dialect.knows(words.iter().map(String::as_str));
        let marked = shows.cells.iter().take(LOOKED_AT).filter(|cell| is_marked_as(cell, language)).count();
        let fields = shows.names.iter().take(LOOKED_AT).filter(|name| is_shown_as(name, dialect.shown)).count();
        let files = shows.stems.iter().take(LOOKED_AT).filter(|stem| is_file_of(stem, language)).count();
        (known + marked) * WORD_WEIGHT + fields + files
    };
    let mut ranked: Vec<(usize, Language)> = Language::ALL.map(|language| (votes(language), language)).to_vec();
    ranked.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let guessed = ranked[0].0 == ranked[1].0 && !shows.cells.is_empty();
    Detected { language: ranked[0].1, guessed }
}

/// Whether the marks of a type cell are those of a language: what separates folders from names, and code spans.
fn is_marked_as(cell: &str, language: Language) -> bool {
    match language {
        Language::Go => cell.contains('`'),
        Language::Php => cell.contains("s\\") || cell.starts_with("[?"),
        Language::Ruby => cell.contains("::"),
        Language::Java => cell.contains("\\<"),
        Language::Python => cell.contains("[[") || cell.contains("Optional["),
        Language::Csharp | Language::Typescript => false,
    }
}

/// Whether a name may be spelled so; one word in lower case fits camel and snake case.
fn is_shown_as(name: &str, shown: Shown) -> bool {
    let begins_upper = name.starts_with(|c: char| c.is_ascii_uppercase());
    match shown {
        Shown::Pascal => begins_upper,
        Shown::Camel => !begins_upper && !name.contains('_'),
        Shown::Snake => !name.contains(|c: char| c.is_ascii_uppercase()),
    }
}

/// Whether a language's docs name files of types so.
fn is_file_of(stem: &str, language: Language) -> bool {
    let is_lower = !stem.contains(|c: char| c.is_ascii_uppercase());
    match language {
        Language::Typescript => is_lower,
        Language::Python | Language::Go | Language::Ruby => is_lower && !stem.contains('-'),
        Language::Java | Language::Csharp | Language::Php => !is_lower,
    }
}

fn collect(expr: &Expr, words: &mut Vec<String>) {
    match expr {
        Expr::Word(word) => words.push(word.clone()),
        Expr::Apply(word, arguments) => {
            words.push(word.clone());
            arguments.iter().for_each(|argument| collect(argument, words));
        }
        Expr::Array(inner) | Expr::Map(inner) | Expr::Pointer(inner) => collect(inner, words),
        Expr::Link { label, .. } => collect(label, words),
        Expr::Either(all) => all.iter().for_each(|one| collect(one, words)),
        Expr::Literal(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{super::parse_expr, *};

    fn told(pages: &[&str], cells: &[&str], names: &[&str], stems: &[&str]) -> Option<Language> {
        let [pages, cells, names, stems] = [pages, cells, names, stems].map(<[&str]>::to_vec);
        let types: Vec<Expr> = cells.iter().filter_map(|cell| parse_expr(cell).ok()).collect();
        let found = detect(&Shows { pages, cells, types: types.iter().collect(), names, stems });
        (!found.guessed).then_some(found.language)
    }

    #[test]
    fn a_usage_comment_tells_the_language() {
        let page = "<!-- UsageSnippet language=\"go\" operationID=\"x\" -->";
        assert_eq!(told(&["text", page], &[], &[], &[]), Some(Language::Go));
    }

    #[test]
    fn an_example_tells_the_language_where_no_comment_does() {
        let page = "text\n```sh\nx\n```\n\n```typescript\ncall();\n```\n";
        assert_eq!(told(&[page], &["*::Integer*"], &[], &[]), Some(Language::Typescript));
    }

    #[test]
    fn type_words_tell_the_language_where_no_page_does() {
        for (cells, expected) in [
            (&[r"*Optional\<Long>*", r"*Optional\<String>*"][..], Some(Language::Java)),
            (&["*T.nilable(::String)*", "*::Integer*"], Some(Language::Ruby)),
            (&["`string`"], Some(Language::Go)),
            (&["*string*", "*string*"], None),
        ] {
            assert_eq!(told(&[], cells, &[], &[]), expected, "{cells:?}");
        }
    }

    #[test]
    fn spelling_tells_languages_of_the_same_words_apart() {
        for (name, stem, expected) in [
            ("PetName", "Pet", Language::Csharp),
            ("petName", "Pet", Language::Php),
            ("petName", "pet", Language::Typescript),
            ("PetName", "pet", Language::Go),
        ] {
            assert_eq!(told(&[], &["*string*"], &[name], &[stem]), Some(expected), "{name} {stem}");
        }
    }
}
