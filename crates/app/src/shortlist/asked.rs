//! Who is asked too often, and who never was: counted from the lists of different people.

use std::collections::{BTreeMap, BTreeSet};

use fabrique_directory::Entry;
use fabrique_domain::{
    Instant,
    id::AccountId,
    shortlist::{ASKED_WITHIN_DAYS, TOO_OFTEN},
    time::DAY,
};
use fabrique_storage::{Reader, shortlist::entry};

use super::registered::names;
use crate::Result;

/// On the lists of how many people organisations stand, by their keys. Those on none are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked(BTreeMap<String, usize>);

impl Asked {
    /// On the lists of how many people an organisation stands.
    #[must_use]
    pub fn of(&self, key: &str) -> usize {
        self.0.get(key).copied().unwrap_or_default()
    }

    /// Whether it is asked too often.
    #[must_use]
    pub fn too_often(&self, key: &str) -> bool {
        self.of(key) >= TOO_OFTEN
    }

    /// Whether nobody asked it.
    #[must_use]
    pub fn never(&self, key: &str) -> bool {
        self.of(key) == 0
    }
}

/// Since when lists are counted: about six months before `now`.
#[must_use]
pub const fn since_when(now: Instant) -> Instant {
    now.plus(-ASKED_WITHIN_DAYS * DAY)
}

/// On the lists of how many different people each key was put since a moment. It tells neither whose nor which:
/// everybody may ask.
///
/// A key counts for itself alone; [`times_asked_under_any_name`] also counts the numbers that were taken over.
///
/// # Errors
/// When storage fails.
pub async fn times_asked(reader: &mut Reader, keys: &[String], since: Instant) -> Result<Asked> {
    let mut people = BTreeMap::<String, BTreeSet<AccountId>>::new();
    for (key, keeper) in entry::askers(reader, keys, since).await? {
        people.entry(key).or_default().insert(keeper);
    }
    Ok(Asked(people.into_iter().map(|(key, people)| (key, people.len())).collect()))
}

/// The same for organisations, each with what was put on a list under a number that it took over since.
///
/// # Errors
/// When storage fails.
pub async fn times_asked_under_any_name(reader: &mut Reader, entries: &[Entry], since: Instant) -> Result<Asked> {
    let people = askers(reader, entries, since).await?;
    Ok(Asked(people.into_iter().map(|(key, people)| (key, people.len())).collect()))
}

/// Who keeps a list with each of the organisations.
pub(super) async fn askers(
    reader: &mut Reader,
    entries: &[Entry],
    since: Instant,
) -> Result<BTreeMap<String, BTreeSet<AccountId>>> {
    let mut called = BTreeMap::<String, &str>::new();
    for entry in entries {
        called.extend(names(entry).into_iter().map(|name| (name, entry.key.as_str())));
    }
    let keys: Vec<String> = called.keys().cloned().collect();
    let mut people = BTreeMap::<String, BTreeSet<AccountId>>::new();
    for (name, keeper) in entry::askers(reader, &keys, since).await? {
        let key = called.get(&name).map_or(name.clone(), |key| (*key).to_owned());
        people.entry(key).or_default().insert(keeper);
    }
    Ok(people)
}
