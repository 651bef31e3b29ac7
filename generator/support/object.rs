//! JSON objects: reading, writing and building structs from a table of their fields.
//!
//! In: the tables of the generated files. Out: serde's traits and the builders. It must not know which rules a field's row
//! stands for; those are in `fields`.

use super::Extra;
use super::depth::DepthGuard;
use super::fit::{Key, Peek, Rank};
use super::seen::Seen;
use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// A struct that is a JSON object.
pub trait Object: Sized {
    const NAME: &'static str;
    const KEYS: &'static [Key];
    /// What the fields' values wait in while an object is read or built.
    type Slots;

    fn slots() -> Self::Slots;

    fn read<'de, A: MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: usize,
        map: &mut A,
        extra: &mut Extra,
    ) -> Result<(), A::Error>;

    /// Where a key goes that no field has.
    fn read_unlisted<'de, A: MapAccess<'de>>(
        _: &mut Self::Slots,
        key: String,
        map: &mut A,
        extra: &mut Extra,
    ) -> Result<(), A::Error> {
        extra.keep(key, map)
    }

    /// The struct, once all that it requires is there.
    fn finish(slots: Self::Slots, extra: Extra) -> Self;

    fn write<M: SerializeMap>(&self, writer: &mut Writer<'_, M>);

    fn kept(&self) -> &Extra;
}

/// How well a JSON object fits a struct.
#[must_use]
pub fn fit<T: Object>(peek: &Peek<'_>) -> Option<Rank> {
    peek.fit_object(T::KEYS)
}

/// A struct from a builder whose types say that it has all that it needs.
#[must_use]
pub fn built<T: Object>(slots: T::Slots) -> T {
    T::finish(slots, Extra::default())
}

/// Reads a struct.
///
/// # Errors
/// When the value is no object, lacks what is required, or does not fit within.
pub fn read<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

/// Writes a struct.
///
/// # Errors
/// When a value cannot be written.
pub fn write<T: Object, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let extra = value.kept();
    let mut writer = Writer { map: serializer.serialize_map(None)?, extra, done: Ok(()) };
    value.write(&mut writer);
    writer.done?;
    extra.write(&mut writer.map, T::KEYS)?;
    writer.map.end()
}

/// Writes an object entry by entry, up to the first that fails: so a struct's table is a list of plain calls.
pub struct Writer<'e, M: SerializeMap> {
    map: M,
    extra: &'e Extra,
    done: Result<(), M::Error>,
}

impl<M: SerializeMap> Writer<'_, M> {
    /// Writes an entry.
    #[inline]
    pub fn entry<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) {
        if self.done.is_ok() {
            self.done = self.map.serialize_entry(key, value);
        }
    }

    /// Whether the JSON of a field was not what its Rust value is written as.
    #[inline]
    #[must_use]
    pub fn is_marked(&self, key: &str) -> bool {
        self.extra.is_marked(key)
    }

    /// Writes the values of keys that are not fields.
    pub fn additional<T: Serialize>(&mut self, values: &BTreeMap<String, T>) {
        for (key, value) in values {
            self.entry(key, value);
        }
    }
}

/// Reads an object key by key.
struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object, `{}`", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let _guard = DepthGuard::object().map_err(A::Error::custom)?;
        let mut state = Filling::<T> { slots: T::slots(), extra: Extra::default(), seen: Seen::default() };
        fill(&mut state, &mut map)?;
        Ok(T::finish(state.slots, state.extra))
    }
}

/// An object that is being read.
struct Filling<T: Object> {
    slots: T::Slots,
    extra: Extra,
    seen: Seen,
}

/// Reads all entries. A function of its own, so that what it needs does not lie on the stack once more for each level of a value.
fn fill<'de, T: Object, A: MapAccess<'de>>(state: &mut Filling<T>, map: &mut A) -> Result<(), A::Error> {
    let mut expected = 0;
    while let Some(found) = map.next_key_seed(KeySeed { keys: T::KEYS, expected })? {
        match found {
            Found::Listed(index) => {
                T::read(&mut state.slots, index, map, &mut state.extra)?;
                state.seen.insert(index);
                expected = index + 1;
            }
            Found::Unlisted(key) => T::read_unlisted(&mut state.slots, key, map, &mut state.extra)?,
        }
    }
    state.seen.check(T::KEYS, &mut state.extra)
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
#[allow(unused_macros)]
macro_rules! object {
    (
        $name:ident, $builder:ident<$([$($required:ident)*])*>
        $(, new($($argument:ident: $argument_type:ty),*))?
        $(, additional($rest:ty))?
        { $($(#[$meta:meta])* $kind:ident $wire:literal $field:ident: $type:ty $(as $given:ty)? $(= $literal:literal)? $(=> $group:ident $place:ident)?;)* }
    ) => {
        $crate::support::builder! { $name, $builder<$([$($required)*])*> }

        impl $name {
            $(
                /// The value with what is required; all else is absent.
                #[must_use]
                #[inline]
                pub fn new($($argument: impl ::core::convert::Into<$argument_type>),*) -> Self {
                    Self::builder()$(.$argument($argument))*.build()
                }
            )?

            #[doc = concat!("A builder, [`struct@", stringify!($builder), "`]; it can `build` once all that is required is set.")]
            #[inline]
            pub fn builder() -> $builder {
                #[allow(unused_mut)]
                let mut slots = <Self as $crate::support::object::Object>::slots();
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
        impl<S> $builder<S> {
            $($crate::support::object_setter! { $kind $builder [$(#[$meta])*] $field: $type $(as $given)?; $($group $place)? })*
            $(
                /// Sets the values of keys that are not fields.
                #[inline]
                pub fn additional_properties(
                    mut self,
                    value: impl ::core::convert::Into<$crate::support::Entries<$rest>>,
                ) -> Self {
                    let value: $crate::support::Entries<$rest> = value.into();
                    self.slots.additional_properties = value.into();
                    self
                }
            )?
        }

        const _: () = {
            pub struct __Slots {
                $($field: $crate::support::fields::$kind::Slot<$type>,)*
                $(additional_properties: ::std::collections::BTreeMap<::std::string::String, $rest>,)?
            }

            #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
            enum __At {
                $($field,)*
            }

            impl $crate::support::object::Object for $name {
                const NAME: &'static str = stringify!($name);
                const KEYS: &'static [$crate::support::fit::Key] =
                    &[$($crate::support::fields::$kind::key($wire)$(.constant(stringify!($literal)))?,)*];
                type Slots = __Slots;

                fn slots() -> __Slots {
                    __Slots {
                        $($field: $crate::support::fields::$kind::EMPTY,)*
                        $(additional_properties: ::std::collections::BTreeMap::<_, $rest>::new(),)?
                    }
                }

                fn read<'de, A: ::serde::de::MapAccess<'de>>(
                    slots: &mut __Slots,
                    index: usize,
                    map: &mut A,
                    extra: &mut $crate::support::Extra,
                ) -> ::core::result::Result<(), A::Error> {
                    const FIELDS: &[__At] = &[$(__At::$field,)*];
                    let _ = (&slots, &extra);
                    match FIELDS.get(index) {
                        $(::core::option::Option::Some(__At::$field) => {
                            $crate::support::fields::$kind::read(&mut slots.$field, map, extra, $wire)
                        })*
                        _ => map.next_value::<::serde::de::IgnoredAny>().map(|_| ()),
                    }
                }

                $(
                    fn read_unlisted<'de, A: ::serde::de::MapAccess<'de>>(
                        slots: &mut __Slots,
                        key: ::std::string::String,
                        map: &mut A,
                        _: &mut $crate::support::Extra,
                    ) -> ::core::result::Result<(), A::Error> {
                        slots.additional_properties.insert(key, map.next_value::<$rest>()?);
                        ::core::result::Result::Ok(())
                    }
                )?

                fn finish(slots: __Slots, extra: $crate::support::Extra) -> Self {
                    let _ = &slots;
                    Self {
                        $($field: $crate::support::object_take!($kind slots $field),)*
                        $(additional_properties: ::std::collections::BTreeMap::<_, $rest>::from(slots.additional_properties),)?
                        extra,
                    }
                }

                fn write<M: ::serde::ser::SerializeMap>(&self, writer: &mut $crate::support::object::Writer<'_, M>) {
                    let _ = &writer;
                    $($crate::support::fields::$kind::write(writer, &self.$field, $wire);)*
                    $(writer.additional::<$rest>(&self.additional_properties);)?
                }

                fn kept(&self) -> &$crate::support::Extra {
                    &self.extra
                }
            }

            impl $crate::support::builder::Builds for $name {
                type Slots = __Slots;

                #[inline]
                fn slots() -> __Slots {
                    <Self as $crate::support::object::Object>::slots()
                }

                #[inline]
                fn finish(slots: __Slots) -> Self {
                    $crate::support::object::built(slots)
                }
            }

            impl<'de> ::serde::Deserialize<'de> for $name {
                fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                    $crate::support::object::read(deserializer)
                }
            }

            impl ::serde::Serialize for $name {
                fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                    $crate::support::object::write(self, serializer)
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

/// What a slot holds, once it was checked to hold what its field needs.
#[allow(unused_macros)]
macro_rules! object_take {
    (optional $slots:ident $field:ident) => {
        $slots.$field
    };
    (constant $slots:ident $field:ident) => {
        $slots.$field
    };
    (tristate $slots:ident $field:ident) => {
        $slots.$field
    };
    (nullable $slots:ident $field:ident) => {
        $slots.$field
    };
    ($kind:ident $slots:ident $field:ident) => {
        $crate::support::builder::set($slots.$field)
    };
}
pub(crate) use object_take;

/// The setter of one row: its argument and the state that it leads to depend on the row's kind.
#[allow(unused_macros)]
macro_rules! object_setter {
    (preset $($row:tt)*) => {};
    (required $($row:tt)*) => { $crate::support::object_setter! { @required $($row)* } };
    (list $($row:tt)*) => { $crate::support::object_setter! { @required $($row)* } };
    (constant $($row:tt)*) => { $crate::support::object_setter! { optional $($row)* } };
    (@required $builder:ident [$($meta:tt)*] $field:ident: $type:ty $(as $given:ty)?; $($place:tt)*) => {
        $crate::support::builder_setter! {
            $builder [$($meta)*] $field: $type $(as $given)? => $($place)*; |value| ::core::option::Option::Some(value.into())
        }
    };
    (nullable $builder:ident [$($meta:tt)*] $field:ident: $type:ty $(as $given:ty)?; $($place:tt)*) => {
        $crate::support::builder_setter! {
            $builder [$($meta)*] $field: $crate::support::Nullable<$type> => $($place)*; |value| value.into_option()
        }
    };
    (optional $builder:ident [$($meta:tt)*] $field:ident: $type:ty;) => {
        $crate::support::object_setter! { optional $builder [$($meta)*] $field: $type as $type; }
    };
    (optional $builder:ident [$($meta:tt)*] $field:ident: $type:ty as $given:ty;) => {
        $($meta)*
        #[inline]
        pub fn $field(mut self, value: impl ::core::convert::Into<$given>) -> Self {
            let value: $given = value.into();
            self.slots.$field = ::core::option::Option::Some(value.into());
            self
        }
    };
    (tristate $builder:ident [$($meta:tt)*] $field:ident: $type:ty $(as $given:ty)?;) => {
        $($meta)*
        #[inline]
        pub fn $field(mut self, value: impl ::core::convert::Into<$crate::support::Nullable<$type>>) -> Self {
            self.slots.$field = value.into();
            self
        }
    };
}
pub(crate) use object_setter;
