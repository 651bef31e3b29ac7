//! How names are spelled on the wire: what Example cells, descriptions and paths show of it.
//!
//! In: pages of fields with examples. Out: nothing.

use super::fixture::{Tree, places};
use tablature::model::{Basis, Evidence, Field, Model, Rule, Style, TypeId, WireCase};

/// Five keys of several words are enough to tell how an API spells them.
const KEYS: &str = r#"{"a_b": 1, "c_d": 1, "e_f": 1, "g_h": 1, "i_j": 1}"#;

/// A page of one field of each row: name, type, description, example.
fn page(rows: &[[&str; 4]]) -> String {
    let head = "## Fields\n\n| Field | Type | Required | Description | Example |\n| - | - | - | - | - |\n";
    let row = |[name, ty, docs, example]: &[&str; 4]| {
        format!("| `{name}` | {ty} | :heavy_minus_sign: | {docs} | {example} |\n")
    };
    head.to_owned() + &rows.iter().map(row).collect::<String>()
}

fn model(language: &'static str, url: &str, rows: &[[&str; 4]]) -> Model {
    Tree::of(language).page("models/components/Pet.md", &page(rows)).operation("visit", url, &[], "").lower().0
}

fn fields(model: &Model) -> &[Field] {
    let definition = model.get(&TypeId::new("components/Pet"));
    definition.shape.fields()
}

fn case(model: &Model) -> (WireCase, Option<Rule>) {
    let case = model.wire_case.clone().expect("a spelling");
    (case.value, case.basis.rule())
}

#[test]
fn a_few_keys_do_not_tell_against_placeholders() {
    let few = r#"{"a_b": 1, "c_d": 1, "e_f": 1}"#;
    let shown = model("go", "get /pets/{petId}", &[["Cage", "`*any`", "N/A", few]]);
    assert_eq!(case(&shown), (WireCase::Camel, Some(Rule::WireCasePlaceholders)));
    let shown = model("go", "get /pets/{petId}", &[["Cage", "`*any`", "N/A", KEYS]]);
    assert_eq!(case(&shown), (WireCase::Snake, Some(Rule::WireCaseExampleKeys)));
}

#[test]
fn a_key_of_the_same_letters_is_the_name() {
    let rows = [
        ["Cage", "`*any`", "N/A", r#"{"i_pv4": "x", "a_b": 1, "c_d": 1, "e_f": 1, "g_h": 1"#],
        ["IPv4", "`*string`", "N/A", ""],
        ["BirthDay", "`*string`", "N/A", ""],
    ];
    let shown = model("go", "get /pets", &rows);
    let [_, found, other] = fields(&shown) else { panic!("{:?}", fields(&shown)) };
    assert_eq!(found.wire.value, "i_pv4");
    assert_eq!(found.wire.basis, Basis::Read(Evidence::Prose, "models/components/Pet.md:7".to_owned()));
    assert_eq!((other.wire.value.as_str(), other.wire.basis.rule()), ("birth_day", Some(Rule::WireNameSnake)));
}

#[test]
fn code_spans_count_in_the_spelling_of_the_keys_alone() {
    let wire = |docs| {
        let rows = [["Cage", "`*any`", docs, KEYS], ["OAuth2Key", "`*string`", "N/A", ""]];
        fields(&model("go", "get /pets", &rows))[1].wire.value.clone()
    };
    assert_eq!(wire("It holds `oauth2_key`."), "oauth2_key");
    let without = wire("N/A");
    assert_eq!(wire("It holds `oAuth2Key`."), without);
    assert_eq!(wire("It holds `oauth2_key` or `o_auth2_key`."), without);
}

#[test]
fn names_end_in_capitals_where_placeholders_do() {
    let wire = |url| fields(&model("python", url, &[["owner_id", "*str*", "N/A", ""]]))[0].wire.clone();
    assert_eq!(wire("get /{petId}").value, "ownerId");
    assert_eq!(wire("get /{ownerID}").value, "ownerID");
    let most = wire("get /{petID}/{catID}/{dogID}/{cowId}");
    assert_eq!((most.value.as_str(), most.basis.rule()), ("ownerID", Some(Rule::WireNameCapitals)));
    assert_eq!(wire("get /{petID}/{catID}/{cowId}").value, "ownerId");
}

#[test]
fn what_the_language_spells_as_the_api_stays_as_shown() {
    let rows = [["ownerId", "*Optional\\<String>*", "Not `ownerID`.", ""]];
    let shown = model("java", "get /{petID}/{catID}/{dogID}", &rows);
    assert_eq!(fields(&shown)[0].wire.value, "ownerId");
}

#[test]
fn a_list_in_the_query_is_joined_where_its_description_says_so() {
    let style = |ty: &str, docs: &str| {
        let row = format!(
            "### Parameters\n\n| Parameter | Type | Required | Description |\n| - | - | - | - |\n| `tags` | {ty} | :heavy_minus_sign: | {docs} |\n"
        );
        let operation = Tree::of("python").operation("visit", "get /pets", &[], &row).only();
        operation.parameters[0].style.as_ref().map(|style| style.value)
    };
    assert_eq!(style("List[*str*]", "A comma-separated list."), Some(Style::FormJoined));
    assert_eq!(style("List[*str*]", "A list."), Some(Style::FormExplode));
    assert_eq!(style("*str*", "A comma-separated list."), None);
}

#[test]
fn names_that_some_apis_take_in_the_query_are_not_headers_by_name() {
    let operation =
        Tree::of("python").operation("visit", "get /pets", &["last_event_id | *str*", "referer | *str*"], "").only();
    assert_eq!(places(&operation), ["query last_event_id", "query referer"]);
    assert_eq!(operation.parameters[0].place.basis, Basis::Rule(Rule::PlaceAmbiguousName));
}
