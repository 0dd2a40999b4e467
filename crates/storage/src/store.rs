//! The store: a SQLite folder or a PostgreSQL database behind one face.

use std::{
    path::{Path, PathBuf},
    str::FromStr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use sqlx::{
    PgPool, SqlitePool,
    postgres::{PgConnectOptions, PgListener, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use tokio::sync::{Mutex, Notify};

use crate::{
    Error, Reader, Result, Surroundings, Tx,
    lock::FolderLock,
    migrate::{Dialect, migrator},
    sqlite::Writer,
    unit::{CHANNEL, Source},
};

/// How long a request waits for a connection before it is told to come back.
const PATIENCE: Duration = Duration::from_secs(5);

/// Where the data is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// A folder that one process at a time holds.
    Folder {
        /// The folder.
        path: PathBuf,
        /// How this process presents itself to the next one that tries.
        holder: String,
    },
    /// A PostgreSQL database, `postgres://…`.
    Postgres {
        /// Its address.
        url: String,
    },
}

#[derive(Debug)]
enum Engine {
    Sqlite { read: SqlitePool, writer: Writer, _lock: FolderLock },
    Postgres { read: PgPool, write: PgPool },
}

/// Everything that is kept. Cheap to share behind an [`Arc`].
#[derive(Debug)]
pub struct Store {
    engine: Engine,
    surroundings: Surroundings,
    version: Arc<AtomicU64>,
    readers: AtomicU64,
    jobs_added: Arc<Notify>,
    losers: Mutex<()>,
}

impl Store {
    /// Opens the store, making its file when there is none; does not touch the schema.
    ///
    /// # Errors
    /// [`Error::Held`] when another process has the folder; [`Error::Unavailable`] when the
    /// database cannot be reached.
    pub async fn open(location: &Location, surroundings: Surroundings) -> Result<Self> {
        let engine = match location {
            Location::Folder { path, holder } => open_sqlite(path, holder).await?,
            Location::Postgres { url } => open_postgres(url)?,
        };
        Ok(Self {
            engine,
            surroundings,
            version: Arc::new(AtomicU64::new(1)),
            readers: AtomicU64::new(0),
            jobs_added: Arc::default(),
            losers: Mutex::default(),
        })
    }

    /// Brings the schema up to date; says how many migrations are in force.
    ///
    /// # Errors
    /// [`Error::Migration`] when a landed migration was edited or one fails.
    pub async fn migrate(&self) -> Result<i64> {
        self.migrate_to(crate::latest_version()).await?;
        Ok(crate::latest_version())
    }

    /// Brings the schema to a version.
    pub(crate) async fn migrate_to(&self, version: i64) -> Result<()> {
        let done = match &self.engine {
            Engine::Sqlite { writer, .. } => {
                let mut place = writer.enter_alone().await?;
                migrator(Dialect::Sqlite).run_to(version, place.connection()).await
            }
            Engine::Postgres { write, .. } => migrator(Dialect::Postgres).run_to(version, write).await,
        };
        done.map_err(|error| Error::Migration(error.to_string()))
    }

    /// The version of the schema as it stands; zero when there is none yet.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the database does not answer.
    pub async fn schema_version(&self) -> Result<i64> {
        crate::migrate::version(&mut self.read().await?).await
    }

    /// A connection to read with.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when none is free in five seconds.
    pub async fn read(&self) -> Result<Reader> {
        let source = match &self.engine {
            Engine::Sqlite { read, .. } => Source::SqliteRead(read.acquire().await?),
            Engine::Postgres { read, .. } => Source::PostgresRead(read.acquire().await?),
        };
        Ok(Reader::new(source, self.surroundings.clock.now()))
    }

    /// Begins a transaction. Only [`transact!`](crate::transact) calls it, so that none goes without retry.
    pub(crate) async fn begin(&self) -> Result<Tx> {
        let source = match &self.engine {
            Engine::Sqlite { writer, .. } => Source::SqliteWrite(writer.enter().await?),
            Engine::Postgres { write, .. } => {
                Source::PostgresWrite(write.begin_with("BEGIN ISOLATION LEVEL SERIALIZABLE").await?)
            }
        };
        let reader = Reader::new(source, self.surroundings.clock.now());
        Ok(Tx::new(reader, Arc::clone(&self.surroundings.entropy)))
    }

    /// The line in which those stand who lost a race, to try again one at a time.
    pub(crate) const fn losers(&self) -> &Mutex<()> {
        &self.losers
    }

    /// Keeps a transaction and tells who waits for its news, before the caller is told "done".
    pub(crate) async fn commit(&self, tx: Tx) -> Result<()> {
        let (pages, readers, jobs) = (tx.changes_pages, tx.changes_readers, tx.adds_jobs);
        tx.commit().await?;
        if readers {
            self.readers.fetch_add(1, Ordering::SeqCst);
        }
        if pages {
            self.touch();
        }
        if jobs {
            self.jobs_added.notify_waiters();
        }
        Ok(())
    }

    /// A number that grows whenever something that a public page shows may have changed.
    ///
    /// Whoever keeps a page reads it *before* reading the data: what changes afterwards has a
    /// larger number before its author is told.
    #[must_use]
    pub fn version(&self) -> u64 {
        self.version.load(Ordering::SeqCst)
    }

    /// What everything known of a signed-in reader is kept under, in the same way: the version, and a
    /// number that grows whenever a session ends or what is known of its holder changes.
    #[must_use]
    pub fn readers_version(&self) -> (u64, u64) {
        (self.version(), self.readers.load(Ordering::SeqCst))
    }

    /// Says that something which pages show has changed beside the database: an index.
    pub fn touch(&self) {
        self.version.fetch_add(1, Ordering::SeqCst);
    }

    /// Resolves when jobs were added, here or by another instance.
    pub async fn jobs_added(&self) {
        self.jobs_added.notified().await;
    }

    /// The clock and randomness in use.
    #[must_use]
    pub const fn surroundings(&self) -> &Surroundings {
        &self.surroundings
    }

    /// The name of the engine, for logs and for `doctor`.
    #[must_use]
    pub const fn engine(&self) -> &'static str {
        match self.engine {
            Engine::Sqlite { .. } => "sqlite",
            Engine::Postgres { .. } => "postgres",
        }
    }

    /// Listens to the other instances for ever; returns at once where there can be none. While the
    /// line is down nothing kept may be trusted, so the version grows at every attempt to mend it.
    pub async fn follow_other_instances(&self) {
        let Engine::Postgres { read, .. } = &self.engine else { return };
        loop {
            self.touch();
            if let Err(failure) = self.listen(read).await {
                tracing::warn!(%failure, "the line to the other instances is down");
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }

    async fn listen(&self, pool: &PgPool) -> Result<()> {
        let mut listener = PgListener::connect_with(pool).await?;
        listener.listen(CHANNEL).await?;
        self.touch();
        while let Some(news) = listener.try_recv().await? {
            match news.payload() {
                "jobs" => self.jobs_added.notify_waiters(),
                "readers" => drop(self.readers.fetch_add(1, Ordering::SeqCst)),
                _ => self.touch(),
            }
        }
        Ok(())
    }

    /// Closes every connection, letting those at work finish.
    ///
    /// # Errors
    /// When the last write to the file fails.
    pub async fn close(&self) -> Result<()> {
        match &self.engine {
            Engine::Sqlite { read, writer, .. } => {
                read.close().await;
                writer.close().await
            }
            Engine::Postgres { read, write } => {
                read.close().await;
                write.close().await;
                Ok(())
            }
        }
    }
}

async fn open_sqlite(folder: &Path, holder: &str) -> Result<Engine> {
    let lock = FolderLock::take(folder, holder)?;
    let options = SqliteConnectOptions::new()
        .filename(folder.join("fabrique.sqlite"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        .pragma("cache_size", "-16384")
        .pragma("temp_store", "memory")
        .statement_cache_capacity(256);
    let writer = Writer::open(options.clone()).await?;
    let read = SqlitePoolOptions::new()
        .max_connections(4)
        .acquire_timeout(PATIENCE)
        .test_before_acquire(false)
        // The system keeps the file in memory once; a large cache a connection would keep it four times more.
        .connect_lazy_with(options.create_if_missing(false).read_only(true).pragma("cache_size", "-2048"));
    Ok(Engine::Sqlite { read, writer, _lock: lock })
}

fn open_postgres(url: &str) -> Result<Engine> {
    let options = PgConnectOptions::from_str(url)
        .map_err(|error| Error::Address(error.to_string()))?
        .application_name("fabrique")
        .statement_cache_capacity(256);
    let pool = || PgPoolOptions::new().max_connections(8).acquire_timeout(PATIENCE);
    let read_only = options.clone().options([("default_transaction_read_only", "on")]);
    Ok(Engine::Postgres { read: pool().connect_lazy_with(read_only), write: pool().connect_lazy_with(options) })
}
