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
    /// The corpus of texts that are given as their words, in order: some texts for each source. Each source is read
    /// twice.
    ///
    /// # Errors
    /// The first that a source gives.
    pub fn of<T, E, R>(sources: &[T], texts_of: R) -> Result<Self, E>
    where
        T: Sync,
        E: Send,
        R: Fn(&T) -> Result<Vec<Vec<String>>, E> + Sync,
    {
        let count = |mut counts: HashMap<String, u32>, source: &T| {
            for word in texts_of(source)?.into_iter().flatten() {
                *counts.entry(word).or_default() += 1;
            }
            Ok(counts)
        };
        let counted = sources.par_iter().try_fold(HashMap::new, count);
        let counted = counted.try_reduce(HashMap::new, |one, other| Ok(merged(one, other)))?;
        let mut kept: Vec<_> = counted.into_iter().filter(|(_, count)| *count >= LEAST_OFTEN).collect();
        kept.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        kept.truncate(MOST_WORDS);
        let (words, counts): (Vec<_>, Vec<_>) = kept.into_iter().unzip();
        let mut corpus = Self { words, counts, ..Self::default() };
        corpus.read(sources, texts_of)?;
        Ok(corpus)
    }

    fn read<T: Sync, E: Send>(
        &mut self,
        sources: &[T],
        texts_of: impl Fn(&T) -> Result<Vec<Vec<String>>, E> + Sync,
    ) -> Result<(), E> {
        let numbers: HashMap<&str, u16> = self.words.iter().map(String::as_str).zip(0..).collect();
        let number = |text: Vec<String>| -> Vec<u16> {
            text.iter().filter_map(|word| numbers.get(word.as_str()).copied()).collect()
        };
        let read: Result<Vec<Vec<Vec<u16>>>, E> =
            sources.par_iter().map(|source| Ok(texts_of(source)?.into_iter().map(number).collect())).collect();
        for text in read?.into_iter().flatten() {
            self.tokens.extend(text);
            self.ends.push(self.tokens.len());
        }
        Ok(())
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
impl Corpus {
    /// The corpus of texts whose words are parted by spaces.
    pub(super) fn of_lines(lines: &[impl AsRef<str> + Sync]) -> Self {
        let words = |line: &str| line.split(' ').map(str::to_owned).collect();
        let texts = |line: &_| -> Result<_, std::convert::Infallible> { Ok(vec![words(AsRef::<str>::as_ref(line))]) };
        Self::of(lines, texts).unwrap_or_else(|never| match never {})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_words_are_left_out_and_frequent_ones_come_first() {
        let texts = ["eau rivière eau", "eau rivière lac", "eau rivière", "eau rivière", "rivière"];
        let corpus = Corpus::of_lines(&texts);
        assert_eq!(corpus.words(), ["eau", "rivière"]);
        assert_eq!(corpus.counts(), [5, 5]);
        assert_eq!(corpus.texts().collect::<Vec<_>>()[..2], [&[0, 1, 0][..], &[0, 1]]);
        assert_eq!(corpus.texts().count(), 5);
    }
}
