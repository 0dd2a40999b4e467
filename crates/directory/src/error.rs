//! What can go wrong in the directory: what, where, and what to do.

use std::io;
use std::path::{Path, PathBuf};

use crate::Day;

/// Why the directory could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The disk refused.
    #[error("{}: {reason}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        reason: io::Error,
    },
    /// An archive is cut short, damaged or no archive.
    #[error("{}: the archive cannot be read ({reason}); download it again. Nothing was replaced", path.display())]
    Archive {
        /// The archive.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// An archive holds a path that leaves the folder it would be unpacked in.
    #[error("{}: the archive holds an unsafe path ({member:?}); nothing was read from it", path.display())]
    UnsafePath {
        /// The archive.
        path: PathBuf,
        /// The path inside.
        member: String,
    },
    /// A file is, or declares to be, larger than any register.
    #[error("{file}: {reason}; nothing was replaced")]
    TooLarge {
        /// The file, with its archive.
        file: String,
        /// Which limit it breaks.
        reason: String,
    },
    /// There is nothing to read.
    #[error("{}: no file of a known kind (csv, tsv, txt, json, parquet, zip)", path.display())]
    NothingToRead {
        /// What was given.
        path: PathBuf,
    },
    /// A file is not what its source publishes.
    #[error("{file}: the columns {missing} are not there, so this is not a file of this source; it has {found}")]
    Columns {
        /// The file.
        file: String,
        /// The columns that no reading does without.
        missing: String,
        /// The columns that it has.
        found: String,
    },
    /// A column of a Parquet file holds something else than text or numbers.
    #[error("{file}: the column {column} holds {found} where {expected} was expected; nothing was replaced")]
    ColumnType {
        /// The file.
        file: String,
        /// The column.
        column: String,
        /// What a reader can use.
        expected: &'static str,
        /// What it holds.
        found: String,
    },
    /// A file cannot be read to its end, or not at all.
    #[error("{file}: {reason}; nothing was replaced")]
    Unreadable {
        /// The file.
        file: String,
        /// What is wrong with it.
        reason: String,
    },
    /// Two files of one delivery are the same part.
    #[error("{first} and {second} are both the part {part}; give one of them")]
    SamePart {
        /// The part, for instance a department.
        part: String,
        /// One file.
        first: String,
        /// The other.
        second: String,
    },
    /// A file is older than what is loaded.
    #[error("the part {part} is of {given} and the one loaded is of {loaded}; to go back in time, ask to replace it")]
    Older {
        /// The part.
        part: String,
        /// The edition given.
        given: Day,
        /// The edition loaded.
        loaded: Day,
    },
    /// A file has so few rows that it is probably cut short.
    #[error(
        "the part {part} has {given} rows where the one loaded has {loaded}; the file is probably cut short: download it again, or ask to replace it"
    )]
    Shrunk {
        /// The part.
        part: String,
        /// How many rows the file gives.
        given: u64,
        /// How many are loaded.
        loaded: u64,
    },
    /// Somebody else is loading.
    #[error("{}: somebody is already loading or building here; wait until it ends", path.display())]
    Busy {
        /// The folder.
        path: PathBuf,
    },
    /// What the directory wrote itself cannot be read back.
    #[error("{}: {reason}; load this source again", path.display())]
    Shelf {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// Nothing was built yet.
    #[error("`{0}` holds no snapshot of the directory: run `directory build`")]
    NoSnapshot(PathBuf),
    /// A snapshot cannot be trusted.
    #[error("the snapshot `{path}` is damaged ({what}): run `directory build`")]
    Damaged {
        /// Which file of it.
        path: PathBuf,
        /// What is wrong with it.
        what: String,
    },
    /// A snapshot of another release.
    #[error("the snapshot `{path}` is of format {found}, this program reads {expected}: run `directory build`")]
    OtherFormat {
        /// Which snapshot.
        path: PathBuf,
        /// The format it is of.
        found: u32,
        /// The format this program reads.
        expected: u32,
    },
    /// Another process builds.
    #[error("a build is already under way ({0}): wait for its end")]
    Building(String),
    /// The entries do not come in order of their keys, each once.
    #[error("the entry `{key}` does not come after `{previous}`: entries come in order of their keys, each once")]
    Disorder {
        /// The entry that came.
        key: String,
        /// The one before it.
        previous: String,
    },
    /// The folder of a static model that was named cannot be used.
    #[error(
        "{}: {what}; name a folder with the tokenizer.json and the model.safetensors of a static model, or none, and words are learnt from the registers", path.display()
    )]
    Model {
        /// Which file of it.
        path: PathBuf,
        /// What is wrong with it.
        what: String,
    },
    /// More than the format holds.
    #[error("a snapshot cannot hold so many {0}")]
    TooMany(&'static str),
}

impl Error {
    /// A refusal of the disk at `path`; made for `map_err`.
    pub(crate) fn io(path: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Self {
        move |reason| Self::Io { path: path.as_ref().to_path_buf(), reason }
    }

    /// A static model that cannot be used; made for `map_err`.
    pub(crate) fn model(path: impl AsRef<Path>) -> impl FnOnce(String) -> Self {
        move |what| Self::Model { path: path.as_ref().to_path_buf(), what }
    }

    /// A snapshot that cannot be trusted.
    pub(crate) fn damaged(path: impl AsRef<Path>, what: impl Into<String>) -> Self {
        Self::Damaged { path: path.as_ref().to_owned(), what: what.into() }
    }
}

/// What a fallible step of the directory gives.
pub type Result<T> = std::result::Result<T, Error>;
