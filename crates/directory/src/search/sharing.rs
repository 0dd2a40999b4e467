//! Who holds any of some words, and who holds most of them.

use super::bits::Bits;
use super::ranking::{Best, Scored};
use super::reading::Slot;
use super::walk::{WINDOW, Walk};
use crate::snapshot::Parts;

/// The documents that hold any of some words, and the best of those that are wanted, by what their words add up to, the
/// best first.
pub(crate) fn sharing(slots: &[Slot], most: usize, wanted: impl Fn(u32) -> bool, parts: &Parts) -> (Bits, Vec<Scored>) {
    let documents = parts.columns.flags().len();
    let mut walks: Vec<Walk<'_>> = slots.iter().map(|slot| Walk::new(slot, parts)).collect();
    let (mut best, mut words) = (Best::new(most), Vec::with_capacity(documents.div_ceil(64)));
    let mut sums = [0.0_f32; WINDOW];
    for first in (0..documents as u32).step_by(WINDOW) {
        sums.fill(0.0);
        let window = first..first.saturating_add(WINDOW as u32);
        walks.iter_mut().for_each(|walk| walk.add_within(window.clone(), &mut sums));
        words.extend(
            sums.chunks_exact(64)
                .map(|sums| sums.iter().enumerate().fold(0_u64, |word, (at, sum)| word | u64::from(*sum > 0.0) << at)),
        );
        let mut entry = best.entry().max(0.0);
        for (document, sum) in window.zip(&sums) {
            if *sum > entry && wanted(document) {
                best.push(Scored { score: *sum, document });
                entry = best.entry().max(0.0);
            }
        }
    }
    (Bits::from_words(words), best.into_sorted())
}
