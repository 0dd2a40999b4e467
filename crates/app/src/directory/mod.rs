//! The directory: the organisations and institutions of the public registers.

mod around;
pub mod card;
mod comparison;
mod fact;
mod hierarchy;
mod known;
mod portrait;
mod register;
pub mod request;

use fabrique_directory::{Answer, Entry, Explanation, Query};

pub use around::{Alike, Lineage, alike, lineage};
pub use comparison::{COMPARED, compared};
pub use fact::told_by;
pub use hierarchy::Named;
pub use known::{KnownEntry, known, withdrawn};
pub use portrait::{Added, Portrait, Registers, Way, added, portrait};
pub use register::Register;

use crate::{Error, Platform, Result};

/// How many organisations a page of results shows.
pub const PAGE: usize = 20;

/// The furthest page that is shown: nobody reads further, and machines take the file.
pub const FURTHEST_PAGE: usize = 500;

/// An organisation that was found, and why.
#[derive(Debug, Clone)]
pub struct Found {
    /// What is known of it.
    pub entry: Entry,
    /// Why it answers.
    pub why: Explanation,
}

/// A page of results.
#[derive(Debug, Clone)]
pub struct Results {
    /// How the question was read, how many answer, and the counts.
    pub answer: Answer,
    /// The organisations of the page.
    pub found: Vec<Found>,
}

/// Answers a question: whom the registers know that fits the words and the filters, each with the reason.
///
/// # Errors
/// [`Error::Directory`] while there is no directory, or when its files cannot be read.
pub fn search(platform: &Platform, query: &Query) -> Result<Results> {
    let directory = platform.directory.at_hand()?;
    let (answer, found) = directory.find(query)?;
    let found = found.into_iter().map(|(entry, why)| Found { entry, why }).collect();
    Ok(Results { answer, found })
}

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
