//! The departments and how many people live in each, in thousands (census of 2021, rounded). Moselle and Alsace have
//! their own register and are not here.

/// A department.
#[derive(Debug, Clone, Copy)]
pub(super) struct Department {
    /// As in the names of the files, `01` or `971`.
    pub(super) code: &'static str,
    /// What its W numbers begin with after the W.
    pub(super) prefix: &'static str,
    people: u64,
}

/// How many of `rows` each department has, by the people that live in it; what rounding leaves goes to the first.
pub(super) fn shares(rows: u64) -> Vec<(Department, u64)> {
    let people: u64 = ALL.iter().map(|department| department.people).sum();
    let share = |department: &Department| rows * department.people / people;
    let mut shares: Vec<_> = ALL.iter().map(|department| (*department, share(department))).collect();
    let given: u64 = shares.iter().map(|(_, share)| share).sum();
    for (_, share) in shares.iter_mut().take((rows - given) as usize) {
        *share += 1;
    }
    shares
}

const fn of(code: &'static str, people: u64) -> Department {
    Department { code, prefix: code, people }
}

const fn overseas(code: &'static str, prefix: &'static str, people: u64) -> Department {
    Department { code, prefix, people }
}

#[rustfmt::skip]
const ALL: [Department; 101] = [
    of("01", 663), of("02", 527), of("03", 335), of("04", 166), of("05", 140), of("06", 1_103), of("07", 330),
    of("08", 269), of("09", 154), of("10", 311), of("11", 377), of("12", 280), of("13", 2_056), of("14", 700),
    of("15", 144), of("16", 351), of("17", 661), of("18", 300), of("19", 240), of("21", 535), of("22", 605),
    of("23", 115), of("24", 414), of("25", 548), of("26", 520), of("27", 600), of("28", 431), of("29", 920),
    of("2A", 162), of("2B", 184), of("30", 757), of("31", 1_435), of("32", 191), of("33", 1_654), of("34", 1_202),
    of("35", 1_099), of("36", 217), of("37", 614), of("38", 1_284), of("39", 259), of("40", 422), of("41", 329),
    of("42", 768), of("43", 228), of("44", 1_457), of("45", 683), of("46", 175), of("47", 331), of("48", 77),
    of("49", 823), of("50", 495), of("51", 564), of("52", 170), of("53", 305), of("54", 731), of("55", 182),
    of("56", 769), of("58", 202), of("59", 2_611), of("60", 830), of("61", 278), of("62", 1_460), of("63", 663),
    of("64", 695), of("65", 230), of("66", 487), of("69", 1_893), of("70", 234), of("71", 549), of("72", 567),
    of("73", 441), of("74", 841), of("75", 2_133), of("76", 1_256), of("77", 1_440), of("78", 1_456), of("79", 375),
    of("80", 566), of("81", 394), of("82", 262), of("83", 1_095), of("84", 563), of("85", 696), of("86", 440),
    of("87", 372), of("88", 360), of("89", 334), of("90", 140), of("91", 1_313), of("92", 1_627), of("93", 1_668),
    of("94", 1_415), of("95", 1_257), overseas("971", "9G", 384), overseas("972", "9M", 361),
    overseas("973", "9C", 287), overseas("974", "9R", 872), overseas("975", "9S", 6), overseas("976", "9Y", 300),
    overseas("987", "9P", 279), overseas("988", "9N", 271),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shares_are_all_the_rows() {
        for rows in [0, 1, 100, 12_345, 3_000_000] {
            assert_eq!(shares(rows).iter().map(|(_, share)| share).sum::<u64>(), rows);
        }
    }
}
