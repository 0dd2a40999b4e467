//! The card of a shelf: what is on it, and where it came from.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::{Day, Error, Source};

/// What is loaded of a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Which source.
    pub source: Source,
    /// The licence under which it is published.
    pub licence: String,
    /// The page at which it is published.
    pub address: String,
    /// Its parts, in order of their names.
    pub parts: Vec<PartCard>,
    /// The file, beside the card, of what the last load changed, one change a line; nothing after a first load.
    pub changes: Option<String>,
    /// The file, beside the card, of the rows that the last load could not use, one a line; nothing when it used all.
    pub rejections: Option<String>,
}

/// What is loaded of one part of a source: a department, a view, a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartCard {
    /// Its name, for instance `waldec-2a`.
    pub name: String,
    /// The layout of the file, in a few words.
    pub layout: String,
    /// The edition: the day in the name of the file, else the last day in its rows.
    pub edition: Day,
    /// The name of the file loaded.
    pub file: String,
    /// The SHA-256 of the file loaded, or of its archive, in hexadecimal.
    pub digest: String,
    /// How many rows were read.
    pub read: u64,
    /// How many are on the shelf.
    pub kept: u64,
    /// How many the register sets aside itself, or do not concern the directory.
    pub left_out: u64,
    /// How many could not be used.
    pub rejected: u64,
    /// Columns usually there that the file did not have.
    pub missing: Vec<String>,
    /// Columns of the file that no layout known has.
    pub unknown: Vec<String>,
    /// Days on which a machine touched the records: they are no sign of life.
    pub bulk_days: Vec<Day>,
    /// The file of the rows, beside the card.
    pub rows: String,
}

impl Card {
    /// The newest edition of its parts.
    #[must_use]
    pub fn edition(&self) -> Day {
        self.parts.iter().map(|part| part.edition).max().unwrap_or_default()
    }

    /// How many rows it holds.
    #[must_use]
    pub fn kept(&self) -> u64 {
        self.parts.iter().map(|part| part.kept).sum()
    }

    /// Whether a file of the shelf counts.
    pub(crate) fn names(&self, file: &str) -> bool {
        let beside = [&self.changes, &self.rejections];
        self.parts.iter().any(|part| part.rows == file) || beside.into_iter().flatten().any(|name| name == file)
    }
}

/// The card at `path`; nothing when there is none.
pub(super) fn read(path: &Path) -> Result<Option<Card>, Error> {
    match fs::read(path) {
        Ok(bytes) => serde_json::from_slice(&bytes)
            .map(Some)
            .map_err(|reason| Error::Shelf { path: path.to_path_buf(), reason: reason.to_string() }),
        Err(reason) if reason.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(reason) => Err(Error::Io { path: path.to_path_buf(), reason }),
    }
}

/// Writes the card beside, then in place.
pub(super) fn write(folder: &Path, card: &Card) -> Result<(), Error> {
    let (beside, path) = (folder.join("card.json.new"), folder.join("card.json"));
    let text = serde_json::to_vec_pretty(card)
        .map_err(|reason| Error::Shelf { path: path.clone(), reason: reason.to_string() })?;
    let mut file = File::create(&beside).map_err(Error::io(&beside))?;
    file.write_all(&text).and_then(|()| file.sync_all()).map_err(Error::io(&beside))?;
    fs::rename(&beside, &path).map_err(Error::io(&path))
}
