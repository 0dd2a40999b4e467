//! The directory, opened.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use super::answer::{Answer, Hit};
use super::explain::{Explanation, explain};
use super::facets::{self, Matched};
use super::matching::{Guard, Match, all_words, some_words};
use super::query::{Query, Sort};
use super::ranking::{Best, Scored, first_of, score};
use super::reading::{Sought, read};
use super::sieve::Sieve;
use super::suggesting::suggest;
use crate::Entry;
use crate::error::Result;
use crate::snapshot::{COMPLETIONS, Parts, Snapshot, current};

/// The furthest hit that a page may show.
const FURTHEST: usize = 10_000;

/// The snapshot that serves; cheap to copy, and shared between threads.
#[derive(Debug, Clone)]
pub struct Directory {
    home: Arc<PathBuf>,
    open: Arc<RwLock<Arc<Open>>>,
}

/// A snapshot and its parts.
#[derive(Debug)]
struct Open {
    snapshot: Snapshot,
    parts: Parts,
}

impl Open {
    fn of(home: &Path) -> Result<Arc<Self>> {
        let snapshot = Snapshot::open(&current(home)?)?;
        let parts = snapshot.parts()?;
        Ok(Arc::new(Self { snapshot, parts }))
    }
}

impl Directory {
    /// Opens the snapshot that serves in a folder.
    ///
    /// # Errors
    /// [`crate::Error::NoSnapshot`] before the first build, [`crate::Error::Damaged`] and
    /// [`crate::Error::OtherFormat`] when the snapshot cannot be trusted.
    pub fn open(home: &Path) -> Result<Self> {
        Ok(Self { home: Arc::new(home.to_owned()), open: Arc::new(RwLock::new(Open::of(home)?)) })
    }

    /// Follows a build that ended since; says whether there was one. Searches under way end on what they began with.
    ///
    /// # Errors
    /// Those of [`Self::open`]: the snapshot at hand goes on serving.
    pub fn refresh(&self) -> Result<bool> {
        if current(&self.home)? == self.at_hand().snapshot.folder() {
            return Ok(false);
        }
        let next = Open::of(&self.home)?;
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = next;
        Ok(true)
    }

    fn at_hand(&self) -> Arc<Open> {
        self.open.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The snapshot that serves.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        self.at_hand().snapshot.clone()
    }

    /// Answers a question.
    #[must_use]
    pub fn search(&self, query: &Query) -> Answer {
        search(query, &self.at_hand().parts)
    }

    /// Organisations whose name a person may be typing, the likeliest first.
    #[must_use]
    pub fn suggest(&self, text: &str, most: usize) -> Vec<Hit> {
        let open = self.at_hand();
        let found = suggest(text, most.min(COMPLETIONS), &open.parts);
        found.into_iter().map(|document| hit(Scored { score: 0.0, document }, &open.parts)).collect()
    }

    /// The entry of a key, or of another name of an entry.
    ///
    /// # Errors
    /// [`crate::Error::Damaged`] when the texts cannot be read.
    pub fn entry(&self, key: &str) -> Result<Option<Entry>> {
        let open = self.at_hand();
        match document_of(key, &open.parts) {
            Some(document) => open.parts.texts.get(document),
            None => Ok(None),
        }
    }

    /// The entry of a document of the snapshot at hand.
    ///
    /// # Errors
    /// [`crate::Error::Damaged`] when the texts cannot be read.
    pub fn entry_of(&self, document: u32) -> Result<Option<Entry>> {
        self.at_hand().parts.texts.get(document)
    }

    /// The document of a key, or of another name.
    #[must_use]
    pub fn document(&self, key: &str) -> Option<u32> {
        document_of(key, &self.at_hand().parts)
    }

    /// Why an entry answers a question; nothing when there is no such entry.
    ///
    /// # Errors
    /// [`crate::Error::Damaged`] when the texts cannot be read.
    pub fn explain(&self, query: &Query, key: &str) -> Result<Option<Explanation>> {
        let open = self.at_hand();
        let Some(document) = document_of(key, &open.parts) else { return Ok(None) };
        let entry = open.parts.texts.get(document)?;
        Ok(entry.map(|entry| explain(query, document, &entry, &open.parts)))
    }
}

fn document_of(key: &str, parts: &Parts) -> Option<u32> {
    match parts.keys.find(key) {
        Some(document) => u32::try_from(document).ok(),
        None => parts.aliased.get(parts.aliases.find(key)?),
    }
}

fn search(query: &Query, parts: &Parts) -> Answer {
    let mut sought = read(query, parts);
    let asked = sought.slots.len() + sought.lacking;
    if sought.understood.nothing || (sought.slots.is_empty() && sought.lacking > 0) {
        return Answer { understood: sought.understood, ..Answer::default() };
    }
    let sieve = Sieve::new(&query.filters, &parts.columns, &parts.tables);
    let most = query.offset.saturating_add(query.limit).min(FURTHEST);
    let (matched, best, held) = matches(&sought, parts, &sieve, most);
    sought.understood.relaxed = (held < asked && !matched.hits.is_empty()).then_some(held);
    let page = match query.sort {
        Sort::Relevance => best.into_sorted(),
        sort => first_of(&matched.hits, sort, &parts.columns, most),
    };
    Answer {
        total: matched.hits.len() as u64,
        hits: page.into_iter().skip(query.offset).map(|scored| hit(scored, parts)).collect(),
        facets: query.facets.then(|| facets::count(&matched, &parts.columns, &parts.tables)),
        understood: sought.understood,
    }
}

fn hit(scored: Scored, parts: &Parts) -> Hit {
    let key = parts.keys.get(scored.document as usize).unwrap_or_default();
    Hit { document: scored.document, key, score: scored.score }
}

/// The documents that hold all the words, or else as many of them as any document holds; and how many these are.
fn matches(sought: &Sought, parts: &Parts, sieve: &Sieve<'_>, most: usize) -> (Matched, Best, usize) {
    let words = sought.slots.len();
    let mut gathered = Gathered::new(words as u32, most);
    all_words(&sought.slots, parts, &mut Guard::new(sought, parts, sieve), |found| gathered.push(found, parts));
    if !gathered.matched.hits.is_empty() || words < 2 {
        return (gathered.matched, gathered.best, words);
    }
    some_of(sought, parts, sieve, most)
}

/// How many postings a question may walk through when it is content with any of its words.
const ANY_WORD: u64 = 400_000;

fn some_of(sought: &Sought, parts: &Parts, sieve: &Sieve<'_>, most: usize) -> (Matched, Best, usize) {
    let words = sought.slots.len();
    let postings: u64 = sought.slots.iter().map(super::reading::Slot::most).sum();
    let least = if postings <= ANY_WORD { 1 } else { words.div_ceil(2) };
    let mut levels: Vec<Gathered> = (least..words).map(|held| Gathered::new(held as u32, most)).collect();
    some_words(&sought.slots, least, parts, &mut Guard::new(sought, parts, sieve), |found| {
        if let Some(level) = levels.get_mut(found.held as usize - least) {
            level.push(found, parts);
        }
    });
    let full = (0..levels.len()).rev().find(|at| !levels[*at].matched.hits.is_empty()).unwrap_or(0);
    let gathered = levels.into_iter().nth(full).unwrap_or_else(|| Gathered::new(0, most));
    (gathered.matched, gathered.best, gathered.held as usize)
}

/// The documents that hold so many of the words.
struct Gathered {
    held: u32,
    matched: Matched,
    best: Best,
}

impl Gathered {
    fn new(held: u32, most: usize) -> Self {
        Self { held, matched: Matched::default(), best: Best::new(most) }
    }

    fn push(&mut self, found: Match, parts: &Parts) {
        self.matched.push(found.document, found.failed);
        if found.failed == 0 {
            let prior = parts.columns.priors().get(found.document as usize).copied().unwrap_or_default();
            // Without words, the evidence alone makes the order.
            let relevance = if found.held == 0 { 1.0 } else { found.relevance };
            self.best.push(Scored { score: score(relevance, prior), document: found.document });
        }
    }
}
