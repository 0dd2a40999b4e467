//! Instants and dates.

use std::{fmt, str::FromStr};

use jiff::{Span, Timestamp, civil, tz::TimeZone};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Microseconds of a day of twenty-four hours.
pub const DAY: i64 = 86_400_000_000;
/// Microseconds of a minute.
pub const MINUTE: i64 = 60_000_000;

/// A moment, in microseconds since 1970 in universal time.
///
/// A whole number sorts alike in every database; text timestamps of varying width did not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Instant(i64);

impl Instant {
    /// The moment `micros` microseconds after 1970.
    #[must_use]
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since 1970.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// The moment `micros` later (earlier when negative), saturating.
    #[must_use]
    pub const fn plus(self, micros: i64) -> Self {
        Self(self.0.saturating_add(micros))
    }

    /// Whole days from `earlier` to this moment; negative when it lies after.
    #[must_use]
    pub const fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).div_euclid(DAY)
    }

    /// The calendar date of this moment in `zone`.
    #[must_use]
    pub fn date(self, zone: &TimeZone) -> Date {
        Date(zone.to_datetime(self.timestamp()).date())
    }

    /// The wall-clock time of this moment in `zone`.
    #[must_use]
    pub fn civil(self, zone: &TimeZone) -> civil::DateTime {
        zone.to_datetime(self.timestamp())
    }

    /// The same moment for jiff; clamped to the years it can hold.
    #[must_use]
    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_microsecond(self.0).unwrap_or(if self.0 < 0 { Timestamp::MIN } else { Timestamp::MAX })
    }
}

impl From<Timestamp> for Instant {
    fn from(timestamp: Timestamp) -> Self {
        Self(timestamp.as_microsecond())
    }
}

/// RFC 3339 in universal time, as the API writes it.
impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.timestamp().fmt(f)
    }
}

impl FromStr for Instant {
    type Err = jiff::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse::<Timestamp>().map(Self::from)
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// A calendar date without a time, stored as `YYYY-MM-DD`, which sorts as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date(civil::Date);

impl Date {
    /// The date for jiff.
    #[must_use]
    pub const fn civil(self) -> civil::Date {
        self.0
    }

    /// The date `days` later, clamped to the years that can be written.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(Span::new().days(days)))
    }

    /// Days from `earlier` to this date; negative when it lies after.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).get_days().into()
    }

    /// Midnight at the start of this date in `zone`.
    #[must_use]
    pub fn start(self, zone: &TimeZone) -> Instant {
        zone.to_ambiguous_zoned_datetime(self.0.to_datetime(civil::Time::midnight()))
            .compatible()
            .map_or(Instant::default(), |zoned| zoned.timestamp().into())
    }
}

impl From<civil::Date> for Date {
    fn from(date: civil::Date) -> Self {
        Self(date)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Date {
    type Err = jiff::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instant(text: &str) -> Instant {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_whole_and_rounded_towards_the_past() {
        let asked = instant("2026-11-01T10:00:00Z");
        assert_eq!(instant("2026-11-13T10:00:00Z").days_since(asked), 12);
        assert_eq!(instant("2026-11-13T09:59:59Z").days_since(asked), 11);
        assert_eq!(instant("2026-10-31T10:00:01Z").days_since(asked), -1);
    }

    #[test]
    fn days_between_dates_cross_months_and_years() {
        let date = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(date("2027-03-01").days_since(date("2026-03-01")), 365);
        assert_eq!(date("2026-02-27").days_since(date("2026-03-01")), -2);
    }

    #[test]
    fn a_date_begins_at_midnight_where_the_reader_lives() {
        let paris = TimeZone::get("Europe/Paris").unwrap();
        let date: Date = "2026-11-23".parse().unwrap();
        assert_eq!(date.start(&paris), instant("2026-11-22T23:00:00Z"));
        assert_eq!(instant("2026-11-22T23:30:00Z").date(&paris), date);
    }

    #[test]
    fn an_instant_is_written_as_rfc_3339() {
        let text = serde_json::to_string(&instant("2026-11-23T12:00:00Z")).unwrap();
        assert_eq!(text, r#""2026-11-23T12:00:00Z""#);
    }
}
