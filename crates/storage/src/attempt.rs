//! Running a transaction, again if need be.

use std::time::Duration;

use tokio::sync::MutexGuard;

use crate::{Error, Result, Store, Tx};

/// An error that may say "another transaction came first, try again".
pub trait MaybeTransient {
    /// Whether a second attempt may succeed.
    fn is_transient(&self) -> bool;
}

impl MaybeTransient for Error {
    fn is_transient(&self) -> bool {
        matches!(self, Self::Race(_))
    }
}

/// The most times that a body runs.
const MOST_ATTEMPTS: u32 = 16;

/// The attempts of one transaction. Used through [`transact!`](crate::transact).
///
/// On PostgreSQL a crowd on one row (everybody supports the same proposal) would beat each other
/// again and again until somebody runs out of attempts. So whoever lost a race joins a line, one
/// at a time until done, and can then be beaten only by those who just arrived.
#[derive(Debug)]
pub struct Attempts<'s> {
    store: &'s Store,
    made: u32,
    line: Option<MutexGuard<'s, ()>>,
}

impl<'s> Attempts<'s> {
    /// No attempt made yet.
    #[must_use]
    pub const fn on(store: &'s Store) -> Self {
        Self { store, made: 0, line: None }
    }

    /// Begins an attempt.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn begin(&mut self) -> Result<Tx> {
        self.made += 1;
        if self.made > 1 && self.line.is_none() {
            self.line = Some(self.store.losers().lock().await);
        }
        self.store.begin().await
    }

    /// Keeps or undoes the attempt. `None` says: try again.
    pub async fn settle<T, E>(&mut self, tx: Tx, outcome: Result<T, E>) -> Option<Result<T, E>>
    where
        E: MaybeTransient + From<Error>,
    {
        let settled = match outcome {
            Ok(value) => self.store.commit(tx).await.map(|()| value).map_err(E::from),
            Err(error) => {
                if let Err(failure) = tx.roll_back().await {
                    tracing::warn!(%failure, "a transaction could not be undone by hand; the database undoes it");
                }
                Err(error)
            }
        };
        match settled {
            Err(error) if error.is_transient() && self.made < MOST_ATTEMPTS => {
                tokio::time::sleep(self.pause()).await;
                None
            }
            settled => Some(settled),
        }
    }

    /// At most 2 ms more each time, drawn, so that rivals on other instances do not meet again.
    fn pause(&self) -> Duration {
        let ceiling = 2_000 * u64::from(self.made);
        let mut jitter = [0; 8];
        self.store.surroundings().entropy.fill(&mut jitter);
        Duration::from_micros(u64::from_le_bytes(jitter) % ceiling)
    }
}

/// Runs a body in a serialisable transaction of `$store`, and again (at most sixteen times) when
/// another transaction won the race. The body is an expression of type `Result<T, E>` that may
/// await; `E` is [`From`] of [`Error`] and [`MaybeTransient`].
///
/// A macro, because a closure that returns a future borrowing both its argument and its
/// surroundings cannot be named as `Send` today.
///
/// ```ignore
/// let id = transact!(store, |tx| proposal::publish(&actor, tx, &input).await)?;
/// ```
#[macro_export]
macro_rules! transact {
    ($store:expr, |$tx:ident| $body:expr) => {{
        let mut attempts = $crate::Attempts::on(&$store);
        loop {
            match attempts.begin().await {
                Err(error) => break Err(error.into()),
                Ok(mut unit) => {
                    let outcome = {
                        let $tx = &mut unit;
                        async { $body }.await
                    };
                    if let Some(settled) = attempts.settle(unit, outcome).await {
                        break settled;
                    }
                }
            }
        }
    }};
}
