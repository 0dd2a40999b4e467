//! The supports of a load.

use anyhow::Result;
use fabrique_app::{Error, Platform};
use fabrique_domain::{
    id::{AccountId, ConsultationId, ProposalId},
    proposal::Position,
};
use fabrique_storage::{Tx, position, position::Tally, transact};

use super::{Ground, Told, words::Draw};

/// How many supports each proposal gets: drawn, never more than there are people.
fn shares(count: u64, proposals: usize, most: u64, draw: &mut Draw) -> Vec<u64> {
    let mut shares = vec![0; proposals];
    for _ in 0..count {
        let mut place = draw.below(proposals as u64) as usize;
        while shares[place] >= most {
            place = (place + 1) % proposals;
        }
        shares[place] += 1;
    }
    shares
}

pub(super) async fn support(
    platform: &Platform,
    ground: &Ground,
    proposals: &[ProposalId],
    voters: &[AccountId],
    draw: &mut Draw,
    count: u64,
    told: Told<'_>,
) -> Result<()> {
    let shares = shares(count, proposals.len(), voters.len() as u64, draw);
    let all: Vec<(usize, u64)> = shares.into_iter().enumerate().collect();
    for batch in all.chunks(100) {
        let done: Result<(), Error> = transact!(platform.store, |tx| {
            support_some(tx, ground.consultation_id, proposals, voters, batch).await
        });
        done?;
        told(batch.iter().map(|(_, supports)| supports).sum());
    }
    Ok(())
}

async fn support_some(
    tx: &mut Tx,
    consultation: ConsultationId,
    proposals: &[ProposalId],
    voters: &[AccountId],
    batch: &[(usize, u64)],
) -> Result<(), Error> {
    let mut taken = 0;
    for (place, supports) in batch {
        let first = place * 31;
        for turn in 0..usize::try_from(*supports).unwrap_or_default() {
            position::take(tx, proposals[*place], voters[(first + turn) % voters.len()], Position::Support).await?;
        }
        let supports = i64::try_from(*supports).unwrap_or(i64::MAX);
        position::count(tx, proposals[*place], Tally { supports, ..Tally::default() }).await?;
        taken += supports;
    }
    Ok(position::count_in_consultation(tx, consultation, taken).await?)
}
