//! The property that tells the members of a union apart.
//!
//! In: a rule and the model. Out: the model with that discriminator in each union that the rule fits. It must not know operations.

use crate::{
    config::{Rule, UnionOverride},
    model::{Discriminator, Fact, Literal, Member, Model, Shape, Type, TypeDef, TypeId, Union},
    naming::words,
    source::{Code, Diagnostic, Diagnostics},
};
use indexmap::IndexMap;

pub(super) fn apply_union(rule: &Rule<UnionOverride>, model: &mut Model, diagnostics: &mut Diagnostics) {
    let is_union = |(id, definition): &(&TypeId, &TypeDef)| {
        rule.value.types.matches(&id.0) && matches!(definition.shape, Shape::Union(_))
    };
    let ids: Vec<TypeId> = model.types.iter().filter(is_union).map(|(id, _)| id.clone()).collect();
    for id in ids {
        rule.mark_used();
        let settled = discriminator(&rule.value, &id, model);
        match (settled, model.types.get_mut(&id).map(|definition| &mut definition.shape)) {
            (Ok(settled), Some(Shape::Union(union))) => union.discriminator = Some(Fact::overridden(settled)),
            (Err(problem), _) => {
                let finding = Diagnostic::at(Code::UnusedOverride, rule.span, problem);
                diagnostics.push(finding.help(whole_rule(&rule.value, &id, model)));
            }
            (Ok(_), _) => {}
        }
    }
}

/// The rule with a value for each member, to paste; the values are to be mended by those who know them.
fn whole_rule(rule: &UnionOverride, id: &TypeId, model: &Model) -> String {
    let Shape::Union(union) = &model.get(id).shape else { return "remove it".to_owned() };
    let text = |text: &str| toml::Value::from(text).to_string();
    let last = |member: &Member| words(member.shown.rsplit(['.', ':', '\\']).next().unwrap_or_default()).join("_");
    let pair = |member: &Member| format!("{} = {}", text(&last(member)), text(&member.shown));
    let pairs: Vec<String> = union.members.iter().map(pair).collect();
    format!(
        "say which value means which member:\n[[union]]\ntype = {}\ndiscriminator = {}\nmapping = {{ {} }}\nreason = {}",
        text(&id.0),
        text(&rule.discriminator),
        pairs.join(", "),
        text(&rule.reason.0)
    )
}

/// The discriminator that the rule states, or what is wrong with it.
fn discriminator(rule: &UnionOverride, id: &TypeId, model: &Model) -> Result<Discriminator, String> {
    let Shape::Union(union) = &model.get(id).shape else { return Err(format!("`{id}` is no union")) };
    let mapping =
        if rule.mapping.is_empty() { own_values(rule, union, model) } else { stated_values(rule, id, union)? };
    if mapping.is_empty() {
        let property = &rule.discriminator;
        return Err(format!("no member of `{id}` says which value of `{property}` is its own"));
    }
    Ok(Discriminator { property: rule.discriminator.clone(), mapping })
}

fn stated_values(rule: &UnionOverride, id: &TypeId, union: &Union) -> Result<IndexMap<String, usize>, String> {
    let index = |name: &String| {
        let named = |ty: &Type| matches!(ty, Type::Named(id) if *id.0 == **name);
        let fits = |member: &Member| member.shown == *name || member.rust == *name || named(&member.ty);
        let names = || union.members.iter().map(|member| member.shown.as_str()).collect::<Vec<_>>().join(", ");
        let found = union.members.iter().position(fits);
        found.ok_or_else(|| format!("`{id}` has no member `{name}`; its members are {}", names()))
    };
    rule.mapping.iter().map(|(value, member)| Ok((value.clone(), index(member)?))).collect()
}

/// The values that the members' pages give for the property.
fn own_values(rule: &UnionOverride, union: &Union, model: &Model) -> IndexMap<String, usize> {
    let mut mapping = IndexMap::new();
    for (index, member) in union.members.iter().enumerate() {
        for value in values_of(&member.ty, &rule.discriminator, model) {
            mapping.entry(value).or_insert(index);
        }
    }
    mapping
}

/// The texts that a property of a struct may have, where its page lists them.
fn values_of(ty: &Type, property: &str, model: &Model) -> Vec<String> {
    let Type::Named(id) = ty else { return Vec::new() };
    let Shape::Struct(shape) = &model.get(id).shape else { return Vec::new() };
    let Some(field) = shape.fields.iter().find(|field| field.wire.value == property) else { return Vec::new() };
    let listed = match &field.ty {
        Type::Named(id) => match &model.get(id).shape {
            Shape::Enum(shape) => shape.values.iter().map(|value| &value.wire).collect(),
            Shape::Struct(_) | Shape::Union(_) | Shape::Opaque => Vec::new(),
        },
        _ => Vec::new(),
    };
    let constant = field.constant.iter().map(|fact| &fact.value);
    constant
        .chain(listed)
        .filter_map(|it| if let Literal::String(text) = it { Some(text.clone()) } else { None })
        .collect()
}
