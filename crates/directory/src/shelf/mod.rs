//! What is kept of each source: rows in order of their identifiers, in blocks, with a card.
//!
//! A shelf is the folder of one source: files of rows, one a part, and `card.json`, which alone says
//! which files count. A load writes its files beside the others, then replaces the card by a rename:
//! whatever happens before, the card speaks of files that are whole and still there.

mod card;
mod merge;
mod rows;
mod sorter;

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

pub use card::{Card, PartCard};

pub(crate) use merge::Merge;
pub(crate) use rows::{RowsReader, keep};
pub(crate) use sorter::Sorter;

use crate::{Error, Source};

/// Where the shelves of a directory are, under its folder.
pub(crate) fn shelves_folder(home: &Path) -> PathBuf {
    home.join("directory").join("shelves")
}

/// What is loaded at `home`, a card a source.
///
/// # Errors
///
/// When a card is there and cannot be read.
pub fn shelves(home: &Path) -> Result<Vec<Card>, Error> {
    let mut cards = Vec::new();
    for source in Source::ALL {
        cards.extend(Shelf::of(home, source).card()?);
    }
    Ok(cards)
}

/// The shelf of one source.
#[derive(Debug, Clone)]
pub(crate) struct Shelf {
    folder: PathBuf,
    source: Source,
}

impl Shelf {
    pub(crate) fn of(home: &Path, source: Source) -> Self {
        Self { folder: shelves_folder(home).join(source.name()), source }
    }

    pub(crate) const fn source(&self) -> Source {
        self.source
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Its card; nothing when the source was never loaded.
    pub(crate) fn card(&self) -> Result<Option<Card>, Error> {
        card::read(&self.folder.join("card.json"))
    }

    /// The rows of one part, open.
    pub(crate) fn rows(&self, part: &PartCard) -> Result<RowsReader, Error> {
        RowsReader::open(&self.folder.join(&part.rows))
    }

    /// Keeps everybody else from loading this source until the file given back is dropped; the system lets go of it when
    /// a process dies.
    pub(crate) fn lock(&self) -> Result<File, Error> {
        fs::create_dir_all(&self.folder).map_err(Error::io(&self.folder))?;
        let path = self.folder.join("lock");
        let file = File::create(&path).map_err(Error::io(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(Error::Busy { path: self.folder.clone() }),
            Err(TryLockError::Error(reason)) => Err(Error::Io { path, reason }),
        }
    }

    /// An empty folder for what a load writes before it is whole; what a load that died left in it goes.
    pub(crate) fn workroom(&self) -> Result<PathBuf, Error> {
        let room = self.folder.join("loading");
        if room.exists() {
            fs::remove_dir_all(&room).map_err(Error::io(&room))?;
        }
        fs::create_dir_all(&room).map_err(Error::io(&room))?;
        Ok(room)
    }

    /// Puts `card` in the place of the one before: from here on its files count. Then takes away what no card names.
    pub(crate) fn replace(&self, card: &Card) -> Result<(), Error> {
        debug_assert_eq!(card.source, self.source);
        card::write(&self.folder, card)?;
        self.sweep(card)
    }

    /// Takes away the files that `card` does not name.
    fn sweep(&self, card: &Card) -> Result<(), Error> {
        for entry in fs::read_dir(&self.folder).map_err(Error::io(&self.folder))? {
            let path = entry.map_err(Error::io(&self.folder))?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let ours = [".rows", ".jsonl"].iter().any(|suffix| name.ends_with(suffix));
            if ours && !card.names(name) {
                fs::remove_file(&path).map_err(Error::io(&path))?;
            }
        }
        let room = self.folder.join("loading");
        if room.exists() { fs::remove_dir_all(&room).map_err(Error::io(&room)) } else { Ok(()) }
    }
}
