//! Organisations and institutions: what the public registers say of them, and how they are found.
//!
//! A published file is read once into a shelf ([`load()`]); the shelves are joined into
//! [`Entry`]s ([`entries`]); the entries make a snapshot that is searched and never changes. Nothing here knows
//! the platform's database: what people add is laid over an entry by whoever shows it.

mod analysis;
mod build;
mod delivery;
mod discover;
mod entry;
mod error;
mod generate;
mod join;
mod load;
pub mod meaning;
mod register;
mod search;
mod shelf;
mod snapshot;
mod source;
mod themes;

pub use build::{BuildReport, BuildWatch, build, build_by, build_with};
pub use discover::{Coverage, Discovered, Discovery, Distance, Reason, Suggestion, Vectors};
pub use entry::{Contact, Day, Entry, Funding, Kind, Life, Lobbying, Place, Provenance, Size};
pub use error::{Error, Result};
pub use generate::{generate, generate_later};
pub use join::{Entries, entries};
pub use load::{Change, ChangeKind, Changes, LoadOptions, LoadReport, Progress, Watch, changes, load};
pub use register::{REJECTIONS_KEPT, Record, Rejection, Standing};
pub use search::{
    Answer, Counted, Directory, Explanation, Facets, Filters, Hit, MatchedField, MatchedWord, Nature, PlaceCount,
    Query, Reading, Sort, Understood,
};
pub use shelf::{Card, PartCard, shelves};
pub use snapshot::{EntryBlocks, FileWriter, Snapshot, Writing};
pub use source::Source;
pub use themes::{Nomenclature, Theme, nomenclature};
