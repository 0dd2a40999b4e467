//! Documents as bits: when words are frequent, whole sets are met at once.

use super::reading::Slot;
use crate::snapshot::{BLOCK, Block, Parts, STANDING, Stem};

/// Sets are met as bits when the rarest word is in more than one document in so many.
const FREQUENT: u64 = 256;

/// Below so many documents, walking is quicker whatever their number.
const LEAST: u64 = 64;

/// Whether the rarest of some words is frequent enough for sets to be met as bits.
pub(crate) fn are_frequent(slots: &[Slot], parts: &Parts) -> bool {
    let documents = parts.columns.flags().len() as u64;
    slots.first().is_some_and(|rarest| rarest.most() > LEAST.max(documents / FREQUENT))
}

/// A set of documents.
#[derive(Debug, Clone)]
pub(crate) struct Bits(Vec<u64>);

impl Bits {
    fn none(documents: usize) -> Self {
        Self(vec![0; documents.div_ceil(64)])
    }

    /// The documents that hold every slot.
    pub(crate) fn of_all<'s>(slots: impl IntoIterator<Item = &'s Slot>, parts: &Parts) -> Self {
        let mut slots = slots.into_iter();
        let mut bits = slots.next().map_or_else(|| Self::none(0), |first| Self::of(first, parts));
        for slot in slots {
            match slot.alternatives.as_slice() {
                [alone] if parts.dense.get(alone.number).is_some() => {
                    bits.keep(parts.dense.get(alone.number).unwrap_or(&[]));
                }
                _ => bits.keep(&Self::of(slot, parts).0),
            }
        }
        bits
    }

    /// Leaves out the documents that have ended; nothing when this is not known as bits.
    pub(crate) fn keep_standing(&mut self, parts: &Parts) -> Option<()> {
        self.keep(parts.dense.get(STANDING)?);
        Some(())
    }

    fn keep(&mut self, others: &[u64]) {
        self.0.iter_mut().zip(others).for_each(|(bits, others)| *bits &= others);
    }

    /// The documents that hold one of the stems of a slot.
    fn of(slot: &Slot, parts: &Parts) -> Self {
        let mut bits = Self::none(parts.columns.flags().len());
        for alternative in &slot.alternatives {
            match parts.dense.get(alternative.number) {
                Some(dense) => bits.0.iter_mut().zip(dense).for_each(|(bits, dense)| *bits |= dense),
                None => bits.set_all(&alternative.stem, parts),
            }
        }
        bits
    }

    fn set_all(&mut self, stem: &Stem, parts: &Parts) {
        let (mut documents, mut codes, mut before) = ([0; BLOCK], [0; BLOCK], 0);
        for numbers in parts.postings.blocks(stem) {
            let block = Block::of(*numbers);
            if parts.postings.documents(&block, before, &mut documents).is_some() {
                self.set(&documents);
            }
            before = block.last;
        }
        let length = parts.postings.tail(stem, before, &mut documents, &mut codes);
        self.set(&documents[..length]);
    }

    fn set(&mut self, documents: &[u32]) {
        for document in documents {
            if let Some(word) = self.0.get_mut(*document as usize / 64) {
                *word |= 1 << (document % 64);
            }
        }
    }

    /// How many documents there are.
    pub(crate) fn count(&self) -> u64 {
        self.0.iter().map(|word| u64::from(word.count_ones())).sum()
    }

    /// Gives each document, in order.
    pub(crate) fn each(&self, mut give: impl FnMut(u32)) {
        for (at, word) in (0_u32..).zip(&self.0) {
            let mut rest = *word;
            while rest != 0 {
                give(at * 64 + rest.trailing_zeros());
                rest &= rest - 1;
            }
        }
    }
}
