//! Which SDK language a docs tree is of: its `UsageSnippet` comments, else its code blocks, else the words of its type cells.
//!
//! In: the texts of a tree. Out: a [`Language`]. It must not know how pages are read.

use super::{Dialect, Expr, Language, parse_expr};

/// The text before the language's name in a usage comment.
const SNIPPET: &str = "<!-- UsageSnippet language=\"";

/// How a block of code begins, before the language's name.
const FENCE: &str = "\n```";

/// Tells the language from pages of operations and, where none has a usage comment or an example, from the raw type cells.
pub fn detect<'t>(
    pages: impl Iterator<Item = &'t str> + Clone,
    cells: impl Iterator<Item = &'t str>,
) -> Option<Language> {
    by_snippets(pages.clone()).or_else(|| by_fences(pages)).or_else(|| by_words(cells))
}

fn by_snippets<'t>(pages: impl Iterator<Item = &'t str>) -> Option<Language> {
    let mut found = pages.filter_map(|text| {
        let name = text.split_once(SNIPPET)?.1;
        Language::from_name(name.split_once('"')?.0)
    });
    found.next()
}

/// The language of the first example in one of the languages.
fn by_fences<'t>(mut pages: impl Iterator<Item = &'t str>) -> Option<Language> {
    let first_word = |text: &'t str| text.split_whitespace().next().unwrap_or_default();
    pages.find_map(|text| text.split(FENCE).skip(1).find_map(|block| Language::from_name(first_word(block))))
}

/// The language that knows most of the words; on a tie, none.
fn by_words<'t>(cells: impl Iterator<Item = &'t str>) -> Option<Language> {
    let mut words = Vec::new();
    for cell in cells.take(2000) {
        if let Ok(expr) = parse_expr(cell) {
            collect(&expr, &mut words);
        }
    }
    let mut votes: Vec<_> = Language::ALL
        .into_iter()
        .map(|language| (Dialect::of(language).knows(words.iter().map(String::as_str)), language))
        .collect();
    votes.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let (best, second) = (votes[0], votes[1]);
    (best.0 > second.0).then_some(best.1)
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
    use super::*;

    #[test]
    fn a_usage_comment_tells_the_language() {
        let page = "<!-- UsageSnippet language=\"go\" operationID=\"x\" -->";
        assert_eq!(detect(["text", page].into_iter(), [].into_iter()), Some(Language::Go));
    }

    #[test]
    fn an_example_tells_the_language_where_no_comment_does() {
        let page = "text\n```sh\nx\n```\n\n```typescript\ncall();\n```\n";
        assert_eq!(detect([page].into_iter(), ["*::Integer*"].into_iter()), Some(Language::Typescript));
    }

    #[test]
    fn type_words_tell_the_language_where_no_page_does() {
        for (cells, expected) in [
            ([r"*Optional\<Long>*", r"*Optional\<String>*"], Some(Language::Java)),
            (["*T.nilable(::String)*", "*::Integer*"], Some(Language::Ruby)),
            (["*string*", "*string*"], None),
        ] {
            assert_eq!(detect([].into_iter(), cells.into_iter()), expected, "{cells:?}");
        }
    }
}
