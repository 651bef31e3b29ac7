//! Lowers single cells and pages, and writes what became of them in short.
//!
//! In: a language, cells or pages. Out: text such as `array(string) optional`.

pub use crate::markdown::FIELDS;
use crate::{markdown, rows::assert_nothing_lost};
use tablature::{
    dialect::Language,
    lower::{LowerOptions, lower},
    model::{Enum, Field, Literal, Model, Openness, Presence, Shape, Type, TypeId},
    source::{Diagnostics, Sources},
};

/// A row: its mark (`+` required, `-` not), its type cell, and what it means.
pub type Case = (char, &'static str, &'static str);

/// Where a language's docs keep model pages, and how its links lead there.
pub struct Layout {
    pub language: Language,
    /// The folder of model pages, and the module of their types.
    pub folder: &'static str,
    pub module: &'static str,
}

impl Layout {
    /// Checks what cells mean. `Pet` is a struct, `Color` an enum, `Owner` a union or a page of which nothing is known.
    pub fn cells(&self, cases: &[Case]) {
        let row = |(at, (mark, cell, _)): (usize, &Case)| {
            markdown::rows(&[&format!("f{at}{} | {cell}", if *mark == '+' { "!" } else { "" })])
        };
        let rows: String = cases.iter().enumerate().map(row).collect();
        let model = self.model(&[("Case", &format!("{FIELDS}{rows}"))]);
        let Shape::Struct(shape) = self.shape(&model, "Case") else { panic!("no struct") };
        let expected: Vec<String> = cases.iter().map(|(_, cell, expected)| format!("{cell} => {expected}")).collect();
        let field = |at: usize| shape.fields.iter().find(|field| field.doc_name == format!("f{at}"));
        let found = cases.iter().enumerate().map(|(at, (_, cell, _))| {
            format!("{cell} => {}", field(at).map_or("nothing of the API".to_owned(), meaning))
        });
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }

    /// Checks what pages become. A page's text begins below its title.
    pub fn pages(&self, cases: &[(&str, &str, &str)]) {
        let pages: Vec<(&str, &str)> = cases.iter().map(|(title, text, _)| (*title, *text)).collect();
        let model = self.model(&pages);
        let expected: Vec<String> = cases.iter().map(|(title, _, expected)| format!("{title}: {expected}")).collect();
        let found = cases.iter().map(|(title, _, _)| format!("{title}: {}", self.describe(&model, title)));
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }

    /// Lowers pages beside those of `Pet`, `Color` and `Owner`; nothing may be lost, and no finding may be an error.
    fn model(&self, pages: &[(&str, &str)]) -> Model {
        let mut files = vec![
            (self.path("Pet"), format!("# Pet\n\n{FIELDS}")),
            (self.path("Color"), format!("# Color\n\n{}", markdown::values(&["red"]))),
            (self.path("Owner"), "# Owner\n".to_owned()),
        ];
        files.extend(pages.iter().map(|(title, text)| (self.path(title), format!("# {title}\n\n{text}"))));
        let section = markdown::operation(self.language.name(), "go", "get /go", &[]);
        files.push(("sdks/group/README.md".to_owned(), format!("# Group\n\n{section}")));
        let sources = Sources::from_memory(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        let mut found = Diagnostics::default();
        let model = lower(&sources, &LowerOptions::default(), &mut found);
        assert!(!found.has_errors(), "{:#?}", found.list);
        assert_nothing_lost(&sources, self.language.name());
        model
    }

    fn path(&self, title: &str) -> String {
        let name = title.trim_matches('~').to_owned();
        let lower = matches!(self.language, Language::Java | Language::Csharp | Language::Php);
        let name = if lower { name } else { name.to_lowercase() };
        format!("{}/{name}.md", self.folder)
    }

    fn shape<'m>(&self, model: &'m Model, title: &str) -> &'m Shape {
        &model.get(&TypeId::new(&format!("{}/{title}", self.module))).shape
    }

    fn describe(&self, model: &Model, title: &str) -> String {
        let id = TypeId::new(&format!("{}/{}", self.module, title.trim_matches('~')));
        let Some(def) = model.types.get(&id) else { return "no type".to_owned() };
        let mark = if def.deprecated.is_some() { " deprecated" } else { "" };
        format!("{}{mark}", shape(&def.shape))
    }
}

fn meaning(field: &Field) -> String {
    let constant = match &field.constant {
        Some(fact) => format!(" = {}", literal(&fact.value)),
        None => String::new(),
    };
    let deprecated = if field.deprecated.is_some() { " deprecated" } else { "" };
    format!("{} {}{constant}{deprecated}", ty(&field.ty), presence(field.presence.value))
}

fn presence(presence: Presence) -> &'static str {
    match presence {
        Presence::Required => "required",
        Presence::RequiredNullable => "nullable",
        Presence::RequiredNullUnstated => "null-unstated",
        Presence::Optional => "optional",
        Presence::OptionalNullable => "optional-nullable",
    }
}

/// A type with the names that `model.json` has, within parentheses what it holds.
pub fn ty(ty_: &Type) -> String {
    match ty_ {
        Type::Array(item) => format!("array({})", ty(item)),
        Type::Map(value) => format!("map({})", ty(value)),
        Type::Nullable(inner) => format!("nullable({})", ty(inner)),
        Type::EventStream(inner) => format!("event-stream({})", ty(inner)),
        Type::Named(id) => id.0.rsplit('/').next().unwrap_or_default().to_owned(),
        plain => serde_json::to_value(plain).ok().and_then(|it| it.as_str().map(str::to_owned)).unwrap_or_default(),
    }
}

fn literal(value: &Literal) -> String {
    match value {
        Literal::String(text) => format!("{text:?}"),
        Literal::Boolean(value) => value.to_string(),
        Literal::Integer(number) => number.to_string(),
    }
}

pub fn shape(shape: &Shape) -> String {
    match shape {
        Shape::Struct(shape) => {
            let mut parts: Vec<String> =
                shape.fields.iter().map(|field| format!("{}: {}", field.wire.value, meaning(field))).collect();
            parts.extend(shape.additional.iter().map(|value| format!("*: {}", ty(value))));
            format!("struct {{{}}}", parts.join(", "))
        }
        Shape::Enum(shape) => enumeration(shape),
        Shape::Union(union) => {
            let members: Vec<String> = union.members.iter().map(|member| ty(&member.ty)).collect();
            let tag = union.discriminator.as_ref().map(|fact| {
                let values = fact.value.mapping.iter().map(|(value, at)| format!("{value}={at}"));
                format!(" by {} ({})", fact.value.property, values.collect::<Vec<_>>().join(", "))
            });
            format!("union [{}]{}", members.join(", "), tag.unwrap_or_default())
        }
        Shape::Opaque => "any".to_owned(),
    }
}

fn enumeration(shape: &Enum) -> String {
    let openness = match shape.openness {
        Openness::Open => "open",
        Openness::Closed => "closed",
        Openness::Unstated => "unstated",
    };
    let kind = if shape.integer { "integers" } else { "strings" };
    let values: Vec<String> = shape.values.iter().map(|value| literal(&value.wire)).collect();
    format!("{openness} {kind} [{}]", values.join(", "))
}
