//! The public items of a model, by their paths in Rust.
//!
//! In: a model as JSON. Out: items with what of them users can see. It must not judge a difference.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Kinds of items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Struct,
    Enum,
    Union,
    Opaque,
    Operation,
    Field,
    Value,
    Member,
    Parameter,
    Body,
    Success,
    Error,
}

impl Kind {
    /// In words.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Struct => "struct",
            Self::Enum => "enum",
            Self::Union => "union",
            Self::Opaque => "type of any JSON",
            Self::Operation => "operation",
            Self::Field => "field",
            Self::Value => "value",
            Self::Member => "member",
            Self::Parameter => "parameter",
            Self::Body => "request body",
            Self::Success => "success body",
            Self::Error => "error body",
        }
    }

    /// What stands in front of the noun.
    pub fn article(self) -> &'static str {
        if self.noun().starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
    }

    fn is_whole(self) -> bool {
        matches!(self, Self::Struct | Self::Enum | Self::Union | Self::Opaque | Self::Operation)
    }
}

/// What users can see of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub kind: Kind,
    /// Its type, in words.
    pub rust: String,
    /// What stands for it in requests and responses.
    pub wire: String,
    pub required: bool,
    pub closed: bool,
    pub traits: BTreeSet<String>,
}

impl Item {
    fn new(kind: Kind) -> Self {
        let (rust, wire) = (String::new(), String::new());
        Self { kind, rust, wire, required: false, closed: false, traits: BTreeSet::new() }
    }

    /// The path of what it belongs to; nothing for what stands by itself.
    pub fn owner<'p>(&self, path: &'p str) -> Option<&'p str> {
        if self.kind.is_whole() { None } else { Some(path.rsplit_once(['.', ' '])?.0) }
    }
}

/// Items by path. What belongs to an item has its path, a `.` and a name, or a space and a noun.
pub type Items = BTreeMap<String, Item>;

/// The items of a model.
pub fn items(model: &Value) -> Items {
    let mut items = Items::new();
    for definition in model["types"].as_object().into_iter().flatten().map(|(_, definition)| definition) {
        add_type(definition, &mut items);
    }
    each(&model["operations"]).for_each(|operation| add_operation(operation, &mut items));
    items
}

fn each(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The value of a fact, which may stand alone.
fn fact(value: &Value) -> &Value {
    value.as_object().and_then(|fact| fact.get("value")).unwrap_or(value)
}

fn add_type(definition: &Value, items: &mut Items) {
    let path = format!("{}::{}", text(&definition["module"]), text(&definition["rust"]));
    let shape = &definition["shape"];
    let (kind, parts, of_parts) = match shape.as_object().and_then(|shape| shape.keys().next()).map(String::as_str) {
        Some("struct") => (Kind::Struct, &shape["struct"]["fields"], Kind::Field),
        Some("enum") => (Kind::Enum, &shape["enum"]["values"], Kind::Value),
        Some("union") => (Kind::Union, &shape["union"]["members"], Kind::Member),
        _ => (Kind::Opaque, &Value::Null, Kind::Field),
    };
    let closed = shape["enum"]["closed"] == true;
    let derives = definition["derives"].as_object().into_iter().flatten();
    let traits = derives.filter(|(_, derived)| **derived == true).map(|(name, _)| name.clone()).collect();
    for part in each(parts) {
        let item = Item { closed, ..part_item(part, of_parts) };
        items.insert(format!("{path}.{}", text(&part["rust"])), item);
    }
    items.insert(path, Item { closed, traits, ..Item::new(kind) });
}

/// A field, a value, a member or a parameter.
fn part_item(part: &Value, kind: Kind) -> Item {
    let presence = text(fact(&part["presence"])).to_owned();
    let nullable = presence.contains("null");
    let place = text(fact(&part["place"]));
    let wire =
        [place, &words(fact(&part["wire"]))].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ");
    let rust = match (part.get("type"), nullable) {
        (None, _) => String::new(),
        (Some(ty), false) => words(ty),
        (Some(ty), true) => format!("{} or null", words(ty)),
    };
    // What the client gives, a call need not.
    let required = presence.starts_with("required") && part.get("global").is_none();
    Item { rust, wire, required, ..Item::new(kind) }
}

fn add_operation(operation: &Value, items: &mut Items) {
    let path = format!("endpoints::{}::{}", text(&operation["module"]), text(&operation["rust"]));
    for parameter in each(&operation["parameters"]) {
        items.insert(format!("{path}.{}", text(&parameter["rust"])), part_item(parameter, Kind::Parameter));
    }
    let body = operation.get("body").filter(|body| !body.is_null());
    let bodies = body.map(|body| (Kind::Body, "request".to_owned(), body)).into_iter();
    let successes = each(&operation["success"])
        .map(|body| (Kind::Success, format!("success-{}", text(fact(&body["media"]))), body));
    let errors =
        each(&operation["errors"]).map(|body| (Kind::Error, format!("error-{}", words(&body["status"])), body));
    for (kind, name, body) in bodies.chain(successes).chain(errors) {
        let wire = text(fact(&body["media"])).to_owned();
        let required = body["required"] == true;
        let or_nothing = if kind == Kind::Success && may_be_empty(operation, body) { " or nothing" } else { "" };
        let rust = words(&body["type"]) + or_nothing;
        items.insert(format!("{path} {name}"), Item { rust, wire, required, ..Item::new(kind) });
    }
    let wire = format!("{} {}", text(&operation["method"]), text(&operation["path"]));
    items.insert(path, Item { wire, ..Item::new(Kind::Operation) });
}

/// Whether a success may come without this body, so that it is an `Option`: bytes and events may be none as they are.
fn may_be_empty(operation: &Value, body: &Value) -> bool {
    let is_whole = !["bytes", "nullable", "event-stream"]
        .iter()
        .any(|kind| body["type"] == *kind || body["type"].get(kind).is_some());
    let is_empty = |status: &Value| [204, 205].iter().any(|empty| fact(status) == empty);
    let has_bodiless = each(&operation["bodiless"]).next().is_some();
    is_whole && (has_bodiless || each(&operation["success"]).flat_map(|body| each(&body["also"])).any(is_empty))
}

/// A type or a value in few words: `[Pet]` for a list, `{Pet}` for a map.
fn words(value: &Value) -> String {
    let Some((kind, inner)) = value.as_object().and_then(|object| object.iter().next()) else {
        return value.as_str().map_or_else(|| value.to_string(), str::to_owned).trim_matches('"').replace("null", "");
    };
    match kind.as_str() {
        "named" => text(inner).to_owned(),
        "array" => format!("[{}]", words(inner)),
        "map" => format!("{{{}}}", words(inner)),
        _ => value.to_string(),
    }
}
