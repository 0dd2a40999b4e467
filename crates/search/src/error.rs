//! What can go wrong with an index.

use tantivy::directory::error::LockError;

/// The result of anything in this room.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A failure of an index. The rest of the platform goes on without it.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The index cannot be opened, read or written.
    #[error("the index cannot be used: {0}")]
    Broken(String),
    /// Another process writes the index kept in the same folder.
    #[error("another process writes this index")]
    Busy,
}

impl From<tantivy::TantivyError> for Error {
    fn from(error: tantivy::TantivyError) -> Self {
        match error {
            tantivy::TantivyError::LockFailure(LockError::LockBusy, _) => Self::Busy,
            other => Self::Broken(other.to_string()),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::Broken(error.to_string())
    }
}
