//! What is found by what it means: purposes by their titles, neighbours of the same theme family, and what shares no word
//! with the question.

use std::collections::HashSet;

use anyhow::Result;
use fabrique_directory::{Discovery, Distance, Entry, Query, Suggestion, Vectors};

use super::interval::Outcome;
use super::line::tell;
use super::peer::Peer;
use super::rows::{Built, purpose_alone};
use super::{Run, Split};

/// How many of the rows of a pool are asked for.
const ASKED: usize = 1_500;

/// How far the right one is looked for.
const DEEP: usize = 100;

/// Rows that nothing was learnt from, indexed by their purposes alone.
struct Pool<'e> {
    rows: Vec<&'e Entry>,
    built: Built,
    peer: Peer,
}

/// Measures on the rows of each split.
pub(super) fn measure(run: &Run, pools: [Vec<&Entry>; 2], vectors: &Vectors) -> Result<()> {
    for (split, rows) in Split::ALL.into_iter().zip(pools).filter(|(split, _)| run.splits().contains(split)) {
        let built = Built::of(rows.iter().map(|entry| purpose_alone(entry)), vectors)?;
        let peer = Peer::of(rows.iter().map(|entry| (entry.key.as_str(), entry.purpose.as_str())))?;
        let pool = Pool { rows, built, peer };
        pool.titles(run, split)?;
        pool.families(run, split)?;
    }
    Ok(())
}

impl Pool<'_> {
    fn asked(&self, run: &Run) -> impl Iterator<Item = (usize, &Entry)> {
        self.rows.iter().copied().enumerate().take(run.of_each(ASKED))
    }

    /// From a name to its own purpose: among a hundred suggestions, and among a hundred unexpected ones where both share
    /// nothing.
    fn titles(&self, run: &Run, split: Split) -> Result<()> {
        let (mut all, mut apart) = (Vec::new(), Vec::new());
        for (group, entry) in self.asked(run) {
            let theirs = self.peer.find(&entry.name, DEEP)?.contains(&entry.key);
            let ours = suggestions(&self.built, &entry.name, DEEP)?.iter().any(|one| one.key == entry.key);
            all.push(outcome(group, ours, theirs));
            if self.shares_nothing(&entry.name, &entry.key)? {
                let ours = is_unexpected(&self.built, &entry.name, &entry.key)?;
                if !ours {
                    run.failure("nothing shared", &entry.name, &entry.purpose);
                }
                apart.push(outcome(group, ours, theirs));
            }
        }
        tell("title to purpose, recall at 100", split, &all);
        tell("title to purpose, nothing shared, recall at 100 of the unexpected", split, &apart);
        Ok(())
    }

    fn shares_nothing(&self, text: &str, key: &str) -> Result<bool> {
        shares_nothing(&self.built, text, key)
    }

    /// Among the first ten that a purpose leads to, how many are of its family.
    fn families(&self, run: &Run, split: Split) -> Result<()> {
        let mut outcomes = Vec::new();
        let family = |key: &str| {
            let at = self.rows.binary_search_by(|entry| entry.key.as_str().cmp(key)).ok()?;
            Some(self.rows[at].themes[0] / 1000)
        };
        for (group, entry) in self.asked(run) {
            let same = |keys: &[String]| {
                let others = keys.iter().filter(|key| **key != entry.key).take(10);
                others.filter(|key| family(key) == Some(entry.themes[0] / 1000)).count() as f64 / 10.0
            };
            let near = suggestions(&self.built, &entry.purpose, 18)?;
            let near = near.into_iter().filter(|one| one.distance == Distance::Near).map(|one| one.key);
            let (ours, baseline) = (same(&near.collect::<Vec<_>>()), same(&self.peer.find(&entry.purpose, 11)?));
            outcomes.push(Outcome { group, ours, baseline });
        }
        tell("purpose to purposes of the same family, precision at 10", split, &outcomes);
        Ok(())
    }
}

/// Whether an organisation answers none of the words of a text.
pub(super) fn shares_nothing(built: &Built, text: &str, key: &str) -> Result<bool> {
    let explained = built.directory.explain(&Query::new(text), key)?;
    Ok(explained.is_some_and(|explained| explained.words.is_empty()))
}

/// Whether an organisation is among the first hundred unexpected for a text.
pub(super) fn is_unexpected(built: &Built, text: &str, key: &str) -> Result<bool> {
    let found = suggestions(built, text, DEEP * 3)?;
    let apart: HashSet<&str> =
        found.iter().filter(|one| one.distance == Distance::Unexpected).map(|one| one.key.as_str()).collect();
    Ok(apart.contains(key))
}

/// Whom a text could concern.
pub(super) fn suggestions(built: &Built, text: &str, limit: usize) -> Result<Vec<Suggestion>> {
    let discovery = Discovery { text: text.to_owned(), limit, ..Discovery::default() };
    Ok(built.directory.discover(&discovery)?.suggestions)
}

pub(super) fn outcome(group: usize, ours: bool, theirs: bool) -> Outcome {
    Outcome { group, ours: f64::from(u8::from(ours)), baseline: f64::from(u8::from(theirs)) }
}
