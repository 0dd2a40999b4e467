//! Addresses that asked to be told something, confirmed twice.

use fabrique_domain::{
    Instant, Language,
    content::{Subscription, Topic},
    id::SubscriptionId,
};
use uuid::Uuid;

use crate::{
    Reader, Result, Tx,
    column::{choices, record},
    query::{execute, fetch_all, fetch_one, fetch_optional},
};

pub mod follow;

choices!(Topic);
record!(Subscription { id, email, language, topic, subject_id, created_at, confirmed_at });

const FIND: &str = "SELECT id, email, language, topic, subject_id, created_at, confirmed_at
    FROM subscriptions WHERE id = $1";

/// The subscription that has `id`.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(reader: &mut Reader, id: SubscriptionId) -> Result<Option<Subscription>> {
    fetch_optional!(reader, FIND, id)
}

const ASK: &str = "INSERT INTO subscriptions
        (id, email, language, topic, subject_id, token_digest, created_at, confirmed_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, NULL)
    ON CONFLICT (email, topic, subject_id) DO UPDATE
    SET language = excluded.language, token_digest = excluded.token_digest,
        created_at = CASE WHEN subscriptions.confirmed_at IS NULL THEN excluded.created_at
                          ELSE subscriptions.created_at END
    RETURNING id, email, language, topic, subject_id, created_at, confirmed_at";

/// Writes down that `email` asked, with the digest of the token of its confirmation. Asking again
/// makes the earlier token worthless, and unmakes nothing that was confirmed.
///
/// # Errors
/// When the database refuses.
pub async fn ask(
    tx: &mut Tx,
    email: &str,
    language: Language,
    topic: Topic,
    subject_id: Uuid,
    token_digest: Vec<u8>,
) -> Result<Subscription> {
    let (id, now): (SubscriptionId, _) = (tx.new_id(), tx.now());
    fetch_one!(tx, ASK, id, email, language, topic, subject_id, token_digest, now)
}

const FIND_BY_TOKEN: &str = "SELECT id, email, language, topic, subject_id, created_at, confirmed_at
    FROM subscriptions WHERE token_digest = $1";

/// The subscription whose confirmation token has this digest.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_by_token(reader: &mut Reader, token_digest: Vec<u8>) -> Result<Option<Subscription>> {
    fetch_optional!(reader, FIND_BY_TOKEN, token_digest)
}

const CONFIRM: &str = "UPDATE subscriptions SET confirmed_at = $2 WHERE id = $1 AND confirmed_at IS NULL";

/// Says that the address answered; the first answer keeps its date.
///
/// # Errors
/// When the database refuses.
pub async fn confirm(tx: &mut Tx, id: SubscriptionId) -> Result<()> {
    let now = tx.now();
    execute!(tx, CONFIRM, id, now)?;
    Ok(())
}

const DELETE: &str = "DELETE FROM subscriptions WHERE id = $1";

/// Forgets a subscription.
///
/// # Errors
/// When the database refuses.
pub async fn delete(tx: &mut Tx, id: SubscriptionId) -> Result<()> {
    execute!(tx, DELETE, id)?;
    Ok(())
}

const CONFIRMED: &str = "SELECT id, email, language, topic, subject_id, created_at, confirmed_at FROM subscriptions
    WHERE topic = $1 AND subject_id = $2 AND confirmed_at IS NOT NULL AND id > $3 ORDER BY id LIMIT $4";

/// Up to `limit` confirmed subscriptions to a thing, those after `after` (the first when none).
///
/// # Errors
/// When the database cannot be read.
pub async fn confirmed(
    reader: &mut Reader,
    topic: Topic,
    subject_id: Uuid,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Subscription>> {
    fetch_all!(reader, CONFIRMED, topic, subject_id, after.unwrap_or(Uuid::nil()), limit)
}

const SWEEP: &str = "DELETE FROM subscriptions WHERE confirmed_at IS NULL AND created_at < $1";

/// Forgets addresses that asked before `before` and never answered; says how many.
///
/// # Errors
/// When the database refuses.
pub async fn sweep(tx: &mut Tx, before: Instant) -> Result<u64> {
    execute!(tx, SWEEP, before)
}
