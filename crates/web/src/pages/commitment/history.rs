//! `GET /commitments/{id}/history`: what changed since it is public, in whose name, when and why.

use std::{cmp::Reverse, sync::Arc};

use askama::Template;
use axum::extract::{Path, State};
use fabrique_app::{
    address,
    commitment::{self, History},
};
use fabrique_domain::{
    Choice, Date, Instant, LocalizedText,
    commitment::{Commitment, CommitmentState, Field, Level},
};
use fabrique_storage::commitment::history::{Past, PastClause};

use super::named;
use crate::{
    difference::Difference,
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "commitment/history.html")]
struct HistoryPage {
    frame: Frame,
    commitment: Commitment,
    entries: Vec<Entry>,
}

/// What one version changed.
struct Entry {
    at: Instant,
    /// In whose name.
    by: String,
    reason: String,
    changes: Vec<Told>,
}

/// A change of one field or clause.
struct Told {
    name: String,
    /// Where it is read as it stands; nothing for a field.
    path: String,
    difference: Option<Difference>,
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let history = commitment::history(&visitor.actor, &mut reader, named(&id)?).await?;
    let frame = visitor.frame("commitments");
    visitor.page(&HistoryPage { entries: entries(&frame, &history), commitment: history.commitment, frame })
}

/// Fields and clauses together, the latest first.
fn entries(frame: &Frame, history: &History) -> Vec<Entry> {
    let versions = history.fields.chunk_by(|one, next| one.version == next.version);
    let fields = versions.filter_map(|changes| Some(of_version(frame, changes.first()?, changes)));
    let clauses = history.clauses.iter().map(|past| of_clause(frame, &history.commitment, past));
    let mut entries: Vec<_> = fields.chain(clauses).collect();
    entries.sort_by_key(|entry| Reverse(entry.at));
    entries
}

fn of_version(frame: &Frame, first: &Past, changes: &[Past]) -> Entry {
    Entry {
        at: first.created_at,
        by: first.institution.clone().unwrap_or_else(|| frame.t.get("history-coordinator").to_string()),
        reason: first.reason.clone(),
        changes: changes.iter().map(|past| of_field(frame, past)).collect(),
    }
}

fn of_field(frame: &Frame, past: &Past) -> Told {
    let (was, became) = (in_words(frame, past.field, &past.was), in_words(frame, past.field, &past.became));
    let name = frame.t.choice("history-field", past.field).to_string();
    Told { name, path: String::new(), difference: Difference::of(frame.t, &was, &became) }
}

/// Codes and dates are kept as they are written for machines.
fn in_words(frame: &Frame, field: Field, text: &LocalizedText) -> String {
    let told = frame.text(text);
    let word = match field {
        Field::State => CommitmentState::from_code(told).ok().map(|state| frame.t.choice("commitment-state", state)),
        Field::Level => Level::from_code(told).ok().map(|level| frame.t.choice("level", level)),
        _ => None,
    };
    let date = match field {
        Field::StartsOn | Field::EndsOn => told.parse::<Date>().ok().map(|date| frame.date(&date)),
        _ => None,
    };
    word.map(|word| word.to_string()).or(date).unwrap_or_else(|| told.to_owned())
}

fn of_clause(frame: &Frame, commitment: &Commitment, past: &PastClause) -> Entry {
    let was = past.was.as_ref().map_or("", |was| frame.text(was));
    let told = Told {
        name: frame.t.get("history-clause").with("number", past.number).with("version", past.version).to_string(),
        path: address::clause(commitment.id, past.number),
        difference: Difference::of(frame.t, was, frame.text(&past.became)),
    };
    Entry { at: past.created_at, by: String::new(), reason: past.reason.clone(), changes: vec![told] }
}
