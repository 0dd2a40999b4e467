//! Names that a person may be typing.
//!
//! The last word is a beginning. Beginnings of a few letters, and those of very frequent words, have their names found
//! at the build; the others are walked through, for a bounded time.

use super::ranking::{Best, Scored, score};
use super::reading::{Alternative, Slot, alternative, exact};
use super::spelling;
use super::walk::Walk;
use crate::analysis::{Words, is_empty_word};
use crate::snapshot::{Flags, Form, INITIALS, Parts};

/// How many words a beginning stands for: the most frequent.
const ENDINGS: usize = 12;

/// How many words of the dictionary are looked at for a beginning.
const LOOKED_AT: usize = 3_000;

/// How many documents are weighed at most.
const WEIGHED: usize = 6_000;

/// How much the most frequent ending counts: a name that holds it, and little else, comes first.
const ENDING_WEIGHT: f32 = 6.0;

/// The documents whose names hold the words and a word that begins as the last one, the best first.
pub(crate) fn suggest(text: &str, most: usize, parts: &Parts) -> Vec<u32> {
    let mut words: Vec<String> = Vec::new();
    // A long text is no beginning of a name.
    let end = text.char_indices().nth(200).map_or(text.len(), |(at, _)| at);
    Words::default().each_even_empty(&text[..end], |word| words.push(word.to_owned()));
    let Some(last) = words.pop() else { return Vec::new() };
    words.retain(|word| !is_empty_word(word));
    if words.is_empty() {
        if let Some(known) = parts.completions.get(&last) {
            return known.into_iter().take(most).collect();
        }
        return documents(walk(&[ending(&last, parts)], most, WEIGHED, parts));
    }
    let mut slots: Vec<Slot> =
        words.iter().map(|word| whole(word, parts)).filter(|slot| !slot.alternatives.is_empty()).collect();
    if last.chars().count() > 2 || slots.is_empty() {
        slots.push(ending(&last, parts));
    }
    slots.retain(|slot| !slot.alternatives.is_empty());
    slots.sort_by_key(Slot::most);
    documents(walk(&slots, most, WEIGHED, parts))
}

fn documents(found: Vec<(u32, f32)>) -> Vec<u32> {
    found.into_iter().map(|(document, _)| document).collect()
}

/// A word that is typed to its end.
fn whole(word: &str, parts: &Parts) -> Slot {
    let mut slot = Slot::default();
    slot.alternatives.extend(exact(word, parts));
    if slot.alternatives.is_empty() {
        spelling::correct(word, parts, &mut slot);
    }
    slot
}

/// The most frequent words that begin so.
fn ending(prefix: &str, parts: &Parts) -> Slot {
    let mut forms = parts.dictionary.beginning(prefix, LOOKED_AT);
    forms.sort_by_key(|(_, form)| std::cmp::Reverse(form.frequency));
    let forms: Vec<Form> = forms.into_iter().map(|(_, form)| form).take(ENDINGS).collect();
    let mut slot = ending_slot(prefix, &forms, parts);
    if slot.alternatives.is_empty() {
        spelling::correct(prefix, parts, &mut slot);
    }
    slot
}

/// The words that a beginning stands for, and the names of which it is the acronym.
pub(crate) fn ending_slot(prefix: &str, forms: &[Form], parts: &Parts) -> Slot {
    let mut alternatives: Vec<Alternative> = Vec::new();
    let highest = forms.first().map_or(1.0, |form| (2.0 + form.frequency as f32).ln());
    let initials = parts.dictionary.get(&format!("{INITIALS}{prefix}"));
    for form in forms.iter().chain(&initials) {
        let weight = ENDING_WEIGHT * (2.0 + form.frequency as f32).ln() / highest;
        if let Some(found) = alternative(form.stem, weight, parts)
            && !alternatives.iter().any(|known| known.number == found.number)
        {
            alternatives.push(found);
        }
    }
    Slot { alternatives }
}

/// The best documents whose names hold a word of each slot, among the first that are met.
pub(crate) fn walk(slots: &[Slot], most: usize, weighed: usize, parts: &Parts) -> Vec<(u32, f32)> {
    let mut walks: Vec<Walk<'_>> = slots.iter().map(|slot| Walk::of_names(slot, parts)).collect();
    let Some((lead, others)) = walks.split_first_mut() else { return Vec::new() };
    let (mut best, mut target) = (Best::new(most), 0);
    for _ in 0..weighed {
        let document = lead.seek(target);
        let Some(next) = document.checked_add(1) else { break };
        target = next;
        match others.iter_mut().map(|other| other.seek(document)).find(|reached| *reached != document) {
            Some(reached) => target = reached,
            None => {
                let relevance = lead
                    .in_name()
                    .and_then(|first| others.iter_mut().try_fold(first, |sum, other| Some(sum + other.in_name()?)));
                if let Some(relevance) = relevance {
                    weigh(document, relevance, &mut best, parts);
                }
            }
        }
    }
    best.into_sorted().into_iter().map(|scored| (scored.document, scored.score)).collect()
}

fn weigh(document: u32, relevance: f32, best: &mut Best, parts: &Parts) {
    let at = document as usize;
    let flags = Flags(parts.columns.flags().get(at).copied().unwrap_or_default());
    if !flags.has(Flags::DISSOLVED) {
        let prior = parts.columns.prior(document);
        best.push(Scored { score: score(relevance, prior), document });
    }
}
