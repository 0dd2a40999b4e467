//! Who holds any of some words, and who holds most of them.

use super::ranking::{Best, Scored};
use super::reading::Slot;
use super::walk::{WINDOW, Walk};
use crate::snapshot::Parts;

/// How many documents are compared at once with what the best add up to.
const STEP: usize = 64;

/// Whether each document holds any of some words, and the best of those that are wanted, by what their words add up to,
/// the best first.
pub(crate) fn sharing(
    slots: &[Slot],
    most: usize,
    wanted: impl Fn(u32) -> bool,
    parts: &Parts,
) -> (Vec<bool>, Vec<Scored>) {
    let documents = parts.columns.flags().len();
    let mut walks: Vec<Walk<'_>> = slots.iter().map(|slot| Walk::new(slot, parts)).collect();
    let (mut best, mut shares) = (Best::new(most), Vec::with_capacity(documents + WINDOW));
    let mut sums = [0.0_f32; WINDOW];
    for first in (0..documents as u32).step_by(WINDOW) {
        sums.fill(0.0);
        let window = first..first.saturating_add(WINDOW as u32);
        walks.iter_mut().for_each(|walk| walk.add_within(window.clone(), &mut sums));
        shares.extend(sums.iter().map(|sum| *sum > 0.0));
        let entry = |best: &Best| best.entry().max(0.0);
        for (document, sums) in window.step_by(STEP).zip(sums.chunks(STEP)) {
            let least = entry(&best);
            // To count them all is quicker than to look at each.
            if sums.iter().map(|sum| u32::from(*sum > least)).sum::<u32>() == 0 {
                continue;
            }
            for (document, sum) in (document..).zip(sums) {
                if *sum > entry(&best) && wanted(document) {
                    best.push(Scored { score: *sum, document });
                }
            }
        }
    }
    (shares, best.into_sorted())
}
