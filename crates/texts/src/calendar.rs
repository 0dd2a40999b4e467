//! Dates, durations and numbers as people say them.

use std::fmt::Write;

use fabrique_domain::{Date, Instant, Language};
use jiff::{civil, tz::TimeZone};

use crate::Texts;

const DAYS: [[&str; 7]; 2] = [
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];
const MONTHS: [[&str; 12]; 2] = [
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

impl Texts {
    const fn row(self) -> usize {
        match self.language() {
            Language::French => 0,
            Language::English => 1,
        }
    }

    /// "lundi 23 novembre 2026", "Monday 23 November 2026".
    #[must_use]
    pub fn date(self, date: Date) -> String {
        let weekday = DAYS[self.row()][usize::try_from(date.civil().weekday().to_monday_zero_offset()).unwrap_or(0)];
        format!("{weekday} {}", self.short_date(date))
    }

    /// "23 novembre 2026", "23 November 2026".
    #[must_use]
    pub fn short_date(self, date: Date) -> String {
        let date = date.civil();
        let month = MONTHS[self.row()][usize::try_from(date.month() - 1).unwrap_or(0)];
        let first = self.language() == Language::French && date.day() == 1;
        format!("{}{} {month} {}", date.day(), if first { "er" } else { "" }, date.year())
    }

    /// The date of a moment, as people live it in `zone`.
    #[must_use]
    pub fn day(self, instant: Instant, zone: &TimeZone) -> String {
        self.short_date(instant.date(zone))
    }

    /// "23 novembre 2026 à 14 h 05", "23 November 2026 at 14:05".
    #[must_use]
    pub fn moment(self, instant: Instant, zone: &TimeZone) -> String {
        let civil: civil::DateTime = instant.civil(zone);
        let date = self.short_date(Date::from(civil.date()));
        match self.language() {
            Language::French => format!("{date} à {} h {:02}", civil.hour(), civil.minute()),
            Language::English => format!("{date} at {}:{:02}", civil.hour(), civil.minute()),
        }
    }

    /// A whole number, grouped by three: "12 345", "12,345".
    #[must_use]
    pub fn number(self, number: i64) -> String {
        let separator = match self.language() {
            Language::French => '\u{202f}',
            Language::English => ',',
        };
        let digits = number.unsigned_abs().to_string();
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 + 1);
        if number < 0 {
            grouped.push('-');
        }
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push(separator);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// A share as a whole percentage, rounded down so that 100 % means all: "95 %", "95%".
    #[must_use]
    pub fn percentage(self, part: i64, whole: i64) -> String {
        let percent = if whole == 0 { 0 } else { part * 100 / whole };
        let mut text = percent.to_string();
        let unit = match self.language() {
            Language::French => "\u{202f}%",
            Language::English => "%",
        };
        let _ = write!(text, "{unit}");
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_out() {
        let date: Date = "2026-11-23".parse().unwrap();
        assert_eq!(Texts::of(Language::French).date(date), "lundi 23 novembre 2026");
        assert_eq!(Texts::of(Language::English).date(date), "Monday 23 November 2026");
        assert_eq!(Texts::of(Language::French).short_date("2027-01-01".parse().unwrap()), "1er janvier 2027");
    }

    #[test]
    fn numbers_are_grouped_as_the_reader_groups_them() {
        assert_eq!(Texts::of(Language::French).number(1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(Texts::of(Language::English).number(-1_234), "-1,234");
        assert_eq!(Texts::of(Language::English).number(999), "999");
    }

    #[test]
    fn all_is_said_only_of_all() {
        assert_eq!(Texts::of(Language::English).percentage(999, 1_000), "99%");
        assert_eq!(Texts::of(Language::English).percentage(0, 0), "0%");
    }
}
