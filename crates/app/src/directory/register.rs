//! The snapshot that serves, opened when it is first asked for and followed since.

use std::{
    path::{Path, PathBuf},
    sync::{PoisonError, RwLock},
};

use fabrique_directory::{Directory, Error};

/// The directory of an instance: there, not there yet, or unreadable. Whoever asks learns which.
#[derive(Debug)]
pub struct Register {
    home: PathBuf,
    open: RwLock<Option<Directory>>,
}

impl Register {
    /// The directory that is kept in the home of an instance; nothing is read yet.
    #[must_use]
    pub fn at(home: &Path) -> Self {
        Self { home: home.to_owned(), open: RwLock::new(None) }
    }

    /// Where the directory is kept.
    #[must_use]
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// The directory as the last build made it, whichever process built it.
    ///
    /// # Errors
    /// [`Error::NoSnapshot`] before the first build; others when what was built cannot be read.
    pub fn at_hand(&self) -> Result<Directory, Error> {
        if let Some(open) = self.open.read().unwrap_or_else(PoisonError::into_inner).clone() {
            open.refresh()?;
            return Ok(open);
        }
        let open = Directory::open(&self.home)?;
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = Some(open.clone());
        Ok(open)
    }
}
