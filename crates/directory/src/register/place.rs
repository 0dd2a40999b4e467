//! Departments, from what each register gives of a seat.

/// The department that a postcode, the code of a commune or the part of a register says; nothing when none does.
pub(crate) fn department(postcode: &str, commune_code: &str, part: &str) -> String {
    [of_commune(commune_code), of_postcode(postcode), of_part(part)]
        .into_iter()
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// The first two characters of the code of a commune, three overseas.
fn of_commune(code: &str) -> String {
    if code.len() == 5 && code.is_ascii() { known(&code[..2], &code[..3]) } else { String::new() }
}

/// The first two digits of a postcode, three overseas; Corsica has one prefix for two departments.
fn of_postcode(postcode: &str) -> String {
    if postcode.len() != 5 || !postcode.bytes().all(|byte| byte.is_ascii_digit()) {
        return String::new();
    }
    match &postcode[..3] {
        "200" | "201" => "2A".to_owned(),
        "202" | "204" | "206" => "2B".to_owned(),
        overseas => known(&postcode[..2], overseas),
    }
}

/// A department written as one, `01`, `1`, `2a` or `971`.
fn of_part(part: &str) -> String {
    let part = part.to_ascii_uppercase();
    match part.len() {
        1 => known(&format!("0{part}"), ""),
        2 => known(&part, ""),
        3 => known(&part[..part.len().min(2)], &part),
        _ => String::new(),
    }
}

fn known(two: &str, three: &str) -> String {
    match two {
        "2A" | "2B" => two.to_owned(),
        "97" | "98" if three.bytes().all(|byte| byte.is_ascii_digit()) => three.to_owned(),
        _ if matches!(two.parse(), Ok(1_u8..=19 | 21..=95)) => two.to_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corsica_and_overseas_have_their_own_spelling() {
        assert_eq!(department("20200", "", ""), "2B");
        assert_eq!(department("20000", "", ""), "2A");
        assert_eq!(department("97400", "", ""), "974");
        assert_eq!(department("98800", "", ""), "988");
        assert_eq!(department("", "2A004", ""), "2A");
    }

    #[test]
    fn the_part_of_the_register_speaks_last() {
        assert_eq!(department("00000", "", "58"), "58");
        assert_eq!(department("75011", "", "58"), "75");
        assert_eq!(department("abcde", "éé", "xx"), "");
    }
}
