//! The `<!-- UsageSnippet … -->` comment.
//!
//! In: the text of an HTML block. Out: [`Usage`], or nothing when it is another comment or lacks an attribute. It must not know
//! pages or the model.

use super::written::Usage;

const LEAD_IN: &str = "<!-- UsageSnippet";

/// Reads the comment.
pub fn read_usage(html: &str) -> Option<Usage> {
    let attributes = html.trim().strip_prefix(LEAD_IN)?;
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
    use super::read_usage;

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
}
