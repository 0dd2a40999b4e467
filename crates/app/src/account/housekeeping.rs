//! Forgetting what is of no use any more.

use fabrique_domain::time::DAY;
use fabrique_storage::{
    Tx,
    account::{session, sign_in},
    rate_limit,
};

use crate::Result;

/// Forgets the requests to sign in that expired, the counts of yesterday, and the sessions that
/// ended a month ago; says how many rows. Called by the worker once a day.
///
/// # Errors
/// When storage fails.
pub async fn sweep(tx: &mut Tx) -> Result<u64> {
    tx.leaves_pages_unchanged();
    let yesterday = tx.now().plus(-DAY);
    let last_month = tx.now().plus(-30 * DAY);
    let requests = sign_in::sweep(tx, yesterday).await?;
    let counts = rate_limit::sweep(tx, yesterday).await?;
    let sessions = session::sweep(tx, last_month).await?;
    Ok(requests + counts + sessions)
}
