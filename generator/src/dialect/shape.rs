//! What a word that no vocabulary has probably means, by what such words are called everywhere.
//!
//! In: a word, and whether it has arguments. Out: a meaning, which is a guess. It must not know languages.

use super::words::Word;
use crate::{
    model::Type,
    naming::{fold, words},
};

/// What the generators of some languages put behind the name of a class.
const CONSTRUCTOR: &str = "new";

/// Wrappers, by the whole name or its last word; in lower case.
const WRAPPERS: &[(&str, Word)] = &[
    ("optionalnullable", Word::OptionalNullable),
    ("nullableoptional", Word::OptionalNullable),
    ("nilable", Word::Optional),
    ("nullable", Word::Nullable),
    ("optional", Word::Optional),
    ("option", Word::Optional),
    ("maybe", Word::Optional),
    ("array", Word::List),
    ("list", Word::List),
    ("set", Word::List),
    ("slice", Word::List),
    ("sequence", Word::List),
    ("collection", Word::List),
    ("iterable", Word::List),
    ("enumerable", Word::List),
    ("hash", Word::Map),
    ("map", Word::Map),
    ("dict", Word::Map),
    ("dictionary", Word::Map),
    ("record", Word::Map),
    ("mapping", Word::Map),
    ("stream", Word::EventStream),
    ("streamasync", Word::EventStream),
    ("generator", Word::EventStream),
    ("iasyncenumerable", Word::EventStream),
    ("literal", Word::Literal),
    ("union", Word::Choice),
    ("oneof", Word::Choice),
    ("anyof", Word::Choice),
];

/// Plain types, by the whole name; in lower case.
const SCALARS: &[(&str, Word)] = &[
    ("boolean", Word::Scalar(Type::Boolean)),
    ("bool", Word::Scalar(Type::Boolean)),
    ("string", Word::Scalar(Type::String)),
    ("str", Word::Scalar(Type::String)),
    ("text", Word::Scalar(Type::String)),
    ("uuid", Word::Scalar(Type::String)),
    ("uri", Word::Scalar(Type::String)),
    ("url", Word::Scalar(Type::String)),
    ("integer", Word::Scalar(Type::Int64)),
    ("int", Word::Scalar(Type::Int64)),
    ("int32", Word::Scalar(Type::Int32)),
    ("int64", Word::Scalar(Type::Int64)),
    ("long", Word::Scalar(Type::Int64)),
    ("number", Word::Scalar(Type::Number)),
    ("float", Word::Scalar(Type::Float64)),
    ("float32", Word::Scalar(Type::Float32)),
    ("float64", Word::Scalar(Type::Float64)),
    ("double", Word::Scalar(Type::Float64)),
    ("decimal", Word::Scalar(Type::Decimal)),
    ("bigdecimal", Word::Scalar(Type::Decimal)),
    ("datetime", Word::Scalar(Type::DateTime)),
    ("timestamp", Word::Scalar(Type::DateTime)),
    ("date", Word::Scalar(Type::Date)),
    ("localdate", Word::Scalar(Type::Date)),
    ("any", Word::Scalar(Type::Any)),
    ("object", Word::Scalar(Type::Any)),
    ("unknown", Word::Scalar(Type::Any)),
    ("mixed", Word::Scalar(Type::Any)),
    ("bytes", Word::Bytes),
    ("null", Word::Null),
    ("nil", Word::Null),
    ("none", Word::Null),
    ("void", Word::Nothing),
];

/// What stands alone, by the last word of its name; in lower case. A stream of nothing that is named is one of bytes.
const ENDINGS: &[(&str, Word)] = &[("stream", Word::Bytes)];

/// What a word probably means; nothing where its name says nothing.
pub fn by_shape(word: &str, has_arguments: bool) -> Option<&'static Word> {
    let mut parts: Vec<&str> = word.split(['.', ':', '\\']).filter(|part| !part.is_empty()).collect();
    if parts.len() > 1 && parts.last() == Some(&CONSTRUCTOR) {
        parts.pop();
    }
    let name = parts.last()?;
    let find = |table: &'static [(&'static str, Word)], wanted: &str| {
        table.iter().find(|(known, _)| *known == wanted).map(|(_, meaning)| meaning)
    };
    if !has_arguments {
        let wrapper = || find(WRAPPERS, &fold(name)).filter(|word| word.stands_alone());
        return find(SCALARS, &fold(name)).or_else(wrapper).or_else(|| find(ENDINGS, words(name).last()?));
    }
    find(WRAPPERS, &fold(name)).or_else(|| find(WRAPPERS, words(name).last()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_words_probably_are() {
        for (word, has_arguments, expected) in [
            ("Acme::Nilable.new", true, Some(Word::Optional)),
            ("acme.types.HashMap", true, Some(Word::Map)),
            ("ImmutableList", true, Some(Word::List)),
            ("Acme::Boolean.new", false, Some(Word::Scalar(Type::Boolean))),
            ("jsonl.LineStream", true, Some(Word::EventStream)),
            ("IAsyncEnumerable", true, Some(Word::EventStream)),
            ("T::Enumerable", true, Some(Word::List)),
            ("Playlist", false, None),
            ("RingBufferStream", false, Some(Word::Bytes)),
            ("Gadget", true, None),
            ("new", false, None),
            ("::", true, None),
        ] {
            assert_eq!(by_shape(word, has_arguments), expected.as_ref(), "{word}");
        }
    }
}
