//! How endpoints are made and sent: their struct and its docs, and what travels where.
//!
//! In: operations built by hand. Out: nothing.

use crate::built::{body, emitted_file, list, model_of, named, operation, parameter, structure, texts};
use tablature::{
    emit::EmitOptions,
    model::{
        Auth, Basis, Deprecation, Fact, Literal, Media, Model, Operation, PageInput, PageKind, Paging, Parameter,
        Place, Presence, Preset, Rule, SchemeKind, SecurityScheme, Server, ServerVariable, Style, Type, TypeDef,
    },
};

fn types() -> Vec<TypeDef> {
    let file =
        structure("File", &[("file_name", Type::String), ("content", Type::Bytes), ("content_type", Type::String)]);
    let odd = structure("Odd", &[("file_name", Type::String), ("content", Type::Bytes), ("size", Type::Int64)]);
    let bare = structure("Bare", &[("file_name", Type::String)]);
    let upload = [
        ("photo", named("File")),
        ("films", list(named("File"))),
        ("raw", Type::Bytes),
        ("raws", list(Type::Bytes)),
        ("odd", named("Odd")),
        ("bare", named("Bare")),
        ("note", Type::String),
        ("deep", list(list(Type::Bytes))),
    ];
    vec![
        file,
        odd,
        bare,
        structure("Upload", &upload),
        structure("Note", &[("a", Type::String)]),
        texts("Size", &["A"]),
    ]
}

/// The file of an operation `Get`.
fn file(get: Operation) -> String {
    let model = Model { name: "pet-api".to_owned(), ..model_of(types(), vec![get]) };
    emitted_file(&model, &EmitOptions::default(), "src/api/endpoints/pets/get.rs")
}

/// The statements by which a request is written, each run of white space as one space.
fn write(get: Operation) -> String {
    let text = file(get).split_whitespace().collect::<Vec<_>>().join(" ");
    let (_, rest) = text.split_once("fn write(&self, ").expect("a function");
    let rest = rest.split_once("RequestError> { ").expect("a body").1;
    rest.split_once(" } #[inline]").expect("its end").0.to_owned()
}

#[test]
fn each_parameter_is_written_where_it_travels() {
    let of = |rust: &str, place, style: Option<Style>| Parameter {
        style: style.map(Fact::stated),
        ..parameter(rust, place, Presence::Optional)
    };
    let secret = |it: Parameter| Parameter { secret: true, ..it };
    let all = vec![
        of("id", Place::Path, None),
        of("plain", Place::Query, None),
        of("exploded", Place::Query, Some(Style::FormExplode)),
        of("joined", Place::Query, Some(Style::FormJoined)),
        of("deep", Place::Query, Some(Style::DeepObject)),
        of("json", Place::Query, Some(Style::Json)),
        of("header", Place::Header, Some(Style::Json)),
        secret(of("key", Place::Header, None)),
        secret(of("hidden", Place::Query, None)),
        Parameter { wire: Fact::stated("Odd\"Name".to_owned()), ..of("type", Place::Header, None) },
    ];
    let expected = "draft.path(\"id\", &self.id)?; draft.query(\"plain\", &self.plain)?; draft.query(\"exploded\", &self.exploded)?; \
        draft.query_joined(\"joined\", &self.joined)?; draft.query_deep(\"deep\", &self.deep)?; draft.query_json(\"json\", &self.json)?; \
        draft.header(\"header\", &self.header)?; draft.secret_header(\"key\", &self.key)?; draft.query(\"hidden\", &self.hidden)?; \
        draft.header(\"Odd\\\"Name\", &self.r#type)";
    assert_eq!(write(Operation { parameters: all, ..operation("Get") }), expected);
    assert_eq!(write(operation("Get")), "Ok(())");
    let text = file(operation("Get"));
    assert!(text.contains("fn write(&self, _: &mut Draft) -> Result<(), RequestError> {"), "{text}");
}

/// What a client may have for all calls is asked for where a call does not give it.
#[test]
fn what_each_call_needs_is_demanded() {
    let global = |place, presence| Parameter { global: Some(Basis::Stated), ..parameter("org", place, presence) };
    let of = |place, presence| write(Operation { parameters: vec![global(place, presence)], ..operation("Get") });
    let demand = |place: &str, send: &str| {
        format!(
            "draft.demand(crate::call::Place::{place}, \"org\", self.org.is_some())?; draft.{send}(\"org\", &self.org)"
        )
    };
    assert_eq!(of(Place::Path, Presence::Optional), demand("Path", "path"));
    assert_eq!(of(Place::Header, Presence::Required), demand("Header", "header"));
    assert_eq!(of(Place::Query, Presence::RequiredNullUnstated), demand("Query", "query"));
    assert_eq!(of(Place::Query, Presence::RequiredNullable), "draft.query(\"org\", &self.org)");
    assert_eq!(of(Place::Header, Presence::Optional), "draft.header(\"org\", &self.org)");
}

#[test]
fn bodies_are_written_in_their_form() {
    let sent = |ty: Type, media, required: bool, name: Option<&str>| {
        let mut sent = body(ty, media).expect("a body");
        sent.required = required;
        sent.media_type = name.map(|name| Fact::stated(name.to_owned()));
        write(Operation { body: Some(sent), ..operation("Get") })
    };
    let note = || named("Note");
    assert_eq!(sent(note(), Media::Json, true, None), "draft.json(Some(&self.body))");
    assert_eq!(sent(note(), Media::Json, false, None), "draft.json(self.body.as_ref())");
    assert_eq!(sent(note(), Media::Json, true, Some("a/b")), "draft.json_as(\"a/b\", Some(&self.body))");
    assert_eq!(sent(note(), Media::Form, true, None), "draft.form(Some(&self.body))");
    assert_eq!(sent(Type::Bytes, Media::Raw, false, None), "draft.raw(self.body.as_ref())");
    assert_eq!(sent(note(), Media::Multipart, true, None), "draft.multipart(Some(&self.body), &[])");
    let files = "FileField::object(\"photo\", \"file_name\", \"content\"), FileField::object(\"films\", \"file_name\", \"content\"), \
        FileField::bytes(\"raw\"), FileField::bytes(\"raws\"),";
    let multipart = sent(named("Upload"), Media::Multipart, true, None);
    assert_eq!(multipart, format!("draft .multipart( Some(&self.body), &[ {files} ], )"));
    let imports = |ty: Type, media| {
        file(Operation { body: body(ty, media), ..operation("Get") }).lines().nth(2).expect("imports").to_owned()
    };
    assert!(
        imports(named("Upload"), Media::Multipart).contains("FileField")
            && !imports(note(), Media::Multipart).contains("FileField")
    );
    assert!(
        imports(Type::Bytes, Media::Raw).contains("RawBody")
            && !imports(named("Upload"), Media::Json).contains("FileField")
    );
}

#[test]
fn presets_go_before_the_body() {
    let preset = |wire: &str, value: Literal| Preset { wire: wire.to_owned(), value: Fact::stated(value) };
    let presets = vec![
        preset("stream", Literal::Boolean(true)),
        preset("a\"b", Literal::String("c".to_owned())),
        preset("n", Literal::Integer(7)),
    ];
    let with = |body| Operation { presets: presets.clone(), body, ..operation("Get") };
    let steps =
        "draft.preset(\"stream\", \"true\"); draft.preset(\"a\\\"b\", \"\\\"c\\\"\"); draft.preset(\"n\", \"7\"); ";
    assert_eq!(write(with(body(named("Note"), Media::Json))), format!("{steps}draft.json(Some(&self.body))"));
    assert_eq!(write(with(None)), "Ok(())");
}

/// The docs of an endpoint's struct without its example and the line that says where it is from.
fn docs(get: Operation) -> Vec<String> {
    let text = file(get);
    let (docs, _) = text.split_once("/// # Example").expect("an example");
    let lines: Vec<&str> = docs.lines().filter_map(|line| line.strip_prefix("///")).map(str::trim).collect();
    assert_eq!(lines.last(), Some(&""));
    lines[..lines.len() - 1].iter().map(|line| (*line).to_owned()).collect()
}

/// The remark that an operation has beside its method, its path and its id.
fn remarks(get: Operation) -> Vec<String> {
    let docs = docs(get);
    assert_eq!(docs[..2], ["`POST /pets/{petId}`", "(operation id `Get`)"]);
    docs[2..].iter().filter(|line| !line.is_empty()).cloned().collect()
}

#[test]
fn the_docs_of_an_endpoint_begin_with_those_of_its_page() {
    let described = Operation {
        docs: Some("Gets *one*.\n\nOr none.".to_owned()),
        path: "/a`b".to_owned(),
        id: "ge`t".to_owned(),
        ..operation("Get")
    };
    assert_eq!(docs(described), ["Gets *one*.", "", "Or none.", "", "`POST /ab`", "(operation id `get`)"]);
    assert_eq!(docs(Operation { id: String::new(), ..operation("Get") }), ["`POST /pets/{petId}`"]);
    assert_eq!(remarks(operation("Get")), [""; 0]);
}

#[test]
fn what_is_special_of_an_endpoint_is_told() {
    let server = |url: &str, variables: &[(&str, &str)]| Server {
        name: None,
        url: Fact::stated(url.to_owned()),
        description: None,
        variables: variables
            .iter()
            .map(|(name, default)| ServerVariable {
                name: (*name).to_owned(),
                default: (*default).to_owned(),
                values: Vec::new(),
                description: None,
            })
            .collect(),
    };
    let own = |url: &str, variables: &[(&str, &str)]| {
        let get = Operation {
            servers: vec![server(url, variables), server("https://later.example", &[])],
            ..operation("Get")
        };
        let text = file(get.clone());
        let constant = text
            .split_once("const SERVER: Option<&'static str> = Some(")
            .map(|(_, rest)| rest.split(')').next().unwrap_or_default().to_owned());
        assert_eq!(constant.is_some(), !remarks(get.clone()).is_empty());
        (constant, remarks(get).pop())
    };
    let said = |url: &str| {
        (Some(format!("\"{url}\"")), Some(format!("It has a server of its own, to which clients send it: `{url}`.")))
    };
    assert_eq!(own("https://a.example", &[]), said("https://a.example"));
    assert_eq!(own("https://{r}.example", &[("r", "eu")]), said("https://eu.example"));
    assert_eq!([own("https://{r}.example", &[]), own("/v1", &[])], [(None, None), (None, None)]);
    let scheme = |name: &str| SecurityScheme::of(name, Fact::stated(SchemeKind::Bearer));
    let with = |auth| remarks(Operation { auth: Fact::stated(auth), ..operation("Get") });
    assert_eq!(with(Auth::Public), ["It wants no credentials."]);
    let pair = SecurityScheme { with: Some(Fact::stated("a".to_owned())), ..scheme("c") };
    assert_eq!(
        with(Auth::Own(vec![scheme("a"), scheme("b`"), pair])),
        ["It wants credentials of its own: `a` and `c` or `b`."]
    );
    let mut sent = body(named("Note"), Media::Json);
    sent.iter_mut().for_each(|sent| sent.also = vec![Fact::stated(Media::Multipart), Fact::stated(Media::Raw)]);
    let preset = Preset { wire: "a`".to_owned(), value: Fact::stated(Literal::String("b`".to_owned())) };
    let found = remarks(Operation { body: sent, presets: vec![preset], ..operation("Get") });
    let expected = [
        "Its body is sent as JSON; the API takes it as a form in parts (`multipart/form-data`) or bytes, too.",
        "Its body is sent with `a: \"b\"` unless it says otherwise.",
    ];
    assert_eq!(found, expected);
}

#[test]
fn guesses_of_places_and_pages_are_told() {
    let guessed = |rust: &str, rule| Parameter {
        place: Fact::assumed(Place::Query, rule),
        ..parameter(rust, Place::Query, Presence::Optional)
    };
    let parameters = vec![
        guessed("one", Rule::PlaceDefaultQuery),
        guessed("two", Rule::PlaceQueryType),
        guessed("three", Rule::PlaceGlobal),
    ];
    assert_eq!(
        remarks(Operation { parameters, ..operation("Get") }),
        ["Sent in the query, though no page says so: `one`, `three`."]
    );
    let input = |rule: Option<Rule>, place, kind| {
        let value = PageInput { wire: "pa`ge".to_owned(), place, kind };
        Some(rule.map_or_else(|| Fact::stated(value.clone()), |rule| Fact::assumed(value.clone(), rule)))
    };
    let with = |paging: Paging| remarks(Operation { paging: Some(paging), ..operation("Get") });
    let walks = "Its results come in pages, through which `pages` of the client walks";
    let unknown = "Its results come in pages; the docs do not say how to ask for the next one.";
    let page = |rule, place| Paging { input: input(rule, place, PageKind::Page), ..Paging::of(Basis::Stated) };
    assert_eq!(with(page(None, Some(Place::Query))), [format!("{walks}.")]);
    let guess = format!("{walks}; that `page` asks for the next one is a guess by names.");
    assert_eq!(with(page(Some(Rule::PagingNames), None)), [guess]);
    assert_eq!(with(page(Some(Rule::PagingNames), Some(Place::Path))), [unknown]);
    assert_eq!(with(page(None, Some(Place::Header))), [unknown]);
    assert_eq!(with(Paging::of(Basis::Stated)), [unknown]);
}

#[test]
fn fields_have_docs_and_derives() {
    let described = Parameter {
        docs: Some("Which.".to_owned()),
        example: Some("7".to_owned()),
        ..parameter("id", Place::Path, Presence::Required)
    };
    let global = Parameter { global: Some(Basis::Stated), ..parameter("org", Place::Header, Presence::Optional) };
    let secret = Parameter { secret: true, ..parameter("k`ey", Place::Header, Presence::Optional) };
    let secret = Parameter { rust: "key".to_owned(), deprecated: Some(Deprecation { note: None }), ..secret };
    let mut sent = body(list(named("Size")), Media::Json);
    sent.iter_mut().for_each(|sent| sent.required = false);
    let text = file(Operation { parameters: vec![described, global, secret], body: sent, ..operation("Get") });
    let (_, rest) = text.split_once("line 7.\n").expect("docs");
    let expected = "\
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Get {
    /// Which.
    ///
    /// Example: `7`
    pub id: String,
    /// The parameter `org`.
    ///
    /// A call that gives none sends the client's.
    pub org: Option<String>,
    /// The parameter `key`.
    #[deprecated]
    pub key: Option<String>,
    /// The request's body.
    pub body: Option<Vec<Size>>,
}

crate::call::endpoint! {
    Get => Result<(), GetError>, GetBuilder<[id]>,
    new(id: String) {
        /// Which.
        ///
        /// Example: `7`
        required id: String => N0 N0;
        /// The parameter `org`.
        ///
        /// A call that gives none sends the client's.
        optional org: String;
        /// The parameter `key`.
        #[deprecated]
        optional key: String;
        /// The request's body.
        optional body: Vec<Size> as crate::support::Items<Size>;
    }
}

crate::call::redacted_debug!(Get { id org body } secret { key });
";
    let found = rest.split_once("\nimpl Endpoint").expect("an implementation").0;
    assert_eq!(
        found
            .replace("Vec<crate::components::Size>", "Vec<Size>")
            .replace("Items<crate::components::Size>", "Items<Size>"),
        expected
    );
    assert!(file(operation("Get")).contains("#[derive(Debug, Clone, PartialEq, Default)]\n"));
}
