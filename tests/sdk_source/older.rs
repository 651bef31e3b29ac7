//! Docs without usage comments: their sections are operations where the source says which call each of them is.

use super::fixture::model;
use crate::{
    docs::Fixture,
    markdown::{FIELDS, PARAMETERS, page, rows},
};

const DOCKS: &str = r#"class Docks:
    def list(self, size: Optional[int] = None) -> operations.ListDocksResponse:
        hook_ctx = HookContext(operation_id='listDocks', oauth2_scopes=[])
        request = operations.ListDocksRequest(
        url = utils.generate_url(base_url, '/docks', request)
            req = client.prepare_request(requests_http.Request('GET', url, params=query_params))

    def close(self, request: components.Note) -> operations.CloseResponse:
        url = base_url + '/docks/close'
        req_content_type, data, form = utils.serialize_request_body(request, components.Note, "request", False, True, 'json')
            req = client.prepare_request(requests_http.Request('POST', url))
"#;

/// Another group with a method of the same name.
const SHIPS: &str = r#"class Ships:
    def list(self) -> operations.ListShipsResponse:
        url = base_url + '/ships'
            req = client.prepare_request(requests_http.Request('GET', url))
"#;

const REQUEST: &str = r#"@dataclasses.dataclass
class ListDocksRequest:
    size: Optional[int] = dataclasses.field(default=None, metadata={'query_param': { 'field_name': 'page-size', 'style': 'form', 'explode': True }})
"#;

fn section(name: &str, parameters: &[&str]) -> String {
    let example = "### Example Usage\n\n```python\nres = s.docks.call()\n```\n";
    format!("## {name}\n\n{example}\n{PARAMETERS}{}\n", rows(parameters))
}

fn fixture() -> Fixture {
    let fixture = Fixture::empty();
    let note = page("components/note", &format!("{FIELDS}{}", rows(&["text! | *str*"])));
    fixture.write("docs/models/components/note.md", &note);
    let note = "request! | [components.Note](../../models/components/note.md)";
    let sections = [section("list", &["size | *Optional[int]*"]), section("close", &[note]), section("open", &[])];
    fixture.write("docs/sdks/docks/README.md", &format!("# Docks\n(*docks*)\n\n{}", sections.concat()));
    fixture.write("docs/sdks/ships/README.md", &format!("# Ships\n(*ships*)\n\n{}", section("list", &[])));
    fixture.write("src/fleet/docks.py", DOCKS);
    fixture.write("src/fleet/ships.py", SHIPS);
    // Its name ends as that of another group does.
    fixture.write("src/fleet/cks.py", &SHIPS.replace("ships", "cks"));
    fixture.write("src/fleet/models/operations/listdocks.py", REQUEST);
    fixture.write(".speakeasy/gen.lock", "lockVersion: 2.0.0\n");
    fixture
}

#[test]
fn method_path_and_id_are_those_of_the_source() {
    let model = model(&fixture(), &[]);
    let operations = model["operations"].as_array().expect("operations");
    let found: Vec<_> =
        operations.iter().map(|it| ["id", "method", "path"].map(|key| it[key].as_str().unwrap_or_default())).collect();
    let expected =
        [["Docks.close", "POST", "/docks/close"], ["listDocks", "GET", "/docks"], ["Ships.list", "GET", "/ships"]];
    assert_eq!(found, expected);
    assert_eq!(operations[0]["body"]["type"]["named"], "components/note");
    assert_eq!(operations[1]["parameters"][0]["wire"]["value"], "page-size");
}

#[test]
fn a_section_that_no_call_is_of_stays_out() {
    let ran = fixture().run(&["generate"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("open` has no usage comment: its endpoint cannot be written"), "{}", ran.stderr);
    assert_eq!(ran.stderr.matches("T0301").count(), 1, "{}", ran.stderr);
    let ran = fixture().run(&["generate", "--source", "none"]);
    assert!(ran.stderr.contains("none of 4 operations has a usage comment"), "{}", ran.stderr);
}

/// Folders of older SDKs, and of those whose own folder of settings is not published, are told by what else stands there.
#[test]
fn source_beside_docs_is_found_by_each_file_of_the_sdks_generator() {
    for mark in ["gen.yaml", "files.gen", "USAGE.md", "RUNTIMES.md"] {
        let fixture = fixture();
        std::fs::remove_dir_all(fixture.path(".speakeasy")).expect("the folder");
        fixture.write(mark, "\n");
        let operations = model(&fixture, &[])["operations"].as_array().map_or(0, Vec::len);
        assert_eq!(operations, 3, "{mark}");
    }
}

/// The fence of an example says its language, where no comment does. That it handles an answer in some way says nothing of the answer.
#[test]
fn older_examples_say_what_the_client_is_made_with() {
    let fixture = fixture();
    let file = "docs/sdks/docks/README.md";
    let example = "with Fleet(\n    size=3,\n) as s:\n\n    res = s.docks.list()\n\n    # Use the SDK ...\n";
    fixture.write(file, &fixture.read(file).replacen("res = s.docks.call()\n", example, 1));
    let ran = fixture.run(&["generate"]);
    assert!(!ran.stderr.contains("T0402"), "{}", ran.stderr);
    let size = &model(&fixture, &[])["operations"][1]["parameters"][0];
    assert!(size["global"].as_str().is_some_and(|basis| basis.starts_with("usage-code: ")), "{size}");
}

/// Two sections of one call: which of them is the operation is not known.
#[test]
fn a_call_that_two_sections_claim_is_neithers() {
    let fixture = fixture();
    let text = fixture.read("docs/sdks/docks/README.md");
    fixture.write("docs/sdks/docks/README.md", &format!("{text}{}", section("Close", &[])));
    let model = model(&fixture, &[]);
    let ids: Vec<_> = model["operations"].as_array().expect("operations").iter().map(|it| it["id"].clone()).collect();
    assert_eq!(ids, ["listDocks", "Ships.list"]);
}

/// A group may be listed twice, once below another: the call is that of the group that its file is named after.
#[test]
fn a_call_is_of_the_section_that_names_it_best() {
    let fixture = fixture();
    let group = |title: &str| format!("# {title}\n\n{}", section("find", &["size | *Optional[int]*"]));
    fixture.write("docs/sdks/piers/README.md", &group("Piers"));
    fixture.write("docs/sdks/betapiers/README.md", &group("Beta.Piers"));
    fixture.write("src/fleet/piers.py", &PIERS.replace("def list(", "def find("));
    let model = model(&fixture, &[]);
    let names = |list: &str, key: &str| {
        model[list].as_array().into_iter().flatten().map(|it| it[key].clone()).collect::<Vec<_>>()
    };
    assert!(names("operations", "id").contains(&"Piers.find".into()), "{}", model["operations"]);
    assert!(!names("operations", "id").contains(&"Beta.Piers.find".into()));
}

/// An operation of two groups has a method in each, and no id: what a method says is of the section of its group.
#[test]
fn a_method_of_each_group_says_what_its_section_sends() {
    let fixture = fixture();
    for group in ["docks", "harbours"] {
        let source = DOCKS.replace("        hook_ctx = HookContext(operation_id='listDocks', oauth2_scopes=[])\n", "");
        fixture.write(&format!("src/fleet/{group}.py"), &source);
    }
    let section = section("list", &["size | *Optional[int]*"]);
    fixture.write("docs/sdks/harbours/README.md", &format!("# Harbours\n\n{section}"));
    let model = model(&fixture, &[]);
    let operations = model["operations"].as_array().expect("operations");
    let lists: Vec<_> = operations.iter().filter(|it| it["path"] == "/docks").collect();
    let found: Vec<_> = lists.iter().map(|it| (&it["id"], &it["parameters"][0]["wire"]["value"])).collect();
    assert_eq!(found, [(&"Docks.list".into(), &"page-size".into()), (&"Harbours.list".into(), &"page-size".into())]);
}

/// The page of a request is named after the operation, whose id older source does not state: the page of its response is, too.
#[test]
fn a_request_page_is_found_by_the_responses() {
    let fixture = fixture();
    let section = section("list", &["size | *Optional[int]*"]);
    let response = "### Response\n\n**[operations.ListPiersResponse](../../models/operations/listpiersresponse.md)**\n";
    fixture.write("docs/sdks/piers/README.md", &format!("# Piers\n\n{section}{response}"));
    for (name, field) in [("ListPiersRequest", "size | *Optional[int]*"), ("ListPiersResponse", "status_code! | *int*")]
    {
        let path = format!("docs/models/operations/{}.md", name.to_lowercase());
        fixture.write(&path, &page(name, &format!("{FIELDS}{}", rows(&[field]))));
    }
    fixture.write("src/fleet/piers.py", PIERS);
    let model = model(&fixture, &[]);
    let ids: Vec<_> = model["operations"].as_array().expect("operations").iter().map(|it| it["id"].clone()).collect();
    assert!(ids.contains(&"Piers.list".into()), "{ids:?}");
    assert!(!model["types"].to_string().contains("ListPiersRequest"), "{}", model["types"]);
}

/// Python before its operations had ids.
const PIERS: &str = r#"class Piers:
    def list(self, size: Optional[int] = None) -> operations.ListPiersResponse:
        request = operations.ListPiersRequest(
        url = utils.generate_url(operations.ListPiersRequest, base_url, '/piers', request)
        client = utils.configure_security_client(self.sdk_configuration.client, self.sdk_configuration.security)
        http_res = client.request('GET', url, params=query_params)
        if http_res.status_code == 200 or http_res.status_code == 206:
            if utils.match_content_type(content_type, 'application/json'):
"#;

/// A method whose answer has the bodies of errors among its fields, as an SDK in PHP wrote it that raised none.
const HANDED_OVER: &str = r#"<?php
class Docks
{
	public function open(
    ): \Fleet\Models\Operations\OpenResponse
    {
        $url = Utils\Utils::generateUrl($baseUrl, '/docks/open');
        $httpResponse = $this->sdkConfiguration->securityClient->request('POST', $url, $options);
        if ($httpResponse->getStatusCode() === 200) {
            if (Utils\Utils::matchContentType($contentType, 'application/json')) {
                $response->dock = $serializer->deserialize((string)$httpResponse->getBody(), 'Fleet\Models\Components\Dock', 'json');
        else if ($httpResponse->getStatusCode() === 400 or $httpResponse->getStatusCode() === 404) {
            if (Utils\Utils::matchContentType($contentType, 'application/json')) {
                $response->note = $serializer->deserialize((string)$httpResponse->getBody(), 'Fleet\Models\Components\Note', 'json');
"#;

/// Two methods of which one is called as the other with what others append to a method that awaits.
const TWINS: &str = r#"<?php
class Docks
{
    public function open(): Operations\OpenResponse
    {
        $url = Utils\Utils::generateUrl($baseUrl, '/docks/open');
        $httpRequest = new \GuzzleHttp\Psr7\Request('POST', $url);
        if (Utils\Utils::matchStatusCodes($statusCode, ['2XX'])) {
            if (Utils\Utils::matchContentType($contentType, 'application/pdf')) {
    }

    public function openAsync(): Operations\OpenAsyncResponse
    {
        $url = Utils\Utils::generateUrl($baseUrl, '/docks/open-later');
        $httpRequest = new \GuzzleHttp\Psr7\Request('POST', $url);
"#;

/// The page that wraps a response with these bodies.
fn envelope(fixture: &Fixture, name: &str, bodies: &[&str]) -> String {
    let own = [
        "contentType! | *string*",
        "statusCode! | *int*",
        "rawResponse! | [\\Psr\\Http\\Message\\ResponseInterface](https://www.php-fig.org/psr/psr-7/)",
    ];
    let fields = format!("{FIELDS}{}", rows(&[&own, bodies].concat()));
    fixture.write(&format!("docs/Models/Operations/{name}.md"), &page(name, &fields));
    format!("### Response\n\n**[?{name}](../../Models/Operations/{name}.md)**\n")
}

#[test]
fn methods_of_nearly_one_name_are_two_and_a_status_may_be_any_of_success() {
    let fixture = Fixture::empty();
    let open = section("open", &[]) + &envelope(&fixture, "OpenResponse", &["blob | *?string*"]);
    let later = section("openAsync", &[]) + &envelope(&fixture, "OpenAsyncResponse", &[]);
    fixture.write("docs/sdks/docks/README.md", &format!("# Docks\n\n{open}\n{later}").replace("python", "php"));
    fixture.write("src/Docks.php", TWINS);
    fixture.write("gen.yaml", "configVersion: 2.0.0\n");
    let model = model(&fixture, &[]);
    let paths: Vec<_> = model["operations"].as_array().expect("operations").iter().map(|it| &it["path"]).collect();
    assert_eq!(paths, ["/docks/open", "/docks/open-later"]);
    let body = &model["operations"][0]["success"][0];
    assert_eq!(body["media"]["value"], "application/pdf", "{body}");
    assert!(body["status"].is_null(), "{body}");
}

#[test]
fn a_body_that_the_source_takes_for_an_errors_is_no_success() {
    let fixture = Fixture::empty();
    for name in ["dock", "note"] {
        let text = page(&format!("components/{name}"), &format!("{FIELDS}{}", rows(&["text! | *string*"])));
        fixture.write(&format!("docs/Models/Components/{name}.md"), &text);
    }
    let bodies = ["dock | [?Dock](../../Models/Components/dock.md)", "note | [?Note](../../Models/Components/note.md)"];
    let open = section("open", &[]).replace("python", "php") + &envelope(&fixture, "OpenResponse", &bodies);
    fixture.write("docs/sdks/docks/README.md", &format!("# Docks\n\n{open}"));
    fixture.write("src/Docks.php", HANDED_OVER);
    fixture.write("gen.yaml", "configVersion: 2.0.0\n");
    let model = model(&fixture, &[]);
    let operation = &model["operations"][0];
    let bodies = operation["success"].as_array().expect("bodies");
    assert_eq!(bodies.len(), 1, "{operation}");
    assert_eq!(bodies[0]["type"]["named"], "components/dock", "{operation}");
    let errors: Vec<_> = operation["errors"].as_array().expect("errors").iter().map(|it| &it["type"]).collect();
    assert_eq!(errors, ["components/note", "components/note"], "{operation}");
}
