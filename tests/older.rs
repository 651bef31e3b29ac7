//! Docs of older SDK generators, which state less: no usage comments, libraries' types, other words in tables.
//!
//! In: a TypeScript tree of that time. Out: nothing.

use crate::{
    docs::{Fixture, Ran},
    markdown::FIELDS,
};

/// An operation without a usage comment, and a table of errors with other column names.
const SECTION: &str = "
## getShip

Look up a ship.

### Example Usage

```typescript
const res = await sdk.ships.getShip({ id: \"7\" });
```

### Parameters

| Parameter | Type | Required | Description |
| --- | --- | --- | --- |
| `request` | [operations.GetShipRequest](../../models/operations/getshiprequest.md) | :heavy_check_mark: | What to look up. |
| `config` | [AxiosRequestConfig](https://axios-http.com/docs/req_config) | :heavy_minus_sign: | Of the client. |

### Response

**Promise<[operations.GetShipResponse](../../models/operations/getshipresponse.md)>**

### Errors

| Error Object | Status Code | Content Type |
| --- | --- | --- |
| errors.SDKError | 4xx-5xx | */* |
";

const COMMENT: &str = "<!-- UsageSnippet language=\"typescript\" operationID=\"listShips\" method=\"get\" path=\"/ships\" -->\n```typescript";

fn older() -> Fixture {
    let fixture = Fixture::empty();
    fixture.write("docs/sdks/ships/README.md", &format!("# Ships\n{SECTION}"));
    page(&fixture, "shared/ship", "Ship", "| `name` | *string* | :heavy_check_mark: | What it is called. |\n");
    page(
        &fixture,
        "operations/getshiprequest",
        "GetShipRequest",
        "| `id` | *string* | :heavy_check_mark: | Which. |\n",
    );
    let envelope = "| `contentType` | *string* | :heavy_check_mark: | N/A |\n\
        | `ship` | [shared.Ship](../../models/shared/ship.md) | :heavy_minus_sign: | OK |\n\
        | `statusCode` | *number* | :heavy_check_mark: | N/A |\n\
        | `rawResponse` | [AxiosResponse>](https://axios-http.com/docs/res_schema) | :heavy_minus_sign: | N/A |\n";
    page(&fixture, "operations/getshipresponse", "GetShipResponse", envelope);
    fixture
}

fn page(fixture: &Fixture, path: &str, title: &str, rows: &str) {
    fixture.write(&format!("docs/models/{path}.md"), &format!("# {title}\n\n\n{FIELDS}{rows}"));
}

fn survey(fixture: &Fixture) -> serde_json::Value {
    let ran = fixture.survey();
    serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {}", ran.stderr))
}

fn says(ran: &Ran, text: &str) {
    assert!(ran.stderr.contains(text), "{text} is not in {}", ran.stderr);
}

#[test]
fn docs_without_usage_comments_give_their_types() {
    let fixture = older();
    let ran = fixture.run(&["generate"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(fixture.path("out/src/api/shared/ship.rs").exists());
    let counted = survey(&fixture);
    assert_eq!(counted["left_out"]["operation without a usage comment (T0301)"], 1, "{counted}");
    let named = &counted["left_out_at"]["operation without a usage comment (T0301)"][0];
    assert_eq!(named["of"], "Ships.getShip", "{named}");
    assert!(fixture.run(&["survey"]).stdout.contains("Ships.getShip (sdks/ships/README.md:"));
    assert!(fixture.run(&["survey", "--format", "html"]).stdout.contains("Ships.getShip"));
}

#[test]
fn a_page_that_wraps_a_response_is_no_type() {
    let fixture = older();
    fixture.generate();
    assert!(!fixture.path("out/src/api/operations/get_ship_response.rs").exists());
    let counted = survey(&fixture);
    assert_eq!(counted["left_out"]["response page of no operation"], 1);
    for (kind, account) in counted["accounts"].as_object().expect("counts") {
        assert_eq!(account["lost"], 0, "{kind}: {account}");
    }
}

#[test]
fn one_warning_speaks_for_all_sections() {
    let fixture = older();
    fixture.write("docs/sdks/boats/README.md", &format!("# Boats\n{}", SECTION.replace("getShip", "getBoat")));
    let ran = fixture.run(&["generate"]);
    assert_eq!(ran.stderr.matches("T0301").count(), 1, "{}", ran.stderr);
    says(&ran, "none of 2 operations has a usage comment");
    let with_comment = SECTION.replace("getShip", "listShips").replace("```typescript", COMMENT);
    fixture.write("docs/sdks/list/README.md", &format!("# List\n{with_comment}"));
    let ran = fixture.run(&["generate"]);
    assert_eq!(ran.stderr.matches("T0301").count(), 2, "{}", ran.stderr);
}

#[test]
fn docs_of_which_nothing_becomes_rust_are_an_error() {
    let fixture = Fixture::empty();
    fixture.write("docs/sdks/ships/README.md", &format!("# Ships\n{SECTION}"));
    fixture.write("docs/sdks/boats/README.md", &format!("# Boats\n{SECTION}"));
    let ran = fixture.run(&["generate"]);
    assert_eq!(ran.status, 2, "{}", ran.stderr);
    says(&ran, "T0504");
}

#[test]
fn a_type_of_an_unknown_library_is_a_missing_page() {
    let fixture = older();
    let row = "| `scale` | [Fraction](https://fractions.example.com) | :heavy_minus_sign: | N/A |\n";
    page(&fixture, "shared/map", "Map", row);
    let ran = fixture.run(&["generate", "--dangling", "any"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    says(&ran, "warning[T0203]: `https://fractions.example.com` leads to no page");
    assert!(fixture.read("out/src/api/shared/map.rs").contains("pub scale: Option<"));
    let ran = fixture.run(&["generate", "--dangling", "error"]);
    assert_eq!(ran.status, 2);
    says(&ran, "error[T0203]: `https://fractions.example.com` leads to no page");
}

#[test]
fn a_carriage_return_within_a_row_does_not_end_it() {
    let fixture = older();
    let row = "| `color` | *string* | :heavy_check_mark: | Of its hull.\r<br/>\rOr of its sails. |\n";
    page(&fixture, "shared/ship", "Ship", row);
    fixture.generate();
    let text = fixture.read("out/src/api/shared/ship.rs");
    assert!(text.contains("/// Of its hull.") && text.contains("/// Or of its sails."), "{text}");
}

#[test]
fn lines_may_end_in_carriage_returns_alone() {
    let fixture = older();
    let text = fixture.read("docs/models/shared/ship.md");
    fixture.write("docs/models/shared/ship.md", &text.replace('\n', "\r"));
    fixture.generate();
    assert!(fixture.read("out/src/api/shared/ship.rs").contains("line 1."), "the title's place");
    fixture.write("docs/models/shared/ship.md", &text.replace("*string*", "*strong*").replace('\n', "\r"));
    says(&fixture.run(&["generate"]), "docs/models/shared/ship.md:8:");
}
