//! How types are called in the document, and which Rust types stand for them.
//!
//! In: the model. Out: names, each once. It must not know what a type holds.

use crate::{
    emit::Scope,
    model::{Model, Type, TypeDef, TypeId},
    naming::unique_with,
};
use std::collections::{HashMap, HashSet};

/// The names of all types of a model.
pub struct Names<'m> {
    schemas: HashMap<&'m TypeId, String>,
    scope: Scope<'m>,
    package: String,
}

impl<'m> Names<'m> {
    /// A schema is called as its Rust type; where several modules have one of that name, the module stands in front.
    pub fn new(model: &'m Model) -> Self {
        let mut count: HashMap<&str, usize> = HashMap::new();
        model.types.values().for_each(|definition| *count.entry(&definition.rust).or_default() += 1);
        let mut taken = HashSet::new();
        let mut schemas = HashMap::new();
        for (id, definition) in &model.types {
            let short = count[definition.rust.as_str()] == 1;
            let name = if short { definition.rust.clone() } else { qualified(definition) };
            schemas.insert(id, unique_with(name, "_", &mut taken));
        }
        Self { schemas, scope: Scope::new(model, []), package: model.name.replace('-', "_") }
    }

    /// The name of a type's schema.
    pub fn schema(&self, id: &TypeId) -> &str {
        self.schemas.get(id).map_or("", String::as_str)
    }

    /// A reference to a type's schema.
    pub fn reference(&self, id: &TypeId) -> String {
        format!("#/components/schemas/{}", self.schema(id))
    }

    /// The Rust type of an expression, as another crate would write it.
    pub fn rust(&self, ty: &Type) -> String {
        self.scope.text(ty).replace("crate::", &format!("{}::", self.package))
    }

    /// The path of a named type.
    pub fn rust_path(&self, id: &TypeId) -> String {
        self.rust(&Type::Named(id.clone()))
    }
}

fn qualified(definition: &TypeDef) -> String {
    format!("{}.{}", definition.module.replace("::", "."), definition.rust)
}
