//! Type expressions as Rust text and tokens.
//!
//! In: [`Type`]s of the model, and the names that the file at hand defines itself. Out: text such as
//! `Option<Vec<crate::components::Property>>`, or the same as tokens. It must not know what a field or a parameter is.

use crate::model::{Model, Type, TypeId};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use std::collections::{BTreeMap, BTreeSet};

/// Names of the prelude that generated text uses plainly, each with the path that is always right.
const PRELUDE: &[(&str, &str)] = &[
    ("String", "::std::string::String"),
    ("Option", "::core::option::Option"),
    ("Vec", "::std::vec::Vec"),
    ("Box", "::std::boxed::Box"),
    ("Result", "::core::result::Result"),
    ("Default", "::core::default::Default"),
    ("Into", "::core::convert::Into"),
    ("From", "::core::convert::From"),
    ("AsRef", "::core::convert::AsRef"),
    ("Some", "::core::option::Option::Some"),
    ("None", "::core::option::Option::None"),
    ("Ok", "::core::result::Result::Ok"),
    ("Err", "::core::result::Result::Err"),
];

/// Words that cannot be raw identifiers.
const NEVER_RAW: &[&str] = &["self", "Self", "super", "crate", "_"];

/// The standard library's map.
const MAP: &str = "BTreeMap";

/// The module of what endpoints call.
const CALLS: &str = "call";

/// Shorter names of types are always called by their path: the tables' macros have type parameters such as `A` and `F10`.
const SHORTEST_IMPORT: usize = 4;

/// The names of one generated file: knows which names of the prelude the file shadows, and which types it calls by name alone.
#[derive(Debug, Clone)]
pub struct Scope<'m> {
    model: &'m Model,
    shadowed: BTreeSet<String>,
    /// By name, the types that need no path.
    plain: BTreeMap<&'m str, &'m TypeId>,
    /// Those of them that stand in other files.
    imported: BTreeSet<&'m TypeId>,
    /// Whether maps need no path.
    plain_maps: bool,
    /// The items of `crate::call` that need no path.
    calls: BTreeSet<&'static str>,
}

impl<'m> Scope<'m> {
    /// The scope of a file that defines the types `defined`.
    pub fn new<'d>(model: &'m Model, defined: impl IntoIterator<Item = &'d str>) -> Self {
        let shadowed = defined.into_iter().map(str::to_owned).collect();
        let (plain, imported, calls) = (BTreeMap::new(), BTreeSet::new(), BTreeSet::new());
        Self { model, shadowed, plain, imported, plain_maps: false, calls }
    }

    /// The scope of a file that imports these items of `crate::call`, too, as far as their names are free in it.
    #[must_use]
    pub fn importing_calls(mut self, names: impl IntoIterator<Item = &'static str>) -> Self {
        let is_free = |name: &&str| !self.shadowed.contains(*name) && !self.plain.contains_key(name);
        self.calls = names.into_iter().filter(is_free).collect();
        self
    }

    /// The scope of a file with these types of its own, which imports the others as far as their names are free in it.
    #[must_use]
    pub fn importing(mut self, own: &BTreeSet<&'m TypeId>, named: &BTreeSet<&'m TypeId>) -> Self {
        for id in own.iter().chain(named.difference(own)).copied() {
            let name = self.model.get(id).rust.as_str();
            let is_free = own.contains(id) || !(self.shadowed.contains(name) || self.calls.contains(name));
            if is_free && may_stand_alone(name) && !self.plain.contains_key(name) {
                self.plain.insert(name, id);
                if !own.contains(id) {
                    self.imported.insert(id);
                }
            }
        }
        self
    }

    /// The scope of a file that imports the standard library's map, too, where that name is free.
    #[must_use]
    pub fn importing_maps(mut self) -> Self {
        self.plain_maps = !self.shadowed.contains(MAP) && !self.plain.contains_key(MAP);
        self
    }

    /// The `use` items of the imported types, one a module.
    #[must_use]
    pub fn uses(&self) -> Vec<TokenStream> {
        let mut modules: BTreeMap<&str, Vec<Ident>> = BTreeMap::new();
        for name in &self.calls {
            modules.entry(CALLS).or_default().push(ident(name));
        }
        for definition in self.imported.iter().map(|id| self.model.get(id)) {
            modules.entry(&definition.module).or_default().push(ident(&definition.rust));
        }
        modules.values_mut().for_each(|names| names.sort_unstable());
        let item = |(module, names): (&str, Vec<Ident>)| {
            let module = ident(module);
            if let [name] = names.as_slice() {
                quote!(use crate::#module::#name;)
            } else {
                quote!(use crate::#module::{#(#names),*};)
            }
        };
        let map = self.plain_maps.then(|| {
            quote!(
                use ::std::collections::BTreeMap;
            )
        });
        modules.into_iter().map(item).chain(map).collect()
    }

    /// The model whose types are named.
    #[must_use]
    pub fn model(&self) -> &'m Model {
        self.model
    }

    /// A name of the prelude (`Option`), as an absolute path where the file shadows it.
    #[must_use]
    pub fn prelude(&self, name: &'static str) -> &'static str {
        if !self.shadowed.contains(name) {
            return name;
        }
        PRELUDE.iter().find(|(short, _)| *short == name).map_or(name, |(_, path)| path)
    }

    /// The text of a type: `Vec<String>`, `crate::components::Property`.
    ///
    /// An event stream is the type of its events here; the endpoints' emitter wraps it.
    #[must_use]
    pub fn text(&self, ty: &Type) -> String {
        match ty {
            Type::String => self.prelude("String").to_owned(),
            Type::Array(item) => self.generic("Vec", item),
            Type::Nullable(item) => self.generic("Option", item),
            Type::Map(item) => {
                let path = if self.plain_maps { "" } else { "::std::collections::" };
                format!("{path}{MAP}<{}, {}>", self.prelude("String"), self.text(item))
            }
            Type::Named(id) => self.named(id),
            Type::EventStream(item) => self.text(item),
            scalar => scalar_text(scalar).to_owned(),
        }
    }

    /// What the file calls a type: its name if it is imported (`Property`), else its path (`crate::components::Property`).
    #[must_use]
    pub fn named(&self, id: &TypeId) -> String {
        let definition = self.model.get(id);
        if self.plain.get(definition.rust.as_str()) == Some(&id) {
            return definition.rust.clone();
        }
        format!("crate::{}::{}", ident_text(&definition.module), ident_text(&definition.rust))
    }

    /// What the file calls an item of `crate::call`: its name if it is imported, else its path.
    #[must_use]
    pub fn call(&self, name: &str) -> String {
        if self.calls.contains(name) { name.to_owned() } else { format!("crate::{CALLS}::{name}") }
    }

    /// `Name<item>`, for a name of the prelude.
    #[must_use]
    pub fn generic(&self, name: &'static str, item: &Type) -> String {
        self.wrap(name, &self.text(item))
    }

    /// `Name<inner>`, for a name of the prelude.
    #[must_use]
    pub fn wrap(&self, name: &'static str, inner: &str) -> String {
        format!("{}<{inner}>", self.prelude(name))
    }

    /// The tokens of a type.
    #[must_use]
    pub fn tokens(&self, ty: &Type) -> TokenStream {
        tokens(&self.text(ty))
    }
}

/// Whether a type may be called by its name, so that nothing else in the file can be meant.
fn may_stand_alone(name: &str) -> bool {
    name.len() >= SHORTEST_IMPORT && ident_text(name) == name && PRELUDE.iter().all(|(prelude, _)| *prelude != name)
}

/// Parses text that this module wrote itself.
///
/// # Panics
/// Never on text of this module: it is made of identifiers, paths and literals.
pub(crate) fn tokens(text: &str) -> TokenStream {
    text.parse().expect("generated text is lexically valid")
}

/// An identifier for a name of the model: keywords become raw (`r#type`), what cannot be raw takes an underscore (`self_`).
#[must_use]
pub fn ident(name: &str) -> Ident {
    let text = ident_text(name);
    match text.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(&text, Span::call_site()),
    }
}

/// The text of [`ident`].
#[must_use]
pub fn ident_text(name: &str) -> String {
    if NEVER_RAW.contains(&name) {
        return format!("{name}_");
    }
    if syn::parse_str::<Ident>(name).is_ok() { name.to_owned() } else { format!("r#{name}") }
}

fn scalar_text(ty: &Type) -> &'static str {
    match ty {
        Type::Boolean => "bool",
        Type::Int32 => "i32",
        Type::Int64 => "i64",
        Type::Float32 | Type::Float64 | Type::Number => "crate::support::Number",
        Type::Decimal => "crate::support::Decimal",
        Type::DateTime => "crate::support::DateTime",
        Type::Date => "crate::support::Date",
        Type::Bytes => "crate::support::Bytes",
        Type::Any
        | Type::String
        | Type::Array(_)
        | Type::Map(_)
        | Type::Nullable(_)
        | Type::Named(_)
        | Type::EventStream(_) => "::serde_json::Value",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(ty: &Type, expected: &str) {
        let model = Model::default();
        let scope = Scope::new(&model, []);
        assert_eq!(scope.text(ty), expected);
        assert!(syn::parse2::<syn::Type>(scope.tokens(ty)).is_ok());
    }

    #[test]
    fn writes_nested_types() {
        let list = Type::Array(Box::new(Type::Nullable(Box::new(Type::Number))));
        check(&list, "Vec<Option<crate::support::Number>>");
        check(&Type::Map(Box::new(Type::Any)), "::std::collections::BTreeMap<String, ::serde_json::Value>");
    }

    #[test]
    fn what_a_file_shadows_is_called_by_its_path() {
        let model = Model::default();
        let list = Type::Array(Box::new(Type::String));
        assert_eq!(Scope::new(&model, ["Vec"]).text(&list), "::std::vec::Vec<String>");
    }

    #[test]
    fn escapes_words_that_rust_keeps() {
        assert_eq!(ident_text("type"), "r#type");
        assert_eq!(ident_text("self"), "self_");
        assert_eq!(ident_text("scopes"), "scopes");
        assert_eq!(ident("async").to_string(), "r#async");
    }
}
