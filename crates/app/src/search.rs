//! Searching proposals, and keeping their index up to date.
//!
//! Use-cases write down what changed (`outbox`); [`feed`] numbers it, reads each thing again and
//! gives it to the index, which remembers how far it went. An index that is empty, broken or ahead
//! of the database (after a restore) is filled again from the start.

use std::collections::{BTreeSet, HashMap};

use fabrique_domain::{
    Language,
    account::Actor,
    id::{ConsultationId, Id, ProposalId},
};
use fabrique_search::{Document, Hits, ProposalIndex, Update};
use fabrique_storage::{
    Reader, outbox, proposal,
    proposal::{Indexable, ProposalItem},
    transact,
};
use uuid::Uuid;

use crate::{Error, Platform, Result, consultation, markdown};

/// The most changes that one commit of the index carries.
const BATCH: i64 = 500;

/// The last result that can be reached by turning pages: nobody reads further, machines list.
pub const FURTHEST: usize = 1_000;

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The proposals of this page, the best first.
    pub items: Vec<ProposalItem>,
    /// How many were found in all.
    pub total: usize,
}

/// The proposals of a consultation that hold what was typed; `page` counts from nought.
///
/// # Errors
/// [`Error::NotFound`] when the consultation is not public; [`Error::Search`] when the index cannot
/// be used.
pub async fn proposals(
    actor: &Actor,
    platform: &Platform,
    reader: &mut Reader,
    consultation: ConsultationId,
    typed: &str,
    page: usize,
    limit: usize,
) -> Result<Found> {
    consultation::find(actor, reader, consultation).await?;
    let offset = page.saturating_mul(limit);
    if offset >= FURTHEST {
        return Err(Error::NotFound);
    }
    let (typed, place) = (typed.to_owned(), consultation.uuid());
    let hits: Hits = at_work(platform, move |index| index.search(&typed, Some(place), offset, limit)).await?;
    Ok(Found { items: in_order(reader, &hits.ids).await?, total: hits.total })
}

/// The published proposals nearest to what somebody is writing, for the form that proposes.
///
/// # Errors
/// As for [`proposals`].
pub async fn similar(
    actor: &Actor,
    platform: &Platform,
    reader: &mut Reader,
    consultation: ConsultationId,
    text: &str,
    limit: usize,
) -> Result<Vec<ProposalItem>> {
    consultation::find(actor, reader, consultation).await?;
    let (text, place) = (markdown::to_text(text), consultation.uuid());
    let ids = at_work(platform, move |index| index.similar(&text, place, limit)).await?;
    in_order(reader, &ids).await
}

/// Brings the index up to date; says how many changes it took. An index that cannot be used is no
/// failure of the worker: it is told to the log, and searches say so.
///
/// # Errors
/// When storage fails.
pub async fn feed(platform: &Platform) -> Result<usize> {
    match bring_up_to_date(platform).await {
        Err(Error::Search(failure)) => {
            tracing::error!(%failure, "the index of proposals cannot be brought up to date");
            Ok(0)
        }
        outcome => outcome,
    }
}

/// Throws the index away and fills it again from the database.
///
/// # Errors
/// [`Error::Search`] when it cannot be written; when storage fails.
pub async fn rebuild(platform: &Platform) -> Result<usize> {
    at_work(platform, ProposalIndex::begin_anew).await?;
    fill(platform).await
}

async fn bring_up_to_date(platform: &Platform) -> Result<usize> {
    stamp(platform).await?;
    let last = outbox::last(&mut platform.store.read().await?).await?;
    match platform.proposals.position() {
        Err(failure) => {
            tracing::warn!(%failure, "the index of proposals is broken and begins anew");
            rebuild(platform).await
        }
        Ok(Some(position)) if position <= last => catch_up(platform, position).await,
        Ok(_) => fill(platform).await,
    }
}

async fn stamp(platform: &Platform) -> Result<()> {
    let pending = outbox::is_pending(&mut platform.store.read().await?).await?;
    let mut more = pending;
    while more {
        let stamped = transact!(platform.store, |tx| {
            tx.leaves_pages_unchanged();
            outbox::stamp(tx, BATCH).await.map_err(Error::from)
        })?;
        more = i64::try_from(stamped).is_ok_and(|stamped| stamped == BATCH);
    }
    Ok(())
}

/// Applies the changes after `position`, a commit a batch.
async fn catch_up(platform: &Platform, mut position: i64) -> Result<usize> {
    let mut taken = 0;
    loop {
        let mut reader = platform.store.read().await?;
        let changes = outbox::after(&mut reader, position, BATCH).await?;
        let Some(last) = changes.last() else { return Ok(taken) };
        let (last, count) = (last.seq, changes.len());
        let changed: BTreeSet<Uuid> = changes.iter().map(|change| change.entity_id).collect();
        let mut updates = Vec::with_capacity(changed.len());
        for id in changed {
            let found = proposal::indexable(&mut reader, ProposalId::from_uuid(id)).await?;
            updates.push(found.map_or(Update::Remove(id), |found| Update::Put(Box::new(document(found)))));
        }
        drop(reader);
        at_work(platform, move |index| index.commit(&updates, last)).await?;
        platform.store.touch();
        (position, taken) = (last, taken + count);
    }
}

/// Fills the index from the start. What changes meanwhile has a larger number and is taken next.
async fn fill(platform: &Platform) -> Result<usize> {
    let mut reader = platform.store.read().await?;
    let position = outbox::last(&mut reader).await?;
    let mut after = ProposalId::from_uuid(Uuid::nil());
    let mut taken = 0;
    at_work(platform, move |index| index.replace(&[], 0)).await?;
    loop {
        let batch = proposal::indexable_after(&mut reader, after, BATCH).await?;
        let Some(last) = batch.last() else { break };
        after = last.id;
        taken += batch.len();
        let updates: Vec<_> = batch.into_iter().map(|found| Update::Put(Box::new(document(found)))).collect();
        at_work(platform, move |index| index.commit(&updates, 0)).await?;
    }
    at_work(platform, move |index| index.commit(&[], position)).await?;
    platform.store.touch();
    Ok(taken)
}

/// Runs what reads or writes the index away from the threads that answer requests.
async fn at_work<T: Send + 'static>(
    platform: &Platform,
    work: impl FnOnce(&ProposalIndex) -> fabrique_search::Result<T> + Send + 'static,
) -> Result<T> {
    let index = platform.proposals.clone();
    let done = tokio::task::spawn_blocking(move || work(&index)).await;
    Ok(done.map_err(|failure| Error::Internal(failure.to_string()))??)
}

/// The proposals in the order of their identifiers; those hidden since the index saw them are left out.
async fn in_order(reader: &mut Reader, ids: &[Uuid]) -> Result<Vec<ProposalItem>> {
    let ids: Vec<ProposalId> = ids.iter().map(|id| ProposalId::from_uuid(*id)).collect();
    let items = proposal::items(reader, &ids).await?;
    let mut by_id: HashMap<_, _> = items.into_iter().map(|item| (item.id, item)).collect();
    Ok(ids.iter().filter_map(|id| by_id.remove(id)).collect())
}

fn document(found: Indexable) -> Document {
    Document {
        id: found.id.uuid(),
        consultation: found.consultation_id.uuid(),
        language: match found.language {
            Language::French => fabrique_search::Language::French,
            Language::English => fabrique_search::Language::English,
        },
        title: found.title,
        theme: found.theme.map(|theme| theme.get(found.language).to_owned()).unwrap_or_default(),
        problem: markdown::to_text(&found.problem),
        change: markdown::to_text(&found.change),
        body: markdown::to_text(&found.body),
    }
}
