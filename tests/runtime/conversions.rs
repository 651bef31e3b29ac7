//! What converts into the types of fields, so that a first program needs no conversions by hand.

use super::{
    enums::{Action, Level, Side},
    objects::Account,
    unions::Payer,
};
use crate::support::{Bytes, DateTime, Entries, Items, Nullable, Number};
use serde::Serialize;
use serde_json::json;
use std::collections::{BTreeMap, HashMap};

crate::support::union_through! {
    Payer {
        Name(String): &str;
        Id(i64): i32;
    }
}

crate::support::setters! {
    Account {
        tristate limit: i64;
        optional note: String;
    }
}

/// Converts a value and compares the JSON.
fn check<T: Serialize>(value: impl Into<T>, json: serde_json::Value) {
    assert_eq!(serde_json::to_value(value.into()).unwrap(), json);
}

fn value<T>(value: impl Into<Nullable<T>>) -> T {
    value.into().into_option().expect("a value is no null")
}

#[test]
fn texts_and_numbers_become_members_of_unions() {
    check::<Payer>("ada", json!("ada"));
    check::<Payer>(7, json!(7));
    assert_eq!(value::<Payer>("ada"), Payer::Name("ada".to_owned()));
}

#[test]
fn plain_values_become_values_that_may_be_null() {
    assert_eq!(value::<String>("a"), "a");
    assert_eq!(value::<Number>(0.5), Number::from(0.5));
    assert_eq!(value::<Number>(5), Number::from(5));
    assert_eq!(value::<i64>(5), 5);
    assert!(value::<bool>(true));
    assert_eq!(value::<Action>("OK"), Action::Ok);
    assert_eq!(value::<Level>(-1), Level::Minus);
    assert_eq!(value::<DateTime>("2026-01-31T12:00:00Z").as_str(), "2026-01-31T12:00:00Z");
    assert_eq!(value::<Bytes>(&b"ab"[..]).as_slice(), b"ab");
    assert_eq!(value::<Vec<String>>(["a", "b"]), ["a", "b"]);
    assert_eq!(value::<BTreeMap<String, i64>>([("a", 1)]), BTreeMap::from([("a".to_owned(), 1)]));
}

#[test]
fn lists_and_maps_take_what_becomes_their_items() {
    let texts = |items: Items<String>| Vec::from(items);
    assert_eq!(texts(["a", "b"].into()), ["a", "b"]);
    assert_eq!(texts(vec!["a".into()].into()), ["a"], "a vector says what its items become");
    assert_eq!(texts((&["a".to_owned()][..]).into()), ["a"]);
    assert!(texts(vec![].into()).is_empty());
    let numbers = |entries: Entries<i64>| BTreeMap::from(entries);
    let expected = BTreeMap::from([("a".to_owned(), 1)]);
    assert_eq!(numbers([("a", 1)].into()), expected);
    assert_eq!(numbers(HashMap::from([("a".to_owned(), 1)]).into()), expected);
}

#[test]
fn setters_of_nulls_take_texts() {
    let account = Account::builder().id("a").owner("ada").tags(["x"]).limit(3).build();
    assert_eq!((account.owner.as_deref(), account.limit.into_option()), (Some("ada"), Some(3)));
    assert_eq!(Account::new("a", None, vec![]).owner, None);
}

#[test]
fn listed_values_are_known_as_they_travel() {
    assert_eq!(Action::VALUES, ["OK", "INTERNAL_SERVER_ERROR"]);
    assert_eq!(Level::VALUES, [0, -1]);
    assert_eq!((Side::VALUES, Side::try_from("left")), (&["left", "right"][..], Ok(Side::Left)));
}

#[test]
fn a_number_that_json_has_not_is_an_error() {
    for number in [f64::NAN, f64::INFINITY] {
        let error = serde_json::to_string(&Number::from(number)).unwrap_err().to_string();
        assert!(error.starts_with("JSON has no number `"), "{error}");
    }
}

#[test]
fn what_may_be_left_out_is_set_behind_what_is_required() {
    let account = Account::builder().id("a").owner("ada").tags(["x"]).build().limit(3).note("n");
    assert_eq!(
        serde_json::to_value(&account).unwrap(),
        json!({"id": "a", "kind": "account", "owner": "ada", "tags": ["x"], "limit": 3, "note": "n"})
    );
    assert!(account.limit(None).limit.is_null());
}

#[test]
fn texts_become_bytes() {
    for bytes in [Bytes::from("ab"), Bytes::from("ab".to_owned()), Bytes::from(b"ab")] {
        assert_eq!(bytes.as_slice(), b"ab");
    }
    check::<Bytes>("ab", json!("YWI="));
}
