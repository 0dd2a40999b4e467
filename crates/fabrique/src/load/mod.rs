//! Filling an instance for tests of load: the same from the same seed, but for identifiers and
//! secrets. It writes through storage, many rows a transaction, and keeps every counter right.

mod ground;
mod people;
mod speech;
mod support;
mod words;

use anyhow::{Result, bail};
use fabrique_app::{Error, Platform};
use fabrique_domain::id::{AccountId, ProposalId};
use fabrique_storage::transact;
use serde::Serialize;

use ground::{Ground, lay_ground};
use people::{people, tokens};
use speech::{Arguing, argue, insert_proposals};
use support::support;
use words::Draw;

/// Rows a transaction.
const BATCH: u64 = 1_000;
/// How many of the first proposal's arguments there are, when there are as many: a page of weight.
const HEAVY: u64 = 200;

/// How much is made.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Size {
    /// People
    #[arg(long, default_value_t = 2_000)]
    people: u64,
    /// Proposals
    #[arg(long, default_value_t = 1_000)]
    proposals: u64,
    /// Supports, at most one a person and proposal
    #[arg(long, default_value_t = 10_000)]
    supports: u64,
    /// Arguments
    #[arg(long, default_value_t = 2_000)]
    arguments: u64,
    /// The same seed makes the same texts
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

impl Size {
    /// Rows that the progress bar counts.
    pub(crate) const fn rows(&self) -> u64 {
        self.people + self.proposals + self.supports + self.arguments
    }
}

/// What was made.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Filled {
    pub(crate) consultation: String,
    pub(crate) people: u64,
    pub(crate) proposals: u64,
    pub(crate) supports: u64,
    pub(crate) arguments: u64,
    #[serde(skip)]
    pub(crate) tokens: Vec<String>,
}

/// Told how many rows were written since it was last told.
pub(crate) type Told<'a> = &'a (dyn Fn(u64) + Sync);

/// Fills the instance; half of the people take no position, and get tokens when `with_tokens`.
pub(crate) async fn fill(platform: &Platform, size: &Size, with_tokens: bool, told: Told<'_>) -> Result<Filled> {
    if size.people < 2 || size.proposals == 0 {
        bail!("at least two people and one proposal are needed");
    }
    let voters = size.people / 2;
    if size.supports > voters * size.proposals {
        bail!("{voters} of the people support; for {} supports there must be more people or proposals", size.supports);
    }
    let ground: Result<_, Error> = transact!(platform.store, |tx| lay_ground(tx, size.seed).await);
    let Some(ground) = ground? else {
        bail!("the seed {} was used in this instance: choose another with --seed", size.seed);
    };
    let people = people(platform, size, told).await?;
    let (voters, others) = people.split_at(usize::try_from(voters)?);
    let mut draw = Draw::from(size.seed);
    let proposals = insert_all(platform, &ground, size.proposals, voters, &mut draw, told).await?;
    support(platform, &ground, &proposals, voters, &mut draw, size.supports, told).await?;
    let arguing = Arguing { proposals: &proposals, people: voters, consultation_id: ground.consultation_id };
    argue(platform, &arguing, size.arguments, &mut draw, told).await?;
    let tokens = if with_tokens { tokens(platform, others).await? } else { Vec::new() };
    Ok(Filled {
        consultation: ground.slug,
        people: size.people,
        proposals: size.proposals,
        supports: size.supports,
        arguments: size.arguments,
        tokens,
    })
}

/// Cuts `0..whole` in batches.
fn batches(whole: u64) -> impl Iterator<Item = std::ops::Range<u64>> {
    (0..whole).step_by(BATCH as usize).map(move |first| first..(first + BATCH).min(whole))
}

async fn insert_all(
    platform: &Platform,
    ground: &Ground,
    count: u64,
    authors: &[AccountId],
    draw: &mut Draw,
    told: Told<'_>,
) -> Result<Vec<ProposalId>> {
    let mut proposals = Vec::new();
    for batch in batches(count) {
        let (rows, from) = (batch.end - batch.start, draw.clone());
        let added: Result<_, Error> = transact!(platform.store, |tx| {
            let mut draw = from.clone();
            let added =
                insert_proposals(tx, ground.consultation_id, &ground.themes, authors, batch.clone(), &mut draw).await;
            added.map(|added| (added, draw))
        });
        let (added, moved) = added?;
        proposals.extend(added);
        *draw = moved;
        told(rows);
    }
    Ok(proposals)
}
