// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! What the types of this crate share: how they are read from JSON and written back without loss.
//!
//! In: JSON text and the tables of the generated files. Out: values, and errors that say where in the text they stand. It must
//! not know any type of this API.

#[doc(hidden)]
pub mod api_error;
mod bytes;
mod date;
mod debug;
mod decimal;
mod decode;
mod extra;
#[doc(hidden)]
pub mod fields;
#[doc(hidden)]
pub mod fit;
mod nullable;
mod number;
#[doc(hidden)]
pub mod object;
mod string_enum;
#[doc(hidden)]
pub mod text;
mod unknown;

pub(crate) use api_error::api_error;
pub use bytes::Bytes;
pub use date::{Date, DateTime};
pub(crate) use debug::debug;
#[doc(hidden)]
pub use debug::{Hidden, HiddenOption, Shown};
pub use decimal::{Decimal, NotDecimal};
pub use decode::{DecodeError, decode};
pub use extra::Extra;
pub use nullable::Nullable;
pub use number::Number;
pub use object::{Missing, Set};
pub(crate) use object::{object, object_setter, object_take};
pub(crate) use string_enum::string_enum;
pub use unknown::Unknown;
