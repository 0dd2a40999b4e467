//! Where the organisations that answer are: a square for each department, about where it lies. Squares tell small
//! departments as well as large ones, which a map to scale does not.

use askama::Template;
use fabrique_directory::Counted;
use fabrique_domain::territory::DEPARTMENTS;

use crate::{frame::Frame, narrowing::Query};

/// The side of a square, and the gap between two, in the units of the drawing.
const SIDE: usize = 30;

/// How many shades tell few from many.
const SHADES: f64 = 5.0;

/// A department with its column and row.
type Place = (&'static str, usize, usize);

#[rustfmt::skip]
const PLACES: [Place; 101] = [
    ("62", 6, 0), ("59", 7, 0),
    ("76", 5, 1), ("80", 6, 1), ("02", 7, 1), ("08", 8, 1),
    ("50", 3, 2), ("14", 4, 2), ("27", 5, 2), ("60", 6, 2), ("95", 7, 2), ("51", 8, 2), ("55", 9, 2), ("57", 10, 2),
    ("29", 0, 3), ("22", 1, 3), ("35", 2, 3), ("53", 3, 3), ("61", 4, 3), ("78", 5, 3), ("92", 6, 3), ("93", 7, 3), ("77", 8, 3), ("54", 9, 3), ("67", 10, 3),
    ("56", 1, 4), ("44", 2, 4), ("49", 3, 4), ("72", 4, 4), ("28", 5, 4), ("75", 6, 4), ("94", 7, 4), ("10", 8, 4), ("52", 9, 4), ("88", 10, 4), ("68", 11, 4),
    ("85", 2, 5), ("79", 3, 5), ("37", 4, 5), ("41", 5, 5), ("91", 6, 5), ("45", 7, 5), ("89", 8, 5), ("21", 9, 5), ("70", 10, 5), ("90", 11, 5),
    ("17", 2, 6), ("86", 3, 6), ("36", 4, 6), ("18", 5, 6), ("58", 6, 6), ("03", 7, 6), ("71", 8, 6), ("39", 9, 6), ("25", 10, 6),
    ("16", 3, 7), ("87", 4, 7), ("23", 5, 7), ("63", 6, 7), ("42", 7, 7), ("69", 8, 7), ("01", 9, 7), ("74", 10, 7),
    ("33", 2, 8), ("24", 3, 8), ("19", 4, 8), ("15", 5, 8), ("43", 6, 8), ("07", 7, 8), ("26", 8, 8), ("38", 9, 8), ("73", 10, 8),
    ("40", 2, 9), ("47", 3, 9), ("46", 4, 9), ("12", 5, 9), ("48", 6, 9), ("30", 7, 9), ("84", 8, 9), ("04", 9, 9), ("05", 10, 9),
    ("64", 2, 10), ("32", 3, 10), ("82", 4, 10), ("81", 5, 10), ("34", 6, 10), ("13", 8, 10), ("83", 9, 10), ("06", 10, 10),
    ("65", 3, 11), ("31", 4, 11), ("11", 5, 11), ("66", 6, 11), ("2B", 11, 11),
    ("09", 4, 12), ("2A", 11, 12),
    ("971", 0, 8), ("972", 0, 9), ("973", 0, 10), ("974", 0, 11), ("976", 0, 12),
];

/// A department on the map and in the table.
struct Square {
    code: &'static str,
    name: &'static str,
    count: i64,
    x: usize,
    y: usize,
    /// From nought, for nobody, to five.
    shade: u8,
    path: String,
    taken: bool,
}

/// The map with its table. Written into a page with `{{ map|safe }}`.
#[derive(Template)]
#[template(path = "directory/_map.html")]
pub(super) struct Map {
    frame: Frame,
    squares: Vec<Square>,
}

impl Map {
    pub(super) fn new(frame: &Frame, counts: &[Counted<String>], query: &Query<'_>) -> Self {
        let count = |code: &str| counts.iter().find(|counted| counted.value == code).map_or(0, |counted| counted.count);
        let most = PLACES.iter().map(|(code, ..)| count(code)).max().unwrap_or_default();
        let square = |(code, name): &(&'static str, &'static str)| {
            let (_, column, row) = PLACES.iter().find(|(placed, ..)| placed == code)?;
            let (count, link) = (count(code), query.narrowed("department", code, name, 0));
            let (x, y, shade) = (column * SIDE, row * SIDE, shade(count, most));
            Some(Square {
                code,
                name,
                count: i64::try_from(count).ok()?,
                x,
                y,
                shade,
                path: link.path,
                taken: link.taken,
            })
        };
        Self { frame: frame.clone(), squares: DEPARTMENTS.iter().filter_map(square).collect() }
    }

    /// The departments where somebody answers, those with most first.
    fn ranked(&self) -> Vec<&Square> {
        let mut ranked: Vec<&Square> = self.squares.iter().filter(|square| square.count > 0).collect();
        ranked.sort_by_key(|square| std::cmp::Reverse(square.count));
        ranked
    }
}

/// Few and many differ by powers: the shade follows the logarithm.
fn shade(count: u64, most: u64) -> u8 {
    let share = (count as f64).ln_1p() / (most as f64).ln_1p().max(f64::MIN_POSITIVE);
    (share * SHADES).ceil() as u8
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_department_has_a_square_of_its_own() {
        let codes: BTreeSet<_> = PLACES.iter().map(|(code, ..)| *code).collect();
        let squares: BTreeSet<_> = PLACES.iter().map(|(_, column, row)| (column, row)).collect();
        assert_eq!((codes.len(), squares.len()), (101, 101));
        assert!(codes.iter().all(|code| fabrique_domain::territory::department(code).is_some()));
    }

    #[test]
    fn nobody_is_white_and_most_is_darkest() {
        assert_eq!((shade(0, 0), shade(0, 9), shade(9, 9), shade(1, 1)), (0, 0, 5, 5));
        assert!(shade(10, 10_000) < shade(1000, 10_000));
    }
}
