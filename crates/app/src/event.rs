//! The news of the platform: what happened in public, told by the use-case that made it happen.

use fabrique_domain::{
    LocalizedText,
    content::{Event, EventKind},
    id::{EventId, PlanId},
};
use fabrique_storage::{
    Reader, Tx,
    event::{self, EventKey},
};

use crate::Result;

/// Tells a piece of news in the transaction that makes it true. `title` names the thing it happened
/// to, `path` is where it can be read, from the root of the site.
///
/// # Errors
/// When storage fails.
pub async fn record(
    tx: &mut Tx,
    kind: EventKind,
    title: &LocalizedText,
    path: impl Into<String>,
    plan_id: Option<PlanId>,
) -> Result<EventId> {
    let (id, happened_at) = (tx.new_id(), tx.now());
    let event = Event { id, kind, title: title.clone(), path: path.into(), plan_id, happened_at };
    event::insert(tx, &event).await?;
    Ok(id)
}

/// The news anyone can read: of one plan or of all, newest first, older than `before`.
///
/// # Errors
/// When storage fails.
pub async fn list(
    reader: &mut Reader,
    plan_id: Option<PlanId>,
    before: Option<EventKey>,
    limit: i64,
) -> Result<Vec<Event>> {
    Ok(match plan_id {
        Some(plan_id) => event::page_of_plan(reader, plan_id, before, limit).await?,
        None => event::page(reader, before, limit).await?,
    })
}
