//! The `<!-- UsageSnippet … -->` comment.
//!
//! In: the text of an HTML block. Out: [`Usage`], or nothing when it is another comment or lacks an attribute. It must not know
//! pages or the model.

use super::written::Usage;
use crate::lower::vocabulary::{METHODS, USAGE_COMMENT};

/// The language that a usage comment names, whatever else it has.
pub fn usage_language(html: &str) -> Option<&str> {
    attribute(html.trim().strip_prefix(USAGE_COMMENT)?, "language")
}

/// Reads the comment.
pub fn read_usage(html: &str) -> Option<Usage> {
    let attributes = html.trim().strip_prefix(USAGE_COMMENT)?;
    let find = |name| attribute(attributes, name).filter(|value| !value.is_empty());
    let whole = find("path")?;
    let (path, fragment) = whole.split_once('#').map_or((whole, None), |(path, rest)| (path, Some(rest)));
    Some(Usage {
        language: find("language")?.to_owned(),
        id: find("operationID")?.to_owned(),
        method: find("method")?.to_ascii_uppercase(),
        path: path.to_owned(),
        fragment: fragment.filter(|f| !f.is_empty()).map(str::to_owned),
    })
}

/// What is wrong with a usage comment that has all its attributes, if anything is.
pub fn problem(usage: &Usage) -> Option<String> {
    if !METHODS.contains(&usage.method.as_str()) {
        return Some(format!("`{}` is no HTTP method", usage.method));
    }
    (!is_path(&usage.path)).then(|| format!("`{}` is no path of a URL", usage.path))
}

/// A path stands behind a host, so it begins with a slash: what begins otherwise would be part of the host's name. It has neither
/// query nor steps to the folder above, and every `{` is closed.
fn is_path(path: &str) -> bool {
    let plain = |text: &str| text.bytes().all(|b| b.is_ascii_graphic() && !br#""<>\^`|?#{}"#.contains(&b));
    let mut pieces = path.split('{');
    let first = pieces.next().unwrap_or_default();
    let filled = |piece: &str| {
        piece.split_once('}').is_some_and(|(name, rest)| !name.is_empty() && !name.contains('/') && plain(rest))
    };
    first.starts_with('/')
        && plain(first)
        && pieces.all(filled)
        && !path.split('/').any(|step| matches!(step, "." | ".."))
}

/// The value of ` name="value"`.
fn attribute<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once("=\"")?;
        let (value, behind) = after.split_once('"')?;
        if before.split_whitespace().next_back() == Some(name) {
            return Some(value);
        }
        rest = behind;
    }
}

#[cfg(test)]
mod tests {
    use super::{is_path, read_usage};

    #[test]
    fn reads_every_attribute_by_name() {
        let usage = read_usage(
            r#"<!-- UsageSnippet language="go" operationID="a-b" method="get" path="/a/{b}#s" example="Fine" -->"#,
        )
        .unwrap();
        assert_eq!((usage.language.as_str(), usage.id.as_str()), ("go", "a-b"));
        assert_eq!((usage.method.as_str(), usage.path.as_str()), ("GET", "/a/{b}"));
        assert_eq!(usage.fragment.as_deref(), Some("s"));
    }

    #[test]
    fn refuses_other_comments_and_broken_ones() {
        assert_eq!(read_usage("<!-- Start Summary -->"), None);
        assert_eq!(read_usage(r#"<!-- UsageSnippet language="go" operationID="x" method="get" -->"#), None);
        assert_eq!(read_usage(r#"<!-- UsageSnippet language="go" operationID="x" method="get" path="/x"#), None);
    }

    #[test]
    fn knows_paths() {
        for path in ["/", "/a/{b}", "/a/{b}:do/{c_d}.json", "/{+a}", "/v1/~x"] {
            assert!(is_path(path), "{path}");
        }
        for path in [
            "@b.example/x",
            "x",
            "/a?b={b}",
            "/a/{b",
            "/a/b}",
            "/a/{{b}}",
            "/a/{}",
            "/../a",
            "/a b",
            "/é",
            "/a\r\nX: y",
        ] {
            assert!(!is_path(path), "{path}");
        }
    }
}
