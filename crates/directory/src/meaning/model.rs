//! Words as directions, and texts as the average of theirs.

use std::{collections::BTreeMap, str};

use rayon::prelude::*;
use tantivy::directory::OwnedBytes;

use super::{
    cooccurrence::information,
    corpus::Corpus,
    decomposition::{decompose, turned},
    matrix::{add, dot, normalise},
    sections,
};

/// How quickly the weight of a word falls with its frequency.
const RARITY: f32 = 3e-3;

/// How many texts say the direction that all share.
const VOICES: usize = 50_000;

/// How a model is learnt.
#[derive(Debug, Clone, Copy)]
pub struct Learning {
    /// How many numbers a direction has: a multiple of four.
    pub width: usize,
}

impl Default for Learning {
    fn default() -> Self {
        Self { width: 128 }
    }
}

/// What words mean: a direction each, of length one, and a weight by rarity. Read in place.
#[derive(Debug, Clone)]
pub struct Model {
    width: usize,
    numbers: fst::Map<OwnedBytes>,
    /// The bytes of all words, and where each ends.
    words: OwnedBytes,
    ends: OwnedBytes,
    weights: OwnedBytes,
    /// Directions on eight bits, and by how much each is to be multiplied.
    vectors: OwnedBytes,
    scales: OwnedBytes,
    /// The direction that all texts share, which tells none from another.
    common: Vec<f32>,
}

impl Model {
    /// Learns what the words of a corpus mean.
    #[must_use]
    pub fn learn(corpus: &Corpus, learning: Learning) -> Self {
        let mut rows = turned(&decompose(&information(corpus), learning.width));
        rows.values.par_chunks_mut(learning.width.max(1)).for_each(normalise);
        Self::with(corpus, learning.width, &rows.values)
    }

    /// The words of a corpus with directions from elsewhere, of length one or nought.
    pub(super) fn with(corpus: &Corpus, width: usize, directions: &[f32]) -> Self {
        let total = corpus.total().max(1) as f32;
        let weights: Vec<f32> = corpus.counts().iter().map(|count| RARITY / (RARITY + *count as f32 / total)).collect();
        let mut model = Self::of(corpus.words(), width, directions, &weights);
        model.common = model.shared(corpus);
        model
    }

    fn of(words: &[String], width: usize, vectors: &[f32], weights: &[f32]) -> Self {
        let scale = |vector: &[f32]| vector.iter().fold(0.0_f32, |most, value| most.max(value.abs())) / 127.0;
        let scales: Vec<f32> = vectors.chunks(width.max(1)).map(scale).collect();
        let codes: Vec<i8> = (vectors.chunks(width.max(1)).zip(&scales))
            .flat_map(|(vector, scale)| vector.iter().map(move |value| (value / scale.max(f32::EPSILON)).round() as i8))
            .collect();
        let mut reached = 0;
        let ends: Vec<u32> = words.iter().map(|word| (reached += word.len(), reached as u32).1).collect();
        let sorted: BTreeMap<&str, u64> = words.iter().map(String::as_str).zip(0..).collect();
        // Words in order, each once: a dictionary of them cannot fail.
        let numbers = fst::Map::from_iter(sorted).map(|map| map.as_fst().as_bytes().to_vec()).unwrap_or_default();
        Self {
            width,
            numbers: fst::Map::new(OwnedBytes::new(numbers)).unwrap_or_else(|_| nothing()),
            words: OwnedBytes::new(words.concat().into_bytes()),
            ends: sections::bytes(&ends),
            weights: sections::bytes(weights),
            vectors: sections::bytes(&codes),
            scales: sections::bytes(&scales),
            common: vec![0.0; width],
        }
    }

    /// The mean direction of the texts of a corpus: a sample of them says it.
    fn shared(&self, corpus: &Corpus) -> Vec<f32> {
        let every = (corpus.texts().count() / VOICES).max(1);
        let mut sum = vec![0.0; self.width];
        for text in corpus.texts().step_by(every) {
            let mut vector = self.average(text.iter().map(|word| usize::from(*word)));
            normalise(&mut vector);
            add(&mut sum, &vector, 1.0);
        }
        normalise(&mut sum);
        sum
    }

    fn average(&self, words: impl Iterator<Item = usize>) -> Vec<f32> {
        let (weights, scales): (&[f32], &[f32]) =
            (bytemuck::cast_slice(&self.weights), bytemuck::cast_slice(&self.scales));
        let mut sum = vec![0.0; self.width];
        for word in words {
            let factor = weights[word] * scales[word];
            for (sum, code) in sum.iter_mut().zip(self.codes(word)) {
                *sum += factor * f32::from(*code);
            }
        }
        sum
    }

    fn codes(&self, word: usize) -> &[i8] {
        bytemuck::cast_slice(&self.vectors[word * self.width..][..self.width])
    }

    fn direction(&self, word: usize) -> Vec<f32> {
        let scales: &[f32] = bytemuck::cast_slice(&self.scales);
        self.codes(word).iter().map(|code| f32::from(*code) * scales[word]).collect()
    }

    fn number(&self, word: &str) -> Option<usize> {
        self.numbers.get(word).map(|number| number as usize)
    }

    fn word(&self, number: usize) -> &str {
        let ends: &[u32] = bytemuck::cast_slice(&self.ends);
        let start = if number == 0 { 0 } else { ends[number - 1] as usize };
        str::from_utf8(&self.words[start..ends[number] as usize]).unwrap_or_default()
    }

    /// How many numbers a direction has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// The direction of a text given as its words, of length one; of length nought where no word is known.
    pub fn text<'w>(&self, words: impl IntoIterator<Item = &'w str>) -> Vec<f32> {
        let mut vector = self.average(words.into_iter().filter_map(|word| self.number(word)));
        normalise(&mut vector);
        let shared = dot(&vector, &self.common);
        add(&mut vector, &self.common, -shared);
        normalise(&mut vector);
        vector
    }

    /// The words nearest to a word, with how near (at most one), from the nearest.
    #[must_use]
    pub fn near(&self, word: &str, most: usize) -> Vec<(&str, f32)> {
        let Some(number) = self.number(word) else { return Vec::new() };
        let direction = self.direction(number);
        let others = (0..self.ends.len() / 4).filter(|other| *other != number);
        let mut near: Vec<_> = others.map(|other| (other, dot(&direction, &self.direction(other)))).collect();
        near.sort_by(|one, other| other.1.total_cmp(&one.1));
        near.into_iter().take(most).map(|(other, nearness)| (self.word(other), nearness)).collect()
    }

    /// The words of `there` that are nearest to words of `here` without being one of them, each with the word it
    /// is nearest to and how near, from the nearest.
    #[must_use]
    pub fn related<'w>(&self, here: &[&'w str], there: &[&'w str], least: f32) -> Vec<(&'w str, &'w str, f32)> {
        let known = |words: &[&'w str]| -> Vec<(&'w str, Vec<f32>)> {
            words.iter().filter_map(|word| Some((*word, self.direction(self.number(word)?)))).collect()
        };
        let (here_known, there_known) = (known(here), known(there));
        let mut pairs: Vec<_> = there_known
            .iter()
            .filter(|(word, _)| !here.contains(word))
            .filter_map(|(word, direction)| {
                let nearest = here_known.iter().map(|(other, toward)| (*other, dot(direction, toward)));
                let (other, near) = nearest.max_by(|one, two| one.1.total_cmp(&two.1))?;
                (near >= least).then_some((other, *word, near))
            })
            .collect();
        pairs.sort_by(|one, two| two.2.total_cmp(&one.2));
        pairs.dedup_by(|one, two| one.1 == two.1);
        pairs
    }

    /// The model as a file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let width = [self.width as u32];
        sections::write(&[
            bytemuck::cast_slice(&width),
            self.numbers.as_fst().as_bytes(),
            &self.words,
            &self.ends,
            &self.weights,
            &self.vectors,
            &self.scales,
            bytemuck::cast_slice(&self.common),
        ])
    }

    /// Reads what [`Model::to_bytes`] wrote; nothing when it is not that, whole.
    #[must_use]
    pub fn open(file: &OwnedBytes) -> Option<Self> {
        let [width, numbers, words, ends, weights, vectors, scales, common] = sections::read(file)?;
        let width = *bytemuck::try_cast_slice::<u8, u32>(&width).ok()?.first()? as usize;
        let count = ends.len() / 4;
        let lengths = [
            (weights.len(), count * 4),
            (scales.len(), count * 4),
            (vectors.len(), count * width),
            (common.len(), width * 4),
        ];
        let numbers = fst::Map::new(numbers).ok()?;
        let whole = lengths.iter().all(|(length, wanted)| length == wanted)
            && numbers.len() == count
            && bytemuck::try_cast_slice::<u8, u32>(&ends)
                .is_ok_and(|ends| ends.is_sorted() && ends.last().copied().unwrap_or(0) as usize == words.len());
        let common = bytemuck::try_cast_slice(&common).ok()?.to_vec();
        whole.then_some(Self { width, numbers, words, ends, weights, vectors, scales, common })
    }
}

/// A dictionary without words.
fn nothing() -> fst::Map<OwnedBytes> {
    let empty = fst::Map::default().as_fst().as_bytes().to_vec();
    fst::Map::new(OwnedBytes::new(empty)).unwrap_or_else(|_| unreachable!("an empty dictionary is one"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learnt() -> Model {
        let texts: Vec<String> = (0..60)
            .map(|turn| match turn % 4 {
                0 => "eau rivière poisson berge",
                1 => "rivière poisson eau berge crue",
                2 => "vélo route piste cycle",
                _ => "piste cycle vélo route ville",
            })
            .map(str::to_owned)
            .collect();
        Model::learn(&Corpus::of_lines(&texts), Learning { width: 4 })
    }

    fn nearness(model: &Model, one: &str, other: &str) -> f32 {
        dot(&model.text(one.split(' ')), &model.text(other.split(' ')))
    }

    #[test]
    fn texts_that_share_no_word_are_near_when_their_words_are() {
        let model = learnt();
        assert!(nearness(&model, "eau berge", "poisson rivière") > nearness(&model, "eau berge", "vélo piste"));
        assert_eq!(model.text(["inconnu"]), vec![0.0; 4]);
        let near: Vec<_> = model.near("eau", 3).into_iter().map(|(word, _)| word).collect();
        assert!(near.contains(&"poisson") && !near.contains(&"vélo"), "{near:?}");
        let related = model.related(&["eau"], &["poisson", "route", "eau"], 0.5);
        assert_eq!(related.iter().map(|(_, word, _)| *word).collect::<Vec<_>>(), ["poisson"]);
    }

    #[test]
    fn a_model_is_read_as_it_was_written_and_not_when_it_was_cut() {
        let model = learnt();
        let file = model.to_bytes();
        let read = Model::open(&OwnedBytes::new(file.clone())).unwrap();
        assert_eq!(read.text(["eau", "ville"]), model.text(["eau", "ville"]));
        assert_eq!(read.near("vélo", 2), model.near("vélo", 2));
        for length in 0..file.len() {
            assert!(Model::open(&OwnedBytes::new(file[..length].to_vec())).is_none(), "{length} of {}", file.len());
        }
    }
}
