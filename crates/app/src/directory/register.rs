//! The snapshot that serves, opened when it is first asked for and followed since.

use std::{
    path::{Path, PathBuf},
    sync::{PoisonError, RwLock},
};

use fabrique_directory::{Card, Directory, Error, shelves};

use super::hierarchy::{Hierarchy, Named};

/// The directory of an instance: there, not there yet, or unreadable. Whoever asks learns which.
#[derive(Debug)]
pub struct Register {
    home: PathBuf,
    open: RwLock<Option<Directory>>,
    hierarchy: Hierarchy,
}

impl Register {
    /// The directory that is kept in the home of an instance; nothing is read yet.
    #[must_use]
    pub fn at(home: &Path) -> Self {
        Self { home: home.to_owned(), open: RwLock::new(None), hierarchy: Hierarchy::default() }
    }

    /// Where the directory is kept.
    #[must_use]
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// What is loaded of each source, with its licence and its address; nothing where the shelves are elsewhere.
    #[must_use]
    pub fn shelves(&self) -> Vec<Card> {
        shelves(&self.home).unwrap_or_default()
    }

    /// The institutions right under the one that has `key`, by name.
    pub(super) fn under(&self, directory: &Directory, key: &str) -> Result<Vec<Named>, Error> {
        self.hierarchy.under(directory, key)
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
