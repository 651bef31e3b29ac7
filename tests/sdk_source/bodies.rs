//! What of a request is its body, where only the source says so: the page of the request would be taken for parameters.

use super::fixture::model;
use crate::{
    docs::Fixture,
    markdown::{FIELDS, operation, page, rows},
};
use serde_json::Value;

const SHIP: &str = "[models.Ship](../../models/ship.md)";

/// Pages of `createShip`, whose request has the fields `name` and `data`, which is an object; and files of source.
fn fixture(language: &str, parameters: &[&str], files: &[(&str, &str)]) -> Fixture {
    let fixture = Fixture::empty();
    let model = |path: &str, fields: &[&str]| {
        fixture.write(&format!("docs/models/{path}.md"), &page(path, &format!("{FIELDS}{}", rows(fields))));
    };
    model("Ship", &["mast! | *string*"]);
    model("CreateShipRequest", &["name! | *string*", "data! | [models.Ship](../models/Ship.md)"]);
    let section = operation(language, "create-ship", "post /ships", parameters);
    fixture.write("docs/sdks/ships/README.md", &format!("# Ships\n\n{section}"));
    files.iter().for_each(|(path, text)| fixture.write(path, text));
    fixture.write(".speakeasy/gen.lock", "lockVersion: 2.0.0\n");
    fixture
}

const REQUEST: &str = "request! | [models.CreateShipRequest](../../models/CreateShipRequest.md)";

const TYPESCRIPT: &str = r#"  const parsed = safeParse(
    (value) => models.CreateShipRequest$outboundSchema.parse(value),
  const body = encodeJSON("body", payload, { explode: true });
  const path = pathToFunc("/ships")();
    operationID: "create-ship",
    method: "POST",
"#;

const PYTHON: &str = r#"    def create_ship(
        self,
        request = models.CreateShipRequest(
            name=name,
        req = self._build_request(
            method="POST",
            path="/ships",
            get_serialized_body=lambda: utils.serialize_request_body(
                request, False, False, "json", models.CreateShipRequest
            ),
                operation_id="create-ship",
"#;

fn body(model: &Value) -> &Value {
    &model["operations"][0]["body"]
}

#[test]
fn the_page_of_a_request_is_the_body_as_a_whole() {
    let file = "src/funcs/createShip.ts";
    let fixture = fixture("typescript", &[REQUEST], &[(file, TYPESCRIPT)]);
    let stated = model(&fixture, &[]);
    assert_eq!(body(&stated)["type"]["named"], "models/CreateShipRequest");
    assert_eq!(body(&stated)["basis"], format!("annotation: {file}:3"));
    assert_eq!(stated["operations"][0]["parameters"], serde_json::json!([]));
    let guessed = model(&fixture, &["--source", "none"]);
    assert!(body(&guessed)["basis"].as_str().is_some_and(|basis| basis.starts_with("body:")), "{guessed}");
}

#[test]
fn arguments_that_are_the_fields_of_the_body_are_no_parameters() {
    let rows = ["name! | *str*", &format!("data! | {}", SHIP.replace("ship.md", "Ship.md"))];
    let fixture = fixture("python", &rows, &[("src/ships/ships.py", PYTHON)]);
    let stated = model(&fixture, &[]);
    assert_eq!(body(&stated)["type"]["named"], "models/CreateShipRequest");
    assert_eq!(body(&stated)["basis"], "annotation: src/ships/ships.py:8");
    assert_eq!(stated["operations"][0]["parameters"], serde_json::json!([]));
}

const CALL: &str = r#"public class CreateShip {
                    this.baseUrl,
                    "create-ship",
                    "/ships",
            HTTPRequest req = new HTTPRequest(url, "POST");
            implements RequestOperation<CreateShipRequest, CreateShipResponse> {
            SerializedBody body = Utils.serializeRequestBody(
                    convertedRequest,
                    "name", "json", false);
"#;

const CLASS: &str = r#"public class CreateShipRequest {
    @SpeakeasyMetadata("request:mediaType=text/plain")
    private String name;

    @SpeakeasyMetadata("queryParam:style=deepObject,explode=true,name=data")
    private Ship data;
}
"#;

#[test]
fn the_member_that_is_the_body_is_it_wherever_it_stands() {
    let files = [("src/operations/CreateShip.java", CALL), ("src/models/operations/CreateShipRequest.java", CLASS)];
    let fixture = fixture("java", &[REQUEST], &files);
    let stated = model(&fixture, &[]);
    assert_eq!(body(&stated)["type"], "string");
    assert_eq!(body(&stated)["basis"], "annotation: src/models/operations/CreateShipRequest.java:3");
    assert_eq!(body(&stated)["media"]["value"], "raw");
    let data = &stated["operations"][0]["parameters"][0];
    assert_eq!((&data["wire"]["value"], &data["place"]["value"]), (&"data".into(), &"query".into()));
}

#[test]
fn bytes_may_be_of_a_type_of_their_own() {
    let files = [("src/operations/CreateShip.java", CALL), ("src/models/operations/CreateShipRequest.java", CLASS)];
    let fixture = fixture("java", &[REQUEST], &files);
    assert_eq!(body(&model(&fixture, &[]))["media_type"]["value"], "text/plain");
    let document = fixture.run(&["export", "openapi"]).stdout;
    let document: Value = serde_json::from_str(&document).expect("JSON");
    assert!(document["paths"]["/ships"]["post"]["requestBody"]["content"]["text/plain"].is_object(), "{document}");
}

/// A parameter that no page lists: the example makes the client with it, and the source says how it is sent.
#[test]
fn what_the_client_is_made_with_is_sent_as_the_source_says() {
    let source = TYPESCRIPT.to_owned()
        + "    \"X-Fleet\": encodeSimple(\"X-Fleet\", client._options.fleetName, {\n      charEncoding: \"none\",\n    }),\n";
    let fixture = fixture("typescript", &[REQUEST], &[("src/funcs/createShip.ts", &source)]);
    let page = "docs/sdks/ships/README.md";
    fixture.write(page, &fixture.read(page).replace("({ token:", "({ fleetName: \"north\", token:"));
    let parameters = |args: &[&str]| model(&fixture, args)["operations"][0]["parameters"].clone();
    let stated = &parameters(&[])[0];
    assert_eq!((&stated["wire"]["value"], &stated["place"]["value"]), (&"X-Fleet".into(), &"header".into()));
    assert!(stated["global"].as_str().is_some_and(|basis| basis.starts_with("usage-code: ")), "{stated}");
    assert_eq!(parameters(&["--source", "none"])[0]["wire"], Value::Null);
}

/// The same in a language whose calls name a class for these parameters.
#[test]
fn a_class_may_say_how_what_the_client_is_made_with_is_sent() {
    let call = PYTHON.to_owned() + "            _globals=models.CreateShipGlobals(\n";
    let class = "class CreateShipGlobals(BaseModel):\n    fleet_name: Annotated[\n        Optional[str],\n        \
        pydantic.Field(alias=\"X-Fleet\"),\n        FieldMetadata(header=HeaderMetadata(style=\"simple\")),\n    ] = None\n";
    let files = [("src/ships/ships.py", call.as_str()), ("src/ships/models/createshipop.py", class)];
    let fixture = fixture("python", &[REQUEST], &files);
    let page = "docs/sdks/ships/README.md";
    fixture.write(page, &fixture.read(page).replace("(token", "(fleet_name=\"north\", token"));
    let stated = &model(&fixture, &[])["operations"][0]["parameters"][0];
    assert_eq!(
        (&stated["wire"]["value"], &stated["place"]["value"]),
        (&"X-Fleet".into(), &"header".into()),
        "{stated}"
    );
}

#[test]
fn a_body_may_be_null() {
    let call = "func (s *Ships) CreateShip(ctx context.Context, request operations.CreateShipRequest) {\n\
        \topURL, err := url.JoinPath(baseURL, \"/ships\")\n\t\tOperationID: \"create-ship\",\n\
        \tbodyReader, t, err := utils.SerializeRequestBody(ctx, request, true, false, \"Request\", \"json\", ``)\n\
        \treq, err := http.NewRequestWithContext(ctx, \"POST\", opURL, nil)\n}\n";
    let body_type = |call: &str| {
        let fixture = fixture("go", &[REQUEST], &[("ships.go", call)]);
        body(&model(&fixture, &[]))["type"].clone()
    };
    let named = body_type(&call.replace("true, false", "false, false"));
    assert_eq!(body_type(call), serde_json::json!({ "nullable": named }));
}

#[test]
fn json_may_go_by_another_name() {
    let named = |name: &str| {
        let source = TYPESCRIPT.to_owned() + &format!("    \"Content-Type\": \"{name}\",\n");
        let fixture = fixture("typescript", &[REQUEST], &[("src/funcs/createShip.ts", &source)]);
        let model = model(&fixture, &[]);
        fixture.generate();
        let endpoint = fixture.read("out/src/api/endpoints/ships/create_ship.rs");
        (body(&model)["media"]["value"].clone(), body(&model)["media_type"]["value"].clone(), endpoint)
    };
    let (media, name, endpoint) = named("application/vnd.ship+json");
    assert_eq!((media.as_str(), name.as_str()), (Some("json"), Some("application/vnd.ship+json")));
    assert!(endpoint.contains("draft.json_as(\"application/vnd.ship+json\", "), "{endpoint}");
    let (media, name, endpoint) = named("application/json; charset=utf-8");
    assert_eq!((media.as_str(), name.as_str()), (Some("json"), None));
    assert!(endpoint.contains("draft.json("), "{endpoint}");
}
