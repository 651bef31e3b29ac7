//! The headings of union pages that name a member by a word for its type: `Str`, `ArrayOfInt32`, `MapOfPet`.
//!
//! In: a heading. Out: an [`Expr`] whose words are the vocabulary's, or names of pages. It must not know pages.

use super::Expr;

/// Makes a container of what it holds.
type Container = fn(Box<Expr>) -> Expr;

/// Containers, in front of what they hold.
const CONTAINERS: &[(&str, Container)] = &[("ArrayOf", Expr::Array), ("MapOf", Expr::Map)];

/// Words of headings, and the type words that they stand for.
const WORDS: &[(&str, &str)] = &[
    ("Str", "string"),
    ("Boolean", "bool"),
    ("Number", "double"),
    ("Integer", "long"),
    ("Int32", "int"),
    ("Int64", "long"),
    ("Float32", "float"),
    ("Float64", "double"),
    ("BigInteger", "BigInteger"),
    ("Decimal", "decimal"),
    ("Date", "LocalDate"),
    ("DateTime", "DateTime"),
    ("Bytes", "byte[]"),
    ("Any", "object"),
];

/// What pages are called whose type's name is a digit, which begins no class's name.
const DIGITS: &[&str] = &["Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/// Reads a heading whose type has no page of its own; nothing where it is neither a container nor a known word.
pub fn parse_tag(heading: &str) -> Option<Expr> {
    let (containers, rest) = strip_containers(heading);
    let known = WORDS.iter().find(|(word, _)| *word == rest).map(|(_, meaning)| *meaning);
    let inner = match known {
        Some(meaning) => meaning,
        None if containers.is_empty() || rest.is_empty() => return None,
        None => digit(rest).unwrap_or(rest),
    };
    let wrap = |expr, container: &Container| container(Box::new(expr));
    Some(containers.iter().rev().fold(Expr::Word(inner.to_owned()), wrap))
}

/// The page's name for a digit.
fn digit(text: &str) -> Option<&'static str> {
    let number: usize = text.parse().ok().filter(|_| text.len() == 1)?;
    DIGITS.get(number).copied()
}

/// The containers in front of a heading, the outermost first, and what is left.
fn strip_containers(heading: &str) -> (Vec<Container>, &str) {
    let (mut containers, mut rest) = (Vec::new(), heading);
    while let Some((inner, container)) = CONTAINERS.iter().find_map(|(word, it)| Some((rest.strip_prefix(word)?, *it)))
    {
        containers.push(container);
        rest = inner;
    }
    (containers, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_words_in_containers() {
        let word = |word: &str| Expr::Word(word.to_owned());
        for (heading, expected) in [
            ("Str", Some(word("string"))),
            ("ArrayOfMapOfAny", Some(Expr::Array(Box::new(Expr::Map(Box::new(word("object"))))))),
            ("ArrayOfPet", Some(Expr::Array(Box::new(word("Pet"))))),
            ("ArrayOf5", Some(Expr::Array(Box::new(word("Five"))))),
            ("MapOf24", Some(Expr::Map(Box::new(word("24"))))),
            ("Pet", None),
            ("ArrayOf", None),
        ] {
            assert_eq!(parse_tag(heading), expected, "{heading}");
        }
    }
}
