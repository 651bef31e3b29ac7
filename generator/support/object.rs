//! JSON objects: reading, writing and building structs from a table of their fields.
//!
//! In: the tables of the generated files. Out: serde's traits and the builders. It must not know which rules a field's row
//! stands for; those are in `fields`.

use super::fit::{Key, Peek, Rank};
use serde::Serialize;
use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};
use serde::ser::SerializeMap;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// A required field that a builder still waits for.
#[derive(Debug, Clone, Copy)]
pub struct Missing;

/// A required field that a builder has.
#[derive(Debug, Clone, Copy)]
pub struct Set;

/// The state in which a builder can build.
pub trait IsSet: sealed::Sealed {}

impl IsSet for Set {}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Set {}
}

/// A struct that is a JSON object.
pub trait Object: Sized {
    const NAME: &'static str;
    const KEYS: &'static [Key];
    type Slots: Default;

    fn read<'de, A: MapAccess<'de>>(slots: &mut Self::Slots, index: usize, map: &mut A) -> Result<(), A::Error>;
    fn read_unlisted<'de, A: MapAccess<'de>>(slots: &mut Self::Slots, key: String, map: &mut A)
    -> Result<(), A::Error>;
    fn finish<E: Error>(slots: Self::Slots) -> Result<Self, E>;
}

/// How well a JSON object fits a struct.
#[must_use]
pub fn fit<T: Object>(peek: &Peek<'_>) -> Option<Rank> {
    peek.fit_object(T::KEYS)
}

/// A struct from a builder whose types say that it has all that it needs.
///
/// # Panics
/// Never: a builder has `build` only once every required field is set.
#[must_use]
pub fn built<T: Object>(slots: T::Slots) -> T {
    T::finish::<serde::de::value::Error>(slots).unwrap_or_else(|error| unreachable!("{error}"))
}

/// The value of a required field.
///
/// # Panics
/// Never: it is taken only once all required fields are known to be set.
#[must_use]
pub fn set<T>(slot: Option<T>) -> T {
    slot.unwrap_or_else(|| unreachable!("a required field was not set"))
}

/// Writes the values of keys that are not fields.
///
/// # Errors
/// When a value cannot be written.
pub fn write_additional<T: Serialize, M: SerializeMap>(
    map: &mut M,
    values: &BTreeMap<String, T>,
) -> Result<(), M::Error> {
    values.iter().try_for_each(|(key, value)| map.serialize_entry(key, value))
}

/// Reads an object key by key.
pub struct ObjectVisitor<T>(pub PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object, `{}`", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut slots = T::Slots::default();
        let mut expected = 0;
        while let Some(found) = map.next_key_seed(KeySeed { keys: T::KEYS, expected })? {
            match found {
                Found::Listed(index) => {
                    T::read(&mut slots, index, &mut map)?;
                    expected = index + 1;
                }
                Found::Unlisted(key) => T::read_unlisted(&mut slots, key, &mut map)?,
            }
        }
        T::finish(slots)
    }
}

enum Found {
    Listed(usize),
    Unlisted(String),
}

/// Finds a key in the table; servers mostly keep the table's order, so the search starts after the last key found.
struct KeySeed {
    keys: &'static [Key],
    expected: usize,
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Found;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Found, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Found, E> {
        let (before, after) = self.keys.split_at(self.expected.min(self.keys.len()));
        let later = after.iter().position(|key| key.name == text).map(|index| index + before.len());
        let index = later.or_else(|| before.iter().position(|key| key.name == text));
        Ok(index.map_or_else(|| Found::Unlisted(text.to_owned()), Found::Listed))
    }
}

/// Serde's traits, construction and the builder of one struct.
macro_rules! object {
    (
        $name:ident, $builder:ident<$($state:ident),*>
        $(, new($($argument:ident: $argument_type:ty),*))?
        $(, additional($rest:ty))?
        { $($(#[$meta:meta])* $kind:ident $wire:literal $field:ident: $type:ty $(= $literal:literal)? $(=> <$($next:ty),*>)?;)* }
    ) => {
        #[doc = concat!("Builds [`struct@", stringify!($name), "`]: it can `build` once all that is required is set.")]
        #[must_use]
        pub struct $builder<$($state = $crate::support::Missing),*> {
            slots: <$name as $crate::support::object::Object>::Slots,
            state: ::core::marker::PhantomData<fn() -> ($($state,)*)>,
        }

        impl $name {
            $(
                /// The value with what is required; all else is absent.
                #[must_use]
                #[inline]
                pub fn new($($argument: impl ::core::convert::Into<$argument_type>),*) -> Self {
                    Self::builder()$(.$argument($argument))*.build()
                }
            )?

            /// A builder of this type.
            #[inline]
            pub fn builder() -> $builder {
                #[allow(unused_mut)]
                let mut slots = <<Self as $crate::support::object::Object>::Slots as ::core::default::Default>::default();
                $($($crate::support::fields::$kind::preset(&mut slots.$field, $literal);)?)*
                $builder { slots, state: ::core::marker::PhantomData }
            }

            /// The fields that this crate does not know.
            #[must_use]
            #[inline]
            pub fn extra(&self) -> &$crate::support::Extra {
                &self.extra
            }

            /// The fields that this crate does not know, to change.
            #[inline]
            pub fn extra_mut(&mut self) -> &mut $crate::support::Extra {
                &mut self.extra
            }
        }

        // A field may have the name of a standard operator's method.
        #[allow(clippy::should_implement_trait)]
        impl<$($state),*> $builder<$($state),*> {
            $($crate::support::object_setter! { $kind $builder [$(#[$meta])*] $wire $field: $type; $($($next),*)? })*
            $(
                /// Sets the values of keys that are not fields.
                #[inline]
                pub fn additional_properties(
                    mut self,
                    value: impl ::core::convert::Into<::std::collections::BTreeMap<::std::string::String, $rest>>,
                ) -> Self {
                    self.slots.additional_properties = value.into();
                    self
                }
            )?
        }

        impl<$($state: $crate::support::object::IsSet),*> $builder<$($state),*> {
            /// The value.
            #[must_use]
            #[inline]
            pub fn build(self) -> $name {
                $crate::support::object::built(self.slots)
            }
        }

        impl<$($state),*> ::core::fmt::Debug for $builder<$($state),*> {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_struct(stringify!($builder)).finish_non_exhaustive()
            }
        }

        const _: () = {
            #[derive(::core::default::Default)]
            pub struct __Slots {
                $($field: $crate::support::fields::$kind::Slot<$type>,)*
                $(additional_properties: ::std::collections::BTreeMap<::std::string::String, $rest>,)?
                extra: $crate::support::Extra,
            }

            #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
            enum __At {
                $($field,)*
            }

            impl $crate::support::object::Object for $name {
                const NAME: &'static str = stringify!($name);
                const KEYS: &'static [$crate::support::fit::Key] = &[$(
                    $crate::support::fit::Key::new($wire, $crate::support::fields::$kind::REQUIRED)$(.constant(stringify!($literal)))?,
                )*];
                type Slots = __Slots;

                fn read<'de, A: ::serde::de::MapAccess<'de>>(
                    slots: &mut __Slots,
                    index: usize,
                    map: &mut A,
                ) -> ::core::result::Result<(), A::Error> {
                    const FIELDS: &[__At] = &[$(__At::$field,)*];
                    let _ = &slots;
                    match FIELDS.get(index) {
                        $(::core::option::Option::Some(__At::$field) => {
                            $crate::support::fields::$kind::read(&mut slots.$field, map, &mut slots.extra, $wire)
                        })*
                        _ => map.next_value::<::serde::de::IgnoredAny>().map(|_| ()),
                    }
                }

                fn read_unlisted<'de, A: ::serde::de::MapAccess<'de>>(
                    slots: &mut __Slots,
                    key: ::std::string::String,
                    map: &mut A,
                ) -> ::core::result::Result<(), A::Error> {
                    $crate::support::object_unlisted!(slots key map $($rest)?);
                    ::core::result::Result::Ok(())
                }

                fn finish<E: ::serde::de::Error>(mut slots: __Slots) -> ::core::result::Result<Self, E> {
                    $($crate::support::object_check!($kind slots $field $wire);)*
                    let _ = &mut slots;
                    ::core::result::Result::Ok(Self {
                        $($field: $crate::support::object_take!($kind slots $field),)*
                        $(additional_properties: ::std::collections::BTreeMap::<_, $rest>::from(slots.additional_properties),)?
                        extra: slots.extra,
                    })
                }
            }

            impl<'de> ::serde::Deserialize<'de> for $name {
                fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                    deserializer.deserialize_map($crate::support::object::ObjectVisitor(::core::marker::PhantomData))
                }
            }

            impl ::serde::Serialize for $name {
                fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                    use ::serde::ser::SerializeMap as _;
                    let mut map = serializer.serialize_map(::core::option::Option::None)?;
                    $($crate::support::fields::$kind::write(&mut map, &self.$field, &self.extra, $wire)?;)*
                    $($crate::support::object::write_additional::<$rest, _>(&mut map, &self.additional_properties)?;)?
                    self.extra.write(&mut map, <Self as $crate::support::object::Object>::KEYS)?;
                    map.end()
                }
            }

            impl $crate::support::fit::Fit for $name {
                #[inline]
                fn fit(peek: &$crate::support::fit::Peek<'_>) -> ::core::option::Option<$crate::support::fit::Rank> {
                    $crate::support::object::fit::<Self>(peek)
                }
            }
        };
    };
}
pub(crate) use object;

/// Whether a slot holds what its field needs; a field that may be absent needs nothing.
macro_rules! object_check {
    (optional $slots:ident $field:ident $wire:literal) => {};
    (tristate $slots:ident $field:ident $wire:literal) => {};
    ($kind:ident $slots:ident $field:ident $wire:literal) => {
        $crate::support::fields::$kind::check(&$slots.$field, &mut $slots.extra, $wire)?
    };
}
pub(crate) use object_check;

/// What a slot holds, once it was checked to hold what its field needs.
macro_rules! object_take {
    (optional $slots:ident $field:ident) => {
        $slots.$field
    };
    (tristate $slots:ident $field:ident) => {
        $slots.$field
    };
    (nullable $slots:ident $field:ident) => {
        ::core::option::Option::flatten($slots.$field)
    };
    ($kind:ident $slots:ident $field:ident) => {
        $crate::support::object::set($slots.$field)
    };
}
pub(crate) use object_take;

/// Where a key goes that no field has: to the map of further values if the struct has one, else to what is kept.
macro_rules! object_unlisted {
    ($slots:ident $key:ident $map:ident) => {
        $slots.extra.keep($key, $map)?
    };
    ($slots:ident $key:ident $map:ident $rest:ty) => {
        $slots.additional_properties.insert($key, $map.next_value::<$rest>()?)
    };
}
pub(crate) use object_unlisted;

/// The setter of one row: its argument and the state that it leads to depend on the row's kind.
macro_rules! object_setter {
    (preset $builder:ident [$($meta:tt)*] $wire:literal $field:ident: $type:ty; $($next:ty),*) => {};
    (required $($row:tt)*) => { $crate::support::object_setter! { @into required $($row)* } };
    (list $($row:tt)*) => { $crate::support::object_setter! { @into list $($row)* } };
    (@into $kind:ident $builder:ident [$($meta:tt)*] $wire:literal $field:ident: $type:ty; $($next:ty),*) => {
        $($meta)*
        #[doc = concat!("Sets `", $wire, "`.")]
        #[inline]
        pub fn $field(mut self, value: impl ::core::convert::Into<$type>) -> $builder<$($next),*> {
            self.slots.$field = ::core::option::Option::Some(value.into());
            $builder { slots: self.slots, state: ::core::marker::PhantomData }
        }
    };
    (nullable $builder:ident [$($meta:tt)*] $wire:literal $field:ident: $type:ty; $($next:ty),*) => {
        $($meta)*
        #[doc = concat!("Sets `", $wire, "`, perhaps to null.")]
        #[inline]
        pub fn $field(mut self, value: impl ::core::convert::Into<::core::option::Option<$type>>) -> $builder<$($next),*> {
            self.slots.$field = ::core::option::Option::Some(value.into());
            $builder { slots: self.slots, state: ::core::marker::PhantomData }
        }
    };
    (optional $builder:ident [$($meta:tt)*] $wire:literal $field:ident: $type:ty;) => {
        $($meta)*
        #[doc = concat!("Sets `", $wire, "`.")]
        #[inline]
        pub fn $field(mut self, value: impl ::core::convert::Into<$type>) -> Self {
            self.slots.$field = ::core::option::Option::Some(value.into());
            self
        }
    };
    (tristate $builder:ident [$($meta:tt)*] $wire:literal $field:ident: $type:ty;) => {
        $($meta)*
        #[doc = concat!("Sets `", $wire, "`, perhaps to null.")]
        #[inline]
        pub fn $field(mut self, value: impl ::core::convert::Into<$crate::support::Nullable<$type>>) -> Self {
            self.slots.$field = value.into();
            self
        }
    };
}
pub(crate) use object_setter;
