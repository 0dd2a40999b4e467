//! Why an organisation answers a question.

use std::collections::HashMap;

use super::closeness::weighed;
use super::query::Query;
use super::ranking::EVIDENCE;
use super::reading::{Slot, Sought, read};
use super::walk::rarity;
use crate::Entry;
use crate::analysis::Words;
use crate::build::{Field, each_word, level, weights};
use crate::snapshot::Parts;

/// Why an organisation answers a question: read again from its texts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Explanation {
    /// The words of the question that it holds.
    pub words: Vec<MatchedWord>,
    /// What the words add up to.
    pub relevance: f32,
    /// What part of the relevance is added because the name is what was asked: a half when it is nothing else.
    pub name: f32,
    /// What part of the relevance is added because the words stand together.
    pub together: f32,
    /// What part of the relevance the evidence of life, size and recognition adds: a tenth at most.
    pub evidence: f32,
    /// The score.
    pub score: f32,
}

/// A word of the question, as the organisation writes it.
#[derive(Debug, Clone, PartialEq)]
pub struct MatchedWord {
    /// As the organisation writes it, folded.
    pub written: Vec<String>,
    /// Where.
    pub fields: Vec<MatchedField>,
    /// What it adds to the relevance.
    pub adds: f32,
}

/// A text of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchedField {
    /// Its name.
    Name,
    /// Its short name.
    ShortName,
    /// Its purpose.
    Purpose,
    /// An object of its lobbying, or of a grant.
    Object,
    /// The name of its commune.
    Commune,
    /// The initials of its name.
    Initials,
}

impl MatchedField {
    /// The text that a word was found in; nothing for what is no text.
    const fn of(field: Field) -> Option<Self> {
        Some(match field {
            Field::Name => Self::Name,
            Field::ShortName => Self::ShortName,
            Field::Purpose => Self::Purpose,
            Field::Object => Self::Object,
            Field::Commune => Self::Commune,
            Field::Initials => Self::Initials,
            Field::File => return None,
        })
    }
}

/// A question that was read, to explain why some entries answer it.
pub(crate) struct Explainer<'a> {
    sought: Sought,
    parts: &'a Parts,
    /// The stems of words that were met: entries that answer one question share many.
    stems: HashMap<String, Option<u32>>,
}

impl<'a> Explainer<'a> {
    pub(crate) fn new(query: &Query, parts: &'a Parts) -> Self {
        Self { sought: read(query, parts), parts, stems: HashMap::new() }
    }

    /// Explains why an entry answers the question.
    pub(crate) fn explain(&mut self, document: u32, entry: &Entry) -> Explanation {
        let mut written = Vec::new();
        each_word(entry, &mut Words::default(), |word, field, _| {
            if let Some(stem) = self.stem(word) {
                written.push((stem, word.to_owned(), field));
            }
        });
        let weights = weights(entry, &self.parts.tables.means);
        let slots = self.sought.slots.iter();
        let words: Vec<MatchedWord> =
            slots.filter_map(|slot| explain_word(slot, &written, &weights, self.parts)).collect();
        let relevance: f32 = words.iter().map(|word| word.adds).sum();
        let prior = self.parts.columns.prior(document);
        let (score, closeness) = weighed(relevance, prior, document, &self.sought, self.parts);
        let [name, together] = closeness.adds();
        Explanation { words, relevance, name, together, evidence: EVIDENCE * f32::from(prior) / 255.0, score }
    }

    fn stem(&mut self, word: &str) -> Option<u32> {
        if let Some(known) = self.stems.get(word) {
            return *known;
        }
        let stem = self.parts.dictionary.get(word).map(|form| form.stem);
        self.stems.insert(word.to_owned(), stem);
        stem
    }
}

fn explain_word(
    slot: &Slot,
    written: &[(u32, String, Field)],
    weights: &[f32; 7],
    parts: &Parts,
) -> Option<MatchedWord> {
    let documents = parts.columns.flags().len() as f32;
    let mut explained = MatchedWord { written: Vec::new(), fields: Vec::new(), adds: 0.0 };
    for alternative in &slot.alternatives {
        let here: Vec<_> = written.iter().filter(|(stem, ..)| *stem == alternative.number).collect();
        if here.is_empty() {
            continue;
        }
        let weighted = here.iter().map(|(_, _, field)| weights[*field as usize]).sum();
        let part = f32::from(level(weighted)) / 63.0;
        explained.adds = explained.adds.max(alternative.weight * rarity(documents, alternative.stem.count) * part);
        for (_, word, field) in here {
            explained.written.push(word.trim_start_matches('=').to_owned());
            explained.fields.extend(MatchedField::of(*field));
        }
    }
    explained.written.sort_unstable();
    explained.written.dedup();
    explained.fields.sort_unstable();
    explained.fields.dedup();
    (!explained.fields.is_empty()).then_some(explained)
}
