//! Making, naming and erasing lists.

use fabrique_domain::{
    account::Actor,
    id::ShortlistId,
    shortlist::{Aim, MOST_LISTS, ShortlistTitle},
};
use fabrique_storage::{
    Reader, Tx,
    shortlist::{self, ListedShortlist},
};

use super::access::keeping;
use crate::{Error, Result, error::need_person};

/// What a list is called and what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    /// What it is called.
    pub title: ShortlistTitle,
    /// What it is for, or nothing.
    pub aim: Aim,
}

/// Makes a list, kept by the person who acts: anybody who signed in may.
///
/// # Errors
/// [`Error::SignInNeeded`]; [`Error::Refused`] `shortlist-too-many` above [`MOST_LISTS`].
pub async fn create(actor: &Actor, tx: &mut Tx, description: &Description) -> Result<ShortlistId> {
    let account = need_person(actor)?.account.id;
    tx.leaves_pages_unchanged();
    if shortlist::kept(tx, account).await? >= MOST_LISTS {
        return Err(Error::Refused("shortlist-too-many"));
    }
    Ok(shortlist::insert(tx, account, &description.title, &description.aim).await?)
}

/// Gives a list another title and aim.
///
/// # Errors
/// [`Error::SignInNeeded`], [`Error::NotFound`], [`Error::Refused`] `shortlist-not-keeper`; [`Error::Changed`] when
/// it is no longer at `version`.
pub async fn describe(
    actor: &Actor,
    tx: &mut Tx,
    id: ShortlistId,
    version: i64,
    description: &Description,
) -> Result<()> {
    keeping(actor, tx, id).await?;
    tx.leaves_pages_unchanged();
    let kept = shortlist::describe(tx, id, version, &description.title, &description.aim).await?;
    kept.then_some(()).ok_or(Error::Changed)
}

/// Erases a list and all that stands on it, for everybody.
///
/// # Errors
/// [`Error::SignInNeeded`], [`Error::NotFound`], [`Error::Refused`] `shortlist-not-keeper`.
pub async fn erase(actor: &Actor, tx: &mut Tx, id: ShortlistId) -> Result<()> {
    keeping(actor, tx, id).await?;
    tx.leaves_pages_unchanged();
    Ok(shortlist::delete(tx, id).await?)
}

/// The lists that the person who acts keeps or is named on, those that changed last first.
///
/// # Errors
/// [`Error::SignInNeeded`].
pub async fn list(actor: &Actor, reader: &mut Reader) -> Result<Vec<ListedShortlist>> {
    let account = need_person(actor)?.account.id;
    Ok(shortlist::of_person(reader, account, 2 * MOST_LISTS).await?)
}
