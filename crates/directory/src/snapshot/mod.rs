//! A snapshot: a folder of files that is written whole, then only read.
//!
//! Documents are numbered by theme family, then department, then key. Columns of one or two bytes say what is counted
//! and filtered by; a dictionary leads from a word to its stem, and a stem to the documents that hold it.

mod columns;
mod completions;
mod dense;
mod dictionary;
mod files;
mod frequent;
mod keys;
mod manifest;
mod place;
mod positions;
mod postings;
mod row;
mod serving;
mod tables;
mod texts;
mod whole;

pub(crate) use columns::{Columns, ColumnsWriter, NameStart, name_start};
pub(crate) use completions::{COMPLETIONS, Completions, write_completions};
pub(crate) use dense::{DENSE, Dense, STANDING, is_set, write_dense};
pub(crate) use dictionary::{DEPARTMENT, Dictionary, FAMILY, Form, INITIALS, write_dictionary};
pub use files::{FileWriter, Writing};
pub(crate) use files::{Table, small};
pub(crate) use frequent::{EVERYTHING, Frequent, Known, write_frequent};
pub(crate) use keys::{Keys, KeysWriter};
pub(crate) use manifest::Manifest;
pub(crate) use place::region_of;
pub(crate) use positions::{add_positions, put_number, put_positions, skip_positions, take_number};
pub(crate) use postings::{BLOCK, Block, BlockNumbers, Postings, PostingsWriter, Stem};
pub(crate) use row::{Flags, Row, YEAR_CODES, date_code, date_of, prior, traits, year_code, year_of};
pub(crate) use serving::{BuildLock, current, publish};
pub(crate) use tables::{Means, PlaceRow, Tables};
pub(crate) use texts::{TEXTS_IN_A_BLOCK, Texts, compress_texts};
pub(crate) use whole::Parts;
pub use whole::{EntryBlocks, Snapshot};
