//! A list as a table, to carry away.

use std::collections::BTreeMap;

use fabrique_domain::{
    Choice,
    account::Actor,
    id::{EntryId, ShortlistId},
    open_data::Cell,
    shortlist::{Axis, Shortlist, ShortlistEntry, Stake},
};
use fabrique_storage::Reader;

use super::{Registered, by_link, show};
use crate::{Platform, Result};

/// A list as a table. Its columns have the names of the fields, as public data has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// The list.
    pub list: Shortlist,
    /// The names of the columns.
    pub header: Vec<String>,
    /// A row an entry, in the order of the list.
    pub rows: Vec<Vec<Cell>>,
}

/// What leaves with anybody.
const OPEN: [&str; 9] =
    ["rank", "name", "directory_key", "register_state", "place", "about", "why", "origin", "added_at"];

/// What leaves with those who are named on the list.
const OURS: [&str; 11] = [
    "sought",
    "notes",
    "added_by",
    "interest",
    "interest_reason",
    "interest_by",
    "interest_at",
    "influence",
    "influence_reason",
    "influence_by",
    "influence_at",
];

/// A list with all that is written on it, for those who are named there.
///
/// # Errors
/// [`SignInNeeded`](crate::Error::SignInNeeded), [`NotFound`](crate::Error::NotFound).
pub async fn export(platform: &Platform, actor: &Actor, reader: &mut Reader, list: ShortlistId) -> Result<Export> {
    let page = show(platform, actor, reader, list).await?;
    let rows = (1..).zip(&page.entries).map(|(rank, (entry, registered))| {
        let mut row = open(rank, entry, registered);
        row.extend(ours(entry, &page.stakes));
        row
    });
    let header = OPEN.iter().chain(&OURS).map(|name| (*name).to_owned()).collect();
    Ok(Export { header, rows: rows.collect(), list: page.access.list })
}

/// A list as its link gives it: neither notes, nor marks, nor names of people.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound) when the link opens nothing, or nothing any more.
pub async fn export_by_link(
    platform: &Platform,
    reader: &mut Reader,
    list: ShortlistId,
    secret: &str,
) -> Result<Export> {
    let (list, entries) = by_link(platform, reader, list, secret).await?;
    let rows = (1..).zip(&entries).map(|(rank, (entry, registered))| open(rank, entry, registered)).collect();
    Ok(Export { list, header: OPEN.map(str::to_owned).to_vec(), rows })
}

fn text(words: &str) -> Cell {
    if words.is_empty() { Cell::Empty } else { Cell::Text(words.to_owned()) }
}

fn open(rank: i64, entry: &ShortlistEntry, registered: &Registered) -> Vec<Cell> {
    let state = match registered {
        Registered::ByHand => "by_hand",
        Registered::Known(entry) if entry.life.is_dissolved => "dissolved",
        Registered::Known(_) => "known",
        Registered::Gone => "gone",
        Registered::NotAtHand => "",
    };
    // Under the number of today, where another was taken over.
    let key = registered.known().map(|entry| entry.key.as_str()).or(entry.directory_key.as_deref());
    vec![
        Cell::Number(rank),
        text(&entry.name),
        text(key.unwrap_or_default()),
        text(state),
        text(&entry.place),
        text(&entry.about),
        text(&entry.why),
        text(entry.origin.code()),
        Cell::moment(entry.added_at),
    ]
}

fn ours(entry: &ShortlistEntry, stakes: &BTreeMap<EntryId, Vec<Stake>>) -> Vec<Cell> {
    let mut cells = vec![text(&entry.sought), text(&entry.notes), text(&entry.added_by_name)];
    for axis in Axis::ALL {
        match stakes.get(&entry.id).and_then(|marks| marks.iter().find(|one| one.axis == *axis)) {
            Some(one) => cells.extend([
                Cell::Number(one.mark.number()),
                text(&one.reason),
                text(&one.author_name),
                Cell::moment(one.created_at),
            ]),
            None => cells.extend([Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty]),
        }
    }
    cells
}
