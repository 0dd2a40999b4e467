//! Departments and the regions they belong to.

/// A region: its code in the official geographic code, and its departments.
const REGIONS: &[(&str, &[&str])] = &[
    ("01", &["971"]),
    ("02", &["972"]),
    ("03", &["973"]),
    ("04", &["974"]),
    ("06", &["976"]),
    ("11", &["75", "77", "78", "91", "92", "93", "94", "95"]),
    ("24", &["18", "28", "36", "37", "41", "45"]),
    ("27", &["21", "25", "39", "58", "70", "71", "89", "90"]),
    ("28", &["14", "27", "50", "61", "76"]),
    ("32", &["02", "59", "60", "62", "80"]),
    ("44", &["08", "10", "51", "52", "54", "55", "57", "67", "68", "88"]),
    ("52", &["44", "49", "53", "72", "85"]),
    ("53", &["22", "29", "35", "56"]),
    ("75", &["16", "17", "19", "23", "24", "33", "40", "47", "64", "79", "86", "87"]),
    ("76", &["09", "11", "12", "30", "31", "32", "34", "46", "48", "65", "66", "81", "82"]),
    ("84", &["01", "03", "07", "15", "26", "38", "42", "43", "63", "69", "73", "74"]),
    ("93", &["04", "05", "06", "13", "83", "84"]),
    ("94", &["2A", "2B", "20"]),
];

/// The code of the region of a department; nothing for what is in none.
pub(crate) fn region_of(department: &str) -> &'static str {
    REGIONS.iter().find(|(_, departments)| departments.contains(&department)).map_or("", |(region, _)| region)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_department_is_in_one_region() {
        let mut all: Vec<&str> = REGIONS.iter().flat_map(|(_, departments)| departments.iter().copied()).collect();
        all.sort_unstable();
        assert!(all.windows(2).all(|pair| pair[0] != pair[1]));
        // The 96 of the mainland, the five overseas, and the old number of Corsica.
        assert_eq!(all.len(), 96 + 5 + 1);
        assert_eq!((region_of("2A"), region_of("988")), ("94", ""));
    }
}
