//! What answers, as it is met.

use super::bits::Bits;
use super::facets::Matched;
use super::ranking::{Best, EVIDENCE, Scored, score};
use super::sieve::Failed;
use super::walk::Walk;
use crate::snapshot::Columns;

/// Answers that take long to count are counted up to this.
const MANY: u64 = 1_000;

/// The documents that answer, how many they are, and the best of them.
pub(crate) struct Gathered<'a> {
    columns: &'a Columns,
    /// Whether the documents are kept, and not only counted.
    pub(crate) keeps: bool,
    /// How many answer.
    pub(crate) total: u64,
    /// Whether there may be more: some were passed over.
    pub(crate) passed_over: bool,
    /// Which, when they are kept.
    pub(crate) matched: Matched,
    /// The best.
    pub(crate) best: Best,
}

impl<'a> Gathered<'a> {
    pub(crate) fn new(columns: &'a Columns, keeps: bool, most: usize) -> Self {
        Self { columns, keeps, total: 0, passed_over: false, matched: Matched::default(), best: Best::new(most) }
    }

    /// Counts a document.
    pub(crate) fn count(&mut self, document: u32, failed: Failed) {
        self.total += u64::from(failed == 0);
        if self.keeps {
            self.matched.push(document, failed);
        }
    }

    /// Counts a set of documents that answer, and those beside it that have ended.
    pub(crate) fn count_set(&mut self, bits: &Bits, ended: u64) {
        self.total += bits.count();
        if self.keeps {
            self.matched.ended += ended;
            bits.each(|document| self.matched.hits.push(document));
        }
    }

    /// Whether so many answer that it is enough to know that there are more.
    pub(crate) const fn has_many(&self) -> bool {
        !self.keeps && self.total >= MANY
    }

    /// Whether a document whose words add up to no more than this may be among the best. Documents come in order, and of
    /// equals the first is the better: what only equals the worst of the best does not enter.
    pub(crate) fn may_enter(&self, relevance: f32) -> bool {
        score(relevance, u8::MAX) > self.best.entry()
    }

    /// The relevance that a document must pass to be among the best, whatever its evidence.
    pub(crate) fn entry(&self) -> f32 {
        // A hair less, for what rounding takes.
        self.best.entry() / (1.0 + EVIDENCE) * 0.9999
    }

    /// Weighs a document by its words, and stops as soon as it cannot be among the best.
    pub(crate) fn weigh_words(&mut self, document: u32, walks: &mut [Walk<'_>]) {
        let prior = self.prior(document);
        let mut hoped: f32 = walks.iter_mut().map(|walk| walk.bound_near(document)).sum();
        let mut relevance = 0.0;
        for walk in walks {
            if score(relevance + hoped, prior) <= self.best.entry() {
                return;
            }
            hoped -= walk.bound_here();
            relevance += walk.relevance_in(document);
        }
        self.best.push(Scored { score: score(relevance, prior), document });
    }

    fn prior(&self, document: u32) -> u8 {
        self.columns.prior(document)
    }

    /// Takes a document into account for the best.
    pub(crate) fn weigh(&mut self, document: u32, relevance: f32) {
        let prior = self.prior(document);
        self.best.push(Scored { score: score(relevance, prior), document });
    }
}
