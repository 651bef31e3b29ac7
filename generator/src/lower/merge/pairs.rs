//! Which type of one tree is which of the other.
//!
//! In: the ids and shapes of both models, and matches as they are found. Out: pairs to merge, and the counterpart of each type.
//! It must not know what is merged.

use crate::{
    model::{Model, Shape, Type, TypeDef, TypeId},
    naming::fold,
};
use std::collections::{HashMap, HashSet, VecDeque};

/// What a type is, as far as matching goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Struct,
    /// A struct without fields: an object of which nothing is said.
    Empty,
    Enum {
        integer: bool,
    },
    Union,
    Opaque,
}

impl Kind {
    fn of(def: &TypeDef) -> Self {
        match &def.shape {
            Shape::Struct(shape) if shape.fields.is_empty() => Self::Empty,
            Shape::Struct(_) => Self::Struct,
            Shape::Enum(shape) => Self::Enum { integer: shape.integer },
            Shape::Union(_) => Self::Union,
            Shape::Opaque => Self::Opaque,
        }
    }

    /// Whether two pages may describe one type.
    pub fn fits(self, other: Self) -> bool {
        let is_object = |kind| matches!(kind, Self::Struct | Self::Empty);
        self == Self::Opaque
            || other == Self::Opaque
            || self == other
            || (is_object(self) && is_object(other))
            || matches!((self, other), (Self::Enum { .. }, Self::Enum { .. }))
    }
}

/// The matches of two models.
#[derive(Debug, Default)]
pub struct Pairs {
    open: VecDeque<(TypeId, TypeId)>,
    seen: HashSet<(TypeId, TypeId)>,
    matched: HashSet<TypeId>,
    own: HashMap<TypeId, Kind>,
    other: HashMap<TypeId, Kind>,
    own_titles: HashMap<String, Vec<TypeId>>,
    /// From types of the other model to those of this one.
    counterparts: HashMap<TypeId, TypeId>,
    /// Types of the other model that facts need here, in the order in which they were asked for.
    wanted: Vec<TypeId>,
}

impl Pairs {
    /// No pairs yet.
    pub fn new(own: &Model, other: &Model) -> Self {
        let kinds = |model: &Model| model.types.iter().map(|(id, def)| (id.clone(), Kind::of(def))).collect();
        let mut own_titles: HashMap<String, Vec<TypeId>> = HashMap::new();
        for id in own.types.keys() {
            own_titles.entry(title(id)).or_default().push(id.clone());
        }
        Self { own: kinds(own), other: kinds(other), own_titles, ..Self::default() }
    }

    pub fn own_kind(&self, id: &TypeId) -> Option<Kind> {
        self.own.get(id).copied()
    }

    pub fn other_kind(&self, id: &TypeId) -> Option<Kind> {
        self.other.get(id).copied()
    }

    /// Notes that two types are one; says whether they may be.
    pub fn pair(&mut self, own: &TypeId, other: &TypeId) -> bool {
        let fits = match (self.own_kind(own), self.other_kind(other)) {
            (Some(mine), Some(theirs)) => mine.fits(theirs),
            // A type that was brought in from the other tree.
            _ => return true,
        };
        if fits && self.seen.insert((own.clone(), other.clone())) {
            self.matched.insert(own.clone());
            self.counterparts.entry(other.clone()).or_insert_with(|| own.clone());
            self.open.push_back((own.clone(), other.clone()));
        }
        fits
    }

    /// The next pair to merge.
    pub fn next(&mut self) -> Option<(TypeId, TypeId)> {
        self.open.pop_front()
    }

    /// Pairs types of one name that nothing matched yet.
    pub fn by_name(&mut self, own: &Model, other: &Model) {
        for id in other.types.keys() {
            if self.counterparts.contains_key(id) {
                continue;
            }
            let free = |candidate: &&TypeId| !self.matched.contains(*candidate);
            let found = self.named(id).into_iter().find(|own_id| free(&own_id) && overlap(own, own_id, other, id));
            if let Some(own_id) = found {
                self.pair(&own_id, id);
            }
        }
    }

    /// Types of this model with the name of one of the other's, the same folder first.
    fn named(&self, other: &TypeId) -> Vec<TypeId> {
        let Some(kind) = self.other_kind(other) else { return Vec::new() };
        let mut found: Vec<TypeId> = self.own_titles.get(&title(other)).cloned().unwrap_or_default();
        found.retain(|id| self.own_kind(id).is_some_and(|own| own.fits(kind)));
        found.sort_by_key(|id| id.module() != other.module());
        found
    }

    /// The type in the terms of this model. A type that it lacks is wanted from the other.
    pub fn translate(&mut self, ty: &Type, own: &Model, other: &Model) -> Type {
        let mut translated = ty.clone();
        if let Some(id) = translated.named_mut() {
            *id = self.counterpart(id, own, other);
        }
        translated
    }

    /// The type of this model that stands for one of the other.
    pub fn counterpart(&mut self, id: &TypeId, own: &Model, other: &Model) -> TypeId {
        if let Some(known) = self.counterparts.get(id) {
            return known.clone();
        }
        let named = self.named(id).into_iter().find(|own_id| overlap(own, own_id, other, id));
        if let Some(own_id) = named {
            self.pair(&own_id, id);
            return own_id;
        }
        let new = self.free_id(id, own, other);
        self.counterparts.insert(id.clone(), new.clone());
        self.wanted.push(id.clone());
        new
    }

    /// An id for a type that is brought in.
    fn free_id(&mut self, id: &TypeId, own: &Model, other: &Model) -> TypeId {
        let text = match id.owner() {
            Some((owner, part)) => format!("{}#{part}", self.counterpart(&TypeId::new(owner), own, other)),
            None => id.0.to_string(),
        };
        let taken: HashSet<&TypeId> = self.own.keys().chain(self.counterparts.values()).collect();
        let numbered = (2..).map(|number| TypeId::new(&format!("{text}~{number}")));
        std::iter::once(TypeId::new(&text)).chain(numbered).find(|id| !taken.contains(id)).unwrap_or_else(|| id.clone())
    }

    /// The type of this model that is known to stand for one of the other.
    pub fn known(&self, id: &TypeId) -> Option<&TypeId> {
        self.counterparts.get(id)
    }

    /// Types of the other model to bring in, each with its id here; none the next time.
    pub fn take_wanted(&mut self) -> Vec<(TypeId, TypeId)> {
        let wanted = std::mem::take(&mut self.wanted);
        wanted.into_iter().map(|id| (self.counterparts[&id].clone(), id)).collect()
    }
}

/// Whether two types of one name have something in common: objects a field, enums a value.
fn overlap(own: &Model, own_id: &TypeId, other: &Model, other_id: &TypeId) -> bool {
    let (Some(mine), Some(theirs)) = (own.types.get(own_id), other.types.get(other_id)) else { return false };
    match (&mine.shape, &theirs.shape) {
        (Shape::Struct(mine), Shape::Struct(theirs)) => {
            let names: HashSet<String> = mine.fields.iter().map(|field| fold(&field.wire.value)).collect();
            let common = theirs.fields.iter().any(|field| names.contains(&fold(&field.wire.value)));
            common || mine.fields.is_empty() || theirs.fields.is_empty()
        }
        (Shape::Enum(mine), Shape::Enum(theirs)) => {
            mine.values.iter().any(|value| theirs.values.iter().any(|one| one.wire == value.wire))
        }
        _ => true,
    }
}

/// The name of a type as it compares across languages.
fn title(id: &TypeId) -> String {
    fold(id.title())
}
