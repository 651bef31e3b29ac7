//! Conversions of dates and times to and from the types of `chrono`; the text itself stays as the API wrote it.

use super::{Date, DateTime};

impl<Z: chrono::TimeZone> From<chrono::DateTime<Z>> for DateTime {
    fn from(value: chrono::DateTime<Z>) -> Self {
        value.fixed_offset().to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true).into()
    }
}

impl TryFrom<&DateTime> for chrono::DateTime<chrono::FixedOffset> {
    type Error = chrono::ParseError;

    fn try_from(value: &DateTime) -> Result<Self, Self::Error> {
        chrono::DateTime::parse_from_rfc3339(value.as_str())
    }
}

impl From<chrono::NaiveDate> for Date {
    fn from(value: chrono::NaiveDate) -> Self {
        value.to_string().into()
    }
}

impl TryFrom<&Date> for chrono::NaiveDate {
    type Error = chrono::ParseError;

    fn try_from(value: &Date) -> Result<Self, Self::Error> {
        value.as_str().parse()
    }
}
