//! What a list covers, and what nobody on it does.

use std::collections::BTreeSet;

use fabrique_directory::{Coverage, Discovery, Entry};
use fabrique_domain::{
    Instant,
    account::Actor,
    id::{AccountId, ShortlistId},
    shortlist::{ShortlistEntry, TOO_OFTEN},
    territory::REGIONS,
};
use fabrique_storage::{Reader, shortlist::entry};

use super::{
    Access,
    access::reading,
    asked::{askers, since_when},
    read::registered,
};
use crate::{Platform, Result};

/// How many organisations near the subject a list is held against.
const AROUND: usize = 90;

/// What a list covers, and what nobody on it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListCoverage {
    /// The list, and what its reader may do.
    pub access: Access,
    /// How many entries the registers know: the others count for nothing here.
    pub counted: usize,
    /// How many entries stand on the list.
    pub entries: usize,
    /// What those cover, and what organisations near the subject have that they have not.
    pub coverage: Coverage,
    /// Codes of the regions where nobody on the list has its seat, first those where somebody is near the subject.
    pub without_region: Vec<&'static str>,
    /// How many organisations near the subject the list was held against; none when its title and aim say too little.
    pub around: usize,
    /// The entries that stand on the lists of several people in six months, with on how many.
    pub too_often: Vec<(ShortlistEntry, usize)>,
    /// The entries that nobody else ever put on a list.
    pub never: Vec<ShortlistEntry>,
}

/// What a list covers, and what nobody on it does.
///
/// # Errors
/// [`SignInNeeded`](crate::Error::SignInNeeded), [`NotFound`](crate::Error::NotFound);
/// [`Directory`](crate::Error::Directory) while there is no directory.
pub async fn coverage(
    platform: &Platform,
    actor: &Actor,
    reader: &mut Reader,
    list: ShortlistId,
) -> Result<ListCoverage> {
    let access = reading(actor, reader, list).await?;
    let entries = registered(platform, entry::list(reader, list).await?);
    let count = entries.len();
    let known: Vec<(ShortlistEntry, Entry)> =
        entries.into_iter().filter_map(|(entry, registered)| Some((entry, registered.known()?.clone()))).collect();
    let facts: Vec<Entry> = known.iter().map(|(_, facts)| facts.clone()).collect();
    let around = around(platform, &access, &facts)?;
    let coverage = Coverage::of(&facts, &around);
    let covered: BTreeSet<&str> = coverage.regions.iter().map(|(code, _)| code.as_str()).collect();
    let mut without_region: Vec<&str> =
        REGIONS.iter().map(|(code, _)| *code).filter(|code| !covered.contains(code)).collect();
    // First those where somebody is near the subject.
    let near = |code: &str| coverage.missing_regions.iter().any(|missing| missing == code);
    without_region.sort_by_key(|code| !near(code));
    let keeper = access.list.keeper_id;
    let (since, ever) = (since_when(reader.now()), Instant::from_micros(0));
    Ok(ListCoverage {
        counted: known.len(),
        entries: count,
        coverage,
        without_region,
        around: around.len(),
        too_often: too_often(reader, &known, &facts, since).await?,
        never: never(reader, &known, &facts, ever, keeper).await?,
        access,
    })
}

/// The organisations near the subject of a list: what its title, its aim and its entries are about.
fn around(platform: &Platform, access: &Access, facts: &[Entry]) -> Result<Vec<Entry>> {
    let directory = platform.directory.at_hand()?;
    let purposes = facts.iter().map(|entry| entry.purpose.as_str());
    let subject = [access.list.title.as_str(), access.list.aim.as_str()];
    let text = subject.into_iter().chain(purposes).collect::<Vec<_>>().join("\n");
    let found = directory.discover(&Discovery { text, limit: AROUND, ..Discovery::default() })?;
    let mut entries = Vec::with_capacity(found.suggestions.len());
    for suggestion in &found.suggestions {
        entries.extend(directory.entry(&suggestion.key)?);
    }
    Ok(entries)
}

async fn too_often(
    reader: &mut Reader,
    known: &[(ShortlistEntry, Entry)],
    facts: &[Entry],
    since: Instant,
) -> Result<Vec<(ShortlistEntry, usize)>> {
    let people = askers(reader, facts, since).await?;
    let times = |facts: &Entry| people.get(&facts.key).map_or(0, BTreeSet::len);
    let counted = known.iter().map(|(entry, facts)| (entry.clone(), times(facts)));
    Ok(counted.filter(|(_, times)| *times >= TOO_OFTEN).collect())
}

async fn never(
    reader: &mut Reader,
    known: &[(ShortlistEntry, Entry)],
    facts: &[Entry],
    ever: Instant,
    keeper: AccountId,
) -> Result<Vec<ShortlistEntry>> {
    let people = askers(reader, facts, ever).await?;
    let others = |facts: &Entry| people.get(&facts.key).is_some_and(|people| people.iter().any(|one| *one != keeper));
    Ok(known.iter().filter(|(_, facts)| !others(facts)).map(|(entry, _)| entry.clone()).collect())
}
