// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! The base URLs that the docs name.
//!
//! In: the table of an API's servers. Out: an enum of them. It must not know requests.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What a variable may hold without an escape, so that it cannot lead to another host.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A URL with a variable filled in. A variable at its start is the URL's own beginning, and stays as it is.
#[allow(dead_code)] // not every API's docs name servers
pub(crate) fn filled(url: &str, variable: &str, value: &str) -> String {
    let placeholder = format!("{{{variable}}}");
    let rest = url.strip_prefix(&placeholder);
    let escaped = |text: &str| text.replace(&placeholder, &utf8_percent_encode(value, ESCAPED).to_string());
    match rest {
        Some(rest) => format!("{value}{}", escaped(rest)),
        None => escaped(url),
    }
}

/// The enum of an API's servers; the first is the default.
#[allow(unused_macros)] // not every API's docs name servers
macro_rules! servers {
    (
        $(#[$first_docs:meta])* $first:ident $({ $($(#[$first_variable_docs:meta])* $first_variable:ident $first_wire:literal = $first_value:literal;)* })? $first_url:literal;
        $($(#[$docs:meta])* $name:ident $({ $($(#[$variable_docs:meta])* $variable:ident $wire:literal = $value:literal;)* })? $url:literal;)*
    ) => {
        /// A server of the API.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Server {
            $(#[$first_docs])* $first $({ $($(#[$first_variable_docs])* $first_variable: ::std::string::String,)* })?,
            $($(#[$docs])* $name $({ $($(#[$variable_docs])* $variable: ::std::string::String,)* })?,)*
        }

        /// The first that the docs name, with the values that they give to its variables.
        impl ::core::default::Default for Server {
            fn default() -> Self {
                Self::$first $({ $($first_variable: $first_value.to_owned(),)* })?
            }
        }

        impl Server {
            /// The base URL.
            #[must_use]
            pub fn url(&self) -> ::std::string::String {
                match self {
                    Self::$first $({ $($first_variable,)* })? => {
                        let url = $first_url.to_owned();
                        $($(let url = $crate::client::filled(&url, $first_wire, $first_variable);)*)?
                        url
                    }
                    $(Self::$name $({ $($variable,)* })? => {
                        let url = $url.to_owned();
                        $($(let url = $crate::client::filled(&url, $wire, $variable);)*)?
                        url
                    })*
                }
            }
        }

        impl ::core::convert::From<Server> for ::std::string::String {
            fn from(server: Server) -> Self {
                server.url()
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use servers;
