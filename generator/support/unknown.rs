//! A value that an enum does not list.
//!
//! In: a value that the enum's own conversions found in no variant. Out: the value. It must not be made by anyone else.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// A value that the enum `E` does not list: text for string enums, a number for integer enums.
///
/// Only the conversions of `E` make one, so it is never one of the values that `E` lists. Match such a value by a variant
/// of a newer version of this crate, or by comparing `as_str`, never by looking into this type.
pub struct Unknown<E, V = Box<str>> {
    value: V,
    of: PhantomData<fn() -> E>,
}

impl<E, V> Unknown<E, V> {
    #[allow(dead_code)] // not every API has open enums
    pub(crate) fn new(value: V) -> Self {
        Self { value, of: PhantomData }
    }

    /// The value as it travels.
    pub fn value(&self) -> &V {
        &self.value
    }
}

impl<E, V: Clone> Clone for Unknown<E, V> {
    fn clone(&self) -> Self {
        Self::new(self.value.clone())
    }
}

impl<E, V: Copy> Copy for Unknown<E, V> {}

impl<E, V: PartialEq> PartialEq for Unknown<E, V> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<E, V: Eq> Eq for Unknown<E, V> {}

impl<E, V: Hash> Hash for Unknown<E, V> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}

impl<E, V: fmt::Debug> fmt::Debug for Unknown<E, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}
