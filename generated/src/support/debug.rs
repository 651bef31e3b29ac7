// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Debug text without secrets.
//!
//! In: the tables of structs with secret fields. Out: their `Debug`. It must not print what a secret field holds.

use std::fmt;

/// Stands for a field that may be shown.
pub struct Shown<'a, T>(pub &'a T);

impl<T: fmt::Debug> fmt::Debug for Shown<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Stands for a secret.
pub struct Hidden<'a, T>(pub &'a T);

impl<T> fmt::Debug for Hidden<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// Stands for a secret that may be absent; that it is absent is no secret.
pub struct HiddenOption<'a, T>(pub &'a Option<T>);

impl<T> fmt::Debug for HiddenOption<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_ref().map(Hidden).fmt(f)
    }
}

/// Stands for text of which only the size may be shown.
pub struct Size(pub usize);

impl fmt::Debug for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.0)
    }
}

/// Stands for JSON of which only the size may be shown: what is not known may be a secret.
pub struct SizeOf<'a>(pub &'a serde_json::Value);

impl fmt::Debug for SizeOf<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Size(self.0.to_string().len()).fmt(f)
    }
}

/// The `Debug` of one struct: each field is `Shown`, `Hidden` or `HiddenOption`.
#[allow(unused_macros)]
macro_rules! debug {
    ($name:ident { $($how:ident $field:ident,)* }) => {
        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_struct(stringify!($name))
                    $(.field(stringify!($field), &$crate::support::$how(&self.$field)))*
                    .finish()
            }
        }
    };
}
pub(crate) use debug;
