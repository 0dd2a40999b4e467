//! What can go wrong below the use-cases.

use std::path::PathBuf;

/// The result of anything in this room.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A failure of storage. "Not found" is not one: it is an `Option`.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database cannot be reached, is locked, or its disk is full: try later.
    #[error("the database cannot be used now: {0}")]
    Unavailable(#[source] sqlx::Error),
    /// Another transaction won the race; the attempt may be made again.
    #[error("another transaction came first: {0}")]
    Race(#[source] sqlx::Error),
    /// A value that must be unique exists already.
    #[error("already exists: {0}")]
    Duplicate(String),
    /// A row names another that does not exist.
    #[error("refers to something that does not exist: {0}")]
    Dangling(String),
    /// A stored value cannot be read back.
    #[error("column {column} holds what cannot be read: {reason}")]
    Unreadable {
        /// The column.
        column: String,
        /// Why.
        reason: String,
    },
    /// The commit of a group of transactions failed; nothing of it was kept.
    #[error("the group of transactions was not committed: {0}")]
    NotCommitted(String),
    /// Another process holds the folder.
    #[error("{path} is in use by {holder}; stop it, or use another folder")]
    Held {
        /// The folder.
        path: PathBuf,
        /// Who holds it, as it wrote itself.
        holder: String,
    },
    /// The folder or its lock cannot be used.
    #[error("{path} cannot be used: {source}")]
    Folder {
        /// The folder or file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The schema could not be brought up to date.
    #[error("the schema cannot be brought up to date: {0}")]
    Migration(String),
    /// The address of the database cannot be understood.
    #[error("the address of the database cannot be understood: {0}")]
    Address(String),
    /// Anything else: a fault of ours.
    #[error("the database refused: {0}")]
    Other(#[source] sqlx::Error),
}

impl Error {
    /// Whether the failure is the database being away, and not the request being wrong.
    #[must_use]
    pub const fn is_unavailable(&self) -> bool {
        matches!(self, Self::Unavailable(_) | Self::NotCommitted(_) | Self::Race(_))
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(refusal) => match Refusal::of(refusal.as_ref()) {
                Refusal::Race => Self::Race(error),
                Refusal::Unavailable => Self::Unavailable(error),
                Refusal::Duplicate => Self::Duplicate(refusal.message().to_owned()),
                Refusal::Dangling => Self::Dangling(refusal.message().to_owned()),
                Refusal::Other => Self::Other(error),
            },
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed
            | sqlx::Error::Protocol(_) => Self::Unavailable(error),
            _ => Self::Other(error),
        }
    }
}

/// The families of refusals that both engines know under their own codes.
enum Refusal {
    Race,
    Unavailable,
    Duplicate,
    Dangling,
    Other,
}

impl Refusal {
    fn of(refusal: &dyn sqlx::error::DatabaseError) -> Self {
        if refusal.is_unique_violation() {
            return Self::Duplicate;
        }
        if refusal.is_foreign_key_violation() {
            return Self::Dangling;
        }
        let code = refusal.code();
        let code = code.as_deref().unwrap_or_default();
        if refusal.try_downcast_ref::<sqlx::sqlite::SqliteError>().is_some() {
            Self::of_sqlite(code)
        } else {
            Self::of_postgres(code)
        }
    }

    /// Result codes of SQLite, extended ones reduced to their primary (low) byte.
    fn of_sqlite(code: &str) -> Self {
        match code.parse::<u32>().unwrap_or_default() & 0xff {
            5 | 6 => Self::Race,                             // busy, locked
            8 | 10 | 11 | 13 | 14 | 26 => Self::Unavailable, // read-only, I/O, corrupt, full, cannot open, not a database
            _ => Self::Other,
        }
    }

    /// SQLSTATE classes of PostgreSQL.
    fn of_postgres(code: &str) -> Self {
        match code {
            "40001" | "40P01" => Self::Race,
            _ if ["08", "53", "57", "58"].contains(&code.get(..2).unwrap_or_default()) => Self::Unavailable,
            "25006" => Self::Unavailable, // read-only: a standby took over
            _ => Self::Other,
        }
    }
}
