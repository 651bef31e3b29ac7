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
    let code = call(language, "<YOUR_BEARER_TOKEN_HERE>");
    format!("## {id}\n\n### Example Usage\n\n{usage}```\n{code}\n```\n\n{parameters}")
}

/// Code that makes a client with a token, or without one where it is empty, and calls `shop.visit` on it. Nothing is done with the
/// result, so that there may be a response or none; TypeScript's always has one.
pub fn call(language: &str, token: &str) -> String {
    let (client, call) = match language {
        "typescript" => (
            "const pets = new Pets({ token: TOKEN });",
            "const result = await pets.shop.visit();\n\nconsole.log(result);",
        ),
        "python" => ("with Pets(token=TOKEN) as pets:", "    res = pets.shop.visit()"),
        "go" => ("s := pets.New(pets.WithToken(TOKEN))", "res, err := s.Shop.Visit(ctx)"),
        "csharp" => ("var sdk = new Pets(token: TOKEN);", "var res = await sdk.Shop.VisitAsync();"),
        "php" => ("$sdk = Pets::builder()->setToken(TOKEN)->build();", "$response = $sdk->shop->visit();"),
        "ruby" => ("s = ::Pets::Client.new(token: TOKEN)", "res = s.shop.visit"),
        _ => ("Pets sdk = Pets.builder().token(TOKEN).build();", "Response res = sdk.shop().visit().call();"),
    };
    let passed = [
        "{ token: TOKEN }",
        "token=TOKEN",
        "pets.WithToken(TOKEN)",
        "->setToken(TOKEN)",
        ".token(TOKEN)",
        "token: TOKEN",
    ];
    let client = match token {
        "" => passed.iter().fold(client.to_owned(), |client, passed| client.replace(passed, "")),
        token => client.replace("TOKEN", &format!("\"{token}\"")),
    };
    format!("{client}\n{call}")
}
