//! Putting organisations on a list, writing about them, ordering them, taking them off.

use fabrique_directory::Entry;
use fabrique_domain::{
    account::Actor,
    id::{AccountId, EntryId, ShortlistId},
    shortlist::{EntryName, Found, MOST_ENTRIES, Notes, Origin, Shortlist, Why},
    text::{Fault, Line},
};
use fabrique_storage::{
    Tx,
    shortlist::{
        self,
        entry::{self, NewEntry},
    },
};

use super::{
    access::{entry_of, writing},
    registered::{names, told},
};
use crate::{Error, Platform, Result};

/// Organisations to put on a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addition {
    /// Their keys in the directory, or other numbers that it knows them by.
    pub keys: Vec<String>,
    /// Why they are there.
    pub why: Why,
    /// Where they were found.
    pub found: Found,
}

/// What became of an addition.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Added {
    /// What was added, in order.
    pub added: Vec<EntryId>,
    /// What stood there already.
    pub already: Vec<EntryId>,
    /// The keys that the directory does not know.
    pub unknown: Vec<String>,
}

/// The longest key that is looked up.
const LONGEST_KEY: usize = 60;

/// The most keys that are added at once.
const MOST_KEYS: usize = 100;

/// Puts organisations of the directory on a list, once each: one that stands there, under this number or another that
/// it answered to, is not added again.
///
/// # Errors
/// [`Error::SignInNeeded`], [`Error::NotFound`]; [`Error::Refused`] `shortlist-read-only`, `shortlist-full`, or
/// `shortlist-unknown-organisation` when the directory knows none of them; [`Error::Invalid`] on `why` when neither a
/// reason nor a search is given; [`Error::Directory`] while there is no directory.
pub async fn add(
    platform: &Platform,
    actor: &Actor,
    tx: &mut Tx,
    list: ShortlistId,
    addition: &Addition,
) -> Result<Added> {
    let access = writing(actor, tx, list).await?;
    if addition.why.is_empty() && addition.found.sought.is_empty() {
        return Err(Error::field("why", Fault::Missing));
    }
    let mut added = Added::default();
    let directory = platform.directory.at_hand()?;
    for key in addition.keys.iter().take(MOST_KEYS) {
        let known = if key.len() <= LONGEST_KEY { directory.entry(key)? } else { None };
        match known {
            Some(entry) => put(tx, &access.list, access.account, &entry, addition, &mut added).await?,
            None => added.unknown.push(key.chars().take(LONGEST_KEY).collect()),
        }
    }
    if added.added.is_empty() && added.already.is_empty() {
        return Err(Error::Refused("shortlist-unknown-organisation"));
    }
    grown(tx, &access.list, added.added.len()).await?;
    Ok(added)
}

/// Puts one organisation on a list, unless it stands there.
pub(super) async fn put(
    tx: &mut Tx,
    list: &Shortlist,
    account: AccountId,
    entry: &Entry,
    addition: &Addition,
    added: &mut Added,
) -> Result<()> {
    if let Some(there) = entry::under(tx, list.id, &names(entry)).await? {
        if !added.added.contains(&there) && !added.already.contains(&there) {
            added.already.push(there);
        }
        return Ok(());
    }
    refuse_a_full_list(list, added.added.len())?;
    let (place, about) = told(entry);
    let new = NewEntry {
        shortlist_id: list.id,
        directory_key: Some(&entry.key),
        name: &entry.name,
        place: &place,
        about: &about,
        why: &addition.why,
        origin: addition.found.origin,
        sought: &addition.found.sought,
        added_by: account,
    };
    added.added.push(entry::insert(tx, &new).await?);
    Ok(())
}

fn refuse_a_full_list(list: &Shortlist, more: usize) -> Result<()> {
    let entries = list.entries + i64::try_from(more).unwrap_or(i64::MAX);
    if entries < MOST_ENTRIES { Ok(()) } else { Err(Error::Refused("shortlist-full")) }
}

/// Counts what was added. No page that everybody reads shows a list.
pub(super) async fn grown(tx: &mut Tx, list: &Shortlist, by: usize) -> Result<()> {
    tx.leaves_pages_unchanged();
    if by > 0 {
        shortlist::touch(tx, list.id, i64::try_from(by).unwrap_or(i64::MAX)).await?;
    }
    Ok(())
}

/// An organisation that no register has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandWritten {
    /// Its name.
    pub name: EntryName,
    /// Where it is, or nothing.
    pub place: Line<0, 120>,
    /// What it is for, or nothing.
    pub about: Line<0, 300>,
    /// Why it is on the list.
    pub why: Why,
}

/// Puts an organisation that no register has on a list.
///
/// # Errors
/// [`Error::SignInNeeded`], [`Error::NotFound`], [`Error::Refused`] `shortlist-read-only` or `shortlist-full`;
/// [`Error::Invalid`] on `why` when it is empty.
pub async fn add_by_hand(actor: &Actor, tx: &mut Tx, list: ShortlistId, written: &HandWritten) -> Result<EntryId> {
    let access = writing(actor, tx, list).await?;
    if written.why.is_empty() {
        return Err(Error::field("why", Fault::Missing));
    }
    refuse_a_full_list(&access.list, 0)?;
    let new = NewEntry {
        shortlist_id: list,
        directory_key: None,
        name: &written.name,
        place: &written.place,
        about: &written.about,
        why: &written.why,
        origin: Origin::Hand,
        sought: "",
        added_by: access.account,
    };
    let id = entry::insert(tx, &new).await?;
    grown(tx, &access.list, 1).await?;
    Ok(id)
}

/// What is written about an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotation {
    /// Why it is on the list.
    pub why: Why,
    /// Notes among those who may read the list.
    pub notes: Notes,
}

/// Writes why an entry is on its list, and the notes on it.
///
/// # Errors
/// [`Error::SignInNeeded`], [`Error::NotFound`], [`Error::Refused`] `shortlist-read-only`; [`Error::Invalid`] on `why`
/// when nothing else says it; [`Error::Changed`] when the entry is no longer at `version`.
pub async fn annotate(
    actor: &Actor,
    tx: &mut Tx,
    (list, id): (ShortlistId, EntryId),
    version: i64,
    annotation: &Annotation,
) -> Result<()> {
    writing(actor, tx, list).await?;
    let kept = entry_of(tx, list, id).await?;
    if annotation.why.is_empty() && kept.sought.is_empty() {
        return Err(Error::field("why", Fault::Missing));
    }
    if !entry::annotate(tx, id, version, &annotation.why, &annotation.notes).await? {
        return Err(Error::Changed);
    }
    touched(tx, list, 0).await
}

/// Where an entry goes in the order of its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// One place towards the beginning.
    Up,
    /// One place towards the end.
    Down,
    /// To the beginning.
    First,
}

/// Moves an entry in the order of its list. At the end of its way it stays.
///
/// # Errors
/// [`Error::SignInNeeded`], [`Error::NotFound`], [`Error::Refused`] `shortlist-read-only`.
pub async fn rearrange(actor: &Actor, tx: &mut Tx, (list, id): (ShortlistId, EntryId), movement: Move) -> Result<()> {
    writing(actor, tx, list).await?;
    let entries = entry::list(tx, list).await?;
    let at = entries.iter().position(|entry| entry.id == id).ok_or(Error::NotFound)?;
    let entry = &entries[at];
    match (movement, at.checked_sub(1).map(|before| &entries[before]), entries.get(at + 1)) {
        (Move::Up, Some(other), _) | (Move::Down, _, Some(other)) => {
            entry::rank(tx, entry.id, other.rank).await?;
            entry::rank(tx, other.id, entry.rank).await?;
        }
        (Move::First, Some(_), _) => entry::rank(tx, entry.id, entries[0].rank - 1).await?,
        _ => {}
    }
    touched(tx, list, 0).await
}

/// Takes an entry off its list, with a reason or none; it can be put back.
///
/// # Errors
/// [`Error::SignInNeeded`], [`Error::NotFound`], [`Error::Refused`] `shortlist-read-only`.
pub async fn remove(actor: &Actor, tx: &mut Tx, (list, id): (ShortlistId, EntryId), why: &Why) -> Result<()> {
    let access = writing(actor, tx, list).await?;
    entry_of(tx, list, id).await?;
    let removed = entry::remove(tx, id, access.account, why).await?;
    touched(tx, list, -i64::from(removed)).await
}

/// Puts an entry back where it stood. One that stands there, or whose organisation was added again since, stays as it is.
///
/// # Errors
/// [`Error::SignInNeeded`], [`Error::NotFound`], [`Error::Refused`] `shortlist-read-only` or `shortlist-full`.
pub async fn restore(actor: &Actor, tx: &mut Tx, (list, id): (ShortlistId, EntryId)) -> Result<()> {
    let access = writing(actor, tx, list).await?;
    let kept = entry_of(tx, list, id).await?;
    let keys: Vec<String> = kept.directory_key.into_iter().collect();
    if kept.removed_at.is_none() || entry::under(tx, list, &keys).await?.is_some() {
        return Ok(());
    }
    refuse_a_full_list(&access.list, 0)?;
    let restored = entry::restore(tx, id).await?;
    touched(tx, list, i64::from(restored)).await
}

pub(super) async fn touched(tx: &mut Tx, list: ShortlistId, grown: i64) -> Result<()> {
    tx.leaves_pages_unchanged();
    Ok(shortlist::touch(tx, list, grown).await?)
}
