//! From the text of a question to what is looked for.

use super::answer::{Reading, Understood};
use super::pieces::{Piece, beginning, pieces};
use super::query::Query;
use super::spelling;
use crate::analysis::{Words, is_empty_word, stem};
use crate::snapshot::{Form, INITIALS, Parts, Stem};

/// How many different words are looked for: the rarest.
const WORDS: usize = 12;

/// For how many words that nobody writes something like them is looked for: it takes a millisecond each.
const LIKENED: usize = 6;

/// How many words are looked up at all.
const LOOKED_UP: usize = 200;

/// How much the acronym that a name would have counts, beside a name that has the word.
const INITIALS_WEIGHT: f32 = 0.8;

/// A word that fewer than one document in so many holds may be an acronym of others.
const RARE: u32 = 2_000;

/// One of the stems that would do for a word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Alternative {
    pub(crate) number: u32,
    pub(crate) stem: Stem,
    /// How much it counts: less when it is not quite the word.
    pub(crate) weight: f32,
}

/// A word of a question: any of its alternatives does.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Slot {
    pub(crate) alternatives: Vec<Alternative>,
}

impl Slot {
    /// How many documents hold it, at most.
    pub(crate) fn most(&self) -> u64 {
        self.alternatives.iter().map(|alternative| u64::from(alternative.stem.count)).sum()
    }
}

/// Stems that must follow each other, each with its distance from the first.
pub(crate) type Phrase = Vec<(Alternative, u32)>;

/// What is looked for.
#[derive(Debug, Default)]
pub(crate) struct Sought {
    /// The words, the rarest first.
    pub(crate) slots: Vec<Slot>,
    /// The same words in the order of the question.
    pub(crate) asked: Vec<Slot>,
    /// The phrases.
    pub(crate) phrases: Vec<Phrase>,
    /// The words that must not be there.
    pub(crate) unwanted: Vec<Slot>,
    /// Whether a word or a phrase holds what nothing is known of, and cannot be found whole.
    pub(crate) lacking: usize,
    /// How it was read.
    pub(crate) understood: Understood,
}

/// Reads a question.
pub(crate) fn read(query: &Query, parts: &Parts) -> Sought {
    let mut sought = Sought::default();
    let (text, shortened) = beginning(&query.text);
    sought.understood.shortened = shortened;
    let mut reader = Reader { parts, words: Words::default(), sought, plain: Vec::new() };
    for piece in pieces(text) {
        match piece {
            Piece::Plain(text) => reader.plain(text),
            Piece::Phrase(text) => reader.phrase(text),
            Piece::Unwanted(text) => reader.unwanted(text),
        }
    }
    reader.finish(query)
}

struct Reader<'a> {
    parts: &'a Parts,
    words: Words,
    sought: Sought,
    /// The words outside phrases, in order, each once.
    plain: Vec<String>,
}

impl Reader<'_> {
    fn plain(&mut self, text: &str) {
        let plain = &mut self.plain;
        self.words.each(text, |word, _| {
            if plain.len() < LOOKED_UP && !plain.iter().any(|known| known == word) {
                plain.push(word.to_owned());
            }
        });
    }

    fn phrase(&mut self, text: &str) {
        let mut words = Vec::new();
        self.words.each(text, |word, rank| words.push((word.to_owned(), rank)));
        let first = words.first().map_or(0, |(_, rank)| *rank);
        let mut phrase = Phrase::new();
        for (word, rank) in words.into_iter().take(WORDS) {
            let found = written(&word, self.parts);
            self.sought.understood.words.push(Reading { typed: word, read: Vec::new(), known: found.is_some() });
            match found {
                Some(alternative) => {
                    phrase.push((alternative, rank - first));
                    self.sought.slots.push(Slot { alternatives: vec![alternative] });
                }
                None => self.sought.lacking += 1,
            }
        }
        if phrase.len() > 1 {
            self.sought.phrases.push(phrase);
        }
    }

    fn unwanted(&mut self, text: &str) {
        let mut found = Vec::new();
        self.words.each(text, |word, _| found.extend(exact(word, self.parts)));
        let slots = found.into_iter().map(|alternative| Slot { alternatives: vec![alternative] });
        self.sought.unwanted.extend(slots.take(WORDS));
    }

    fn finish(mut self, query: &Query) -> Sought {
        if self.plain.iter().any(|word| !is_empty_word(word)) {
            self.plain.retain(|word| !is_empty_word(word));
        }
        let plain = std::mem::take(&mut self.plain);
        let mut likened = 0;
        for word in &plain {
            let is_written = self.parts.dictionary.get(word).is_some();
            likened += usize::from(!is_written);
            let (slots, reading) = look_up(word, &plain, is_written || likened <= LIKENED, self.parts);
            self.sought.lacking += usize::from(slots.is_empty());
            for slot in slots {
                if !self.sought.slots.contains(&slot) {
                    self.sought.slots.push(slot);
                }
            }
            self.sought.understood.words.push(reading);
        }
        self.sought.asked.clone_from(&self.sought.slots);
        self.sought.slots.sort_by_key(Slot::most);
        if self.sought.slots.len() > WORDS {
            self.sought.slots.truncate(WORDS);
            let kept = &self.sought.slots;
            self.sought.asked.retain(|slot| kept.contains(slot));
            self.sought.understood.shortened = true;
        }
        let nothing = self.sought.understood.words.is_empty() && self.sought.unwanted.is_empty();
        self.sought.understood.nothing = nothing && !query.text.trim().is_empty();
        self.sought
    }
}

/// The stem of a word, when it is written somewhere as it is.
fn written(word: &str, parts: &Parts) -> Option<Alternative> {
    alternative(parts.dictionary.get(word)?.stem, 1.0, parts)
}

/// The stem of a word, when it or its kin are written somewhere.
pub(crate) fn exact(word: &str, parts: &Parts) -> Option<Alternative> {
    let form = parts.dictionary.get(word).or_else(|| kin(word, parts))?;
    alternative(form.stem, 1.0, parts)
}

/// The stems of forms, once each.
pub(crate) fn alternative(number: u32, weight: f32, parts: &Parts) -> Option<Alternative> {
    parts.postings.stem(number).map(|stem| Alternative { number, stem, weight })
}

/// A word of the same stem, for one that is never written.
fn kin(word: &str, parts: &Parts) -> Option<Form> {
    let root = stem(word);
    let shared = root.bytes().zip(word.bytes()).take_while(|(one, other)| one == other).count();
    let prefix = word.get(..shared).filter(|prefix| prefix.len() >= 3)?;
    parts.dictionary.beginning(prefix, 200).into_iter().find(|(known, _)| stem(known) == root).map(|(_, form)| form)
}

/// What would do for a word among others; two slots where it was two words written as one.
fn look_up(word: &str, others: &[String], may_liken: bool, parts: &Parts) -> (Vec<Slot>, Reading) {
    let mut slot = Slot::default();
    if may_liken {
        slot.alternatives.extend(exact(word, parts));
    }
    let is_rare = slot.most() * u64::from(RARE) <= parts.columns.flags().len() as u64;
    if is_rare && let Some(form) = parts.dictionary.get(&format!("{INITIALS}{word}")) {
        slot.alternatives.extend(alternative(form.stem, INITIALS_WEIGHT, parts));
    }
    spelling::glued(word, others, parts, &mut slot);
    let mut read = Vec::new();
    if slot.alternatives.is_empty() && may_liken {
        read = spelling::correct(word, parts, &mut slot);
        if read.is_empty()
            && let Some((parting, alternatives)) = spelling::parted(word, parts)
        {
            let slots = alternatives.into_iter().map(|one| Slot { alternatives: vec![one] }).collect();
            return (slots, Reading { typed: word.to_owned(), read: vec![parting], known: true });
        }
    }
    let known = !slot.alternatives.is_empty();
    let slots = if known { vec![slot] } else { Vec::new() };
    (slots, Reading { typed: word.to_owned(), read, known })
}
