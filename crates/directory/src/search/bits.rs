//! Documents as bits: when words are frequent, whole sets are met at once.

use super::reading::Slot;
use crate::snapshot::{BLOCK, Block, Parts, STANDING, Stem};

/// Sets are met as bits when the rarest word is in more than one document in so many.
const FREQUENT: u64 = 256;

/// Below so many documents, walking is quicker whatever their number.
const LEAST: u64 = 64;

/// To look for a document among those of another word takes as long as putting so many of these into a set.
const STEP: u64 = 150;

/// How many words are counted at most: what four bits hold.
const MOST_COUNTED: usize = 15;

/// Whether it is quicker to meet the documents of some words, the rarest first, as sets than to walk through them.
pub(crate) fn are_frequent(slots: &[Slot], parts: &Parts) -> bool {
    let Some(rarest) = slots.first().map(Slot::most) else { return false };
    let documents = parts.columns.flags().len() as u64;
    let packed = slots.iter().filter(|slot| dense(slot, parts).is_none());
    let (sets, set) = packed.fold((0, 0), |(count, sum), slot| (count + 1, sum + slot.most()));
    let walking = rarest * STEP * sets.min(slots.len() as u64 - 1);
    rarest > LEAST && (rarest > documents / FREQUENT || walking > set + documents / 16)
}

/// Whether it is quicker to count as sets who holds some of the words than to walk through so many documents.
pub(crate) fn are_many(walked: u64, parts: &Parts) -> bool {
    walked > LEAST.max(parts.columns.flags().len() as u64 / FREQUENT)
}

/// The bits of a slot that are on the disk.
fn dense<'a>(slot: &Slot, parts: &'a Parts) -> Option<&'a [u64]> {
    match slot.alternatives.as_slice() {
        [alone] => parts.dense.get(alone.number),
        _ => None,
    }
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
        slots.for_each(|slot| bits.keep_slot(slot, parts));
        bits
    }

    /// The documents that hold at least so many of the slots. How many each holds is counted on four planes, for 64
    /// documents at once.
    pub(crate) fn of_some(slots: &[Slot], least: usize, parts: &Parts) -> Self {
        let none = Self::none(parts.columns.flags().len()).0;
        let mut planes = [none.clone(), none.clone(), none.clone(), none];
        for slot in slots.iter().take(MOST_COUNTED) {
            let mut carried = Self::of(slot, parts).0;
            for plane in &mut planes {
                for (plane, carried) in plane.iter_mut().zip(&mut carried) {
                    (*plane, *carried) = (*plane ^ *carried, *plane & *carried);
                }
            }
        }
        let mut enough = vec![u64::MAX; planes[0].len()];
        for (bit, plane) in planes.iter().enumerate() {
            let is_set = least >> bit & 1 == 1;
            enough
                .iter_mut()
                .zip(plane)
                .for_each(|(enough, plane)| *enough = if is_set { *enough & plane } else { *enough | plane });
        }
        Self(enough)
    }

    /// Leaves out the documents that do not hold a slot.
    pub(crate) fn keep_slot(&mut self, slot: &Slot, parts: &Parts) {
        match dense(slot, parts) {
            Some(bits) => self.keep(bits),
            None => self.keep(&Self::of(slot, parts).0),
        }
    }

    /// Leaves out the documents that have ended, and says how many there were; nothing when this is not known as bits.
    pub(crate) fn keep_standing(&mut self, parts: &Parts) -> Option<u64> {
        let standing = parts.dense.get(STANDING)?;
        let all = self.count();
        self.keep(standing);
        Some(all - self.count())
    }

    /// Leaves out the documents that are not wanted.
    pub(crate) fn retain(&mut self, mut wanted: impl FnMut(u32) -> bool) {
        for (at, word) in (0_u32..).zip(&mut self.0) {
            let mut rest = *word;
            while rest != 0 {
                let place = rest.trailing_zeros();
                if !wanted(at * 64 + place) {
                    *word &= !(1 << place);
                }
                rest &= rest - 1;
            }
        }
    }

    /// The bits of so many documents after so many, each with its first document.
    pub(crate) fn windows(&self, documents: usize) -> impl Iterator<Item = (u32, &[u64])> {
        (0_u32..).step_by(documents).zip(self.0.chunks(documents / 64))
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
    pub(crate) fn each(&self, give: impl FnMut(u32)) {
        each_set(0, &self.0, give);
    }
}

/// Gives each document whose bit is set, from the first one on.
pub(crate) fn each_set(first: u32, bits: &[u64], mut give: impl FnMut(u32)) {
    for (at, word) in (0_u32..).zip(bits) {
        let mut rest = *word;
        while rest != 0 {
            give(first + at * 64 + rest.trailing_zeros());
            rest &= rest - 1;
        }
    }
}
