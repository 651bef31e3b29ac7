//! Type expressions of two trees, joined.
//!
//! In: the types of one field, member or body in both trees. Out: the first, the more precise one, or that they differ.
//! It must not know where they stand.

use super::{Merger, pairs::Kind};
use crate::model::Type;

/// What becomes of two types of one thing.
pub enum Joined {
    /// The first says all.
    Keep,
    /// The other tree knows better.
    Take(Type),
    /// They are not the same.
    Differ,
}

impl Joined {
    fn within(self, around: impl Fn(Box<Type>) -> Type) -> Self {
        match self {
            Self::Take(ty) => Self::Take(around(Box::new(ty))),
            other => other,
        }
    }
}

impl Merger<'_> {
    /// Joins two types; named types in the same place become a pair.
    pub fn join(&mut self, own: &Type, other: &Type) -> Joined {
        match (own, other) {
            _ if own == other && !matches!(own, Type::Named(_)) => Joined::Keep,
            (_, Type::Any) => Joined::Keep,
            (Type::Any, _) => self.take(other),
            (Type::Array(mine), Type::Array(theirs)) => self.join(mine, theirs).within(Type::Array),
            (Type::Map(mine), Type::Map(theirs)) => self.join(mine, theirs).within(Type::Map),
            (Type::EventStream(mine), Type::EventStream(theirs)) => self.join(mine, theirs).within(Type::EventStream),
            (Type::Nullable(mine), Type::Nullable(theirs)) => self.join(mine, theirs).within(Type::Nullable),
            (Type::Nullable(mine), theirs) => self.join(mine, theirs).within(Type::Nullable),
            (mine, Type::Nullable(theirs)) => match self.join(mine, theirs) {
                Joined::Keep => Joined::Take(Type::Nullable(Box::new(mine.clone()))),
                joined => joined.within(Type::Nullable),
            },
            (Type::Named(mine), Type::Named(theirs)) if self.pairs.pair(mine, theirs) => Joined::Keep,
            (Type::Named(mine), theirs) => self.join_named(self.pairs.own_kind(mine), theirs),
            (mine, Type::Named(theirs)) => self.join_with_named(mine, other, self.pairs.other_kind(theirs)),
            (mine, theirs) => self.join_plain(mine, theirs),
        }
    }

    fn take(&mut self, other: &Type) -> Joined {
        Joined::Take(self.translated(other))
    }

    /// A named type here, none there: what is said there may be less.
    fn join_named(&mut self, own: Option<Kind>, other: &Type) -> Joined {
        let less = match (own, other) {
            (None | Some(Kind::Opaque | Kind::Union), _) => true,
            (Some(Kind::Struct), Type::Map(value)) => **value == Type::Any,
            (Some(Kind::Empty), Type::Map(_)) => true,
            (Some(Kind::Enum { integer }), _) => is_base_of_enum(other, integer),
            _ => false,
        };
        if less { Joined::Keep } else { Joined::Differ }
    }

    /// No named type here, one there: it may say more.
    fn join_with_named(&mut self, own: &Type, other: &Type, kind: Option<Kind>) -> Joined {
        match (own, kind) {
            (_, None | Some(Kind::Opaque)) => Joined::Keep,
            // A tree that shows one of the union's members shows what the vendor's generator made of it.
            (_, Some(Kind::Union)) => Joined::Keep,
            (Type::Map(_), Some(Kind::Empty)) => Joined::Keep,
            (Type::Map(value), Some(Kind::Struct)) if **value == Type::Any => self.take(other),
            (_, Some(Kind::Enum { integer })) if is_base_of_enum(own, integer) => self.take(other),
            _ => Joined::Differ,
        }
    }

    fn join_plain(&mut self, own: &Type, other: &Type) -> Joined {
        if own == &Type::String && is_format(other) {
            return self.take(other);
        }
        if is_format(own) && other == &Type::String {
            return Joined::Keep;
        }
        if matches!((own, other), (Type::DateTime, Type::Date) | (Type::Date, Type::DateTime)) {
            return match (self.says.dates, self.other_says.dates) {
                (true, true) => Joined::Differ,
                (false, true) => self.take(other),
                (_, false) => Joined::Keep,
            };
        }
        if !(is_number(own) && is_number(other)) {
            return Joined::Differ;
        }
        match (own, other) {
            (_, Type::Number) => Joined::Keep,
            (Type::Number, _) => self.take(other),
            _ if is_integer(own) != is_integer(other) => Joined::Differ,
            _ if !self.other_says.widths => Joined::Keep,
            _ if !self.says.widths => self.take(other),
            _ => Joined::Differ,
        }
    }
}

fn is_base_of_enum(ty: &Type, integer: bool) -> bool {
    if integer { is_number(ty) } else { *ty == Type::String }
}

/// Whether a type travels as text of a certain form.
fn is_format(ty: &Type) -> bool {
    matches!(ty, Type::DateTime | Type::Date | Type::Bytes | Type::Decimal)
}

fn is_number(ty: &Type) -> bool {
    is_integer(ty) || matches!(ty, Type::Float32 | Type::Float64 | Type::Number | Type::Decimal)
}

fn is_integer(ty: &Type) -> bool {
    matches!(ty, Type::Int32 | Type::Int64)
}

/// A type as findings show it.
pub fn shown(ty: &Type) -> String {
    match ty {
        Type::Array(item) => format!("a list of {}", shown(item)),
        Type::Map(value) => format!("a map to {}", shown(value)),
        Type::Nullable(inner) => format!("{} or null", shown(inner)),
        Type::EventStream(inner) => format!("a stream of {}", shown(inner)),
        Type::Named(id) => format!("`{id}`"),
        plain => super::in_words(plain),
    }
}
