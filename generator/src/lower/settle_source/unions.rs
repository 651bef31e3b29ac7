//! Unions: the property that tells their members apart, and its values.
//!
//! In: the unions, and the classes of the source. Out: discriminators. A union of which the source does not say which value is whose
//! stays as it is.

use super::{
    Settler,
    classes::{Classes, Member},
};
use crate::{
    annotations::{Key, Said},
    model::{Discriminator, Fact, Model, Shape, Type, TypeId, Union},
    naming::fold,
};
use indexmap::IndexMap;

pub fn settle(settler: &Settler<'_>, classes: &Classes<'_>, model: &mut Model) {
    let mut found: Vec<(TypeId, Fact<Discriminator>)> = Vec::new();
    for (id, definition) in &model.types {
        let class = classes.of_type(id, false);
        if let (Shape::Union(union), Some(class)) = (&definition.shape, class) {
            let fact = discriminator(settler, model, union, &class.own);
            found.extend(fact.map(|fact| (id.clone(), fact)));
        }
        for field in definition.shape.fields() {
            let Some(member) = class.and_then(|class| class.member(&field.doc_name)) else { continue };
            let Some(Shape::Union(union)) = field.ty.named().map(|id| &model.get(id).shape) else { continue };
            let fact = discriminator(settler, model, union, member);
            found.extend(fact.and_then(|fact| Some((field.ty.named()?.clone(), fact))));
        }
    }
    for (id, fact) in found {
        if let Some(Shape::Union(union)) = model.types.get_mut(&id).map(|definition| &mut definition.shape) {
            union.discriminator = Some(fact);
        }
    }
}

fn discriminator(
    settler: &Settler<'_>,
    model: &Model,
    union: &Union,
    member: &Member<'_>,
) -> Option<Fact<Discriminator>> {
    let said = member.one(Key::Discriminator)?;
    let property = property(model, union, said)?;
    let mut mapping = IndexMap::new();
    for variant in member.all(Key::Variant) {
        let is_target = |ty: &Type| ty.named().is_some_and(|id| fold(id.title()) == fold(&variant.target));
        let at = union.members.iter().position(|member| is_target(&member.ty))?;
        mapping.insert(variant.value.clone(), at);
    }
    let is_whole = (0..union.members.len()).all(|at| mapping.values().any(|own| *own == at));
    (is_whole && union.discriminator.is_none()).then(|| settler.read(Discriminator { property, mapping }, said))
}

/// The property's JSON key; some languages give the member's name.
fn property(model: &Model, union: &Union, said: &Said) -> Option<String> {
    let mut fields = union.members.iter().filter_map(|member| model.struct_of(&member.ty)).flat_map(|it| &it.fields);
    let found = fields.find(|field| field.wire.value == said.value || fold(&field.doc_name) == fold(&said.value))?;
    Some(found.wire.value.clone())
}
