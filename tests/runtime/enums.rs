//! Enums: listed values, unknown values, closed lists.

use super::{check_round_trip, error_of};
use crate::support::Unknown;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Action {
    Ok,
    InternalServerError,
    Unknown(Unknown<Action>),
}

crate::support::string_enum! {
    Action {
        Ok = "OK",
        InternalServerError = "INTERNAL_SERVER_ERROR",
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Level {
    Low,
    Minus,
    Unknown(Unknown<Level, i64>),
}

crate::support::integer_enum! {
    Level {
        Low = 0,
        Minus = -1,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    Left,
    Right,
}

crate::support::closed_enum! {
    string Side {
        Left = "left",
        Right = "right",
    }
}

#[test]
fn listed_values_become_variants() {
    assert_eq!(check_round_trip::<Action>(r#""OK""#), Action::Ok);
    assert_eq!("INTERNAL_SERVER_ERROR".parse(), Ok(Action::InternalServerError));
    assert_eq!(Action::KNOWN.len(), 2);
    assert_eq!(check_round_trip::<Level>("-1"), Level::Minus);
    assert_eq!(check_round_trip::<Side>(r#""left""#), Side::Left);
}

#[test]
fn other_values_survive() {
    let action: Action = check_round_trip(r#""TEAPOT""#);
    assert!(!action.is_known());
    assert_eq!(action.to_string(), "TEAPOT");
    assert_eq!(action, Action::from("TEAPOT"));
    let level: Level = check_round_trip("99");
    assert_eq!((level.as_i64(), level.is_known()), (99, false));
}

#[test]
fn closed_lists_name_their_values() {
    assert_eq!(error_of::<Side>(r#""up""#), "`up` is none of `left`, `right`");
}
