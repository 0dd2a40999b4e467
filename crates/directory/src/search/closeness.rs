//! How closely an organisation answers: whether its name is what was asked, whether the words stand together.
//!
//! Only the best documents by their words are looked at again: this reads positions, and would slow the walk.

use super::cursor::Cursor;
use super::ranking::{Scored, score};
use super::reading::{Slot, Sought};
use crate::snapshot::Parts;

/// How many of the best documents are looked at again, whatever the page.
pub(crate) const LOOKED_AT: usize = 48;

/// How much a name that is what was asked, no more and no less, adds to the relevance.
const NAME: f32 = 0.5;

/// How much words that all stand together add.
const TOGETHER: f32 = 0.15;

/// How far apart words that stand together are, in words, empty ones included.
const WINDOW: u32 = 3;

/// How closely a document answers, each from nought to one.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Closeness {
    /// The share of the words asked for that the name has, times the share of the name that they are.
    pub(crate) name: f32,
    /// The share of neighbours in the question that are neighbours in the text.
    pub(crate) together: f32,
}

impl Closeness {
    /// What part of the relevance it adds.
    pub(crate) fn adds(self) -> [f32; 2] {
        [NAME * self.name, TOGETHER * self.together]
    }

    fn factor(self) -> f32 {
        1.0 + self.adds().iter().sum::<f32>()
    }
}

/// The documents with what their closeness adds, the best first; what comes after those that are looked at stays behind
/// them.
pub(crate) fn closest(mut best: Vec<Scored>, sought: &Sought, parts: &Parts) -> Vec<Scored> {
    let rest = best.split_off(best.len().min(LOOKED_AT));
    if sought.asked.is_empty() {
        best.extend(rest);
        return best;
    }
    best.sort_unstable_by_key(|scored| scored.document);
    let mut look = Look::new(sought, parts);
    for scored in &mut best {
        scored.score *= look.at(scored.document).factor();
    }
    best.sort_unstable_by(|one, other| other.cmp(one));
    best.extend(rest);
    best
}

/// What a document's words add up to once its closeness is counted, with the closeness.
pub(crate) fn weighed(relevance: f32, prior: u8, document: u32, sought: &Sought, parts: &Parts) -> (f32, Closeness) {
    let closeness = if sought.asked.is_empty() { Closeness::default() } else { Look::new(sought, parts).at(document) };
    (score(relevance, prior) * closeness.factor(), closeness)
}

/// The words of a question, followed through documents in order.
struct Look<'a> {
    words: Vec<Word<'a>>,
    parts: &'a Parts,
}

/// A word, wherever one of its stems stands.
struct Word<'a> {
    cursors: Vec<Cursor<'a>>,
    in_name: bool,
    ranks: Vec<u32>,
}

impl<'a> Look<'a> {
    fn new(sought: &Sought, parts: &'a Parts) -> Self {
        let word = |slot: &Slot| Word {
            cursors: slot.alternatives.iter().map(|one| Cursor::new(&parts.postings, one.stem)).collect(),
            in_name: false,
            ranks: Vec::new(),
        };
        Self { words: sought.asked.iter().map(word).collect(), parts }
    }

    fn at(&mut self, document: u32) -> Closeness {
        let is_one = self.words.len() == 1;
        self.words.iter_mut().for_each(|word| word.find(document, !is_one));
        let asked = self.words.len() as f32;
        let in_name = self.words.iter().filter(|word| word.in_name).count() as f32;
        let of_name = f32::from(self.parts.columns.name_words(document)).max(in_name).max(1.0);
        let pairs = self.words.windows(2).filter(|pair| stand_together(&pair[0].ranks, &pair[1].ranks)).count();
        let together = if is_one { 0.0 } else { pairs as f32 / (asked - 1.0) };
        Closeness { name: (in_name / asked) * (in_name / of_name), together }
    }
}

impl Word<'_> {
    fn find(&mut self, document: u32, with_ranks: bool) {
        self.in_name = false;
        self.ranks.clear();
        for cursor in &mut self.cursors {
            if cursor.seek(document) == document {
                self.in_name |= cursor.code() & 1 == 1;
                if with_ranks {
                    self.ranks.extend(cursor.ranks().unwrap_or(&[]));
                }
            }
        }
        self.ranks.sort_unstable();
    }
}

/// Whether a rank of one is near a rank of the other; both are in order.
fn stand_together(one: &[u32], other: &[u32]) -> bool {
    one.iter().any(|rank| {
        let at = other.partition_point(|there| *there < rank.saturating_sub(WINDOW));
        other.get(at).is_some_and(|there| there.abs_diff(*rank) <= WINDOW)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_together_when_few_words_part_them() {
        assert!(stand_together(&[1, 40], &[37]));
        assert!(stand_together(&[5], &[2, 90]));
        assert!(!stand_together(&[5], &[1, 9]));
        assert!(!stand_together(&[], &[1]));
    }
}
