//! Small docs trees for tests of operations.
//!
//! In: the parts of pages that a test is about. Out: the model and the findings.

use tablature::{
    lower::{LowerOptions, lower},
    model::{Model, Operation},
    source::{Diagnostics, Sources},
};

/// A docs tree under construction.
pub struct Tree {
    language: &'static str,
    files: Vec<(String, String)>,
    sections: String,
}

impl Tree {
    /// An empty tree of an SDK language.
    pub fn of(language: &'static str) -> Self {
        Self { language, files: Vec::new(), sections: String::new() }
    }

    /// Adds a page of fields, each `name | type` or `name | type | required`.
    pub fn fields(self, path: &str, rows: &[&str]) -> Self {
        let header = "| Field | Type | Required | Description |\n| - | - | - | - |\n";
        let body: String = rows.iter().map(|row| table_row(row)).collect();
        self.page(path, &format!("## Fields\n\n{header}{body}"))
    }

    /// Adds a page that lists values.
    pub fn values(self, path: &str, values: &[&str]) -> Self {
        let rows: String = values.iter().map(|value| format!("| `{value}` | {value} |\n")).collect();
        self.page(path, &format!("## Values\n\n| Name | Value |\n| - | - |\n{rows}"))
    }

    /// Adds a page with this text below its title.
    pub fn page(mut self, path: &str, text: &str) -> Self {
        let title = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".md");
        self.files.push((path.to_owned(), format!("# {title}\n\n{text}\n")));
        self
    }

    /// Adds an operation: its id, its method and path, its Parameters rows, and what follows them.
    pub fn operation(mut self, id: &str, url: &str, rows: &[&str], rest: &str) -> Self {
        let (method, path) = url.split_once(' ').expect("method and path");
        let language = self.language;
        let usage = format!(
            "<!-- UsageSnippet language=\"{language}\" operationID=\"{id}\" method=\"{method}\" path=\"{path}\" -->\n"
        );
        let rows: String = rows.iter().map(|row| table_row(row)).collect();
        let header = "| Parameter | Type | Required | Description |\n| - | - | - | - |\n";
        let parameters = if rows.is_empty() { String::new() } else { format!("### Parameters\n\n{header}{rows}\n") };
        self.sections +=
            &format!("## {id}\n\n### Example Usage\n\n{usage}```\ncall(token)\n```\n\n{parameters}{rest}\n");
        self
    }

    /// Adds text to the group page.
    pub fn section(mut self, text: &str) -> Self {
        self.sections += text;
        self
    }

    /// Lowers the tree.
    pub fn lower(self) -> (Model, Diagnostics) {
        let group = ("sdks/petshop/README.md".to_owned(), format!("# PetShop\n\n{}", self.sections));
        let files: Vec<_> = self.files.into_iter().chain([group]).collect();
        let sources = Sources::from_memory(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        let mut diagnostics = Diagnostics::default();
        let model = lower(&sources, &LowerOptions::default(), &mut diagnostics);
        (model, diagnostics)
    }

    /// Lowers a tree in which nothing is wrong.
    pub fn model(self) -> Model {
        let (model, diagnostics) = self.lower();
        let found: Vec<_> = diagnostics.list.iter().map(|it| (it.code.text(), it.message.as_str())).collect();
        assert_eq!(found, [], "findings");
        model
    }

    /// Lowers a tree of one operation in which nothing is wrong.
    pub fn only(self) -> Operation {
        let operations = self.model().operations;
        let [operation] = operations.as_slice() else { panic!("{} operations", operations.len()) };
        operation.clone()
    }

    /// The codes of what is wrong with the tree.
    pub fn codes(self) -> Vec<&'static str> {
        self.lower().1.list.iter().map(|it| it.code.text()).collect()
    }
}

/// `name | type` is optional, `name | type | required` is not.
fn table_row(row: &str) -> String {
    let mut parts = row.split(" | ");
    let (name, ty) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let mark = if parts.next() == Some("required") { ":heavy_check_mark:" } else { ":heavy_minus_sign:" };
    format!("| `{name}` | {ty} | {mark} | N/A |\n")
}

/// Name on the wire, place, and the rule of the place, of each parameter.
pub fn places(operation: &Operation) -> Vec<String> {
    let show = |parameter: &tablature::model::Parameter| {
        let place = serde_json::to_value(&parameter.place).expect("JSON");
        let place = place.get("value").unwrap_or(&place).as_str().expect("a word").to_owned();
        format!("{place} {}", parameter.wire.value)
    };
    operation.parameters.iter().map(show).collect()
}

/// A body's type and the rule that took it for the body.
pub fn body(operation: &Operation) -> Option<(String, Option<&'static str>)> {
    let body = operation.body.as_ref()?;
    Some((type_text(&body.ty), body.assumed))
}

/// A type in short.
pub fn type_text(ty: &tablature::model::Type) -> String {
    serde_json::to_string(ty).expect("JSON").replace('"', "")
}
