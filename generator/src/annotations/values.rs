//! Values that have a form of their own: lists of keys, Go's tags, Ruby's hashes, PHP's maps.
//!
//! In: the text of a value. Out: facts. It must not know what bears them.

use super::Key;
use regex::Regex;
use std::sync::LazyLock;

/// A fact without its place: key, value, and second half.
pub type Bare = (Key, String, String);

/// Words for a place, and the fact that its name is.
const PLACES: &[(&str, Key)] = &[
    ("pathParam", Key::Path),
    ("path_param", Key::Path),
    ("path", Key::Path),
    ("queryParam", Key::Query),
    ("query_param", Key::Query),
    ("query", Key::Query),
    ("header", Key::Header),
    ("form", Key::Form),
    ("multipartForm", Key::Multipart),
    ("multipart_form", Key::Multipart),
    ("multipart", Key::Multipart),
    ("request", Key::Body),
    ("security", Key::SchemeName),
];

/// Words for keys, and the facts that they are.
const KEYS: &[(&str, Key)] = &[
    ("style", Key::Style),
    ("explode", Key::Explode),
    ("serialization", Key::Serialization),
    ("dateTimeFormat", Key::DateFormat),
    ("type", Key::SchemeType),
    ("scheme_type", Key::SchemeType),
    ("subtype", Key::SchemeSubtype),
    ("subType", Key::SchemeSubtype),
    ("sub_type", Key::SchemeSubtype),
    ("env", Key::Env),
    ("file", Key::File),
    ("content", Key::Content),
];

const NAMES: &[&str] = &["name", "field_name", "mediaType", "media_type"];

/// The facts of `style=form,name=x` at a place. `own` is the name where a place has none and the language's member gives it.
pub fn keys(place: &str, list: &str, own: Option<&str>) -> Vec<Bare> {
    let Some(key) = PLACES.iter().find(|(word, _)| *word == place).map(|(_, key)| *key) else { return Vec::new() };
    let pairs: Vec<(&str, &str)> = list.split(',').filter_map(pair).collect();
    let named = pairs.iter().find(|(word, _)| NAMES.contains(word)).map(|(_, value)| *value);
    let mut said = Vec::new();
    match named.or(own) {
        Some(name) => said.push((key, name.to_owned(), String::new())),
        None if key == Key::Body => said.push((key, String::new(), String::new())),
        None if matches!(key, Key::Path | Key::Query | Key::Header | Key::Form) => return said,
        None => {}
    }
    for (word, value) in pairs {
        let known = KEYS.iter().find(|(own, _)| *own == word).map(|(_, key)| *key);
        said.extend(known.map(|key| (key, value.to_owned(), String::new())));
    }
    said
}

/// `k=v`, `'k': 'v'` or a bare flag. Single quotes are quotes behind a colon only: a name may hold them.
fn pair(text: &str) -> Option<(&str, &str)> {
    let (word, value) = match text.find(['=', ':']) {
        Some(at) if text[at..].starts_with(':') => (&text[..at], within(text[at + 1..].trim(), '\'')),
        Some(at) => (&text[..at], text[at + 1..].trim()),
        None => (text, "true"),
    };
    let word = within(word.trim(), '\'');
    (!word.is_empty()).then(|| (word, within(value, '"')))
}

/// A text without the quotes around it.
fn within(text: &str, quote: char) -> &str {
    text.strip_prefix(quote).and_then(|text| text.strip_suffix(quote)).unwrap_or(text)
}

static TAG: LazyLock<Regex> = LazyLock::new(|| pattern(r#"(\w+):"((?:[^"\\]|\\.)*)""#));

/// The facts of a Go tag: `json:"w,omitempty" queryParam:"style=form,name=w"`.
pub fn tag(text: &str) -> Vec<Bare> {
    let parts = TAG.captures_iter(text).filter_map(|found| Some((found.get(1)?.as_str(), found.get(2)?.as_str())));
    parts.flat_map(|(word, value)| tag_part(word, value)).collect()
}

fn tag_part(word: &str, value: &str) -> Vec<Bare> {
    let one = |key: Key, value: &str| vec![(key, value.to_owned(), String::new())];
    match word {
        "json" => match value.split(',').next().unwrap_or_default() {
            "" | "-" => Vec::new(),
            name => one(Key::Wire, name),
        },
        "const" => one(Key::Constant, value),
        _ => keys(word, value, None),
    }
}

static HASH_NAME: LazyLock<Regex> = LazyLock::new(|| pattern(r"field_name\('([^']*)'\)"));
static HASH_PART: LazyLock<Regex> = LazyLock::new(|| pattern(r"'(\w+)': \{ ([^{}]*?) \}"));
static HASH_UNION: LazyLock<Regex> = LazyLock::new(|| pattern(r"'discriminator': '([^']*)'"));

/// The facts of a Ruby hash: `'format_json': { 'letter_case': field_name('w') }`.
pub fn hash(text: &str) -> Vec<Bare> {
    let mut said = Vec::new();
    for (pattern, key) in [(&HASH_NAME, Key::Wire), (&HASH_UNION, Key::Discriminator)] {
        let found = pattern.captures(text).and_then(|found| found.get(1));
        said.extend(found.map(|name| (key, name.as_str().to_owned(), String::new())));
    }
    for part in HASH_PART.captures_iter(text) {
        said.extend(keys(&part[1], &part[2], None));
    }
    said
}

static MAP: LazyLock<Regex> = LazyLock::new(|| pattern(r"'([^']*)' => '(?:[^']*\\)?(\w+)'"));

/// The values and classes of a PHP map: `'cat' => '\Pets\Cat'`.
pub fn map(text: &str) -> Vec<Bare> {
    MAP.captures_iter(text).map(|found| (Key::Variant, found[1].to_owned(), found[2].to_owned())).collect()
}

/// A pattern of the tables; a test compiles all of them.
pub fn pattern(text: &str) -> Regex {
    Regex::new(text).unwrap_or_else(|error| panic!("a pattern of a table does not compile: {error}"))
}
