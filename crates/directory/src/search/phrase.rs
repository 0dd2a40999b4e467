//! Whether words follow each other.

use super::cursor::Cursor;
use super::reading::Phrase;
use crate::snapshot::Parts;

/// A phrase that is looked for in one document after another.
pub(crate) struct PhraseWalk<'a> {
    /// The stems, the rarest first, each with its distance from the first of the phrase.
    words: Vec<(Cursor<'a>, u32)>,
    starts: Vec<u32>,
}

impl<'a> PhraseWalk<'a> {
    pub(crate) fn new(phrase: &Phrase, parts: &'a Parts) -> Self {
        let words =
            phrase.iter().map(|(alternative, distance)| (Cursor::new(&parts.postings, alternative.stem), *distance));
        let mut words: Vec<_> = words.collect();
        words.sort_by_key(|(cursor, _)| cursor.stem.count);
        Self { words, starts: Vec::new() }
    }

    /// Whether the words stand in a document at their distances.
    pub(crate) fn is_in(&mut self, document: u32) -> bool {
        self.words.iter_mut().all(|(cursor, _)| cursor.seek(document) == document)
            && self.follow_each_other().is_some_and(|follow| follow)
    }

    fn follow_each_other(&mut self) -> Option<bool> {
        let ((rarest, distance), others) = self.words.split_first_mut()?;
        self.starts.clear();
        self.starts.extend(rarest.ranks()?.iter().filter_map(|rank| rank.checked_sub(*distance)));
        for (other, distance) in others {
            let ranks = other.ranks()?;
            self.starts.retain(|start| ranks.contains(&start.saturating_add(*distance)));
            if self.starts.is_empty() {
                break;
            }
        }
        Some(!self.starts.is_empty())
    }
}
