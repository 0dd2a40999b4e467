//! From a text to the organisations that it could concern.

use std::collections::{HashMap, HashSet};

use super::learning::Meaning;
use super::marks::without_marks;
use super::reason::reasons;
use super::subject::Subject;
use super::{Coverage, Discovered, Discovery, Distance, Suggestion};
use crate::Entry;
use crate::analysis::{Words, stem};
use crate::error::Result;
use crate::search::{Alternative, Sieve, Slot, rarity, sharing};
use crate::snapshot::Parts;

/// How much of a text is read, in bytes.
const LONGEST: usize = 60_000;

/// How many of its words are looked for: the most telling.
const WORDS: usize = 32;

/// How many postings are walked through for them.
const POSTINGS: u64 = 1_500_000;

/// How many organisations each list begins with, at least; and for each that is wanted.
const CANDIDATES: usize = 300;
const CANDIDATES_FOR_ONE: usize = 2;

/// How many cells are searched.
const PROBES: usize = 32;

/// How near in meaning an organisation must be to be suggested at all.
const LEAST: f32 = 0.15;

/// How much a suggestion loses for each one before it of the same family and department.
const ALIKE: f32 = 0.04;

/// A word of the text.
struct Told {
    word: String,
    stem: String,
    slot: Option<Slot>,
    weight: f32,
}

/// Whom a text could concern.
pub(crate) fn discover(discovery: &Discovery, parts: &Parts, meaning: &Meaning) -> Result<Discovered> {
    let told = telling(&discovery.text, parts);
    let words: Vec<String> = told.iter().map(|one| one.word.clone()).collect();
    let subject = Subject::new(told.iter().map(|one| (one.stem.clone(), one.weight)));
    let sieve = Sieve::new(&discovery.filters, &parts.columns, &parts.tables);
    let most = CANDIDATES.max(discovery.limit * CANDIDATES_FOR_ONE);
    let (sharing, best) = sharing(&looked_for(&told), most, |document| sieve.failed(document) == 0, parts);
    let best: Vec<(u32, f32)> = best.into_iter().map(|scored| (scored.document, scored.score)).collect();
    let direction = meaning.model.text(all_words(&discovery.text).iter().map(String::as_str));
    let is_wanted = |document: u32| sieve.failed(document) == 0;
    let meant = meaning.near.nearest(&direction, PROBES, most, is_wanted);
    // Sought apart: those that share words would leave them no place.
    let shares_nothing = |document: u32| sharing.get(document as usize) == Some(&false) && is_wanted(document);
    let apart = meaning.near.nearest(&direction, PROBES, most, shares_nothing);
    let withdrawn: HashSet<u32> = discovery.withdrawn.iter().filter_map(|key| document(key, parts)).collect();
    let known: HashSet<u32> = discovery.known.iter().filter_map(|key| document(key, parts)).collect();
    let mut finding = Finding { parts, meaning, words, subject, known, entries: HashMap::new() };
    let unexpected_places = discovery.limit / 3;
    let fused = fused(&best, &meant);
    let candidates: Vec<(u32, f32)> = fused.into_iter().filter(|(document, _)| !withdrawn.contains(document)).collect();
    let near = finding.chosen(&candidates, discovery.limit - unexpected_places, |finding, entry| {
        finding.subject.concentration(entry)
    })?;
    let apart: Vec<(u32, f32)> =
        apart.into_iter().filter(|(document, near)| *near >= LEAST && !withdrawn.contains(document)).collect();
    let unexpected = finding.chosen(&apart, unexpected_places, |finding, entry| {
        finding.subject.concentration(entry).is_none().then_some(1.0)
    })?;
    finding.told(near, unexpected, &meant)
}

/// The words of the text, the most telling first: frequent there and rare among organisations.
fn telling(text: &str, parts: &Parts) -> Vec<Told> {
    let mut counts: HashMap<String, f32> = HashMap::new();
    for word in all_words(text) {
        *counts.entry(word).or_default() += 1.0;
    }
    let documents = parts.columns.flags().len() as f32;
    let mut told: Vec<Told> = counts.into_iter().map(|(word, count)| heard(word, count, documents, parts)).collect();
    told.sort_by(|one, other| other.weight.total_cmp(&one.weight).then_with(|| one.word.cmp(&other.word)));
    let mut stems = HashSet::new();
    told.retain(|one| stems.insert(one.stem.clone()));
    told.truncate(WORDS);
    told
}

fn heard(word: String, count: f32, documents: f32, parts: &Parts) -> Told {
    let form = parts.dictionary.get(&word);
    let found = form.and_then(|form| Some((form.stem, parts.postings.stem(form.stem)?)));
    let weight = found.map_or(0.0, |(_, stem)| count.ln_1p() * rarity(documents, stem.count));
    // Rarity counts twice: a draft is long, and half a dozen of its plain words would outweigh its subject.
    let slot = found.map(|(number, stem)| Slot { alternatives: vec![Alternative { number, stem, weight }] });
    Told { stem: stem(&word), word, slot, weight }
}

fn all_words(text: &str) -> Vec<String> {
    let end = (0..=text.len().min(LONGEST)).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    let mut words = Vec::new();
    Words::default().each(&without_marks(&text[..end]), |word, _| words.push(word.to_owned()));
    words
}

/// The words that are walked through: as many of the most telling as do not take too long.
fn looked_for(told: &[Told]) -> Vec<Slot> {
    let mut left = POSTINGS;
    let mut slots = Vec::new();
    for slot in told.iter().filter_map(|one| one.slot.as_ref()) {
        if let Some(rest) = left.checked_sub(slot.most()) {
            left = rest;
            slots.push(slot.clone());
        }
    }
    slots
}

/// Both lists as one, by rank (G. Cormack, C. Clarke, S. Buettcher, "Reciprocal Rank Fusion", SIGIR 2009).
fn fused(sharing: &[(u32, f32)], meant: &[(u32, f32)]) -> Vec<(u32, f32)> {
    let mut scores: HashMap<u32, f32> = HashMap::new();
    for list in [sharing, meant] {
        for (rank, (document, _)) in list.iter().enumerate() {
            *scores.entry(*document).or_default() += 1.0 / (60.0 + rank as f32);
        }
    }
    let mut fused: Vec<_> = scores.into_iter().collect();
    fused.sort_by(|one, other| other.1.total_cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    // From nought to one, as nearness is: first in both lists is one.
    fused.into_iter().map(|(document, score)| (document, score * 30.0)).collect()
}

fn document(key: &str, parts: &Parts) -> Option<u32> {
    match parts.keys.find(key) {
        Some(document) => u32::try_from(document).ok(),
        None => parts.aliased.get(parts.aliases.find(key)?),
    }
}

/// What a discovery knows while it works.
struct Finding<'a> {
    parts: &'a Parts,
    meaning: &'a Meaning,
    words: Vec<String>,
    subject: Subject,
    known: HashSet<u32>,
    entries: HashMap<u32, Entry>,
}

impl Finding<'_> {
    fn entry(&mut self, document: u32) -> Result<Option<&Entry>> {
        if !self.entries.contains_key(&document) {
            let Some(entry) = self.parts.texts.get(document)? else { return Ok(None) };
            self.entries.insert(document, entry);
        }
        Ok(self.entries.get(&document))
    }

    /// The best candidates that pass, each with what part of its score it keeps, apart from each other: each loses for
    /// those before it that are like it.
    fn chosen(
        &mut self,
        candidates: &[(u32, f32)],
        most: usize,
        passes: impl Fn(&Self, &Entry) -> Option<f32>,
    ) -> Result<Vec<(u32, f32)>> {
        let mut pool = Vec::new();
        for (document, score) in candidates {
            // Three times as many as are wanted leave a choice.
            if pool.len() >= most * 3 {
                break;
            }
            let Some(entry) = self.entry(*document)?.cloned() else { continue };
            if let Some(kept) = passes(self, &entry) {
                pool.push((*document, score * kept, entry));
            }
        }
        let mut chosen: Vec<(u32, f32)> = Vec::new();
        let mut before: HashMap<(u32, String), f32> = HashMap::new();
        while chosen.len() < most && !pool.is_empty() {
            let value =
                |(_, score, entry): &(u32, f32, Entry)| score - ALIKE * before.get(&alike(entry)).unwrap_or(&0.0);
            let best = (0..pool.len())
                .max_by(|one, other| value(&pool[*one]).total_cmp(&value(&pool[*other])).then(other.cmp(one)));
            let (document, score, entry) = pool.remove(best.unwrap_or(0));
            *before.entry(alike(&entry)).or_default() += 1.0;
            chosen.push((document, score));
        }
        Ok(chosen)
    }

    /// The suggestions with their reasons, and what they cover.
    fn told(&mut self, near: Vec<(u32, f32)>, unexpected: Vec<(u32, f32)>, meant: &[(u32, f32)]) -> Result<Discovered> {
        let near = near.into_iter().map(|(document, score)| (document, score, Distance::Near));
        let unexpected = unexpected.into_iter().map(|(document, score)| (document, score, Distance::Unexpected));
        let mut discovered = Discovered { words: self.words.clone(), ..Discovered::default() };
        let mut list = Vec::new();
        for (document, score, distance) in near.chain(unexpected) {
            let distance = if self.known.contains(&document) { Distance::Known } else { distance };
            let Some(entry) = self.entry(document)?.cloned() else { continue };
            let reasons = reasons(&entry, &self.words, &self.subject, self.meaning);
            discovered.near_words.extend(reasons.iter().filter_map(near_word));
            discovered.suggestions.push(Suggestion { document, key: entry.key.clone(), score, distance, reasons });
            list.push(entry);
        }
        discovered.suggestions.sort_by_key(|suggestion| suggestion.distance);
        discovered.near_words.sort();
        discovered.near_words.dedup();
        let mut around = Vec::new();
        for (document, _) in meant.iter().take(CANDIDATES / 3) {
            around.extend(self.entry(*document)?.cloned());
        }
        discovered.coverage = Coverage::of(&list, &around);
        Ok(discovered)
    }
}

/// What makes two organisations alike: what they do and where.
fn alike(entry: &Entry) -> (u32, String) {
    (entry.themes[0] / 1000, entry.place.department.clone())
}

fn near_word(reason: &super::Reason) -> Option<(String, String)> {
    match reason {
        super::Reason::NearWord { word, near } => Some((near.clone(), word.clone())),
        _ => None,
    }
}
