//! The grid of interest and influence, drawn: a square for each pair of marks, a numbered disc for each organisation.
//! Squares grow as tall as their row needs, so that many on one mark stay readable; the table says everything again.

use askama::Template;
use fabrique_app::shortlist::Placed;
use fabrique_domain::shortlist::Mark;

use crate::frame::Frame;

/// The width of a square, in the units of the drawing.
const WIDTH: usize = 78;
/// The least height of a square.
const LEAST: usize = 58;
/// How many discs stand side by side in a square.
const ABREAST: usize = 3;
/// The distance between the centres of two discs.
const STEP: usize = 25;
/// The room of the marks on the left.
const LEFT: usize = 24;
/// The room of the name of the axis above.
const TOP: usize = 22;
/// The most discs of one square: those after them are counted on the last.
const MOST: usize = 30;
/// How many discs of those not placed stand side by side.
const APART_ABREAST: usize = 12;

/// A disc with the number that its organisation has in the table.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Disc {
    /// The number, or how many more there are.
    label: String,
    /// The name of the organisation, or nothing.
    name: String,
    x: usize,
    y: usize,
}

/// A square of the grid.
struct Square {
    x: usize,
    y: usize,
    height: usize,
    /// Interest and influence together, from 2 to 8: how dark it is.
    shade: i64,
}

/// The drawing. Written into a page with `{{ drawing|safe }}`.
#[derive(Template)]
#[template(path = "shortlist/_drawing.html")]
pub(super) struct Drawing {
    frame: Frame,
    squares: Vec<Square>,
    discs: Vec<Disc>,
    /// Those not placed, drawn apart.
    apart: Vec<Disc>,
    /// The marks of influence, each with its height.
    rows: Vec<(i64, usize)>,
    /// The marks of interest, each with its place.
    columns: Vec<(i64, usize)>,
    /// Where the grid ends below.
    bottom: usize,
    /// Where the drawing ends below.
    height: usize,
    placed: usize,
    missing: usize,
}

/// An organisation of the drawing: its number in the table, its name.
type Numbered<'a> = (usize, &'a str);

impl Drawing {
    pub(super) fn new(frame: &Frame, entries: &[Placed]) -> Self {
        let numbered = || (1..).zip(entries);
        let on = |interest: Mark, influence: Mark| -> Vec<Numbered<'_>> {
            let there = numbered().filter(|(_, one)| one.place() == Some((interest, influence)));
            there.map(|(number, one)| (number, one.entry.name.as_str())).collect()
        };
        let (mut squares, mut discs, mut rows, mut y) = (Vec::new(), Vec::new(), Vec::new(), TOP);
        for influence in Mark::ALL.into_iter().rev() {
            let row = Mark::ALL.map(|interest| (interest, on(interest, influence)));
            let height = row.iter().map(|(_, there)| height(there.len())).max().unwrap_or(LEAST);
            for (column, (interest, there)) in row.iter().enumerate() {
                let x = LEFT + column * WIDTH;
                squares.push(Square { x, y, height, shade: interest.number() + influence.number() });
                discs.extend(laid_out(there, x, y, ABREAST, WIDTH));
            }
            rows.push((influence.number(), y + height / 2));
            y += height;
        }
        let missing: Vec<Numbered<'_>> = numbered()
            .filter(|(_, one)| one.place().is_none())
            .map(|(number, one)| (number, one.entry.name.as_str()))
            .collect();
        let apart = laid_out(&missing, LEFT, y + 64, APART_ABREAST, 4 * WIDTH);
        let height = if apart.is_empty() {
            y + 42
        } else {
            y + 64 + missing.len().min(MOST).div_ceil(APART_ABREAST) * STEP + 12
        };
        let columns =
            Mark::ALL.iter().enumerate().map(|(at, mark)| (mark.number(), LEFT + at * WIDTH + WIDTH / 2)).collect();
        let placed = entries.len() - missing.len();
        Self {
            frame: frame.clone(),
            squares,
            discs,
            apart,
            rows,
            columns,
            bottom: y,
            height,
            placed,
            missing: missing.len(),
        }
    }

    fn label(&self) -> String {
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let told = self.frame.t.get("shortlist-drawing").with("placed", count(self.placed));
        told.with("missing", count(self.missing)).to_string()
    }
}

/// How tall a square is that holds so many.
fn height(count: usize) -> usize {
    (count.min(MOST).div_ceil(ABREAST) * STEP + 8).max(LEAST)
}

/// Discs in rows, from the top left of a box of a width.
fn laid_out(there: &[Numbered<'_>], left: usize, top: usize, abreast: usize, width: usize) -> Vec<Disc> {
    let margin = (width - abreast * STEP) / 2 + STEP / 2;
    let disc = |(at, (number, name)): (usize, &Numbered<'_>)| {
        let is_last = at + 1 == MOST && there.len() > MOST;
        let (x, y) = (left + margin + at % abreast * STEP, top + 4 + STEP / 2 + at / abreast * STEP);
        match is_last {
            true => Disc { label: format!("+{}", there.len() - at), name: String::new(), x, y },
            false => Disc { label: number.to_string(), name: (*name).to_owned(), x, y },
        }
    };
    there.iter().take(MOST).enumerate().map(disc).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn many(count: usize) -> Vec<Disc> {
        let names: Vec<_> = (1..=count).map(|number| (number, "Une association")).collect();
        laid_out(&names, 0, 0, ABREAST, WIDTH)
    }

    #[test]
    fn no_two_discs_of_a_square_touch_and_none_leaves_it() {
        for count in [1, 9, 30] {
            let discs = many(count);
            let places: BTreeSet<_> = discs.iter().map(|disc| (disc.x, disc.y)).collect();
            assert_eq!(places.len(), count);
            assert!(discs.iter().all(|disc| disc.x + STEP / 2 <= WIDTH && disc.y + STEP / 2 <= height(count)));
        }
    }

    #[test]
    fn what_a_square_cannot_hold_is_counted_on_its_last_disc() {
        let discs = many(500);
        assert_eq!((discs.len(), discs[29].label.as_str()), (30, "+471"));
    }
}
