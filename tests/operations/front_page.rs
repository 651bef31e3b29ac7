//! What the front page of an SDK adds to the model, and what contradicts it.
//!
//! In: front pages beside operations. Out: nothing.

use super::fixture::Tree;
use crate::markdown;
use tablature::model::{Auth, Basis, Evidence, Fact, Model, SchemeKind};

const BEARER: &str = "| `token` | http | HTTP Bearer |\n";

fn front(key: &str, text: &str) -> String {
    format!("# Pets\n\n<!-- Start Part [{key}] -->\n{text}\n<!-- End Part [{key}] -->\n")
}

fn schemes(rows: &str) -> String {
    front("security", &format!("| Name | Type | Scheme |\n| - | - | - |\n{rows}"))
}

fn tree(front_page: &str) -> Tree {
    Tree::of("python").file("README.md", front_page).operation("visit", "get /visit", &[], "")
}

fn kinds(model: &Model) -> Vec<(&str, SchemeKind)> {
    model.security.iter().map(|scheme| (scheme.doc_name.as_str(), scheme.kind.value)).collect()
}

fn is_from<T>(fact: &Fact<T>, evidence: Evidence, at: &str) -> bool {
    fact.basis == Basis::Read(evidence, at.to_owned())
}

#[test]
fn servers_have_their_line_and_a_default() {
    let text = "| # | Server | Description |\n| - | - | - |\n| 0 | `https://{zone}.pets.example/` | Ours |\n\n\
        | Variable | Default |\n| - | - |\n| `zone` | `\"eu\"` |\n";
    let model = tree(&front("server", text)).model();
    let server = &model.servers[0];
    assert_eq!(
        (server.url.value.as_str(), server.default_url().as_str()),
        ("https://{zone}.pets.example", "https://eu.pets.example")
    );
    assert!(is_from(&server.url, Evidence::FrontPage, "README.md:6"), "{:?}", server.url.basis);
}

#[test]
fn a_default_with_a_scheme_of_its_own_is_the_whole_address() {
    let text = "| # | Server |\n| - | - |\n| 0 | `https://{url}` |\n\n| Variable | Default |\n| - | - |\n| `url` | `\"http://localhost:1\"` |\n";
    assert_eq!(tree(&front("server", text)).model().servers[0].default_url(), "http://localhost:1");
}

#[test]
fn the_front_page_tells_the_kinds_of_credentials() {
    let rows = "| `key` | http | HTTP Bearer |\n| `user`<br/>`pass` | http | HTTP Basic |\n| `bearer` | apiKey | API key |\n\
        | `id`<br/>`secret`<br/>`url` | oauth2 | OAuth2 Client Credentials Flow |\n";
    let model = tree(&schemes(rows)).model();
    assert_eq!(
        kinds(&model),
        [
            ("key", SchemeKind::Bearer),
            ("user:pass", SchemeKind::Basic),
            ("bearer", SchemeKind::ApiKey),
            ("id:secret", SchemeKind::ClientCredentials)
        ]
    );
    assert!(is_from(&model.security[0].kind, Evidence::FrontPage, "README.md:6"));
}

#[test]
fn a_page_with_the_id_and_secret_of_a_client_says_that_a_token_is_fetched() {
    let link = "oauth | [models.Oauth](../models/oauth.md)";
    let tree = tree(&schemes("| `oauth` | oauth2 | OAuth2 token |\n")).fields("models/security.md", &[link]);
    let model = tree.fields("models/oauth.md", &["client_id! | *str*", "client_secret! | *str*"]).model();
    assert_eq!(kinds(&model), [("oauth", SchemeKind::ClientCredentials)]);
}

#[test]
fn without_a_front_page_usage_code_tells_the_kind() {
    let model = Tree::of("python")
        .fields("models/security.md", &["key | *str*"])
        .operation("visit", "get /visit", &[], "")
        .model();
    assert_eq!(kinds(&model), [("key", SchemeKind::Bearer)]);
    assert!(is_from(&model.security[0].kind, Evidence::UsageCode, "sdks/petshop/README.md:8"), "{:?}", model.security);
}

#[test]
fn an_operation_with_the_apis_own_credential_has_its_kind() {
    let row = "security! | [models.VisitSecurity](../../models/visitsecurity.md)";
    let tree = Tree::of("python").file("README.md", &schemes("| `pass_key` | http | HTTP Bearer |\n"));
    let tree = tree.fields("models/visitsecurity.md", &["pass_key | *str*"]);
    let operation = tree.operation("visit", "get /visit", &[row], "").only();
    let Auth::Own(own) = &operation.auth.value else { panic!("{:?}", operation.auth) };
    assert_eq!(own[0].kind.value, SchemeKind::Bearer);
}

#[test]
fn an_example_with_another_kind_of_credential_is_a_finding_with_both_places() {
    assert_eq!(tree(&schemes(BEARER)).lower().1.list, []);
    let found = tree(&schemes("| `token` | apiKey | API key |\n")).lower().1.list;
    let [finding] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(finding.code.text(), "T0402");
    assert!(finding.message.contains("README.md:6") && finding.span.is_some(), "{finding:?}");
}

#[test]
fn a_part_without_what_it_should_hold_is_a_finding() {
    for (text, codes) in [
        (front("server", "| # | Sever |\n| - | - |\n| 0 | `https://a.example` |\n"), &["T0707"][..]),
        (schemes("").replace("Scheme", "Sceme"), &["T0707"]),
        (front("server", "| # | Server |\n| - | - |\n| 0 | `https://a.example` |\n"), &[]),
        ("# Pets\n\n## Authentication\n".to_owned(), &[]),
    ] {
        assert_eq!(tree(&text).codes(), codes, "{text}");
    }
}

#[test]
fn title_purpose_and_link_are_the_front_pages() {
    let text = "## Summary\n\nPets: All about pets.\n\nFor more information about the API: [Docs](https://pets.example/docs)\n";
    let about = tree(&front("summary", text)).model().about;
    let texts = [about.title, about.summary, about.link].map(|fact| fact.map(|fact| fact.value));
    assert_eq!(texts.map(Option::unwrap_or_default), ["Pets", "All about pets.", "https://pets.example/docs"]);
}

#[test]
fn an_operation_without_code_is_called_as_the_front_page_lists_it() {
    let item =
        "### [Beta.Cats](docs/sdks/petshop/README.md)\n\n* [stroke](docs/sdks/petshop/README.md#stroke) - Stroke one\n";
    let usage = markdown::usage("python", "stroke_cat", "post /cats");
    let section = format!("## stroke\n\n### Example Usage\n\n{usage}");
    let operation = Tree::of("python").file("README.md", &front("operations", item)).section(&section).only();
    assert_eq!(operation.sdk_path.map(|path| path.value.join(".")), Some("Beta.Cats.stroke".to_owned()));
}
