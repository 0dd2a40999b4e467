//! The way from what changed to what is found.
//!
//! Use-cases write down what changed (`outbox`); workers [`number`] it; each process that answers
//! searches has an index of its own and [`follow`]s the numbers, reading each thing again. The index
//! remembers how far it went. One that is empty, broken, ahead of the database (after a restore) or
//! behind what was forgotten is filled again from the start. Of several processes on one folder one
//! writes, and the others show what it wrote.

use std::collections::BTreeSet;

use fabrique_domain::{
    Language,
    id::{Id, ProposalId},
    time::DAY,
};
use fabrique_search::{Document, ProposalIndex, Update};
use fabrique_storage::{Tx, outbox, proposal, proposal::Indexable, transact};
use uuid::Uuid;

use super::at_work;
use crate::{Error, Platform, Result, markdown};

/// The most changes that one commit of the index carries.
const BATCH: i64 = 500;

/// How long changes are kept for the indexes that were away, in microseconds.
const KEPT: i64 = 7 * DAY;

/// What an index that is being filled says of its position: behind everything, so that a filling
/// that broke off begins again.
const UNFINISHED: i64 = -1;

/// Numbers what changed and brings the index of this process up to date; says how many changes it
/// took. For commands, which are worker and reader at once.
///
/// # Errors
/// When storage fails.
pub async fn feed(platform: &Platform) -> Result<usize> {
    number(platform).await?;
    follow(platform).await
}

/// Numbers the changes that were committed. Only workers call it.
///
/// # Errors
/// When storage fails.
pub async fn number(platform: &Platform) -> Result<()> {
    let mut more = outbox::is_pending(&mut platform.store.read().await?).await?;
    while more {
        let numbered = transact!(platform.store, |tx| {
            tx.leaves_pages_unchanged();
            outbox::stamp(tx, BATCH).await.map_err(Error::from)
        })?;
        more = i64::try_from(numbered).is_ok_and(|numbered| numbered == BATCH);
    }
    Ok(())
}

/// Brings the index of this process up to date with what was numbered; says how many changes it
/// took. An index that cannot be used is no failure: it is told to the log, and searches say so.
///
/// # Errors
/// When storage fails.
pub async fn follow(platform: &Platform) -> Result<usize> {
    match bring_up_to_date(platform).await {
        Err(Error::Search(fabrique_search::Error::Busy)) => show_what_another_wrote(platform).await,
        Err(Error::Search(failure)) => {
            tracing::error!(%failure, "the index of proposals cannot be brought up to date");
            Ok(0)
        }
        outcome => outcome,
    }
}

/// Another process writes the index of this folder.
async fn show_what_another_wrote(platform: &Platform) -> Result<usize> {
    match at_work(platform, ProposalIndex::reload).await {
        Ok(true) => platform.store.touch(),
        Ok(false) => {}
        Err(failure) => tracing::error!(%failure, "the index of proposals cannot be read again"),
    }
    Ok(0)
}

/// Throws the index away and fills it again from the database.
///
/// # Errors
/// [`Error::Search`] when it cannot be written, or another process writes it; when storage fails.
pub async fn rebuild(platform: &Platform) -> Result<usize> {
    at_work(platform, ProposalIndex::begin_anew).await?;
    fill(platform).await
}

/// Forgets the changes that every index had time to take. Called by the worker once a day.
///
/// # Errors
/// When storage fails.
pub async fn forget(tx: &mut Tx) -> Result<u64> {
    let before = tx.now().plus(-KEPT);
    Ok(outbox::forget(tx, before).await?)
}

async fn bring_up_to_date(platform: &Platform) -> Result<usize> {
    let mut reader = platform.store.read().await?;
    let (first, last) = (outbox::first(&mut reader).await?, outbox::last(&mut reader).await?);
    drop(reader);
    match platform.proposals.position() {
        Err(failure) => {
            tracing::warn!(%failure, "the index of proposals is broken and begins anew");
            rebuild(platform).await
        }
        Ok(Some(position)) if first - 1 <= position && position <= last => catch_up(platform, position).await,
        Ok(_) => fill(platform).await,
    }
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
    at_work(platform, move |index| index.replace(&[], UNFINISHED)).await?;
    loop {
        let batch = proposal::indexable_after(&mut reader, after, BATCH).await?;
        let Some(last) = batch.last() else { break };
        after = last.id;
        taken += batch.len();
        let updates: Vec<_> = batch.into_iter().map(|found| Update::Put(Box::new(document(found)))).collect();
        at_work(platform, move |index| index.commit(&updates, UNFINISHED)).await?;
    }
    at_work(platform, move |index| index.commit(&[], position)).await?;
    platform.store.touch();
    Ok(taken)
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
