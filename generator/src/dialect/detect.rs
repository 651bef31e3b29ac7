//! Which SDK language a docs tree is of: what its usage comments say, else its code blocks, else the words of its type cells and
//! how its names are spelled.
//!
//! In: what pages show, by kind. Out: a [`Language`]. It must not know where pages show it.

use super::{Dialect, Expr, Language, Shown};

/// How many cells and names are looked at.
const LOOKED_AT: usize = 2000;

/// What a type word of a language counts beside a spelling that the language has.
const WORD_WEIGHT: usize = 4;

/// What the pages of a tree show of their language.
pub struct Shows<'t> {
    /// The names of languages in usage comments.
    pub comments: Vec<&'t str>,
    /// What stands behind the fences of code blocks.
    pub code: Vec<&'t str>,
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
    /// Whether it is a guess: other languages have as much for them.
    pub guessed: bool,
}

/// Tells the language from usage comments and, where no page has one, from the first example in one of the languages, and from cells and
/// names.
pub fn detect(shows: &Shows<'_>) -> Detected {
    let first_word = |info: &&str| Language::from_name(info.split_whitespace().next().unwrap_or_default());
    let stated = shows.comments.iter().find_map(|name| Language::from_name(name));
    let stated = stated.or_else(|| shows.code.iter().find_map(first_word));
    stated.map_or_else(|| by_spelling(shows), |language| Detected { language, guessed: false })
}

/// The language that has most for it.
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
    Detected { language: ranked[0].1, guessed: ranked[0].0 == ranked[1].0 }
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

    fn told(comments: &[&str], code: &[&str], cells: &[&str], names: &[&str], stems: &[&str]) -> Option<Language> {
        let [comments, code, cells, names, stems] = [comments, code, cells, names, stems].map(<[&str]>::to_vec);
        let types: Vec<Expr> = cells.iter().filter_map(|cell| parse_expr(cell).ok()).collect();
        let found = detect(&Shows { comments, code, cells, types: types.iter().collect(), names, stems });
        (!found.guessed).then_some(found.language)
    }

    #[test]
    fn a_usage_comment_tells_the_language() {
        assert_eq!(told(&["cobol", "go"], &["ruby"], &[], &[], &[]), Some(Language::Go));
    }

    #[test]
    fn an_example_tells_the_language_where_no_comment_does() {
        assert_eq!(told(&[], &["", "sh", "typescript x"], &["*::Integer*"], &[], &[]), Some(Language::Typescript));
    }

    #[test]
    fn type_words_tell_the_language_where_no_page_does() {
        for (cells, expected) in [
            (&[r"*Optional\<Long>*", r"*Optional\<String>*"][..], Some(Language::Java)),
            (&["*T.nilable(::String)*", "*::Integer*"], Some(Language::Ruby)),
            (&["`string`"], Some(Language::Go)),
            (&["*string*", "*string*"], None),
        ] {
            assert_eq!(told(&[], &[], cells, &[], &[]), expected, "{cells:?}");
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
            assert_eq!(told(&[], &[], &["*string*"], &[name], &[stem]), Some(expected), "{name} {stem}");
        }
    }
}
