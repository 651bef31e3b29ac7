//! What setters of lists and maps take, so that their items need no conversion by hand.
//!
//! In: vectors, maps, and arrays of what converts into the items. Out: the list or map. It must not know the items.

use super::Nullable;
use std::collections::{BTreeMap, HashMap};

/// The items of a list: a `Vec` or a slice of them, or an array of what converts into them (`["a", "b"]`). None are `vec![]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Items<T>(Vec<T>);

impl<T> From<Items<T>> for Vec<T> {
    fn from(items: Items<T>) -> Self {
        items.0
    }
}

impl<T> From<Vec<T>> for Items<T> {
    fn from(items: Vec<T>) -> Self {
        Self(items)
    }
}

impl<T: Clone> From<&[T]> for Items<T> {
    fn from(items: &[T]) -> Self {
        Self(items.to_vec())
    }
}

impl<T: Clone> From<&Vec<T>> for Items<T> {
    fn from(items: &Vec<T>) -> Self {
        Self(items.clone())
    }
}

impl<T, U: Into<T>, const N: usize> From<[U; N]> for Items<T> {
    fn from(items: [U; N]) -> Self {
        Self(items.into_iter().map(Into::into).collect())
    }
}

impl<T, U: Into<T>, const N: usize> From<[U; N]> for Nullable<Vec<T>> {
    fn from(items: [U; N]) -> Self {
        Self::Value(Items::from(items).0)
    }
}

/// The entries of a map: a map, or an array of pairs of what converts into them (`[("key", 1)]`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entries<T>(BTreeMap<String, T>);

impl<T> From<Entries<T>> for BTreeMap<String, T> {
    fn from(entries: Entries<T>) -> Self {
        entries.0
    }
}

impl<T> From<BTreeMap<String, T>> for Entries<T> {
    fn from(entries: BTreeMap<String, T>) -> Self {
        Self(entries)
    }
}

impl<T, S> From<HashMap<String, T, S>> for Entries<T> {
    fn from(entries: HashMap<String, T, S>) -> Self {
        Self(entries.into_iter().collect())
    }
}

impl<T, K: Into<String>, U: Into<T>, const N: usize> From<[(K, U); N]> for Entries<T> {
    fn from(entries: [(K, U); N]) -> Self {
        Self(entries.into_iter().map(|(key, value)| (key.into(), value.into())).collect())
    }
}

impl<T, K: Into<String>, U: Into<T>, const N: usize> From<[(K, U); N]> for Nullable<BTreeMap<String, T>> {
    fn from(entries: [(K, U); N]) -> Self {
        Self::Value(Entries::from(entries).0)
    }
}
