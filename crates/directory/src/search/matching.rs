//! Walking through the documents that hold the words.

use super::cursor::{Cursor, END};
use super::phrase::follows;
use super::reading::{Slot, Sought};
use super::sieve::{Failed, Sieve};
use crate::snapshot::Parts;

/// The highest level of a posting.
const LEVELS: f32 = 63.0;

/// A document that holds words of the question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Match {
    pub(crate) document: u32,
    /// How many words of the question it holds.
    pub(crate) held: u32,
    /// What the words add up to.
    pub(crate) relevance: f32,
    /// The lines of filters that it fails.
    pub(crate) failed: Failed,
}

/// A slot that is walked through.
pub(crate) struct Walk<'a> {
    cursors: Vec<(Cursor<'a>, f32)>,
    document: u32,
}

impl<'a> Walk<'a> {
    pub(crate) fn new(slot: &Slot, parts: &'a Parts) -> Self {
        let documents = parts.columns.flags().len() as f32;
        let cursors = slot.alternatives.iter().map(|alternative| {
            let factor = alternative.weight * rarity(documents, alternative.stem.count) / LEVELS;
            (Cursor::new(&parts.postings, alternative.stem), factor)
        });
        let mut walk = Self { cursors: cursors.collect(), document: 0 };
        walk.settle();
        walk
    }

    /// For names alone: a slot counts as its alternatives say, however rare their stems.
    pub(crate) fn of_names(slot: &Slot, parts: &'a Parts) -> Self {
        let cursors = slot.alternatives.iter().map(|alternative| {
            (Cursor::new(&parts.postings, alternative.stem), alternative.weight / LEVELS)
        });
        let mut walk = Self { cursors: cursors.collect(), document: 0 };
        walk.settle();
        walk
    }

    /// What the slot adds to the document at hand, when one of its alternatives is in the name.
    pub(crate) fn in_name(&mut self) -> Option<f32> {
        let document = self.document;
        let here = self.cursors.iter_mut().filter(|(cursor, _)| cursor.document() == document);
        let adds = here.filter_map(|(cursor, factor)| {
            let code = cursor.code();
            (code & 1 == 1).then(|| *factor * f32::from(code >> 1))
        });
        adds.reduce(f32::max)
    }

    fn settle(&mut self) {
        self.document = self.cursors.iter().map(|(cursor, _)| cursor.document()).min().unwrap_or(END);
    }

    /// The document at hand, or [`END`].
    pub(crate) const fn document(&self) -> u32 {
        self.document
    }

    /// Goes to the first document that is not before a target.
    pub(crate) fn seek(&mut self, target: u32) -> u32 {
        if self.document < target {
            if let [(cursor, _)] = self.cursors.as_mut_slice() {
                self.document = cursor.seek(target);
            } else {
                self.cursors.iter_mut().for_each(|(cursor, _)| {
                    cursor.seek(target);
                });
                self.settle();
            }
        }
        self.document
    }

    /// What the slot adds to the document at hand: the best of its alternatives.
    pub(crate) fn relevance(&mut self) -> f32 {
        let document = self.document;
        let here = self.cursors.iter_mut().filter(|(cursor, _)| cursor.document() == document);
        here.map(|(cursor, factor)| *factor * f32::from(cursor.code() >> 1)).fold(0.0, f32::max)
    }
}

/// How telling a stem is (the inverse document frequency of BM25).
pub(crate) fn rarity(documents: f32, count: u32) -> f32 {
    let count = count as f32;
    (1.0 + (documents - count + 0.5).max(0.5) / (count + 0.5)).ln()
}

/// What must hold beside the words.
pub(crate) struct Guard<'a> {
    phrases: Vec<(Vec<Cursor<'a>>, Vec<u32>)>,
    unwanted: Vec<Walk<'a>>,
    sieve: &'a Sieve<'a>,
}

impl<'a> Guard<'a> {
    pub(crate) fn new(sought: &Sought, parts: &'a Parts, sieve: &'a Sieve<'a>) -> Self {
        let phrases = sought.phrases.iter().map(|phrase| {
            let cursors = phrase.iter().map(|(alternative, _)| Cursor::new(&parts.postings, alternative.stem));
            (cursors.collect(), phrase.iter().map(|(_, distance)| *distance).collect())
        });
        let unwanted = sought.unwanted.iter().map(|slot| Walk::new(slot, parts)).collect();
        Self { phrases: phrases.collect(), unwanted, sieve }
    }

    /// The lines of filters that a document fails; nothing when it fails a phrase or holds an unwanted word.
    fn admits(&mut self, document: u32) -> Option<Failed> {
        if self.unwanted.iter_mut().any(|walk| walk.seek(document) == document) {
            return None;
        }
        let failed = self.sieve.failed(document);
        if failed & failed.wrapping_sub(1) != 0 {
            return None;
        }
        let follow = self.phrases.iter_mut().all(|(cursors, distances)| {
            let together = cursors.iter_mut().all(|cursor| cursor.seek(document) == document);
            together && follows(&cursors.iter().collect::<Vec<_>>(), distances)
        });
        follow.then_some(failed)
    }
}

/// Gives each document that holds all the words, in order.
pub(crate) fn all_words(slots: &[Slot], parts: &Parts, guard: &mut Guard<'_>, mut give: impl FnMut(Match)) {
    let mut walks: Vec<Walk<'_>> = slots.iter().map(|slot| Walk::new(slot, parts)).collect();
    let Some((lead, others)) = walks.split_first_mut() else { return every_document(parts, guard, give) };
    let mut document = lead.document();
    while document != END {
        match others.iter_mut().map(|other| other.seek(document)).find(|reached| *reached != document) {
            Some(reached) => document = lead.seek(reached),
            None => {
                if let Some(failed) = guard.admits(document) {
                    let relevance = lead.relevance() + others.iter_mut().map(Walk::relevance).sum::<f32>();
                    give(Match { document, held: slots.len() as u32, relevance, failed });
                }
                document = lead.seek(document + 1);
            }
        }
    }
}

fn every_document(parts: &Parts, guard: &mut Guard<'_>, mut give: impl FnMut(Match)) {
    for document in 0..parts.columns.flags().len() as u32 {
        if let Some(failed) = guard.admits(document) {
            give(Match { document, held: 0, relevance: 0.0, failed });
        }
    }
}

/// Gives each document that holds at least some of the words, in order. Whoever lacks at most `n - least` of the words
/// holds one of the `n - least + 1` rarest: only these are walked through.
pub(crate) fn some_words(
    slots: &[Slot],
    least: usize,
    parts: &Parts,
    guard: &mut Guard<'_>,
    mut give: impl FnMut(Match),
) {
    let mut walks: Vec<Walk<'_>> = slots.iter().map(|slot| Walk::new(slot, parts)).collect();
    let (leads, others) = walks.split_at_mut((slots.len() + 1).saturating_sub(least.max(1)));
    let mut target = 0;
    loop {
        let document = leads.iter_mut().map(|walk| walk.seek(target)).min().unwrap_or(END);
        if document == END {
            return;
        }
        let (mut held, mut relevance) = (0, 0.0);
        for walk in leads.iter_mut().chain(others.iter_mut()) {
            if walk.seek(document) == document {
                held += 1;
                relevance += walk.relevance();
            }
        }
        if held >= least as u32
            && let Some(failed) = guard.admits(document)
        {
            give(Match { document, held, relevance, failed });
        }
        target = document + 1;
    }
}
