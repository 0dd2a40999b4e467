//! Durable positions a second, against a bare loop that inserts the same row and commits.
//!
//! Both write to the same disk in the same run with the same guarantee: `synchronous = FULL`, one
//! acknowledgement a commit that is on the disk. Ours also authorises, applies the rules and keeps
//! three counters; waiting transactions share a commit.

use std::time::Instant;

use anyhow::Result;
use fabrique_app::position;
use fabrique_domain::{account::Actor, id::ProposalId, proposal::Position};
use fabrique_storage::{Location, Store, Surroundings, testing, transact};
use fabrique_testkit::contribution;
use futures_util::{StreamExt, stream};
use tempfile::TempDir;

use crate::report::Line;

/// People who act at the same time, as connections of a busy evening do.
const AT_ONCE: usize = 50;

pub(crate) async fn run(quick: bool) -> Result<()> {
    let people = if quick { 500 } else { 5_000 };
    let folder = TempDir::new()?;
    let bare = testing::bare_commits(folder.path(), people).await?;
    for (case, at_once) in [("one after the other", 1), ("fifty at once", AT_ONCE)] {
        let folder = TempDir::new()?;
        let ours = positions(&folder, people, at_once).await?;
        Line::print("votes", case, ours, "durable commits/s", bare);
    }
    Ok(())
}

/// Positions taken a second.
async fn positions(folder: &TempDir, people: usize, at_once: usize) -> Result<f64> {
    let location = Location::Folder { path: folder.path().to_owned(), holder: "a benchmark".to_owned() };
    let store = Store::open(&location, Surroundings::system()).await?;
    store.migrate().await?;
    let (proposal, actors) = scene(&store, people).await;
    let started = Instant::now();
    let taken = stream::iter(&actors).map(|actor| take(&store, actor, proposal)).buffer_unordered(at_once);
    let outcomes: Vec<Result<()>> = taken.collect().await;
    let elapsed = started.elapsed().as_secs_f64();
    for outcome in outcomes {
        outcome?;
    }
    store.close().await?;
    Ok(as_float(people) / elapsed)
}

async fn take(store: &Store, actor: &Actor, proposal: ProposalId) -> Result<()> {
    let taken: fabrique_app::Result<_> =
        transact!(*store, |tx| position::take(actor, tx, proposal, Position::Support).await);
    taken.map(|_| ()).map_err(Into::into)
}

/// A published proposal in an open consultation, and people who have said nothing of it yet.
async fn scene(store: &Store, people: usize) -> (ProposalId, Vec<Actor>) {
    let consultation = contribution::open_consultation(store, "votes").await;
    let author = contribution::person(store, "auteur", &[]).await;
    let proposal = contribution::published_proposal(store, &consultation, &author, "Publier les délais réels").await;
    let person =
        |number: usize| async move { Actor::Person(contribution::person(store, &format!("p{number}"), &[]).await) };
    let actors = stream::iter(0..people).map(person).buffered(AT_ONCE).collect().await;
    (proposal.id, actors)
}

#[expect(clippy::cast_precision_loss, reason = "thousands")]
const fn as_float(number: usize) -> f64 {
    number as f64
}
