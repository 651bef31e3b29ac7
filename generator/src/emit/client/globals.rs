//! The parameters that the SDK's client takes: a setter for each.
//!
//! In: the operations' parameters. Out: methods of the clients. It must not know credentials or servers.

use crate::{
    emit::{
        Scope,
        endpoints::{place_name, plain},
        gates::{Gates, attribute},
        ident_text,
        item::one_line,
    },
    model::{Model, Parameter},
};
use indexmap::IndexMap;
use std::{collections::HashSet, fmt::Write as _};

/// Methods that clients have in any case; a setter of such a name is `with_…`.
const TAKEN: &[&str] = &[
    "attempt",
    "authenticate",
    "authenticate_with",
    "clone",
    "exchange",
    "fetch",
    "first",
    "fmt",
    "from_env",
    "header",
    "http",
    "new",
    "of",
    "once",
    "only_server",
    "open",
    "pages",
    "retry",
    "send",
    "server",
    "stream",
    "timeout",
];

/// The setters, each the same for both clients.
pub(super) fn setters(model: &Model, gates: &Gates<'_>) -> String {
    let scope = Scope::new(model, []);
    let mut taken: HashSet<String> = TAKEN.iter().map(|name| (*name).to_owned()).collect();
    globals(model).map(|parameter| setter(&scope, gates, parameter, &mut taken)).collect()
}

/// Each parameter of a client once, as the first operation that has it says it.
fn globals(model: &Model) -> impl Iterator<Item = &Parameter> {
    let all = model.operations.iter().flat_map(|operation| &operation.parameters);
    let mut found: IndexMap<(&'static str, &str), &Parameter> = IndexMap::new();
    for parameter in all.filter(|parameter| parameter.global.is_some()) {
        found.entry((place_name(parameter.place.value), &parameter.wire.value)).or_insert(parameter);
    }
    found.into_values()
}

fn setter(scope: &Scope<'_>, gates: &Gates<'_>, parameter: &Parameter, taken: &mut HashSet<String>) -> String {
    let mut name = parameter.rust.clone();
    while !taken.insert(name.clone()) {
        name.insert_str(0, "with_");
    }
    let gate = parameter.ty.named().and_then(|id| gates.types(id, scope.model().get(id)));
    let (place, wire) = (place_name(parameter.place.value), &parameter.wire.value);
    let told = parameter.docs.as_deref().map(plain).filter(|text| !text.is_empty());
    let mut text = String::from("\n");
    if let Some(docs) = told {
        let _ = writeln!(text, "    /// {docs}\n    ///");
    }
    let _ = writeln!(
        text,
        "    /// Sent as `{}` ({}) with each operation that has this parameter, unless the call gives another value.",
        one_line(&wire.replace('`', "")),
        place.to_lowercase()
    );
    if gate.is_some() {
        let _ = write!(text, "    {}", attribute(gate.as_deref()));
    }
    let (name, ty) = (ident_text(&name), scope.text(&parameter.ty));
    let _ = write!(
        text,
        "    #[must_use]\n    pub fn {name}(mut self, value: impl Into<{ty}>) -> Self {{\n        let value: {ty} = value.into();\n        \
         self.settings.globals.set(crate::call::Place::{place}, {wire:?}, &value);\n        self\n    }}\n"
    );
    text
}
