//! Which types allow the same JSON.
//!
//! SDKs write a type of its own for each place where an API inlines an enum or an object. Types are told apart step by step: first
//! by their own shape, then by the types that they mention, until nothing more tells two apart. So types that mention themselves may
//! be alike, too. Names, prose and the order of fields and values count for nothing.

use super::{Discriminator, Enum, Field, Literal, Model, Presence, Shape, Struct, Type, TypeDef, TypeId, Union};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    hash::Hash,
};

/// The types of a model in classes: those of one class allow the same JSON.
#[derive(Debug)]
pub struct Equivalence<'m> {
    classes: HashMap<&'m TypeId, usize>,
}

impl<'m> Equivalence<'m> {
    /// Puts types into classes. `label` tells types apart beside their JSON.
    ///
    /// ```
    /// use tablature::model::{Equivalence, Model, Type};
    /// let model = Model::default();
    /// assert!(Equivalence::new(&model, |_, _| ()).same(&Type::String, &Type::String));
    /// ```
    pub fn new<L: Hash + Eq>(model: &'m Model, label: impl Fn(&TypeId, &TypeDef) -> L) -> Self {
        let shaped = model.types.iter().map(|(id, definition)| (id, Shaped::of(&definition.shape)));
        let shaped: Vec<(&TypeId, Shaped<'_>)> = shaped.collect();
        let labels = model.types.iter().map(|(id, definition)| label(id, definition));
        let mut classes = numbered(shaped.iter().zip(labels).map(|((id, shaped), label)| (*id, (&shaped.own, label))));
        loop {
            let count = count(&classes);
            let of = |id: &TypeId| classes.get(id).copied();
            let next = numbered(
                shaped
                    .iter()
                    .map(|(id, shaped)| (*id, (of(id), shaped.mentioned.iter().map(|id| of(id)).collect::<Vec<_>>()))),
            );
            if self::count(&next) == count {
                return Self { classes: next };
            }
            classes = next;
        }
    }

    /// Whether two types of the model allow the same JSON.
    #[must_use]
    pub fn same(&self, one: &Type, other: &Type) -> bool {
        without_name(one) == without_name(other)
            && match (one.named(), other.named()) {
                (Some(one), Some(other)) => one == other || self.classes.get(one) == self.classes.get(other),
                (one, other) => one.is_none() && other.is_none(),
            }
    }

    /// The types of each class.
    #[must_use]
    pub fn groups(&self) -> Vec<Vec<TypeId>> {
        let mut groups: HashMap<usize, Vec<TypeId>> = HashMap::new();
        for (id, class) in &self.classes {
            groups.entry(*class).or_default().push((*id).clone());
        }
        groups.into_values().collect()
    }
}

/// The same number for equal keys.
fn numbered<'m, K: Hash + Eq>(keys: impl Iterator<Item = (&'m TypeId, K)>) -> HashMap<&'m TypeId, usize> {
    let mut numbers = HashMap::new();
    let mut number = |key| {
        let next = numbers.len();
        *numbers.entry(key).or_insert(next)
    };
    keys.map(|(id, key)| (id, number(key))).collect()
}

fn count(classes: &HashMap<&TypeId, usize>) -> usize {
    classes.values().collect::<HashSet<_>>().len()
}

/// A shape without the names of the types that it mentions, and those types in a fixed order.
struct Shaped<'m> {
    own: Own<'m>,
    mentioned: Vec<&'m TypeId>,
}

#[derive(PartialEq, Eq, Hash)]
enum Own<'m> {
    Struct { fields: Vec<(&'m str, Presence, Option<&'m Literal>, Type)>, additional: Option<Type> },
    Enum { integer: bool, values: Vec<String> },
    Union { members: Vec<Type>, discriminator: Option<(&'m str, BTreeMap<&'m str, usize>)> },
    Opaque,
}

impl<'m> Shaped<'m> {
    fn of(shape: &'m Shape) -> Self {
        match shape {
            Shape::Struct(shape) => Self::of_struct(shape),
            Shape::Enum(shape) => Self { own: of_enum(shape), mentioned: Vec::new() },
            Shape::Union(shape) => Self::of_union(shape),
            Shape::Opaque => Self { own: Own::Opaque, mentioned: Vec::new() },
        }
    }

    fn of_struct(shape: &'m Struct) -> Self {
        let mut fields: Vec<&Field> = shape.fields.iter().collect();
        fields.sort_by_key(|field| &field.wire.value);
        let types = fields.iter().map(|field| &field.ty).chain(&shape.additional);
        let mentioned = types.filter_map(Type::named).collect();
        let row = |field: &&'m Field| {
            let constant = field.constant.as_ref().map(|constant| &constant.value);
            (field.wire.value.as_str(), field.presence.value, constant, without_name(&field.ty))
        };
        let additional = shape.additional.as_ref().map(without_name);
        Self { own: Own::Struct { fields: fields.iter().map(row).collect(), additional }, mentioned }
    }

    fn of_union(shape: &'m Union) -> Self {
        let types = || shape.members.iter().map(|member| &member.ty);
        let discriminator = shape.discriminator.as_ref().map(|fact| {
            let Discriminator { property, mapping } = &fact.value;
            (property.as_str(), mapping.iter().map(|(value, at)| (value.as_str(), *at)).collect())
        });
        let own = Own::Union { members: types().map(without_name).collect(), discriminator };
        Self { own, mentioned: types().filter_map(Type::named).collect() }
    }
}

fn of_enum<'m>(shape: &Enum) -> Own<'m> {
    let mut values: Vec<String> = shape.values.iter().map(|value| format!("{:?}", value.wire)).collect();
    values.sort();
    Own::Enum { integer: shape.integer, values }
}

/// The type with every name in it replaced by the same one.
fn without_name(ty: &Type) -> Type {
    let mut ty = ty.clone();
    if let Some(name) = ty.named_mut() {
        *name = TypeId::new("");
    }
    ty
}
