//! The rules of each language: its words, its spelling, and what its docs can say of null.
//!
//! In: a [`Language`]. Out: its [`Dialect`]. It must not know pages.

use super::{
    Language,
    words::{self, Word, Words},
};
use crate::model::{Type, WireCase};

/// Where a language's docs do not show that a required value may be null.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hidden {
    /// On lists, maps and numbers of any size, which Go has behind a pointer in any case.
    ListsMapsNumbers,
    /// On lists, maps and dates.
    ListsMapsDates,
    /// Everywhere.
    All,
}

impl Hidden {
    /// Whether the docs cannot show that a value of this type may be null.
    #[must_use]
    pub fn covers(self, ty: &Type) -> bool {
        let is_container = matches!(ty, Type::Array(_) | Type::Map(_));
        match self {
            Hidden::ListsMapsNumbers => is_container || *ty == Type::Decimal,
            Hidden::ListsMapsDates => is_container || matches!(ty, Type::DateTime | Type::Date),
            Hidden::All => true,
        }
    }
}

/// How a language's docs spell field names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// `accessToken`.
    Camel,
    /// `access_token`.
    Snake,
    /// `AccessToken`, with initialisms in capitals.
    Pascal,
}

impl Shown {
    /// The wire spelling that needs no conversion, if there is one.
    #[must_use]
    pub fn as_wire(self) -> Option<WireCase> {
        match self {
            Shown::Camel => Some(WireCase::Camel),
            Shown::Snake => Some(WireCase::Snake),
            Shown::Pascal => None,
        }
    }
}

/// Those of Go's linter.
const GO_INITIALISMS: &[&str] = &[
    "ACL", "API", "ASCII", "CPU", "CSS", "DNS", "EOF", "GUID", "HTML", "HTTP", "HTTPS", "ID", "IP", "JSON", "LHS",
    "QPS", "RAM", "RHS", "RPC", "SLA", "SMTP", "SQL", "SSH", "TCP", "TLS", "TTL", "UDP", "UI", "UID", "URI", "URL",
    "UTF8", "UUID", "VM", "XML", "XMPP", "XSRF", "XSS",
];

/// The rules of one SDK language.
#[derive(Debug, Clone, Copy)]
pub struct Dialect {
    /// Which language.
    pub language: Language,
    /// The spelling of field names.
    pub shown: Shown,
    /// Where null is not shown.
    pub hidden: Hidden,
    /// Whether a union page's headings are the members' tags, not their types.
    pub headings_are_tags: bool,
    /// What the SDK puts behind the name of a field that would have its type's own name.
    pub own_name_suffix: Option<&'static str>,
    /// What names have in capitals whatever the API writes, where other capitals are the API's own.
    pub initialisms: Option<&'static [&'static str]>,
    /// Whether type words tell 32-bit numbers from 64-bit ones.
    pub widths: bool,
    /// Whether type words tell dates from date-times.
    pub dates: bool,
    words: Words,
    /// Words that mean something else when they link to a page outside the docs.
    linked: Words,
}

const DIALECTS: &[Dialect] = &[
    Dialect {
        language: Language::Java,
        shown: Shown::Camel,
        hidden: Hidden::ListsMapsDates,
        headings_are_tags: false,
        own_name_suffix: None,
        initialisms: None,
        widths: true,
        dates: true,
        words: words::JAVA,
        linked: &[],
    },
    Dialect {
        language: Language::Csharp,
        shown: Shown::Pascal,
        hidden: Hidden::All,
        headings_are_tags: true,
        own_name_suffix: Some("Value"),
        initialisms: None,
        widths: true,
        dates: true,
        words: words::CSHARP,
        linked: &[],
    },
    Dialect {
        language: Language::Typescript,
        shown: Shown::Camel,
        hidden: Hidden::All,
        headings_are_tags: false,
        own_name_suffix: None,
        initialisms: None,
        widths: false,
        dates: true,
        words: words::TYPESCRIPT,
        linked: words::TYPESCRIPT_LINKED,
    },
    Dialect {
        language: Language::Python,
        shown: Shown::Snake,
        hidden: Hidden::ListsMapsDates,
        headings_are_tags: false,
        own_name_suffix: None,
        initialisms: None,
        widths: false,
        dates: true,
        words: words::PYTHON,
        linked: words::PYTHON_LINKED,
    },
    Dialect {
        language: Language::Go,
        shown: Shown::Pascal,
        hidden: Hidden::ListsMapsNumbers,
        headings_are_tags: false,
        own_name_suffix: None,
        initialisms: Some(GO_INITIALISMS),
        widths: true,
        dates: true,
        words: words::GO,
        linked: &[],
    },
    Dialect {
        language: Language::Php,
        shown: Shown::Camel,
        hidden: Hidden::All,
        headings_are_tags: false,
        own_name_suffix: None,
        initialisms: None,
        widths: false,
        dates: false,
        words: words::PHP,
        linked: &[],
    },
    Dialect {
        language: Language::Ruby,
        shown: Shown::Snake,
        hidden: Hidden::All,
        headings_are_tags: false,
        own_name_suffix: None,
        initialisms: None,
        widths: false,
        dates: true,
        words: words::RUBY,
        linked: words::RUBY_LINKED,
    },
];

impl Dialect {
    /// The rules of a language.
    #[must_use]
    pub fn of(language: Language) -> &'static Dialect {
        let at = DIALECTS.iter().position(|d| d.language == language).unwrap_or_default();
        &DIALECTS[at]
    }

    /// What a word means; `linked` when it links to a page outside the docs.
    #[must_use]
    pub fn word(&self, word: &str, linked: bool) -> Option<&'static Word> {
        let find = |table: Words| table.iter().find(|(w, _)| *w == word).map(|(_, m)| m);
        let first = if linked { find(self.linked) } else { None };
        first.or_else(|| find(self.words))
    }

    /// What a file's name means, whose case is not the word's.
    #[must_use]
    pub fn word_in_any_case(&self, word: &str) -> Option<&'static Word> {
        self.words.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, meaning)| meaning)
    }

    /// The share of `words` that this language knows, for telling languages apart.
    #[must_use]
    pub fn knows<'w>(&self, words: impl Iterator<Item = &'w str>) -> usize {
        words.filter(|word| self.word(word, false).is_some()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_words() {
        for (language, word, expected) in [
            (Language::Java, "Long", Some(Word::Scalar(Type::Int64))),
            (Language::Python, "Literal", Some(Word::Literal)),
            (Language::Go, "Long", None),
        ] {
            assert_eq!(Dialect::of(language).word(word, false), expected.as_ref(), "{word}");
        }
    }

    #[test]
    fn each_language_has_one_dialect_and_each_word_one_meaning() {
        for language in Language::ALL {
            let dialect = Dialect::of(language);
            assert_eq!(dialect.language, language);
            assert_eq!(Language::from_name(language.name()), Some(language));
            for (word, meaning) in dialect.words {
                assert_eq!(dialect.word(word, false), Some(meaning), "{word} stands twice");
            }
        }
    }
}
