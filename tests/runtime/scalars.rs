//! Scalars that keep what was written.

use super::{check_round_trip, error_of};
use crate::support::{Bytes, Date, DateTime, Decimal, Number};

#[test]
fn numbers_stay_what_they_are() {
    for json in ["5", "5.0", "-3", "18446744073709551615", "1.5e3"] {
        check_round_trip::<Number>(json);
    }
    assert_ne!(Number::from(5), Number::from(5.0));
    assert_eq!(check_round_trip::<Number>("7").as_i64(), Some(7));
}

#[test]
fn numbers_that_no_float_holds_keep_their_digits() {
    for json in
        ["-0", "123456789012345678901234567890", "0.1234567890123456789", "1e400", "-1E-400", "1e99999999999999999999"]
    {
        let number: Number = serde_json::from_str(json).expect("a number");
        assert_eq!(
            (serde_json::to_string(&number).expect("it is written"), number.to_string()),
            (json.into(), json.into())
        );
        assert_eq!((number.as_i64(), number.as_u64()), (None, None), "{json}");
    }
    for (json, written) in
        [("1.50", "1.5"), ("1E2", "100.0"), ("-0.0", "-0.0"), ("5e-324", "5e-324"), ("0.10000000000000000", "0.1")]
    {
        let number: Number = serde_json::from_str(json).expect("a number");
        assert_eq!(serde_json::to_string(&number).expect("it is written"), written);
    }
    let large: Number = serde_json::from_str("1e400").expect("a number");
    assert!(large.as_f64().is_infinite());
}

#[test]
fn what_is_no_number_is_an_error() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert!(serde_json::to_string(&Number::from(value)).is_err(), "{value}");
        assert!(serde_json::to_value(vec![Number::from(value)]).is_err(), "{value}");
    }
    assert_eq!(error_of::<Vec<Number>>(r#"[1, "s3cret"]"#), "at `[1]`: invalid type: string, expected a number");
    assert_eq!(error_of::<Number>("{}"), "invalid type: map, expected a number");
}

#[test]
fn decimals_keep_their_digits() {
    for json in ["12345678901234567890.10", "\"0.10\"", "1E-400"] {
        let value: Decimal = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&value).unwrap(), json);
    }
    assert!("abc".parse::<Decimal>().is_err());
    assert!("\"1\"".parse::<Decimal>().is_err());
    assert_eq!(serde_json::to_string(&"1.0".parse::<Decimal>().unwrap().quoted()).unwrap(), "\"1.0\"");
}

#[test]
fn dates_keep_their_text() {
    let time: DateTime = check_round_trip(r#""2026-01-31t12:00:00.000+01:00""#);
    assert!(time.is_plausible());
    assert!(!check_round_trip::<DateTime>(r#""soon""#).is_plausible());
    assert!(check_round_trip::<Date>(r#""2026-01-31""#).is_plausible());
}

#[test]
fn bytes_keep_their_text() {
    for (json, bytes) in [
        (r#""""#, &b""[..]),
        (r#""Zg==""#, b"f"),
        (r#""Zm8=""#, b"fo"),
        (r#""Zm9v""#, b"foo"),
        (r#""Zg""#, b"f"),
        (r#""-_8=""#, &[0xfb, 0xff]),
    ] {
        assert_eq!(check_round_trip::<Bytes>(json).as_slice(), bytes, "{json}");
    }
    assert!(serde_json::from_str::<Bytes>(r#""?""#).is_err());
    assert!(serde_json::from_str::<Bytes>(r#""A""#).is_err());
}
