//! What the source says of the API: credentials, servers, and which call is of which operation.
//!
//! In: pages, and facts of classes and calls. Out: nothing.

use super::facts::{call, class};
use crate::operations::fixture::Tree;
use tablature::model::{Auth, Operation, SecurityScheme, Server};

fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).expect("JSON").as_str().unwrap_or_default().to_owned()
}

/// A tree with the credential `token`.
fn secured() -> Tree {
    let tree = Tree::of("python").fields("models/components/Security.md", &["token! | *str*"]);
    tree.operation("look", "get /ship", &[], "")
}

fn shown(scheme: &SecurityScheme) -> String {
    let key = scheme.key.as_ref().map(|it| format!(" {} {}", word(it.value.place), it.value.name));
    let env: String = scheme.env.iter().map(|it| format!(" ${}", it.value)).collect();
    format!("{} {}{}{env}", scheme.doc_name, word(scheme.kind.value), key.unwrap_or_default())
}

fn scheme(facts: &str) -> String {
    let model = secured().facts(facts).model();
    let [scheme] = model.security.as_slice() else { panic!("{:?}", model.security) };
    shown(scheme)
}

fn of_token(facts: &[&str]) -> Vec<String> {
    facts.iter().map(|fact| format!("of = 'token', {fact}")).collect()
}

fn class_of_token(name: &str, facts: &[&str]) -> String {
    class(name, &of_token(facts).iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn a_credential_is_sent_as_the_source_says() {
    let key = "scheme-type = 'apiKey'";
    for (facts, expected) in [
        (&["scheme-type = 'http'", "scheme-subtype = 'bearer'"][..], "token bearer"),
        (&["scheme-type = 'HTTP'", "scheme-subtype = 'Basic'"], "token basic"),
        (&["scheme-type = 'http:basic'"], "token basic"),
        (&["scheme-type = 'http'", "scheme-subtype = 'digest'"], "token bearer"),
        (&["scheme-type = 'oauth2'"], "token bearer"),
        (&["scheme-type = 'oauth2'", "scheme-subtype = 'client_credentials'"], "token client-credentials"),
        (&["scheme-type = 'oauth2:client_credentials'"], "token client-credentials"),
        (&["scheme-type = 'openIdConnect'"], "token bearer"),
        (&[key, "scheme-subtype = 'header'", "scheme-name = 'X-Key'"], "token api-key header X-Key"),
        (&[key, "scheme-subtype = 'query'", "scheme-name = 'key'"], "token api-key query key"),
        (&["scheme-type = 'apiKey:cookie'", "scheme-name = 'key'"], "token api-key cookie key"),
        (&["scheme-type = 'http:bearer'", "env = 'ship_token'"], "token bearer $SHIP_TOKEN"),
        (&["scheme-type = 'http:bearer'", "env = ''"], "token bearer"),
        (&["scheme-type = 'http:bearer'", "scheme-name = 'Authorization'"], "token bearer"),
    ] {
        assert_eq!(scheme(&class_of_token("components/Security", facts)), expected, "{facts:?}");
    }
}

#[test]
fn a_variable_of_the_environment_is_listed_once() {
    let front = "<!-- Start Security [security] -->\n| Name | Type | Scheme | Environment Variable |\n| - | - | - | - |\n\
        | `token` | http | HTTP Bearer | `SHIP_TOKEN` |\n";
    let of = |env: &str| {
        let facts = ["scheme-type = 'http:bearer'".to_owned(), format!("env = '{env}'")];
        let facts = class_of_token("components/Security", &[&facts[0], &facts[1]]);
        shown(&secured().file("README.md", front).facts(&facts).model().security[0])
    };
    assert_eq!(of("ship_token"), "token bearer $SHIP_TOKEN");
    assert_eq!(of("fleet_token"), "token bearer $SHIP_TOKEN $FLEET_TOKEN");
}

/// The class of the credentials goes before others; these count where they all say the same.
#[test]
fn classes_that_say_different_things_of_a_credential_say_nothing() {
    let basic = ["scheme-type = 'http:basic'"];
    let split = ["scheme-type = 'http'", "scheme-subtype = 'basic'"];
    let key = ["scheme-type = 'apiKey:header'", "scheme-name = 'K'"];
    let unsaid = scheme(
        &class_of_token("components/Other", &["wire = 'token'"]).replace("components/Other", "components/Security"),
    );
    let of = |classes: &[(&str, &[&str])]| {
        scheme(&classes.iter().map(|(name, facts)| class_of_token(name, facts)).collect::<String>())
    };
    assert_eq!(of(&[("operations/OneSecurity", &basic)]), "token basic");
    assert_eq!(of(&[("operations/OneSecurity", &basic), ("operations/TwoSecurity", &split)]), "token basic");
    assert_eq!(of(&[("operations/OneSecurity", &basic), ("operations/TwoSecurity", &key)]), unsaid);
    assert_eq!(of(&[("operations/OneSecurity", &basic), ("components/Security", &key)]), "token api-key header K");
    assert_eq!(of(&[("operations/OneSecurity", &basic), ("shared/Security", &key)]), "token api-key header K");
}

fn operations(tree: Tree) -> Vec<Operation> {
    tree.model().operations
}

#[test]
fn an_operation_sends_the_credentials_that_its_call_sends() {
    let auth = |facts: &[&str]| {
        let tree = secured().facts(&class_of_token("components/Security", &["scheme-type = 'http:bearer'"]));
        operations(tree.facts(&call("GET /ship", "look", facts)))[0].auth.value.clone()
    };
    assert_eq!(auth(&["credentials = 'none'"]), Auth::Public);
    assert_eq!(auth(&["credentials = 'client'"]), Auth::Global);
    assert_eq!(auth(&["credentials = 'none'", "credentials = 'none'"]), Auth::Public);
    assert_eq!(auth(&["credentials = 'none'", "credentials = 'client'"]), auth(&[]));
    assert_eq!(auth(&["credentials = 'other'"]), auth(&[]));
}

fn urls(servers: &[Server]) -> Vec<String> {
    let name = |it: &Server| it.name.as_ref().map(|name| format!("{name}: ")).unwrap_or_default();
    servers.iter().map(|it| format!("{}{}", name(it), it.url.value)).collect()
}

const SERVERS: &str = "[[sdk.api]]\nfile = \"sdk.src\"\nfacts = [\n\
    { server = 'https://ships.example/', with = 'live', line = 1 },\n{ server = 'https://test.example', line = 2 },\n]\n";

#[test]
fn servers_are_those_of_the_source() {
    let front = "# Ships\n\n<!-- Start Servers [server] -->\n| # | Server |\n| - | - |\n| 0 | `https://own.example` |\n<!-- End Servers [server] -->\n";
    let tree = || Tree::of("python").operation("look", "get /ship", &[], "").facts(SERVERS);
    assert_eq!(urls(&tree().model().servers), ["live: https://ships.example", "https://test.example"]);
    assert_eq!(urls(&tree().file("README.md", front).model().servers), ["https://own.example"]);
}

#[test]
fn an_operation_may_have_servers_of_its_own() {
    let own = |facts: &[&str], classes: &str| {
        let tree = Tree::of("python").operation("look", "get /ship", &[], "").facts(SERVERS);
        urls(&operations(tree.facts(&call("GET /ship", "look", facts)).facts(classes))[0].servers)
    };
    let fleet = class("operations/LookServers", &["server = 'https://a.example/'", "server = 'https://b.example'"]);
    assert_eq!(own(&[], ""), [""; 0]);
    assert_eq!(own(&["server = 'https://own.example/'"], ""), ["https://own.example"]);
    assert_eq!(own(&["servers = 'look_servers'"], &fleet), ["https://a.example", "https://b.example"]);
    let both = own(&["servers = 'LookServers'", "server = 'https://own.example'"], &fleet);
    assert_eq!(both, ["https://own.example", "https://a.example", "https://b.example"]);
    let same = ["server = 'https://ships.example'", "server = 'https://test.example/'"];
    assert_eq!(own(&same, ""), [""; 0], "those of the API are no others");
    assert_eq!(own(&same[..1], ""), ["https://ships.example"]);
}

/// Which call states the status of `GET /ship`, an operation of this id.
fn status(id: &str, calls: &[(&str, &str, &str)]) -> Option<u16> {
    let facts = calls.iter().map(|(url, id, status)| call(url, id, &[&format!("answer = '{status}'")]));
    let tree = Tree::of("python").operation(id, "get /ship", &[], "").facts(&facts.collect::<String>());
    tree.lower().0.operations[0].status.as_ref().map(|it| it.value)
}

#[test]
fn an_operation_is_the_call_of_its_address_and_id() {
    assert_eq!(status("look", &[("GET /ship", "look", "201")]), Some(201));
    assert_eq!(status("look", &[("GET /ship", "", "201")]), Some(201), "a call without an id");
    assert_eq!(status("look", &[("GET /ship", "see", "201")]), None);
    assert_eq!(status("look", &[("POST /ship", "look", "201")]), None);
    assert_eq!(status("look", &[("GET /ships", "look", "201")]), None);
    assert_eq!(status("look", &[("GET /ship", "see", "201"), ("GET /ship", "look", "202")]), Some(202));
    assert_eq!(status("look", &[("GET /ship", "", "201"), ("GET /ship", "", "202")]), None);
}
