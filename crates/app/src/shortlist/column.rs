//! A list made from a column of identifiers that somebody has in a spreadsheet.

use fabrique_domain::{
    account::Actor,
    id::{EntryId, ShortlistId},
    shortlist::{Found, Identifier, Origin, Why},
    text::Fault,
};
use fabrique_storage::Tx;

use super::{
    access::writing,
    entry::{Added, Addition, grown, put},
};
use crate::{Error, Platform, Result};

/// What became of a column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnReport {
    /// What was added, in order.
    pub added: Vec<EntryId>,
    /// How many lines named what stood on the list, or stood in the column twice.
    pub already: usize,
    /// The lines that no register knows, as they were typed.
    pub unknown: Vec<String>,
}

/// Puts the organisations of a column of identifiers on a list, and says which are unknown. Doing it twice adds
/// nothing twice.
///
/// # Errors
/// [`Error::SignInNeeded`], [`Error::NotFound`], [`Error::Refused`] `shortlist-read-only` or `shortlist-full`;
/// [`Error::Invalid`] on `column` when it is empty, on `why` when no reason is given; [`Error::Directory`] while there
/// is no directory.
pub async fn add_column(
    platform: &Platform,
    actor: &Actor,
    tx: &mut Tx,
    list: ShortlistId,
    column: &[Identifier],
    why: &Why,
) -> Result<ColumnReport> {
    let access = writing(actor, tx, list).await?;
    let fault = |field, empty| if empty { Err(Error::field(field, Fault::Missing)) } else { Ok(()) };
    fault("column", column.is_empty())?;
    fault("why", why.is_empty())?;
    let directory = platform.directory.at_hand()?;
    let addition = Addition { keys: Vec::new(), why: why.clone(), found: Found::new(Origin::Column, "") };
    let (mut added, mut unknown, mut known_lines) = (Added::default(), Vec::new(), 0);
    for line in column {
        let mut known = None;
        for key in &line.keys {
            known = known.or(directory.entry(key)?);
        }
        match known {
            Some(entry) => {
                known_lines += 1;
                put(tx, &access.list, access.account, &entry, &addition, &mut added).await?;
            }
            None => unknown.push(line.typed.clone()),
        }
    }
    grown(tx, &access.list, added.added.len()).await?;
    Ok(ColumnReport { already: known_lines - added.added.len(), added: added.added, unknown })
}
