// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! What the types of this crate share: how they are read from JSON and written back without loss.
//!
//! In: JSON text and the tables of the generated files. Out: values, and errors that say where in the text they stand. It must
//! not know any type of this API.

#[doc(hidden)]
pub mod api_error;
#[doc(hidden)]
pub mod builder;
mod bytes;
mod closed_enum;
mod date;
mod date_crate;
mod debug;
mod decimal;
mod decode;
mod depth;
mod extra;
#[doc(hidden)]
pub mod fields;
#[doc(hidden)]
pub mod fit;
mod integer_enum;
mod items;
mod nullable;
mod number;
#[doc(hidden)]
pub mod object;
mod opaque;
mod seen;
mod string_enum;
#[doc(hidden)]
pub mod text;
#[doc(hidden)]
pub mod union;
mod unknown;
mod unknown_fields;

pub use builder::{Missing, Set};
pub use bytes::Bytes;
pub use closed_enum::NotListed;
pub use date::{Date, DateTime};
#[doc(hidden)]
pub use debug::{Hidden, HiddenOption, Shown, SizeOf};
pub use decimal::{Decimal, NotDecimal};
pub use decode::{DecodeError, decode};
pub use extra::Extra;
pub use items::{Entries, Items};
pub use nullable::Nullable;
pub use number::Number;
pub use union::UnknownMember;
pub use unknown::Unknown;

#[allow(unused_imports)] // an API need not have types of every kind
pub(crate) use {
    api_error::api_error,
    builder::{builder, builder_group, builder_groups, builder_setter, own_setter, setters},
    closed_enum::closed_enum,
    debug::debug,
    integer_enum::integer_enum,
    object::{object, object_setter, object_take},
    opaque::opaque,
    string_enum::string_enum,
    union::{union, union_fit, union_from, union_through},
};
