//! Values of the API's types as Rust expressions, for examples: what a program writes that depends on the crate.
//!
//! In: types, and the Example cells of what has them. Out: expressions, and what they import. It must not know where they stand.

use crate::{
    emit::{ident_text, rustdoc, structs},
    model::{EnumValue, Field, Member, Model, Shape, Struct, Type, TypeDef, TypeId, Union},
};
use serde_json::Value;
use std::collections::BTreeMap;

/// Values within values are written down to here.
const DEEPEST: usize = 8;

/// So many values of named types are tried for one expression: types may lead to each other in many ways.
const MOST_TRIED: usize = 300;

/// So many items of a list or a map are written.
const MOST_ITEMS: usize = 3;

/// A longer text of an Example cell is not repeated.
const LONGEST_TEXT: usize = 100;

/// Names that stand beside the expressions, or mean something else without a path.
const TAKEN: &[&str] = &[
    "ApiKey",
    "Authenticate",
    "Basic",
    "Bearer",
    "Box",
    "Client",
    "Credential",
    "Err",
    "NoAuth",
    "None",
    "Ok",
    "Option",
    "Result",
    "Some",
    "String",
    "Vec",
];

/// What stands around a value decides how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    /// A setter, or an array given to one: it takes whatever converts.
    Setter,
    /// Something that takes the very type.
    Value,
}

/// Writes values, and notes what they name.
pub(super) struct Writer<'m> {
    model: &'m Model,
    /// The path of each imported name.
    uses: BTreeMap<String, String>,
    /// The types that the value at hand is within.
    around: Vec<TypeId>,
    /// How many values of named types may still be tried.
    left: usize,
    /// Whether values are those of Example cells, where there are any.
    examples: bool,
}

impl<'m> Writer<'m> {
    pub(super) fn new(model: &'m Model, examples: bool) -> Self {
        Self { model, uses: BTreeMap::new(), around: Vec::new(), left: MOST_TRIED, examples }
    }

    /// The imported paths below the crate's root, sorted.
    pub(super) fn uses(self) -> Vec<String> {
        let mut uses: Vec<String> = self.uses.into_values().collect();
        uses.sort_unstable();
        uses
    }

    /// What an item is called: its name, or its path where the name stands for something else.
    pub(super) fn named(&mut self, module: &str, name: &str) -> String {
        let name = ident_text(name);
        let path = format!("{module}::{name}");
        let is_free = !TAKEN.contains(&&*name) && self.uses.get(&name).is_none_or(|used| *used == path);
        if !is_free {
            return format!("{}::{path}", self.model.name.replace('-', "_"));
        }
        self.uses.insert(name.clone(), path);
        name
    }

    /// The first example of a cell, as JSON: text where it is none, or where texts are meant.
    pub(super) fn cell(&self, raw: &str, ty: &Type) -> Option<Value> {
        let text = rustdoc::first_example(raw).filter(|_| self.examples)?;
        let json = serde_json::from_str::<Value>(&text).ok().filter(|json| !json.is_null());
        let json = json.filter(|json| json.is_string() || !matches!(ty, Type::String | Type::DateTime | Type::Date));
        Some(json.unwrap_or(Value::String(text)))
    }

    /// A value of a type, made of its example where that fits; `of` is what the docs call it. None where the type is the user's own.
    pub(super) fn value(&mut self, ty: &Type, example: Option<&Value>, of: &str, within: Within) -> Option<String> {
        let exact = within == Within::Value;
        let support = |writer: &mut Self, name: &str, given: &str| match exact {
            true => format!("{}::from({given})", writer.named("support", name)),
            false => given.to_owned(),
        };
        Some(match ty {
            Type::String if exact => format!("{:?}.to_owned()", text(example, of)),
            Type::String => format!("{:?}", text(example, of)),
            Type::Boolean => example.and_then(Value::as_bool).unwrap_or(true).to_string(),
            Type::Int32 => number(example.and_then(Value::as_i64).and_then(|number| i32::try_from(number).ok())),
            Type::Int64 => integer(example.and_then(Value::as_i64).unwrap_or(1), exact),
            Type::Float32 | Type::Float64 | Type::Number => {
                support(self, "Number", &format!("{:?}", example.and_then(Value::as_f64).unwrap_or(1.0)))
            }
            Type::Decimal => format!("{}::from(1)", self.named("support", "Decimal")),
            Type::DateTime => support(self, "DateTime", &date(example, "2026-01-31T12:00:00Z")),
            Type::Date => support(self, "Date", &date(example, "2026-01-31")),
            Type::Bytes => support(self, "Bytes", "b\"content\".to_vec()"),
            Type::Any => format!("serde_json::json!({})", json(example, of)),
            Type::Array(item) => self.list(item, example, of, within)?,
            Type::Map(item) => self.map(item, example, of, within)?,
            Type::Nullable(inner) => match self.value(inner, example, of, Within::Value) {
                Some(value) => format!("Some({value})"),
                None => "None".to_owned(),
            },
            Type::EventStream(inner) => return self.value(inner, example, of, within),
            Type::Named(id) => return self.named_value(id, example, of, within),
        })
    }

    fn list(&mut self, item: &Type, example: Option<&Value>, of: &str, within: Within) -> Option<String> {
        let examples: Vec<Option<&Value>> = match example.and_then(Value::as_array).map(Vec::as_slice) {
            Some([]) | None => vec![None],
            Some(items) => items.iter().take(MOST_ITEMS).map(Some).collect(),
        };
        let within_item = inner(item, within, examples.len());
        let items: Option<Vec<String>> =
            examples.into_iter().map(|example| self.value(item, example, of, within_item)).collect();
        // What cannot be written, for a type is within itself, is left out.
        let items = items.unwrap_or_default().join(", ");
        Some(if within == Within::Value || items.is_empty() { format!("vec![{items}]") } else { format!("[{items}]") })
    }

    fn map(&mut self, item: &Type, example: Option<&Value>, of: &str, within: Within) -> Option<String> {
        let entries: Vec<(&str, Option<&Value>)> = match example.and_then(Value::as_object) {
            Some(entries) if !entries.is_empty() => {
                entries.iter().take(MOST_ITEMS).map(|(key, value)| (key.as_str(), Some(value))).collect()
            }
            _ => vec![("key", None)],
        };
        let within_item = inner(item, within, entries.len());
        let entries: Option<Vec<String>> = entries
            .into_iter()
            .map(|(key, example)| {
                let value = self.value(item, example, of, within_item)?;
                let owned = if within == Within::Value { ".to_owned()" } else { "" };
                Some(format!("({key:?}{owned}, {value})"))
            })
            .collect();
        let maps = "std::collections::BTreeMap";
        Some(match (entries, within) {
            (None, _) => format!("{maps}::new()"),
            (Some(entries), Within::Value) => format!("{maps}::from([{}])", entries.join(", ")),
            (Some(entries), Within::Setter) => format!("[{}]", entries.join(", ")),
        })
    }

    fn named_value(&mut self, id: &TypeId, example: Option<&Value>, of: &str, within: Within) -> Option<String> {
        let model = self.model;
        let def = model.get(id);
        self.left = self.left.checked_sub(1)?;
        if def.replaced.is_some() || self.around.contains(id) || self.around.len() == DEEPEST {
            return None;
        }
        self.around.push(id.clone());
        let value = match &def.shape {
            Shape::Enum(shape) => self.listed(def, &shape.values, example),
            Shape::Struct(shape) => self.object(def, shape, example),
            Shape::Union(shape) => self.member(def, shape, example, of, within),
            Shape::Opaque => Some(format!("{}(serde_json::json!({}))", self.type_name(def), json(example, of))),
        };
        self.around.pop();
        value
    }

    fn type_name(&mut self, def: &TypeDef) -> String {
        self.named(&ident_text(&def.module), &def.rust)
    }

    fn listed(&mut self, def: &TypeDef, values: &[EnumValue], example: Option<&Value>) -> Option<String> {
        let shown = values.iter().find(|value| example.is_some_and(|example| *example == Value::from(&value.wire)));
        let variant = ident_text(&shown.or(values.first())?.rust);
        Some(format!("{}::{variant}", self.type_name(def)))
    }

    /// `Type::new(…)` where that takes all that is asked for, else its builder.
    fn object(&mut self, def: &TypeDef, shape: &Struct, example: Option<&Value>) -> Option<String> {
        let received = def.usage.received;
        let asks = |field: &Field| structs::asks(self.model, field, received);
        let (asked, others): (Vec<&Field>, Vec<&Field>) = shape.fields.iter().partition(|field| asks(field));
        let of_field =
            |field: &Field| example.and_then(|example| example.get(&field.wire.value)).filter(|it| !it.is_null());
        let shown =
            |field: &&Field| of_field(field).is_some() && field.constant.is_none() && field.deprecated.is_none();
        let others: Vec<&Field> = others.into_iter().filter(shown).take(MOST_ITEMS).collect();
        let is_positional = asked.len() <= structs::POSITIONAL && others.is_empty();
        let mut values = Vec::new();
        for field in &asked {
            values.push((ident_text(&field.rust), self.field(field, of_field(field))?));
        }
        for field in others {
            values.extend(self.field(field, of_field(field)).map(|value| (ident_text(&field.rust), value)));
        }
        Some(construction(&self.type_name(def), &values, is_positional))
    }

    /// A field's value: its part of the whole's example, else that of its own cell.
    fn field(&mut self, field: &Field, example: Option<&Value>) -> Option<String> {
        let own = field.example.as_deref().filter(|_| !field.secret).and_then(|raw| self.cell(raw, &field.ty));
        let within = if field.boxed { Within::Value } else { Within::Setter };
        let value = self.value(&field.ty, example.or(own.as_ref()), &field.doc_name, within)?;
        Some(if field.boxed { format!("Box::new({value})") } else { value })
    }

    /// The member that the example fits, else the first that can be written.
    fn member(
        &mut self,
        def: &TypeDef,
        shape: &Union,
        example: Option<&Value>,
        of: &str,
        within: Within,
    ) -> Option<String> {
        let model = self.model;
        let fitting = |member: &&Member| example.is_some_and(|example| fits(model, &member.ty, example));
        let fitting = shape.members.iter().find(fitting).map(|member| (member, example));
        let candidates = fitting.into_iter().chain(shape.members.iter().map(|member| (member, None)));
        for (member, example) in candidates {
            if within == Within::Setter && converts(model, shape, &member.ty) {
                let Some(value) = self.value(&member.ty, example, of, within) else { continue };
                return Some(value);
            }
            let Some(value) = self.value(&member.ty, example, of, Within::Value) else { continue };
            let value = if member.boxed { format!("Box::new({value})") } else { value };
            return Some(format!("{}::{}({value})", self.type_name(def), ident_text(&member.rust)));
        }
        None
    }
}

/// `Name::new(…)`, or the builder with each value.
pub(super) fn construction(name: &str, values: &[(String, String)], is_positional: bool) -> String {
    if is_positional {
        let values: Vec<&str> = values.iter().map(|(_, value)| value.as_str()).collect();
        return format!("{name}::new({})", values.join(", "));
    }
    let setters: String = values.iter().map(|(setter, value)| format!(".{setter}({value})")).collect();
    format!("{name}::builder(){setters}.build()")
}

/// What the items of an array are within: it converts them, but not what is within these, and all of them alike.
fn inner(item: &Type, within: Within, count: usize) -> Within {
    match item {
        // Literals of one list are of one type, whatever their size; members of a union are of several.
        Type::Array(_) | Type::Map(_) | Type::Nullable(_) | Type::Int64 => Within::Value,
        Type::Named(_) if count > 1 => Within::Value,
        _ => within,
    }
}

/// Whether a member's value converts into the union: no other member has its type.
fn converts(model: &Model, shape: &Union, ty: &Type) -> bool {
    let is_plain = match ty {
        Type::String => true,
        Type::Named(id) => matches!(model.get(id), TypeDef { shape: Shape::Struct(_), replaced: None, .. }),
        _ => false,
    };
    is_plain && shape.members.iter().filter(|member| member.ty == *ty).count() == 1
}

fn number(value: Option<i32>) -> String {
    value.unwrap_or(1).to_string()
}

fn integer(value: i64, exact: bool) -> String {
    if exact || i32::try_from(value).is_err() { format!("{value}_i64") } else { value.to_string() }
}

/// A text: the example, or a word that says what belongs there.
fn text(example: Option<&Value>, of: &str) -> String {
    let short = |text: &&str| !text.is_empty() && text.chars().count() <= LONGEST_TEXT;
    example.and_then(Value::as_str).filter(short).map_or_else(|| described(of), str::to_owned)
}

fn described(of: &str) -> String {
    let words = heck::ToKebabCase::to_kebab_case(of);
    if words.is_empty() { "a-text".to_owned() } else { words }
}

fn date(example: Option<&Value>, otherwise: &str) -> String {
    let is_date = |text: &&str| text.len() >= otherwise.len().min(10) && text.starts_with(|c: char| c.is_ascii_digit());
    format!("{:?}", example.and_then(Value::as_str).filter(is_date).unwrap_or(otherwise))
}

/// What stands within `json!(…)`: scalars and short texts of the example alone, so that it stays on a line.
fn json(example: Option<&Value>, of: &str) -> String {
    match example {
        Some(Value::Bool(value)) => value.to_string(),
        Some(Value::Number(number)) if number.is_f64() || number.is_i64() => match number.as_i64() {
            Some(number) => integer(number, false),
            None => format!("{:?}", number.as_f64().unwrap_or(1.0)),
        },
        example => format!("{:?}", text(example, of)),
    }
}

/// Whether an example may be a value of a type.
fn fits(model: &Model, ty: &Type, example: &Value) -> bool {
    match ty {
        Type::String | Type::DateTime | Type::Date => example.is_string(),
        Type::Boolean => example.is_boolean(),
        Type::Int32 | Type::Int64 => example.is_i64(),
        Type::Float32 | Type::Float64 | Type::Number => example.is_number(),
        Type::Array(item) => example.as_array().is_some_and(|items| items.iter().all(|value| fits(model, item, value))),
        Type::Map(item) => example.as_object().is_some_and(|map| map.values().all(|value| fits(model, item, value))),
        Type::Nullable(inner) | Type::EventStream(inner) => example.is_null() || fits(model, inner, example),
        Type::Any => true,
        Type::Decimal | Type::Bytes => false,
        Type::Named(id) => fits_named(&model.get(id).shape, model, example),
    }
}

fn fits_named(shape: &Shape, model: &Model, example: &Value) -> bool {
    match shape {
        Shape::Enum(shape) => shape.values.iter().any(|value| *example == Value::from(&value.wire)),
        Shape::Union(shape) => shape.members.iter().any(|member| fits(model, &member.ty, example)),
        Shape::Struct(shape) => example.as_object().is_some_and(|object| {
            let is_known = |key: &String| shape.fields.iter().any(|field| field.wire.value == *key);
            let is_right = |field: &Field| match (object.get(&field.wire.value), &field.constant) {
                (Some(value), Some(constant)) => *value == Value::from(&constant.value),
                (Some(_), None) => true,
                (None, _) => !field.presence.value.is_required(),
            };
            object.keys().all(is_known) && shape.fields.iter().all(is_right)
        }),
        Shape::Opaque => false,
    }
}
