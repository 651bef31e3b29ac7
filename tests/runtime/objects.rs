//! Objects: presence, builders, unknown fields.

use super::check_round_trip;
use crate::support::{Extra, Items, Nullable};
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
    Account, AccountBuilder<[id owner tags]>, new(id: String, owner: Nullable<String>, tags: Items<String>) {
        required "id" id: String => N0 N0;
        preset "kind" kind: String = "account";
        nullable "owner" owner: String => N0 N1;
        list "tags" tags: Vec<String> as Items<String> => N0 N2;
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
    Login, LoginBuilder<[user]>, new(user: String) {
        required "user" user: String => N0 N0;
        optional "password" password: String;
    }
}

crate::support::debug! {
    Login {
        Shown user,
        HiddenOption password,
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Chunk {
    pub kind: Option<String>,
    pub version: Option<i64>,
    pub text: String,
    extra: Extra,
}

crate::support::object! {
    Chunk, ChunkBuilder<[text]>, new(text: String) {
        constant "kind" kind: String = "text";
        constant "version" version: i64 = 2;
        required "text" text: String => N0 N0;
    }
}

#[test]
fn constants_are_sent_though_they_may_be_left_out() {
    let sent = json!({"kind": "text", "version": 2, "text": "a"});
    assert_eq!(serde_json::to_value(Chunk::new("a")).unwrap(), sent);
    assert_eq!(serde_json::to_value(Chunk::builder().text("a").build()).unwrap(), sent);
    assert_eq!(check_round_trip::<Chunk>(r#"{"text":"a"}"#).kind, None);
    check_round_trip::<Chunk>(r#"{"kind":null,"text":"a"}"#);
    check_round_trip::<Chunk>(r#"{"kind":"other","text":"a"}"#);
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
    let limited = Account::builder().id("1").owner(None).tags(vec![]).limit(None).note("n").build();
    assert_eq!(limited.limit, Nullable::Null);
    let unlimited = Account::builder().id("1").owner(None).tags(vec![]).limit(5).build();
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

#[test]
fn unknown_fields_are_shown_by_name_and_size() {
    let login: Login = check_round_trip(r#"{"user":"ada","one_time_code":"s3cret"}"#);
    assert_eq!(format!("{:?}", login.extra()), r#"{"one_time_code": 8 bytes}"#);
}

#[derive(Clone, PartialEq)]
pub struct Later(pub serde_json::Value);

crate::support::opaque!(Later);

#[test]
fn what_the_docs_say_nothing_of_is_shown_by_its_size() {
    let later: Later = check_round_trip(r#"{"code":"s3cret"}"#);
    assert_eq!(format!("{later:?}"), "Later(17 bytes)");
}

#[test]
fn of_entries_with_one_key_the_last_holds() {
    let json = r#"{"id":"1","id":"2","owner":"o","owner":null,"tags":null,"tags":["t"],"note":"n","note":null,"limit":1,"limit":2,"x":1,"x":2,"kind":"a","kind":"b"}"#;
    let account: Account = serde_json::from_str(json).expect("it is read");
    let last = json!({"id": "2", "owner": null, "tags": ["t"], "note": null, "limit": 2, "x": 2, "kind": "b"});
    assert_eq!(serde_json::to_value(&account).expect("it is written"), last);
    let labels: Labels = serde_json::from_str(r#"{"a":1,"a":2}"#).expect("it is read");
    assert_eq!(labels.additional_properties["a"], 2);
}

/// A struct with fields of these names that may be absent, and one behind them that may not.
macro_rules! wide {
    ($($field:ident)*) => {
        #[derive(Debug, Clone, PartialEq)]
        pub struct Wide {
            $(pub $field: Option<bool>,)*
            pub last: bool,
            pub noted: Option<bool>,
            extra: Extra,
        }

        crate::support::object! {
            Wide, WideBuilder<[last] [noted]> {
                $(optional "" $field: bool;)*
                required "last" last: bool => N0 N0;
                nullable "noted" noted: bool => N1 N0;
            }
        }
    };
}

wide! {
    f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12 f13 f14 f15 f16 f17 f18 f19
    f20 f21 f22 f23 f24 f25 f26 f27 f28 f29 f30 f31 f32 f33 f34 f35 f36 f37 f38 f39
    f40 f41 f42 f43 f44 f45 f46 f47 f48 f49 f50 f51 f52 f53 f54 f55 f56 f57 f58 f59
    f60 f61 f62 f63 f64 f65 f66 f67 f68 f69 f70 f71 f72 f73 f74 f75 f76 f77 f78 f79
    f80 f81 f82 f83 f84 f85 f86 f87 f88 f89 f90 f91 f92 f93 f94 f95 f96 f97 f98 f99
    f100 f101 f102 f103 f104 f105 f106 f107 f108 f109 f110 f111 f112 f113 f114 f115 f116 f117 f118 f119
    f120 f121 f122 f123 f124 f125 f126 f127 f128
}

#[test]
fn what_is_required_is_missed_behind_any_number_of_fields() {
    check_round_trip::<Wide>(r#"{"last":true,"noted":null}"#);
    check_round_trip::<Wide>(r#"{"last":false}"#);
    let error = serde_json::from_str::<Wide>(r#"{"noted":true}"#).expect_err("it lacks what it requires");
    assert!(error.to_string().contains("missing field `last`"), "{error}");
}
