//! Directions in few bytes: product quantisation (H. Jégou, M. Douze, C. Schmid, "Product
//! Quantization for Nearest Neighbor Search", IEEE TPAMI 33, 2011) of what a direction adds to the centre
//! of its cell.

use rayon::prelude::*;

/// How many numbers of a direction a byte stands for.
pub(super) const STRIDE: usize = 4;

/// How many values a byte tells apart.
const VALUES: usize = 256;

/// How many bytes the values of one byte of a code take.
pub(super) const PAGE: usize = STRIDE * VALUES * 4;

/// How often the values move when they are placed.
const MOVES: usize = 8;

/// What each byte of a code stands for.
#[derive(Debug, Clone)]
pub(super) struct Book {
    /// For each byte, for each of its values, four numbers.
    pub(super) pages: Vec<f32>,
}

impl Book {
    /// The book that tells best the rests of a sample: at least 256 of them.
    pub(super) fn write(rests: &[f32], width: usize) -> Self {
        let bytes = width / STRIDE;
        let pages: Vec<Vec<f32>> = (0..bytes).into_par_iter().map(|byte| page(rests, width, byte)).collect();
        Self { pages: pages.concat() }
    }

    /// How many bytes a code has.
    pub(super) fn bytes(&self) -> usize {
        self.pages.len() / (STRIDE * VALUES)
    }

    /// The code of what a direction adds to the centre of its cell.
    pub(super) fn code(&self, rest: &[f32]) -> Vec<u8> {
        let parts = rest.chunks_exact(STRIDE).zip(self.pages.chunks_exact(STRIDE * VALUES));
        parts.map(|(part, page)| nearest(page, part) as u8).collect()
    }
}

/// What each value of each byte adds to the nearness to a question.
pub(super) fn table(pages: &[f32], question: &[f32]) -> Vec<f32> {
    let parts = question.chunks_exact(STRIDE).zip(pages.chunks_exact(STRIDE * VALUES));
    parts.flat_map(|(part, page)| page.chunks_exact(STRIDE).map(move |value| product(value, part))).collect()
}

/// The nearness of a code to the question that the table was made for.
pub(super) fn nearness(table: &[f32], code: &[u8]) -> f32 {
    code.iter().zip(table.chunks_exact(VALUES)).map(|(value, values)| values[usize::from(*value)]).sum()
}

fn product(one: &[f32], other: &[f32]) -> f32 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

/// The value nearest to a part.
fn nearest(page: &[f32], part: &[f32]) -> usize {
    let mut best = (0, f32::MAX);
    for (place, value) in page.chunks_exact(STRIDE).enumerate() {
        let distance: f32 = value.iter().zip(part).map(|(value, part)| (value - part) * (value - part)).sum();
        if distance < best.1 {
            best = (place, distance);
        }
    }
    best.0
}

/// The values of one byte: k-means of the parts that it stands for.
fn page(rests: &[f32], width: usize, byte: usize) -> Vec<f32> {
    let parts: Vec<&[f32]> = rests.chunks_exact(width).map(|rest| &rest[byte * STRIDE..][..STRIDE]).collect();
    let mut page: Vec<f32> =
        (0..VALUES).flat_map(|value| parts[value * parts.len() / VALUES].iter().copied()).collect();
    for _ in 0..MOVES {
        let (mut sums, mut counts) = (vec![0.0; page.len()], vec![0.0; VALUES]);
        for part in &parts {
            let value = nearest(&page, part);
            counts[value] += 1.0;
            for (sum, part) in sums[value * STRIDE..][..STRIDE].iter_mut().zip(*part) {
                *sum += part;
            }
        }
        for ((value, sum), count) in page.chunks_mut(STRIDE).zip(sums.chunks(STRIDE)).zip(counts) {
            if count > 0.0 {
                value.iter_mut().zip(sum).for_each(|(value, sum)| *value = sum / count);
            }
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_keeps_the_nearness_of_what_it_stands_for() {
        let mut random = fastrand::Rng::with_seed(5);
        let rests: Vec<f32> = (0..1000 * 8).map(|_| random.f32() - 0.5).collect();
        let book = Book::write(&rests, 8);
        assert_eq!(book.bytes(), 2);
        let question: Vec<f32> = (0..8).map(|_| random.f32() - 0.5).collect();
        let table = table(&book.pages, &question);
        let exact = |rest: &[f32]| product(rest, &question);
        let off = rests.chunks(8).map(|rest| (nearness(&table, &book.code(rest)) - exact(rest)).powi(2)).sum::<f32>();
        let spread = rests.chunks(8).map(|rest| exact(rest).powi(2)).sum::<f32>();
        assert!(off < spread * 0.15, "{off} of {spread}");
    }
}
