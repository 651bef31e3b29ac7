//! Which credentials operations need.
//!
//! In: code examples, security rows and the Security page. Out: nothing.

use super::fixture::Tree;
use crate::markdown;
use tablature::model::{Auth, Model, SchemeKind, SecurityScheme, alternatives};

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

/// The names of the ways to authenticate, with examples that pass these.
fn ways(fields: &[&str], examples: &[&str]) -> Vec<String> {
    let rows: Vec<String> = fields.iter().map(|name| format!("{name} | *Optional[str]*")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let tree = Tree::of("python").fields("models/security.md", &rows);
    let example = |tree: Tree, (number, security): (usize, &&str)| {
        let usage = markdown::usage("python", &format!("visit_{number}"), &format!("get /visit/{number}"));
        let code = format!("with Pets({security}) as pets:\n    pets.visit_{number}()\n");
        tree.section(&format!("## visit_{number}\n\n### Example Usage\n\n{usage}```python\n{code}```\n\n"))
    };
    let model = examples.iter().enumerate().fold(tree, example).model();
    let names =
        |group: &Vec<&SecurityScheme>| group.iter().map(|it| it.doc_name.as_str()).collect::<Vec<_>>().join("+");
    alternatives(&model.security).iter().map(names).collect()
}

#[test]
fn what_examples_pass_at_once_belongs_together() {
    let both = "security=models.Security(api_key=\"x\", api_secret=\"y\")";
    let one = "security=models.Security(api_key=\"x\")";
    let flat = "api_key=\"x\", api_secret=\"y\"";
    let fields = ["api_key", "token", "api_secret_key"];
    let named = |text: &str| text.replace("api_secret", "api_secret_key");
    assert_eq!(ways(&fields, &[&named(both), ""]), ["api_key+api_secret_key", "token"]);
    assert_eq!(ways(&fields, &[&named(flat)]), ["api_key+api_secret_key", "token"]);
    assert_eq!(ways(&fields, &[one]), ["api_key", "token", "api_secret_key"]);
    assert_eq!(ways(&fields, &[&named(both), one]).len(), 3, "one example passes the one alone");
}

#[test]
fn what_the_page_of_credentials_requires_belongs_together() {
    let rows = ["apiKey! | *String*", "token | *Optional\\<String>*", "apiSecretKey! | *String*"];
    let tree = Tree::of("java").fields("models/components/Security.md", &rows).operation("a", "get /a", &[], "");
    let security = tree.model().security;
    let sizes: Vec<usize> = alternatives(&security).iter().map(Vec::len).collect();
    assert_eq!(sizes, [2, 1]);
    assert!(security[2].with.as_ref().is_some_and(|with| with.basis.is_stated()));
}

#[test]
fn two_that_take_the_same_header_are_alternatives() {
    let both = "security=models.Security(bearer_auth=\"x\", oauth=\"y\")";
    assert_eq!(ways(&["bearer_auth", "oauth"], &[both]), ["bearer_auth", "oauth"]);
}

#[test]
fn pages_of_credentials_are_no_json() {
    let client = "scheme | [models.SchemeClient](../models/schemeclient.md)";
    let own = "security! | [models.GetPetSecurity](../../models/getpetsecurity.md)";
    let tree = || {
        Tree::of("python")
            .fields("models/security.md", &[client])
            .fields("models/schemeclient.md", &["client_id | *str*", "client_secret | *str*"])
            .fields("models/getpetsecurity.md", &["customer_session | *str*"])
            .fields("models/pet.md", &["name | *str*"])
    };
    let operation = |tree: Tree| tree.operation("get_pet", "get /pet", &[own], "");
    let names = |model: &Model| model.types.keys().map(|id| id.title().to_owned()).collect::<Vec<_>>();
    let model = operation(tree()).model();
    assert_eq!(names(&model), ["pet"]);
    assert_eq!(model.rows["fields"].lost(), 0);

    let used = tree().fields("models/account.md", &["security | [models.Security](../models/security.md)"]);
    assert_eq!(names(&operation(used).model()), ["account", "pet", "schemeclient", "security"]);
}

fn shown(schemes: &[SecurityScheme]) -> Vec<(&str, SchemeKind)> {
    schemes.iter().map(|scheme| (scheme.doc_name.as_str(), scheme.kind.value)).collect()
}
