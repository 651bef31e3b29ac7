//! Which credentials operations need.
//!
//! In: code examples, security rows and the Security page. Out: nothing.

use super::fixture::Tree;
use crate::markdown;
use tablature::model::{Auth, SchemeKind, SecurityScheme};

#[test]
fn an_example_without_the_usual_credential_is_public() {
    let usage = "<!-- UsageSnippet language=\"java\" operationID=\"health\" method=\"get\" path=\"/health\" -->";
    let tree = Tree::of("java").operation("a", "get /a", &[], "").operation("b", "get /b", &[], "");
    let code = markdown::call("java", "");
    let tree = tree.section(&format!("## health\n\n### Example Usage\n\n{usage}\n```\n{code}\n```\n"));
    let auths: Vec<_> = tree.model().operations.into_iter().map(|it| it.auth.value).collect();
    assert_eq!(auths, [Auth::Global, Auth::Global, Auth::Public]);
}

#[test]
fn a_security_row_names_its_own() {
    let row = "security! | [models.GetPetSecurity](../../models/getpetsecurity.md)";
    let tree = Tree::of("python").fields("models/getpetsecurity.md", &["customer_session | *str*"]);
    let operation = tree.operation("get_pet", "get /pet", &[row], "").only();
    let Auth::Own(schemes) = &operation.auth.value else { panic!("{:?}", operation.auth) };
    assert_eq!(shown(schemes), [("customer_session", SchemeKind::Bearer)]);
    assert!(operation.parameters.is_empty());
}

#[test]
fn the_security_page_lists_the_ways() {
    let rows =
        ["bearerAuth | *Optional\\<String>*", "apiKey | *Optional\\<String>*", "password | *Optional\\<String>*"];
    let tree = Tree::of("java").fields("models/components/Security.md", &rows).operation("a", "get /a", &[], "");
    assert_eq!(
        shown(&tree.model().security),
        [("bearerAuth", SchemeKind::Bearer), ("apiKey", SchemeKind::ApiKey), ("password", SchemeKind::Basic)]
    );
}

#[test]
fn a_user_and_a_password_are_one_way() {
    let rows = ["password | *Optional\\<String>*", "token | *Optional\\<String>*", "username | *Optional\\<String>*"];
    let tree = Tree::of("java").fields("models/components/Security.md", &rows).operation("a", "get /a", &[], "");
    let security = tree.model().security;
    assert_eq!(shown(&security), [("token", SchemeKind::Bearer), ("username:password", SchemeKind::Basic)]);
}

fn shown(schemes: &[SecurityScheme]) -> Vec<(&str, SchemeKind)> {
    schemes.iter().map(|scheme| (scheme.shown.as_str(), scheme.kind.value)).collect()
}
