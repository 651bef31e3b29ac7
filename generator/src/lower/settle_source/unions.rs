//! Unions: the order of their members, the property that tells these apart, and its values.
//!
//! In: the unions, and the classes of the source. Out: discriminators. A union of which the source does not say which value is whose
//! stays as it is.

use super::{
    Settler,
    classes::{Class, Classes, Member as Facts},
};
use crate::{
    annotations::{Key, Said},
    model::{Discriminator, Fact, Member, Model, Shape, Type, TypeId, Union},
    naming::fold,
};
use indexmap::IndexMap;

pub fn settle(settler: &Settler<'_>, classes: &Classes<'_>, model: &mut Model) {
    name_members(classes, model);
    put_in_order(classes, model);
    tell_apart(settler, classes, model);
}

/// A page may name a member by its tag alone: the class of the tag is the page that is meant.
fn name_members(classes: &Classes<'_>, model: &mut Model) {
    let mut named: Vec<(TypeId, usize, TypeId)> = Vec::new();
    for (id, definition) in &model.types {
        let (Shape::Union(union), Some(class)) = (&definition.shape, classes.of_type(id, false)) else { continue };
        for said in class.own.all(Key::Choice).filter(|said| !said.target.is_empty()) {
            let is_tagged = |member: &Member| fold(&member.doc_name) == fold(&said.target);
            let (Some(at), Some(ty)) = (union.members.iter().position(is_tagged), page(model, id, &said.value)) else {
                continue;
            };
            named.push((id.clone(), at, ty));
        }
    }
    for (id, at, ty) in named {
        let Some(union) = model.union_mut(&id) else { continue };
        let is_taken = union.members.iter().any(|member| member.ty.named() == Some(&ty));
        if !is_taken {
            union.members[at].ty = Type::Named(ty);
        }
    }
}

/// The page of a class that a union's class names: in the union's folder.
fn page(model: &Model, union: &TypeId, class: &str) -> Option<TypeId> {
    let is_page = |id: &&TypeId| id.module() == union.module() && fold(id.title()) == fold(class);
    model.types.keys().find(is_page).cloned()
}

/// Members are tried in the order of the API's document; pages may list them by name.
fn put_in_order(classes: &Classes<'_>, model: &mut Model) {
    for (id, definition) in &mut model.types {
        let (Shape::Union(union), Some(class)) = (&mut definition.shape, classes.of_type(id, false)) else { continue };
        let listed: Vec<String> = class.own.all(Key::Choice).map(|said| fold(&said.value)).collect();
        let place = |ty: &Type| listed.iter().position(|name| *name == fold(ty.named().map_or("", TypeId::title)));
        let Some(places) = union.members.iter().map(|member| place(&member.ty)).collect::<Option<Vec<_>>>() else {
            continue;
        };
        sort_members(union, &places);
    }
}

fn sort_members(union: &mut Union, places: &[usize]) {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_key(|at| places[*at]);
    union.members = order.iter().map(|at| union.members[*at].clone()).collect();
}

fn tell_apart(settler: &Settler<'_>, classes: &Classes<'_>, model: &mut Model) {
    let mut found: Vec<(TypeId, Fact<Discriminator>)> = Vec::new();
    for (id, definition) in &model.types {
        let class = classes.of_type(id, false);
        if let (Shape::Union(union), Some(class)) = (&definition.shape, class) {
            let own = class.own.all(Key::Variant).map(|said| (said.value.clone(), said.target.clone()));
            let fact = discriminator(settler, model, union, &class.own, own.chain(tagged(classes, id, class)));
            found.extend(fact.map(|fact| (id.clone(), fact)));
        }
        for field in definition.shape.fields() {
            let Some(member) = class.and_then(|class| class.member(&field.doc_name)) else { continue };
            let Some(Shape::Union(union)) = field.ty.named().map(|id| &model.get(id).shape) else { continue };
            let variants = member.all(Key::Variant).map(|said| (said.value.clone(), said.target.clone()));
            let fact = discriminator(settler, model, union, member, variants);
            found.extend(fact.and_then(|fact| Some((field.ty.named()?.clone(), fact))));
        }
    }
    for (id, fact) in found {
        if let Some(union) = model.union_mut(&id) {
            union.discriminator = Some(fact);
        }
    }
}

/// What the class that lists a union's tags is called behind the union's name.
const TAGS: &str = "Type";

/// The values of a union's tags, and the classes that they stand for.
fn tagged(classes: &Classes<'_>, id: &TypeId, class: &Class<'_>) -> Vec<(String, String)> {
    let Some(tags) = classes.get(&id.module().to_lowercase(), &format!("{}{TAGS}", id.title())) else {
        return Vec::new();
    };
    let value = |said: &Said| Some((tags.member(&said.target)?.one(Key::Variant)?.value.clone(), said.value.clone()));
    class.own.all(Key::Choice).filter_map(value).collect()
}

fn discriminator(
    settler: &Settler<'_>,
    model: &Model,
    union: &Union,
    member: &Facts<'_>,
    variants: impl IntoIterator<Item = (String, String)>,
) -> Option<Fact<Discriminator>> {
    let said = member.one(Key::Discriminator)?;
    let property = property(model, union, said)?;
    let mut mapping = IndexMap::new();
    for (value, class) in variants {
        let is_target = |ty: &Type| ty.named().is_some_and(|id| fold(id.title()) == fold(&class));
        let at = union.members.iter().position(|member| is_target(&member.ty))?;
        mapping.insert(value, at);
    }
    let is_whole = (0..union.members.len()).all(|at| mapping.values().any(|own| *own == at));
    is_whole.then(|| settler.read(Discriminator { property, mapping }, said))
}

/// The property's JSON key; some languages give the member's name.
fn property(model: &Model, union: &Union, said: &Said) -> Option<String> {
    let mut fields = union.members.iter().flat_map(|member| model.fields_of(&member.ty));
    let found = fields.find(|field| field.wire.value == said.value || fold(&field.doc_name) == fold(&said.value))?;
    Some(found.wire.value.clone())
}
