//! What is said of each kind of guess, whole, and the rule that settles it.
//!
//! In: tiny docs trees. Out: nothing.

use crate::markdown::{self, FIELDS, PARAMETERS};
use tablature::{config::Config, generate::understand, source::Sources};

const SERVERS: &str = "<!-- Start Servers [server] -->\n| # | Server |\n| - | - |\n| 0 | `https://pets.example` |\n";

/// The guesses of a tree with these operations and pages: the code, the text at its place, and the message; and the help of each.
fn guesses(sections: &str, pages: &[(&str, String)]) -> Vec<(String, String)> {
    let group = format!("# Pets\n\n{}", sections.replace("<YOUR_BEARER_TOKEN_HERE>", "x"));
    let own = [("README.md", SERVERS), ("sdks/pets/README.md", &group)];
    let sources = Sources::from_memory(own.into_iter().chain(pages.iter().map(|(path, text)| (*path, text.as_str()))));
    let found = understand(&sources, &Config::default()).diagnostics.list;
    let of = |it: &tablature::source::Diagnostic| {
        let at = it.span.map_or("nowhere", |span| sources.text(span));
        let at = at.split(" | ").next().unwrap_or_default();
        (format!("{} {at}: {}", it.code.text(), it.message), it.help.clone().unwrap_or_default())
    };
    found.iter().map(of).collect()
}

/// A guess with the rule that settles it.
fn guess(said: &str, rule: &str) -> (String, String) {
    (said.to_owned(), format!("set what the API takes in overrides.toml:\n{rule}reason = \"…\""))
}

fn fields(path: &'static str, rows: &[&str]) -> (&'static str, String) {
    (path, markdown::page(path, &format!("{FIELDS}{}", markdown::rows(rows))))
}

/// The rule for a parameter of an operation.
fn parameter(operation: &str, name: &str, line: &str) -> String {
    format!("[[parameter]]\noperation = \"{operation}\"\nname = \"{name}\"\n{line}\n")
}

#[test]
fn parameters_of_no_known_place() {
    let visit = markdown::operation("python", "visit", "get /visit", &["limit | *str*"]);
    let said = "T0703 ## visit: 1 parameter is sent in the query because no page says where: `visit limit`";
    assert_eq!(guesses(&visit, &[]), [guess(said, &parameter("visit", "limit", "place = \"query\""))]);
    let visit = markdown::operation("python", "visit", "get /visit", &["last_event_id | *str*", "referer | *str*"]);
    let said = "T0703 ## visit: 2 parameters are sent in the query though named as a header: `visit last_event_id`, `visit referer`";
    assert_eq!(guesses(&visit, &[]), [guess(said, &parameter("visit", "last_event_id", "place = \"query\""))]);
}

/// One rule does for all operations: the value is the client's.
#[test]
fn parameters_of_the_client() {
    let usage = markdown::usage("python", "look", "get /look");
    let code = "with Pets(app_id=\"7\") as pets:\n    res = pets.look()\n";
    let rows = format!("{PARAMETERS}{}", markdown::rows(&["app_id | *str*"]));
    let look = format!("## look\n\n### Example Usage\n\n{usage}```python\n{code}```\n\n{rows}\n");
    let said = "T0703 ## look: 1 parameter is sent in the query by every client, though most such are headers under other names: `look app_id`";
    assert_eq!(guesses(&look, &[]), [guess(said, &parameter("*", "app_id", "place = \"header\"\nwire = \"…\""))]);
}

#[test]
fn names_with_brackets() {
    let rows = ["pageSize | `*int64`", "filterNameEq | `*string`"];
    let list = markdown::operation("go", "list", "get /pets", &rows) + "Try `?filter[name][eq]=x`.\n";
    let said = "T0704 ## list: 1 name is written with brackets as others are: `list pageSize`";
    let found = guesses(&list, &[]);
    assert_eq!(found[1], guess(said, &parameter("list", "pageSize", "wire = \"…\"")));
}

#[test]
fn spellings() {
    let visit = markdown::operation("python", "visit", "get /visit", &[]);
    let pet = fields("models/pet.md", &["name | *str*", "user_id | *str*", "birth_day | *str*"]);
    let said =
        "T0704 | `user_id`: the spelling of 2 JSON names is a guess by the SDK's language: `user_id`, or else `userId`";
    let help = "if it is the other, write in tablature.toml:\nwire_case = \"camel\"";
    assert_eq!(guesses(&visit, std::slice::from_ref(&pet)), [(said.to_owned(), help.to_owned())]);
    let path = markdown::operation("python", "visit", "get /visit/{petId}", &["pet_id! | *str*"]);
    let said = "T0704 | `user_id`: the spelling of 2 JSON names is a guess by the placeholders of the paths: `userId`, or else `user_id`";
    assert_eq!(guesses(&path, &[pet]), [(said.to_owned(), help.replace("camel", "snake"))]);
}

#[test]
fn credentials() {
    let visit = markdown::operation("python", "visit", "get /visit", &[]);
    let security = |rows: &[&str]| guesses(&visit, &[fields("models/security.md", rows)]);
    let rule = |name: &str, lines: &str| format!("[[security]]\nscheme = \"{name}\"\n{lines}\n");
    let said = "T0701 nowhere: 1 credential is taken for bearer tokens: `credentials pass`";
    assert_eq!(security(&["pass | *str*"]), [guess(said, &rule("pass", "kind = \"bearer\""))]);
    let said = "T0701 nowhere: 2 credentials are of a kind that only the name suggests: `credentials bearer_auth`, `credentials api_key`";
    let key = "T0702 nowhere: the docs do not say in which header the key `api_key` travels";
    let expected = [
        guess(said, &rule("bearer_auth", "kind = \"…\"")),
        guess(key, &rule("api_key", "kind = \"api-key\"\nheader = \"…\"")),
    ];
    assert_eq!(security(&["bearer_auth | *str*", "api_key | *str*"]), expected);
}

#[test]
fn bodies() {
    let row = "request! | [models.Pet](../../models/pet.md)";
    let token = markdown::operation("python", "token", "post /{pet_id}/oauth2/token", &[row, "pet_id! | *str*"]);
    let said = "T0705 ## token: 1 body is sent as a form because OAuth says so: `token`";
    let found = guesses(&token, &[fields("models/pet.md", &["name | *str*"])]);
    assert_eq!(found[0], guess(said, "[[operation]]\nid = \"token\"\nmedia = \"form\"\n"));
    let read = |id: &str| markdown::operation("python", id, &format!("get /{id}"), &[]) + "### Response\n\n**str**\n\n";
    let said = "T0705 ## a: 4 bodies are read as plain text, though a text may be JSON: `a`, `b`, `c`, …";
    let found = guesses(&["a", "b", "c", "d"].map(read).concat(), &[]);
    assert_eq!(found, [guess(said, "[[operation]]\nid = \"a\"\nsuccess_media = \"text/plain\"\n")]);
}

#[test]
fn styles() {
    let rows = ["tags | List[*str*]", "owner | [models.Pet](../../models/pet.md)"];
    let visit = markdown::operation("python", "visit", "get /visit", &rows);
    let found = guesses(&visit, &[fields("models/pet.md", &["name | *str*"])]);
    let list = "T0708 ## visit: 1 parameter is written once for each item, as lists may be: `visit tags`";
    let object = "T0708 ## visit: 1 parameter is written with each key in brackets, as objects may be: `visit owner`";
    assert_eq!(found[1], guess(list, &parameter("visit", "tags", "style = \"form-explode\"")));
    assert_eq!(found[2], guess(object, &parameter("visit", "owner", "style = \"deep-object\"")));
}

#[test]
fn servers() {
    let visit = format!("# Pets\n\n{}", markdown::operation("python", "visit", "get /visit", &[]));
    let sources = Sources::from_memory([("sdks/pets/README.md", visit.as_str())]);
    let found = understand(&sources, &Config::default()).diagnostics.list;
    let last = found.iter().find(|it| it.code.text() == "T0706").expect("no server");
    assert_eq!(last.message, "the docs do not say where the API is: every caller has to give the base URL");
    assert_eq!(last.help.as_deref(), Some(&*guess("", "[[server]]\nurl = \"https://…\"\n").1));
}
