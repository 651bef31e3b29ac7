//! The property that tells the members of a union apart.
//!
//! In: a rule and the model. Out: the model with that discriminator in each union that the rule fits. It must not know operations.

use crate::{
    config::{Applied, Rule, UnionOverride},
    model::{Discriminator, Fact, Member, Model, Shape, Struct, Type, TypeDef, TypeId, Union},
    naming::near,
    source::{Code, Diagnostic},
};
use indexmap::IndexMap;

pub(super) fn apply_union(rule: &Rule<UnionOverride>, model: &mut Model, applied: &mut Applied) {
    let is_union = |(id, definition): &(&TypeId, &TypeDef)| {
        rule.value.types.matches(&id.0) && matches!(definition.shape, Shape::Union(_))
    };
    let ids: Vec<TypeId> = model.types.iter().filter(is_union).map(|(id, _)| id.clone()).collect();
    for id in ids {
        applied.mark_used(rule);
        let settled = discriminator(&rule.value, &id, model);
        match (settled, model.types.get_mut(&id).map(|definition| &mut definition.shape)) {
            (Ok(settled), Some(Shape::Union(union))) => union.discriminator = Some(Fact::overridden(settled)),
            (Err(problem), _) => {
                let finding = Diagnostic::at(Code::UnusedOverride, rule.at(problem.key), problem.message);
                applied.diagnostics.push(finding.help(problem.help));
            }
            (Ok(_), _) => {}
        }
    }
}

/// What is wrong with a rule: at which key, and what fixes it.
struct Problem {
    key: &'static str,
    message: String,
    help: String,
}

/// The last word of a member's name as its page shows it.
fn last(member: &Member) -> &str {
    member.doc_name.rsplit(['.', ':', '\\', '/']).next().unwrap_or_default()
}

/// What stands for a value that only the user knows.
fn placeholder(member: &Member) -> String {
    format!("<value of {}>", member.doc_name)
}

/// The rule with a value for each member, to paste; what is not known is to be filled in.
fn whole_rule(rule: &UnionOverride, id: &TypeId, union: &Union, known: &IndexMap<String, usize>) -> String {
    let text = |text: &str| toml::Value::from(text).to_string();
    let pair = |(index, member): (usize, &Member)| {
        let own = known.iter().filter(|(_, at)| **at == index).map(|(value, _)| value.clone());
        let values: Vec<String> = own.collect();
        let values = if values.is_empty() { vec![placeholder(member)] } else { values };
        values
            .iter()
            .map(|value| format!("{} = {}", text(value), text(&member.doc_name)))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let pairs: Vec<String> = union.members.iter().enumerate().map(pair).collect();
    format!(
        "say which value means which member:\n[[union]]\ntype = {}\ndiscriminator = {}\nmapping = {{ {} }}\nreason = {}",
        text(&id.0),
        text(&rule.discriminator),
        pairs.join(", "),
        text(&rule.reason.0)
    )
}

/// The discriminator that the rule states, or what is wrong with it.
fn discriminator(rule: &UnionOverride, id: &TypeId, model: &Model) -> Result<Discriminator, Problem> {
    let Shape::Union(union) = &model.get(id).shape else {
        let message = format!("`{id}` is no union");
        return Err(Problem { key: "type", message, help: "remove the rule".to_owned() });
    };
    check_property(rule, id, union, model)?;
    let own = own_values(rule, union, model);
    let mapping = if rule.mapping.is_empty() { own } else { stated_values(rule, id, union, &own)? };
    let is_mapped = |index: usize| mapping.values().any(|at| *at == index);
    let is_object = |member: &Member| matches!(member.ty, Type::Named(_));
    let members = union.members.iter().enumerate();
    let without: Vec<&str> =
        members.filter(|(index, it)| is_object(it) && !is_mapped(*index)).map(|(_, it)| last(it)).collect();
    if without.is_empty() {
        return Ok(Discriminator { property: rule.discriminator.clone(), mapping });
    }
    let (count, names) = (without.len(), without.join(", "));
    let have = if count == 1 { "1 member has".to_owned() } else { format!("{count} members have") };
    Err(Problem {
        key: if rule.mapping.is_empty() { "discriminator" } else { "mapping" },
        message: format!("{have} no value of `{}` in `{id}`: {names}", rule.discriminator),
        help: whole_rule(rule, id, union, &mapping),
    })
}

/// A property that no member has tells nothing apart.
fn check_property(rule: &UnionOverride, id: &TypeId, union: &Union, model: &Model) -> Result<(), Problem> {
    let property = &rule.discriminator;
    let Some(structs) = union.members.iter().map(|it| closed_struct(&it.ty, model)).collect::<Option<Vec<_>>>() else {
        return Ok(());
    };
    let has = |shape: &Struct, name: &str| shape.fields.iter().any(|field| field.wire.value == name);
    if structs.iter().any(|shape| has(shape, property)) {
        return Ok(());
    }
    let names = structs.first().into_iter().flat_map(|shape| &shape.fields).map(|field| field.wire.value.as_str());
    let shared: Vec<&str> = names.filter(|name| structs.iter().all(|shape| has(shape, name))).collect();
    let help = match near(property, shared.iter().copied()) {
        Some(name) => format!("did you mean `{name}`?"),
        None if shared.is_empty() => "no field is in all members: remove the rule".to_owned(),
        None => format!("the fields that all members have are {}", shared.join(", ")),
    };
    let message = format!("no member of `{id}` has a field `{property}`");
    Err(Problem { key: "discriminator", message, help })
}

/// A struct that lists all of its fields.
fn closed_struct<'m>(ty: &Type, model: &'m Model) -> Option<&'m Struct> {
    model.struct_of(ty).filter(|shape| shape.additional.is_none())
}

/// A member may be named as `model.json` has its type, with its folder or without, as its page shows it, or by its tag.
fn is_called(member: &Member, name: &str) -> bool {
    let of_type = |id: &TypeId| *id.0 == *name || id.title() == name;
    let is_shown = member.doc_name == name || member.tags.iter().any(|tag| tag == name);
    is_shown || last(member) == name || matches!(&member.ty, Type::Named(id) if of_type(id))
}

fn stated_values(
    rule: &UnionOverride,
    id: &TypeId,
    union: &Union,
    own: &IndexMap<String, usize>,
) -> Result<IndexMap<String, usize>, Problem> {
    let problem = |message: String, help: String| Problem { key: "mapping", message, help };
    let names = || union.members.iter().map(last);
    let mut mapping = IndexMap::new();
    for (value, name) in &rule.mapping {
        let exact = union.members.iter().position(|member| member.doc_name == *name);
        let found = exact.or_else(|| union.members.iter().position(|member| is_called(member, name)));
        let index = found.ok_or_else(|| {
            let help = match near(name, names().chain(union.members.iter().map(|it| it.doc_name.as_str()))) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("its members are {}", names().collect::<Vec<_>>().join(", ")),
            };
            problem(format!("`{id}` has no member `{name}`"), help)
        })?;
        if *value == placeholder(&union.members[index]) {
            let message = format!("`{value}` stands for the value that means this member");
            return Err(problem(message, "write the value that the service sends".to_owned()));
        }
        mapping.insert(value.clone(), index);
    }
    // A member of which a page says its value need not be named.
    for (value, index) in own {
        if !mapping.values().any(|at| at == index) {
            mapping.entry(value.clone()).or_insert(*index);
        }
    }
    Ok(mapping)
}

/// The values that the members' pages give for the property.
fn own_values(rule: &UnionOverride, union: &Union, model: &Model) -> IndexMap<String, usize> {
    let mut mapping = IndexMap::new();
    for (index, member) in union.members.iter().enumerate() {
        for value in values_of(&member.ty, &rule.discriminator, model) {
            mapping.entry(value.to_owned()).or_insert(index);
        }
    }
    mapping
}

/// The texts that a property of a struct may have, where its page lists them.
fn values_of<'m>(ty: &Type, property: &str, model: &'m Model) -> Vec<&'m str> {
    let field = model.fields_of(ty).iter().find(|field| field.wire.value == property);
    field.and_then(|field| model.listed_texts(field)).unwrap_or_default()
}
