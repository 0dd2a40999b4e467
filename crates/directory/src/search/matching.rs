//! Walking through the documents that hold the words.

use super::bits::Bits;
use super::gathered::Gathered;
use super::phrase::PhraseWalk;
use super::reading::{Slot, Sought};
use super::sieve::{Failed, Line, Sieve, mark};
use super::walk::Walk;
use super::weighing::weigh_set;
use crate::search::END;
use crate::snapshot::Parts;

/// The relevance of all documents when no word is asked for: the evidence alone makes the order.
const WITHOUT_WORDS: f32 = 1.0;

/// What must hold beside the words.
pub(crate) struct Guard<'a> {
    phrases: Vec<PhraseWalk<'a>>,
    unwanted: Vec<Walk<'a>>,
    sieve: &'a Sieve<'a>,
}

impl<'a> Guard<'a> {
    pub(crate) fn new(sought: &Sought, parts: &'a Parts, sieve: &'a Sieve<'a>) -> Self {
        Self {
            phrases: sought.phrases.iter().map(|phrase| PhraseWalk::new(phrase, parts)).collect(),
            unwanted: sought.unwanted.iter().map(|slot| Walk::new(slot, parts)).collect(),
            sieve,
        }
    }

    /// Whether nothing but having ended keeps a document out, beside the lines that hold already.
    fn asks_only_to_stand(&self, holding: Failed) -> bool {
        self.phrases.is_empty() && self.unwanted.is_empty() && self.sieve.asks_only_to_stand(holding)
    }

    /// Whether a document passes everything; it is counted then.
    pub(crate) fn admits_and_counts(&mut self, document: u32, gathered: &mut Gathered<'_>) -> bool {
        let is_admitted = self.admits(document) == Some(0);
        if is_admitted {
            gathered.count(document, 0);
        }
        is_admitted
    }

    /// The lines of filters that a document fails; nothing when it fails more than one, or a phrase, or holds an
    /// unwanted word.
    fn admits(&mut self, document: u32) -> Option<Failed> {
        let failed = self.sieve.failed(document);
        if failed & failed.wrapping_sub(1) != 0 {
            return None;
        }
        let holds = self.unwanted.iter_mut().any(|walk| walk.holds(document));
        (!holds && self.phrases.iter_mut().all(|phrase| phrase.is_in(document))).then_some(failed)
    }
}

/// Gathers each document that holds all the words, in order.
pub(crate) fn all_words(slots: &[Slot], parts: &Parts, guard: &mut Guard<'_>, gathered: &mut Gathered<'_>) {
    let mut walks: Vec<Walk<'_>> = slots.iter().map(|slot| Walk::new(slot, parts)).collect();
    let Some(lead) = walks.first() else { return every_document(parts, guard, gathered) };
    let mut document = lead.document();
    while document != END {
        let (lead, others) = walks.split_at_mut(1);
        if others.iter_mut().all(|other| other.holds(document)) {
            if let Some(failed) = guard.admits(document) {
                gathered.count(document, failed);
                if failed == 0 {
                    gathered.weigh_words(document, &mut walks);
                }
            }
            document = walks[0].next();
        } else {
            // Where another is ahead, what it passed over cannot answer.
            let ahead = others.iter().map(Walk::document).max().unwrap_or(0);
            document = if ahead > document { lead[0].seek(ahead) } else { lead[0].next() };
        }
    }
}

/// The same as [`all_words`], for words so frequent that their documents are met as sets; `filed` are filters that lists
/// of documents answer.
pub(crate) fn all_frequent_words(
    slots: &[Slot],
    filed: &[(Line, Slot)],
    parts: &Parts,
    guard: &mut Guard<'_>,
    gathered: &mut Gathered<'_>,
) {
    let bits = Bits::of_all(slots.iter().chain(filed.iter().map(|(_, slot)| slot)), parts);
    gather_set(bits, slots, filed, parts, guard, gathered);
}

/// The same as [`some_words`], for words so frequent that their documents are counted as sets.
pub(crate) fn some_frequent_words(
    slots: &[Slot],
    least: usize,
    filed: &[(Line, Slot)],
    parts: &Parts,
    guard: &mut Guard<'_>,
    gathered: &mut Gathered<'_>,
) {
    let mut bits = Bits::of_some(slots, least, parts);
    filed.iter().for_each(|(_, slot)| bits.keep_slot(slot, parts));
    gather_set(bits, slots, filed, parts, guard, gathered);
}

/// Gathers the documents of a set that the guard admits; those that `filed` leaves out are not in it.
fn gather_set(
    mut bits: Bits,
    slots: &[Slot],
    filed: &[(Line, Slot)],
    parts: &Parts,
    guard: &mut Guard<'_>,
    gathered: &mut Gathered<'_>,
) {
    let holding = filed.iter().fold(0, |holding, (line, _)| holding | mark(*line, true));
    if let Some(ended) = guard.asks_only_to_stand(holding).then(|| bits.keep_standing(parts)).flatten() {
        gathered.count_set(&bits, ended);
    } else if guard.phrases.is_empty() || gathered.keeps {
        bits.retain(|document| {
            let failed = guard.admits(document);
            if let Some(failed) = failed {
                gathered.count(document, failed);
            }
            failed == Some(0)
        });
    } else {
        return weigh_set(&bits, slots, parts, Some(guard), gathered);
    }
    if slots.is_empty() {
        bits.each(|document| gathered.weigh(document, WITHOUT_WORDS));
    } else {
        weigh_set(&bits, slots, parts, None, gathered);
    }
}

/// Weighs the documents of one word that may be among the best: how many there are is known already.
pub(crate) fn best_of_word(slot: &Slot, parts: &Parts, guard: &mut Guard<'_>, gathered: &mut Gathered<'_>) {
    let mut walk = Walk::new(slot, parts);
    let mut document = walk.document();
    while document != END {
        if gathered.may_enter(walk.bound_here()) {
            if guard.admits(document) == Some(0) {
                let relevance = walk.relevance();
                gathered.weigh(document, relevance);
            }
            document = walk.next();
        } else {
            document = walk.pass_weak(gathered.entry());
        }
    }
}

fn every_document(parts: &Parts, guard: &mut Guard<'_>, gathered: &mut Gathered<'_>) {
    for document in 0..parts.columns.flags().len() as u32 {
        if let Some(failed) = guard.admits(document) {
            gathered.count(document, failed);
            if failed == 0 {
                gathered.weigh(document, WITHOUT_WORDS);
            }
        }
    }
}

/// Gathers each document that holds at least some of the words, in order. Whoever lacks at most `n - least` of the words
/// holds one of the `n - least + 1` rarest: only these are walked through.
pub(crate) fn some_words(
    slots: &[Slot],
    least: usize,
    parts: &Parts,
    guard: &mut Guard<'_>,
    gathered: &mut Gathered<'_>,
) {
    let mut walks: Vec<Walk<'_>> = slots.iter().map(|slot| Walk::new(slot, parts)).collect();
    let (leads, others) = walks.split_at_mut((slots.len() + 1).saturating_sub(least.max(1)));
    let mut target = 0;
    loop {
        let document = leads.iter_mut().map(|walk| walk.seek(target)).min().unwrap_or(END);
        if document == END {
            return;
        }
        target = document + 1;
        if !holds_enough(leads, others, document, least) {
            continue;
        }
        if let Some(failed) = guard.admits(document) {
            gathered.count(document, failed);
            if failed == 0 {
                let relevance = leads.iter_mut().chain(others.iter_mut()).map(|walk| walk.relevance_in(document)).sum();
                gathered.weigh(document, relevance);
            }
        }
    }
}

/// Whether a document holds enough of the words; stops asking when it cannot any more.
fn holds_enough(leads: &[Walk<'_>], others: &mut [Walk<'_>], document: u32, least: usize) -> bool {
    let mut held = leads.iter().filter(|walk| walk.document() == document).count();
    let mut left = others.len();
    for other in others {
        if held >= least || held + left < least {
            break;
        }
        held += usize::from(other.holds(document));
        left -= 1;
    }
    held >= least
}
