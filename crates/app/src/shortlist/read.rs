//! Reading a list, in one's own name or by its link.

use std::collections::BTreeMap;

use fabrique_domain::{
    account::Actor,
    id::{EntryId, ShortlistId},
    shortlist::{Shortlist, ShortlistEntry, ShortlistRight, Stake},
};
use fabrique_storage::{
    Reader, account,
    shortlist::{self as stored, ListedShortlist, stake},
};

use super::{
    Access, Registered,
    access::{entry_of, reading},
    keep,
    share::opened,
};
use crate::{Platform, Result};

/// How many of the entries that were taken off are shown.
const REMOVED: i64 = 50;

/// How many marks of an entry are shown.
const MARKS: i64 = 100;

/// A list with what stands on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListPage {
    /// The list, and what its reader may do.
    pub access: Access,
    /// Who keeps it, by name.
    pub keeper_name: String,
    /// What stands on it, with what the registers of today know of it.
    pub entries: Vec<(ShortlistEntry, Registered)>,
    /// The marks in force, by entry.
    pub stakes: BTreeMap<EntryId, Vec<Stake>>,
    /// What was taken off, the last first.
    pub removed: Vec<ShortlistEntry>,
}

/// A list with what stands on it.
///
/// # Errors
/// [`SignInNeeded`](crate::Error::SignInNeeded), [`NotFound`](crate::Error::NotFound).
pub async fn show(platform: &Platform, actor: &Actor, reader: &mut Reader, id: ShortlistId) -> Result<ListPage> {
    let access = reading(actor, reader, id).await?;
    let keeper = account::find(reader, access.list.keeper_id).await?;
    let mut stakes = BTreeMap::<EntryId, Vec<Stake>>::new();
    for one in stake::in_force(reader, id).await? {
        stakes.entry(one.entry_id).or_default().push(one);
    }
    Ok(ListPage {
        access,
        keeper_name: keeper.map(|keeper| keeper.display_name).unwrap_or_default(),
        entries: registered(platform, stored::entry::list(reader, id).await?),
        stakes,
        removed: stored::entry::removed(reader, id, REMOVED).await?,
    })
}

pub(super) fn registered(platform: &Platform, entries: Vec<ShortlistEntry>) -> Vec<(ShortlistEntry, Registered)> {
    let known = |entry: ShortlistEntry| {
        let registered = Registered::of(platform, &entry);
        (entry, registered)
    };
    entries.into_iter().map(known).collect()
}

/// One entry with all that was said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryPage {
    /// The list, and what its reader may do.
    pub access: Access,
    /// The entry.
    pub entry: ShortlistEntry,
    /// What the registers of today know of it.
    pub registered: Registered,
    /// The marks it has and had, the last first.
    pub marks: Vec<Stake>,
}

/// One entry of a list with all that was said of it.
///
/// # Errors
/// [`SignInNeeded`](crate::Error::SignInNeeded), [`NotFound`](crate::Error::NotFound).
pub async fn entry(
    platform: &Platform,
    actor: &Actor,
    reader: &mut Reader,
    (list, id): (ShortlistId, EntryId),
) -> Result<EntryPage> {
    let access = reading(actor, reader, list).await?;
    let entry = entry_of(reader, list, id).await?;
    let registered = Registered::of(platform, &entry);
    Ok(EntryPage { access, registered, marks: stake::history(reader, id, MARKS).await?, entry })
}

/// A list as its link shows it. Whoever shows it leaves out notes and the names of people.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound) when the link opens nothing, or nothing any more.
pub async fn by_link(
    platform: &Platform,
    reader: &mut Reader,
    id: ShortlistId,
    secret: &str,
) -> Result<(Shortlist, Vec<(ShortlistEntry, Registered)>)> {
    let list = opened(platform, reader, id, secret).await?;
    let entries = stored::entry::list(reader, list.id).await?;
    Ok((list, registered(platform, entries.into_iter().map(for_strangers).collect())))
}

/// An entry without what was written for colleagues.
fn for_strangers(entry: ShortlistEntry) -> ShortlistEntry {
    ShortlistEntry {
        notes: String::new(),
        sought: String::new(),
        added_by_name: String::new(),
        removed_by_name: None,
        ..entry
    }
}

/// The lists on which the person who acts may put organisations, those that changed last first.
///
/// # Errors
/// [`SignInNeeded`](crate::Error::SignInNeeded).
pub async fn writable(actor: &Actor, reader: &mut Reader) -> Result<Vec<ListedShortlist>> {
    let lists = keep::list(actor, reader).await?;
    Ok(lists.into_iter().filter(|one| one.access != Some(ShortlistRight::Read)).collect())
}
