//! How much more often two words stand near each other than chance would have it.

use rayon::prelude::*;

use super::{corpus::Corpus, matrix::Sparse};

/// How far apart two words stand at most, in words: a purpose is a sentence about one thing.
const WINDOW: usize = 15;

/// How often two words must meet to be taken for more than chance.
const LEAST_MEETINGS: u32 = 2;

/// Damps the weight of rare words: they would else be near to whatever they met once.
const SMOOTHING: f64 = 0.875;

/// How many meetings are sorted at a time: four bytes each, on each core.
const BAND: usize = 16 << 20;

/// The positive pointwise mutual information of each two words, symmetric.
pub(super) fn information(corpus: &Corpus) -> Sparse {
    let words = corpus.words().len();
    let bands = bands(corpus, words);
    let counted: Vec<Counted> = bands.into_par_iter().map(|(first, last)| count(corpus, first, last)).collect();
    let weights: Vec<f64> = corpus.counts().iter().map(|count| f64::from(*count).powf(SMOOTHING)).collect();
    let all: f64 = weights.iter().sum();
    let meetings: f64 = counted.iter().flat_map(|band| &band.times).map(|times| f64::from(*times)).sum();
    let mut matrix = Sparse::default();
    for band in counted {
        for (row, run) in band.rows() {
            for (column, times) in run {
                let chance = weights[row] * weights[usize::from(column)] / (all * all);
                let information = (f64::from(times) / meetings / chance).ln();
                if information > 0.0 {
                    matrix.columns.push(column);
                    matrix.values.push(information as f32);
                }
            }
            matrix.ends.push(matrix.columns.len());
        }
    }
    matrix
}

/// Runs of words whose meetings are sorted together.
fn bands(corpus: &Corpus, words: usize) -> Vec<(usize, usize)> {
    let (mut bands, mut first, mut meetings) = (Vec::new(), 0, 0);
    for (word, count) in corpus.counts().iter().enumerate() {
        meetings += *count as usize * 2 * WINDOW;
        if meetings > BAND {
            bands.push((first, word + 1));
            (first, meetings) = (word + 1, 0);
        }
    }
    if first < words {
        bands.push((first, words));
    }
    bands
}

/// How often the words of a band met each other word: runs of columns, a run a word.
struct Counted {
    ends: Vec<usize>,
    columns: Vec<u16>,
    times: Vec<u32>,
    first: usize,
}

impl Counted {
    fn rows(&self) -> impl Iterator<Item = (usize, impl Iterator<Item = (u16, u32)>)> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).enumerate().map(|(row, (start, end))| {
            let run = self.columns[start..*end].iter().copied().zip(self.times[start..*end].iter().copied());
            (self.first + row, run)
        })
    }
}

fn count(corpus: &Corpus, first: usize, last: usize) -> Counted {
    let mut met: Vec<u32> = Vec::new();
    for text in corpus.texts() {
        for (place, word) in text.iter().enumerate() {
            let word = usize::from(*word);
            if word < first || word >= last {
                continue;
            }
            let row = ((word - first) as u32) << 16;
            let around = &text[place.saturating_sub(WINDOW)..text.len().min(place + WINDOW + 1)];
            met.extend(around.iter().filter(|other| usize::from(**other) != word).map(|other| row | u32::from(*other)));
        }
    }
    met.sort_unstable();
    let mut counted = Counted { ends: vec![0; last - first], columns: Vec::new(), times: Vec::new(), first };
    for run in met.chunk_by(|one, other| one == other) {
        let times = run.len() as u32;
        if times >= LEAST_MEETINGS {
            counted.columns.push((run[0] & 0xffff) as u16);
            counted.times.push(times);
            counted.ends[(run[0] >> 16) as usize] = counted.columns.len();
        }
    }
    // A word that met nobody often enough ends where the one before it ends.
    let mut reached = 0;
    for end in &mut counted.ends {
        reached = reached.max(*end);
        *end = reached;
    }
    counted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_meet_inform_of_each_other_and_the_matrix_is_symmetric() {
        let texts: Vec<&str> =
            ["eau rivière", "eau rivière", "vélo route", "vélo route", "eau route vélo rivière"].repeat(4);
        let corpus = Corpus::of_lines(&texts);
        let matrix = information(&corpus);
        let number = |word: &str| corpus.words().iter().position(|known| known == word).unwrap();
        let cell = |one: &str, other: &str| {
            let start = if number(one) == 0 { 0 } else { matrix.ends[number(one) - 1] };
            let range = start..matrix.ends[number(one)];
            let place = matrix.columns[range.clone()].iter().position(|column| usize::from(*column) == number(other));
            place.map_or(0.0, |place| matrix.values[range.start + place])
        };
        assert!(cell("eau", "rivière") > cell("eau", "vélo"));
        assert!((cell("eau", "rivière") - cell("rivière", "eau")).abs() < f32::EPSILON);
    }
}
