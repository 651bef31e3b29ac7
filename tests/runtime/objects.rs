//! Objects: presence, builders, unknown fields.

use super::check_round_trip;
use crate::support::{Extra, Nullable, Set};
use serde_json::json;
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Account {
    pub id: String,
    pub kind: String,
    pub owner: Option<String>,
    pub tags: Vec<String>,
    pub note: Option<String>,
    pub limit: Nullable<i64>,
    extra: Extra,
}

crate::support::object! {
    Account, AccountBuilder<Id, Owner, Tags>, new(id: String, owner: Option<String>, tags: Vec<String>) {
        required "id" id: String => <Set, Owner, Tags>;
        preset "kind" kind: String = "account";
        nullable "owner" owner: String => <Id, Set, Tags>;
        list "tags" tags: Vec<String> => <Id, Owner, Set>;
        optional "note" note: String;
        tristate "limit" limit: i64;
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Labels {
    pub name: Option<String>,
    pub additional_properties: BTreeMap<String, i64>,
    extra: Extra,
}

crate::support::object! {
    Labels, LabelsBuilder<>, new(), additional(i64) {
        optional "name" name: String;
    }
}

#[derive(Clone, PartialEq)]
pub struct Login {
    pub user: String,
    pub password: Option<String>,
    extra: Extra,
}

crate::support::object! {
    Login, LoginBuilder<User>, new(user: String) {
        required "user" user: String => <Set>;
        optional "password" password: String;
    }
}

crate::support::debug! {
    Login {
        Shown user,
        HiddenOption password,
    }
}

#[test]
fn every_presence_survives() {
    for json in [
        r#"{"id":"1","kind":"account","owner":"o","tags":["t"],"note":"n","limit":5}"#,
        r#"{"id":"1","kind":"account","owner":null,"tags":[]}"#,
        r#"{"id":"1","kind":"account","owner":null,"tags":null,"note":null,"limit":null}"#,
        r#"{"id":"1","kind":"account","tags":[]}"#,
        r#"{"tags":[],"id":"1","new":{"a":[1,2.5,null]},"kind":"other"}"#,
    ] {
        check_round_trip::<Account>(json);
    }
}

#[test]
fn a_null_that_was_read_gives_way_to_a_value() {
    let mut account: Account = check_round_trip(r#"{"id":"1","kind":"account","tags":null,"note":null}"#);
    account.note = Some("n".to_owned());
    account.tags.push("t".to_owned());
    account.owner = Some("o".to_owned());
    let expected = json!({"id": "1", "kind": "account", "tags": ["t"], "note": "n", "owner": "o"});
    assert_eq!(serde_json::to_value(&account).unwrap(), expected);
}

#[test]
fn builders_and_new_give_the_same() {
    let built = Account::builder().tags(["t".to_owned()]).owner(None).id("1").build();
    assert_eq!(built, Account::new("1", None, ["t".to_owned()]));
    assert_eq!(built.kind, "account");
    let limited = Account::builder().id("1").owner(None).tags([]).limit(None).note("n").build();
    assert_eq!(limited.limit, Nullable::Null);
    let unlimited = Account::builder().id("1").owner(None).tags([]).limit(5).build();
    assert_eq!(unlimited.limit.value(), Some(&5));
}

#[test]
fn keys_that_are_no_fields_go_where_they_belong() {
    let labels: Labels = check_round_trip(r#"{"b":2,"name":null,"a":1}"#);
    assert_eq!(labels.additional_properties.len(), 2);
    let account: Account = check_round_trip(r#"{"id":"1","kind":"k","owner":null,"tags":[],"later":true}"#);
    assert_eq!(account.extra().get("later"), Some(&json!(true)));
    assert_eq!(account.extra().len(), 1);
}

#[test]
fn unknown_fields_never_shadow_known_ones() {
    let mut labels = Labels::new();
    labels.extra_mut().insert("name", "x");
    labels.extra_mut().insert("other", 1);
    assert_eq!(serde_json::to_value(&labels).unwrap(), json!({"other": 1}));
}

#[test]
fn secrets_are_not_printed() {
    let login = Login::builder().user("ada").password("secret").build();
    assert_eq!(format!("{login:?}"), r#"Login { user: "ada", password: Some([redacted]) }"#);
    assert_eq!(format!("{:?}", Login::new("ada")), r#"Login { user: "ada", password: None }"#);
}
