//! The documents nearest in meaning: written once, read in place.

use std::{
    cmp::{Ordering, Reverse},
    collections::BinaryHeap,
};

use rayon::prelude::*;
use tantivy::directory::OwnedBytes;

use super::{
    cells::Cells,
    codes::{Book, PAGE, STRIDE, nearness, table},
    matrix::dot,
    sections,
};

/// How many documents stand in a cell, about.
const CROWD: usize = 1300;

/// How many directions of a sample the codes are made for.
const VOICES: usize = 32_768;

/// Documents as codes in cells, while they are written.
#[derive(Debug)]
pub struct Writer {
    cells: Cells,
    book: Book,
    /// The cell of each document that has a direction, its number and its code.
    placed: Vec<(u16, u32)>,
    codes: Vec<u8>,
}

impl Writer {
    /// A writer for `documents` documents whose directions are like those of the sample, one after the other.
    #[must_use]
    pub fn new(sample: &[f32], width: usize, documents: usize) -> Self {
        let cells = Cells::place(sample, width, (documents / CROWD).clamp(1, 4096));
        let every = (sample.len() / width / VOICES).max(1);
        let rests: Vec<f32> =
            sample.par_chunks(width).step_by(every).flat_map_iter(|vector| rest(&cells, vector).1).collect();
        let book = Book::write(&rests, width);
        Self { cells, book, placed: Vec::new(), codes: Vec::new() }
    }

    /// Places documents by their directions. A direction of length nought says nothing and is left out.
    pub fn place(&mut self, documents: &[(u32, Vec<f32>)]) {
        let placed: Vec<(u16, u32, Vec<u8>)> = documents
            .par_iter()
            .filter(|(_, vector)| vector.iter().any(|value| *value != 0.0))
            .map(|(document, vector)| {
                let (cell, rest) = rest(&self.cells, vector);
                (cell as u16, *document, self.book.code(&rest))
            })
            .collect();
        for (cell, document, code) in placed {
            self.placed.push((cell, document));
            self.codes.extend(code);
        }
    }

    /// The file that [`Near`] reads.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        let mut order: Vec<u32> = (0..self.placed.len() as u32).collect();
        order.sort_unstable_by_key(|place| self.placed[*place as usize]);
        let mut ends = vec![0_u32; self.cells.count()];
        for (cell, _) in &self.placed {
            ends[usize::from(*cell)] += 1;
        }
        let mut reached = 0;
        for end in &mut ends {
            reached += *end;
            *end = reached;
        }
        let bytes = self.book.bytes();
        let documents: Vec<u32> = order.iter().map(|place| self.placed[*place as usize].1).collect();
        let codes: Vec<u8> =
            order.iter().flat_map(|place| &self.codes[*place as usize * bytes..][..bytes]).copied().collect();
        sections::write(&[
            bytemuck::cast_slice(&self.cells.centres),
            bytemuck::cast_slice(&self.book.pages),
            bytemuck::cast_slice(&ends),
            bytemuck::cast_slice(&documents),
            &codes,
        ])
    }
}

/// The cell of a direction, and what it adds to the centre of the cell.
fn rest(cells: &Cells, vector: &[f32]) -> (usize, Vec<f32>) {
    let cell = cells.of(vector);
    (cell, vector.iter().zip(cells.centre(cell)).map(|(value, centre)| value - centre).collect())
}

/// The documents by what they mean, read in place.
#[derive(Debug, Clone)]
pub struct Near {
    width: usize,
    bytes: usize,
    centres: OwnedBytes,
    pages: OwnedBytes,
    ends: OwnedBytes,
    documents: OwnedBytes,
    codes: OwnedBytes,
}

impl Near {
    /// Reads what [`Writer::finish`] wrote; nothing when it is not that, whole.
    #[must_use]
    pub fn open(file: &OwnedBytes) -> Option<Self> {
        let [centres, pages, ends, documents, codes] = sections::read(file)?;
        let (cells, placed) = (ends.len() / 4, documents.len() / 4);
        let width = centres.len() / 4 / cells.max(1);
        let bytes = codes.len() / placed.max(1);
        let whole = pages.len() == bytes * PAGE
            && (placed == 0 || width == bytes * STRIDE)
            && codes.len() == placed * bytes
            && bytemuck::try_cast_slice::<u8, u32>(&ends).is_ok_and(<[u32]>::is_sorted)
            && [&centres, &pages, &documents].iter().all(|part| bytemuck::try_cast_slice::<u8, f32>(part).is_ok());
        whole.then_some(Self { width, bytes, centres, pages, ends, documents, codes })
    }

    /// The nearest documents of a direction among those that `wanted` takes, nearest first, with how near
    /// (at most one). `probes` is how many cells are searched.
    pub fn nearest(
        &self,
        direction: &[f32],
        probes: usize,
        most: usize,
        mut wanted: impl FnMut(u32) -> bool,
    ) -> Vec<(u32, f32)> {
        if direction.len() != self.width || most == 0 {
            return Vec::new();
        }
        let centres: &[f32] = bytemuck::cast_slice(&self.centres);
        let mut cells: Vec<(usize, f32)> =
            centres.chunks_exact(self.width).map(|centre| dot(centre, direction)).enumerate().collect();
        cells.sort_unstable_by(|one, other| other.1.total_cmp(&one.1));
        let table = table(bytemuck::cast_slice(&self.pages), direction);
        let mut best: BinaryHeap<Reverse<Found>> = BinaryHeap::with_capacity(most + 1);
        for (cell, centre) in cells.into_iter().take(probes) {
            self.scan(cell, |document, code| {
                let near = centre + nearness(&table, code);
                let enters = best.len() < most || best.peek().is_some_and(|last| near > last.0.near);
                if enters && wanted(document) {
                    best.push(Reverse(Found { near, document }));
                    if best.len() > most {
                        best.pop();
                    }
                }
            });
        }
        best.into_sorted_vec().into_iter().map(|Reverse(found)| (found.document, found.near)).collect()
    }

    fn scan(&self, cell: usize, mut see: impl FnMut(u32, &[u8])) {
        let ends: &[u32] = bytemuck::cast_slice(&self.ends);
        let documents: &[u32] = bytemuck::cast_slice(&self.documents);
        let start = if cell == 0 { 0 } else { ends[cell - 1] as usize };
        // A damaged end leads nowhere rather than astray.
        let end = (ends[cell] as usize).min(documents.len());
        let codes = self.codes.get(start * self.bytes..end * self.bytes).unwrap_or_default();
        for (document, code) in documents.get(start..end).unwrap_or_default().iter().zip(codes.chunks_exact(self.bytes))
        {
            see(*document, code);
        }
    }
}

/// A document and how near it is.
#[derive(Debug, PartialEq)]
struct Found {
    near: f32,
    document: u32,
}

impl Eq for Found {}

impl Ord for Found {
    fn cmp(&self, other: &Self) -> Ordering {
        self.near.total_cmp(&other.near).then_with(|| other.document.cmp(&self.document))
    }
}

impl PartialOrd for Found {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meaning::matrix::normalise;

    const WIDTH: usize = 8;

    fn directions(count: usize) -> Vec<Vec<f32>> {
        let mut random = fastrand::Rng::with_seed(9);
        let mut drawn = || {
            let mut vector: Vec<f32> = (0..WIDTH).map(|_| random.f32() - 0.5).collect();
            normalise(&mut vector);
            vector
        };
        (0..count).map(|_| drawn()).collect()
    }

    fn written(directions: &[Vec<f32>]) -> Vec<u8> {
        let mut writer = Writer::new(&directions.concat(), WIDTH, 20_000);
        let documents: Vec<_> = (0..).zip(directions.iter().cloned()).collect();
        writer.place(&documents);
        writer.finish()
    }

    #[test]
    fn the_nearest_documents_are_found_and_only_those_that_are_wanted() {
        let directions = directions(600);
        let near = Near::open(&OwnedBytes::new(written(&directions))).unwrap();
        let mut found = 0;
        for (document, direction) in (0..).zip(&directions).step_by(20) {
            let nearest = near.nearest(direction, 16, 10, |_| true);
            assert!(nearest.is_sorted_by(|one, other| one.1 >= other.1));
            found += usize::from(nearest.iter().any(|(other, _)| *other == document));
            let others = near.nearest(direction, 16, 10, |other| other != document);
            assert!(others.iter().all(|(other, _)| *other != document));
        }
        assert!(found >= 27, "{found} of 30");
    }

    #[test]
    fn a_direction_of_nothing_is_nowhere() {
        let mut directions = directions(600);
        directions[7] = vec![0.0; WIDTH];
        let near = Near::open(&OwnedBytes::new(written(&directions))).unwrap();
        assert!(near.nearest(&directions[8], 999, 999, |_| true).iter().all(|(document, _)| *document != 7));
        assert_eq!(near.nearest(&directions[8][1..], 9, 9, |_| true), []);
    }

    #[test]
    fn a_file_cut_short_or_too_long_is_not_read() {
        let file = written(&directions(600));
        for length in [0, 15, 16, 100, file.len() / 2, file.len() - 1] {
            assert!(Near::open(&OwnedBytes::new(file[..length].to_vec())).is_none(), "{length}");
        }
        assert!(Near::open(&OwnedBytes::new([file, vec![0]].concat())).is_none());
    }
}
