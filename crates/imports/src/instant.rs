//! Dates of exports, in the forms that the platforms print.

use jiff::Timestamp;

use crate::Reason;

/// Microseconds since 1970-01-01T00:00:00Z.
pub type Microseconds = i64;

/// Forms beside RFC 3339: Symfony's and Ruby's `Time#to_s`.
const FORMS: [&str; 2] = ["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%d %H:%M:%S %z"];

/// Reads a date that carries its offset. Empty text is no date, anything unknown is refused:
/// guessing an offset would move contributions across the closing hour of a consultation.
pub(crate) fn read(field: &'static str, text: &str) -> Result<Option<Microseconds>, Reason> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let refused = || Reason::Date { field, value: text.chars().take(80).collect() };
    parse(text).map(Some).ok_or_else(refused)
}

fn parse(text: &str) -> Option<Microseconds> {
    let instant = text.parse::<Timestamp>().ok().or_else(|| parse_form(text));
    instant.map(Timestamp::as_microsecond)
}

/// Ruby names an offset of nothing `UTC`.
fn parse_form(text: &str) -> Option<Timestamp> {
    let text = text.replace("UTC", "+0000");
    FORMS.iter().find_map(|form| Timestamp::strptime(form, &text).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2015-09-26T00:27:54Z.
    const SEPTEMBER: Microseconds = 1_443_227_274_000_000;

    #[test]
    fn every_platform_form_names_the_same_instant() {
        for text in [
            "2015-09-26T02:27:54+0200",
            "2015-09-26T02:27:54+02:00",
            "2015-09-26T00:27:54Z",
            "2015-09-26 02:27:54 +0200",
            "2015-09-26 00:27:54 UTC",
            " 2015-09-26T00:27:54.000Z ",
        ] {
            assert_eq!(read("created_at", text), Ok(Some(SEPTEMBER)), "{text}");
        }
    }

    #[test]
    fn a_date_without_an_offset_is_refused() {
        let refused = read("created_at", "2015-09-26 02:27:54").unwrap_err();
        assert_eq!(refused.code(), "date");
    }

    #[test]
    fn no_date_is_not_a_bad_date() {
        assert_eq!(read("updated_at", "  "), Ok(None));
    }
}
