//! Docs trees of one API, and the model that they are merged to.
//!
//! In: the pages of each tree. Out: the model, and what two trees state differently. It must not know what a test is about.

use crate::{
    cells::fixture::shape,
    markdown::{self, FIELDS},
};
use tablature::{
    lower::{LowerOptions, lower},
    model::{Field, Model, Shape, TypeId},
    source::{Code, Diagnostics, File, Sdk, Sources},
};

/// One docs tree: its language and its pages.
pub struct Docs {
    language: &'static str,
    pub pages: Vec<(String, String)>,
    facts: String,
}

impl Docs {
    pub fn of(language: &'static str) -> Self {
        Self { language, pages: Vec::new(), facts: String::new() }
    }

    /// Adds a page of fields: `name | type`, required where the name ends in `!`.
    pub fn fields(self, path: &str, rows: &[&str]) -> Self {
        self.page(path, &format!("{FIELDS}{}", markdown::rows(rows)))
    }

    pub fn values(self, path: &str, values: &[&str]) -> Self {
        self.page(path, &markdown::values(values))
    }

    /// Adds a page of members.
    pub fn union(self, path: &str, members: &[&str]) -> Self {
        let members: String = members.iter().map(|member| format!("### `{member}`\n\n")).collect();
        self.page(path, &format!("## Supported Types\n\n{members}"))
    }

    pub fn page(mut self, path: &str, text: &str) -> Self {
        self.pages.push((path.to_owned(), markdown::page(path, text)));
        self
    }

    pub fn raw(mut self, path: &str, text: String) -> Self {
        self.pages.push((path.to_owned(), text));
        self
    }

    /// Adds facts of the SDK's source, as a file of facts has them.
    pub fn facts(mut self, facts: &str) -> Self {
        self.facts += facts;
        self
    }

    /// Adds the operation `GET /pets/{petId}`, whose response is the type on a page.
    pub fn get_pet(mut self, parameters: &[&str], response: &str) -> Self {
        let section = markdown::operation(self.language, "getPet", "get /pets/{petId}", parameters);
        let text = format!("# Pets\n\n{section}### Response\n\n**{response}**\n");
        self.pages.push(("sdks/pets/README.md".to_owned(), text));
        self
    }
}

/// The model of trees, and what two of them state differently.
pub fn merged(trees: Vec<Docs>) -> (Model, Vec<String>) {
    merged_with(trees, &LowerOptions::default())
}

pub fn merged_with(trees: Vec<Docs>, options: &LowerOptions) -> (Model, Vec<String>) {
    let facts: Vec<String> = trees.iter().map(|docs| docs.facts.clone()).collect();
    let files = (0..).zip(trees).flat_map(|(tree, docs)| {
        let file = move |(path, text)| File { tree, path, root: format!("{tree}"), text };
        docs.pages.into_iter().map(file)
    });
    let mut sources = Sources::new(files.collect());
    for (tree, facts) in (0..).zip(facts).filter(|(_, facts)| !facts.is_empty()) {
        let recorded = Some(sources.attach("facts.toml", format!("[[sdk]]\ntree = {tree}\n{facts}")));
        sources.add_sdk(Sdk { tree, recorded, ..Sdk::default() });
    }
    let mut found = Diagnostics::default();
    let model = lower(&sources, options, &mut found);
    let clashes = found.list.iter().filter(|it| it.code == Code::Contradiction);
    (model, clashes.map(|it| it.message.clone()).collect())
}

pub fn field<'m>(model: &'m Model, id: &str, shown: &str) -> &'m Field {
    let Shape::Struct(shape) = &model.get(&TypeId::new(id)).shape else { panic!("{id} is no struct") };
    shape.fields.iter().find(|field| field.doc_name == shown).unwrap_or_else(|| panic!("{id} has no {shown}"))
}

pub fn taken(model: &Model) -> Vec<String> {
    model.taken.iter().map(|it| format!("{}: {} from {}", it.of, it.fact, it.from)).collect()
}

/// A type's definition in short.
pub fn shown(model: &Model, id: &str) -> String {
    shape(&model.get(&TypeId::new(id)).shape)
}
