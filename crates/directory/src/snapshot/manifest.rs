//! What a snapshot holds, and how to know that nothing of it was lost.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::files::Writing;
use crate::Day;
use crate::error::{Error, Result};

/// The version of the format: another one is not read.
pub(crate) const FORMAT: u32 = 2;

/// The name of the manifest in its folder.
const NAME: &str = "manifest.json";

/// The card of a snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// The version of the format.
    pub(crate) format: u32,
    /// Whether numbers are written with their low byte first.
    pub(crate) little_endian: bool,
    /// The day it was made.
    pub(crate) made: Day,
    /// How many documents it holds.
    pub(crate) documents: u32,
    /// Its files.
    pub(crate) files: Vec<FileCard>,
}

/// How to know that a file is whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FileCard {
    /// Its name.
    pub(crate) name: String,
    /// Its length in bytes.
    pub(crate) length: u64,
    /// Its CRC-32.
    pub(crate) digest: u32,
}

impl Manifest {
    /// Writes the manifest of what was written.
    pub(crate) fn write(writing: &Writing, made: Day, documents: u32) -> Result<()> {
        let manifest = Self {
            format: FORMAT,
            little_endian: cfg!(target_endian = "little"),
            made,
            documents,
            files: writing.files().to_vec(),
        };
        let path = writing.folder().join(NAME);
        let text = serde_json::to_string_pretty(&manifest).map_err(|error| Error::damaged(&path, error.to_string()))?;
        fs::write(&path, text).map_err(Error::io(&path))
    }

    /// Reads the manifest of a folder; a format of another version or machine is refused.
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let path = folder.join(NAME);
        let text = fs::read(&path).map_err(|error| Error::damaged(&path, error.to_string()))?;
        let manifest: Self = serde_json::from_slice(&text).map_err(|error| Error::damaged(&path, error.to_string()))?;
        if manifest.format != FORMAT || manifest.little_endian != cfg!(target_endian = "little") {
            return Err(Error::OtherFormat { path: folder.to_owned(), found: manifest.format, expected: FORMAT });
        }
        Ok(manifest)
    }
}
