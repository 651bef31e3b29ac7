//! Conversions of dates and times to and from the types of `jiff`; the text itself stays as the API wrote it.

use super::{Date, DateTime};

impl From<jiff::Timestamp> for DateTime {
    fn from(value: jiff::Timestamp) -> Self {
        value.to_string().into()
    }
}

impl TryFrom<&DateTime> for jiff::Timestamp {
    type Error = jiff::Error;

    fn try_from(value: &DateTime) -> Result<Self, Self::Error> {
        value.as_str().parse()
    }
}

impl From<jiff::civil::Date> for Date {
    fn from(value: jiff::civil::Date) -> Self {
        value.to_string().into()
    }
}

impl TryFrom<&Date> for jiff::civil::Date {
    type Error = jiff::Error;

    fn try_from(value: &Date) -> Result<Self, Self::Error> {
        value.as_str().parse()
    }
}
