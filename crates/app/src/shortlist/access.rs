//! Who may do what on a list. To whom it is not shared, it does not exist.

use fabrique_domain::{
    account::Actor,
    id::{AccountId, EntryId, ShortlistId},
    shortlist::{Shortlist, ShortlistEntry, Standing},
};
use fabrique_storage::{
    Reader,
    shortlist::{self, entry, member},
};

use crate::{Error, Result, error::need_person};

/// A list with what the person who asks may do there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// The list.
    pub list: Shortlist,
    /// Who asks.
    pub account: AccountId,
    /// How they stand to it.
    pub standing: Standing,
}

/// The list, for somebody who may read it.
///
/// # Errors
/// [`Error::SignInNeeded`]; [`Error::NotFound`] for whoever is not named on it.
pub(super) async fn reading(actor: &Actor, reader: &mut Reader, id: ShortlistId) -> Result<Access> {
    let account = need_person(actor)?.account.id;
    let list = shortlist::find(reader, id).await?.ok_or(Error::NotFound)?;
    let standing = match list.keeper_id == account {
        true => Standing::Keeper,
        false => member::right(reader, id, account).await?.ok_or(Error::NotFound)?.into(),
    };
    Ok(Access { list, account, standing })
}

/// The list, for somebody who may change what stands on it.
///
/// # Errors
/// As [`reading`]; [`Error::Refused`] `shortlist-read-only` for its readers.
pub(super) async fn writing(actor: &Actor, reader: &mut Reader, id: ShortlistId) -> Result<Access> {
    let access = reading(actor, reader, id).await?;
    if access.standing.writes() { Ok(access) } else { Err(Error::Refused("shortlist-read-only")) }
}

/// The list, for whoever keeps it.
///
/// # Errors
/// As [`reading`]; [`Error::Refused`] `shortlist-not-keeper` for the others named on it.
pub(super) async fn keeping(actor: &Actor, reader: &mut Reader, id: ShortlistId) -> Result<Access> {
    let access = reading(actor, reader, id).await?;
    if access.standing.keeps() { Ok(access) } else { Err(Error::Refused("shortlist-not-keeper")) }
}

/// An entry of the list, removed or not.
///
/// # Errors
/// [`Error::NotFound`] when the list has none such.
pub(super) async fn entry_of(reader: &mut Reader, list: ShortlistId, id: EntryId) -> Result<ShortlistEntry> {
    let found = entry::find(reader, id).await?;
    found.filter(|entry| entry.shortlist_id == list).ok_or(Error::NotFound)
}
