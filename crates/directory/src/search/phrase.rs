//! Whether words follow each other.

use super::cursor::Cursor;
use super::reading::Phrase;
use crate::snapshot::Parts;

/// A phrase that is looked for in one document after another.
pub(crate) struct PhraseWalk<'a> {
    /// The stems, the rarest first, each with its distance from the first of the phrase.
    words: Vec<(Cursor<'a>, u32)>,
    starts: Vec<u32>,
    ranks: Vec<u32>,
}

impl<'a> PhraseWalk<'a> {
    pub(crate) fn new(phrase: &Phrase, parts: &'a Parts) -> Self {
        let words =
            phrase.iter().map(|(alternative, distance)| (Cursor::new(&parts.postings, alternative.stem), *distance));
        let mut words: Vec<_> = words.collect();
        words.sort_by_key(|(cursor, _)| cursor.stem.count);
        Self { words, starts: Vec::new(), ranks: Vec::new() }
    }

    /// Whether the words stand in a document at their distances.
    pub(crate) fn is_in(&mut self, document: u32) -> bool {
        let mut is_first = true;
        for (cursor, distance) in &mut self.words {
            if cursor.seek(document) != document || cursor.ranks(&mut self.ranks).is_none() {
                return false;
            }
            if is_first {
                self.starts.clear();
                self.starts.extend(self.ranks.iter().filter_map(|rank| rank.checked_sub(*distance)));
            } else {
                let ranks = &self.ranks;
                self.starts.retain(|start| ranks.binary_search(&start.saturating_add(*distance)).is_ok());
            }
            is_first = false;
            if self.starts.is_empty() {
                return false;
            }
        }
        true
    }
}
