//! The directory, opened.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use super::answer::{Answer, Facets, Hit};
use super::answering::{hit, search};
use super::explain::{Explainer, Explanation};
use super::query::Query;
use super::ranking::Scored;
use super::suggesting::suggest;
use crate::Entry;
use crate::discover::{Discovered, Discovery, Meaning, discover};
use crate::error::Result;
use crate::meaning::Model;
use crate::snapshot::{COMPLETIONS, Parts, Snapshot, current};

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
    /// What was learnt from the texts, when they were enough to learn from.
    meaning: Option<Meaning>,
}

impl Open {
    fn of(home: &Path) -> Result<Arc<Self>> {
        let snapshot = Snapshot::open(&current(home)?)?;
        let parts = snapshot.parts()?;
        let meaning = Meaning::open(&snapshot)?;
        Ok(Arc::new(Self { snapshot, parts, meaning }))
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

    /// Answers a question, with what is known of each organisation of the page and why it answers, in their order.
    ///
    /// # Errors
    /// [`crate::Error::Damaged`] when the texts cannot be read.
    pub fn find(&self, query: &Query) -> Result<(Answer, Vec<(Entry, Explanation)>)> {
        let open = self.at_hand();
        let answer = search(query, &open.parts);
        let mut explainer = Explainer::new(query, &open.parts);
        let mut found = Vec::with_capacity(answer.hits.len());
        for hit in &answer.hits {
            if let Some(entry) = open.parts.texts.get(hit.document)? {
                let explanation = explainer.explain(hit.document, &entry);
                found.push((entry, explanation));
            }
        }
        Ok((answer, found))
    }

    /// The counts of all the organisations that have not ended.
    #[must_use]
    pub fn counts(&self) -> Facets {
        let query = Query { facets: true, limit: 0, ..Query::default() };
        self.search(&query).facets.unwrap_or_default()
    }

    /// Organisations whose name a person may be typing, the likeliest first.
    #[must_use]
    pub fn suggest(&self, text: &str, most: usize) -> Vec<Hit> {
        let open = self.at_hand();
        let found = suggest(text, most.min(COMPLETIONS), &open.parts);
        found.into_iter().map(|document| hit(Scored { score: 0.0, document }, &open.parts)).collect()
    }

    /// Whom a text could concern: those that share its words, and those that share its meaning alone. Nothing where too
    /// little is loaded to learn from.
    ///
    /// # Errors
    /// [`crate::Error::Damaged`] when the texts cannot be read.
    pub fn discover(&self, discovery: &Discovery) -> Result<Discovered> {
        let open = self.at_hand();
        match &open.meaning {
            Some(meaning) => discover(discovery, &open.parts, meaning),
            None => Ok(Discovered::default()),
        }
    }

    /// What the words of the snapshot mean; nothing where too little is loaded to learn from.
    #[must_use]
    pub fn model(&self) -> Option<Model> {
        self.at_hand().meaning.as_ref().map(|meaning| meaning.model.clone())
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
        Ok(entry.map(|entry| Explainer::new(query, &open.parts).explain(document, &entry)))
    }
}

fn document_of(key: &str, parts: &Parts) -> Option<u32> {
    match parts.keys.find(key) {
        Some(document) => u32::try_from(document).ok(),
        None => parts.aliased.get(parts.aliases.find(key)?),
    }
}
