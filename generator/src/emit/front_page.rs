//! The docs of the crate's root: how to send a request, and what to know of its types.
//!
//! In: the model. Out: lines of `//!`. It must not know how endpoints and types are written.

use super::{
    branches::branches,
    client::Making,
    endpoints::{self, Sample, sample},
    gates::Gates,
    ident_text, rustdoc,
};
use crate::{
    model::{Auth, Model, Operation, SchemeKind, SecurityScheme, Server, Shape, TypeDef, UNKNOWN_KEY, alternatives},
    naming::capitalized,
};
use indexmap::IndexSet;

const BUILDERS: &str =
    "Structs have a builder, `Type::builder()`; what is required must be set before it can build. Where that is
little, `Type::new(…)` takes it, and what may be left out is set behind it.
The modules `builders` hold their docs.
Fields that this crate does not know are kept in `extra()` and written back.
";

const ENUMS_GROW: &str = "
# Enums grow

The API may send values that this version does not list. They are read as `Unknown`, and written back as they came. When a
later version lists such a value, it becomes a variant, so do not look into `Unknown`: match the variants that you know, and
treat all others alike.

";

const SENDING: &str = "
# Sending a request

An operation is a struct of its parameters, in [`endpoints`]. A client sends it: `client::Client` is asynchronous, behind the
feature `reqwest`; `client::blocking::Client` blocks, behind `ureq`. Both features are off by default. Timeouts, proxies and TLS
are those of the HTTP client, so depend on it, too:
";

const BY_HAND: &str = "
# Without a client

An operation makes an `http::Request` and reads an `http::Response`; anything may send the one and receive the other. The features
bring `call::reqwest::send` and `call::ureq::send`, too, for a client of your own.
";

/// The base URL of examples where the docs do not say where the API is.
const NO_SERVER: &str = "https://api.example.com";

/// The docs of `src/lib.rs`, and a blank line.
pub(super) fn docs(model: &Model, gates: &Gates<'_>) -> String {
    let mut text = format!("Types and typed endpoints of the {}.\n\n{}{BUILDERS}", title(model), purpose(model));
    if !model.operations.is_empty() {
        let sample = sample(model);
        text.push_str(&sending(model, gates, sample.as_ref()));
        text.push_str(&by_hand(model, gates, sample.as_ref()));
        text.push_str(&gates.docs(&model.name));
    }
    if let Some(example) = open_enum(model, gates) {
        text.push_str(ENUMS_GROW);
        text.push_str(&example);
    }
    text.lines().map(|line| format!("//! {line}").trim_end().to_owned() + "\n").chain(["\n".to_owned()]).collect()
}

/// The API's own title, else `authlete-api` as `Authlete API`.
pub(super) fn title(model: &Model) -> String {
    let name = &model.name;
    let words = name.strip_suffix("-api").unwrap_or(name).split('-').filter(|word| !word.is_empty());
    let own = model.about.title.as_ref().map(|title| prose(&title.value)).filter(|title| !title.is_empty());
    let title = own.unwrap_or_else(|| words.map(capitalized).collect::<Vec<_>>().join(" "));
    if title.ends_with("API") { title } else { title + " API" }
}

/// What the API is for, in the vendor's words, and where to read more.
fn purpose(model: &Model) -> String {
    let summary = model.about.summary.as_ref().map(|summary| rustdoc::lines(&summary.value, &|_| None).join("\n"));
    let link = model.about.link.iter().filter(|link| rustdoc::is_url(&link.value));
    let link = link.map(|link| format!("More is in [the API's own documentation]({}).", link.value));
    let link = link.map(|text| rustdoc::lines(&text, &|_| None).join("\n"));
    summary.into_iter().chain(link).filter(|text| !text.is_empty()).map(|text| text + "\n\n").collect()
}

/// A vendor's words on one line.
fn prose(markdown: &str) -> String {
    rustdoc::lines(markdown, &|_| None).join(" ")
}

/// Where the API is.
fn servers(model: &Model) -> String {
    let item = |server: &Server| {
        let description = server.description.as_deref().map(prose).filter(|text| !text.is_empty());
        format!("- `{}`{}\n", server.url.value, description.map(|text| format!(": {text}")).unwrap_or_default())
    };
    match model.servers.as_slice() {
        [] => "The docs do not say where the API is: the base URL is yours to give.\n\n".to_owned(),
        servers => format!("The API is at:\n\n{}\n", servers.iter().map(item).collect::<String>()),
    }
}

/// The base URL of the examples.
fn base_url(model: &Model) -> String {
    let url = model.servers.first().map(Server::default_url);
    // A variable's default may be any text; an example has to be an address.
    let is_plain =
        |url: &String| url.starts_with("http") && url.bytes().all(|b| b.is_ascii_graphic() && !b"\"\\{}".contains(&b));
    url.filter(is_plain).unwrap_or_else(|| NO_SERVER.to_owned())
}

/// How Rust calls the crate.
fn library(model: &Model) -> String {
    model.name.replace('-', "_")
}

/// Which credentials the API wants.
fn credentials(model: &Model) -> String {
    let kinds: IndexSet<&str> = model.security.iter().map(|scheme| type_name(scheme.kind.value)).collect();
    let links: Vec<String> = kinds.iter().map(|name| format!("[`call::{name}`]")).collect();
    match links.as_slice() {
        [] => "The docs name no credentials: [`call::NoAuth`] sends none.\n".to_owned(),
        links => format!("Credentials are a {}.\n{}", links.join(" or a "), unnamed_header(model)),
    }
}

/// A word on the header that the examples of a key make up.
fn unnamed_header(model: &Model) -> String {
    let is_unnamed = |it: &SecurityScheme| it.kind.value == SchemeKind::ApiKey && it.key.is_none();
    if model.security.iter().any(is_unnamed) {
        format!("The docs do not name the header of the key: `{UNKNOWN_KEY}` stands for it.\n")
    } else {
        String::new()
    }
}

fn type_name(kind: SchemeKind) -> &'static str {
    match kind {
        SchemeKind::Bearer | SchemeKind::ClientCredentials => "Bearer",
        SchemeKind::Basic => "Basic",
        SchemeKind::ApiKey => "ApiKey",
    }
}

/// What sends, and where it comes from.
fn sending(model: &Model, gates: &Gates<'_>, sample: Option<&Sample<'_>>) -> String {
    let dependencies = format!(
        "
```toml
[dependencies]
{name} = {{ version = \"0.1\", features = [\"ureq\"] }}
ureq = \"3\"
```
",
        name = model.name
    );
    let program = sample.map(|sample| format!("\n{}", sent(model, gates, sample))).unwrap_or_default();
    format!("{SENDING}{dependencies}{program}")
}

/// What a client does beside sending.
struct More<'m> {
    /// The statements.
    text: String,
    /// The paths that they name.
    uses: Vec<String>,
    operations: Vec<&'m Operation>,
}

fn more<'m>(model: &'m Model, sample: &Sample<'_>) -> More<'m> {
    let walking = endpoints::walking(model, sample);
    let streaming = endpoints::streaming(model, walking.as_ref().unwrap_or(sample));
    let streaming = streaming.filter(|streaming| endpoints::agree(streaming, sample));
    let walk = walking.iter().map(|it| ("item", format!("pages(&{}).items()", it.expression)));
    let stream = streaming.iter().map(|it| ("event", format!("stream(&{})?", it.expression)));
    let each = |(one, all)| format!("for {one} in client.{all} {{\n    println!(\"{{:?}}\", {one}?);\n}}\n");
    let text = walk.chain(stream).map(each).collect();
    let samples: Vec<Sample<'m>> = walking.into_iter().chain(streaming).collect();
    let operations = samples.iter().map(|sample| sample.operation).collect();
    More { text, uses: samples.into_iter().flat_map(|sample| sample.uses).collect(), operations }
}

/// Hidden lines: the program below them is there only while all of this holds.
fn only(needed: &[String]) -> String {
    let gate = match needed {
        [] => return String::new(),
        [one] => one.clone(),
        several => format!("all({})", several.join(", ")),
    };
    format!("# #[cfg(not({gate}))]\n# fn main() {{}}\n# #[cfg({gate})]\n")
}

/// What an operation is authenticated with.
struct Credential {
    /// The names of its types.
    names: IndexSet<&'static str>,
    /// How it is made.
    expression: String,
}

impl Credential {
    fn of(model: &Model, operation: &Operation) -> Self {
        let schemes = match &operation.auth.value {
            Auth::Public => &[],
            Auth::Global => model.security.as_slice(),
            Auth::Own(schemes) => schemes.as_slice(),
        };
        let Some(group) = alternatives(schemes).into_iter().next() else {
            return Self { names: IndexSet::from(["NoAuth"]), expression: "NoAuth".to_owned() };
        };
        let names = group.iter().map(|scheme| type_name(scheme.kind.value)).collect();
        // A pair of credentials is one.
        let expression = group.iter().map(|it| expression(it)).reduce(|all, next| format!("({all}, {next})"));
        Self { names, expression: expression.unwrap_or_default() }
    }
}

fn expression(scheme: &SecurityScheme) -> String {
    match scheme.kind.value {
        SchemeKind::Bearer | SchemeKind::ClientCredentials => "Bearer::new(\"the-token\")?".to_owned(),
        SchemeKind::Basic => "Basic::new(\"user\", \"password\")?".to_owned(),
        SchemeKind::ApiKey => {
            format!("ApiKey::new({:?}, \"the-key\")?", scheme.header().unwrap_or(UNKNOWN_KEY))
        }
    }
}

/// Imports of an example: what it calls, and what its operation is made of.
fn uses(model: &Model, call: &str, paths: &[String]) -> String {
    let lines = branches(paths).iter().map(|path| format!("    {path},\n")).collect::<String>();
    format!("use {}::{{\n    {call},\n{lines}}};\n", library(model))
}

/// An example with `?` in it: the imports, and the body below them.
fn program(uses: &str, body: &str) -> String {
    format!("# fn main() -> Result<(), Box<dyn std::error::Error>> {{\n{uses}\n{body}# Ok(())\n# }}\n")
}

/// The same without a client.
fn by_hand(model: &Model, gates: &Gates<'_>, sample: Option<&Sample<'_>>) -> String {
    let program = sample.map(|sample| made_by_hand(model, gates, sample)).unwrap_or_default();
    format!("{BY_HAND}{}{}{program}", servers(model), credentials(model))
}

fn made_by_hand(model: &Model, gates: &Gates<'_>, sample: &Sample<'_>) -> String {
    let credential = Credential::of(model, sample.operation);
    let names: Vec<&str> = credential.names.into_iter().collect();
    let uses = uses(model, &format!("call::{{Authenticate, {}}}", names.join(", ")), &sample.uses);
    let body = format!(
        "let endpoint = {};
let mut request = endpoint.to_request({:?})?;
{}.apply(&mut request);
assert_eq!(request.method(), {:?});

// The client sends `request`, and this is what came back:
let response = http::Response::builder().status(503).body(\"later\")?;
let result = {}::parse(response);
assert!(result.is_err());
",
        sample.expression,
        base_url(model),
        credential.expression,
        sample.operation.method,
        sample.name
    );
    format!("\n```\n{}{}```\n", only(&gates.groups([sample.operation])), program(&uses, &body))
}

fn sent(model: &Model, gates: &Gates<'_>, sample: &Sample<'_>) -> String {
    let making = Making::of(model);
    let credential =
        if making.names_credential() { "client::{Credential, blocking::Client}" } else { "client::blocking::Client" };
    let More { text: more, uses: others, operations } = more(model, sample);
    let uses = uses(model, credential, &[sample.uses.clone(), others].concat());
    let body = format!(
        "let client = {};
match client.send(&{}) {{
    Ok(answer) => println!(\"{{answer:?}}\"),
    Err(error) if error.is_retryable() => println!(\"try again in {{:?}}\", error.retry_after()),
    Err(error) => println!(\"{{error}}\"),
}}
{more}",
        making.expression(),
        sample.expression
    );
    let mut needed = vec!["feature = \"ureq\"".to_owned()];
    needed.extend(gates.groups(operations.into_iter().chain([sample.operation])));
    format!("```no_run\n{}{}```\n", only(&needed), program(&uses, &body))
}

/// How to match one of the crate's own enums; none if it has no open ones.
fn open_enum(model: &Model, gates: &Gates<'_>) -> Option<String> {
    let shown = |def: &TypeDef| def.replaced.is_none() && def.deprecated.is_none();
    let (id, def, value) = model.types.iter().filter(|(_, def)| shown(def)).find_map(|(id, def)| match &def.shape {
        Shape::Enum(shape) if !shape.closed && !shape.integer => Some((id, def, shape.values.first()?)),
        _ => None,
    })?;
    let gate = gates.types(id, def).map(|gate| format!("# #[cfg({gate})]\n# fn shown() {{\n"));
    let (before, after) = gate.map_or((String::new(), ""), |gate| (gate, "# }\n"));
    let (name, variant) = (ident_text(&def.rust), ident_text(&value.rust));
    let (library, module) = (library(model), ident_text(&def.module));
    Some(format!(
        "```
{before}use {library}::{module}::{name};

fn describe(value: &{name}) -> &str {{
    match value {{
        {name}::{variant} => \"the one that is meant\",
        other => other.as_str(),
    }}
}}
{after}```
"
    ))
}
