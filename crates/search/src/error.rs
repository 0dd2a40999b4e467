//! What can go wrong with an index.

/// The result of anything in this room.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A failure of an index. The rest of the platform goes on without it.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The index cannot be opened, read or written.
    #[error("the index cannot be used: {0}")]
    Broken(String),
}

impl From<tantivy::TantivyError> for Error {
    fn from(error: tantivy::TantivyError) -> Self {
        Self::Broken(error.to_string())
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::Broken(error.to_string())
    }
}
