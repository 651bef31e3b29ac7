//! What holds for any JSON: nothing panics, and what is read is written back as it was.

use super::{objects::Account, unions::Payer};
use crate::support::{Bytes, Decimal, Number, decode};
use proptest::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1.0e9..1.0e9f64).prop_map(|number| json!(number + 0.5)),
        "[a-z\"\\\\é ]{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key(), inner), 0..5).prop_map(|entries| entries.into_iter().collect()),
        ]
    })
}

/// Often a key that some type knows.
fn key() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec!["id", "kind", "owner", "tags", "note", "limit", "name", "age", "seat"])
            .prop_map(str::to_owned),
        "[a-z]{1,3}",
    ]
}

/// An account with any values in its fields that may be left out, and any fields beside them.
fn any_account() -> impl Strategy<Value = Value> {
    prop::collection::vec((key(), any_json()), 0..5).prop_map(|entries| {
        let mut account: serde_json::Map<String, Value> = entries.into_iter().collect();
        for (key, value) in [
            ("id", json!("1")),
            ("kind", json!("k")),
            ("tags", Value::Null),
            ("note", Value::Null),
            ("limit", json!(1)),
        ] {
            account.insert(key.to_owned(), value);
        }
        account.insert("owner".to_owned(), Value::Null);
        Value::Object(account)
    })
}

fn survives<T: DeserializeOwned + Serialize>(json: &Value) -> Result<(), TestCaseError> {
    if let Ok(value) = decode::<T>(json.to_string().as_bytes()) {
        prop_assert_eq!(&serde_json::to_value(&value).unwrap(), json);
    }
    Ok(())
}

proptest! {
    #[test]
    fn whatever_is_read_is_written_back(json in any_json()) {
        survives::<Account>(&json)?;
        survives::<Payer>(&json)?;
        survives::<Vec<Payer>>(&json)?;
        survives::<Number>(&json)?;
        survives::<Decimal>(&json)?;
        survives::<Bytes>(&json)?;
    }

    #[test]
    fn accounts_keep_all_fields(json in any_account()) {
        let account: Account = decode(json.to_string().as_bytes()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(serde_json::to_value(&account).unwrap(), json);
    }

    #[test]
    fn broken_text_is_an_error_with_a_place(json in any_json(), cut in 0usize..200) {
        let text = json.to_string();
        let text = &text.as_bytes()[..cut.min(text.len())];
        let _ = decode::<Account>(text).map_err(|error| (error.path().len(), error.excerpt().len()));
        let _ = decode::<Payer>(text);
    }

    #[test]
    fn bytes_survive_base64(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        let text = serde_json::to_string(&Bytes::from(bytes.clone())).unwrap();
        prop_assert_eq!(serde_json::from_str::<Bytes>(&text).unwrap().into_vec(), bytes);
    }
}
