//! Weighing a set of documents by the words that they hold.

use super::bits::{Bits, each_set};
use super::gathered::Gathered;
use super::matching::Guard;
use super::reading::Slot;
use super::walk::{Sums, WINDOW, Walk};
use crate::snapshot::Parts;

/// In a window with fewer documents than one for so many postings, each is weighed alone.
const SPARSE: u64 = 64;

/// Weighs the documents of a set word by word, a window after the other: to add up all that a word says of a window is
/// quicker than to look for each of its documents. Windows in which nobody may be among the best are passed over.
///
/// With a guard, the documents were not counted: those that it admits are, and once they are many, only those that may be
/// among the best are shown to it.
pub(crate) fn weigh_set(
    bits: &Bits,
    slots: &[Slot],
    parts: &Parts,
    mut guard: Option<&mut Guard<'_>>,
    gathered: &mut Gathered<'_>,
) {
    let mut walks: Vec<Walk<'_>> = slots.iter().map(|slot| Walk::new(slot, parts)).collect();
    let documents = parts.columns.flags().len().max(1) as u64;
    let postings = slots.iter().map(Slot::most).sum::<u64>() * WINDOW as u64 / documents;
    let mut sums = [0.0; WINDOW];
    for (first, window) in bits.windows(WINDOW) {
        let count: u64 = window.iter().map(|word| u64::from(word.count_ones())).sum();
        if count == 0 {
            continue;
        }
        let range = first..first + WINDOW as u32;
        let is_hopeless = !gathered.may_enter(walks.iter_mut().map(|walk| walk.bound_within(range.clone())).sum());
        if is_hopeless && (guard.is_none() || gathered.has_many()) {
            gathered.passed_over |= guard.is_some();
        } else if count * SPARSE < postings {
            each_set(first, window, |document| {
                if guard.as_mut().is_none_or(|guard| guard.admits_and_counts(document, gathered)) {
                    gathered.weigh_words(document, &mut walks);
                }
            });
        } else {
            sums.fill(0.0);
            walks.iter_mut().for_each(|walk| walk.add_within(range.clone(), &mut sums));
            weigh_window(first, window, &sums, guard.as_deref_mut(), gathered);
        }
    }
}

/// Weighs the documents of a window by what their words add up to.
fn weigh_window(first: u32, window: &[u64], sums: &Sums, guard: Option<&mut Guard<'_>>, gathered: &mut Gathered<'_>) {
    let mut entry = gathered.entry();
    let relevance = |document: u32| sums[(document - first) as usize % WINDOW];
    let Some(guard) = guard else {
        return each_set(first, window, |document| {
            if relevance(document) > entry {
                gathered.weigh(document, relevance(document));
                entry = gathered.entry();
            }
        });
    };
    each_set(first, window, |document| {
        if relevance(document) <= entry && gathered.has_many() {
            gathered.passed_over = true;
        } else if guard.admits_and_counts(document, gathered) {
            gathered.weigh(document, relevance(document));
            entry = gathered.entry();
        }
    });
}
