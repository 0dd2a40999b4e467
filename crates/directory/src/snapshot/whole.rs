//! A snapshot opened for reading.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytemuck::AnyBitPattern;
use tantivy::directory::{Directory as _, MmapDirectory, OwnedBytes};

use super::manifest::{FileCard, Manifest};
use super::{Columns, Completions, Dense, Dictionary, Frequent, Keys, Postings, Table, Tables, Texts};
use crate::error::{Error, Result};
use crate::{Day, Entry};

/// Files up to this length, in bytes, are read whole when a snapshot is opened, and compared with their digest. What
/// longer ones hold is checked where it is read, and by [`Snapshot::verify`].
const CHECKED: u64 = 16 << 20;

/// A folder of mapped files; cheap to copy.
#[derive(Clone)]
pub struct Snapshot(Arc<Whole>);

struct Whole {
    folder: PathBuf,
    manifest: Manifest,
    mapped: MmapDirectory,
}

impl fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Snapshot").field(&self.0.folder).finish()
    }
}

impl Snapshot {
    /// Opens a folder.
    ///
    /// # Errors
    /// [`Error::Damaged`] when a file is missing, is not of its length, or, for the short ones, is not of its digest;
    /// [`Error::OtherFormat`] when another release wrote it.
    pub(crate) fn open(folder: &Path) -> Result<Self> {
        let manifest = Manifest::read(folder)?;
        let mapped = MmapDirectory::open(folder).map_err(|error| Error::damaged(folder, error.to_string()))?;
        let snapshot = Self(Arc::new(Whole { folder: folder.to_owned(), manifest, mapped }));
        for card in &snapshot.0.manifest.files {
            let bytes = snapshot.file(&card.name)?;
            if card.length <= CHECKED {
                snapshot.compare(card, &bytes)?;
            }
        }
        Ok(snapshot)
    }

    /// Compares every file with its digest, however long.
    ///
    /// # Errors
    /// [`Error::Damaged`] for the first file that is not what was written.
    pub fn verify(&self) -> Result<()> {
        self.0.manifest.files.iter().try_for_each(|card| self.compare(card, &self.file(&card.name)?))
    }

    fn compare(&self, card: &FileCard, bytes: &[u8]) -> Result<()> {
        if crc32fast::hash(bytes) == card.digest {
            return Ok(());
        }
        Err(Error::damaged(self.0.folder.join(&card.name), "its bytes are not those that were written"))
    }

    /// The folder it is in.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.0.folder
    }

    /// The day it was made.
    #[must_use]
    pub fn made(&self) -> Day {
        self.0.manifest.made
    }

    /// How many documents it holds.
    #[must_use]
    pub fn documents(&self) -> u32 {
        self.0.manifest.documents
    }

    /// How many bytes its files take, each with its name.
    #[must_use]
    pub fn sizes(&self) -> Vec<(String, u64)> {
        self.0.manifest.files.iter().map(|card| (card.name.clone(), card.length)).collect()
    }

    /// Whether a file is part of it.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.manifest.files.iter().any(|card| card.name == name)
    }

    /// The bytes of a file, mapped.
    ///
    /// # Errors
    /// [`Error::Damaged`] when it is missing or not of its length.
    pub fn file(&self, name: &str) -> Result<OwnedBytes> {
        let path = self.0.folder.join(name);
        let card = self.0.manifest.files.iter().find(|card| card.name == name);
        let card = card.ok_or_else(|| Error::damaged(&path, "it is not in the manifest"))?;
        let bytes = self
            .0
            .mapped
            .open_read(Path::new(name))
            .map_err(|error| Error::damaged(&path, error.to_string()))?
            .read_bytes()
            .map_err(|error| Error::damaged(&path, error.to_string()))?;
        if bytes.len() as u64 != card.length {
            return Err(Error::damaged(&path, format!("it has {} bytes of {}", bytes.len(), card.length)));
        }
        Ok(bytes)
    }

    /// The numbers of a file.
    pub(crate) fn table<T: AnyBitPattern>(&self, name: &str) -> Result<Table<T>> {
        Table::new(self.file(name)?).ok_or_else(|| Error::damaged(self.0.folder.join(name), "it ends within a number"))
    }

    /// The numbers of a file that has so many.
    pub(crate) fn table_of<T: AnyBitPattern>(&self, name: &str, length: usize) -> Result<Table<T>> {
        let table = self.table(name)?;
        let found = table.all().len();
        if found == length {
            return Ok(table);
        }
        Err(Error::damaged(self.0.folder.join(name), format!("it has {found} numbers of {length}")))
    }

    /// What a file says, as a value.
    pub(crate) fn value<T: serde::de::DeserializeOwned>(&self, name: &str) -> Result<T> {
        let bytes = self.file(name)?;
        postcard::from_bytes(&bytes).map_err(|error| Error::damaged(self.0.folder.join(name), error.to_string()))
    }

    /// Everything that a search reads.
    pub(crate) fn parts(&self) -> Result<Parts> {
        let documents = self.documents() as usize;
        let tables: Tables = self.value("tables")?;
        let aliases = tables.aliases as usize;
        Ok(Parts {
            columns: Columns::open(self, documents)?,
            completions: Completions::open(self)?,
            dense: Dense::open(self, documents)?,
            dictionary: Dictionary::open(self)?,
            frequent: Frequent::open(self)?,
            postings: Postings::open(self)?,
            keys: Keys::open(self, ["keys", "keys-starts"], Some("keys-order"), documents)?,
            aliases: Keys::open(self, ["aliases", "aliases-starts"], None, aliases)?,
            aliased: self.table_of("aliases-documents", aliases)?,
            texts: Texts::open(self)?,
            tables: Arc::new(tables.with_departments()),
        })
    }

    /// The entries in order of documents, some at a time: what learns from the texts reads them so, on all cores.
    ///
    /// # Errors
    /// [`Error::Damaged`] when the texts cannot be opened.
    pub fn entries(&self) -> Result<EntryBlocks> {
        Ok(EntryBlocks(Texts::open(self)?))
    }
}

/// The entries of a snapshot, in blocks of consecutive documents.
#[derive(Debug, Clone)]
pub struct EntryBlocks(Texts);

impl EntryBlocks {
    /// How many blocks there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.blocks()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The documents of a block.
    #[must_use]
    pub fn documents(&self, number: usize) -> std::ops::Range<usize> {
        self.0.documents_of_block(number)
    }

    /// The entries of a block.
    ///
    /// # Errors
    /// [`Error::Damaged`] when the block cannot be read.
    pub fn block(&self, number: usize) -> Result<Vec<Entry>> {
        self.0.all_of_block(number)
    }
}

/// What a search reads.
#[derive(Debug, Clone)]
pub(crate) struct Parts {
    pub(crate) columns: Columns,
    pub(crate) completions: Completions,
    pub(crate) dense: Dense,
    pub(crate) dictionary: Dictionary,
    pub(crate) frequent: Frequent,
    pub(crate) postings: Postings,
    pub(crate) keys: Keys,
    pub(crate) aliases: Keys,
    pub(crate) aliased: Table<u32>,
    pub(crate) texts: Texts,
    pub(crate) tables: Arc<Tables>,
}
