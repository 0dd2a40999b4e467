//! Known items: does the organisation that one has in mind come first?

use anyhow::Result;
use fabrique_directory::{Entry, Query};
use fastrand::Rng;

use super::interval::Outcome;
use super::line::tell;
use super::peer::Peer;
use super::rows::Built;
use super::slips::{Names, Slip, telling};
use super::{Run, Split};

/// How many questions of each sort, in each split.
const EACH: usize = 50;

/// What is asked, and the name of whom one has in mind.
struct Asked {
    text: String,
    name: Vec<String>,
    slip: Slip,
}

/// Asks for organisations by their names as people mistype them. Where several bear the very same name, any of them is
/// the right one.
pub(super) fn measure(run: &Run, entries: &[Entry], whole: &Built) -> Result<()> {
    let standing: Vec<&Entry> = entries.iter().filter(|entry| !entry.life.is_dissolved).collect();
    let peer = Peer::of(standing.iter().map(|entry| (entry.key.as_str(), entry.name.as_str())))?;
    let names = Names::of(entries);
    for split in run.splits() {
        let asked = questions(&standing, &names, run.of_each(EACH), split);
        let mut outcomes = Vec::new();
        for (group, asked) in asked.iter().enumerate() {
            let ours = first(whole, &asked.text)?.is_some_and(|name| name == asked.name);
            let found = peer.find(&asked.text, 1)?;
            let theirs = match found.first() {
                Some(key) => whole.directory.entry(key)?.is_some_and(|entry| telling(&entry.name) == asked.name),
                None => false,
            };
            if !ours {
                run.failure("known item", &format!("{} ({})", asked.text, asked.slip.name()), &asked.name.join(" "));
            }
            outcomes.push(Outcome { group, ours: f64::from(u8::from(ours)), baseline: f64::from(u8::from(theirs)) });
        }
        for slip in Slip::ALL {
            let some = asked.iter().zip(&outcomes).filter(|(asked, _)| asked.slip == slip).map(|(_, outcome)| *outcome);
            tell(&format!("known item first, {}", slip.name()), split, &some.collect::<Vec<_>>());
        }
        tell("known item first", split, &outcomes);
    }
    Ok(())
}

fn first(whole: &Built, text: &str) -> Result<Option<Vec<String>>> {
    let answer = whole.directory.search(&Query { limit: 1, ..Query::new(text) });
    let Some(hit) = answer.hits.first() else { return Ok(None) };
    Ok(whole.directory.entry_of(hit.document)?.map(|entry| telling(&entry.name)))
}

fn questions(standing: &[&Entry], names: &Names, each: usize, split: Split) -> Vec<Asked> {
    let mut random = Rng::with_seed(split.seed());
    let mut asked = Vec::new();
    for slip in Slip::ALL {
        let before = asked.len();
        while asked.len() < before + each {
            let Some(entry) = random.choice(standing) else { break };
            if let Some(text) = names.slipped(&entry.name, slip, &mut random) {
                asked.push(Asked { text, name: telling(&entry.name), slip });
            }
        }
    }
    asked
}
