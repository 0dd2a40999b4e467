//! What stands around an entry: the organisations like it, the institutions above and below.

use fabrique_directory::{Discovery, Distance, Entry, Reason, Suggestion};
use fabrique_storage::Reader;

use super::{hierarchy::Named, known, withdrawn};
use crate::{Platform, Result};

/// How many organisations like one are shown: a third of the places are for the unexpected.
const ALIKE: usize = 6;

/// How many objects of lobbying stand for a purpose that no register says.
const DEFENDED: usize = 10;

/// How many institutions above one are followed: a register that turns in circles stops there.
const MOST_ABOVE: usize = 8;

/// An organisation like another.
#[derive(Debug, Clone)]
pub struct Alike {
    /// What the registers say of it.
    pub entry: Entry,
    /// How far it is from those one knows.
    pub distance: Distance,
    /// Why it is there.
    pub reasons: Vec<Reason>,
}

/// The organisations nearest in meaning to one, by its own purpose: known here, near, unexpected, each with why.
/// Those that asked not to be suggested are not among them.
///
/// # Errors
/// When storage fails, or the directory cannot be read.
pub async fn alike(platform: &Platform, reader: &mut Reader, entry: &Entry) -> Result<Vec<Alike>> {
    let known = known(reader).await?.into_iter().map(|one| one.key.to_string()).collect();
    let mut withdrawn = withdrawn(reader).await?;
    withdrawn.push(entry.key.clone());
    let directory = platform.directory.at_hand()?;
    let discovery = Discovery { text: own_words(entry), known, withdrawn, limit: ALIKE, ..Discovery::default() };
    let mut alike = Vec::new();
    for Suggestion { key, distance, reasons, .. } in directory.discover(&discovery)?.suggestions {
        if let Some(entry) = directory.entry(&key)? {
            alike.push(Alike { entry, distance, reasons });
        }
    }
    Ok(alike)
}

/// What an organisation says of itself in the registers: its purpose, else what it defended, else its name.
fn own_words(entry: &Entry) -> String {
    if !entry.purpose.is_empty() {
        return entry.purpose.clone();
    }
    let defended: Vec<&str> = entry.lobbying.iter().map(|one| one.object.as_str()).take(DEFENDED).collect();
    if defended.is_empty() { entry.name.clone() } else { defended.join("\n") }
}

/// The institutions above and right under one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lineage {
    /// Those above it, the highest first.
    pub above: Vec<Named>,
    /// Those right under it, by name.
    pub under: Vec<Named>,
}

/// Where an institution stands among the others; nothing for those that are none.
///
/// # Errors
/// [`crate::Error::Directory`] when the directory cannot be read.
pub fn lineage(platform: &Platform, entry: &Entry) -> Result<Lineage> {
    if !entry.key.starts_with("institution-") {
        return Ok(Lineage::default());
    }
    let directory = platform.directory.at_hand()?;
    let mut above: Vec<Named> = Vec::new();
    let mut parent = entry.parent.clone();
    while !parent.is_empty() && above.len() < MOST_ABOVE {
        let Some(found) = directory.entry(&parent)? else { break };
        if found.key == entry.key || above.iter().any(|one| one.key == found.key) {
            break;
        }
        parent = found.parent;
        above.push(Named { key: found.key, name: found.name });
    }
    above.reverse();
    Ok(Lineage { above, under: platform.directory.under(&directory, &entry.key)? })
}
