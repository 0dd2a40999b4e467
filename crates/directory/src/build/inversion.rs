//! From the texts of some documents to the documents of each word.

use std::collections::HashMap;

use super::bins::family;
use super::numbering::objects_length;
use crate::Entry;
use crate::analysis::{Words, initials, stem};
use crate::snapshot::{DEPARTMENT, FAMILY, INITIALS, Means, put_number, put_positions};

/// The bound of the saturation of BM25.
const K1: f32 = 1.2;

/// The highest level of a posting.
pub(crate) const LEVELS: f32 = 63.0;

/// How many ranks part two texts of a document, so that no phrase runs over both.
const GAP: u32 = 8;

/// The last rank that is kept.
const LAST_RANK: u32 = 0xFFFF;

/// A text of an entry that words are found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    /// The name.
    Name,
    /// The short name.
    ShortName,
    /// The purpose.
    Purpose,
    /// An object of lobbying, or of a grant.
    Object,
    /// The name of the commune.
    Commune,
    /// The initials of the name.
    Initials,
    /// What it is filed under: a department, a theme family. Nothing of its text.
    File,
}

impl Field {
    const ALL: [Self; 7] =
        [Self::Name, Self::ShortName, Self::Purpose, Self::Object, Self::Commune, Self::Initials, Self::File];

    /// How much a word of it counts (BM25F).
    pub(crate) const fn weight(self) -> f32 {
        match self {
            Self::Name | Self::ShortName => 3.0,
            Self::Initials => 2.0,
            Self::Purpose | Self::Object => 1.0,
            Self::Commune => 0.5,
            Self::File => 0.0,
        }
    }

    /// How much a length over the mean weakens it, from nought to one.
    const fn weakening(self) -> f32 {
        match self {
            Self::Name => 0.5,
            Self::Purpose | Self::Object => 0.6,
            Self::ShortName | Self::Commune | Self::Initials | Self::File => 0.0,
        }
    }

    /// What a field of an entry divides its frequencies by.
    fn norm(self, entry: &Entry, means: &Means) -> f32 {
        let ratio = match self {
            Self::Name => entry.name.len() as f32 / means.name,
            Self::Purpose => entry.purpose.len() as f32 / means.purpose,
            Self::Object => objects_length(entry) as f32 / means.objects,
            _ => 1.0,
        };
        1.0 - self.weakening() + self.weakening() * ratio
    }
}

/// The part of a word in the score of a document, over its bound: frequencies, weighted, over lengths (BM25F).
pub(crate) fn level(weighted: f32) -> u8 {
    (LEVELS * weighted / (weighted + K1)).round().clamp(1.0, LEVELS) as u8
}

/// The weights of the fields of an entry, each over its norm.
pub(crate) fn weights(entry: &Entry, means: &Means) -> [f32; 7] {
    Field::ALL.map(|field| field.weight() / field.norm(entry, means))
}

/// Gives each word of an entry, with its field and its rank.
pub(crate) fn each_word(entry: &Entry, words: &mut Words, mut give: impl FnMut(&str, Field, u32)) {
    let mut next = 0;
    let lobbying = entry.lobbying.iter().map(|lobbying| (Field::Object, lobbying.object.as_str()));
    let funding = entry.funding.iter().map(|funding| (Field::Object, funding.object.as_str()));
    let texts =
        [(Field::Name, entry.name.as_str()), (Field::ShortName, &entry.short_name), (Field::Purpose, &entry.purpose)];
    let commune = [(Field::Commune, entry.place.commune.as_str())];
    for (field, text) in texts.into_iter().chain(lobbying).chain(funding).chain(commune) {
        let first = next;
        words.each(text, |word, rank| {
            give(word, field, (first + rank).min(LAST_RANK));
            next = first + rank + GAP;
        });
    }
    if let Some(letters) = initials(&entry.name, words) {
        give(&format!("{INITIALS}{letters}"), Field::Initials, LAST_RANK);
    }
}

/// The postings of one stem among some documents, as they will be merged.
#[derive(Debug, Default)]
pub(crate) struct StemPostings {
    /// How many documents hold it.
    pub(crate) count: u32,
    /// For each: the distance from the one before, a code, how many bytes of positions.
    pub(crate) documents: Vec<u8>,
    /// The positions of all.
    pub(crate) positions: Vec<u8>,
}

/// The words of some documents.
#[derive(Debug, Default)]
pub(crate) struct Inversion {
    /// A word as it is written: its stem, how often it is.
    pub(crate) forms: HashMap<Box<str>, (u32, u32)>,
    /// The stems by their local numbers.
    pub(crate) stems: Vec<Box<str>>,
    numbers: HashMap<Box<str>, u32>,
    /// Stem, document, field and rank of each word, packed so that they sort in this order.
    occurrences: Vec<u64>,
    weights: Vec<[f32; 7]>,
    words: Words,
}

impl Inversion {
    /// Adds the words of the next document.
    pub(crate) fn push(&mut self, entry: &Entry, means: &Means) {
        let document = self.weights.len() as u64;
        self.weights.push(weights(entry, means));
        let mut words = std::mem::take(&mut self.words);
        each_word(entry, &mut words, |word, field, rank| {
            self.note(word, document, field, rank);
        });
        self.note(&format!("{DEPARTMENT}{}", entry.place.department), document, Field::File, 0);
        for (at, theme) in entry.themes.into_iter().enumerate().filter(|(_, theme)| *theme != 0) {
            if at == 0 || family(theme) != family(entry.themes[0]) {
                self.note(&format!("{FAMILY}{}", family(theme)), document, Field::File, 0);
            }
        }
        self.words = words;
    }

    fn note(&mut self, word: &str, document: u64, field: Field, rank: u32) {
        let stem = u64::from(self.stem_of(word));
        self.occurrences.push(stem << 40 | document << 20 | u64::from(rank) << 4 | field as u64);
    }

    fn stem_of(&mut self, word: &str) -> u32 {
        if let Some((stem, frequency)) = self.forms.get_mut(word) {
            *frequency += 1;
            return *stem;
        }
        let stem: Box<str> = stem(word).into();
        let next = self.stems.len() as u32;
        let number = *self.numbers.entry(stem.clone()).or_insert(next);
        if number == next {
            self.stems.push(stem);
        }
        self.forms.insert(word.into(), (number, 1));
        number
    }

    /// The postings of each stem, by local number, with documents counted from the first one here.
    pub(crate) fn postings(&mut self) -> Vec<StemPostings> {
        let mut occurrences = std::mem::take(&mut self.occurrences);
        occurrences.sort_unstable();
        let mut stems = Vec::with_capacity(self.stems.len());
        stems.resize_with(self.stems.len(), StemPostings::default);
        let mut ranks = Vec::new();
        let mut before = (u64::MAX, 0);
        for same in occurrences.chunk_by(|one, other| one >> 20 == other >> 20) {
            let (stem, document) = (same[0] >> 40, same[0] >> 20 & 0xF_FFFF);
            let distance = if before.0 == stem { document - before.1 } else { document };
            before = (stem, document);
            self.posting(same, document as usize, distance as u32, &mut ranks, &mut stems[stem as usize]);
        }
        stems
    }

    fn posting(&self, same: &[u64], document: usize, distance: u32, ranks: &mut Vec<u32>, stem: &mut StemPostings) {
        let weights = &self.weights[document];
        let (mut weighted, mut in_name) = (0.0, 0);
        ranks.clear();
        for occurrence in same {
            let field = (occurrence & 0xF) as usize;
            weighted += weights[field];
            in_name |= u8::from(field <= Field::ShortName as usize || field == Field::Initials as usize);
            ranks.push((occurrence >> 4 & 0xFFFF) as u32);
        }
        ranks.dedup();
        let start = stem.positions.len();
        // What a document is filed under stands nowhere in it.
        if same[0] & 0xF != Field::File as u64 {
            put_positions(ranks, &mut stem.positions);
        }
        stem.count += 1;
        put_number(distance, &mut stem.documents);
        stem.documents.push(level(weighted) << 1 | in_name);
        put_number((stem.positions.len() - start) as u32, &mut stem.documents);
    }
}
