//! Counts of attempts that survive a restart and that every instance shares.

use fabrique_domain::Instant;

use crate::{
    Result, Tx,
    query::{execute, fetch_one},
};

const HIT: &str = "INSERT INTO rate_limits (key, window_start, hits) VALUES ($1, $2, 1)
    ON CONFLICT (key, window_start) DO UPDATE SET hits = rate_limits.hits + 1 RETURNING hits";

/// Counts one more attempt for `key` in the window that began at `window_start`; says how many
/// there were, this one included. The key is a digest: what is counted cannot be read back.
///
/// # Errors
/// When the database refuses.
pub async fn hit(tx: &mut Tx, key: Vec<u8>, window_start: Instant) -> Result<i64> {
    let (hits,): (i64,) = fetch_one!(tx, HIT, key, window_start)?;
    Ok(hits)
}

const SWEEP: &str = "DELETE FROM rate_limits WHERE window_start < $1";

/// Forgets the windows that began before `before`; says how many counts.
///
/// # Errors
/// When the database refuses.
pub async fn sweep(tx: &mut Tx, before: Instant) -> Result<u64> {
    execute!(tx, SWEEP, before)
}
