//! A walk through the documents of a word, whichever of its stems they hold.

use std::ops::Range;

use super::cursor::{Cursor, END};
use super::reading::Slot;
use crate::snapshot::{Parts, is_set};

/// The highest level of a posting.
const LEVELS: f32 = 63.0;

/// How many documents make a window: what their words add up to stays in the nearest memory.
pub(crate) const WINDOW: usize = 1024;

/// What words add up to, for each document of a window.
pub(crate) type Sums = [f32; WINDOW];

/// How telling a stem is (the inverse document frequency of BM25).
pub(crate) fn rarity(documents: f32, count: u32) -> f32 {
    let count = count as f32;
    (1.0 + (documents - count + 0.5).max(0.5) / (count + 0.5)).ln()
}

/// A slot that is walked through.
pub(crate) struct Walk<'a> {
    cursors: Vec<(Cursor<'a>, f32)>,
    document: u32,
    /// The bits of its only stem, when it is frequent.
    bits: Option<&'a [u64]>,
}

impl<'a> Walk<'a> {
    /// For texts: a slot counts for as much as its stems are rare.
    pub(crate) fn new(slot: &Slot, parts: &'a Parts) -> Self {
        let documents = parts.columns.flags().len() as f32;
        let bits = match slot.alternatives.as_slice() {
            [alone] => parts.dense.get(alone.number),
            _ => None,
        };
        Self::with(slot, parts, bits, |count| rarity(documents, count))
    }

    /// For names alone: a slot counts as its alternatives say, however rare their stems.
    pub(crate) fn of_names(slot: &Slot, parts: &'a Parts) -> Self {
        Self::with(slot, parts, None, |_| 1.0)
    }

    fn with(slot: &Slot, parts: &'a Parts, bits: Option<&'a [u64]>, rarity: impl Fn(u32) -> f32) -> Self {
        let cursors = slot.alternatives.iter().map(|alternative| {
            let factor = alternative.weight * rarity(alternative.stem.count) / LEVELS;
            (Cursor::new(&parts.postings, alternative.stem), factor)
        });
        let mut walk = Self { cursors: cursors.collect(), document: 0, bits };
        walk.settle();
        walk
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

    /// Goes to the next document.
    pub(crate) fn next(&mut self) -> u32 {
        match self.cursors.as_mut_slice() {
            [(cursor, _)] => self.document = cursor.next(),
            _ => {
                self.seek(self.document.saturating_add(1));
            }
        }
        self.document
    }

    /// Whether a document, not before those that were asked for, holds the word. The walk may stay behind.
    pub(crate) fn holds(&mut self, document: u32) -> bool {
        match self.bits {
            Some(bits) => is_set(bits, document),
            None => self.seek(document) == document,
        }
    }

    /// What the slot adds at most to a document, not before those that were asked for, without unpacking anything.
    pub(crate) fn bound_near(&mut self, document: u32) -> f32 {
        self.cursors.iter_mut().for_each(|(cursor, _)| cursor.reach(document));
        self.bound_here()
    }

    /// What the slot adds at most to a document of a window, not before those that were asked for.
    pub(crate) fn bound_within(&mut self, window: Range<u32>) -> f32 {
        self.cursors.iter_mut().for_each(|(cursor, _)| cursor.reach(window.start));
        self.most(|cursor| cursor.bound_before(window.end))
    }

    /// Adds what the slot adds to each document of a window, the best of its alternatives.
    pub(crate) fn add_within(&mut self, window: Range<u32>, sums: &mut Sums) {
        if let [(cursor, factor)] = self.cursors.as_mut_slice() {
            cursor.seek(window.start);
            cursor.each_before(window.end, |document, code| {
                if let Some(sum) = sums.get_mut(document.wrapping_sub(window.start) as usize) {
                    *sum += *factor * f32::from(code >> 1);
                }
            });
        } else {
            let mut best = [0.0_f32; WINDOW];
            for (cursor, factor) in &mut self.cursors {
                cursor.seek(window.start);
                cursor.each_before(window.end, |document, code| {
                    if let Some(best) = best.get_mut(document.wrapping_sub(window.start) as usize) {
                        *best = best.max(*factor * f32::from(code >> 1));
                    }
                });
            }
            sums.iter_mut().zip(&best).for_each(|(sum, best)| *sum += best);
        }
        self.settle();
    }

    /// What the slot adds at most to the document at hand.
    pub(crate) fn bound_here(&self) -> f32 {
        self.most(Cursor::bound)
    }

    fn most(&self, level: impl Fn(&Cursor<'a>) -> u8) -> f32 {
        self.cursors.iter().map(|(cursor, factor)| factor * f32::from(level(cursor))).fold(0.0, f32::max)
    }

    /// Passes over what adds no more than a bound, as far as this is known without looking at each document.
    pub(crate) fn pass_weak(&mut self, bound: f32) -> u32 {
        match self.cursors.as_mut_slice() {
            [(cursor, factor)] => {
                let before = self.document;
                self.document = cursor.pass_weak(bound / *factor);
                if self.document == before { self.next() } else { self.document }
            }
            _ => self.next(),
        }
    }

    /// What the slot adds to the document at hand: the best of its alternatives.
    pub(crate) fn relevance(&mut self) -> f32 {
        let document = self.document;
        let here = self.cursors.iter_mut().filter(|(cursor, _)| cursor.document() == document);
        here.map(|(cursor, factor)| *factor * f32::from(cursor.code() >> 1)).fold(0.0, f32::max)
    }

    /// What the slot adds to a document, not before the one at hand.
    pub(crate) fn relevance_in(&mut self, document: u32) -> f32 {
        if self.seek(document) == document { self.relevance() } else { 0.0 }
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
}
