//! The directory: the organisations and institutions of the public registers.

mod around;
pub mod card;
mod comparison;
mod discovery;
mod fact;
mod hierarchy;
mod known;
mod portrait;
mod register;
pub mod request;
mod search;
mod table;

use fabrique_directory::Entry;

pub use around::{Alike, Lineage, alike, lineage};
pub use comparison::{COMPARED, compared};
pub use discovery::{Asked, Found as Suggested, Subject, SubjectText, Suggestions, discover};
pub use fact::told_by;
pub use hierarchy::Named;
pub use known::{KnownEntry, known, withdrawn};
pub use portrait::{Added, Portrait, Registers, Way, added, portrait};
pub use register::Register;
pub use search::{FURTHEST_PAGE, Found, PAGE, Results, nomenclature, search, suggest};
pub use table::{HEADER, ROWS, Table};

use crate::{Error, Platform, Result};

/// What the registers know of one organisation, by its key or another of its numbers.
///
/// # Errors
/// [`Error::NotFound`] when they do not know it, or nothing is loaded; [`Error::Directory`] when they cannot be read.
pub fn entry(platform: &Platform, key: &str) -> Result<Entry> {
    match platform.directory.at_hand() {
        Ok(directory) => directory.entry(key)?.ok_or(Error::NotFound),
        Err(fabrique_directory::Error::NoSnapshot(_)) => Err(Error::NotFound),
        Err(error) => Err(error.into()),
    }
}
