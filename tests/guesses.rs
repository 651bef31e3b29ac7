//! Guesses that can break a call: what is warned of, and what settles it.
//!
//! In: tiny docs trees and rules. Out: nothing.

use crate::markdown::{self, FIELDS};
use tablature::{
    config::{Config, parse_overrides},
    generate::understand,
    source::{Diagnostic, Diagnostics, Sources},
};

const SERVERS: &str = "<!-- Start Servers [server] -->\n| # | Server |\n| - | - |\n| 0 | `https://pets.example` |\n<!-- End Servers [server] -->\n";
const KEY: &str =
    "<!-- Start Security [security] -->\n| Name | Type | Scheme |\n| - | - | - |\n| `pass` | apiKey | API key |\n";

/// What is found in pages, with these rules.
fn understood(pages: &[(&str, &str)], rules: &str) -> Vec<Diagnostic> {
    let mut sources = Sources::from_memory(pages.iter().copied());
    let file = sources.attach("overrides.toml", rules.to_owned());
    let mut found = Diagnostics::default();
    let config = Config { overrides: parse_overrides(file, &sources, &mut found), ..Config::default() };
    found.list.extend(understand(&sources, &config).diagnostics.list);
    found.list
}

/// The findings of docs with these pages beside one operation, with these rules.
fn findings(front: &str, field: &str, rows: &[&str], rules: &str) -> Vec<String> {
    let section = markdown::operation("python", "visit", "get /visit", rows).replace("<YOUR_BEARER_TOKEN_HERE>", "x");
    let pages = [
        ("README.md", front.to_owned()),
        ("models/pet.md", markdown::page("models/pet.md", &format!("{FIELDS}{}", markdown::rows(&[field])))),
        ("sdks/pets/README.md", format!("# Pets\n\n{section}")),
    ];
    understood(&pages.each_ref().map(|(path, text)| (*path, text.as_str())), rules)
        .iter()
        .map(|it| format!("{} {}\n{}", it.code.text(), it.message, it.help.as_deref().unwrap_or_default()))
        .collect()
}

fn only(found: &[String]) -> &str {
    let [only] = found else { panic!("{found:#?}") };
    only
}

#[test]
fn what_the_docs_state_is_no_guess() {
    assert_eq!(findings(SERVERS, "name | *str*", &[], ""), [""; 0]);
}

#[test]
fn an_api_without_a_server_is_warned_of_until_a_rule_names_one() {
    let found = findings("", "name | *str*", &[], "");
    assert!(only(&found).starts_with("T0706") && only(&found).contains("[[server]]"), "{found:?}");
    let rule = "[[server]]\nurl = \"https://pets.example/v1\"\nreason = \"the vendor says so\"\n";
    assert_eq!(findings("", "name | *str*", &[], rule), [""; 0]);
    let found = findings("", "name | *str*", &[], &rule.replace("https://", ""));
    assert!(found[0].starts_with("T0503"), "{found:?}");
}

#[test]
fn a_server_with_a_variable_of_no_known_value_is_warned_of() {
    let found = findings(&SERVERS.replace("pets.example", "{tenant}.pets.example"), "name | *str*", &[], "");
    assert!(only(&found).starts_with("T0706") && only(&found).contains("`https://{tenant}.pets.example`"), "{found:?}");
}

#[test]
fn parameters_of_no_known_place_are_one_warning() {
    let rows = ["one | *str*", "two | *str*", "three | *str*", "four | *str*"];
    let found = findings(SERVERS, "name | *str*", &rows, "");
    let text = only(&found);
    assert!(text.starts_with("T0703 4 parameters are sent in the query"), "{text}");
    assert!(
        text.contains("`visit one`, `visit two`, `visit three`, …") && text.contains("place = \"query\""),
        "{text}"
    );
    let three = findings(SERVERS, "name | *str*", &rows[..3], "");
    assert!(only(&three).contains("`visit one`, `visit two`, `visit three`\n"), "{three:?}");
    let rule = "[[parameter]]\noperation = \"*\"\nname = \"*\"\nplace = \"query\"\nreason = \"so it is\"\n";
    assert_eq!(findings(SERVERS, "name | *str*", &rows, rule), [""; 0]);
}

#[test]
fn a_key_without_a_header_is_warned_of() {
    let found = findings(&format!("{SERVERS}{KEY}"), "name | *str*", &[], "");
    assert!(only(&found).starts_with("T0702") && only(&found).contains("`pass`"), "{found:?}");
    let rule = "[[security]]\nscheme = \"pass\"\nkind = \"api-key\"\nheader = \"X-Pass\"\nreason = \"so it is\"\n";
    assert_eq!(findings(&format!("{SERVERS}{KEY}"), "name | *str*", &[], rule), [""; 0]);
}

#[test]
fn a_credential_that_only_its_name_describes_is_warned_of() {
    let page = markdown::page("models/security.md", &format!("{FIELDS}{}", markdown::rows(&["pass | *str*"])));
    let section = markdown::operation("python", "visit", "get /visit", &[]).replace("<YOUR_BEARER_TOKEN_HERE>", "x");
    let pages = [
        ("README.md", SERVERS),
        ("models/security.md", &page),
        ("sdks/pets/README.md", &format!("# Pets\n\n{section}")),
    ];
    let found = understand(&Sources::from_memory(pages), &Config::default()).diagnostics.list;
    let [finding] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(finding.code.text(), "T0701");
}

#[test]
fn a_spelling_that_nothing_shows_is_warned_of_with_both() {
    let found = findings(SERVERS, "birth_day | *str*", &[], "");
    let text = only(&found);
    let spelled =
        "T0704 the spelling of 1 JSON name is a guess by the SDK's language: `birth_day`, or else `birthDay`\n";
    assert!(text.starts_with(spelled), "{text}");
    assert!(text.contains("wire_case = \"camel\""), "{text}");
}

#[test]
fn a_form_that_oauth_asks_for_is_warned_of() {
    let row = "request! | [models.Pet](../../models/pet.md)";
    let section = markdown::operation("python", "token", "post /{pet_id}/oauth2/token", &[row, "pet_id! | *str*"]);
    let page = markdown::page("models/pet.md", &format!("{FIELDS}{}", markdown::rows(&["name | *str*"])));
    let pages =
        [("README.md", SERVERS), ("models/pet.md", &page), ("sdks/pets/README.md", &format!("# Pets\n\n{section}"))];
    let found = understand(&Sources::from_memory(pages), &Config::default()).diagnostics.list;
    assert!(found.iter().any(|finding| finding.code.text() == "T0705"), "{found:?}");
}

#[test]
fn lists_and_objects_in_the_query_are_warned_of_until_a_rule_says_how_they_are_written() {
    let place = "[[parameter]]\noperation = \"*\"\nname = \"*\"\nplace = \"query\"\nreason = \"so it is\"\n";
    let rows = ["tags | List[*str*]", "owner | [models.Pet](../../models/pet.md)"];
    let found = findings(SERVERS, "name | *str*", &rows, place);
    let [list, object] = found.as_slice() else { panic!("{found:#?}") };
    assert!(
        list.starts_with("T0708 1 parameter is written once for each item, as lists may be: `visit tags`"),
        "{list}"
    );
    assert!(object.contains(" is written with each key in brackets, as objects may be: `visit owner`"), "{object}");
    let style = |finding: &str| {
        finding.split_once("[[").map_or(String::new(), |(_, it)| format!("[[{it}\n").replace('…', "so"))
    };
    let rules = format!("{place}{}{}", style(object), style(list));
    assert_eq!(findings(SERVERS, "name | *str*", &rows, &rules), [""; 0], "{rules}");
}

#[test]
fn a_bare_text_is_warned_of_until_a_rule_says_what_it_is() {
    let section = markdown::operation("python", "read", "get /note", &[]) + "### Response\n\n**str**\n";
    let found = |rule: &str| {
        let pages = [("README.md", SERVERS), ("sdks/notes/README.md", &format!("# Notes\n\n{section}"))];
        understood(&pages, rule).iter().map(|it| format!("{} {}", it.code.text(), it.message)).collect::<Vec<_>>()
    };
    assert_eq!(found(""), ["T0705 1 body is read as plain text, though a text may be JSON: `read`"]);
    let rule = "[[operation]]\nid = \"read\"\nsuccess_media = \"text/csv\"\nreason = \"a table\"\n";
    assert_eq!(found(rule), [""; 0]);
}

#[test]
fn the_docs_of_an_endpoint_name_what_is_guessed() {
    let section = markdown::operation("python", "visit", "get /visit/{id}", &["id! | *str*", "limit | *str*"]);
    let pages = [("sdks/pets/README.md", format!("# Pets\n\n{section}"))];
    let sources = Sources::from_memory(pages.iter().map(|(path, text)| (*path, text.as_str())));
    let generated = tablature::generate::generate(&sources, &Config::default());
    let remark = "/// Sent in the query, though no page says so: `limit`.";
    assert_eq!(generated.files.iter().filter(|file| file.text.contains(remark)).count(), 1);
}

/// What a warning says to paste settles it, once its `…` is filled in.
#[test]
fn a_global_parameter_of_no_known_place_is_warned_of_until_a_rule_says_where() {
    let global = markdown::page("models/visitglobals.md", &format!("{FIELDS}{}", markdown::rows(&["fleet | *str*"])));
    let section = markdown::operation("python", "visit", "get /visit", &[]).replace("<YOUR_BEARER_TOKEN_HERE>", "x");
    let found = |rule: &str| {
        let pages = [
            ("README.md", SERVERS),
            ("models/visitglobals.md", &global),
            ("sdks/pets/README.md", &format!("# Pets\n\n{section}")),
        ];
        understood(&pages, rule)
            .iter()
            .map(|it| (it.message.clone(), it.help.clone().unwrap_or_default()))
            .collect::<Vec<_>>()
    };
    let [(message, help)] = &found("")[..] else { panic!("{:?}", found("")) };
    let sent = "1 parameter is sent in the query by every client, though most such are headers under other names";
    assert_eq!(*message, format!("{sent}: `visit fleet`"));
    let rule = "[[parameter]]\noperation = \"*\"\nname = \"fleet\"\nplace = \"header\"\nwire = \"…\"\n";
    assert!(help.contains(rule), "{help}");
    assert_eq!(found(&format!("{}reason = \"so it is\"\n", rule.replace('…', "X-Fleet"))), []);
}
