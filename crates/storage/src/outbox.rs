//! What changed and must reach the indexes, written in the transaction that changes it.
//!
//! Each process that keeps an index follows the numbers by a cursor of its own, so nobody can say
//! that a change was taken by all; changes are forgotten by age, and an index that was away for
//! longer fills itself again.
//!
//! Only the worker stamps `seq`, on committed rows: on PostgreSQL a lower number given at writing
//! could commit after a higher one was read, and be skipped for ever.

use fabrique_domain::{Instant, choice};
use uuid::Uuid;

use crate::{
    Reader, Result, Tx,
    column::{choices, record},
    query::{execute, fetch_all, fetch_one},
};

choice! {
    /// What kind of thing changed.
    OutboxTopic("topic of the outbox") {
        /// A proposal.
        Proposal = "proposal",
    }
}
choices!(OutboxTopic);

/// A change, stamped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its number, without gaps.
    pub seq: i64,
    /// What kind of thing changed.
    pub topic: OutboxTopic,
    /// Which one.
    pub entity_id: Uuid,
}

record!(Change { seq, topic, entity_id });

const ADD: &str = "INSERT INTO outbox (id, topic, entity_id, created_at, seq) VALUES ($1, $2, $3, $4, NULL)";

/// Writes down that a thing changed.
///
/// # Errors
/// When the database refuses.
pub async fn add(tx: &mut Tx, topic: OutboxTopic, entity_id: Uuid) -> Result<()> {
    let (id, now) = (tx.new_opaque_id(), tx.now());
    execute!(tx, ADD, id, topic, entity_id, now)?;
    tx.adds_jobs = true;
    Ok(())
}

const LAST: &str = "SELECT COALESCE(MAX(seq), 0) FROM outbox";
const FIRST: &str = "SELECT COALESCE(MIN(seq), 1) FROM outbox";

/// The number of the last change that was stamped; nought when none was.
///
/// # Errors
/// When the database refuses.
pub async fn last(reader: &mut Reader) -> Result<i64> {
    let (last,): (i64,) = fetch_one!(reader, LAST)?;
    Ok(last)
}

/// The number of the first change that is still kept; one when none was ever forgotten.
///
/// # Errors
/// When the database refuses.
pub async fn first(reader: &mut Reader) -> Result<i64> {
    let (first,): (i64,) = fetch_one!(reader, FIRST)?;
    Ok(first)
}

const UNSTAMPED: &str = "SELECT id FROM outbox WHERE seq IS NULL ORDER BY created_at, id LIMIT $1";
const PENDING: &str = "SELECT EXISTS (SELECT 1 FROM outbox WHERE seq IS NULL) AS pending";

/// Whether changes wait for their number.
///
/// # Errors
/// When the database refuses.
pub async fn is_pending(reader: &mut Reader) -> Result<bool> {
    let (pending,): (bool,) = fetch_one!(reader, PENDING)?;
    Ok(pending)
}

const STAMP: &str = "UPDATE outbox SET seq = $2 WHERE id = $1";

/// Numbers up to `limit` committed changes; says how many. Only the worker calls it.
///
/// # Errors
/// When the database refuses.
pub async fn stamp(tx: &mut Tx, limit: i64) -> Result<usize> {
    let last = last(tx).await?;
    let unstamped: Vec<(Uuid,)> = fetch_all!(tx, UNSTAMPED, limit)?;
    for ((id,), seq) in unstamped.iter().zip(last + 1..) {
        execute!(tx, STAMP, *id, seq)?;
    }
    // Every process that keeps an index is told, and follows at its own pace.
    tx.adds_jobs |= !unstamped.is_empty();
    Ok(unstamped.len())
}

const AFTER: &str = "SELECT seq, topic, entity_id FROM outbox WHERE seq > $1 ORDER BY seq LIMIT $2";

/// The changes after `seq`, in order.
///
/// # Errors
/// When the database refuses.
pub async fn after(reader: &mut Reader, seq: i64, limit: i64) -> Result<Vec<Change>> {
    fetch_all!(reader, AFTER, seq, limit)
}

const FORGET: &str = "DELETE FROM outbox WHERE seq < (SELECT MAX(last.seq) FROM outbox last) AND created_at < $1";

/// Forgets the changes written before `before` and numbered, but for the last one, from which the
/// numbers go on; says how many.
///
/// # Errors
/// When the database refuses.
pub async fn forget(tx: &mut Tx, before: Instant) -> Result<u64> {
    execute!(tx, FORGET, before)
}
