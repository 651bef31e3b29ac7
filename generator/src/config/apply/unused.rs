//! Rules that were of no use: which of their patterns fits nothing, and what it was probably meant to say.
//!
//! In: rules and the model that they were applied to. Out: findings. It must not know what rules do.

use crate::{
    config::{Applied, Config, Pattern, Renamed, Rule},
    model::{Model, Shape, TypeDef, TypeId},
    naming::near,
    source::{Code, Diagnostic},
};

/// Names up to which all are listed.
const FEW: usize = 12;

/// A pattern that fits nothing.
struct Miss<'m> {
    /// The key that it stands at.
    key: &'static str,
    /// What it should have fitted, as one speaks of one and of many.
    kind: [&'static str; 2],
    pattern: &'m Pattern,
    /// The names that there are.
    known: Vec<&'m str>,
}

/// An error for each rule that was of no use.
pub(in crate::config) fn report(config: &Config, model: &Model, applied: &mut Applied) {
    let Config { overrides, rules, .. } = config;
    let not_selected = std::mem::take(&mut applied.not_selected);
    let operation = |key, pattern| operation(key, pattern, model, &not_selected);
    let mut unused = Unused { applied };
    unused.look(&overrides.fields, "no field", |rule| field(&rule.types, &rule.field, model));
    unused.look(&overrides.parameters, "no parameter", |rule| {
        operation("operation", &rule.operation).or_else(|| parameter(&rule.operation, &rule.name, model))
    });
    unused.look(&overrides.operations, "no operation", |rule| operation("id", &rule.id));
    unused.look(&overrides.security, "no credentials", |rule| {
        let with = rule.with.as_ref().and_then(|with| scheme("with", with, model));
        scheme("scheme", &rule.scheme, model).or(with)
    });
    unused.look(&overrides.unions, "no union", |rule| of_shape(&rule.types, ["union", "unions"], is_union, model));
    unused.look(&overrides.enums, "no enum", |rule| of_shape(&rule.types, ["enum", "enums"], is_enum, model));
    unused.look(&rules.inject, "no type", |rule| any_type(&rule.types, model));
    unused.look(&rules.rename, "no type and no operation", |rule| match &rule.of {
        Renamed::Type(pattern) => any_type(pattern, model),
        Renamed::Operation(pattern) => operation("operation", pattern),
    });
    unused.look(&rules.replace, "no type", |rule| any_type(&rule.types, model));
    unused.look(&config.select, "no operation", |pattern| operation("operations", pattern));
}

struct Unused<'a> {
    applied: &'a mut Applied,
}

impl Unused<'_> {
    fn look<'m, T>(&mut self, rules: &'m [Rule<T>], nothing: &str, miss: impl Fn(&'m T) -> Option<Miss<'m>>) {
        for rule in rules {
            if self.applied.used(rule) {
                continue;
            }
            let message = format!("this rule concerns {nothing}");
            self.applied.diagnostics.push(match miss(&rule.value) {
                Some(miss) => Diagnostic::at(
                    Code::UnusedOverride,
                    rule.at(miss.key),
                    format!("{message}: there is no {} `{}`", miss.kind[0], miss.pattern.text()),
                )
                .help(miss.help()),
                None => Diagnostic::at(Code::UnusedOverride, rule.span, message).help("remove it"),
            });
        }
    }
}

impl Miss<'_> {
    fn help(&self) -> String {
        let many = self.kind[1];
        match near(self.pattern.text(), self.known.iter().copied()) {
            Some(name) => format!("did you mean `{name}`?"),
            None if self.known.is_empty() => format!("there are no {many}: remove the rule"),
            None if self.known.len() <= FEW => format!("the {many} are {}", self.known.join(", ")),
            None => format!("fix the pattern, or remove the rule: model.json has the names of all {many}"),
        }
    }
}

/// A miss, unless the pattern fits one of the names.
fn missed<'m>(
    key: &'static str,
    kind: [&'static str; 2],
    pattern: &'m Pattern,
    known: Vec<&'m str>,
) -> Option<Miss<'m>> {
    let fits = known.iter().any(|name| pattern.matches(name));
    (!fits).then_some(Miss { key, kind, pattern, known })
}

fn any_type<'m>(pattern: &'m Pattern, model: &'m Model) -> Option<Miss<'m>> {
    missed("type", ["type", "types"], pattern, model.types.keys().map(|id| &*id.0).collect())
}

fn is_union(shape: &Shape) -> bool {
    matches!(shape, Shape::Union(_))
}

fn is_enum(shape: &Shape) -> bool {
    matches!(shape, Shape::Enum(_))
}

fn of_shape<'m>(
    pattern: &'m Pattern,
    kind: [&'static str; 2],
    is: fn(&Shape) -> bool,
    model: &'m Model,
) -> Option<Miss<'m>> {
    let known = model.types.iter().filter(|(_, definition)| is(&definition.shape)).map(|(id, _)| &*id.0);
    missed("type", kind, pattern, known.collect())
}

fn field<'m>(types: &'m Pattern, field: &'m Pattern, model: &'m Model) -> Option<Miss<'m>> {
    let fits = |(id, _): &(&TypeId, &TypeDef)| types.matches(&id.0);
    let fields = || model.types.iter().filter(fits).flat_map(|(_, definition)| definition.shape.fields());
    let mut known: Vec<&str> =
        fields().flat_map(|field| [field.doc_name.as_str(), field.wire.value.as_str()]).collect();
    known.sort_unstable();
    known.dedup();
    any_type(types, model).or_else(|| missed("field", ["field", "fields"], field, known))
}

fn operation<'m>(
    key: &'static str,
    pattern: &'m Pattern,
    model: &'m Model,
    not_selected: &'m [String],
) -> Option<Miss<'m>> {
    let selected = model.operations.iter().map(|operation| operation.id.as_str());
    let known = selected.chain(not_selected.iter().map(String::as_str)).collect();
    missed(key, ["operation", "operations"], pattern, known)
}

fn parameter<'m>(of: &'m Pattern, name: &'m Pattern, model: &'m Model) -> Option<Miss<'m>> {
    let operations = model.operations.iter().filter(|operation| of.matches(&operation.id));
    let parameters = operations.flat_map(|operation| &operation.parameters);
    let mut known: Vec<&str> = parameters.flat_map(|it| [it.doc_name.as_str(), it.wire.value.as_str()]).collect();
    known.sort_unstable();
    known.dedup();
    missed("name", ["parameter", "parameters"], name, known)
}

fn scheme<'m>(key: &'static str, pattern: &'m Pattern, model: &'m Model) -> Option<Miss<'m>> {
    let known = model.security.iter().map(|scheme| scheme.doc_name.as_str()).collect();
    missed(key, ["scheme", "credentials"], pattern, known)
}
