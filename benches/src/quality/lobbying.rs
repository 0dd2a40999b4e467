//! From what an organisation declared that it lobbied for to its own purpose.

use anyhow::Result;
use fabrique_directory::{Entry, Vectors};

use super::interval::Outcome;
use super::line::tell;
use super::meaning::{is_unexpected, outcome, shares_nothing, suggestions};
use super::peer::Peer;
use super::rows::{Built, purpose_alone};
use super::{Run, Split};

/// How many objects of an organisation are asked at most.
const OBJECTS: usize = 12;

/// How far the organisation is looked for.
const DEEP: usize = 1_000;

/// Asks the objects of organisations that have a purpose, among many others that nothing was learnt from.
pub(super) fn measure(run: &Run, lobbyists: &[&Entry], others: &[&Entry], vectors: &Vectors) -> Result<()> {
    let mut rows: Vec<&Entry> = lobbyists.iter().chain(others).copied().collect();
    rows.sort_by(|one, other| one.key.cmp(&other.key));
    let built = Built::of(rows.iter().map(|entry| purpose_alone(entry)), vectors)?;
    let peer = Peer::of(rows.iter().map(|entry| (entry.key.as_str(), entry.purpose.as_str())))?;
    for split in run.splits() {
        let (mut all, mut apart): (Vec<Outcome>, Vec<Outcome>) = (Vec::new(), Vec::new());
        for (group, entry) in lobbyists.iter().enumerate().filter(|(group, _)| split.has(*group)) {
            for lobbying in entry.lobbying.iter().take(run.of_each(OBJECTS)) {
                let theirs = peer.find(&lobbying.object, DEEP)?.contains(&entry.key);
                let ours = suggestions(&built, &lobbying.object, DEEP)?.iter().any(|one| one.key == entry.key);
                if !ours {
                    run.failure("lobbying", &lobbying.object, &entry.purpose);
                }
                all.push(outcome(group, ours, theirs));
                if shares_nothing(&built, &lobbying.object, &entry.key)? {
                    let ours = is_unexpected(&built, &lobbying.object, &entry.key)?;
                    apart.push(outcome(group, ours, false));
                }
            }
        }
        tell("lobbying object to purpose, recall at 1000", split, &all);
        tell("lobbying object to purpose, nothing shared, recall at 100 of the unexpected", split, &apart);
    }
    Ok(())
}
