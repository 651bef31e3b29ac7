//! Front matter: what stands between two lines of `---` (YAML) or `+++` (TOML) at the head of a page.
//!
//! In: the text of a page. Out: where its front matter ends, and the title that this states. It must not know what else it says.

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag};
use saphyr_parser::{Event as Yaml, Parser as YamlParser, ScalarStyle};
use serde::Deserialize;
use std::ops::Range;
use toml::Spanned;

/// The front matter of a page.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// Where the page goes on.
    pub end: usize,
    /// The title, where it states one.
    pub title: Option<Title>,
}

/// A title, and where it stands.
#[derive(Debug, PartialEq, Eq)]
pub struct Title {
    /// The title, on one line; nothing where what stands there is no text, or cannot be read.
    pub text: Option<String>,
    /// Where it stands, or what keeps it from being read.
    pub range: Range<usize>,
}

/// The lines that it begins with.
const FENCES: [&str; 2] = ["---", "+++"];

/// How a line of YAML begins that states the title. What stands deeper is of something else.
const YAML_KEY: &str = "title:";

/// How YAML writes that there is no value.
const NULLS: &[&str] = &["", "~", "null", "Null", "NULL"];

/// Reads the front matter of a page that has one.
pub fn read_front_matter(text: &str) -> Option<FrontMatter> {
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    // A rule between paragraphs looks alike: only the head of a page is asked.
    let begins = FENCES.iter().any(|fence| text.starts_with(fence));
    let mut events = begins.then(|| Parser::new_ext(text, options).into_offset_iter())?;
    let (Event::Start(Tag::MetadataBlock(kind)), block) = events.next()? else { return None };
    let contents = events.take_while(|(event, _)| matches!(event, Event::Text(_))).map(|(_, range)| range);
    let inside = contents.reduce(|first, last| first.start..last.end).unwrap_or_default();
    let read = match kind {
        MetadataBlockKind::YamlStyle => yaml_title,
        MetadataBlockKind::PlusesStyle => toml_title,
    };
    let title = read(&text[inside.clone()]).map(|(title, range)| Title {
        text: title.map(|title| title.split_whitespace().collect::<Vec<_>>().join(" ")),
        range: range.start + inside.start..range.end + inside.start,
    });
    Some(FrontMatter { end: block.end, title: title.filter(|title| title.text.as_deref() != Some("")) })
}

#[derive(Deserialize)]
struct Titled {
    title: Option<Spanned<toml::Value>>,
}

fn toml_title(text: &str) -> Option<(Option<String>, Range<usize>)> {
    match toml::from_str::<Titled>(text) {
        Ok(Titled { title }) => title.map(|title| (title.get_ref().as_str().map(str::to_owned), title.span())),
        Err(error) => Some((None, error.span().unwrap_or(0..text.len()))),
    }
}

/// The value of the key `title`, which goes on to the next line that is not deeper.
fn yaml_title(text: &str) -> Option<(Option<String>, Range<usize>)> {
    let lines = || std::iter::once(0).chain(text.match_indices('\n').map(|(at, end)| at + end.len()));
    let start = lines().find(|at| text[*at..].starts_with(YAML_KEY))?;
    let ends = |at: &usize| *at > start && !text[*at..].starts_with(char::is_whitespace);
    let entry = text[start..lines().find(ends).unwrap_or(text.len())].trim_end();
    Some((yaml_value(entry), start..start + entry.len()))
}

/// The value of a mapping's only entry, where it is a text.
fn yaml_value(entry: &str) -> Option<String> {
    let events = YamlParser::new_from_str(entry).map_while(|event| Some(event.ok()?.0));
    let mut events = events.skip_while(|event| !matches!(event, Yaml::MappingStart(..))).skip(1);
    match [events.next()?, events.next()?, events.next()?] {
        [Yaml::Scalar(..), Yaml::Scalar(value, style, _, None), Yaml::MappingEnd] => {
            let is_null = style == ScalarStyle::Plain && NULLS.contains(&value.as_ref());
            Some(if is_null { String::new() } else { value.into_owned() })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The title; `?` where it cannot be read.
    fn told(found: &FrontMatter) -> Option<&str> {
        found.title.as_ref().map(|title| title.text.as_deref().unwrap_or("?"))
    }

    fn place(text: &str) -> &str {
        let title = read_front_matter(text).and_then(|found| found.title).expect("a title");
        &text[title.range]
    }

    #[test]
    fn reads_the_titles_of_both_kinds() {
        for (text, expected) in [
            ("---\ntitle: Pet\n---\n", Some("Pet")),
            ("---\nid: 7\ntitle: Pet of mine # ours\nsubtitle: No\n---\n", Some("Pet of mine")),
            ("---\r\ntitle: \"A \\\"pet\\\"\" # ours\r\n---\r\n", Some("A \"pet\"")),
            ("---\ntitle: 'It''s a pet'\n...\n", Some("It's a pet")),
            ("---\nof:\n  title: Pet\n---\n", None),
            ("---\ntitle: 7\n---\n", Some("7")),
            ("---\ntitle:\n---\n", None),
            ("---\ntitle: ~ # none\n---\n", None),
            ("---\ntitle: ''\n---\n", None),
            ("---\nfirst: [\ntitle: Pet\n---\n", Some("Pet")),
            ("+++\nweight = 3\ntitle = \"Pet\"\n+++\n", Some("Pet")),
            ("+++\nweight = 3\n+++\n", None),
        ] {
            let found = read_front_matter(text).unwrap_or_else(|| panic!("no front matter: {text}"));
            assert_eq!(told(&found), expected, "{text}");
            assert_eq!(found.end, text.trim_end().len(), "{text}");
        }
    }

    #[test]
    fn titles_over_several_lines_are_one() {
        for entry in [
            "title: >-\n  Pet of\n  mine",
            "title: |\n  Pet of\n\n  mine\n",
            "title: Pet\n  of mine # ours\n",
            "title:\n  Pet\n  of mine",
            "title: \"Pet\n  \\u006ff \\\n  mine\"",
            "title: 'Pet\n\n  of mine'",
        ] {
            for text in [format!("---\n{entry}\n---\n"), format!("---\nid: 7\n{entry}\nof: x\n---\n")] {
                let found = read_front_matter(&text).unwrap_or_else(|| panic!("no front matter: {text}"));
                assert_eq!(told(&found), Some("Pet of mine"), "{text}");
            }
        }
        let text = "+++\ntitle = \"\"\"\nPet\nof mine\"\"\"\n+++\n";
        assert_eq!(read_front_matter(text).as_ref().and_then(told), Some("Pet of mine"));
    }

    #[test]
    fn what_cannot_be_read_is_no_title_and_known() {
        for (text, expected) in [
            ("---\ntitle: 'Pet\nid: 7\n---\n", "title: 'Pet"),
            ("---\ntitle: [Pet]\n---\n", "title: [Pet]"),
            ("---\nid: ä\ntitle:\n  of: Pet\nlast: x\n---\n", "title:\n  of: Pet"),
            ("---\ntitle: Pet: mine\n---\n", "title: Pet: mine"),
            ("---\ntitle: *pet\n---\n", "title: *pet"),
            ("---\ntitle: !own Pet\n---\n", "title: !own Pet"),
            ("---\ntitle: 'Pet' of\n---\n", "title: 'Pet' of"),
            ("+++\ntitle = 3\n+++\n", "3"),
        ] {
            assert_eq!(read_front_matter(text).as_ref().and_then(told), Some("?"), "{text}");
            assert_eq!(place(text), expected, "{text}");
        }
        assert_eq!(read_front_matter("+++\nno TOML\n+++\n").as_ref().and_then(told), Some("?"));
    }

    #[test]
    fn knows_where_the_title_stands() {
        assert_eq!(place("---\nid: 7\ntitle: Pet\n---\n"), "title: Pet");
        assert_eq!(place("---\ntitle: >-\n  Pet\n\nid: 7\n---\n"), "title: >-\n  Pet");
        assert_eq!(place("+++\ntitle = \"Pet\"\n+++\n"), "\"Pet\"");
    }

    #[test]
    fn takes_nothing_else_for_it() {
        for text in
            ["# Pet\n\n---\ntitle: Pet\n---\n", "---\ntitle: Pet\n", "---\n\n# Pet\n", "----\ntitle: Pet\n----\n", ""]
        {
            assert_eq!(read_front_matter(text), None, "{text}");
        }
    }
}
