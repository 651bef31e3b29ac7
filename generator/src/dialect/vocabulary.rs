//! The seven vocabularies: what type words mean, and what a language's docs can say of null.
//!
//! In: nothing. Out: [`Dialect`] tables. It must not know pages.

use crate::model::{Type, WireCase};

/// The SDK languages whose docs are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Java.
    Java,
    /// C#.
    Csharp,
    /// TypeScript.
    Typescript,
    /// Python.
    Python,
    /// Go.
    Go,
    /// PHP.
    Php,
    /// Ruby.
    Ruby,
}

/// What a type word means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// A type without arguments.
    Scalar(Type),
    /// Its argument may be absent; on a required field, null.
    Optional,
    /// Its argument may be null.
    Nullable,
    /// Its argument may be absent or null.
    OptionalNullable,
    /// A list of its only argument.
    List,
    /// A map to its last argument.
    Map,
    /// A list of one argument, or a map of two.
    ListOrMap,
    /// Its argument is the only value.
    Literal,
    /// Stands for its first argument.
    Transparent,
    /// Server-sent events of its argument.
    EventStream,
    /// Bytes, whatever its arguments.
    Bytes,
    /// Null itself, in a choice.
    Null,
    /// A thing of the SDK, not of the API (an HTTP response object, a context).
    SdkOnly,
    /// No value (`void`).
    Nothing,
}

/// Where a language's docs do not show that a required value may be null.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hidden {
    /// On lists and maps.
    ListsMaps,
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
            Hidden::ListsMaps => is_container,
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
    /// Whether type words tell 32-bit numbers from 64-bit ones.
    pub widths: bool,
    /// Whether type words tell dates from date-times.
    pub dates: bool,
    words: &'static [(&'static str, Word)],
    /// Words that mean something else when they link to a page outside the docs.
    linked: &'static [(&'static str, Word)],
}

use Word::{EventStream, List, ListOrMap, Map, Nullable, Optional, OptionalNullable, Scalar, SdkOnly, Transparent};

const JAVA: &[(&str, Word)] = &[
    ("Optional", Optional),
    ("JsonNullable", OptionalNullable),
    ("List", List),
    ("Set", List),
    ("Map", Map),
    ("String", Scalar(Type::String)),
    ("URI", Scalar(Type::String)),
    ("UUID", Scalar(Type::String)),
    ("boolean", Scalar(Type::Boolean)),
    ("Boolean", Scalar(Type::Boolean)),
    ("int", Scalar(Type::Int32)),
    ("Integer", Scalar(Type::Int32)),
    ("short", Scalar(Type::Int32)),
    ("Short", Scalar(Type::Int32)),
    ("long", Scalar(Type::Int64)),
    ("Long", Scalar(Type::Int64)),
    ("BigInteger", Scalar(Type::Decimal)),
    ("float", Scalar(Type::Float32)),
    ("Float", Scalar(Type::Float32)),
    ("double", Scalar(Type::Float64)),
    ("Double", Scalar(Type::Float64)),
    ("BigDecimal", Scalar(Type::Decimal)),
    ("Object", Scalar(Type::Any)),
    ("JsonNode", Scalar(Type::Any)),
    ("byte[]", Word::Bytes),
    ("byte", Word::Bytes),
    ("InputStream", Word::Bytes),
    ("Blob", Word::Bytes),
    ("OffsetDateTime", Scalar(Type::DateTime)),
    ("LocalDate", Scalar(Type::Date)),
    ("EventStream", EventStream),
    ("HttpResponse", SdkOnly),
    ("void", Word::Nothing),
];

const CSHARP: &[(&str, Word)] = &[
    ("List", List),
    ("Dictionary", Map),
    ("string", Scalar(Type::String)),
    ("String", Scalar(Type::String)),
    ("bool", Scalar(Type::Boolean)),
    ("int", Scalar(Type::Int32)),
    ("long", Scalar(Type::Int64)),
    ("BigInteger", Scalar(Type::Decimal)),
    ("float", Scalar(Type::Float32)),
    ("double", Scalar(Type::Float64)),
    ("decimal", Scalar(Type::Decimal)),
    ("object", Scalar(Type::Any)),
    ("byte[]", Word::Bytes),
    ("byte", Word::Bytes),
    ("DateTime", Scalar(Type::DateTime)),
    ("LocalDate", Scalar(Type::Date)),
    ("DateOnly", Scalar(Type::Date)),
    ("EventStream", EventStream),
    ("HttpRequestMessage", SdkOnly),
    ("HttpResponseMessage", SdkOnly),
    ("UnityWebRequest", SdkOnly),
];

const TYPESCRIPT: &[(&str, Word)] = &[
    ("Promise", Transparent),
    ("Array", List),
    ("Set", List),
    ("Record", Map),
    ("string", Scalar(Type::String)),
    ("number", Scalar(Type::Number)),
    ("bigint", Scalar(Type::Int64)),
    ("Decimal", Scalar(Type::Decimal)),
    ("boolean", Scalar(Type::Boolean)),
    ("any", Scalar(Type::Any)),
    ("unknown", Scalar(Type::Any)),
    ("Date", Scalar(Type::DateTime)),
    ("RFCDate", Scalar(Type::Date)),
    ("null", Word::Null),
    ("void", Word::Nothing),
    ("Uint8Array", Word::Bytes),
    ("ReadableStream", Word::Bytes),
    ("Blob", Word::Bytes),
    ("EventStream", EventStream),
    ("JsonLStream", EventStream),
    ("AxiosRequestConfig", SdkOnly),
    ("AxiosResponse", SdkOnly),
    ("RequestInit", SdkOnly),
    ("RequestOptions", SdkOnly),
    ("RetryConfig", SdkOnly),
];

/// Words that are the fetch standard's where they link out of the docs, and else may be pages.
const TYPESCRIPT_LINKED: &[(&str, Word)] = &[("Request", SdkOnly), ("Response", SdkOnly)];

const PYTHON: &[(&str, Word)] = &[
    ("Optional", Optional),
    ("Nullable", Nullable),
    ("OptionalNullable", OptionalNullable),
    ("List", List),
    ("Dict", Map),
    ("Literal", Word::Literal),
    ("str", Scalar(Type::String)),
    ("int", Scalar(Type::Int64)),
    ("float", Scalar(Type::Float64)),
    ("Decimal", Scalar(Type::Decimal)),
    ("bool", Scalar(Type::Boolean)),
    ("Any", Scalar(Type::Any)),
    ("None", Word::Null),
    ("bytes", Word::Bytes),
    ("datetime", Scalar(Type::DateTime)),
    ("date", Scalar(Type::Date)),
    ("Union", Transparent),
    ("IO", Word::Bytes),
    ("io.BufferedReader", Word::Bytes),
    ("httpx.Response", Word::Bytes),
    ("eventstreaming.EventStream", EventStream),
    ("eventstreaming.EventStreamAsync", EventStream),
    ("requests.Response", SdkOnly),
    ("utils.RetryConfig", SdkOnly),
];

/// Python's docs link a date-time as `date` and a date as `datetime`.
const PYTHON_LINKED: &[(&str, Word)] = &[("date", Scalar(Type::DateTime)), ("datetime", Scalar(Type::Date))];

const GO: &[(&str, Word)] = &[
    ("optionalnullable.OptionalNullable", OptionalNullable),
    ("string", Scalar(Type::String)),
    ("int", Scalar(Type::Int32)),
    ("int32", Scalar(Type::Int32)),
    ("int64", Scalar(Type::Int64)),
    ("big.Int", Scalar(Type::Decimal)),
    ("types.BigInt", Scalar(Type::Decimal)),
    ("float32", Scalar(Type::Float32)),
    ("float64", Scalar(Type::Float64)),
    ("decimal.Big", Scalar(Type::Decimal)),
    ("types.Decimal", Scalar(Type::Decimal)),
    ("bool", Scalar(Type::Boolean)),
    ("any", Scalar(Type::Any)),
    ("interface{}", Scalar(Type::Any)),
    ("byte", Word::Bytes),
    ("[]byte", Word::Bytes),
    ("io.ReadCloser", Word::Bytes),
    ("io.Reader", Word::Bytes),
    ("time.Time", Scalar(Type::DateTime)),
    ("types.Date", Scalar(Type::Date)),
    ("stream.EventStream", EventStream),
    ("http.Response", SdkOnly),
    ("http.Request", SdkOnly),
    ("context.Context", SdkOnly),
];

const PHP: &[(&str, Word)] = &[
    ("array", ListOrMap),
    ("string", Scalar(Type::String)),
    ("int", Scalar(Type::Int64)),
    ("float", Scalar(Type::Float64)),
    ("bool", Scalar(Type::Boolean)),
    ("mixed", Scalar(Type::Any)),
    ("null", Word::Null),
    ("\\DateTime", Scalar(Type::DateTime)),
    ("DateTime", Scalar(Type::DateTime)),
    ("\\Brick\\DateTime\\LocalDate", Scalar(Type::Date)),
    ("Brick\\DateTime\\LocalDate", Scalar(Type::Date)),
    ("LocalDate", Scalar(Type::Date)),
    ("\\Brick\\Math\\BigDecimal", Scalar(Type::Decimal)),
    ("BigDecimal", Scalar(Type::Decimal)),
    ("\\Psr\\Http\\Message\\ResponseInterface", SdkOnly),
    ("ResponseInterface", SdkOnly),
];

const RUBY: &[(&str, Word)] = &[
    ("T.nilable", Optional),
    ("T::Array", List),
    ("T::Hash", Map),
    ("::String", Scalar(Type::String)),
    ("::Integer", Scalar(Type::Int64)),
    ("::Float", Scalar(Type::Float64)),
    ("T::Boolean", Scalar(Type::Boolean)),
    ("::Object", Scalar(Type::Any)),
    ("::Date", Scalar(Type::Date)),
    ("::DateTime", Scalar(Type::DateTime)),
    ("Date", Scalar(Type::Date)),
    ("DateTime", Scalar(Type::DateTime)),
    ("Symbol", Scalar(Type::String)),
    ("Faraday::Response", SdkOnly),
];

const DIALECTS: &[Dialect] = &[
    Dialect {
        language: Language::Java,
        shown: Shown::Camel,
        hidden: Hidden::ListsMapsDates,
        headings_are_tags: false,
        own_name_suffix: None,
        widths: true,
        dates: true,
        words: JAVA,
        linked: &[],
    },
    Dialect {
        language: Language::Csharp,
        shown: Shown::Pascal,
        hidden: Hidden::All,
        headings_are_tags: true,
        own_name_suffix: Some("Value"),
        widths: true,
        dates: true,
        words: CSHARP,
        linked: &[],
    },
    Dialect {
        language: Language::Typescript,
        shown: Shown::Camel,
        hidden: Hidden::All,
        headings_are_tags: false,
        own_name_suffix: None,
        widths: false,
        dates: true,
        words: TYPESCRIPT,
        linked: TYPESCRIPT_LINKED,
    },
    Dialect {
        language: Language::Python,
        shown: Shown::Snake,
        hidden: Hidden::ListsMapsDates,
        headings_are_tags: false,
        own_name_suffix: None,
        widths: false,
        dates: true,
        words: PYTHON,
        linked: PYTHON_LINKED,
    },
    Dialect {
        language: Language::Go,
        shown: Shown::Pascal,
        hidden: Hidden::ListsMaps,
        headings_are_tags: false,
        own_name_suffix: None,
        widths: true,
        dates: true,
        words: GO,
        linked: &[],
    },
    Dialect {
        language: Language::Php,
        shown: Shown::Camel,
        hidden: Hidden::All,
        headings_are_tags: false,
        own_name_suffix: None,
        widths: false,
        dates: false,
        words: PHP,
        linked: &[],
    },
    Dialect {
        language: Language::Ruby,
        shown: Shown::Snake,
        hidden: Hidden::All,
        headings_are_tags: false,
        own_name_suffix: None,
        widths: false,
        dates: true,
        words: RUBY,
        linked: &[],
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
        let find = |table: &'static [(&'static str, Word)]| table.iter().find(|(w, _)| *w == word).map(|(_, m)| m);
        let first = if linked { find(self.linked) } else { None };
        first.or_else(|| find(self.words))
    }

    /// The share of `words` that this language knows, for telling languages apart.
    #[must_use]
    pub fn knows<'w>(&self, words: impl Iterator<Item = &'w str>) -> usize {
        words.filter(|word| self.word(word, false).is_some()).count()
    }
}

impl Language {
    /// All languages.
    pub const ALL: [Language; 7] = [
        Language::Java,
        Language::Csharp,
        Language::Typescript,
        Language::Python,
        Language::Go,
        Language::Php,
        Language::Ruby,
    ];

    /// The name that `UsageSnippet` comments and tablature.toml use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Language::Java => "java",
            Language::Csharp => "csharp",
            Language::Typescript => "typescript",
            Language::Python => "python",
            Language::Go => "go",
            Language::Php => "php",
            Language::Ruby => "ruby",
        }
    }

    /// The language of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.name() == name)
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
