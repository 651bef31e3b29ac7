//! A Java SDK with docs, source and lockfile, each part of which states something that the others do not.
//!
//! In: nothing. Out: a folder with the SDK in it, and the model that comes of its docs.

use crate::{
    docs::Fixture,
    markdown::{FIELDS, operation, page, rows},
};
use serde_json::Value;

const SHIP: &str = r#"public class Ship {
    @JsonProperty("HULL-no")
    private String hullNumber;

    @JsonInclude(Include.ALWAYS)
    @JsonProperty("crew")
    private Optional<List<String>> crew;

    @JsonProperty("ports")
    private List<String> ports;
}
"#;

const REQUEST: &str = r#"public class ListShipsRequest {
    @SpeakeasyMetadata("header:style=simple,explode=false,name=X-Harbour")
    private Optional<String> harbour;

    @SpeakeasyMetadata("queryParam:style=form,explode=false,name=ship-kinds")
    private Optional<List<String>> kinds;

    @SpeakeasyMetadata("pathParam:style=simple,explode=false,name=dock")
    private String dock;
}
"#;

const SECURITY: &str = r#"public class Security {
    @SpeakeasyMetadata("security:scheme=true,type=apiKey,subtype=header,name=X-Fleet-Key")
    private Optional<String> token;
}
"#;

const LIST: &str = r#"public class ListShips {
                    this.baseUrl,
                    "listShips",
                    "/docks/{dock}/ships",
            HTTPRequest req = new HTTPRequest(url, "GET");
            implements RequestOperation<ListShipsRequest, ListShipsResponse> {
            if (Utils.statusCodeMatches(response.statusCode(), "206")) {
                if (Utils.contentTypeMatches(contentType, "application/vnd.fleet+json")) {
            if (Utils.statusCodeMatches(response.statusCode(), "404", "4XX")) {
"#;

const FLEET: &str = r#"public class Fleet {
    public static final String[] SERVERS = {
        "https://fleet.example.com/",
    };
}
"#;

const LOCK: &str = "lockVersion: 2.0.0
examples:
  listShips:
    one:
      parameters:
        query:
          page_mark: 3
";

/// The SDK; its docs lie in `docs`.
pub fn fleet() -> Fixture {
    let fixture = pages();
    for (file, text) in [
        ("models/components/Ship.java", SHIP),
        ("models/components/Security.java", SECURITY),
        ("models/operations/ListShipsRequest.java", REQUEST),
        ("operations/ListShips.java", LIST),
        ("Fleet.java", FLEET),
    ] {
        fixture.write(&format!("src/main/java/com/fleet/{file}"), text);
    }
    fixture.write(".speakeasy/gen.lock", LOCK);
    fixture
}

/// Its docs alone.
pub fn pages() -> Fixture {
    let fixture = Fixture::empty();
    let model = |path: &str, fields: &[&str]| {
        fixture.write(&format!("docs/models/{path}"), &page(path, &format!("{FIELDS}{}", rows(fields))));
    };
    model("components/Ship.md", &["hullNumber! | *String*", "crew! | List\\<*String*>", "ports! | List\\<*String*>"]);
    model("components/Security.md", &["token | *String*"]);
    let arguments = [
        "dock! | *String*",
        "harbour | *Optional\\<String>*",
        "kinds | List\\<*String*>",
        "pageMark | *Optional\\<Long>*",
    ];
    let section = operation("java", "listShips", "get /docks/{dock}/ships", &arguments);
    let response = "### Response\n\n**[Ship](../../models/components/Ship.md)**\n";
    fixture.write("docs/sdks/ships/README.md", &format!("# Ships\n\n{section}{response}"));
    fixture
}

/// The model of the docs, with more arguments.
pub fn model(fixture: &Fixture, more: &[&str]) -> Value {
    let ran = fixture.run(&[&["generate"], more].concat());
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    serde_json::from_str(&fixture.read("out/model.json")).expect("JSON")
}
