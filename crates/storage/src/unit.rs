//! What a use-case holds: a reader, or a transaction that also reads.

use std::{
    fmt,
    ops::{Deref, DerefMut},
    sync::Arc,
};

use fabrique_domain::{Instant, id::Id};
use sqlx::{PgConnection, Postgres, Sqlite, SqliteConnection, pool::PoolConnection};
use uuid::Uuid;

use crate::{Entropy, Result, sqlite::Place};

/// The connection of either engine, for the time of one query.
pub(crate) enum Link<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut PgConnection),
}

/// Where the connection comes from and goes back to.
pub(crate) enum Source {
    SqliteRead(PoolConnection<Sqlite>),
    SqliteWrite(Place),
    PostgresRead(PoolConnection<Postgres>),
    PostgresWrite(sqlx::Transaction<'static, Postgres>),
}

/// A connection that reads. Every read function of this room takes one; a [`Tx`] is one too.
pub struct Reader {
    source: Source,
    now: Instant,
}

impl Reader {
    pub(crate) const fn new(source: Source, now: Instant) -> Self {
        Self { source, now }
    }

    /// The moment at which this reading or this transaction began.
    #[must_use]
    pub const fn now(&self) -> Instant {
        self.now
    }

    pub(crate) fn link(&mut self) -> Link<'_> {
        match &mut self.source {
            Source::SqliteRead(connection) => Link::Sqlite(connection),
            Source::SqliteWrite(place) => Link::Sqlite(place.connection()),
            Source::PostgresRead(connection) => Link::Postgres(connection),
            Source::PostgresWrite(transaction) => Link::Postgres(transaction),
        }
    }
}

impl fmt::Debug for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader").field("now", &self.now).finish_non_exhaustive()
    }
}

/// A serialisable transaction; dropped without [`transact!`](crate::transact) it leaves no trace.
#[derive(Debug)]
pub struct Tx {
    reader: Reader,
    entropy: Arc<dyn Entropy>,
    pub(crate) changes_pages: bool,
    pub(crate) changes_readers: bool,
    pub(crate) adds_jobs: bool,
}

impl Tx {
    pub(crate) fn new(reader: Reader, entropy: Arc<dyn Entropy>) -> Self {
        Self { reader, entropy, changes_pages: true, changes_readers: false, adds_jobs: false }
    }

    /// A new identifier that sorts by time. Never for a ballot or an anonymous act: it tells when.
    #[must_use]
    pub fn new_id<I: Id>(&self) -> I {
        let millis = u64::try_from(self.now().micros() / 1_000).unwrap_or_default();
        I::from_uuid(uuid::Builder::from_unix_timestamp_millis(millis, &self.random()).into_uuid())
    }

    /// A new identifier that tells nothing.
    #[must_use]
    pub fn new_opaque_id(&self) -> Uuid {
        uuid::Builder::from_random_bytes(self.random()).into_uuid()
    }

    /// Random bytes fit for secrets.
    #[must_use]
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.entropy.fill(&mut bytes);
        bytes
    }

    /// Says that nothing which a public page shows is changed here, so that the pages kept ready
    /// stay valid: sign-in, sessions, jobs.
    pub const fn leaves_pages_unchanged(&mut self) {
        self.changes_pages = false;
    }

    /// Says that what is known of a signed-in reader changes here, though no page does: a session ends.
    pub const fn changes_readers(&mut self) {
        self.changes_readers = true;
    }

    /// Keeps what was done.
    pub(crate) async fn commit(self) -> Result<()> {
        match self.reader.source {
            Source::SqliteWrite(place) => place.leave(true).await,
            Source::PostgresWrite(mut transaction) => {
                let news = [(self.changes_pages, "pages"), (self.changes_readers, "readers"), (self.adds_jobs, "jobs")];
                announce(&mut transaction, news).await?;
                Ok(transaction.commit().await?)
            }
            Source::SqliteRead(_) | Source::PostgresRead(_) => Ok(()),
        }
    }

    /// Undoes what was done.
    pub(crate) async fn roll_back(self) -> Result<()> {
        match self.reader.source {
            Source::SqliteWrite(place) => place.leave(false).await,
            Source::PostgresWrite(transaction) => Ok(transaction.rollback().await?),
            Source::SqliteRead(_) | Source::PostgresRead(_) => Ok(()),
        }
    }
}

/// The channel on which instances tell each other what a commit changed.
pub(crate) const CHANNEL: &str = "fabrique";

async fn announce(connection: &mut PgConnection, all: [(bool, &str); 3]) -> Result<()> {
    for (happened, news) in all {
        if happened {
            sqlx::query("SELECT pg_notify($1, $2)").bind(CHANNEL).bind(news).execute(&mut *connection).await?;
        }
    }
    Ok(())
}

impl Deref for Tx {
    type Target = Reader;
    fn deref(&self) -> &Reader {
        &self.reader
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Reader {
        &mut self.reader
    }
}
