//! The bodies of error responses as errors of Rust.
//!
//! In: the tables of the generated files. Out: `Display` and `Error`. It must not print more than a body's name and message.

use super::Nullable;

/// A field that may hold a message.
pub trait Message {
    fn message(&self) -> Option<&str>;
}

impl Message for String {
    fn message(&self) -> Option<&str> {
        Some(self)
    }
}

impl Message for Option<String> {
    fn message(&self) -> Option<&str> {
        self.as_deref()
    }
}

impl Message for Nullable<String> {
    fn message(&self) -> Option<&str> {
        self.value().map(String::as_str)
    }
}

/// `Display` and `Error` of one body, with the field that holds its message.
#[allow(unused_macros)]
macro_rules! api_error {
    ($name:ident $($message:ident)?) => {
        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(stringify!($name))?;
                $(if let ::core::option::Option::Some(message) = $crate::support::api_error::Message::message(&self.$message) {
                    f.write_str(": ")?;
                    f.write_str(message)?;
                })?
                ::core::result::Result::Ok(())
            }
        }

        impl ::std::error::Error for $name {}
    };
}
pub(crate) use api_error;
