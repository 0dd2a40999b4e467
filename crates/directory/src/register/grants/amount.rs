//! Numbers as people and spreadsheets leave them.

use crate::register::wording::siren;

/// No grant is of more than a hundred thousand million euros.
const LARGEST: f64 = 1e13;

/// An amount in cents: `1 234,56 €`, `1.234,56`, `1,234.56`, `1,5E+06`; nothing when it is none.
pub(super) fn cents(text: &str) -> Option<i64> {
    let text = text.trim().to_lowercase();
    let number = ["€", "euros", "euro", "eur"].iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(&text);
    let kept: String = number.chars().filter(|c| !c.is_whitespace()).collect();
    let amount: f64 = plain(&kept).parse().ok()?;
    let cents = (amount * 100.0).round();
    (kept.ends_with(|c: char| c.is_ascii_digit()) && cents.abs() <= LARGEST).then_some(cents as i64)
}

/// With a point before the decimals and nothing between the thousands.
fn plain(text: &str) -> String {
    let decimal = match (text.rfind(','), text.rfind('.')) {
        (Some(comma), Some(point)) => Some(comma.max(point)),
        // Three digits after the only point or comma, and none in the exponent's form, are thousands in `1.234`; a comma
        // is a decimal mark whatever follows.
        (None, Some(point)) if text.matches('.').count() > 1 || (text.len() - point == 4 && !text.contains('e')) => {
            None
        }
        (comma, point) => comma.or(point),
    };
    text.char_indices()
        .filter_map(|(place, c)| match c {
            ',' | '.' if Some(place) == decimal => Some('.'),
            ',' | '.' => None,
            c => Some(c),
        })
        .collect()
}

/// The SIREN of a SIRET or SIREN that a spreadsheet may have spoilt: noughts lost at the head, a decimal added, an
/// exponent that kept at least nine digits. The check digit tells a good guess from a bad one.
pub(super) fn siren_of(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{A0}').collect();
    let direct = siren(&text);
    if !direct.is_empty() {
        return direct;
    }
    let whole = text.strip_suffix(".0").or(text.strip_suffix(",0")).unwrap_or(&text);
    if let Some((mantissa, _)) = whole.split_once(['E', 'e']) {
        let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
        return digits.get(..9).map(siren).unwrap_or_default();
    }
    match whole.len() {
        8 => siren(&format!("0{whole}")),
        9 | 14 => siren(whole),
        13 => siren(&format!("0{whole}")),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_they_are_written() {
        for (text, expected) in [
            ("1 234,56 €", 123_456),
            ("1.234,56", 123_456),
            ("1,234.56", 123_456),
            ("3 000", 300_000),
            ("3\u{202F}000,5", 300_050),
            ("1.234", 123_400),
            ("12.5", 1_250),
            ("1,5E+06", 150_000_000),
            ("-200", -20_000),
            ("500 euros", 50_000),
        ] {
            assert_eq!(cents(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_none() {
        for text in ["", "néant", "12 rue", "1e300", "--", "NaN"] {
            assert_eq!(cents(text), None, "{text}");
        }
    }

    #[test]
    fn a_siret_spoilt_by_a_spreadsheet_is_saved_when_enough_is_left() {
        assert_eq!(siren_of("38948624200032.0"), "389486242");
        assert_eq!(siren_of("3,8948624200032E+13"), "389486242");
        assert_eq!(siren_of("3,89486E+13"), "");
        assert_eq!(siren_of("5520135"), "");
        assert_eq!(siren_of("05520135"), "005520135");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_an_amount_or_not(text in ".{0,40}") {
            cents(&text);
            siren_of(&text);
        }
    }
}
