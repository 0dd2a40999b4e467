//! What the columns say of one document: its dates, what is true of it, the evidence that moves its score.

use crate::{Day, Entry, Kind, Size};

/// The day from which dates are counted; earlier ones are counted as it.
const FIRST_YEAR: u32 = 1870;

/// A day on two bytes: as if months had 31 days, so that no calendar is needed; nought is unknown.
pub(crate) fn date_code(day: Day) -> u16 {
    if !day.is_known() {
        return 0;
    }
    let (year, month, date) = (day.year(), day.0 / 100 % 100, day.0 % 100);
    let code = (year.max(FIRST_YEAR) - FIRST_YEAR) * 372 + month.saturating_sub(1) * 31 + date;
    u16::try_from(code).unwrap_or(u16::MAX)
}

/// The day of a code; the first of 1870 stands for all earlier days.
pub(crate) fn date_of(code: u16) -> Day {
    match u32::from(code) {
        0 => Day::default(),
        code => {
            let code = code - 1;
            Day((FIRST_YEAR + code / 372) * 10_000 + (code / 31 % 12 + 1) * 100 + code % 31 + 1)
        }
    }
}

/// How many years there are among codes of days, with the unknown one.
pub(crate) const YEAR_CODES: usize = 178;

/// The year of a code of a day, counted from the first one; nought is unknown.
pub(crate) const fn year_code(code: u16) -> usize {
    (code as usize).div_ceil(372)
}

/// The year that is counted so.
pub(crate) const fn year_of(code: usize) -> u32 {
    if code == 0 { 0 } else { FIRST_YEAR + code as u32 - 1 }
}

/// What is true or not of a document, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Flags(pub(crate) u8);

impl Flags {
    /// Employs somebody.
    pub(crate) const EMPLOYER: Self = Self(1);
    /// Is recognised as being of public utility.
    pub(crate) const RECOGNISED: Self = Self(2);
    /// Declared that it lobbied.
    pub(crate) const LOBBIED: Self = Self(4);
    /// Received public money.
    pub(crate) const GRANTED: Self = Self(8);
    /// Gave a sign of life in the last years.
    pub(crate) const ALIVE: Self = Self(16);
    /// Ended.
    pub(crate) const DISSOLVED: Self = Self(32);
    /// Is a public institution.
    pub(crate) const INSTITUTION: Self = Self(64);

    /// Whether one of the bits of another is set.
    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The flags of an entry, seen from a day.
    pub(crate) fn of(entry: &Entry, today: Day) -> Self {
        let is_institution = entry.kind >= Kind::Ministry && entry.kind <= Kind::LocalBody;
        [
            (entry.size >= Size::UnderTen, Self::EMPLOYER),
            (entry.recognised, Self::RECOGNISED),
            (!entry.lobbying.is_empty(), Self::LOBBIED),
            (!entry.funding.is_empty(), Self::GRANTED),
            (!entry.life.is_dissolved && is_recent(entry.life.last_sign, today), Self::ALIVE),
            (entry.life.is_dissolved, Self::DISSOLVED),
            (is_institution, Self::INSTITUTION),
        ]
        .into_iter()
        .fold(Self::default(), |flags, (is, flag)| if is { Self(flags.0 | flag.0) } else { flags })
    }
}

/// Whether a sign of life is of the last five years.
fn is_recent(sign: Day, today: Day) -> bool {
    sign.is_known() && sign.0 + 50_000 >= today.0
}

/// The evidence of life, size and recognition, from nought to 255: it moves a score by a tenth at most.
pub(crate) fn prior(entry: &Entry, today: Day) -> u8 {
    let years = today.0.saturating_sub(entry.life.last_sign.0) / 10_000;
    let life = match (entry.life.is_dissolved, entry.life.last_sign.is_known()) {
        (true, _) => 0,
        (_, false) => 25,
        _ => [120, 120, 90, 75, 75, 75].get(years as usize).copied().unwrap_or(if years < 10 { 50 } else { 10 }),
    };
    let size = match entry.size {
        Size::Unknown => 0,
        Size::None => 5,
        Size::UnderTen => 35,
        Size::UnderFifty => 50,
        Size::UnderTwoHundredFifty => 65,
        Size::Large => 75,
    };
    let known = u8::from(entry.recognised) * 30
        + u8::from(!entry.lobbying.is_empty()) * 15
        + u8::from(!entry.funding.is_empty()) * 15;
    life + size + known
}

/// What the columns say of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Row {
    /// Which pair of themes.
    pub(crate) themes: u16,
    /// Which place.
    pub(crate) place: u16,
    /// When it began: [`date_code`].
    pub(crate) created: u16,
    /// When it was last heard of.
    pub(crate) last_sign: u16,
    /// Its kind, and its size: eight times the kind plus the size.
    pub(crate) traits: u8,
    /// What is true of it.
    pub(crate) flags: Flags,
    /// The evidence that moves its score.
    pub(crate) prior: u8,
    /// How many different words its name has.
    pub(crate) name_words: u8,
}

/// A kind and a size on one byte.
pub(crate) const fn traits(kind: Kind, size: Size) -> u8 {
    kind as u8 * 8 + size as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_on_two_bytes_is_itself_and_keeps_its_order() {
        let days = [20_250_501, 19_010_701, 20_241_231, 18_700_101].map(Day);
        for day in days {
            assert_eq!(date_of(date_code(day)), day);
        }
        assert!(date_code(days[2]) < date_code(days[0]));
        assert!(days.iter().all(|day| year_of(year_code(date_code(*day))) == day.year()));
        assert!(year_code(u16::MAX) < YEAR_CODES);
        assert_eq!(date_of(date_code(Day::default())), Day::default());
        assert_eq!(date_of(date_code(Day(18_010_101))), Day(18_700_101));
    }
}
