//! The first hits of an order.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use super::query::Sort;
use crate::snapshot::Columns;

/// How much the evidence of life, size and recognition moves a score: a tenth at most.
pub(crate) const EVIDENCE: f32 = 0.1;

/// A score with its evidence, from nought to 255.
pub(crate) fn score(relevance: f32, prior: u8) -> f32 {
    relevance * (1.0 + EVIDENCE * f32::from(prior) / 255.0)
}

/// A document and its score: the greater is the better, then the smaller number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Scored {
    pub(crate) score: f32,
    pub(crate) document: u32,
}

impl Eq for Scored {}

impl Ord for Scored {
    fn cmp(&self, other: &Self) -> Ordering {
        self.score.total_cmp(&other.score).then_with(|| other.document.cmp(&self.document))
    }
}

impl PartialOrd for Scored {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Keeps the best of what it sees.
#[derive(Debug)]
pub(crate) struct Best {
    most: usize,
    held: BinaryHeap<Reverse<Scored>>,
}

impl Best {
    pub(crate) fn new(most: usize) -> Self {
        Self { most, held: BinaryHeap::with_capacity(most.min(1024) + 1) }
    }

    /// Takes a document into account.
    pub(crate) fn push(&mut self, scored: Scored) {
        if self.held.len() < self.most {
            self.held.push(Reverse(scored));
        } else if self.held.peek().is_some_and(|worst| scored > worst.0) {
            self.held.pop();
            self.held.push(Reverse(scored));
        }
    }

    /// The score below which nothing enters any more.
    pub(crate) fn entry(&self) -> f32 {
        match self.held.peek() {
            _ if self.most == 0 => f32::INFINITY,
            Some(worst) if self.held.len() >= self.most => worst.0.score,
            _ => f32::NEG_INFINITY,
        }
    }

    /// The best first.
    pub(crate) fn into_sorted(self) -> Vec<Scored> {
        self.held.into_sorted_vec().into_iter().map(|scored| scored.0).collect()
    }
}

/// The first documents of an order other than relevance.
pub(crate) fn first_of(hits: &[u32], sort: Sort, columns: &Columns, most: usize) -> Vec<Scored> {
    let mut ordered: Vec<(u32, u32)> =
        hits.iter().map(|document| (place(sort, columns, *document), *document)).collect();
    if ordered.len() > most && most > 0 {
        ordered.select_nth_unstable(most - 1);
    }
    ordered.truncate(most);
    ordered.sort_unstable();
    ordered.into_iter().map(|(_, document)| Scored { score: 0.0, document }).collect()
}

/// The place of a document in an order.
fn place(sort: Sort, columns: &Columns, document: u32) -> u32 {
    let at = document as usize;
    let latest = |date: Option<u16>| u32::from(u16::MAX - date.unwrap_or_default());
    match sort {
        Sort::Relevance => 0,
        Sort::Name => columns.name_rank(at).unwrap_or(u32::MAX),
        Sort::Created => latest(columns.packed().get(at).map(|[_, _, created, _]| *created)),
        Sort::LastSign => latest(columns.last_signs().get(at).copied()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_are_kept_and_equals_come_in_order() {
        let mut best = Best::new(2);
        for (document, score) in [(3, 1.0), (1, 2.0), (2, 2.0), (0, 0.5)] {
            best.push(Scored { score, document });
        }
        let documents: Vec<u32> = best.into_sorted().iter().map(|scored| scored.document).collect();
        assert_eq!(documents, [1, 2]);
    }

    #[test]
    fn evidence_moves_a_score_by_a_tenth_at_most() {
        assert!((score(10.0, 255) - 11.0).abs() < 1e-5);
        assert!((score(10.0, 0) - 10.0).abs() < 1e-5);
    }
}
