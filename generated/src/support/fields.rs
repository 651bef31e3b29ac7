// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! The ways in which a field may be absent or null, a module for each.
//!
//! In: the JSON value of a key. Out: what the struct's field holds, and the JSON again. It must not know which struct it serves.
//! Each module has the same names: the key, the slot that waits for the field while an object is read or built, what an empty one
//! is, and what fills one and writes the field. The tables of the generated files name the module at the head of each row.

use super::fit::Key;
use super::object::Writer;
use super::{Extra, Nullable};
use serde::de::MapAccess;
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Always there, never null.
pub mod required {
    use super::{Deserialize, Extra, Key, MapAccess, Serialize, SerializeMap, Writer};

    pub use core::option::Option::None as EMPTY;
    pub type Slot<T> = Option<T>;

    #[must_use]
    pub const fn key(name: &'static str) -> Key {
        Key::new(name, true)
    }

    pub fn read<'de, T: Deserialize<'de>, A: MapAccess<'de, Error = E>, E>(
        slot: &mut Slot<T>,
        map: &mut A,
        _: &mut Extra,
        _: &'static str,
    ) -> Result<(), E> {
        *slot = Some(map.next_value()?);
        Ok(())
    }

    pub fn write<T: Serialize, M: SerializeMap>(writer: &mut Writer<'_, M>, value: &T, key: &'static str) {
        writer.entry(key, value);
    }

    pub fn preset<T, L>(slot: &mut Slot<T>, _: L) {
        let _ = slot;
    }
}

/// Always there, with a single legal value: builders fill it in.
pub mod preset {
    use super::Preset;

    pub use super::required::{EMPTY, Slot, key, read, write};

    pub fn preset<T: Preset<L>, L>(slot: &mut Slot<T>, literal: L) {
        *slot = Some(T::preset(literal));
    }
}

/// A list or map that is always there; a null is read as empty, and written back as null while it stays so.
pub mod list {
    use super::{Deserialize, Extra, List, MapAccess, Serialize, SerializeMap, Writer};

    pub use super::required::{EMPTY, Slot, key, preset};

    pub fn read<'de, T: Deserialize<'de> + Default, A: MapAccess<'de, Error = E>, E>(
        slot: &mut Slot<T>,
        map: &mut A,
        extra: &mut Extra,
        key: &'static str,
    ) -> Result<(), E> {
        *slot = Some(map.next_value::<Option<T>>()?.unwrap_or_else(|| {
            extra.mark(key);
            T::default()
        }));
        Ok(())
    }

    pub fn write<T: Serialize + List, M: SerializeMap>(writer: &mut Writer<'_, M>, value: &T, key: &'static str) {
        if value.has_none() && writer.is_marked(key) {
            writer.entry(key, &());
        } else {
            writer.entry(key, value);
        }
    }
}

/// Always there, perhaps null; a key that is missing all the same stays so while the value is `None`.
pub mod nullable {
    use super::{Deserialize, Extra, Key, MapAccess, Serialize, SerializeMap, Writer};

    pub use super::required::{EMPTY, Slot, preset};

    #[must_use]
    pub const fn key(name: &'static str) -> Key {
        Key::new(name, true).noted()
    }

    pub fn read<'de, T: Deserialize<'de>, A: MapAccess<'de, Error = E>, E>(
        slot: &mut Slot<T>,
        map: &mut A,
        _: &mut Extra,
        _: &'static str,
    ) -> Result<(), E> {
        *slot = map.next_value()?;
        Ok(())
    }

    pub fn write<T: Serialize, M: SerializeMap>(writer: &mut Writer<'_, M>, value: &Option<T>, key: &'static str) {
        if value.is_some() || !writer.is_marked(key) {
            writer.entry(key, value);
        }
    }
}

/// May be absent; a null is read as `None` and written back as null while it stays so.
pub mod optional {
    use super::{Deserialize, Extra, Key, MapAccess, Serialize, SerializeMap, Writer};

    pub use super::required::{EMPTY, Slot, preset};

    #[must_use]
    pub const fn key(name: &'static str) -> Key {
        Key::new(name, false)
    }

    pub fn read<'de, T: Deserialize<'de>, A: MapAccess<'de, Error = E>, E>(
        slot: &mut Slot<T>,
        map: &mut A,
        extra: &mut Extra,
        key: &'static str,
    ) -> Result<(), E> {
        *slot = map.next_value()?;
        if slot.is_none() {
            extra.mark(key);
        }
        Ok(())
    }

    pub fn write<T: Serialize, M: SerializeMap>(writer: &mut Writer<'_, M>, value: &Option<T>, key: &'static str) {
        if value.is_some() || writer.is_marked(key) {
            writer.entry(key, value);
        }
    }
}

/// May be absent, with a single legal value: builders fill it in, and what is read without it is written without it.
pub mod constant {
    pub use super::optional::{EMPTY, Slot, key, read, write};
    pub use super::preset::preset;
}

/// May be absent, may be null, and the two differ.
pub mod tristate {
    use super::{Deserialize, Extra, MapAccess, Nullable, Serialize, SerializeMap, Writer};

    pub use super::Nullable::Absent as EMPTY;
    pub use super::optional::key;
    pub type Slot<T> = Nullable<T>;

    pub fn read<'de, T: Deserialize<'de>, A: MapAccess<'de, Error = E>, E>(
        slot: &mut Slot<T>,
        map: &mut A,
        _: &mut Extra,
        _: &'static str,
    ) -> Result<(), E> {
        *slot = map.next_value::<Option<T>>()?.into();
        Ok(())
    }

    pub fn write<T: Serialize, M: SerializeMap>(writer: &mut Writer<'_, M>, value: &Nullable<T>, key: &'static str) {
        match value {
            Nullable::Absent => {}
            Nullable::Null => writer.entry(key, &()),
            Nullable::Value(value) => writer.entry(key, value),
        }
    }

    pub fn preset<T, L>(slot: &mut Slot<T>, _: L) {
        let _ = slot;
    }
}

/// Collections that a null stands for when they are empty.
pub trait List {
    fn has_none(&self) -> bool;
}

impl<T> List for Vec<T> {
    fn has_none(&self) -> bool {
        self.is_empty()
    }
}

impl<K, V> List for BTreeMap<K, V> {
    fn has_none(&self) -> bool {
        self.is_empty()
    }
}

/// Types that a literal of a table stands for.
pub trait Preset<L> {
    fn preset(literal: L) -> Self;
}

impl Preset<&str> for String {
    fn preset(literal: &str) -> Self {
        literal.to_owned()
    }
}

impl Preset<bool> for bool {
    fn preset(literal: bool) -> Self {
        literal
    }
}

impl Preset<i64> for i64 {
    fn preset(literal: i64) -> Self {
        literal
    }
}

impl Preset<i32> for i32 {
    fn preset(literal: i32) -> Self {
        literal
    }
}
