//! From what an organisation declared that it lobbied for to what it is.
//!
//! The registers at hand are of different departments: three organisations are in both. So the purpose of a lobbyist is
//! stood for by its name, three telling words at least.

use anyhow::Result;
use fabrique_directory::{Entry, Vectors};

use super::Run;
use super::interval::Outcome;
use super::line::tell;
use super::meaning::{is_unexpected, outcome, shares_nothing, suggestions};
use super::peer::Peer;
use super::rows::{Built, purpose_alone};
use super::slips::telling;

/// How many objects of an organisation are asked at most.
const OBJECTS: usize = 2;

/// How far the organisation is looked for.
const DEEP: usize = 1_000;

/// The lobbyists that are asked for: one in two; words are learnt from the others.
pub(super) fn asked(entries: &[Entry]) -> Vec<&Entry> {
    let named = entries.iter().filter(|entry| !entry.lobbying.is_empty() && telling(&entry.name).len() >= 3);
    named.skip(1).step_by(2).collect()
}

/// An organisation of which nothing is known but its name.
fn named_alone(entry: &Entry) -> Entry {
    Entry { purpose: entry.name.clone(), ..purpose_alone(entry) }
}

/// Asks the objects of lobbyists, among many others that nothing was learnt from.
pub(super) fn measure(run: &Run, lobbyists: &[&Entry], others: &[&Entry], vectors: &Vectors) -> Result<()> {
    let lobbying = lobbyists.iter().map(|entry| named_alone(entry));
    let mut rows: Vec<Entry> = lobbying.chain(others.iter().map(|entry| purpose_alone(entry))).collect();
    rows.sort_by(|one, other| one.key.cmp(&other.key));
    let built = Built::of(rows.iter().cloned(), vectors)?;
    let peer = Peer::of(rows.iter().map(|entry| (entry.key.as_str(), entry.purpose.as_str())))?;
    for split in run.splits() {
        let (mut all, mut apart): (Vec<Outcome>, Vec<Outcome>) = (Vec::new(), Vec::new());
        for (group, entry) in lobbyists.iter().enumerate().filter(|(group, _)| split.has(*group)) {
            for lobbying in entry.lobbying.iter().take(run.of_each(OBJECTS)) {
                let theirs = peer.find(&lobbying.object, DEEP)?.contains(&entry.key);
                let ours = suggestions(&built, &lobbying.object, DEEP)?.iter().any(|one| one.key == entry.key);
                if !ours {
                    run.failure("lobbying", &lobbying.object, &entry.name);
                }
                all.push(outcome(group, ours, theirs));
                if shares_nothing(&built, &lobbying.object, &entry.key)? {
                    let ours = is_unexpected(&built, &lobbying.object, &entry.key)?;
                    apart.push(outcome(group, ours, false));
                }
            }
        }
        tell("lobbying object to name, recall at 1000", split, &all);
        tell("lobbying object to name, nothing shared, recall at 100 of the unexpected", split, &apart);
    }
    Ok(())
}
