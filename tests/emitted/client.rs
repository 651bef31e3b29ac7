//! What a client of an API has of its own: servers, credentials, and the parameters of all calls.
//!
//! In: models built by hand. Out: nothing.

use crate::built::{emitted_file, integers, list, model_of, named, operation, parameter};
use tablature::{
    emit::EmitOptions,
    model::{
        Basis, Fact, Key, KeyPlace, Model, Operation, Parameter, Place, Presence, Rule, SchemeKind, SecurityScheme,
        Server, ServerVariable, Type,
    },
};

/// The tables of the client, which stand behind what every API's has.
fn tables(servers: Vec<Server>, security: Vec<SecurityScheme>, parameters: Vec<Parameter>) -> String {
    let get = Operation { parameters, ..operation("Get") };
    let model = Model { servers, security, ..model_of(vec![integers("Legs", &[2])], vec![get]) };
    let text = emitted_file(&model, &EmitOptions::default(), "src/client/mod.rs");
    text.split_once("pub use retry::Retry;\n").expect("what all have").1.to_owned()
}

/// What stands between two lines of the tables.
fn between(tables: &str, start: &str, end: &str) -> String {
    let (_, rest) = tables.split_once(start).unwrap_or_else(|| panic!("no {start} in {tables}"));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end} in {rest}")).0.to_owned()
}

type Variable<'t> = (&'t str, &'t str, &'t [&'t str], &'t str);

fn server(name: &str, url: &str, description: &str, variables: &[Variable<'_>]) -> Server {
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let variables = variables.iter().map(|(name, default, values, description)| ServerVariable {
        name: (*name).to_owned(),
        default: (*default).to_owned(),
        values: values.iter().map(|value| (*value).to_owned()).collect(),
        description: some(description),
    });
    let url = Fact::stated(url.to_owned());
    Server { name: some(name), url, description: some(description), variables: variables.collect() }
}

fn scheme(name: &str, kind: SchemeKind) -> SecurityScheme {
    SecurityScheme::of(name, Fact::stated(kind))
}

fn key(name: &str, place: KeyPlace) -> SecurityScheme {
    let key = Some(Fact::stated(Key { place, name: format!("x-{name}") }));
    SecurityScheme { key, ..scheme(name, SchemeKind::ApiKey) }
}

fn with_env(scheme: SecurityScheme, names: &[&str]) -> SecurityScheme {
    SecurityScheme { env: names.iter().map(|name| Fact::stated((*name).to_owned())).collect(), ..scheme }
}

#[test]
fn servers_are_named_and_described() {
    let region: [Variable<'_>; 3] =
        [("region", "eu", &["eu", "us"], ""), ("type", "a", &[], "What `kind`."), ("Region", "b", &["`x`"], "N/A")];
    let servers = vec![
        server("live", "https://{region}.pets.example/v1", "The live one.", &region),
        server("", "https://test.pets.example/x", "", &[]),
        server("", "https://a.example", "Only for tests", &[]),
        server("", "https://b.example", "Only for tests at night", &[]),
        server("", "https://c.example", "12 34", &[]),
        server("live", "{url}", "N/A", &[("url", "https://x", &[], "")]),
        server("", "/v1", "", &[]),
    ];
    let expected = r#"
    /// The live one.
    ///
    /// `https://{region}.pets.example/v1`
    Live {
        /// The variable `region`. One of `eu`, `us`.
        region "region" = "eu";
        /// What `kind`.
        r#type "type" = "a";
        /// The variable `Region`. One of `x`.
        region2 "Region" = "b";
    } "https://{region}.pets.example/v1";
    /// `https://test.pets.example/x`
    TestPetsExample "https://test.pets.example/x";
    /// Only for tests
    ///
    /// `https://a.example`
    OnlyForTests "https://a.example";
    /// Only for tests at night
    ///
    /// `https://b.example`
    BExample "https://b.example";
    /// 12 34
    ///
    /// `https://c.example`
    CExample "https://c.example";
    /// `{url}`
    Live2 {
        /// The variable `url`.
        url "url" = "https://x";
    } "{url}";
"#;
    assert_eq!(between(&tables(servers, Vec::new(), Vec::new()), "\nservers! {", "}\n\n#[cfg"), expected);
    assert!(!tables(vec![server("", "/v1", "", &[])], Vec::new(), Vec::new()).contains("servers! {"));
}

/// What `new` takes, and `from_env`, in the words of their docs.
fn constructors(servers: Vec<Server>, security: Vec<SecurityScheme>) -> Vec<String> {
    let tables = tables(servers, security, Vec::new());
    let blocking = tables.split_once("impl blocking::Client {").expect("a client").1;
    let lines = blocking
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !["{", "}", "///", "#[must_use]"].contains(line));
    lines.map(str::to_owned).collect()
}

#[test]
fn clients_ask_for_what_the_docs_do_not_say() {
    let here = || vec![server("", "https://a.example", "", &[])];
    let token = || scheme("token", SchemeKind::Bearer);
    let none = [
        "/// A client that sends below a base URL, which the docs do not name; nor do they name a credential.",
        "pub fn new(base: impl Into<String>) -> Self {",
        "Self::of(Settings::new(base, None))",
    ];
    assert_eq!(constructors(Vec::new(), Vec::new()), none);
    let place = [
        "/// A client of the API's default server; the docs name no credential that it needs.",
        "pub fn new() -> Self {",
        "Self::of(Settings::new(Server::default(), None))",
    ];
    assert_eq!(constructors(here(), Vec::new()), place);
    assert_eq!(
        constructors(here(), vec![scheme("key", SchemeKind::ApiKey)]),
        place,
        "nothing says how this key travels"
    );
    let both = [
        "/// A client of the API's default server.",
        "pub fn new(credential: impl Into<Credential>) -> Self {",
        "Self::of(Settings::new(Server::default(), Some(credential.into())))",
    ];
    assert_eq!(constructors(here(), vec![token()]), both);
    let env = vec![
        with_env(token(), &["PETS_TOKEN"]),
        with_env(scheme("a:b", SchemeKind::Basic), &["PETS_USER", "PETS_`PASS"]),
    ];
    let expected = [
        "/// A client that sends below a base URL, which the docs do not name.",
        "pub fn new(base: impl Into<String>, credential: impl Into<Credential>) -> Self {",
        "Self::of(Settings::new(base, Some(credential.into())))",
        "/// A client with the credential of the environment: `PETS_TOKEN`, or `PETS_USER` and `PETS_PASS`.",
        "/// # Errors",
        "/// When the variables are not set.",
        "pub fn from_env(base: impl Into<String>) -> Result<Self, MissingVariable> {",
        "Ok(Self::of(Settings::new(base, Some(Credential::from_env(VARIABLES)?))))",
    ];
    assert_eq!(constructors(Vec::new(), env), expected);
}

/// The constructors of credentials: the words of their docs, their heads and their bodies.
fn credentials(security: Vec<SecurityScheme>) -> Vec<String> {
    let block = between(&tables(Vec::new(), security, Vec::new()), "\nimpl Credential {\n", "\n}\n");
    let lines = block.lines().map(str::trim).filter(|line| !line.is_empty() && !["}", "#[must_use]"].contains(line));
    lines.map(str::to_owned).collect()
}

#[test]
fn each_way_to_authenticate_has_a_constructor() {
    let guessed = SecurityScheme {
        kind: Fact::assumed(SchemeKind::Bearer, Rule::SecurityDefaultBearer),
        ..scheme("bear`er", SchemeKind::Bearer)
    };
    let token_url = Some(Fact::stated("/tok\"en".to_owned()));
    let found = credentials(vec![
        guessed,
        scheme("user:password", SchemeKind::Basic),
        key("from", KeyPlace::Header),
        key("query", KeyPlace::Query),
        key("type", KeyPlace::Cookie),
        SecurityScheme { token_url, ..scheme("client", SchemeKind::ClientCredentials) },
        scheme("lost", SchemeKind::ClientCredentials),
        scheme("lostKey", SchemeKind::ApiKey),
    ]);
    let expected = [
        "/// `bearer`: a bearer token. That is a guess: the docs do not say how it travels.",
        "pub fn bear_er(token: impl Into<String>) -> Self {",
        "Self::one(Scheme::Bearer, token)",
        "/// `user:password`: a user's name and password.",
        "pub fn basic(user: impl Into<String>, password: impl Into<String>) -> Self {",
        "Self::two(Scheme::Basic, user, password)",
        "/// `from`: a key, in the header `x-from`.",
        "pub fn from2(key: impl Into<String>) -> Self {",
        "Self::one(Scheme::Header(\"x-from\"), key)",
        "/// `query`: a key, in the parameter of the query `x-query`.",
        "pub fn query(key: impl Into<String>) -> Self {",
        "Self::one(Scheme::Query(\"x-query\"), key)",
        "/// `type`: a key, in the cookie `x-type`.",
        "pub fn r#type(key: impl Into<String>) -> Self {",
        "Self::one(Scheme::Cookie(\"x-type\"), key)",
        "/// `client`: the id and secret of an OAuth client, exchanged for a token.",
        "pub fn client(id: impl Into<String>, secret: impl Into<String>) -> Self {",
        "Self::two(Scheme::ClientCredentials(\"/tok\\\"en\"), id, secret)",
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_goes_together_is_one_credential() {
    let with = |scheme: SecurityScheme| SecurityScheme { with: Some(Fact::stated("app".to_owned())), ..scheme };
    let group = vec![
        with_env(key("app", KeyPlace::Header), &["APP"]),
        with(with_env(key("secret", KeyPlace::Query), &["SECRET"])),
        with(with_env(scheme("user:pass", SchemeKind::Basic), &["USER", "PASS"])),
    ];
    let expected = [
        "/// `app`: a key, in the header `x-app`. Together with `secret`: a key, in the parameter of the query `x-secret`. Together with \
         `user:pass`: a user's name and password.",
        "pub fn app_and_secret_and_basic(app: impl Into<String>, secret: impl Into<String>, user: impl Into<String>, password: impl Into<String>) -> Self {",
        "Self::one(Scheme::Header(\"x-app\"), app).and(Self::one(Scheme::Query(\"x-secret\"), secret)).and(Self::two(Scheme::Basic, user, password))",
    ];
    assert_eq!(credentials(group.clone()), expected);
    let tables = tables(Vec::new(), group, Vec::new());
    let variables = "    &[(Scheme::Header(\"x-app\"), &[\"APP\"]), (Scheme::Query(\"x-secret\"), &[\"SECRET\"]), (Scheme::Basic, &[\"USER\", \"PASS\"])],\n";
    let table = between(&tables, "const VARIABLES: &[&[(Scheme, &[&str])]] = &[\n", "];\n");
    assert_eq!(table, variables);
    assert!(
        tables.starts_with("pub use credential::{Credential, MissingVariable};\n\nuse credential::Scheme;\n"),
        "{tables}"
    );
    let lost = vec![
        key("app", KeyPlace::Header),
        with(scheme("secret", SchemeKind::ApiKey)),
        scheme("token", SchemeKind::Bearer),
    ];
    assert_eq!(credentials(lost).len(), 3, "one of the two travels in a way that nothing says");
}

/// A text alone is a credential where there is one way to send it.
#[test]
fn texts_are_credentials_where_they_can_mean_one_thing() {
    let texts = |security: Vec<SecurityScheme>| {
        let tables = tables(Vec::new(), security, Vec::new());
        ["&str", "String"].map(|text| {
            tables
                .split_once(&format!(
                    "impl From<{text}> for Credential {{\n    fn from(secret: {text}) -> Self {{\n        Self::"
                ))
                .map(|(_, rest)| rest.split_once("(secret)\n    }\n}\n").expect("a call").0.to_owned())
        })
    };
    let some = |name: &str| [Some(name.to_owned()), Some(name.to_owned())];
    let bearer = |name: &str| scheme(name, SchemeKind::Bearer);
    assert_eq!(texts(vec![bearer("type")]), some("r#type"));
    assert_eq!(texts(vec![bearer("a"), bearer("b")]), some("a"));
    assert_eq!(texts(vec![bearer("a"), key("b", KeyPlace::Header)]), [None, None]);
    assert_eq!(texts(vec![key("a", KeyPlace::Header), key("b", KeyPlace::Header)]), [None, None]);
    assert_eq!(texts(vec![scheme("a:b", SchemeKind::Basic)]), [None, None]);
}

/// A parameter of all calls, whose Rust name is that of the last word of its name on the wire.
fn global(wire: &str, rust: &str, place: Place) -> Parameter {
    let own = Parameter { wire: Fact::stated(wire.to_owned()), ..parameter(rust, place, Presence::Optional) };
    Parameter { global: Some(Basis::Stated), ..own }
}

#[test]
fn parameters_of_all_calls_have_setters() {
    let mut described = global("X-Org", "org", Place::Header);
    described.docs = Some("Whose *pets*.\nAll of them.".to_owned());
    let mut legs = global("legs", "type", Place::Query);
    legs.ty = list(named("Legs"));
    let parameters = vec![
        described.clone(),
        legs,
        global("we`b", "header", Place::Path),
        Parameter { docs: None, ..described },
        global("X-Org", "org", Place::Query),
        parameter("own", Place::Query, Presence::Optional),
    ];
    let tables = tables(Vec::new(), Vec::new(), parameters);
    let setters = between(&tables, "impl blocking::Client {\n", "\n}\n");
    let setter = |told: &str, sent: &str, name: &str, ty: &str, place: &str, wire: &str| {
        format!(
            "\n{told}    /// Sent as {sent} with each operation that has this parameter, unless the call gives another value.\n    #[must_use]\n    \
             pub fn {name}(mut self, value: impl Into<{ty}>) -> Self {{\n        let value: {ty} = value.into();\n        \
             self.settings.globals.set(crate::call::Place::{place}, {wire:?}, &value);\n        self\n    }}\n"
        )
    };
    let expected = [
        setter("    /// Whose *pets*. All of them.\n    ///\n", "`X-Org` (header)", "org", "String", "Header", "X-Org"),
        setter("", "`legs` (query)", "r#type", "Vec<crate::components::Legs>", "Query", "legs"),
        setter("", "`web` (path)", "with_header", "String", "Path", "we`b"),
        setter("", "`X-Org` (query)", "with_org", "String", "Query", "X-Org"),
    ];
    let (_, found) = setters.split_once("None))\n    }\n").expect("`new`");
    assert_eq!(format!("{found}\n"), expected.concat());
    let other = tables.split_once("impl Client {").expect("the other client").1;
    assert!(other.contains(found));
}

/// Setters are told apart from what clients can do in any case.
#[test]
fn setters_give_way_to_what_clients_can_do() {
    for taken in [
        "attempt",
        "authenticate",
        "clone",
        "exchange",
        "fetch",
        "first",
        "fmt",
        "from_env",
        "header",
        "http",
        "new",
        "of",
        "once",
        "open",
        "pages",
        "retry",
        "send",
        "server",
        "stream",
        "timeout",
        "only_server",
        "authenticate_with",
    ] {
        let text = tables(Vec::new(), Vec::new(), vec![global("it", taken, Place::Query)]);
        assert!(text.contains(&format!("pub fn with_{taken}(mut self")), "{taken}");
    }
    let ty = Parameter { ty: Type::Boolean, ..global("it", "sent", Place::Query) };
    assert!(tables(Vec::new(), Vec::new(), vec![ty]).contains("pub fn sent(mut self, value: impl Into<bool>)"));
}
