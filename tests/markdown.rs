//! The markdown of pages, as tests write it.
//!
//! In: names, types, values. Out: text. It must not know what a test is about.

/// The head of a section of fields.
pub const FIELDS: &str = "## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n";

/// The head of a section of parameters.
pub const PARAMETERS: &str =
    "### Parameters\n\n| Parameter | Type | Required | Description |\n| --- | --- | --- | --- |\n";

/// Rows of fields or parameters: `name | type` is optional, `name! | type` is required.
pub fn rows(rows: &[&str]) -> String {
    rows.iter().map(|text| row(text)).collect()
}

fn row(text: &str) -> String {
    let (name, ty) = text.split_once(" | ").unwrap_or_else(|| panic!("a name and a type: {text}"));
    let (name, mark) = match name.strip_suffix('!') {
        Some(name) => (name, ":heavy_check_mark:"),
        None => (name, ":heavy_minus_sign:"),
    };
    format!("| `{name}` | {ty} | {mark} | N/A |\n")
}

/// A section of values, each under its own name.
pub fn values(values: &[&str]) -> String {
    let rows: String = values.iter().map(|value| format!("| `{value}` | {value} |\n")).collect();
    format!("## Values\n\n| Name | Value |\n| --- | --- |\n{rows}")
}

/// The title of the page at a path, and what stands below it.
pub fn page(path: &str, text: &str) -> String {
    let title = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".md");
    format!("# {title}\n\n{text}\n")
}

/// The usage comment of an operation: its id, its method and path (`get /pets`).
pub fn usage(language: &str, id: &str, url: &str) -> String {
    let (method, path) = url.split_once(' ').unwrap_or_else(|| panic!("a method and a path: {url}"));
    format!("<!-- UsageSnippet language=\"{language}\" operationID=\"{id}\" method=\"{method}\" path=\"{path}\" -->\n")
}

/// The section of an operation, with an example that passes credentials.
pub fn operation(language: &str, id: &str, url: &str, parameters: &[&str]) -> String {
    let usage = usage(language, id, url);
    let parameters = if parameters.is_empty() { String::new() } else { format!("{PARAMETERS}{}\n", rows(parameters)) };
    format!("## {id}\n\n### Example Usage\n\n{usage}```\ncall(token)\n```\n\n{parameters}")
}
