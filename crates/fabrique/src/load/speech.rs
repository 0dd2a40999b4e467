//! Proposals and arguments of a load.

use std::{collections::BTreeMap, ops::Range};

use anyhow::Result;
use fabrique_app::{Error, Platform};
use fabrique_domain::{
    account::AuthorKind,
    id::{AccountId, ConsultationId, Id, ProposalId, ThemeId},
    proposal::{Argument, ArgumentState, Proposal, ProposalState, ProposalVersion, Side},
    time::MINUTE,
};
use fabrique_storage::{Tx, argument, import, outbox, outbox::OutboxTopic, proposal, transact};

use super::{HEAVY, Told, batches, words::Draw};

/// Adds some proposals, each a minute after the one before.
pub(super) async fn insert_proposals(
    tx: &mut Tx,
    consultation_id: ConsultationId,
    themes: &[ThemeId],
    authors: &[AccountId],
    batch: Range<u64>,
    draw: &mut Draw,
) -> Result<Vec<ProposalId>, Error> {
    let mut added = Vec::new();
    for number in batch {
        let place = (number % authors.len() as u64) as usize;
        let made = made_up(tx, consultation_id, *draw.one(themes), authors[place], number, draw);
        proposal::insert(tx, &made).await?;
        proposal::add_version(tx, &ProposalVersion::of(&made)).await?;
        outbox::add(tx, OutboxTopic::Proposal, made.id.uuid()).await?;
        added.push(made.id);
    }
    Ok(added)
}

fn made_up(
    tx: &Tx,
    consultation_id: ConsultationId,
    theme_id: ThemeId,
    author: AccountId,
    number: u64,
    draw: &mut Draw,
) -> Proposal {
    let at = tx.now().plus(i64::try_from(number).unwrap_or_default() % 1_400 * -MINUTE);
    Proposal {
        theme_id: Some(theme_id),
        author_id: Some(author),
        author_name: super::words::name(number),
        state: ProposalState::Published,
        title: draw.title(number),
        problem: draw.sentences(1),
        change: draw.sentences(1),
        body: draw.sentences(6),
        published_at: Some(at),
        ..Proposal::begun(tx.new_id(), consultation_id, at)
    }
}

/// Among whom and about what people argue.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arguing<'a> {
    pub(super) proposals: &'a [ProposalId],
    pub(super) people: &'a [AccountId],
    pub(super) consultation_id: ConsultationId,
}

/// Adds the arguments: the first two hundred on one proposal, the others drawn.
pub(super) async fn argue(
    platform: &Platform,
    among: &Arguing<'_>,
    count: u64,
    draw: &mut Draw,
    told: Told<'_>,
) -> Result<()> {
    for batch in batches(count) {
        let (rows, from) = (batch.end - batch.start, draw.clone());
        let done: Result<Draw, Error> =
            transact!(platform.store, |tx| insert_arguments(tx, among, batch.clone(), from.clone()).await);
        *draw = done?;
        told(rows);
    }
    Ok(())
}

async fn insert_arguments(tx: &mut Tx, among: &Arguing<'_>, batch: Range<u64>, mut draw: Draw) -> Result<Draw, Error> {
    let mut grown: BTreeMap<ProposalId, (i64, i64)> = BTreeMap::new();
    for number in batch {
        let drawn = *draw.one(among.proposals);
        let about = if number < HEAVY { among.proposals[0] } else { drawn };
        let made = argument(tx, about, *draw.one(among.people), number, &mut draw);
        argument::insert(tx, &made).await?;
        let grown = grown.entry(about).or_default();
        match made.side {
            Side::For => grown.0 += 1,
            Side::Against => grown.1 += 1,
        }
    }
    for (id, (pro, contra)) in grown {
        import::count_arguments(tx, id, among.consultation_id, pro, contra).await?;
    }
    Ok(draw)
}

fn argument(tx: &Tx, proposal_id: ProposalId, author: AccountId, number: u64, draw: &mut Draw) -> Argument {
    Argument {
        id: tx.new_id(),
        proposal_id,
        author_id: Some(author),
        author_name: super::words::name(number),
        author_kind: AuthorKind::Citizen,
        organisation_id: None,
        side: if draw.below(3) == 0 { Side::Against } else { Side::For },
        body: draw.sentences(2),
        state: ArgumentState::Published,
        state_reason: String::new(),
        useful: 0,
        historic_useful: 0,
        created_at: tx.now(),
    }
}
