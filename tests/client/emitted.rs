//! What is written of an API's servers, credentials and pages, from models built by hand.

use tablature::{
    emit::{EmitOptions, emit},
    lower::{LowerOptions, lower},
    model::{
        Fact, Key, KeyPlace, Model, PageInput, PageKind, Paging, Parameter, Place, Presence, SchemeKind,
        SecurityScheme, Server, ServerVariable, Type,
    },
    source::{Diagnostics, Sources},
};

const LIST: &str = "# List

## Fields

| Field | Type | Required | Description |
| --- | --- | --- | --- |
| `found` | [Optional\\<Found>](Found.md) | :heavy_minus_sign: | N/A |
| `total` | *Optional\\<Integer>* | :heavy_minus_sign: | N/A |
";

const FOUND: &str = "# Found

## Fields

| Field | Type | Required | Description |
| --- | --- | --- | --- |
| `items` | List\\<*String*> | :heavy_check_mark: | N/A |
| `next` | *Optional\\<String>* | :heavy_minus_sign: | N/A |
";

const GROUP: &str = "# Pets

## list

### Example Usage

<!-- UsageSnippet language=\"java\" operationID=\"list_pets\" method=\"get\" path=\"/pets\" -->
```java
call();
```

### Response

**[List](../../models/components/List.md)**
";

/// An API with one operation, which lists pets.
fn model() -> Model {
    let pages =
        [("models/components/List.md", LIST), ("models/components/Found.md", FOUND), ("sdks/pets/README.md", GROUP)];
    let options = LowerOptions { name: "pets-api".to_owned(), ..LowerOptions::default() };
    lower(&Sources::from_memory(pages), &options, &mut Diagnostics::default())
}

/// The text of a file of the crate, with each run of white space as one space.
fn written(model: &Model, path: &str) -> String {
    let files = emit(model, &EmitOptions::default());
    let file = files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("there is no {path}"));
    syn::parse_file(&file.text).expect("the text is Rust");
    file.text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn holds(text: &str, pieces: &[&str]) {
    for piece in pieces {
        assert!(text.contains(piece), "no `{piece}` in\n{text}");
    }
}

fn scheme(shown: &str, kind: SchemeKind, env: &[&str]) -> SecurityScheme {
    let env = env.iter().map(|name| Fact::stated((*name).to_owned())).collect();
    SecurityScheme { env, ..SecurityScheme::of(shown, Fact::stated(kind)) }
}

#[test]
fn a_client_of_an_api_that_says_nothing_asks_for_a_url() {
    let text = written(&model(), "src/client/mod.rs");
    holds(&text, &["pub fn new(base: impl Into<String>) -> Self { Self::of(Settings::new(base, None)) }"]);
    assert!(!text.contains("from_env") && !text.contains("Credential"), "{text}");
}

#[test]
fn servers_are_an_enum_and_credentials_constructors() {
    let region = ServerVariable {
        name: "region".to_owned(),
        default: "eu".to_owned(),
        values: vec!["eu".to_owned(), "us".to_owned()],
        description: None,
    };
    let server = |name: Option<&str>, url: &str, variables: Vec<ServerVariable>| Server {
        name: name.map(str::to_owned),
        url: Fact::stated(url.to_owned()),
        description: Some("Where most\ncalls go, and a little more".to_owned()),
        variables,
    };
    let key = Key { place: KeyPlace::Query, name: "api-key".to_owned() };
    let model = Model {
        servers: vec![
            server(Some("live"), "https://{region}.example.com", vec![region]),
            server(None, "https://test.example.com/v1", Vec::new()),
            server(None, "/v1", Vec::new()),
        ],
        security: vec![
            scheme("username:password", SchemeKind::Basic, &["PETS_USER", "PETS_PASSWORD"]),
            SecurityScheme { key: Some(Fact::stated(key)), ..scheme("apiKey", SchemeKind::ApiKey, &[]) },
            scheme("otherKey", SchemeKind::ApiKey, &[]),
        ],
        ..model()
    };
    let text = written(&model, "src/client/mod.rs");
    holds(
        &text,
        &[
            "Live { /// The variable `region`. One of `eu`, `us`. region \"region\" = \"eu\"; } \"https://{region}.example.com\";",
            "TestExampleCom \"https://test.example.com/v1\"; }",
            "pub fn basic(user: impl Into<String>, password: impl Into<String>) -> Self { Self::two(Scheme::Basic, user, password) }",
            "pub fn api_key(key: impl Into<String>) -> Self { Self::one(Scheme::Query(\"api-key\"), key) }",
            "&[(Scheme::Basic, &[\"PETS_USER\", \"PETS_PASSWORD\"])], ];",
            "pub fn new(credential: impl Into<Credential>) -> Self",
            "pub fn from_env() -> Result<Self, MissingVariable>",
        ],
    );
    assert!(!text.contains("other_key"), "nothing says how this key travels");
    assert!(!text.contains("From<&str> for Credential"), "a text may be either");
}

/// Of a description the text counts, and `N/A` is none.
#[test]
fn servers_without_a_name_are_named_after_their_description_or_host() {
    let server = |description: &str, url: &str| Server {
        name: None,
        url: Fact::stated(url.to_owned()),
        description: Some(description.to_owned()),
        variables: Vec::new(),
    };
    let servers = vec![server("The *live* one", "https://a.example"), server("N/A", "https://b.example")];
    let text = written(&Model { servers, ..model() }, "src/client/mod.rs");
    holds(&text, &["TheLiveOne \"https://a.example\";", "BExample \"https://b.example\";"]);
}

#[test]
fn credentials_that_belong_together_are_one() {
    let key = |name: &str| Some(Fact::stated(Key { place: KeyPlace::Header, name: name.to_owned() }));
    let security = vec![
        SecurityScheme { key: key("x-key"), ..scheme("apiKey", SchemeKind::ApiKey, &["PETS_KEY"]) },
        SecurityScheme {
            key: key("x-secret"),
            with: Some(Fact::stated("apiKey".to_owned())),
            ..scheme("apiSecret", SchemeKind::ApiKey, &["PETS_SECRET"])
        },
    ];
    let model = Model { security, ..model() };
    let hidden = written(&model, "src/call/secret_headers.rs");
    holds(&hidden, &["secret_headers! { \"x-key\" \"x-secret\" }"]);
    holds(
        &written(&model, "src/client/mod.rs"),
        &[
            "pub fn api_key_and_api_secret(api_key: impl Into<String>, api_secret: impl Into<String>) -> Self { \
             Self::one(Scheme::Header(\"x-key\"), api_key).and(Self::one(Scheme::Header(\"x-secret\"), api_secret)) }",
            "&[(Scheme::Header(\"x-key\"), &[\"PETS_KEY\"]), (Scheme::Header(\"x-secret\"), &[\"PETS_SECRET\"])], ];",
            "the credential of the environment: `PETS_KEY` and `PETS_SECRET`.",
        ],
    );
    holds(
        &written(&model, "src/lib.rs"),
        &["(ApiKey::new(\"x-key\", \"the-key\")?, ApiKey::new(\"x-secret\", \"the-key\")?).apply(&mut request);"],
    );
    assert_eq!(tablature::export::openapi(&model)["security"], serde_json::json!([{ "apiKey": [], "apiSecret": [] }]));
}

#[test]
fn parameters_of_the_client_are_set_once_for_all_operations() {
    let mut model = model();
    let basis = Some(model.operations[0].auth.basis.clone());
    let parameter = |wire: &str, rust: &str, place| Parameter {
        doc_name: wire.to_owned(),
        wire: Fact::stated(wire.to_owned()),
        rust: rust.to_owned(),
        place: Fact::stated(place),
        ty: Type::String,
        presence: Fact::stated(if place == Place::Path { Presence::Required } else { Presence::Optional }),
        global: basis.clone(),
        style: None,
        docs: Some("Whose\npets.".to_owned()),
        example: None,
        deprecated: None,
        secret: false,
    };
    let owner = parameter("owner", "owner", Place::Path);
    model.operations[0].path = "/{owner}/pets".to_owned();
    model.operations[0].parameters = vec![owner.clone(), parameter("X-Retry", "retry", Place::Header), owner];
    model.operations[0].parameters.push(parameter("odd\n}", "type", Place::Query));
    let text = written(&model, "src/client/mod.rs");
    let setter = "/// Whose pets. /// /// Sent as `owner` (path) with each operation that has this parameter, unless the call gives another \
                  value. #[must_use] pub fn owner(mut self, value: impl Into<String>) -> Self { let value: String = value.into(); \
                  self.settings.globals.set(crate::call::Place::Path, \"owner\", &value); self }";
    holds(
        &text,
        &[
            setter,
            "pub fn with_retry(mut self, value: impl Into<String>) -> Self",
            "Place::Header, \"X-Retry\"",
            "pub fn r#type(",
        ],
    );
    assert_eq!(text.matches("pub fn owner").count(), 2, "one for each client: {text}");
    model.operations[0].parameters.truncate(2);
    holds(
        &written(&model, "src/api/endpoints/pets/list.rs"),
        &[
            "new() {",
            "pub owner: Option<String>,",
            "draft.demand(crate::call::Place::Path, \"owner\", self.owner.is_some())?; draft.path(\"owner\", &self.owner)?; \
             draft.header(\"X-Retry\", &self.retry)",
            "A call that gives none sends the client's.",
        ],
    );
}

#[test]
fn what_is_known_of_pages_is_a_table() {
    let mut model = model();
    let basis = model.operations[0].auth.basis.clone();
    let input = |kind, place| Some(Fact::stated(PageInput { wire: "page".to_owned(), place, kind }));
    let path = |path: &str| Some(Fact::stated(path.to_owned()));
    let pages = |model: &Model| written(model, "src/api/endpoints/pets/list.rs");
    model.operations[0].paging = Some(Paging {
        input: input(PageKind::Page, Some(Place::Query)),
        limit: path("limit"),
        items: path("$.found.items"),
        ..Paging::of(basis.clone())
    });
    holds(
        &pages(&model),
        &[
            "moves: crate::call::Moves::Page(crate::call::Argument::Query(\"page\")), limit: Some(\"limit\"), items: Some(\"/found/items\"), total: None,",
            "type Item = String;",
            "Some(page.found?.items)",
        ],
    );
    model.operations[0].paging =
        Some(Paging { input: input(PageKind::Cursor, None), next: path("$.found.next"), ..Paging::of(basis.clone()) });
    holds(&pages(&model), &["crate::call::Moves::Cursor( crate::call::Argument::Body(\"page\"), \"/found/next\", )"]);
    model.operations[0].paging = Some(Paging { next: path("$.next"), ..Paging::of(basis.clone()) });
    holds(&pages(&model), &["crate::call::Moves::Url(\"/next\")"]);
    for unknown in [Paging::of(basis.clone()), Paging { input: input(PageKind::Cursor, None), ..Paging::of(basis) }] {
        model.operations[0].paging = Some(unknown);
        let text = pages(&model);
        assert!(!text.contains("Paging"), "{text}");
        holds(&text, &["the docs do not say how to ask for the next one"]);
    }
}
