//! Front matter: what stands between two lines of `---` (YAML) or `+++` (TOML) at the head of a page.
//!
//! In: the text of a page. Out: where its front matter ends, and the title that this states. It must not know what else it says.

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag};
use serde::Deserialize;
use std::ops::Range;
use toml::Spanned;

/// The front matter of a page.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// Where the page goes on.
    pub end: usize,
    /// The title, and where it stands.
    pub title: Option<(String, Range<usize>)>,
}

/// The lines that it begins with.
const FENCES: [&str; 2] = ["---", "+++"];

/// How a value begins that YAML does not read as a text on one line.
const NOT_PLAIN: &[char] = &['[', '{', '&', '*', '!', '|', '>', '%', '@', '`', '#'];

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
    let at = |range: Range<usize>| range.start + inside.start..range.end + inside.start;
    let title = read(&text[inside.clone()]).map(|(title, range)| (title, at(range)));
    Some(FrontMatter { end: block.end, title: title.filter(|(title, _)| !title.is_empty()) })
}

#[derive(Deserialize)]
struct Titled {
    title: Option<Spanned<String>>,
}

fn toml_title(text: &str) -> Option<(String, Range<usize>)> {
    let title = toml::from_str::<Titled>(text).ok()?.title?;
    let range = title.span();
    Some((title.into_inner(), range))
}

/// The value of the key `title`, where it is a text on one line.
fn yaml_title(text: &str) -> Option<(String, Range<usize>)> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(value) = line.strip_prefix("title:").filter(|value| value.starts_with([' ', '\t'])) {
            return Some((yaml_text(value.trim())?, start..start + line.trim_end().len()));
        }
        start += line.len();
    }
    None
}

fn yaml_text(value: &str) -> Option<String> {
    match value.chars().next()? {
        // What YAML escapes in such a text, JSON escapes likewise.
        '"' => serde_json::Deserializer::from_str(value).into_iter().next()?.ok(),
        '\'' => {
            let quoted = value[1..].replace("''", "\0");
            Some(quoted.split_once('\'')?.0.replace('\0', "'"))
        }
        first if NOT_PLAIN.contains(&first) => None,
        _ => Some(value.split(" #").next().unwrap_or(value).trim_end().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_titles_of_both_kinds() {
        for (text, expected) in [
            ("---\ntitle: Pet\n---\n", Some("Pet")),
            ("---\nid: 7\ntitle: Pet of mine # ours\nsubtitle: No\n---\n", Some("Pet of mine")),
            ("---\r\ntitle: \"A \\\"pet\\\"\" # ours\r\n---\r\n", Some("A \"pet\"")),
            ("---\ntitle: 'It''s a pet'\n...\n", Some("It's a pet")),
            ("---\nof:\n  title: Pet\n---\n", None),
            ("---\ntitle: >\n  Pet\n---\n", None),
            ("---\ntitle: 'Pet\n---\n", None),
            ("---\ntitle:\n---\n", None),
            ("---\ntitle: ''\n---\n", None),
            ("+++\nweight = 3\ntitle = \"Pet\"\n+++\n", Some("Pet")),
            ("+++\ntitle = 3\n+++\n", None),
            ("+++\nno TOML\n+++\n", None),
        ] {
            let found = read_front_matter(text).unwrap_or_else(|| panic!("no front matter: {text}"));
            assert_eq!(found.title.as_ref().map(|(title, _)| title.as_str()), expected, "{text}");
            assert_eq!(found.end, text.trim_end().len(), "{text}");
        }
    }

    #[test]
    fn knows_where_the_title_stands() {
        let text = "---\nid: 7\ntitle: Pet\n---\n";
        let (_, range) = read_front_matter(text).and_then(|found| found.title).expect("a title");
        assert_eq!(&text[range], "title: Pet");
        let text = "+++\ntitle = \"Pet\"\n+++\n";
        let (_, range) = read_front_matter(text).and_then(|found| found.title).expect("a title");
        assert_eq!(&text[range], "\"Pet\"");
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
