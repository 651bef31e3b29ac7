//! Conversions of dates and times to and from the types of `time`; the text itself stays as the API wrote it.

use super::{Date, DateTime};
use time::format_description::well_known::Rfc3339;

const DAY: &[time::format_description::BorrowedFormatItem<'_>] = time::macros::format_description!("[year]-[month]-[day]");

impl TryFrom<time::OffsetDateTime> for DateTime {
    type Error = time::error::Format;

    fn try_from(value: time::OffsetDateTime) -> Result<Self, Self::Error> {
        value.format(&Rfc3339).map(Self::from)
    }
}

impl TryFrom<&DateTime> for time::OffsetDateTime {
    type Error = time::error::Parse;

    fn try_from(value: &DateTime) -> Result<Self, Self::Error> {
        Self::parse(value.as_str(), &Rfc3339)
    }
}

impl TryFrom<time::Date> for Date {
    type Error = time::error::Format;

    fn try_from(value: time::Date) -> Result<Self, Self::Error> {
        value.format(DAY).map(Self::from)
    }
}

impl TryFrom<&Date> for time::Date {
    type Error = time::error::Parse;

    fn try_from(value: &Date) -> Result<Self, Self::Error> {
        Self::parse(value.as_str(), DAY)
    }
}
