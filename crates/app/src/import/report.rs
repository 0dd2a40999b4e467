//! What an import did, for a person and for a program.

use std::collections::BTreeMap;

use fabrique_imports::{Losses, Rejection};
use serde::Serialize;

use super::Options;

/// What became of the records of one kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Read and understood.
    pub read: u64,
    /// New here.
    pub created: u64,
    /// Changed since the last import.
    pub updated: u64,
    /// As the last import left them.
    pub unchanged: u64,
}

/// What became of one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Created,
    Updated,
    Unchanged,
}

impl Tally {
    fn count(&mut self, outcome: Outcome) {
        self.read += 1;
        match outcome {
            Outcome::Created => self.created += 1,
            Outcome::Updated => self.updated += 1,
            Outcome::Unchanged => self.unchanged += 1,
        }
    }

    fn add(&mut self, other: Self) {
        self.read += other.read;
        self.created += other.created;
        self.updated += other.updated;
        self.unchanged += other.unchanged;
    }
}

/// A line, or a part of one, that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rejected {
    /// The line of its file, from 1.
    pub line: u64,
    /// Its identifier on the original platform, when it could be read.
    pub id: Option<String>,
    /// Why, in English.
    pub reason: String,
}

/// What could not be kept of what was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lost {
    /// Its kind, in English.
    pub kind: String,
    /// How often.
    pub count: u64,
    /// The first records concerned.
    pub places: Vec<String>,
}

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The address of the consultation.
    pub consultation: String,
    /// Whether nothing was written, on purpose.
    pub dry_run: bool,
    /// Every record.
    #[serde(flatten)]
    pub total: Tally,
    /// Votes read, as totals.
    pub votes: u64,
    /// Records by kind: proposals, arguments, remarks, discussions.
    pub collections: BTreeMap<&'static str, Tally>,
    /// What was not taken.
    pub rejected: Vec<Rejected>,
    /// What could not be kept.
    pub losses: Vec<Lost>,
}

impl Report {
    pub(super) fn about(options: &Options) -> Self {
        Self { consultation: options.into.to_string(), dry_run: options.dry_run, ..Self::default() }
    }

    pub(super) fn count(&mut self, collection: &'static str, outcome: Outcome) {
        self.total.count(outcome);
        self.collections.entry(collection).or_default().count(outcome);
    }

    /// Counts a thing made for the records and that is none of them.
    pub(super) fn count_beside(&mut self, collection: &'static str, outcome: Outcome) {
        self.collections.entry(collection).or_default().count(outcome);
    }

    pub(super) fn reject(&mut self, rejection: &Rejection) {
        let Rejection { line, external_id, reason } = rejection;
        self.rejected.push(Rejected { line: *line, id: external_id.clone(), reason: reason.to_string() });
    }

    pub(super) fn lose(&mut self, losses: &Losses) {
        self.losses.extend(losses.iter().map(|(kind, tally)| Lost {
            kind: kind.to_string(),
            count: tally.count,
            places: tally.places.clone(),
        }));
    }

    /// Adds what one batch did.
    pub(super) fn add(&mut self, batch: &Self) {
        self.total.add(batch.total);
        self.votes += batch.votes;
        for (collection, tally) in &batch.collections {
            self.collections.entry(collection).or_default().add(*tally);
        }
    }
}
