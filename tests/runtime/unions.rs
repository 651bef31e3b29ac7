//! Unions: which member a value is.

use super::{check_round_trip, error_of};
use crate::support::{Decimal, Extra, UnknownMember};
use std::collections::BTreeMap;

macro_rules! member {
    ($name:ident $builder:ident { $($table:tt)* } $($field:ident: $type:ty),*) => {
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name { $(pub $field: $type,)* extra: Extra }
        crate::support::object! { $name, $builder<> { $($table)* } }
    };
}

member!(Card CardBuilder { preset "type" kind: String = "card"; list "numbers" numbers: Vec<i64>; } kind: String, numbers: Vec<i64>);
member!(Bank BankBuilder { preset "type" kind: String = "bank"; optional "iban" iban: String; } kind: String, iban: Option<String>);
member!(Person PersonBuilder { optional "name" name: String; optional "age" age: i64; } name: Option<String>, age: Option<i64>);
member!(Firm FirmBuilder { optional "name" name: String; optional "seat" seat: Payer; } name: Option<String>, seat: Option<Payer>);

member!(Whole WholeBuilder { optional "name" name: String; optional "age" age: i64; } name: Option<String>, age: Option<i64>);
member!(Brief BriefBuilder { optional "name" name: String; } name: Option<String>);

#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    Whole(Whole),
    Brief(Brief),
    Unknown(UnknownMember<Answer>),
}

crate::support::union! {
    Answer {
        only Whole(Whole) is_whole as_whole into_whole;
        only Brief(Brief) is_brief as_brief into_brief;
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Method {
    Card(Card),
    Bank(Box<Bank>),
    Unknown(UnknownMember<Method>),
}

crate::support::union! {
    Method by "type" {
        only Card(Card) is_card as_card into_card "card" "credit";
        only Bank(Bank) is_bank as_bank into_bank "bank";
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Payer {
    Person(Person),
    Firm(Box<Firm>),
    Many(Vec<Payer>),
    Name(String),
    Id(i64),
    Rate(f64),
    Unknown(UnknownMember<Payer>),
}

crate::support::union! {
    Payer {
        only Person(Person) is_person as_person into_person;
        only Firm(Firm) is_firm as_firm into_firm;
        only Many(Vec<Payer>) is_many as_many into_many;
        only Name(String) is_name as_name into_name;
        only Id(i64) is_id as_id into_id;
        only Rate(f64) is_rate as_rate into_rate;
    }
}

/// A type of the user's own: it has serde's traits, and nothing of ours.
#[derive(Debug, Clone, PartialEq)]
pub struct Money(String);

impl serde::Serialize for Money {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        std::iter::once(("currency", &self.0)).collect::<BTreeMap<_, _>>().serialize(serializer)
    }
}

impl<'de> serde::Deserialize<'de> for Money {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut map = BTreeMap::<String, String>::deserialize(deserializer)?;
        map.remove("currency").map(Self).ok_or_else(|| serde::de::Error::missing_field("currency"))
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Price {
    Money(Money),
    Steps(Vec<Money>),
    Unknown(UnknownMember<Price>),
}

crate::support::union! {
    Price {
        only Money(Money) is_money as_money into_money fits |peek| peek.fit_object(&[crate::support::fit::Key::new("currency", true)]);
        only Steps(Vec<Money>) is_steps as_steps into_steps fits <Vec<serde_json::Value> as crate::support::fit::Fit>::fit;
    }
}

#[test]
fn members_of_the_users_own_are_told_by_what_the_docs_say() {
    assert!(check_round_trip::<Price>(r#"{"currency":"EUR"}"#).is_money());
    assert!(check_round_trip::<Price>(r#"[{"currency":"EUR"}]"#).is_steps());
    let later = check_round_trip::<Price>(r#"{"crypto":"XYZ"}"#);
    assert!(matches!(later, Price::Unknown(_)));
}

#[derive(Debug, Clone, PartialEq)]
pub enum Amount {
    Whole(i64),
    Exact(Decimal),
    ByName(BTreeMap<String, i64>),
    Unknown(UnknownMember<Amount>),
}

crate::support::union! {
    Amount {
        only Whole(i64) is_whole as_whole into_whole;
        only Exact(Decimal) is_exact as_exact into_exact;
        only ByName(BTreeMap<String, i64>) is_by_name as_by_name into_by_name;
    }
}

#[test]
fn the_discriminator_decides() {
    let card: Method = check_round_trip(r#"{"numbers":[1],"type":"credit"}"#);
    assert_eq!(card.as_card().unwrap().numbers, [1]);
    let bank: Method = check_round_trip(r#"{"type":"bank","iban":"x"}"#);
    assert_eq!(bank.as_bank().unwrap().iban.as_deref(), Some("x"));
    assert_eq!(bank.into_bank().unwrap().kind, "bank");
    let unknown: Method = check_round_trip(r#"{"type":"cash","coins":[1.50]}"#);
    assert!(matches!(&unknown, Method::Unknown(cash) if cash.json().contains("1.50")));
    let same: Method = serde_json::from_str(r#"{ "coins": [1.5], "type": "cash" }"#).unwrap();
    assert_eq!(unknown, same);
}

#[test]
fn kind_and_keys_decide_without_one() {
    assert!(check_round_trip::<Payer>(r#"{"name":"a","age":3}"#).is_person());
    assert!(check_round_trip::<Payer>(r#"{"name":"a","seat":"b"}"#).is_firm());
    assert!(check_round_trip::<Payer>(r#"["a",["b",7],{"age":1}]"#).is_many());
    assert!(check_round_trip::<Payer>("7").is_id());
    assert!(check_round_trip::<Payer>("7.5").is_rate());
    assert!(check_round_trip::<Payer>(r#""x\ny""#).is_name());
    assert!(matches!(check_round_trip::<Payer>("true"), Payer::Unknown(_)));
    assert!(check_round_trip::<Amount>("7").is_whole());
    assert!(serde_json::from_str::<Amount>("123456789012345678901234567890").unwrap().is_exact());
    assert!(check_round_trip::<Amount>(r#"{"a":1}"#).is_by_name());
}

#[test]
fn of_members_that_know_as_much_the_smallest_is_taken() {
    assert!(check_round_trip::<Answer>(r#"{"name":"a"}"#).is_brief());
    assert!(check_round_trip::<Answer>(r#"{"name":"a","later":1}"#).is_brief());
    assert!(check_round_trip::<Answer>(r#"{"name":"a","age":3}"#).is_whole());
}

#[test]
fn errors_name_each_member_tried() {
    assert_eq!(
        error_of::<Vec<Method>>(r#"[{"type":"bank"},{"type":"card","numbers":[1,"2"]}]"#),
        "at `[1]`: no `Method`: `Card` at `numbers[1]`: invalid type: string, expected i64"
    );
    assert_eq!(
        error_of::<Payer>(r#"{"name":5}"#),
        "no `Payer`: `Person` at `name`: invalid type: integer `5`, expected a string; \
         `Firm` at `name`: invalid type: integer `5`, expected a string"
    );
}

#[test]
fn unions_read_from_values_and_readers() {
    let json = serde_json::json!([{"name": "a"}, "b"]);
    let payer: Payer = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(serde_json::to_value(&payer).unwrap(), json);
    let text = json.to_string();
    assert_eq!(serde_json::from_reader::<_, Payer>(text.as_bytes()).unwrap(), payer);
}

#[test]
fn hostile_nesting_is_an_error() {
    let deep = format!("{}1{}", "[".repeat(5_000), "]".repeat(5_000));
    assert!(serde_json::from_str::<Payer>(&deep).is_err());
}
