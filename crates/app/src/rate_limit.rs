//! Limits on attempts that cost something to somebody: a mail, a guess.

use fabrique_identity::Purpose;
use fabrique_storage::{Tx, rate_limit};

use crate::{Error, Platform, Result};

/// At most so many attempts in each window of time, for each subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// What is limited; two limits on the same subject are counted apart.
    pub name: &'static str,
    /// The most attempts in a window.
    pub most: i64,
    /// The length of the window, in microseconds.
    pub window: i64,
}

/// Counts one attempt of `subject`. What is kept is a digest: neither an address nor a network
/// can be read back from it.
///
/// # Errors
/// [`Error::TooMany`] above the limit, with the seconds until the next window; the attempt is then
/// undone with the transaction, which changes nothing since the limit was reached already.
pub async fn count(platform: &Platform, tx: &mut Tx, limit: Limit, subject: &[u8]) -> Result<()> {
    let named = [limit.name.as_bytes(), b"\0", subject].concat();
    let key = platform.keyring.digest(Purpose::RateLimit, &named).to_vec();
    let now = tx.now();
    let elapsed = now.micros().rem_euclid(limit.window);
    let hits = rate_limit::hit(tx, key, now.plus(-elapsed)).await?;
    let seconds = (limit.window - elapsed + 999_999) / 1_000_000;
    if hits > limit.most { Err(Error::TooMany(seconds)) } else { Ok(()) }
}
