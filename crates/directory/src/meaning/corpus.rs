//! Texts as numbers of words.

use std::collections::HashMap;

use rayon::prelude::*;

/// The most words that are told apart: a number of a word takes two bytes.
const MOST_WORDS: usize = 60_000;

/// How often a word must stand in all texts to be learnt.
const LEAST_OFTEN: u32 = 5;

/// Texts as numbers of the words that are learnt, most frequent first; other words leave no trace.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    words: Vec<String>,
    /// How often each word stands in the texts.
    counts: Vec<u32>,
    tokens: Vec<u16>,
    /// Where each text ends in `tokens`.
    ends: Vec<usize>,
}

impl Corpus {
    /// The corpus of texts that are given as their words, in order. The texts are read twice.
    pub fn of<T, W>(texts: &[T], words_of: W) -> Self
    where
        T: Sync,
        W: Fn(&T) -> Vec<String> + Sync,
    {
        let counted = texts
            .par_iter()
            .fold(HashMap::new, |mut counts: HashMap<String, u32>, text| {
                for word in words_of(text) {
                    *counts.entry(word).or_default() += 1;
                }
                counts
            })
            .reduce(HashMap::new, merged);
        let mut kept: Vec<_> = counted.into_iter().filter(|(_, count)| *count >= LEAST_OFTEN).collect();
        kept.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        kept.truncate(MOST_WORDS);
        let (words, counts): (Vec<_>, Vec<_>) = kept.into_iter().unzip();
        let mut corpus = Self { words, counts, ..Self::default() };
        corpus.read(texts, words_of);
        corpus
    }

    fn read<T: Sync, W: Fn(&T) -> Vec<String> + Sync>(&mut self, texts: &[T], words_of: W) {
        let numbers: HashMap<&str, u16> = self.words.iter().map(String::as_str).zip(0..).collect();
        let read: Vec<Vec<u16>> = texts
            .par_iter()
            .map(|text| words_of(text).iter().filter_map(|word| numbers.get(word.as_str()).copied()).collect())
            .collect();
        for text in read {
            self.tokens.extend(text);
            self.ends.push(self.tokens.len());
        }
    }

    /// The words, by number.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// How often each word stands in the texts, by number.
    #[must_use]
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// All tokens together.
    #[must_use]
    pub fn total(&self) -> usize {
        self.tokens.len()
    }

    /// The texts, each as the numbers of its words.
    pub fn texts(&self) -> impl Iterator<Item = &[u16]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.tokens[start..*end])
    }
}

fn merged(mut one: HashMap<String, u32>, other: HashMap<String, u32>) -> HashMap<String, u32> {
    if one.len() < other.len() {
        return merged(other, one);
    }
    for (word, count) in other {
        *one.entry(word).or_default() += count;
    }
    one
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_words_are_left_out_and_frequent_ones_come_first() {
        let texts = ["eau rivière eau", "eau rivière lac", "eau rivière", "eau rivière", "rivière"];
        let corpus = Corpus::of(&texts, |text| text.split(' ').map(str::to_owned).collect());
        assert_eq!(corpus.words(), ["eau", "rivière"]);
        assert_eq!(corpus.counts(), [5, 5]);
        assert_eq!(corpus.texts().collect::<Vec<_>>()[..2], [&[0, 1, 0][..], &[0, 1]]);
        assert_eq!(corpus.texts().count(), 5);
    }
}
