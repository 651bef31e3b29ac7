// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Which of several documented bodies a response has.
//!
//! In: a body, and the types that it may be of. Out: those types, the best fit first. It must not know statuses or operations.

use crate::support::fit::{Peek, Rank};
use std::cmp::Reverse;

/// How well a type fits a JSON value.
pub type FitOf = fn(&Peek<'_>) -> Option<Rank>;

/// The rows whose type fits the body, the best first. A single row is taken as it is: reading it says best what is wrong.
pub(super) fn by_fit<'r, R>(body: &[u8], rows: Vec<&'r R>, fit: impl Fn(&R) -> FitOf) -> Vec<&'r R> {
    if rows.len() < 2 {
        return rows;
    }
    let text = String::from_utf8_lossy(body);
    let peek = Peek::new(&text);
    let mut ranked: Vec<_> = rows.into_iter().filter_map(|row| Some((fit(row)(&peek)?, row))).collect();
    ranked.sort_by_key(|(rank, _)| Reverse(*rank));
    ranked.into_iter().map(|(_, row)| row).collect()
}

/// The fit of a type, by the reader of its body: what is not read as JSON fits anything.
#[allow(unused_macros)] // not every API has several bodies for one response
macro_rules! fit_of {
    (json $type:ty) => {
        <$type as $crate::support::fit::Fit>::fit
    };
    ($reader:ident $type:ty) => {
        |_| ::core::option::Option::Some($crate::support::fit::Rank::new($crate::support::fit::Class::Any, 0))
    };
}
#[allow(unused_imports)]
pub(crate) use fit_of;
