//! The news: what happened in public, newest first.

use fabrique_domain::{
    Instant,
    content::{Event, EventKind},
    id::{EventId, Id, PlanId},
};
use uuid::Uuid;

use crate::{
    Reader, Result, Tx,
    column::{choices, record},
    query::{execute, fetch_all},
};

choices!(EventKind);
record!(Event { id, kind, title, path, plan_id, happened_at });

const INSERT: &str = "INSERT INTO events (id, kind, title, path, plan_id, happened_at) VALUES ($1, $2, $3, $4, $5, $6)";

/// Tells a piece of news.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, event: &Event) -> Result<()> {
    execute!(tx, INSERT, event.id, event.kind, event.title, event.path, event.plan_id, event.happened_at)?;
    Ok(())
}

/// Where a page of news ends: the next one holds what is older.
pub type EventKey = (Instant, EventId);

const BEFORE: &str = "SELECT id, kind, title, path, plan_id, happened_at FROM events
    WHERE (happened_at, id) < ($1, $2) ORDER BY happened_at DESC, id DESC LIMIT $3";

/// Up to `limit` pieces of news older than `before` (the newest when none), newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn page(reader: &mut Reader, before: Option<EventKey>, limit: i64) -> Result<Vec<Event>> {
    let (at, id) = before.unwrap_or_else(end_of_time);
    fetch_all!(reader, BEFORE, at, id, limit)
}

const OF_PLAN_BEFORE: &str = "SELECT id, kind, title, path, plan_id, happened_at FROM events
    WHERE plan_id = $1 AND (happened_at, id) < ($2, $3) ORDER BY happened_at DESC, id DESC LIMIT $4";

/// The same for the news of one plan.
///
/// # Errors
/// When the database cannot be read.
pub async fn page_of_plan(
    reader: &mut Reader,
    plan_id: PlanId,
    before: Option<EventKey>,
    limit: i64,
) -> Result<Vec<Event>> {
    let (at, id) = before.unwrap_or_else(end_of_time);
    fetch_all!(reader, OF_PLAN_BEFORE, plan_id, at, id, limit)
}

fn end_of_time() -> EventKey {
    (Instant::from_micros(i64::MAX), EventId::from_uuid(Uuid::max()))
}
