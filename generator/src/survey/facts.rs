//! Which facts of the model are stated, concluded or unknown.
//!
//! In: the model. Out: counts. It must not know how a fact was found.

use super::count;
use crate::model::{Auth, Basis, Counts, Fact, Model, Operation, Presence, Shape, Type, TypeDef};

/// Facts by basis, and the concluded ones by rule.
pub struct Facts {
    pub by_basis: Counts,
    pub by_rule: Counts,
}

/// Counts facts by why they are believed.
fn count_bases(bases: &[&Basis]) -> Facts {
    let rule = |basis: &&Basis| match basis {
        Basis::Assumed(rule) => Some(*rule),
        Basis::Stated | Basis::Override | Basis::OtherDocs(_) => None,
    };
    Facts { by_basis: count(bases.iter().map(|basis| word(basis))), by_rule: count(bases.iter().filter_map(rule)) }
}

/// Counts the facts of a model.
pub fn count_facts(model: &Model) -> Facts {
    let mut bases: Vec<&Basis> = Vec::new();
    bases.extend(model.wire_case.iter().map(basis));
    bases.extend(model.security.iter().map(|scheme| basis(&scheme.kind)));
    model.types.values().for_each(|definition| of_type(definition, &mut bases));
    model.operations.iter().for_each(|operation| of_operation(operation, &mut bases));
    count_bases(&bases)
}

fn word(basis: &Basis) -> &'static str {
    match basis {
        Basis::Stated => "stated by a page",
        Basis::Assumed(_) => "concluded by a rule",
        Basis::Override => "settled in overrides.toml",
        Basis::OtherDocs(_) => "stated by another docs tree",
    }
}

fn basis<T>(fact: &Fact<T>) -> &Basis {
    &fact.basis
}

fn of_type<'m>(definition: &'m TypeDef, bases: &mut Vec<&'m Basis>) {
    match &definition.shape {
        Shape::Struct(shape) => {
            bases.extend(shape.fields.iter().map(|field| basis(&field.wire)));
            bases.extend(shape.fields.iter().filter_map(|field| field.constant.as_ref()).map(basis));
        }
        Shape::Union(shape) => bases.extend(shape.discriminator.iter().map(basis)),
        Shape::Enum(_) | Shape::Opaque => {}
    }
}

fn of_operation<'m>(operation: &'m Operation, bases: &mut Vec<&'m Basis>) {
    for parameter in &operation.parameters {
        bases.extend([basis(&parameter.wire), basis(&parameter.place)]);
        bases.extend(parameter.style.iter().map(basis));
    }
    bases.extend(operation.body.iter().map(|body| basis(&body.media)));
    bases.extend(operation.success.iter().map(|body| basis(&body.media)));
    bases.extend(operation.status.as_ref().map(basis));
    bases.push(basis(&operation.auth));
    if let Auth::Own(schemes) = &operation.auth.value {
        bases.extend(schemes.iter().map(|scheme| basis(&scheme.kind)));
    }
}

/// What neither a page says nor a rule concludes.
pub fn unknown(model: &Model) -> Counts {
    let of_types = model.types.values().flat_map(unknown_of_type);
    let of_operations = model.operations.iter().flat_map(unknown_of_operation);
    count(of_types.chain(of_operations))
}

fn unknown_of_type(definition: &TypeDef) -> Vec<&'static str> {
    match &definition.shape {
        Shape::Opaque => vec!["types of which only the name is known"],
        Shape::Union(shape)
            if shape.discriminator.is_none() && objects(&shape.members.iter().map(|it| &it.ty).collect::<Vec<_>>()) =>
        {
            vec!["unions of objects without a discriminator"]
        }
        Shape::Struct(shape) => {
            let unstated = shape.fields.iter().filter(|field| field.presence == Presence::RequiredNullUnstated);
            unstated.map(|_| "required fields that may be null or not").collect()
        }
        Shape::Union(_) | Shape::Enum(_) => Vec::new(),
    }
}

/// Whether more than one member is a named type, so that the JSON kind alone does not tell them apart.
fn objects(members: &[&Type]) -> bool {
    members.iter().filter(|ty| matches!(ty, Type::Named(_))).count() > 1
}

fn unknown_of_operation(operation: &Operation) -> Vec<&'static str> {
    let bodies = operation.success.iter().filter(|body| body.status.is_none());
    bodies.map(|_| "success bodies without a status").collect()
}
