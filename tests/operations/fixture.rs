//! Small docs trees for tests of operations.
//!
//! In: the parts of pages that a test is about. Out: the model and the findings.

use crate::markdown::{self, FIELDS};
use tablature::{
    lower::{LowerOptions, lower},
    model::{Model, Operation, Rule},
    source::{Diagnostics, Sdk, Sources},
};

/// A docs tree under construction.
pub struct Tree {
    language: &'static str,
    files: Vec<(String, String)>,
    sections: String,
    endpoints_by_id: bool,
    facts: String,
}

impl Tree {
    /// An empty tree of an SDK language.
    pub fn of(language: &'static str) -> Self {
        Self { language, files: Vec::new(), sections: String::new(), endpoints_by_id: false, facts: String::new() }
    }

    /// Adds a page of fields, each `name | type`, or `name! | type` where it is required.
    pub fn fields(self, path: &str, rows: &[&str]) -> Self {
        self.page(path, &format!("{FIELDS}{}", markdown::rows(rows)))
    }

    /// Adds a page that lists values.
    pub fn values(self, path: &str, values: &[&str]) -> Self {
        self.page(path, &markdown::values(values))
    }

    /// Adds a page with this text below its title.
    pub fn page(mut self, path: &str, text: &str) -> Self {
        self.files.push((path.to_owned(), markdown::page(path, text)));
        self
    }

    /// Adds a file as it is.
    pub fn file(mut self, path: &str, text: &str) -> Self {
        self.files.push((path.to_owned(), text.to_owned()));
        self
    }

    /// Adds an operation: its id, its method and path, its Parameters rows, and what follows them.
    pub fn operation(mut self, id: &str, url: &str, rows: &[&str], rest: &str) -> Self {
        self.sections += &format!("{}{rest}\n", markdown::operation(self.language, id, url, rows));
        self
    }

    /// Adds text to the group page.
    pub fn section(mut self, text: &str) -> Self {
        self.sections += text;
        self
    }

    /// Has endpoints named by their operation ids, or by headings.
    pub fn named_by_id(self, endpoints_by_id: bool) -> Self {
        Self { endpoints_by_id, ..self }
    }

    /// Adds facts of the SDK's source, as a file of facts has them.
    pub fn facts(mut self, facts: &str) -> Self {
        self.facts += facts;
        self
    }

    /// Lowers the tree.
    pub fn lower(self) -> (Model, Diagnostics) {
        let group = ("sdks/petshop/README.md".to_owned(), format!("# PetShop\n\n{}", self.sections));
        let files: Vec<_> = self.files.into_iter().chain([group]).collect();
        let mut sources = Sources::from_memory(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        if !self.facts.is_empty() {
            let recorded = sources.attach("facts.toml", format!("[[sdk]]\ntree = 0\nlock = \"lock\"\n{}", self.facts));
            sources.add_sdk(Sdk { recorded: Some(recorded), ..Sdk::default() });
        }
        let mut diagnostics = Diagnostics::default();
        let options = LowerOptions { endpoints_by_id: self.endpoints_by_id, ..LowerOptions::default() };
        let model = lower(&sources, &options, &mut diagnostics);
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
    Some((type_text(&body.ty), body.basis.rule().map(Rule::id)))
}

/// A type in short.
pub fn type_text(ty: &tablature::model::Type) -> String {
    serde_json::to_string(ty).expect("JSON").replace('"', "")
}
