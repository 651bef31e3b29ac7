//! Type expressions as `overrides.toml` writes them: `string`, `list<int64>`, `map<components/Property>`; and constants.
//!
//! In: a text of the file. Out: a type, of which it is not known whether it exists. It must not know pages.

use super::rust_text::quoted;
use crate::model::{Literal, Type, TypeId};
use serde::{Deserialize, Deserializer, de::Error};

/// The words for types that have no page.
const WORDS: &[(&str, Type)] = &[
    ("string", Type::String),
    ("boolean", Type::Boolean),
    ("int32", Type::Int32),
    ("int64", Type::Int64),
    ("float32", Type::Float32),
    ("float64", Type::Float64),
    ("number", Type::Number),
    ("decimal", Type::Decimal),
    ("date-time", Type::DateTime),
    ("date", Type::Date),
    ("bytes", Type::Bytes),
    ("any", Type::Any),
];

/// The value of a constant: a text, a truth value or an integer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiteralText(pub Literal);

impl<'de> Deserialize<'de> for LiteralText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged, expecting = "expected a text, `true`, `false` or an integer")]
        enum Form {
            Boolean(bool),
            Integer(i64),
            Text(String),
        }
        Ok(Self(match Form::deserialize(deserializer)? {
            Form::Boolean(value) => Literal::Boolean(value),
            Form::Integer(value) => Literal::Integer(value),
            Form::Text(text) => Literal::String(text),
        }))
    }
}

type Wrap = fn(Box<Type>) -> Type;

/// How many words may wrap a type; the cells of pages may not nest deeper.
const MOST_WRAPPERS: usize = 10;

/// The words that take a type as their argument.
const WRAPPERS: &[(&str, Wrap)] = &[("list", Type::Array), ("map", Type::Map), ("nullable", Type::Nullable)];

/// A type expression; whether its type ids exist is not known yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeText(pub Type);

impl<'de> Deserialize<'de> for TypeText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text.matches('<').count() > MOST_WRAPPERS {
            return Err(D::Error::custom("the type is nested too deeply"));
        }
        parse(text.trim()).map(Self).ok_or_else(|| {
            let text = quoted(&text);
            let words: Vec<&str> = WORDS.iter().map(|(word, _)| *word).collect();
            let known = words.join(", ");
            D::Error::custom(format!("{text} is no type: write {known}, list<…>, map<…>, nullable<…> or a type id"))
        })
    }
}

fn parse(text: &str) -> Option<Type> {
    if let Some((_, word)) = WORDS.iter().find(|(word, _)| *word == text) {
        return Some(word.clone());
    }
    if let Some((head, rest)) = text.split_once('<') {
        let (_, wrap) = WRAPPERS.iter().find(|(word, _)| *word == head.trim())?;
        return Some(wrap(Box::new(parse(rest.strip_suffix('>')?.trim())?)));
    }
    text.contains('/').then(|| Type::Named(TypeId::new(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_wrappers_and_ids_nest() {
        let property = Type::Named(TypeId::new("components/Property"));
        assert_eq!(parse("list<map<components/Property>>"), Some(Type::Array(Box::new(Type::Map(Box::new(property))))));
        assert_eq!(parse("date-time"), Some(Type::DateTime));
    }

    #[test]
    fn what_is_no_type_is_refused() {
        for text in ["", "text", "list<", "list<int64", "set<int64>", "list<>"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
