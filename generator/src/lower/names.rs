//! Rust names: types, fields, variants and modules; unique where they stand, the same on every run, never a lost item.
//!
//! In: a model whose Rust names are empty. Out: the same model, named. It must not know tokens; escaping keywords is the
//! emitter's work.
//!
//! Items are named in the order of their ids (types) or of the page (fields, values, members). The first keeps its name;
//! a later one that would collide takes the first free number from 2.

use super::index::fold;
use crate::model::{Enum, EnumValue, Literal, Member, Model, Shape, Struct, Type, TypeId};
use heck::{ToSnakeCase, ToUpperCamelCase};
use std::collections::{HashMap, HashSet};

/// Names that a field may not have because the generated code has its own item of that name.
const RESERVED_FIELDS: &[&str] = &["extra", "build", "additional_properties"];
/// Numbers behind a name that are tried one by one.
const SEARCHED: usize = 64;
/// Names that an identifier cannot have even when it is escaped.
const UNESCAPABLE: &[&str] = &["self", "Self", "super", "crate", "_"];
/// Names that a module's folder cannot have: the file of a folder's module, and what Windows takes for a device.
const NOT_MODULES: &[&str] = &["mod", "con", "prn", "aux", "nul"];
/// Modules of every crate.
const ROOT_MODULES: &[&str] = &["api", "call", "endpoints", "support"];
/// What signs are called where a value has no other letters, or where two values differ by nothing else.
const SIGNS: &[(char, &str)] = &[
    ('!', "Not"),
    ('*', "Any"),
    ('+', "Plus"),
    ('-', "Minus"),
    ('<', "Less"),
    ('=', "Equal"),
    ('>', "Greater"),
    ('#', "Hash"),
    ('@', "At"),
    ('/', "Slash"),
    ('.', "Dot"),
    ('$', "Dollar"),
    ('%', "Percent"),
    ('&', "And"),
    ('|', "Or"),
    ('~', "Tilde"),
    (':', "Colon"),
    ('_', "Underscore"),
];

/// A type's name from its page's title.
///
/// ```
/// use tablature::lower::type_name;
/// assert_eq!(type_name("AIGatewayACLS"), "AiGatewayAcls");
/// assert_eq!(type_name("2fa method"), "T2faMethod");
/// ```
#[must_use]
pub fn type_name(title: &str) -> String {
    identifier(&ascii(title).to_upper_camel_case(), 'T', "Unnamed")
}

/// A field's name from the name that the page shows.
///
/// ```
/// use tablature::lower::field_name;
/// assert_eq!(field_name("accessTokenURL"), "access_token_url");
/// assert_eq!(field_name("from_"), "from");
/// ```
#[must_use]
pub fn field_name(shown: &str) -> String {
    let name = identifier(&ascii(shown).to_snake_case(), 'n', "unnamed");
    if RESERVED_FIELDS.contains(&name.as_str()) { name + "_field" } else { name }
}

/// A variant's name from a value.
///
/// ```
/// use tablature::lower::variant_name;
/// let names = ["in_progress", "10.x", "-created_at", "*", "", "-1"].map(variant_name);
/// assert_eq!(names, ["InProgress", "V10X", "MinusCreatedAt", "Any", "Empty", "Minus1"]);
/// ```
#[must_use]
pub fn variant_name(value: &str) -> String {
    if value.is_empty() {
        return "Empty".into();
    }
    let mut spelled = String::new();
    for (at, c) in value.chars().enumerate() {
        match sign(c) {
            Some(name) if at == 0 || !value.contains(|c: char| c.is_ascii_alphanumeric()) => {
                spelled.push_str(name);
                spelled.push(' ');
            }
            _ => spelled.push(c),
        }
    }
    identifier(&ascii(&spelled).to_upper_camel_case(), 'V', "Other")
}

/// A name without the letters that identifiers here do without; taken out first, so that the rest is cased as if they were not there.
fn ascii(name: &str) -> String {
    name.chars().filter(|c| c.is_ascii() || !c.is_alphanumeric()).collect()
}

fn sign(c: char) -> Option<&'static str> {
    SIGNS.iter().find(|(sign, _)| *sign == c).map(|(_, name)| *name)
}

/// A module's name.
pub fn module(snake: &str) -> String {
    let name = identifier(snake, 'm', "models");
    if NOT_MODULES.contains(&name.as_str()) { name + "_" } else { name }
}

/// The name of a module of types, which stands at the crate's root.
pub fn root_module(snake: &str) -> String {
    let name = module(snake);
    if ROOT_MODULES.contains(&name.as_str()) { name + "_models" } else { name }
}

/// Makes letters and digits an identifier: no other characters, no leading digit, never empty or unescapable.
fn identifier(cased: &str, before_digit: char, empty: &str) -> String {
    let mut name: String = cased.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    if name.is_empty() {
        name = empty.to_owned();
    }
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        name.insert(0, before_digit);
    }
    if name == "Self" {
        return "Itself".to_owned();
    }
    if UNESCAPABLE.contains(&name.as_str()) {
        name.push('_');
    }
    name
}

/// The first of `name`, `name2`, `name3`… that is not taken; it is taken now.
///
/// Where very many are, the numbers are searched by halves: it is then the first behind one that is taken.
pub fn unique(name: String, taken: &mut HashSet<String>) -> String {
    if taken.insert(name.clone()) {
        return name;
    }
    let is_taken = |number: usize| taken.contains(&format!("{name}{number}"));
    let number = (2..SEARCHED).find(|number| !is_taken(*number)).unwrap_or_else(|| {
        let (mut low, mut high) = (SEARCHED, SEARCHED * 2);
        while is_taken(high) {
            (low, high) = (high, high * 2);
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            (low, high) = if is_taken(middle) { (middle, high) } else { (low, middle) };
        }
        high
    });
    let found = format!("{name}{number}");
    taken.insert(found.clone());
    found
}

/// Names every item of the model.
pub fn assign(model: &mut Model) {
    name_types(model);
    let names: HashMap<TypeId, String> = model.types.iter().map(|(id, def)| (id.clone(), def.rust.clone())).collect();
    for def in model.types.values_mut() {
        match &mut def.shape {
            Shape::Struct(shape) => name_fields(shape),
            Shape::Enum(shape) => name_values(shape, &def.rust),
            Shape::Union(shape) => name_members(&mut shape.members, &def.rust, &names),
            Shape::Opaque => {}
        }
    }
}

/// Structs also take `…Builder`, the name of their builder.
fn name_types(model: &mut Model) {
    let mut taken: HashMap<String, HashSet<String>> = HashMap::new();
    for (id, def) in &mut model.types {
        let taken = taken.entry(def.module.clone()).or_default();
        def.rust = unique(type_name(&title(id)), taken);
        if matches!(def.shape, Shape::Struct(_)) {
            taken.insert(format!("{}Builder", def.rust));
        }
    }
}

/// `Pet` of `components/Pet`, `Pet kind` of `components/Pet#kind`.
fn title(id: &TypeId) -> String {
    let name = id.0.split_once('/').map_or(&*id.0, |(_, name)| name);
    name.split('~').next().unwrap_or(name).replace('#', " ")
}

fn name_fields(shape: &mut Struct) {
    let mut taken = HashSet::new();
    for field in &mut shape.fields {
        field.rust = unique(field_name(&field.shown), &mut taken);
    }
}

/// Variants take the page's names where it has any: these are unique there and free of signs.
fn name_values(shape: &mut Enum, title: &str) {
    let names: Vec<String> = shape.values.iter().map(value_name).collect();
    let names = without_prefix(names, title);
    let mut taken = HashSet::from(["Unknown".to_owned()]);
    for (value, name) in shape.values.iter_mut().zip(names) {
        value.rust = unique(name, &mut taken);
    }
}

fn value_name(value: &EnumValue) -> String {
    match (&value.shown, &value.wire) {
        (Some(shown), _) => identifier(&ascii(shown).to_upper_camel_case(), 'V', "Other"),
        (None, Literal::String(text)) => variant_name(text),
        (None, Literal::Integer(number)) => variant_name(&number.to_string()),
        (None, Literal::Boolean(value)) => variant_name(&value.to_string()),
    }
}

/// Drops the enum's own name where every variant repeats it.
fn without_prefix(names: Vec<String>, prefix: &str) -> Vec<String> {
    let stripped = |name: &String| {
        let rest = name.strip_prefix(prefix)?;
        rest.starts_with(|c: char| c.is_ascii_uppercase()).then(|| rest.to_owned())
    };
    names.iter().map(stripped).collect::<Option<Vec<_>>>().unwrap_or(names)
}

fn name_members(members: &mut [Member], title: &str, types: &HashMap<TypeId, String>) {
    let names: Vec<String> = members.iter().map(|member| member_name(&member.ty, types)).collect();
    let names = without_prefix(names, title);
    let mut taken = HashSet::from(["Unknown".to_owned()]);
    for (member, name) in members.iter_mut().zip(names) {
        member.rust = unique(name, &mut taken);
    }
}

fn member_name(ty: &Type, types: &HashMap<TypeId, String>) -> String {
    match ty {
        Type::Named(id) => types.get(id).cloned().unwrap_or_else(|| type_name(&fold(&title(id)))),
        Type::Array(item) => member_name(item, types) + "List",
        Type::Map(value) => member_name(value, types) + "Map",
        Type::Nullable(inner) | Type::EventStream(inner) => member_name(inner, types),
        Type::String => "String".into(),
        Type::Boolean => "Boolean".into(),
        Type::Int32 | Type::Int64 => "Integer".into(),
        Type::Float32 | Type::Float64 | Type::Number => "Number".into(),
        Type::Decimal => "Decimal".into(),
        Type::DateTime => "DateTime".into(),
        Type::Date => "Date".into(),
        Type::Bytes => "Bytes".into(),
        Type::Any => "Any".into(),
    }
}
