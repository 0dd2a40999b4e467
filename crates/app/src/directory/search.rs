//! Finding by words.

use fabrique_directory::{Answer, Entry, Explanation, Nomenclature, Query};

use crate::{Platform, Result};

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
/// [`Error::Directory`](crate::Error::Directory) while there is no directory, or when its files cannot be read.
pub fn search(platform: &Platform, query: &Query) -> Result<Results> {
    let directory = platform.directory.at_hand()?;
    let (answer, found) = directory.find(query)?;
    let found = found.into_iter().map(|(entry, why)| Found { entry, why }).collect();
    Ok(Results { answer, found })
}

/// The organisations whose name somebody may be typing, the likeliest first; nobody while there is no directory.
///
/// # Errors
/// [`Error::Directory`](crate::Error::Directory) when its files cannot be read.
pub fn suggest(platform: &Platform, beginning: &str, most: usize) -> Result<Vec<Entry>> {
    let directory = match platform.directory.at_hand() {
        Ok(directory) => directory,
        Err(fabrique_directory::Error::NoSnapshot(_)) => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let hits = directory.suggest(beginning, most);
    let entries = hits.iter().filter_map(|hit| directory.entry(&hit.key).transpose());
    Ok(entries.collect::<Result<_, _>>()?)
}

/// What the themes are called, when those of a family are to be named; nothing otherwise.
///
/// # Errors
/// [`Error::Directory`](crate::Error::Directory) when the nomenclature cannot be read.
pub fn nomenclature(platform: &Platform, family: Option<u32>) -> Result<Nomenclature> {
    match family {
        Some(_) => Ok(fabrique_directory::nomenclature(platform.directory.home())?),
        None => Ok(Nomenclature::default()),
    }
}
