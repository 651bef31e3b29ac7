//! Unions: which member a value is.

use super::{check_round_trip, error_of};
use crate::support::{Decimal, Extra, UnknownMember};
use std::collections::BTreeMap;

macro_rules! member {
    ($name:ident $builder:ident $([$($required:ident)*])? { $($table:tt)* } $($field:ident: $type:ty),*) => {
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name { $(pub $field: $type,)* extra: Extra }
        crate::support::object! { $name, $builder<$([$($required)*])?> { $($table)* } }
    };
}

member!(Card CardBuilder [numbers] { preset "type" kind: String = "card"; list "numbers" numbers: Vec<i64> => N0 N0; } kind: String, numbers: Vec<i64>);
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

/// As much stack as threads have in small environments.
const SMALL_STACK: usize = 512 * 1024;

/// Reads a payer of so many levels, each opened and closed by these texts.
fn nested(levels: usize, open: &str, close: &str) -> Result<Payer, String> {
    let text = format!("{}7{}", open.repeat(levels), close.repeat(levels));
    let read = move || crate::support::decode::<Payer>(text.as_bytes()).map_err(|error| error.to_string());
    let thread = std::thread::Builder::new().stack_size(SMALL_STACK).spawn(read).expect("a thread starts");
    thread.join().expect("the stack is large enough")
}

#[test]
fn one_depth_holds_for_a_whole_decode() {
    for (open, close) in [("[", "]"), ("{\"seat\":", "}"), ("[{\"seat\":", "}]")] {
        let levels = 128 / open.matches(['[', '{']).count();
        assert!(nested(levels, open, close).is_ok(), "{open}");
        for deeper in [levels + 1, 10_000] {
            let error = nested(deeper, open, close).expect_err("it is too deep");
            assert!(error.ends_with("` is nested more than 128 levels deep"), "{error}");
        }
    }
    let error = nested(129, "{\"seat\":", "}").expect_err("it is too deep");
    assert!(error.starts_with(&format!("`seat{}`", ".seat".repeat(127))), "{error}");
}

/// A struct that takes kilobytes of the stack.
macro_rules! large {
    ($($field:ident)*) => {
        member!(Large LargeBuilder { optional "next" next: Box<Size>; $(optional "" $field: String;)* } next: Option<Box<Size>> $(, $field: Option<String>)*);
    };
}

large! { a b c d e f g h i j k l m n o p q r s t u v w x y z aa bb cc dd ee ff gg hh ii jj kk ll mm nn oo pp qq rr ss tt uu vv ww xx yy zz }

#[derive(Debug, Clone, PartialEq)]
pub enum Size {
    Large(Box<Large>),
    None(bool),
    Unknown(UnknownMember<Size>),
}

crate::support::union! {
    Size {
        only Large(Large) is_large as_large into_large;
        only None(bool) is_none as_none into_none;
    }
}

#[test]
fn large_structs_do_not_use_up_a_small_stack() {
    for (levels, may_fail) in [(4, false), (128, true)] {
        let text = format!("{}true{}", "{\"next\":".repeat(levels), "}".repeat(levels));
        let read = move || crate::support::decode::<Size>(text.as_bytes()).is_ok();
        let thread = std::thread::Builder::new().stack_size(SMALL_STACK).spawn(read).expect("a thread starts");
        let is_read = thread.join().expect("the stack is large enough");
        assert!(is_read || may_fail, "{levels} levels");
    }
}

#[test]
fn objects_around_a_union_count_for_its_depth() {
    let deep = format!("{}7{}", "[".repeat(127), "]".repeat(127));
    assert!(serde_json::from_str::<Firm>(&format!("{{\"seat\":{deep}}}")).is_ok());
    let error = error_of::<Firm>(&format!("{{\"seat\":[{deep}]}}"));
    assert!(error.starts_with("at `seat`: `[0][0]"), "{error}");
    assert!(serde_json::from_str::<Payer>(&deep).is_ok(), "the count is back where it was");
}

#[derive(Debug, Clone, PartialEq)]
pub enum Twins {
    Left(Left),
    Right(Right),
    Unknown(UnknownMember<Twins>),
}

member!(Left LeftBuilder { optional "next" next: Box<Twins>; optional "a" a: i64; } next: Option<Box<Twins>>, a: Option<i64>);
member!(Right RightBuilder { optional "next" next: Box<Twins>; optional "a" a: bool; } next: Option<Box<Twins>>, a: Option<bool>);

crate::support::union! {
    Twins {
        only Left(Left) is_left as_left into_left;
        only Right(Right) is_right as_right into_right;
    }
}

#[test]
fn members_that_fail_within_each_other_cost_a_bounded_time_and_text() {
    let levels = 100;
    let text = format!("{}{{\"a\":\"{}\"}}{}", "{\"next\":".repeat(levels), "x".repeat(10_000), "}".repeat(levels));
    let error = error_of::<Twins>(&text);
    assert_eq!(error, "too many members of unions fail to fit");
    let wide = format!("[{}]", vec!["{\"a\":\"x\"}"; 100].join(","));
    assert!(error_of::<Vec<Twins>>(&wide).starts_with("at `[0]`: no `Twins`: `Left` at `a`: "));
}

#[test]
fn values_that_end_together_are_told_apart() {
    let error = |text: &str| error_of::<Vec<Firm>>(text).split(": ").next().unwrap_or_default().to_owned();
    assert_eq!(error("[{\"seat\":[{\"name\":[]}]}]"), "at `[0].seat`");
    assert_eq!(error("[{\"name\":\"a\"},{\"seat\":{\"name\":{}}} , {}]"), "at `[1].seat`");
    assert_eq!(
        error_of::<Vec<Method>>("[{\"type\":\"card\"}]"),
        "at `[0]`: no `Method`: `Card` missing field `numbers`"
    );
    assert_eq!(error_of::<Vec<Decimal>>("[1, 2, [3]]"), "at `[2]`: `[3]` is not a number");
    assert_eq!(error_of::<BTreeMap<String, Decimal>>("{\"a\": {\"b\": 1}}"), "at `a`: `{\"b\": 1}` is not a number");
    assert_eq!(
        error_of::<BTreeMap<String, BTreeMap<String, Decimal>>>("{\"a\": {\"b\": []}}"),
        "at `a.b`: `[]` is not a number"
    );
}

#[test]
fn unknown_members_are_shown_by_their_size() {
    let unknown: Method = check_round_trip(r#"{"type":"cash","pin":"s3cret"}"#);
    assert_eq!(format!("{unknown:?}"), "Unknown(30 bytes)");
}
